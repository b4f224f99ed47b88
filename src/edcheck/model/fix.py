"""A repair as text edits, with how far it may be trusted."""

from typing import Literal

from edcheck.records import dataclass
from edcheck.text import Position, Span

Trust = Literal["safe", "unsafe", "suggestion"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the source text `old` at `span` by `new`. `start` and `end` are the span's ends for people."""

    span: Span
    old: str
    new: str
    start: Position
    end: Position


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to repair a finding.

    `safe`: can be applied unseen. `unsafe`: right if the finding is; applied only on request.
    `suggestion`: shown to an editor, never applied by a machine.
    """

    title: str
    edits: tuple[Edit, ...]
    trust: Trust = "suggestion"
