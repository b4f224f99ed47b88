"""What a companion is: a checker of formats that others wrote, run beside edcheck where it is installed."""

from collections.abc import Callable, Iterator, Sequence

from edcheck.model import Severity
from edcheck.records import NamedTuple, dataclass


class Message(NamedTuple):
    """What a companion says. `file` is the path it was given, `entry` the path within, empty where there is none.

    Lines and columns count from 1, columns in UTF-16 code units; 0 stands for what was not said. The place ends
    before `end_column`; without one, it is the tag that ends before `column`, or the point itself.
    """

    code: str
    severity: Severity
    text: str
    file: str
    entry: str = ""
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0


class Order(NamedTuple):
    """One run of a companion: its arguments behind the command, and the files that it is about."""

    arguments: tuple[str, ...]
    files: tuple[str, ...]


Arrange = Callable[[Sequence[str]], Iterator[Order]]
"""From absolute paths of files to the runs in which they are checked."""

Understand = Callable[[Order, str, str], list[Message]]
"""From a run, its standard output and standard error to messages; raises ValueError where they make no sense."""


@dataclass(frozen=True, slots=True)
class Companion:
    """A checker of formats: its command, the suffixes of its files, how it is run and understood.

    `package` is a Python package that brings the program as `package`.jar; empty where there is none.
    """

    name: str
    suffixes: tuple[str, ...]
    arrange: Arrange
    understand: Understand
    homepage: str
    package: str = ""

    @property
    def variable(self) -> str:
        """The environment variable that says where the program is."""
        return f"EDCHECK_{self.name.upper()}"
