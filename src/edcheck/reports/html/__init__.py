"""The HTML report: one file that an editor opens from a disk, with the text, the findings in it, and no network.

Nothing from outside becomes markup: templates escape all they are given, and what comes as `Markup` went through
`characters.shown`. The page's own style and script are allowed by their hashes, and nothing else is.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from edcheck.model.report import Entry, Report
from edcheck.records import dataclass
from edcheck.reports.html.characters import shown_path
from edcheck.reports.html.dateline import DateLine, date_line
from edcheck.reports.html.ladder import Ladder, ladder
from edcheck.reports.html.overview import overview
from edcheck.reports.html.sheets import Group, Names, Sheet, loose_groups
from edcheck.reports.visible import visible

WHOLE_TEXT = 150_000
"""Code points up to which a text is shown whole; of a longer one, only what stands around findings."""
WHOLE_EDITION = 3_000_000
"""Code points of all texts together up to which texts are shown whole at all."""


@dataclass(slots=True)
class Chapter:
    """One document of the page."""

    anchor: str
    name: Markup
    groups: list[Group]
    counts: dict[str, int]
    whole: bool = True
    ladder: Ladder | None = None
    dates: DateLine | None = None
    has_text: bool = True


def render(report: Report) -> str:
    """The report as one HTML page."""
    anchors = [f"doc-{index}" for index in range(1, len(report.entries) + 1)]
    summaries = {rule.id: rule.summary for rule in report.rules}
    names = Names()
    size = sum(len(entry.document.text) for entry in report.entries if entry.document and entry.findings)
    faulty = [
        (index, anchor, entry)
        for index, (anchor, entry) in enumerate(zip(anchors, report.entries, strict=True), 1)
        if entry.findings
    ]
    # One chapter at a time: a large edition is never held twice.
    chapters = (
        _chapter(entry, index, anchor, names, summaries, size <= WHOLE_EDITION) for index, anchor, entry in faulty
    )
    style, script = _read("style.css"), _read("script.js")
    return _template().render(
        overview=overview(report, anchors),
        contents=[(anchor, visible(entry.path)) for _, anchor, entry in faulty],
        chapters=chapters,
        edition=loose_groups(report.edition_findings, names, summaries, named=True),
        version=visible(report.version),
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _chapter(
    entry: Entry, index: int, anchor: str, names: Names, summaries: dict[str, str], may_be_whole: bool
) -> Chapter:
    counts = dict.fromkeys("ewi", 0)
    if entry.document is None:
        groups = loose_groups(entry.findings, names, summaries)
        chapter = Chapter(anchor, shown_path(entry.path), groups, counts, has_text=False)
    else:
        document = entry.document
        whole = may_be_whole and len(document.text) <= WHOLE_TEXT
        sheet = Sheet(document, entry.findings, index, names, summaries, whole)
        doubts = [
            extent
            for finding in entry.findings
            if finding.rule.startswith("dates/")
            for extent in sheet.extents(finding.location)
        ]
        rungs, dates = ladder(document, sheet.target), date_line(document, doubts, sheet.target)
        chapter = Chapter(anchor, shown_path(entry.path), sheet.groups(), counts, whole, rungs, dates)
    for group in chapter.groups:
        for remark in group.remarks:
            counts[remark.letter] += 1
    return chapter


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2")
