"""Our `dataclass` behaves as the standard one."""

import copy
import dataclasses
import inspect
import pickle
import typing
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from edcheck.records import NamedTuple, dataclass, field


@dataclass(frozen=True, slots=True)
class Boat:
    """A boat."""

    name: str
    length: float = 4.5
    crew: tuple[str, ...] = ()
    log: list[int] = field(default_factory=list, compare=False, repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class StandardBoat:
    """A boat."""

    name: str
    length: float = 4.5
    crew: tuple[str, ...] = ()
    log: list[int] = dataclasses.field(default_factory=list, compare=False, repr=False)


@dataclass(slots=True)
class Harbour:
    boats: list[Boat] = field(default_factory=list)
    count: int = field(default=0, init=False)
    ledger: list[str] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.count = len(self.boats)

    @property
    def busy(self) -> bool:
        return self.count > 1


@dataclass
class Nothing:
    """Without slots."""


@pytest.mark.parametrize(
    ("values", "named"),
    [
        (("Ida",), {}),
        (("Ida", 3.0), {"crew": ("Ann",)}),
        ((), {"name": "Ida", "log": [1]}),
        ((), {}),
        (("a", 1.0, (), [], 5), {}),
        (("a",), {"name": "b"}),
        (("a",), {"sail": 1}),
    ],
)
def test_construction_and_repr(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    results = []
    for kind in (Boat, StandardBoat):
        try:
            boat = kind(*values, **named)
            results.append((repr(boat).removeprefix("Standard"), boat.log, dataclasses.astuple(boat)))
        except TypeError as error:
            results.append((str(error).replace("StandardBoat", "Boat"), [], ()))
    assert results[0] == results[1]


def test_equality_and_hash() -> None:
    assert Boat("Ida") == Boat("Ida", log=[1])
    assert Boat("Ida") != Boat("Ina")
    values: object = ("Ida", 4.5, ())
    assert Boat("Ida") != values
    assert hash(Boat("Ida")) == hash(Boat("Ida", log=[1]))
    assert len({Boat("Ida"), Boat("Ida"), Boat("Ina")}) == 2
    with pytest.raises(TypeError, match="unhashable"):
        hash(Harbour())
    assert Nothing() == Nothing()
    assert vars(Nothing()) == {}


def test_defaults_are_not_shared_and_post_init_runs() -> None:
    first, second = Harbour([Boat("a"), Boat("b")]), Harbour()
    assert (first.busy, second.busy) == (True, False)
    first.ledger.append("x")
    assert second.ledger == []
    assert not hasattr(first, "__dict__")
    with pytest.raises(AttributeError):
        first.captain = "x"  # type: ignore[attr-defined]


def test_the_tools_of_dataclasses_work() -> None:
    boat = Boat("Ida", crew=("Ann",))
    assert [one.name for one in dataclasses.fields(Boat)] == ["name", "length", "crew", "log"]
    assert dataclasses.replace(boat, name="Ina") == Boat("Ina", crew=("Ann",))
    assert dataclasses.asdict(boat)["crew"] == ("Ann",)
    assert pickle.loads(pickle.dumps(boat)) == boat
    assert copy.deepcopy(Harbour([boat])) == Harbour([boat])
    assert list(inspect.signature(Boat).parameters) == ["name", "length", "crew", "log"]
    match boat:
        case Boat(name, length):
            assert (name, length) == ("Ida", 4.5)


def test_pydantic_validates_it() -> None:
    adapter = TypeAdapter(Boat)
    assert adapter.validate_json('{"name": "Ida", "crew": ["Ann"]}') == Boat("Ida", crew=("Ann",))
    with pytest.raises(ValidationError):
        adapter.validate_json('{"name": 3}')


class Mooring(NamedTuple):
    """A mooring."""

    quay: str
    berth: int = 3
    lamps: tuple[str, ...] = ()

    @property
    def lit(self) -> bool:
        return bool(self.lamps)


class StandardMooring(typing.NamedTuple):
    """A mooring."""

    quay: str
    berth: int = 3
    lamps: tuple[str, ...] = ()

    @property
    def lit(self) -> bool:
        return bool(self.lamps)


def test_a_named_tuple_is_like_the_standard_one() -> None:
    for ours, standard in (
        (Mooring("East"), StandardMooring("East")),
        (Mooring("East", lamps=("red",)), StandardMooring("East", lamps=("red",))),
        (Mooring("East", 4)._replace(berth=5), StandardMooring("East", 4)._replace(berth=5)),
        (Mooring._make(("East", 4, ())), StandardMooring._make(("East", 4, ()))),
    ):
        assert tuple(ours) == tuple(standard)
        assert (ours.quay, ours.berth, ours.lit) == (standard.quay, standard.berth, standard.lit)
        assert repr(ours) == repr(standard).removeprefix("Standard")
        assert ours._asdict() == standard._asdict()
        assert pickle.loads(pickle.dumps(ours)) == ours == copy.copy(ours) == copy.deepcopy(ours)
        assert type(copy.copy(ours)) is Mooring
        assert TypeAdapter(Mooring).validate_python(tuple(ours)) == ours
    for name in ("_fields", "_field_defaults", "__match_args__", "__doc__", "__annotations__"):
        assert getattr(Mooring, name) == getattr(StandardMooring, name)


def test_a_named_tuple_takes_no_other_fields() -> None:
    make: Any = Mooring
    for values, named in (((), {}), (("East", 1, (), 2), {}), (("East",), {"buoy": 1})):
        with pytest.raises(TypeError):
            make(*values, **named)
    with pytest.raises(ValueError, match="buoy"):
        make("East")._replace(buoy=1)
    with pytest.raises(AttributeError):
        Mooring("East").berth = 1  # type: ignore[misc]
