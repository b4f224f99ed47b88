"""Garbled UTF-8 is told from real text and restored without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edcheck.recognise.mojibake import find_mojibake, repaired


def garble(text: str) -> str:
    """Read UTF-8 as browsers read windows-1252."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


def restore(text: str) -> str:
    for extent, reads in reversed(find_mojibake(text)):
        text = text[: extent.start] + reads + text[extent.end :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "The café of Zürich, Malmö and Kraków, où l’été naît",
        "“No,” said he — the ‘Swan’ … 5 £ § ° ½",
        "мир и хлеб",
        "Ἀθήναι και Σπάρτη",
        "ščřž łódź ąę",
    ],
)
def test_what_was_garbled_is_restored(text: str) -> None:
    assert garble(text) != text
    assert restore(garble(text)) == text


def test_twice_garbled_text_is_restored_at_once() -> None:
    assert restore(garble(garble("l’été"))) == "l’été"


@pytest.mark.parametrize(
    "text",
    [
        "NÃO, disse; AMANHÃ” talvez, MAÇÃ… e IRMÃ’s",
        "România: Â şi â; ÎNTR‘O ÎÎ",
        "„Spaß“ und „Ä“, der „Fuß“",
        "Le château de l’Île… «À» É— 3×² ÷",
        "¿ESPAÑA? «Ñ» SÃ· Ö“",
        "Ελλάδα, Россия, ©°§",
    ],
)
def test_real_letters_are_left_alone(text: str) -> None:
    assert find_mojibake(text) == []


def test_a_dash_that_lost_its_last_byte() -> None:
    ((extent, reads),) = find_mojibake("He said â€ and went")
    assert (extent, reads) == ((8, 10), "”")


def test_no_garbled_text_is_nothing() -> None:
    assert repaired("mill") is None
    assert repaired("ÿÿ") is None


ACCENTED = st.text(alphabet="abcdelmnoréèêëàâäùûüôöîïçñßåøæšžčřłąęőű’“—", min_size=1, max_size=12)


@given(st.lists(ACCENTED, min_size=1, max_size=6))
def test_garbled_words_come_back(words: list[str]) -> None:
    anchor = "café"
    text = " ".join([anchor, *words])
    assert restore(garble(text)) == text


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    end = 0
    for extent, reads in find_mojibake(text):
        assert end <= extent.start < extent.end <= len(text)
        assert reads != text[extent.start : extent.end]
        end = extent.end
