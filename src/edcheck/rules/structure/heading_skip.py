"""A heading skips a level that its siblings keep.

A section's title was set one level too deep: a heading of the fourth level stands directly below one of the
second, where the other sections have the third. Tables of contents and readers that go from heading to heading
then lose the section. Raise the heading to the level of its siblings. Where a text skips a level throughout, as
old pages do that choose headings by their looks, this is said once.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Block, Document, Draft, Fix
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Span
from edcheck.wording import times

_SIBLINGS = 2
"""Sections that must keep the level before one that skips it is a slip, for each time it is skipped."""
_HABIT = 3
"""Headings that stand two levels below others before it is worth a remark."""
_TAG = 400
"""Code points before a heading's text within which its start tag is looked for, and the end tag behind it."""


@dataclass(slots=True)
class _Step:
    """A heading and the level of the one above it that it belongs to.

    `goes_on` says that it follows that heading directly, as a subtitle does; `first` that no heading stands
    between the two.
    """

    heading: Block
    above: int
    goes_on: bool
    first: bool

    @property
    def skips(self) -> bool:
        return self.heading.level > self.above + 1


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    blocks = document.blocks
    levels = {block.level for block in blocks if block.level}
    if len(levels) < 2 or document.format == "plain":
        return
    steps = _steps(blocks)
    skipped = [step for step in steps if step.skips and step.first]
    if not skipped:
        return
    kept = Counter((step.above, step.goes_on) for step in steps if step.heading.level == step.above + 1)
    missed = Counter(step.above for step in skipped)
    habit: list[_Step] = []
    for step in skipped:
        # A subtitle is set smaller than a section's title: it has siblings only among subtitles.
        siblings = kept[step.above, True] + (0 if step.goes_on else kept[step.above, False])
        if siblings >= _SIBLINGS * missed[step.above]:
            yield _slip(document, step, siblings)
        elif not step.goes_on:
            habit.append(step)
    if habit:
        yield from _habit(habit[0], steps)


def _steps(blocks: list[Block]) -> list[_Step]:
    """Each heading that stands below another, in order."""
    steps: list[_Step] = []
    above: list[int] = []
    last = -1
    for index, block in enumerate(blocks):
        if block.kind != "heading" or not block.level:
            continue
        before = above[-1] if above else 0
        while above and above[-1] >= block.level:
            above.pop()
        if above:
            first = before == above[-1]
            steps.append(_Step(block, above[-1], first and last == index - 1, first))
        above.append(block.level)
        last = index
    return steps


def _slip(document: Document, step: _Step, siblings: int) -> Draft:
    right = step.above + 1
    return Draft(
        "skip",
        step.heading.extent,
        {"level": step.heading.level, "above": step.above, "right": right},
        evidence=(f"{siblings} other headings below one of level {step.above} are of level {right}",),
        fixes=_fixes(document, step.heading, right),
        confidence=0.85,
    )


def _habit(first: _Step, steps: list[_Step]) -> Iterator[Draft]:
    above, level = first.above, first.heading.level
    count = sum((step.above, step.heading.level) == (above, level) for step in steps)
    if count >= _HABIT:
        yield Draft(
            "habit",
            first.heading.extent,
            {"level": level, "above": above},
            evidence=(f"so it is {times(count)} in this text",),
            severity="information",
            confidence=0.6,
        )


def _fixes(document: Document, heading: Block, right: int) -> tuple[Fix, ...]:
    """Set the level in the source: the number in the tags, or the signs before a line."""
    source, start = document.source.text, document.view.spans(heading.extent)[0].start
    if heading.name == f"h{heading.level}" and document.format == "html":
        return _retagged(document, heading, right)
    signs = "#" * heading.level
    at = source.rfind(signs, max(start - _TAG, 0), start)
    if document.format != "markdown" or at < 0 or source[at:start].strip() != signs:
        return ()
    span = Span(at, at + heading.level)
    return (document.fix(f"set it at level {right}", span, "#" * right, "unsafe"),)


def _retagged(document: Document, heading: Block, right: int) -> tuple[Fix, ...]:
    spans = document.view.spans(heading.extent)
    source, name = document.source.text.lower(), f"h{heading.level}"
    opened = source.rfind(f"<{name}", max(spans[0].start - _TAG, 0), spans[0].start)
    closed = source.find(f"</{name}", spans[-1].end, spans[-1].end + _TAG)
    if opened < 0 or closed < 0:
        return ()
    edits = tuple(
        edit
        for at in (opened + len(name), closed + len(name) + 1)
        for edit in document.edit(Span(at, at + 1), str(right))
    )
    return (Fix(f"set it at level {right}", edits, "unsafe"),)


_HTML = (
    "<h1>Rain</h1><p>It rained.</p><h2>May</h2><p>It rained.</p><h3>The first week</h3><p>It hailed.</p>"
    "<h3>The second week</h3><p>It snowed.</p><h2>June</h2><p>It rained.</p>"
)
_MARKDOWN = "# Rain\n\n## May\n\nIt rained.\n\n### Hail\n\nIt hailed.\n\n### Snow\n\nIt snowed.\n\n## June\n\n"

rule = Rule(
    id="structure/heading-skip",
    severity="warning",
    doc=__doc__,
    messages={
        "skip": "a heading of level {level} below one of level {above}: its siblings are of level {right}",
        "habit": "headings of level {level} stand directly below those of level {above}",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            f"{_HTML}<h4>«The third week»</h4><p>It thawed.</p>",
            f"{_HTML}<h3>The third week</h3><p>It thawed.</p>",
            "html",
        ),
        Bad(
            f"{_MARKDOWN}It rained.\n\n#### «The *third* week»\n\nIt thawed.\n",
            f"{_MARKDOWN}It rained.\n\n### The *third* week\n\nIt thawed.\n",
            "markdown",
        ),
        Bad(
            "<h1>Rain</h1><p>Wet.</p><h4>«May»</h4><p>Rain.</p><h4>June</h4><p>Hail.</p><h4>July</h4>", "", "html"
        ),
        Bad(
            "== Rain ==\nWet.\n==== «May» ====\nRain.\n==== June ====\nHail.\n==== July ====\nIce.\n",
            "",
            "wikitext",
        ),
    ),
    good=(
        Good(f"{_HTML}<h3>The third week</h3><p>It thawed.</p><h1>Snow</h1>", format="html"),
        Good(
            f"{_HTML}<h3>Hail</h3><p>It thawed.</p><h4>Large</h4><p>As eggs.</p><h2>July</h2>",
            "up again by two levels is the end of a section",
            "html",
        ),
        Good("<h3>Rain</h3><p>It rained.</p><h4>May</h4>", "a part of a book begins at its own level", "html"),
        Good("<h2>Mr. Weir</h2><h1>Rain</h1><p>Wet.</p><h3>Notes</h3><p>Ice.</p>", "chosen by its looks", "html"),
        Good("<h1>Rain</h1><h3>(May 1903)</h3><p>It rained.</p>", "a subtitle is set small", "html"),
        Good("MAY\n\nIt rained.\n\n\n\nJune\n\nIt hailed.", "a plain text has no levels"),
    ),
)
