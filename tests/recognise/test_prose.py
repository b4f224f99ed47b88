"""Which blocks are running prose, and in which language a document is written."""

import pytest

from edcheck.engine import understand
from edcheck.model import Edition
from edcheck.recognise.prose import is_prose, language_of
from edcheck.text import Source

RAIN = "The brook rose by a foot in the night, and the miller opened the sluice before the bell had rung for six."
WRAPPED = (
    "The brook rose by a foot in the night, and the miller opened the\n"
    "sluice before the bell had rung for six; the meadow stood under water\n"
    "until noon, and the hay that had been cut on Monday was carried off\n"
    "as far as the lower bridge, where it lay for a week."
)


def prose(text: str, format: str = "plain", edition: Edition | None = None) -> list[str]:
    document = understand(Source.from_text(text, "text"), edition, format)
    found = [document.quote(block.extent) for block in document.blocks if is_prose(document, block)]
    return [" ".join(block.split()) for block in found]


@pytest.mark.parametrize(
    "other",
    [
        "May",
        "THE RAINS OF MAY AT OLDHAM MILL, AS THE MILLER SAW THEM\nAND THE PARISH CLERK WROTE THEM DOWN",
        "O brook that rose by night and day\nAnd carried all the hay away,\nReturn, return to Oldham Mill",
        "Monday              3 inches of rain\nTuesday             4 inches of rain\nWednesday           none",
        "Of the brook . . . . . . . . . . . . . . . . . 12\nOf the mill . . . . . . . . . . . . . . . . . . 34",
        "1. The brook, which rose by a foot in the night\n2. The mill, which stood in water\n3. The hay",
        "To the Parish Clerk of Oldham,\nat the Vestry House,\nby the lower bridge of Oldham Mill",
        "* * * * * * * * * * * * * * * * * * * * * * * *",
    ],
)
def test_what_is_no_prose_in_a_plain_text(other: str) -> None:
    assert prose(f"{WRAPPED}\n\n{other}\n\n{WRAPPED}") == [" ".join(WRAPPED.split())] * 2


def test_unwrapped_paragraphs_are_prose() -> None:
    assert prose(f"Rain\n\n{RAIN}\n\n{RAIN}") == [RAIN, RAIN]


def test_notes_stand_apart() -> None:
    assert prose(f"{RAIN}[1]\n\n{RAIN}\n\n[1] {RAIN}") == [f"{RAIN}[1]", RAIN]


def test_html_says_itself_what_is_prose() -> None:
    verse = "<p>O brook that rose by night and day<br>And carried all the hay away,<br>Return to me</p>"
    table = f"<table><tr><td>{RAIN}</td></tr></table>"
    assert prose(f"<h2>{RAIN}</h2><p>{RAIN}</p>{verse}{table}<ul><li>{RAIN}</ul><pre>{RAIN}</pre>", "html") == [
        RAIN
    ]


def test_a_single_line_break_leaves_prose_prose() -> None:
    assert prose(f"<p>{RAIN}<br>{RAIN}</p>", "html") == [f"{RAIN} {RAIN}"]


def test_the_formal_parts_of_a_letter_stand_apart() -> None:
    text = f"<TEI><text><body><opener>{RAIN}</opener><p>{RAIN}</p><closer>{RAIN}</closer></body></text></TEI>"
    assert prose(text, "tei") == [RAIN]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (WRAPPED, "en"),
        (
            "Der Bach stieg in der Nacht und das Heu ist nicht zu retten, das auf der Wiese lag, von dem Müller.",
            "de",
        ),
        ("Les eaux et les foins sont dans le pré, et le meunier est sur le pont avec nous pour la nuit.", "fr"),
        ("И вода стояла на лугу, и сено лежало у моста, а мельник не спал, как и в ту ночь, что была.", "ru"),
        ("Las aguas y el heno; los prados por la noche y el molino con su puente, y el agua se lo llevó.", "es"),
        ("Il fieno della valle e il ponte sono nel fiume, e non è più di quello che gli uomini sanno.", "it"),
        ("Oldham Mill, May 3, 1921", ""),
        ("Der Bach stieg in der Nacht, and the hay of the meadow was lost to the und das nicht zu.", ""),
    ],
)
def test_the_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(understand(Source.from_text(text, "text"))) == language


@pytest.mark.parametrize(
    ("said", "language"),
    [("de-AT", "de"), ("deu", "de"), ("en_GB", "en"), ("FR", "fr"), ("lat", "la"), ("pl", "pl")],
)
def test_the_markup_tells_the_language_before_the_words(said: str, language: str) -> None:
    assert language_of(understand(Source.from_text(f'<html lang="{said}"><p>{RAIN}', "a.html"))) == language


def test_the_settings_tell_the_language_before_the_markup() -> None:
    page = Source.from_text(f'<html lang="fr"><p>{RAIN}', "a.html")
    assert language_of(understand(page, Edition(language="ru"))) == "ru"
    assert language_of(understand(page, Edition(language="en"))) == "fr"
