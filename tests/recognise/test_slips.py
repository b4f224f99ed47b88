"""How much speaks for a slip in a name: its letters, their sound, its company."""

from itertools import islice, product

import pytest

from edcheck.engine import understand
from edcheck.model import Edition, Names, WordCensus
from edcheck.recognise.vocabulary.likeness import is_vowel, one_slip
from edcheck.recognise.vocabulary.misspelt import Suspect, by_letters, suspects
from edcheck.recognise.vocabulary.names import counted_names, near_pairs, titled
from edcheck.recognise.vocabulary.places import places
from edcheck.recognise.vocabulary.slips import ACCENT, UNHEARD, inflected, of_edit, of_sound
from edcheck.testing.growth import steps
from edcheck.text import Extent, Source

INFLECTED = [
    ("Marlens", "Marlen"),
    ("Marle", "Marlen"),
    ("Seinem", "Seinen"),
    ("Orlowa", "Orlowo"),
    ("Deiner", "Deinen"),
    ("Frenchmen", "Frenchman"),
    ("Marxism", "Marxist"),
    ("Орлову", "Орлова"),
    ("Орловым", "Орловы"),
    ("Невской", "Невский"),
    ("Павле", "Павел"),
]
SLIPS = [
    ("Coventr", "Coventry"),
    ("Marlenb", "Marlen"),
    ("Spair", "Spain"),
    ("Spaiu", "Spain"),
    ("Asiak", "Asian"),
    ("Moroe", "Moore"),
    ("Battne", "Batten"),
    ("Мирлен", "Марлен"),
    ("Brenncl", "Brennel"),
]


@pytest.mark.parametrize(("rare", "usual"), INFLECTED)
def test_what_inflection_explains_is_no_slip(rare: str, usual: str) -> None:
    assert inflected(rare, usual)
    census = WordCensus.of(f"{usual} {usual} {usual} {rare}")
    assert list(near_pairs(census)) == []


@pytest.mark.parametrize(("rare", "usual"), SLIPS)
def test_what_inflection_does_not_explain_is_a_pair(rare: str, usual: str) -> None:
    assert not inflected(rare, usual)
    census = WordCensus.of(f"{usual} {usual} {usual} {rare}")
    assert list(near_pairs(census)) == [(rare, usual)]


def test_german_cases_are_no_cases_elsewhere() -> None:
    names = "Wiener Wiener Wiener Wienen"
    assert list(near_pairs(WordCensus.of(f"{names} und"))) == []
    assert list(near_pairs(WordCensus.of(f"{names} and"))) == [("Wienen", "Wiener")]


def test_every_place_of_an_edit_is_found() -> None:
    for usual in ("Orlow", "Marlen", "Brennel", "Sorzhokov"):
        for at in range(len(usual) - 1):
            for rare in (
                usual[:at] + "x" + usual[at + 1 :],
                usual[:at] + usual[at + 1 :],
                usual[:at] + "x" + usual[at:],
            ):
                name = rare.capitalize()
                if name != usual and one_slip(name, usual) and not inflected(name, usual):
                    assert (name, usual) in list(near_pairs(WordCensus.of(f"{usual} {usual} {usual} {name}"))), (
                        name
                    )
        for at in range(1, len(usual) - 1):
            rare = usual[:at] + usual[at + 1] + usual[at] + usual[at + 2 :]
            if rare != usual:
                assert (rare, usual) in list(near_pairs(WordCensus.of(f"{usual} {usual} {usual} {rare}"))), rare


def test_hard_edits_say_more_than_what_sounds_alike() -> None:
    swapped, confused, sound = (
        of_edit("Mraden", "Marden"),
        of_edit("Mardcn", "Marden"),
        of_edit("Marten", "Marden"),
    )
    assert swapped > confused > 0 > sound
    assert of_edit("Mardèn", "Marden") < ACCENT / 2
    assert of_edit("Maden", "Marden") > of_edit("Mardden", "Marden")
    assert of_edit("Guilford", "Guildford") < of_edit("Guildfod", "Guildford")
    assert of_edit("Richrnond", "Richmond") > 0
    assert of_edit("Alexandre", "Alexander") < of_edit("Alexadner", "Alexander")


def test_letters_that_no_other_word_has_side_by_side() -> None:
    vocabulary = "\nmarden\nmardqn\ngarden\nharden\nwarden\ngale\ngap\ngable\ngad\ngar\n"
    assert of_sound(vocabulary, "Mardqn", "Marden") == UNHEARD
    assert of_sound(vocabulary, "Garden", "Marden") < UNHEARD


