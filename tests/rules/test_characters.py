"""What the examples of the rules on characters cannot say: bytes, long texts, and several causes at one place."""

import pytest

from edcheck.engine import check, understand
from edcheck.model import Finding
from edcheck.rules.characters import RULES
from edcheck.ruleset import RuleSet
from edcheck.testing import apply_first_fixes
from edcheck.text import Source

CHARACTERS = RuleSet(RULES)


def findings(source: Source) -> list[Finding]:
    result = check(understand(source), CHARACTERS)
    assert not [problem for problem in result.problems if problem.level == "error"]
    return result.findings


def told(text: str, name: str = "page.txt") -> list[tuple[str, str, str]]:
    found = findings(Source.from_text(text, name))
    return [(finding.rule.partition("/")[2], finding.severity, finding.location.quote) for finding in found]


def test_a_broken_reference_and_its_space_are_two_findings_side_by_side() -> None:
    assert told("Arle Gazette, May 2, 1871&\xa0\n\nThe mill fell.") == [
        ("broken-entity", "error", "&"),
        ("stray-no-break-space", "warning", "\xa0"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Smith & Sons; R&D; AT&T; Q&A; wool &c. and & c.; John &Mary; Arle&bridge",
        "https://example.org/?a=1&nbsp=2&mdash;x",
        "&c, &et, &and the mill",
        "5\xa0000 francs, p.\xa05, M.\xa0Arle, «\xa0oui\xa0»",
        "\xa0\xa0\xa0The mill\n\n\xa0\n\nThe bridge",
    ],
)
def test_nothing_to_say(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mill&nbsp;fell&hellip;", "The mill\xa0fell…"),
        ("The mill&#8212;old&#x2014;fell", "The mill—old—fell"),
        ("l&rsquo &eacute", "l’ é"),
        ("Smith &amp; Sons &amp;mdash; &amp;foo;", "Smith & Sons — &foo;"),
    ],
)
def test_references_shown_as_text_are_written_out(text: str, expected: str) -> None:
    assert apply_first_fixes(text, findings(Source.from_text(text, "page.txt"))) == expected


def page(charset: str, body: bytes) -> Source:
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head>'
    return Source.from_bytes("page.html", head.encode() + b"<body><p>" + body + b"</p></body></html>")


@pytest.mark.parametrize(
    ("charset", "body", "message"),
    [
        ("iso-8859-1", "L’été".encode(), "contradicted"),
        ("utf-8", "L'été".encode("cp1252"), "contradicted"),
        ("koi8-r", "мир".encode(), "contradicted"),
        ("utrf-8", b"The mill", "unknown"),
        ("iso-8859-1", "L’été".encode("cp1252"), "windows"),
    ],
)
def test_a_declaration_against_the_bytes(charset: str, body: bytes, message: str) -> None:
    source = page(charset, body)
    (finding,) = findings(source)
    assert (finding.rule, finding.message_id) == ("characters/wrong-encoding", message)
    start, end = finding.location.spans[0]
    assert source.text[start:end] == charset
    assert finding.severity == ("information" if message == "windows" else "warning")


@pytest.mark.parametrize(
    ("charset", "body"),
    [
        ("utf-8", "L’été".encode()),
        ("iso-8859-1", b"The mill"),
        ("iso-8859-1", "L'été".encode("latin-1")),
        ("koi8-r", "мир".encode("koi8-r")),
        ("x-user-defined", b"The mill"),
    ],
)
def test_a_declaration_that_holds(charset: str, body: bytes) -> None:
    assert findings(page(charset, body)) == []


def test_a_declaration_after_other_bytes_is_found_in_the_text() -> None:
    data = "<!-- L’été à Arle --><meta charset='utf_9'><p>été</p>".encode()
    source = Source.from_bytes("page.html", data)
    (finding,) = findings(source)
    assert source.text[slice(*finding.location.spans[0])] == "utf_9"


RUSSIAN = (
    "Паром ушёл в полдень, и смотритель маяка написал об этом брату. Газета пришла только во вторник, и никто на "
    "пристани не поверил тому, что в ней было сказано о новой карте и о ценах на уголь в порту."
)


