"""Bytes become text: which encoding is read, why, what was declared and where."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.text import Source, Span
from edcheck.text.decoding import declared_encoding, unmarked_utf16
from edcheck.text.labels import USUAL, codec_of, is_label, name_of

LETTER = "Der Lotse kam um zehn Uhr – zu spät, wie es heißt. Die Fähre lag schon draußen."
RUSSIAN = "Паром ушёл в полдень, и смотритель маяка написал об этом брату. Газета пришла во вторник."


def read(data: bytes, encoding: str | None = None) -> Source:
    return Source.from_bytes("letter.txt", data, encoding)


class TestByteOrderMarks:
    @pytest.mark.parametrize(
        ("mark", "encoding"),
        [
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF32_LE, "utf-32-le"),
            (codecs.BOM_UTF32_BE, "utf-32-be"),
        ],
    )
    def test_a_mark_decides_and_is_no_text(self, mark: bytes, encoding: str) -> None:
        source = read(mark + LETTER.encode(encoding))
        assert source.text == LETTER
        assert (source.decoding.encoding, source.decoding.evidence) == (encoding, "bom")

    def test_what_a_marked_text_declares_is_found_at_its_place(self) -> None:
        for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")):
            source = read(mark + '<?xml version="1.0" encoding="koi8-r"?>'.encode(encoding))
            place = source.declared_place
            assert place is not None
            assert source.text[slice(*place)] == source.decoding.declared == "koi8-r"

    def test_a_mark_is_dropped_where_its_encoding_is_given(self) -> None:
        assert read(codecs.BOM_UTF8 + b"Rain", "utf8").text == "Rain"


class TestWithoutMark:
    @pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
    @pytest.mark.parametrize("text", [LETTER, RUSSIAN, "I", "𝔘ral, the old form.\r\n" * 3])
    def test_utf16_betrays_itself_by_zeros(self, text: str, encoding: str) -> None:
        source = read(text.encode(encoding))
        assert source.text == text
        assert (source.decoding.encoding, source.decoding.evidence) == (encoding, "nul-pattern")

    @pytest.mark.parametrize(
        "data",
        [
            b"Rain\0fell.",
            b"\0\0\0\0",
            b"R\0a",
            b"R\0a\0\x01\0",
            b"abcdefgh" * 40 + b"\0a",
            bytes(range(256)),
            b"\0R\0a\0i\0nR\0a\0",
        ],
    )
    def test_other_zeros_are_no_utf16(self, data: bytes) -> None:
        assert unmarked_utf16(data) is None

    @given(st.binary(max_size=80))
    def test_any_bytes_become_text_without_lone_surrogates(self, data: bytes) -> None:
        source = read(data)
        source.text.encode("utf-8")
        assert source.declared_place is None or source.decoding.declared

    def test_a_string_becomes_text_without_lone_surrogates(self) -> None:
        source = Source.from_text("On 4 Ju\ud800ly 1918 \udfff")
        assert source.text == "On 4 Ju\ufffdly 1918 \ufffd"
        assert source.data == source.text.encode()

    @given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
    def test_utf8_is_read_as_it_is(self, text: str) -> None:
        if not text.startswith("\ufeff") and "\0" not in text:
            source = read(text.encode())
            assert (source.text, source.decoding.encoding) == (text, "utf-8")


class TestDeclarations:
    @pytest.mark.parametrize(
        ("written", "declared"),
        [
            (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252;">', "windows-1252"),
            (b"<meta charset=koi8-r>", "koi8-r"),
            (b"<META CHARSET='iso8859_1' />", "iso8859_1"),
            (b'<?xml version="1.0" encoding="windows-1251"?>', "windows-1251"),
            (b"Title: Letters\nCharacter set encoding: ISO-8859-1\n", "ISO-8859-1"),
            (b'<meta name="a"><p>charset', None),
            (b"the encoding of letters", None),
        ],
    )
    def test_what_is_declared(self, written: bytes, declared: str | None) -> None:
        found = declared_encoding(written)
        assert (found[0] if found else None) == declared
        if found:
            assert written[slice(*found[1])].decode() == declared

    @pytest.mark.parametrize(
        ("label", "codec"),
        [
            *(("windows-1250", "cp1250"), ("windows-1251", "cp1251"), ("windows-1252", "cp1252")),
            *(("windows1251", "cp1251"), ("iso8859_1", "cp1252"), ("latin1", "cp1252")),
            *(("koi8-r", "koi8-r"), ("x-sjis", "cp932"), ("gbk", "gb18030")),
        ],
    )
    def test_a_declared_legacy_encoding_is_read(self, label: str, codec: str) -> None:
        words = {"cp1250": "Žižkov", "cp932": "港口", "gb18030": "港口", "cp1252": "Fähre"}.get(codec, "Паром")
        source = read(f'<meta charset="{label}">{words}'.encode(codec))
        assert source.text.endswith(words)
        assert (source.decoding.encoding, source.decoding.evidence) == (codec, "declared")

    @pytest.mark.parametrize("label", ["unicode", "utf-16", "utf-32", "klingon", "undefined", "base64"])
    def test_what_cannot_be_true_of_the_bytes_is_not_believed(self, label: str) -> None:
        source = read(f'<meta charset="{label}">Fähre'.encode("cp1252"))
        assert (source.decoding.encoding, source.decoding.evidence) == ("cp1252", "fallback")
        assert source.decoding.declared == label

    def test_utf8_bytes_win_over_a_declared_legacy_encoding(self) -> None:
        source = read('<meta charset="iso-8859-1">Fähre'.encode())
        assert (source.text[-5:], source.decoding.evidence) == ("Fähre", "valid-utf-8")

    def test_legacy_bytes_win_over_declared_utf8(self) -> None:
        source = read('<meta charset="utf-8">Fähre, Mühle, Höfe'.encode("cp1252"))
        assert (source.decoding.encoding, source.decoding.evidence) == ("cp1252", "fallback")

    def test_a_broken_byte_in_utf8_is_counted(self) -> None:
        source = read('<meta charset="utf-8">Fähre, Mühle, Höfe \ufffd'.encode() + b"\xff")
        assert (source.decoding.encoding, source.decoding.undecodable) == ("utf-8", 1)

    def test_bytes_that_a_code_page_leaves_undefined_are_controls(self) -> None:
        assert read(b"<meta charset=windows-1252>\x81\xe4").text.endswith("\x81ä")

    def test_an_unknown_encoding_given_is_an_error(self) -> None:
        with pytest.raises(LookupError):
            read(b"Rain", "klingon")

    def test_a_plain_text_declares_nothing(self) -> None:
        assert read(b"Rain").declared_place is None


class TestLabels:
    def test_browsers_know_what_the_standard_lists(self) -> None:
        assert is_label(" Windows-1251 ")
        assert is_label("unicode-1-1-utf-8")
        assert not is_label("windows1251")

    def test_every_codec_is_known_to_python(self) -> None:
        for label in USUAL:
            codec = codec_of(label)
            assert codec is not None
            codecs.lookup(codec)

    def test_a_codec_has_the_name_that_pages_declare(self) -> None:
        assert [name_of(codec) for codec in ("cp1252", "cp1251", "utf-8", "iso8859-2", "cp437")] == [
            *("windows-1252", "windows-1251", "utf-8", "iso-8859-2", "cp437")
        ]


def test_positions_count_code_points_and_three_line_ends() -> None:
    source = Source.from_text("a\r\nb\rc\u2028\n𝔘d")
    assert source.line_starts == [0, 3, 5, 8]
    assert source.position(9) == (4, 2)
    assert Source.from_text("<meta charset=utf-8>").declared_place == Span(14, 19)
