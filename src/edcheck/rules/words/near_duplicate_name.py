"""A rare name is one letter off from a frequent one, or from a name the editors know.

Scanners and tired eyes mistake letters, and names have no dictionary to catch it: `Marlan Harbour` once, beside
`Marlen Harbour` four times. The rule weighs what speaks for a slip: the same company (the words before and after
it), the edit (letters that scanners confuse, that are swapped or lost; what sounds alike may be the writer's own
spelling), letters that follow each other in no other word of the text; and against it how many names of the text
lie near each other anyway. Pairs of which it cannot be sure are one remark for the whole text. A word one or two
letters off from a name listed under `names.known` in the settings is always told. Correct the rare form after a
look at the print; where both are right, list them under `names.variants`.
"""

from collections.abc import Callable, Iterator

from edcheck.model import Document, Draft, Edition, Fix, Names
from edcheck.recognise.prose import language_of
from edcheck.recognise.vocabulary.known import KnownSlip, known_slips
from edcheck.recognise.vocabulary.likeness import confusable
from edcheck.recognise.vocabulary.misspelt import Suspect, suspects
from edcheck.recognise.vocabulary.names import told_elsewhere
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_LIKELY, _POSSIBLE = 3.8, 0.8
"""Logarithms of the odds from which a pair is a finding of its own, and from which it is named in a remark."""
_CERTAIN = 5.0
_LISTED = 20


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    known = list(known_slips(document))
    for slip in known:
        yield from _known(document, slip)
    right = {slip.rare for slip in known}
    found = list(suspects(document, _POSSIBLE, _allowed(document.edition.names, right)))
    # In German every noun has a capital, and many nouns are alike.
    least = _CERTAIN if found and language_of(document) == "de" else _LIKELY
    likely = [one for one in found if one.odds >= least and one.is_plain]
    for one in likely:
        yield from _likely(document, one)
    yield from _possible(document, [one for one in found if one not in likely])


def _allowed(names: Names, told: set[str]) -> Callable[[str, str], bool]:
    """What says of two names whether the editors know both, or whether the rare one is told already."""
    listed = {*told, *(word for name in (*names.known, *names.accepted) for word in name.split())}
    groups = [frozenset(group) for group in names.variants]
    return lambda rare, usual: rare in listed or any({rare, usual} <= group for group in groups)


def _likely(document: Document, one: Suspect) -> Iterator[Draft]:
    """One finding for a slip, however often it was made."""
    counts = document.words.counts
    evidence = [f"“{one.usual}” stands {counts[one.usual]} times, “{one.rare}” {times(counts[one.rare])}"]
    if one.company:
        evidence.append(f"both stand in “{one.company.phrase}”")
        model = (one.company.at, "the usual spelling in the same company")
    else:
        model = (one.usual_at, "the usual spelling")
    if confusable(one.rare, one.usual):
        evidence.append("the letters that differ are easily mistaken for each other")
    if one.unheard:
        evidence.append(f"no other word of the text has the letters of “{one.rare}” follow each other so")
    at = list(_meant(document, one.at))
    if at:
        yield Draft(
            "rare",
            at[0],
            {"rare": one.rare, "usual": one.usual, "count": counts[one.usual]},
            (model, *((again, "and again") for again in at[1:])),
            tuple(evidence),
            (_fix(document, at, one.usual),),
            confidence=0.9 if one.odds >= _CERTAIN else 0.8,
        )


def _fix(document: Document, at: list[Extent], name: str) -> Fix:
    edits = tuple(edit for place in at for edit in document.edit(place, name))
    return Fix(f"write “{name}”", edits, "suggestion")


def _possible(document: Document, found: list[Suspect]) -> Iterator[Draft]:
    """One remark that names the pairs of which nothing makes sure, the likeliest first."""
    counts = document.words.counts
    told = []
    for one in sorted(found, key=lambda one: -one.odds)[:_LISTED]:
        at = next(_meant(document, one.at), None)
        if at is not None:
            told.append((at, one))
    if told:
        pairs = [f"{one.rare} ({one.usual} {times(counts[one.usual])})" for _, one in told]
        yield Draft(
            "alike",
            told[0][0],
            {"pairs": ", ".join(pairs)},
            tuple((at, f"beside “{one.usual}”") for at, one in told[1:]),
            ("one letter parts each from a name that the text has more often",),
            severity="information",
            confidence=0.4,
        )


def _meant(document: Document, places: list[Extent]) -> Iterator[Extent]:
    """Places of a rare word outside boilerplate and outside what other rules tell of."""
    apart = told_elsewhere(document)
    for at in places:
        if not document.in_zone(at, "boilerplate", "navigation", "code") and not any(
            one.start <= at.start < one.end for one in apart
        ):
            yield at


def _known(document: Document, slip: KnownSlip) -> Iterator[Draft]:
    """One finding for a slip in a known name, however often it was made."""
    at = list(_meant(document, slip.at))
    if at:
        yield Draft(
            "known",
            at[0],
            {"rare": document.quote(at[0]), "known": slip.known},
            tuple((again, "and again") for again in at[1:]),
            (f"the settings list “{slip.known}” among the known names",),
            (_fix(document, at, slip.known),),
            confidence=0.9 if slip.is_one_letter else 0.8,
        )


