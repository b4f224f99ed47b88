import json
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from edcheck.reports.visible import ascii_where_hidden, visible, visible_blank

# Prepended signs of Arabic, Syriac and others: format characters by category, but drawn.
_DRAWN = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")


def test_every_control_and_format_character_is_shown_by_number() -> None:
    for code in range(0x110000):
        character = chr(code)
        category = unicodedata.category(character)
        if category in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _DRAWN:
            assert character not in visible(character), hex(code)


def test_names_of_what_is_shown() -> None:
    assert visible("a\u202eb") == "aU+202Eb"
    assert visible("a\nb\tc\rd") == r"a\nb\tc\rd"
    assert visible("\x1b[31m") == "U+001B[31m"
    assert visible("Stra\u00adße \u200b") == "StraU+00ADße U+200B"
    assert visible("Īskander, „zürnt“ – дом") == "Īskander, „zürnt“ – дом"


def test_blanks_are_named_only_where_they_are_all_there_is() -> None:
    assert visible_blank("\xa0") == "U+00A0"
    assert visible_blank("n\xa0°") == "n\xa0°"


@settings(deadline=None)
@given(st.text(st.characters()))
def test_json_keeps_its_meaning_but_for_surrogates(text: str) -> None:
    written = ascii_where_hidden(json.dumps(text, ensure_ascii=False))
    expected = "".join("\ufffd" if 0xD800 <= ord(character) < 0xE000 else character for character in text)
    assert json.loads(written) == expected
    assert visible(written) == written
