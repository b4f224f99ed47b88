"""A compound is written with a hyphen here and without one there.

Line ends, scanners and many hands leave `North-Quay` beside `North Quay`, `Anglo Danish` beside `Anglo-Danish`,
`co-operate` beside `cooperate`. Authors and printers vary too, so one remark gives the counts. A warning points
out what only a slip explains: the hyphen of a line's end (`compre-hensive` beside `comprehensive`: no such
parts are words; `some-times` once in a hundred, but not `any-thing`, which old books have on purpose), and a
prefix that never stands alone (`Anglo Danish`).
Numbers (`twenty five`) are held against others of their kind. An attribute may carry the hyphen that the noun has
not (*a North-Quay warehouse*, *on the North Quay*), and ordinary words side by side are no compound: both are left
alone.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, WordCensus
from edcheck.model.fix import Fix
from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.compounds import PREFIXES, Variation, variations
from edcheck.recognise.vocabulary.open_compounds import Kin, kindred
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import forms, some, times

_RATIO = 3
"""How much more often the usual form must stand for the rare one to be a slip."""
_EVERYWHERE = 15
"""How much more often a closed form must stand for its hyphen to be that of a line's end."""
_AFFIXES = frozenset(("co", "re", "pre", "non", "anti", "ex", "un", "inter", "sub", "semi", "vice"))
"""What is joined with and without a hyphen though it is no word (`co-operate`)."""
_PRONOUN = lazy_pattern(r"(?:any|every|some)-(?:body|thing|one|where|how)\Z")
"""What writers and printers parted until the nineteenth century: no line's end is needed to explain it."""
_WORTH_A_REMARK = 3
_SHOWN = 3
_LISTED = 12


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    uneven: list[_Uneven] = []
    for variation in variations(document):
        rare, usual = sorted((variation.hyphenated_at, variation.other_at), key=len)
        if _is_slip(document.words, variation):
            yield _slip(document, variation)
        elif len(rare) + len(usual) >= _WORTH_A_REMARK:
            uneven.append(_Uneven(_counted(variation), (*rare[:_SHOWN], *usual[:_SHOWN])))
    for kin in kindred(document):
        places = [at for at in kin.open_at if not document.in_zone(at, "boilerplate", "navigation", "code")]
        if kin.prefix:
            yield from (_unlike_its_kind(document, kin, at) for at in places)
        elif places:
            uneven.append(_Uneven(forms(((kin.open, len(places)), *kin.kin[:1])), tuple(places[:_SHOWN])))
    if uneven:
        yield _remark(uneven)


@dataclass(frozen=True, slots=True)
class _Uneven:
    """Two forms with their counts, in words, and where they stand, the rarer first."""

    counted: str
    places: tuple[Extent, ...]


def _counted(variation: Variation) -> str:
    return forms(
        ((variation.hyphenated, len(variation.hyphenated_at)), (variation.other, len(variation.other_at)))
    )


def _is_slip(census: WordCensus, variation: Variation) -> bool:
    """Whether the hyphen of a line's end was kept, or that of a prefix was lost."""
    hyphenated, other = len(variation.hyphenated_at), len(variation.other_at)
    if variation.closed:
        if _PRONOUN.match(variation.hyphenated.lower()):
            return False
        parts = [part.lower() for part in variation.hyphenated.split("-")]
        words = any(part in _AFFIXES or part in census.counts or part.title() in census.counts for part in parts)
        return other >= (_EVERYWHERE if words else _RATIO) * hyphenated
    return variation.hyphenated.partition("-")[0] in PREFIXES and hyphenated >= _RATIO * other


def _unlike_its_kind(document: Document, kin: Kin, at: Extent) -> Draft:
    return Draft(
        "kind",
        at,
        {"rare": kin.open, "kin": some(f"“{form}”" for form, _ in kin.kin)},
        evidence=(f"others of its kind: {forms(kin.kin[:_SHOWN])}",),
        fixes=(document.fix(f"write “{kin.hyphenated}”", at, kin.hyphenated),),
        confidence=0.85,
    )


