"""`dataclass` as the standard library has it, at a tenth of the price for every start.

The standard decorator compiles five to seven methods for each class when its module is imported: half a
millisecond a class, and the hundred classes of edcheck would take longer than the check of thirty pages. Here
`repr`, `==` and `hash` are shared by all classes, and `__init__` is compiled when the first object is made.
Objects are made as quickly as before, those of frozen classes in half the time, since `frozen` is held by mypy,
not by the interpreter. `fields`, `replace`, `pickle` and pydantic see a usual dataclass.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, Field, field
from functools import cache
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "field"]


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(one.name for one in dataclasses.fields(cls) if one.compare)


def _compared(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, name) for name in _names(self.__class__))


def _eq(self: Any, other: object) -> bool:
    return _compared(self) == _compared(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(_compared(self))


def _make(cls: type, frozen: bool, slots: bool) -> type:
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)

    def first(self: Any, *values: Any, **named: Any) -> None:
        made.__init__ = _compile_init(made)
        made.__init__(self, *values, **named)

    made.__init__ = first
    made.__repr__ = _repr
    made.__eq__ = _eq
    made.__hash__ = _hash if frozen else None
    return made  # type: ignore[no-any-return]


def _compile_init(cls: type) -> Callable[..., None]:
    """Write and compile the `__init__` that takes the class's fields in order."""
    known: dict[str, Any] = {"_MISSING": MISSING}
    parameters, lines = ["self"], []
    for one in dataclasses.fields(cls):
        parameter, value = _parts(one, known)
        parameters += [parameter] if one.init else []
        lines.append(f" self.{one.name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass"), known)
    init: Callable[..., None] = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    return init


def _parts(one: Field[Any], known: dict[str, Any]) -> tuple[str, str]:
    """A field as a parameter and as the value that is kept; defaults go into `known`."""
    default, factory = f"_default_{one.name}", f"_factory_{one.name}"
    if one.default_factory is not MISSING:
        known[factory] = one.default_factory
        made = f"{factory}()"
        return f"{one.name}=_MISSING", f"{made} if {one.name} is _MISSING else {one.name}" if one.init else made
    if one.default is not MISSING:
        known[default] = one.default
        return f"{one.name}={default}", one.name if one.init else default
    return one.name, one.name


if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, *, frozen: bool = False, slots: bool = False) -> Any:
        """Make a dataclass of a class; `frozen` makes it hashable and is otherwise held by mypy."""
        return _make(cls, frozen, slots) if cls else lambda cls: _make(cls, frozen, slots)