_GOOD_COMPANY = (
    "The Marlen Harbour Board met. The Marlen Harbour dues rose. At Marlen the ice broke; Marlen was glad. "
)

rule = Rule(
    id="words/near-duplicate-name",
    severity="warning",
    doc=__doc__,
    messages={
        "rare": "“{rare}” looks like a slip for “{usual}”, which stands {count} times",
        "alike": "these names are one letter off from more frequent ones: {pairs}",
        "known": "“{rare}” looks like a slip for the known name “{known}”",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            _GOOD_COMPANY + "Ships left the «Marlan» Harbour at dawn.",
            fixed=_GOOD_COMPANY + "Ships left the Marlen Harbour at dawn.",
        ),
        Bad(
            "Brennel sat. Later Brennel rose, and Brennel left. Was it Brennel? It was «Brenncl», said some.",
            fixed="Brennel sat. Later Brennel rose, and Brennel left. Was it Brennel? It was Brennel, said some.",
        ),
        Bad(
            "The consul, «Brenel», and the envoy, «Della Marota», signed for the towns.",
            fixed="The consul, Brennel, and the envoy, della Marotta, signed for the towns.",
            edition=Edition(names=Names(known=("Brennel", "della Marotta"))),
        ),
        Bad(
            "There «Marten Sorzhokov» spoke. Martin left, a certain Morten. Sorzhokov stayed, and Maarten!",
            fixed="There Maarten Sorzhokov spoke. Martin left, a certain Morten. Sorzhokov stayed, and Maarten!",
            edition=Edition(names=Names(known=("Maarten Sorzhokov",))),
        ),
        Bad(
            "The minister «Sorthakov» spoke last.",
            fixed="The minister Sorzhokov spoke last.",
            edition=Edition(names=Names(known=("Sorzhokov",))),
        ),
        Bad(
            "Barton sat. Barton rose. Then Barton left; Barton again. A certain «Burton» saw him, and one Bartol.",
            fixed="",
        ),
        Bad(
            _GOOD_COMPANY
            + "Ships left the «Marlcn» Harbour at dawn; the Marlcn Harbour was open. "
            + _GOOD_COMPANY,
            fixed=_GOOD_COMPANY
            + "Ships left the Marlen Harbour at dawn; the Marlen Harbour was open. "
            + _GOOD_COMPANY,
        ),
        Bad(
            "Сорженко встал. Потом Сорженко сел, и Сорженко ушёл. Был ли там Сорженко? Был «Сорженкб», сказали.",
        ),
        Bad(
            "At Saint-Orval. From Saint-Orval to the sea; Saint-Orval lies high. «Saint-Orvnl» is lost.",
            fixed="At Saint-Orval. From Saint-Orval to the sea; Saint-Orval lies high. Saint-Orval is lost.",
        ),
    ),
    good=(
        Good(
            _GOOD_COMPANY + "Ships left M\u0430rlen Harbour at dawn.",
            because="a letter of another script has a rule of its own",
        ),
        Good(
            "Iulianus sat. So Iulianus rose; Iulianus left, and Iulianus came. It was Julianus. Alexandre wrote "
            "to Alexander; Alexander came. Old Alexander left; so Alexander sat. "
            "Des Hafenamtes wegen, wegen des Hafenamtes, trotz des Hafenamtes; des Hafenamts.",
            because="letters of old print, names in two languages, and two forms of a genitive",
        ),
        Good(_GOOD_COMPANY + "The Marlens are an old family.", because="a plural is no slip"),
        Good(
            "In January; January 3, 1871; January 4, 1871; January 5, 1871. On Januiry 6, 1871, he left.",
            because="a date that cannot be read has a rule of its own",
        ),
        Good(
            "Hill sat. Hill rose. Then Hill left; Hill again. A certain Hall saw him.",
            because="short names are near each other by chance",
        ),
        Good(
            "Cowper sat. Cowper rose. Then Cowper left. Mr. Couper saw him; Mr. Couper wrote.",
            because="what sounds alike and stands twice is a name of its own",
        ),
        Good(
            "Von Seinen, zu Seinen, mit Seinen. Er, bei Seinem. Ein Marxist, der Marxist, den Marxist; Marxism.",
            because="cases and derivations differ at their ends",
        ),
        Good(
            "Орлову, Орлову, Орлову; Орловым. Невский, Невский, Невский; Невской. Павел, Павел, Павел; о Павле. "
            "Le Génevois, le Génevois, le Génevois: Genevois.",
            because="inflection, and accents, which have a rule of their own",
        ),
        Good(
            _GOOD_COMPANY + "Ships left the Marlan Harbour at dawn.",
            because="the editors accept both spellings",
            edition=Edition(names=Names(variants=(("Marlen", "Marlan"),))),
        ),
        Good(
            "General Lodrow and General Sedrow met Brennels.",
            because="other names, and an inflected known one",
            edition=Edition(names=Names(known=("Lodrow", "Brennel"))),
        ),
    ),
)