def _slip(document: Document, variation: Variation) -> Draft:
    hyphenated = (variation.hyphenated, variation.hyphenated_at)
    other = (variation.other, variation.other_at)
    (rare_form, rare), (form, usual) = (hyphenated, other) if variation.closed else (other, hyphenated)
    edits = tuple(edit for at in rare for edit in document.edit(at, _cased(form, document.quote(at))))
    return Draft(
        "rare",
        rare[0],
        {"rare": rare_form, "usual": form, "rare_count": len(rare), "usual_count": len(usual)},
        (
            *((at, "the rare form again") for at in rare[1:_LISTED]),
            *((at, "the usual form") for at in usual[:_SHOWN]),
        ),
        (f"“{form}” stands {len(usual)} times, “{rare_form}” {times(len(rare))}",),
        (Fix(f"write “{form}”", edits),),
        confidence=0.85,
    )


def _cased(form: str, written: str) -> str:
    return form[0].upper() + form[1:] if written[0].isupper() else form


def _remark(uneven: list[_Uneven]) -> Draft:
    uneven.sort(key=lambda one: one.places[0])
    # The rarer form of each first: a long list is cut at its end.
    places = [one.places[0] for one in uneven] + [at for one in uneven for at in one.places[1:]]
    return Draft(
        "even",
        places[0],
        {"count": len(uneven), "forms": some(one.counted for one in uneven)},
        tuple((at, "with a hyphen here, without one elsewhere, or the other way") for at in places[1:_LISTED]),
        tuple(one.counted for one in uneven),
        severity="information",
        confidence=0.6,
    )


_DANISH = "Anglo-Danish trade grew. The Anglo-Danish pact held. An Anglo-Danish fleet sailed. "

rule = Rule(
    id="words/inconsistent-hyphenation",
    severity="warning",
    doc=__doc__,
    messages={
        "rare": "“{rare}” ({rare_count}) is otherwise written “{usual}” ({usual_count})",
        "kind": "“{rare}” has no hyphen, others of its kind have one: {kin}",
        "even": "compounds with and without a hyphen: {forms}",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            _DANISH + "The «Anglo Danish» bank closed.",
            fixed=_DANISH + "The Anglo-Danish bank closed.",
        ),
        Bad(
            "North Quay dues. North Quay dues rose. The North Quay warehouse. A «North-Quay» customs house.",
            fixed="",
        ),
        Bad(
            "They cooperate. To cooperate is wise. All cooperate. Now cooperate. Some «co-operate».",
        ),
        Bad(
            "A comprehensive report. His comprehensive view. Too comprehensive. A «compre-hensive» plan.",
            fixed="A comprehensive report. His comprehensive view. Too comprehensive. A comprehensive plan.",
        ),
        Bad(
            "On the title-page. A title-page, torn. No title-page. The «title page» is lost, they said.",
            fixed="",
        ),
        Bad(
            "Of forty-two boats twenty-six sank. He was sixty-one. In «twenty five» days the ice broke.",
            fixed="",
        ),
        Bad(
            "An Anglo-Danish pact, an Anglo-Dutch bank, the Anglo-Danish trade. An «Anglo Swedish» treaty.",
            fixed="An Anglo-Danish pact, an Anglo-Dutch bank, the Anglo-Danish trade. An Anglo-Swedish treaty.",
        ),
        Bad("The masters-of-arms ate. No masters-of-arms fled. Two «masters of arms» hid.", fixed=""),
    ),
    good=(
        Good(_DANISH),
        Good(
            "On the North Quay. From the North Quay. At the North Quay, too. A North-Quay warehouse.",
            because="the attribute takes a hyphen, the noun does not",
        ),
        Good(
            "A matter-of-fact man, a matter-of-fact tone, a matter-of-fact book. As a matter of fact, no.",
            because="an attribute of three words and the phrase it is made of",
        ),
        Good(
            "A well-known man, a well-known tune, a well-known inn. It is well known.",
            because="ordinary words whose open form is normal syntax",
        ),
        Good(
            "He comes to-day. They row to-day. We sail to-day. The fog rose from day to day.",
            because="two words of a phrase",
        ),
        Good("A twenty-foot boat, forty-two oars, sixty-one men, eighty-five days, twenty one-man boats."),
        Good("Of good-will, and good-will, and good-will. What is good will do.", because="a verb"),
        Good(
            "A well-known man, a well-known tune, a well-known inn. It is well known unto all.",
            because="an adverb before a participle is no compound by itself",
        ),
        Good("To re-form the line. To reform the law. The reform. A reform.", because="two different words"),
    ),
)
