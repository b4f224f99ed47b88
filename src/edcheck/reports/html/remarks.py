"""One finding as the margin shows it: what, why, both sides of it, and what would be right."""

import re
from collections.abc import Iterator
from functools import cache

from markupsafe import Markup

from edcheck.model import Document, Edit, Finding, Fix, Location
from edcheck.records import NamedTuple, dataclass, field
from edcheck.reports.html.characters import shown, shown_exactly
from edcheck.reports.html.marking import LETTERS
from edcheck.reports.passage import around
from edcheck.reports.visible import visible
from edcheck.text import Extent

WORDS = {"e": "Error", "w": "Warning", "i": "Remark"}
TRUST = {
    "safe": "safe: can be applied unseen",
    "unsafe": "right if the finding is",
    "suggestion": "a suggestion, for an editor’s eye",
}
_BEFORE, _AFTER = 110, 150
"""Code points of a side's passage before and behind its place."""
_AROUND_EDIT = 24
_LONGEST = 400
# A sentence ends behind a word of some length, which spares most abbreviations, and before a capital or a bracket.
_SENTENCE = re.compile(r"\w{3}[.!?…]['’”»\")\]]*\s+(?=[^\w\s]|[^\W\d_a-zà-öø-ÿа-я])")


class Side(NamedTuple):
    """One place that a finding speaks of, with its passage: `href` leads to it where the text is shown."""

    label: Markup
    where: str
    href: str
    before: Markup
    quote: Markup
    after: Markup


class Change(NamedTuple):
    """One edit as a small diff."""

    before: Markup
    old: Markup
    new: Markup
    after: Markup


class Correction(NamedTuple):
    """A fix with its edits and how far it may be trusted."""

    title: Markup
    trust: str
    changes: list[Change]


@dataclass(slots=True)
class Remark:
    """What the template needs of one finding. `id` is unique in the page and stable across runs."""

    id: str
    number: int
    letter: str
    family: str
    head: Markup
    """The finding's number, severity and rule, and its line: the link by which it is passed on."""
    message: Markup
    why: Markup
    certainty: int
    corrections: list[Correction]
    sides: list[Side] = field(default_factory=list)
    markup_quote: Markup = Markup("")
    """What stands in the source where the place is part of the markup and not of the text."""


def remark(finding: Finding, number: int, name: str, summary: str, document: Document | None) -> Remark:
    """Make the remark; its sides are added by whoever knows the text around it."""
    letter = LETTERS[finding.severity]
    return Remark(
        name,
        number,
        letter,
        family_of(finding.rule),
        _head(number, name, letter, finding),
        shown(finding.message),
        shown("; ".join(line.rstrip(".") for line in finding.evidence) or summary),
        round(finding.confidence * 100),
        [_correction(fix, document) for fix in finding.fixes],
    )


def _head(number: int, name: str, letter: str, finding: Finding) -> Markup:
    return Markup(
        f'<a class="n {letter}" href="#m-{name}" title="To the place in the text">{number}</a>'
        f'<span class="word">{WORDS[letter]}</span>'
        f'<a class="rule" href="#{rule_anchor(finding.rule)}">{shown(finding.rule)}</a>'
        f'<a class="where" href="#f-{name}" title="A lasting link">line {finding.location.start.line}</a>'
    )


@cache
def rule_anchor(rule: str) -> str:
    """The id of a rule's entry in the list of rules: `rule-notes--gap`."""
    return "rule-" + re.sub(r"[^a-z0-9]", "-", rule.lower().replace("/", "--"))


def family_of(rule: str) -> str:
    """The family of a rule, as it can be shown."""
    return visible(rule.partition("/")[0])


def side_of(label: str, line: int, href: str, parts: tuple[str, str, str]) -> Side:
    """One side of a finding; `parts` are the words before the place, at it, and behind it."""
    before, quote, after = parts
    return Side(shown(label), f"line {line}", href, shown(before), shown(shortened(quote)), shown(after))


def loose_side(location: Location) -> Side:
    """A side whose text is not at hand: out of the location itself."""
    before, after = around(location)
    return side_of(location.label, location.start.line, "", (before, location.quote, after))


def passage(text: str, extent: Extent, block: Extent) -> tuple[str, str, str]:
    """The words around an extent, within its block, cut at the ends of sentences or at least of words."""
    start, end = block
    low, high = max(start, extent.start - _BEFORE), min(max(end, extent.end), extent.end + _AFTER)
    before, after = text[low : extent.start], text[extent.end : high]
    if low > start:
        before = _from_sentence(before)
    if high < end:
        after = _to_sentence(after)
    return before, text[extent.start : extent.end], after


def _from_sentence(text: str) -> str:
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    if ends:
        return text[ends[-1] :] if len(text) - ends[-1] > 20 or len(ends) == 1 else text[ends[-2] :]
    return "… " + text.partition(" ")[2]


def _to_sentence(text: str) -> str:
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    return text[: ends[-1]].rstrip() if ends else text.rpartition(" ")[0] + " …"


def shortened(text: str) -> str:
    """A long quotation by its beginning and its end."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 4 :]}"


def _correction(fix: Fix, document: Document | None) -> Correction:
    return Correction(shown(fix.title), TRUST[fix.trust], list(_changes(fix, document)))


def _changes(fix: Fix, document: Document | None) -> Iterator[Change]:
    for edit in fix.edits:
        before, after = _around(edit, document)
        yield Change(
            shown(before),
            shown_exactly(shortened(edit.old)),
            shown_exactly(shortened(edit.new)),
            shown(after),
        )


def _around(edit: Edit, document: Document | None) -> tuple[str, str]:
    if document is None:
        return "", ""
    text, (start, end) = document.source.text, edit.span
    before = re.split(r"[\r\n]", text[max(start - _AROUND_EDIT, 0) : start])[-1]
    after = re.split(r"[\r\n]", text[end : end + _AROUND_EDIT])[0]
    if len(before) == _AROUND_EDIT:
        before = before.partition(" ")[2] or before
    if len(after) == _AROUND_EDIT:
        after = after.rpartition(" ")[0] or after
    return before, after