def test_a_vowel_is_a_vowel_in_both_scripts() -> None:
    assert all(map(is_vowel, "aeiouyüéаеёиыюя"))
    assert not any(map(is_vowel, "bкцß"))


def test_one_shape_for_two_is_one_slip() -> None:
    assert one_slip("Heffeman", "Heffernan")
    assert one_slip("Orlwo", "Orlow")
    assert not one_slip("Orlow", "Orlow")
    assert not one_slip("Orlenbrg", "Orlanburg")


def found(text: str, least: float = 0.0, edition: Edition | None = None) -> list[Suspect]:
    return list(suspects(understand(Source.from_text(text), edition), least, lambda rare, usual: False))


def test_company_makes_a_slip_likelier_and_a_title_less() -> None:
    usual = "In Marden Harbour. By Marden Harbour. To Marden Harbour. "
    (beside,) = found(usual + "From Merden Harbour.", -9)
    (alone,) = found(usual + "From Merden.", -9)
    (titled_one,) = found(usual + "From Captain Merden.", -9)
    assert beside.odds > alone.odds > titled_one.odds
    assert beside.company is not None
    assert beside.company.phrase == "Marden Harbour"
    assert alone.company is None


def test_the_same_words_on_both_sides_are_told_together() -> None:
    (one,) = found("At Marden Harbour. At Marden Harbour. By Marden Harbour. At Merden Harbour.", -9)
    assert one.company is not None
    assert one.company.both
    assert one.company.phrase == "At Marden Harbour"


def test_many_near_names_make_each_less_likely() -> None:
    names = ("Marden", "Colber", "Tilset", "Wandor", "Persil", "Gunton", "Halmer", "Rodnel")
    one = "Marden, Marden, Marden, Marqen. "
    many = "".join(f"{name}, {name}, {name}, {name[:3]}q{name[4:]}. " for name in names)
    assert max(suspect.odds for suspect in found(many, -9)) < found(one, -9)[0].odds


def test_a_short_name_needs_letters_and_company() -> None:
    (short,) = found("Orlow sat. Orlow rose. Orlow left. Then Orlew came.", -9)
    (long,) = found("Orlowitz sat. Orlowitz rose. Orlowitz left. Then Orlewitz came.", -9)
    assert not short.is_plain
    assert long.is_plain


def test_of_two_usual_names_the_likelier_is_told() -> None:
    text = "At Marden. To Marden. By Marden. Morden Hill. Morden Hill. Morden Hill. From Murden Hill."
    assert [(one.rare, one.usual) for one in found(text, -9)] == [("Murden", "Morden")]


def test_no_names_no_pairs() -> None:
    assert found("the quay and the mole", -9) == []
    assert (
        list(by_letters(WordCensus.of("Génevois Génevois Génevois Genevois"), -9, lambda rare, usual: False)) == []
    )


def test_titles_and_initials_stand_before_names() -> None:
    text = "Captain Orlow, W. Orlow, near Orlow"
    assert [titled(text, at) for at in places(text, "Orlow")] == [True, True, False]
    assert not titled("Orlow", Extent(0, 5))


def test_names_are_counted_for_the_edition() -> None:
    edition = Edition(names=Names(accepted=("Brennels",), variants=(("Tarnmouth", "Tarnmuth"),)))
    document = understand(
        Source.from_text("Marden sat. Marden. Brennels by Tarnmuth. Harbour, harbour. Orlow."), edition
    )
    assert counted_names(document) == {"Marden": 2}


def test_a_name_in_a_date_that_cannot_be_read_is_not_counted() -> None:
    document = understand(Source.from_text("Marden, Feburary 3, 1871. Marden."))
    assert counted_names(document) == {"Marden": 2}


def test_the_work_grows_as_the_names_do() -> None:
    def work(size: int) -> int:
        names = ["Mar" + "".join(letters) for letters in islice(product("bcdfghklm", repeat=4), size)]
        usual = "".join(f"{name}, {name}, {name}. " for name in names)
        census = WordCensus.of(usual + "".join(f"{name}x! " for name in names))
        return steps(lambda source, edition: list(near_pairs(census)), Source.from_text(""))  # type: ignore[arg-type, return-value]

    assert work(480) < 5 * work(120)


def test_only_the_likeliest_are_looked_for_in_all_words() -> None:
    names = ["Mar" + "".join(letters) for letters in islice(product("bcdfghklmnprst", repeat=4), 600)]
    usual = "".join(f"{name}, {name}, {name}. " for name in names)
    slips = "".join(f"{name[:4]}{name[5]}{name[4]}{name[6:]}! " for name in names)
    assert len(list(by_letters(WordCensus.of(usual + slips), -99, lambda rare, usual: False))) <= 250
