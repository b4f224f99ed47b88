"""A word stands without the accents that it has elsewhere in the text, or with them where it has none.

Scanners, keyboards and old character sets lose accents: `Orleans` beside `Orléans`, `role` beside `rôle`. Where
the form with the accents is clearly the usual one, the one without is pointed out. An accent is seldom added by
mistake: where it is the other way, or both are about as frequent, one remark gives the counts. Accents that make
another word or another form (`ou` and `où`, `montre` and `montré`) are left alone, and so are capitals at the head
of a word (`Etat`) and passages in another language. Write the usual form, if the print has it.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.prose import language_of
from edcheck.recognise.vocabulary.accents import abroad, accent_pairs
from edcheck.recognise.vocabulary.places import Finder
from edcheck.recognise.vocabulary.stops import is_code, token
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import forms, some, times

_RATIO = 4
"""How much more often the usual form must stand for the rare one to be a slip."""
_WORTH_A_REMARK = 3
_LISTED = 12
_SHOWN = 3


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if document.text.isascii():
        return
    language = language_of(document)
    pairs = list(accent_pairs(document.words, language))
    if not pairs:
        return
    finder = Finder(document.text, (form for pair in pairs for form in pair))
    even: list[tuple[tuple[str, list[Extent]], tuple[str, list[Extent]]]] = []
    for pair in pairs:
        # One foreign word beside `Révolution` shows a French title; beside `Revolution` it may be an address.
        found = [
            (form, _kept(document, finder.places(form), language, least))
            for form, least in zip(pair, (1, 2), strict=True)
        ]
        rare, usual = sorted(found, key=lambda entry: len(entry[1]))
        if not rare[1] or _accepted(document, rare[0], usual[0]):
            continue
        if len(usual[1]) >= _RATIO * len(rare[1]) and _accents(rare[0]) < _accents(usual[0]):
            yield from _slips(document, *rare, *usual)
        elif len(usual[1]) + len(rare[1]) >= _WORTH_A_REMARK:
            even.append((rare, usual))
    if even:
        yield _remark(even)


def _accents(form: str) -> int:
    return sum(not letter.isascii() for letter in form)


def _kept(document: Document, places: list[Extent], language: str, least: int) -> list[Extent]:
    """The places that are no quotation from another language, no address and no licence."""
    text = document.text
    return [
        at
        for at in places
        if not document.in_zone(at, "boilerplate", "navigation", "code")
        and not document.in_passage(at, "foreign", "code")
        and not abroad(text, at, language, least)
        and not (text[at.start - 1 : at.start] == "(" and text[at.end : at.end + 1] == ")")
        and not is_code(document.quote(token(text, at.start)))
    ]


def _accepted(document: Document, rare: str, usual: str) -> bool:
    names = document.edition.names
    return rare in names.accepted or any(rare in group and usual in group for group in names.variants)


def _slips(
    document: Document, form: str, places: list[Extent], usual: str, elsewhere: list[Extent]
) -> Iterator[Draft]:
    for at in places:
        yield Draft(
            "rare",
            at,
            {"rare": form, "usual": usual, "count": times(len(elsewhere))},
            tuple((place, "the usual form") for place in elsewhere[:_SHOWN]),
            (f"{forms(((usual, len(elsewhere)), (form, len(places))))}",),
            (document.fix(f"write “{usual}”", at, usual),),
            confidence=0.85,
        )


def _remark(even: list[tuple[tuple[str, list[Extent]], tuple[str, list[Extent]]]]) -> Draft:
    counted = [forms((form, len(places)) for form, places in pair) for pair in even]
    places = sorted(place for rare, _ in even for place in rare[1])
    return Draft(
        "even",
        places[0],
        {"forms": some(counted)},
        tuple((place, "the rarer form") for place in places[1:_LISTED]),
        tuple(counted),
        severity="information",
        confidence=0.6,
    )


_TOWNS = "From Orlén to Quilan. At Orlén they sang. Orlén is far. To Orlén! "

rule = Rule(
    id="words/inconsistent-accents",
    severity="warning",
    doc=__doc__,
    messages={
        "rare": "“{rare}” is otherwise written “{usual}” ({count})",
        "even": "words with and without accents: {forms}",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(_TOWNS + "In «Orlen» it rained.", fixed=_TOWNS + "In Orlén it rained."),
        Bad(
            "The role of the pilot, the role of the mate, a cook’s role, his role. A «rôle» of the boy.",
            fixed="",
        ),
        Bad("A «rôle» for one, a role for two, a role for the third.", fixed=""),
    ),
    good=(
        Good(_TOWNS + "It rained."),
        Good(
            "Ou est-il? Il est où il est. Il montre ce qu’il a montré; la montre.", because="other words and forms"
        ),
        Good(
            "Die Mutter und die Mütter, der Bruder und die Brüder, das ist nicht mit dem Bruder, dem Bruder, dem "
            "Bruder, und von dem Bruder.",
            because="a German umlaut makes another form",
        ),
        Good(
            "L’État est grand, et l’État est pour tous. L’État, c’est nous. L’État! Pas d’Etat. L’Etat.",
            because="a capital without its accent",
        ),
        Good(
            "The theatre of the town, the theatre of the port, the theatre, that theatre. Il est sur le théâtre.",
            because="a quotation from another language",
        ),
        Good(
            "La précision est là. La précision, la précision et la précision (precision) sont pour nous.",
            because="the word of another language in brackets",
        ),
        Good("To expose it. An exposé. To expose, and expose, and expose him.", because="a noun and a verb"),
    ),
)
