"""Where the time of a check goes: to files, the reader, each recogniser, each rule, the reports."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from edcheck.engine import understand
from edcheck.model import Document, Edition
from edcheck.ruleset import RuleSet
from edcheck.stages import P, T
from edcheck.text import Source

Clock = Callable[[], int]
"""Gives a time in nanoseconds."""


class Profile:
    """Nanoseconds by stage, by the clock that it is given. A stage within another counts for itself only."""

    def __init__(self, clock: Clock) -> None:
        self.spent: Counter[str] = Counter()
        self.size = 0
        """Bytes of the texts that were read."""
        self._clock = clock
        self._inner = [0]

    def watch(self, stage: str, call: Callable[P, T], /) -> Callable[P, T]:
        """The same function, its time counted for a stage."""

        def watched(*values: P.args, **named: P.kwargs) -> T:
            self._inner.append(0)
            start = self._clock()
            try:
                return call(*values, **named)
            finally:
                whole = self._clock() - start
                self.spent[stage] += whole - self._inner.pop()
                self._inner[-1] += whole

        return watched

    def each(self, stage: str, items: Iterable[T]) -> Iterator[T]:
        """The same items; the time that it takes to make them is counted for a stage."""
        following = self.watch(stage, iter(items).__next__)
        while True:
            try:
                item = following()
            except StopIteration:
                return
            yield item

    def rules(self, ruleset: RuleSet) -> RuleSet:
        """The same rules, each a stage of its own."""
        return RuleSet(
            tuple(replace(rule, check=self._watched_rule(rule.id, rule.check)) for rule in ruleset.rules),
            ruleset.options,
        )

    def _watched_rule(self, stage: str, check: Callable[..., Iterable[Any]]) -> Callable[..., Iterator[Any]]:
        return lambda subject, options: self.each(stage, self.watch(stage, check)(subject, options))

    def understand(self, source: Source, edition: Edition, format: str | None) -> Document:
        """Read and recognise one source, stage by stage; its words are counted at once, not for a rule."""
        self.size += len(source.data)
        document = understand(source, edition, format, self.watch)
        self.watch("words", lambda: document.words)()
        return document

    def rows(self) -> Iterator[tuple[str, float, float]]:
        """Each stage with its seconds and its nanoseconds for a byte of text, the dearest first."""
        for stage, spent in self.spent.most_common():
            yield stage, spent / 1e9, spent / max(self.size, 1)
