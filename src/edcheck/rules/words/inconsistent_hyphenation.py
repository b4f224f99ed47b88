"""A compound is written with a hyphen here and without one there.

Line ends, scanners and many hands leave `North-Quay` beside `North Quay`, `Anglo Danish` beside `Anglo-Danish`,
`co-operate` beside `cooperate`. Where one form is clearly the usual one, the rare one is pointed out; where both
are about as frequent, one remark gives the counts. Numbers (`twenty five`) and what stands behind a prefix that
never stands alone are held against others of their kind. An attribute may carry the hyphen that the noun has not
(*a North-Quay warehouse*, *on the North Quay*), and ordinary words side by side are no compound: both are left
alone.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.model.fix import Fix
from edcheck.recognise.vocabulary.compounds import Variation, variations
from edcheck.recognise.vocabulary.open_compounds import Kin, kindred
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import forms, some, times

_RATIO = 3
"""How much more often the usual form must stand for the rare one to be a slip."""
_WORTH_A_REMARK = 3
_SHOWN = 3
_LISTED = 12


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    even: list[tuple[Variation, Extent]] = []
    for variation in variations(document):
        hyphenated, other = variation.hyphenated_at, variation.other_at
        if len(hyphenated) >= _RATIO * len(other):
            yield _slip(document, other, variation.other, hyphenated, variation.hyphenated)
        elif len(other) >= _RATIO * len(hyphenated):
            yield _slip(document, hyphenated, variation.hyphenated, other, variation.other)
        elif len(hyphenated) + len(other) >= _WORTH_A_REMARK:
            even.append((variation, min(hyphenated, other, key=len)[0]))
    if even:
        yield _remark(even)
    for kin in kindred(document):
        yield from _unlike_its_kind(document, kin)


def _unlike_its_kind(document: Document, kin: Kin) -> Iterator[Draft]:
    for at in kin.open_at:
        if not document.in_zone(at, "boilerplate", "navigation", "code"):
            yield Draft(
                "kind",
                at,
                {"rare": kin.open, "kin": some(f"“{form}”" for form, _ in kin.kin)},
                evidence=(f"others of its kind: {forms(kin.kin[:_SHOWN])}",),
                fixes=(document.fix(f"write “{kin.hyphenated}”", at, kin.hyphenated),),
                confidence=0.85,
            )


def _slip(
    document: Document, rare: tuple[Extent, ...], rare_form: str, usual: tuple[Extent, ...], form: str
) -> Draft:
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


def _remark(even: list[tuple[Variation, Extent]]) -> Draft:
    even.sort(key=lambda entry: entry[1])
    counted = [
        forms(((variation.hyphenated, len(variation.hyphenated_at)), (variation.other, len(variation.other_at))))
        for variation, _ in even
    ]
    places = [
        (at, f"“{variation.other}” beside “{variation.hyphenated}”")
        for variation, _ in even
        for at in (*variation.other_at[:_SHOWN], *variation.hyphenated_at[:_SHOWN])
    ]
    return Draft(
        "even",
        even[0][1],
        {"count": len(even), "forms": some(counted)},
        tuple(place for place in places if place[0] != even[0][1])[:_LISTED],
        tuple(counted),
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
            fixed="North Quay dues. North Quay dues rose. The North Quay warehouse. A North Quay customs house.",
        ),
        Bad(
            "They cooperate. To cooperate is wise. All cooperate. Now cooperate. Cooperate! Some «co-operate».",
            fixed="They cooperate. To cooperate is wise. All cooperate. Now cooperate. Cooperate! Some cooperate.",
        ),
        Bad(
            "On the title-page. A title-page, torn. No title-page. The «title page» is lost, they said.",
            fixed="On the title-page. A title-page, torn. No title-page. The title-page is lost, they said.",
        ),
        Bad(
            "Of forty-two boats twenty-six sank. He was sixty-one. In «twenty five» days the ice broke.",
            fixed="Of forty-two boats twenty-six sank. He was sixty-one. In twenty-five days the ice broke.",
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