@pytest.mark.parametrize(
    ("declared", "real", "right"),
    [
        ("koi8-r", "cp1251", "windows-1251"),
        ("windows-1251", "koi8-r", "koi8-r"),
        ("iso-8859-1", "cp1251", "windows-1251"),
        ("iso-8859-5", "cp866", "ibm866"),
    ],
)
def test_russian_letters_bear_witness_against_a_declaration(declared: str, real: str, right: str) -> None:
    source = page(declared, RUSSIAN.encode(real))
    (finding,) = [one for one in findings(source) if one.rule == "characters/wrong-encoding"]
    assert (finding.message_id, finding.data["right"]) == ("letters", right)
    assert source.text[slice(*finding.location.spans[0])] == declared
    assert "as frequent as in Russian" in finding.evidence[0]


def test_russian_letters_bear_witness_where_nothing_is_declared() -> None:
    source = Source.from_bytes("letter.txt", RUSSIAN.encode("koi8-r"))
    (finding,) = [one for one in findings(source) if one.rule == "characters/wrong-encoding"]
    assert (finding.message_id, finding.data["right"], finding.location.spans[0].start) == (
        "undeclared",
        "koi8-r",
        0,
    )
    given = Source.from_bytes("letter.txt", RUSSIAN.encode("koi8-r"), "cp1251")
    assert "characters/wrong-encoding" in [one.rule for one in findings(given)]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "utf-8"),
        ("Der Lotse hörte, daß die Fähre spät über den Strom käme. " * 20, "cp1252"),
        ("Οι πιλότοι συναντήθηκαν την Τρίτη στο λιμάνι και κανείς δεν μίλησε. " * 5, "cp1253"),
        ("Το πλοίο έφυγε το μεσημέρι και η εφημερίδα ήρθε αργά την Τρίτη. " * 5, "cp1252"),
        ("Зима", "koi8-r"),
    ],
)
def test_other_letters_bear_no_witness(text: str, encoding: str) -> None:
    source = Source.from_bytes("letter.txt", text.encode(encoding, "replace"), encoding)
    assert "characters/wrong-encoding" not in [one.rule for one in findings(source)]


@pytest.mark.parametrize("declared", ["iso-8859-1", "koi8-r"])
def test_a_byte_order_mark_against_a_declaration(declared: str) -> None:
    data = b"\xef\xbb\xbf" + f'<meta charset="{declared}"><p>Die Fähre</p>'.encode()
    (finding,) = findings(Source.from_bytes("page.html", data))
    assert (finding.message_id, finding.evidence[0]) == (
        "contradicted",
        "the file begins with a byte order mark",
    )


def test_utf16_that_declares_itself_is_right_in_either_order() -> None:
    text = '<?xml version="1.0" encoding="UTF-16"?><html><body><p>Die Fähre</p></body></html>'
    for encoding in ("utf-16", "utf-16-be", "utf-16-le"):
        assert findings(Source.from_bytes("page.html", text.encode(encoding))) == []


def test_many_undecodable_places_are_one_fault() -> None:
    good = "é".encode() * 60
    source = page("utf-8", good + b"\xe9 mill " * 12)
    rules = [finding.rule for finding in findings(source)]
    assert rules == ["characters/wrong-encoding", "characters/replacement-character"]


def test_a_lost_character_is_read_from_the_same_word() -> None:
    text = "The d\ufffdtente, the détente, the dé\ufffd\ufffdnte."
    assert told(text)[0] == ("replacement-character", "error", "\ufffd")
    assert apply_first_fixes(text, findings(Source.from_text(text))) == text.replace("d\ufffdtente", "détente")


def test_a_plain_letter_is_never_restored_for_a_lost_one() -> None:
    (finding,) = findings(Source.from_text("The d\ufffdtente and the detente"))
    assert finding.message_id == "unaccented"
    assert not finding.fixes


def test_html_references() -> None:
    text = "<p>The mill&mdash fell; &copy 1871; &unknown; R&D; Smith & Co.; May 1871& the; a?x=1&copy=2</p>"
    assert [(rule, severity) for rule, severity, _ in told(text, "page.html")] == [
        ("broken-entity", "error"),
        ("broken-entity", "warning"),
        ("broken-entity", "error"),
        ("broken-entity", "error"),
    ]


def test_a_trailing_space_of_a_paragraph_in_html() -> None:
    text = "<p>The mill fell.&nbsp;</p><p>&nbsp;</p><p>p.&nbsp;5 and<br>Arle&nbsp;<br>May 2</p>"
    found = findings(Source.from_text(text, "page.html"))
    assert [finding.location.start.column for finding in found] == [18]
    assert apply_first_fixes(text, found) == text.replace("fell.&nbsp;", "fell.")
