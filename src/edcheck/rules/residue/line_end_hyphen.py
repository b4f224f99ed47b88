"""A hyphen that parted a word at the end of a printed line was left inside it.

When the lines of the print are joined, the hyphen at their end has to go, or to lose the blank behind it:
`inter- national` is `international`, and `White- Sea` is `White-Sea`. The same happens where a word runs over a
page. How the word is written elsewhere in the text tells what was meant. Hyphens that wait for a second word
(`pre- and post-war`) are left alone, and so are texts that keep the lines of the print throughout.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Document, Draft, Fix
from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.places import Finder
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_HYPHENS = "-¬"
_GAP = lazy_pattern(
    r"(?P<blank>\s{1,8})(?:(?P<page>\[[^\]\n]{1,16}\]|\{[^}\n]{1,12}\}|-?[ \t]?\d{1,4}[ \t]?-?)\s{1,8})?"
    r"(?P<tail>[^\W\d_]{2,}+)(?![-.]?[\d_])"
)
_OCR_END = lazy_pattern(r"[^\W\d_]{2,}+¬(?=\s)")
_WAITING = """
    and or nor to and/or versus vs as but not through than from over then plus
    und oder bzw bis als noch sowie wie resp aber nicht statt beziehungsweise u
    et ou ni puis comme y o e ed od né ni sino и или либо да но а не
