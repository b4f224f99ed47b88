"""`dataclass` and `NamedTuple` as the standard library has them, at a tenth of the price for every start.

The standard decorator compiles five to seven methods for each class when its module is imported: half a
millisecond a class, and the hundred classes of edcheck would take longer than the check of thirty pages. Here
`repr`, `==` and `hash` are shared by all classes, and `__init__` is compiled when the first object is made.
Objects are made as quickly as before, those of frozen classes in half the time, since `frozen` is held by mypy,
not by the interpreter. `fields`, `replace`, `pickle` and pydantic see a usual dataclass. Likewise `__new__` is
compiled when the first named tuple of a class is made.
"""

import dataclasses
from collections import _tuplegetter  # type: ignore[attr-defined]
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, field
from functools import cache
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple", "dataclass", "field"]


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


def _tuple_repr(self: Any) -> str:
    shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
    return f"{type(self).__name__}({', '.join(shown)})"


def _tuple_replace(self: Any, /, **named: Any) -> Any:
    values = [named.pop(name, value) for name, value in zip(self._fields, self, strict=True)]
    if named:
        raise ValueError(f"Got unexpected field names: {list(named)!r}")
    return tuple.__new__(type(self), values)


def _tuple_asdict(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _tuple_make(cls: Any, values: Iterable[Any]) -> Any:
    return cls(*values)


_TUPLE_METHODS = {
    "__slots__": (),
    "__repr__": _tuple_repr,
    "__getnewargs__": lambda self: tuple(self),
    "_replace": _tuple_replace,
    "_asdict": _tuple_asdict,
    "_make": classmethod(_tuple_make),
}


class _Rows(type):
    """Makes of each class that is derived from `NamedTuple` a tuple with names."""

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(cls, name, bases, space)
        names = tuple(space.get("__annotations__", ()))
        defaults = {one: space[one] for one in names if one in space}
        getters = {one: _tuplegetter(index, f"Alias for field number {index}") for index, one in enumerate(names)}
        own = {"_fields": names, "__match_args__": names, "_field_defaults": defaults}
        made: Any = type(name, (tuple,), {**_TUPLE_METHODS, **space, **getters, **own})

        def first(cls: Any, *values: Any, **named: Any) -> Any:
            made.__new__ = _compile_new(made)
            return made.__new__(cls, *values, **named)

        made.__new__ = first
        return made


def _compile_new(cls: Any) -> Callable[..., Any]:
    """Write and compile the `__new__` that takes a tuple's fields in order."""
    known = {"_make": tuple.__new__, **{f"_default_{one}": value for one, value in cls._field_defaults.items()}}
    parameters = [f"{one}=_default_{one}" if one in cls._field_defaults else one for one in cls._fields]
    values = "".join(f"{one}, " for one in cls._fields)
    exec(f"def __new__({', '.join(('_cls', *parameters))}): return _make(_cls, ({values}))", known)
    new: Callable[..., Any] = known["__new__"]
    new.__qualname__ = f"{cls.__qualname__}.__new__"
    return new


if TYPE_CHECKING:
    from dataclasses import dataclass
    from typing import NamedTuple
else:

    class NamedTuple(metaclass=_Rows):
        """A tuple whose places have names; what derives from it has no other base."""

    def dataclass(cls: type | None = None, *, frozen: bool = False, slots: bool = False) -> Any:
        """Make a dataclass of a class; `frozen` makes it hashable and is otherwise held by mypy."""
        return _make(cls, frozen, slots) if cls else lambda cls: _make(cls, frozen, slots)
