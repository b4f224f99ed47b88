"""`Rule`: one frozen value, whatever its origin. A rule is its check, its words and its examples.

A rule file holds a module docstring (first line: the fault in one sentence; then what, why, how to repair),
a `check` function and `rule = Rule(...)`. The examples are the rule's tests and its documentation.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from edcheck.errors import RuleError
from edcheck.model import Draft, Edition, Severity, Trust
from edcheck.records import dataclass, field

RuleScope = Literal["document", "edition", "apparatus"]
MARKS = "«»"


@dataclass(frozen=True, slots=True)
class NoOptions:
    """Options of a rule that has none."""


@dataclass(frozen=True, slots=True)
class Bad:
    """A text with the fault. `« »` mark each place where exactly one finding must lie, and there are no others.

    `fixed` is the text after the first fix of every finding (None: not tested, `""`: there must be no fix).
    `marks` replaces the two marking characters where the text itself needs guillemets. For a rule about the
    edition or about notes, form feeds (`\f`) part the text into documents, which `names` names;
    further names are those of files that lie beside them.
    `format` is the reader's name; `edition` and `options` the settings the example stands under.
    """

    text: str
    fixed: str | None = None
    format: str = "plain"
    edition: Edition = Edition()
    options: Any = None
    marks: str = MARKS
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Good:
    """A text on which the rule is silent. `because` names the trap that it would be easy to fall into.

    The other fields are those of `Bad`.
    """

    text: str
    because: str = ""
    format: str = "plain"
    edition: Edition = Edition()
    options: Any = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with everything that is to be known of it.

    `id` is `family/name` and names the fault. `doc` is the module docstring. `messages` maps message ids to
    templates in `str.format` syntax. `check` gets a `Document` (scope `document`), the list of all `Facts` (scope
    `edition`), or an `Apparatus` (scope `apparatus`: each document, and once what several documents share), and
    the options; it yields `Draft`s, keeps no state and reads no file. For scope `edition` a draft's places are
    `Location`s or `Spot`s taken from the facts. `fix` is the best trust any of its fixes has.
    """

    id: str
    severity: Severity
    doc: str
    messages: Mapping[str, str]
    check: Callable[[Any, Any], Iterable[Draft]]
    bad: tuple[Bad, ...] = ()
    good: tuple[Good, ...] = ()
    scope: RuleScope = "document"
    options: type = NoOptions
    """A frozen dataclass whose docstring says of each option what it means: `` `fewest`: … ``."""
    fix: Trust | None = None
    preview: bool = False
    """It has not shown yet that it keeps what its severity promises, and runs only where it is asked for."""
    source: str = field(default="built in")

    def __post_init__(self) -> None:
        if self.id.count("/") != 1 or not self.doc or not self.messages:
            raise RuleError(f"rule “{self.id}” needs an id of the form family/name, a docstring and messages")

    @property
    def family(self) -> str:
        """The part of the id before the slash."""
        return self.id.partition("/")[0]

    @property
    def summary(self) -> str:
        """The fault in one sentence: the docstring's first line."""
        return self.doc.partition("\n")[0].strip()

    @property
    def explanation(self) -> str:
        """What, why and how to repair: the docstring without its first line."""
        return self.doc.partition("\n")[2].strip()