"""
_AFTER_A_WAITING_ONE = frozenset(_WAITING.split())
"""Words behind a hyphen that waits for the end of the next word: `pre- and post-war`, `Ein- und Ausgang`."""
_GOING_ON = "in into to on at by of der die das den dem zu zum zur im am vom auf mit à au aux de en du в на к по"
_PREPOSITIONS = frozenset(_GOING_ON.split())
"""Words that go on with the sentence behind such a hyphen (`vom Ein- zum Ausgang`), where no word is known."""
_SHORTEST = 2
_UNKNOWN = 3
"""Letters of the first part that make it no word of its own where it stands nowhere else."""
_LONG = 7
"""Letters of the second part that make it too long for what stands behind a dash, where it stands nowhere else."""
_KEPT = 6
"""Words parted at line ends from which on the text keeps the lines of the print."""


@dataclass(frozen=True, slots=True)
class _Parted:
    """A word in two parts: where it stands, and how often it stands elsewhere joined, hyphenated or in parts."""

    at: Extent
    hyphen: int
    head: str
    tail: str
    page: bool
    line: bool
    joined: int
    hyphenated: int
    alone: int
    """How often the first part stands in the text as a word of its own."""

    @property
    def unseen(self) -> bool:
        """The text has the word in neither form."""
        return not (self.joined or self.hyphenated)

    @property
    def dash(self) -> bool:
        """Nothing tells the hyphen from a dash that was set as one."""
        return self.unseen and self.alone > 0


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    text = document.text
    heads = [word for word in document.words.mixed if word[-1] == "-" != word[0] and len(word) > _SHORTEST]
    finder = Finder(text, heads)
    places = [place for head in heads for place in finder.places(head)]
    if "¬" in text:
        places += [Extent(*match.span()) for match in _OCR_END.finditer(text)]
    if not places:
        return
    parted = [one for place in sorted(places) if (one := _parted(document, place)) is not None]
    if any(one.dash for one in parted):
        parted = [one for one in parted if not one.unseen]
    lines = [one for one in parted if one.line and not one.page]
    if len(lines) >= _KEPT:
        parted = [one for one in parted if one not in lines]
        yield Draft(
            "kept",
            lines[0].at,
            {"count": len(lines)},
            tuple((one.at, "here too") for one in lines[1:8]),
            severity="information",
            confidence=0.8,
        )
    for one in parted:
        yield _draft(document, one)


def _parted(document: Document, place: Extent) -> _Parted | None:
    """The word that is parted at the hyphen which ends `place`; None where the hyphen is right."""
    text, counts = document.text, document.words.counts
    start, end = place
    match = _GAP.match(text, end)
    head = text[start : end - 1]
    if match is None or not head.replace("-", "").isalpha() or document.in_zone(place, "code", "boilerplate"):
        return None
    tail = match["tail"]
    if tail.lower() in _AFTER_A_WAITING_ONE or tail.lower().startswith(head.lower()):
        return None
    joined, hyphenated = _count(counts, head + tail), _count(counts, f"{head}-{tail}")
    page, blank = match["page"] is not None, match["blank"]
    new_block = "\n" in blank and document.block_at(start) is not document.block_at(match.start("tail"))
    line = _ends_line(document, end, blank)
    if text[end - 1] == "¬":
        alone = 0
    elif page or new_block or line:
        if joined <= hyphenated:
            return None  # a compound may be wrapped at its hyphen
        alone = 0
    else:
        alone = _count(counts, head) if len(tail) < _LONG or _count(counts, tail) > 1 else 0
    unseen = not (joined or hyphenated)
    if unseen and (tail in _PREPOSITIONS or tail[0].isupper() or (not alone and len(head) < _UNKNOWN)):
        return None
    return _Parted(Extent(start, match.end()), end - 1, head, tail, page, line, joined, hyphenated, alone)


def _ends_line(document: Document, end: int, blank: str) -> bool:
    """Whether a line ends there for the reader: in a plain text, or by a line break of the markup."""
    if document.format == "plain":
        return "\n" in blank or "\r" in blank
    return any(end <= one.at <= end + len(blank) for one in document.markup.breaks if one.kind == "line")


def _count(counts: Counter[str], word: str) -> int:
    """How often a word stands in the text, at the head of a sentence or within one."""
    return sum(counts[form] for form in {word, word.lower(), word[:1].upper() + word[1:]})


def _draft(document: Document, one: _Parted) -> Draft:
    joined, hyphenated = one.head + one.tail, f"{one.head}-{one.tail}"
    evidence = [
        f"“{form}” stands elsewhere in the text {times(count)}"
        for form, count in ((joined, one.joined), (hyphenated, one.hyphenated))
        if count
    ]
    if not evidence:
        evidence = [f"“{one.head}” and “{one.tail}” do not both stand elsewhere as words of their own"]
    compound = one.hyphenated > one.joined or (one.unseen and "-" in one.head)
    forms = [hyphenated, joined] if compound else [joined, hyphenated]
    gap = Extent(one.hyphen, one.at.end - len(one.tail))
    fixes: list[Fix] = []
    if not one.page:
        fixes = [document.fix(f"Write “{form}”", gap, "-" if form is hyphenated else "") for form in forms]
    written = " ".join(document.quote(one.at).split())
    return Draft(
        "page" if one.page else "parted",
        one.at,
        {"written": written, "reads": forms[0]},
        evidence=tuple(evidence),
        fixes=tuple(fixes),
        confidence=0.7 if one.unseen else 0.9,
    )


rule = Rule(
    id="residue/line-end-hyphen",
    severity="warning",
    doc=__doc__,
    messages={
        "parted": "“{written}” keeps the hyphen of a printed line: “{reads}”",
        "page": "“{written}” is one word that runs over a page: “{reads}”",
        "kept": "{count} words are parted at line ends: the text keeps the lines of the print",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            "The «har- bour» was shut. The harbour is small.",
            fixed="The harbour was shut. The harbour is small.",
        ),
        Bad(
            "The «North- Quay» is long; at North-Quay they fish.",
            "The North-Quay is long; at North-Quay they fish.",
        ),
        Bad("The «brea-\nkwater» is old. No breakwater holds.", "The breakwater is old. No breakwater holds."),
        Bad("The «brea¬\nkwater» is old.", "The breakwater is old."),
        Bad("The «brea-\n\n[p. 12]\n\nkwater» is old. No breakwater holds.", fixed=""),
        Bad("The pilots were «extraor- dinarily» calm.", "The pilots were extraordinarily calm."),
        Bad("He wore a «salt-and-pepper- coloured» coat.", fixed="He wore a salt-and-pepper-coloured coat."),
        Bad("<p>The «har-\nbour» was shut. The harbour is small.</p>", format="html"),
        Bad(
            "The «brea-\nkwater», har-\nbour, pi-\nlot, ves-\nsel, moor-\ning and lan-\ntern: "
            "breakwater, harbour, pilot, vessel, mooring, lantern.",
        ),
    ),
    good=(
        Good("An -r is dropped there; -rr- never doubles..", because="letters of a grammar stand within a word"),
        Good("A pre- and postwar harbour; an east- or westbound ship.", because="a hyphen that waits"),
        Good(
            "Der Ein- und Ausgang, die Vor- bzw. Nachsaison, avant- et arrière-port", because="the same elsewhere"
        ),
        Good("Der Weg vom Vorder- zum Hinterhaus ist weit.", because="a hyphen that waits for the end of a word"),
        Good("It was a well-\nknown harbour.", because="a compound may be wrapped at its hyphen"),
        Good("He wh- what did he say? The d- d pilot!", because="a stutter, and a curse"),
        Good("The pilot- who was old- came. The pilot is here.", because="a hyphen that does a dash’s work"),
        Good("See the letters A- and B, and 10- 12.", because="no words"),
    ),
)
