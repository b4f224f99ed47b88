"""The reader's contract: one function from a `Source`, and what the settings say of the edition, to `Markup`.

A reader says only what the markup itself says. It never raises on any content, judges nothing, runs in time
linear in the source, and keeps every view piece equal to its slice of the source.
"""

from collections.abc import Callable

from edcheck.model import Edition, Markup, Problem
from edcheck.records import dataclass
from edcheck.text import Source

Reader = Callable[[Source, Edition], Markup]


@dataclass(frozen=True, slots=True)
class Format:
    """A format that texts come in: its name, the suffixes of its files, and its reader as `module:function`."""

    name: str
    suffixes: tuple[str, ...]
    entry: str


def decoding_problems(source: Source) -> list[Problem]:
    """Say where decoding had to assume something, so that no guess is silent."""
    decoding = source.decoding
    problems = []
    if decoding.evidence == "fallback":
        declared = f"declared as {decoding.declared}, " if decoding.declared else ""
        problems.append(
            Problem(
                "notice",
                "encoding-assumed",
                f"{declared}not UTF-8: read as {decoding.encoding}; name the encoding in the settings to be sure",
                source.name,
            )
        )
    if decoding.evidence == "nul-pattern":
        message = f"no byte order mark: read as {decoding.encoding}, as the zeros in it show"
        problems.append(Problem("notice", "encoding-assumed", message, source.name))
    if decoding.undecodable and decoding.evidence in ("declared", "given", "bom"):
        problems.append(
            Problem(
                "notice",
                "undecodable-bytes",
                f"{decoding.undecodable} byte sequences are not {decoding.encoding}; each is shown as U+FFFD",
                source.name,
            )
        )
    return problems
