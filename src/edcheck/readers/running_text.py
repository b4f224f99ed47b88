"""The readable text of a marked-up page while it is collected: lines, and character references resolved."""

from edcheck.model import Flaw
from edcheck.readers.entities import REFERENCE, Reference, escaped_twice, resolve
from edcheck.text import Span, ViewBuilder

_SOFT_HYPHEN = "\u00ad"
"""Written as a reference it is markup, which says where a word may be divided."""
INSIDE, AFTER_BREAK, FRESH = 0, 1, 2
"""Where text stands: in a line, after a line break, at the beginning of a block that has none yet."""


class RunningText:
    """Runs of text, appended to a view as they come; what is wrong with references goes to `flaws`.

    `texts`, `sources` and `ends` are the view's pieces, for who appends them quickly. `state` is where it stands.
    """

    __slots__ = ("_flaws", "builder", "ends", "sources", "state", "texts")

    def __init__(self, flaws: list[Flaw]) -> None:
        self.builder = ViewBuilder()
        self.texts, self.sources, self.ends = self.builder.texts, self.builder.sources, self.builder.ends
        self.state = FRESH
        self._flaws = flaws

    def first_run(self, run: str, position: int, preformatted: bool) -> None:
        """Append text that begins a line, or step over the blank between blocks."""
        if run.isspace():
            if self.state == AFTER_BREAK or preformatted:
                self.builder.verbatim(run, position)
            return
        if self.state == FRESH and run[0] not in "\r\n":
            self.begin_line(position)
        self.state = INSIDE
        if "&" in run:
            self.references(run, position)
        else:
            self.texts.append(run)
            self.sources.append(position)

    def begin_line(self, at: int) -> None:
        """Set a new block off from the line before it."""
        texts = self.texts
        if texts and texts[-1][-1] not in "\r\n":
            self.ends[len(texts)] = at
            texts.append("\n")
            self.sources.append(at)

    def literal(self, text: str, position: int, preformatted: bool) -> None:
        """Append text in which nothing is markup."""
        if self.state and text.isspace() and not preformatted:
            return
        if self.state == FRESH:
            self.begin_line(position)
        self.state = INSIDE
        self.builder.verbatim(text, position)

    def references(self, run: str, position: int) -> None:
        """Append a run of text, its character references resolved."""
        texts, sources, ends = self.texts, self.sources, self.ends
        parts = iter(REFERENCE.split(run))
        text = next(parts)
        if text:
            texts.append(text)
            sources.append(position)
            position += len(text)
        for written, text in zip(parts, parts, strict=True):
            shown, length, flaw, _, _ = found = resolve(written)
            if shown and shown != _SOFT_HYPHEN:
                ends[len(texts)] = position + length
                texts.append(shown)
                sources.append(position)
            if flaw or shown == "&":
                self._judge(found, text, position)
                if not shown or length < len(written):
                    rest = length if shown else 0
                    self.builder.verbatim(written[rest:], position + rest)
            position += len(written)
            if text:
                texts.append(text)
                sources.append(position)
                position += len(text)

    def _judge(self, found: Reference, following: str, at: int) -> None:
        """Note what is wrong with a reference."""
        end = at + found.length
        if not found.flaw:
            twice = escaped_twice(following)
            if twice is None:
                return
            found, end = twice, end + twice.length
        self._flaws.append(Flaw(found.flaw, Span(at, end), {"name": found.name, "reads": found.reads}))
