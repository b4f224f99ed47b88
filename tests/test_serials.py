"""`edcheck serials fit`: weekdays, known issues and exceptions are found from citations, or doubt is said."""

import datetime
import random
import tomllib
from pathlib import Path

import pytest

from edcheck.cli import CLEAN, FAILED, status
from edcheck.errors import ConfigError
from edcheck.model import Serial
from edcheck.recognise.citations.fitting import Cited, Proposal, propose
from edcheck.recognise.citations.naming import abbreviates, same_serial
from edcheck.recognise.citations.rhythm import Count, counted, date_of, issues_of
from edcheck.settings import load
from edcheck.settings.calendars import LAST_JULIAN_DAYS

FIRST = datetime.date(1921, 1, 1)
TUESDAY_TO_SUNDAY = (1, 2, 3, 4, 5, 6)


def issues(
    weekdays: tuple[int, ...],
    name: str = "Harbour Gazette",
    extra: tuple[datetime.date, ...] = (),
    days: int = 200,
    start: datetime.date = FIRST,
) -> list[Cited]:
    """All issues of a paper that comes out on these weekdays, its numbers from 1 in each year."""
    found: list[Cited] = []
    number = 0
    for day in (start + datetime.timedelta(days=at) for at in range(days)):
        number = 0 if (day.month, day.day) == (1, 1) else number
        if day.weekday() in weekdays or day in extra:
            number += 1
            found.append(Cited(name, number, day, f"text:{number}:1"))
    return found


def fit(citations: list[Cited]) -> Proposal:
    (found,) = propose(citations)
    return found


@pytest.mark.parametrize(
    "weekdays", [TUESDAY_TO_SUNDAY, tuple(range(7)), (1, 3, 5), (0, 3), (6,), (0, 1, 2, 3, 4)]
)
def test_weekdays_are_found_in_spite_of_a_misprint(weekdays: tuple[int, ...]) -> None:
    some = random.Random(7).sample(issues(weekdays), 25)
    some[4] = Cited(some[4].source, (some[4].number or 0) + 10, some[4].day)
    found = fit(some)
    assert (found.weekdays, found.rivals, found.sure) == (weekdays, (), True)
    assert [(misfit.by, misfit.cited) for misfit in found.misfits] == [(10, some[4])]


@pytest.mark.parametrize("seed", range(20))
def test_few_citations_leave_doubt_but_mislead_nobody(seed: int) -> None:
    found = fit(random.Random(seed).sample(issues(TUESDAY_TO_SUNDAY), 5))
    assert found.weekdays == TUESDAY_TO_SUNDAY or found.rivals or not found.weekdays


def test_known_issues_bound_what_agrees() -> None:
    every = issues((1, 3, 5))
    found = fit(every)
    assert found.anchors == (every[0], every[-1])


def test_numbers_may_begin_again_with_the_year() -> None:
    every = issues((1, 3, 5), days=500, start=datetime.date(1921, 1, 1))
    found = fit(random.Random(1).sample(every, 60))
    assert (found.weekdays, found.misfits, found.shifts) == ((1, 3, 5), (), ())


def test_an_extra_issue_is_named_where_it_is_cited() -> None:
    friday = datetime.date(1921, 3, 4)
    found = fit(issues((1, 3, 5), extra=(datetime.date(1921, 3, 7),)))
    assert (found.extra, found.misfits, found.shifts) == ((datetime.date(1921, 3, 7),), (), ())
    uncited = [one for one in issues((1, 3, 5), extra=(friday,)) if one.day != friday]
    (shift,) = fit(uncited).shifts
    assert (shift.by, shift.after.day, shift.before.day) == (
        1,
        datetime.date(1921, 3, 3),
        datetime.date(1921, 3, 5),
    )


def test_numbers_without_any_order_fit_nothing() -> None:
    some = [Cited("Gazette", 3 * at * at % 97, FIRST + datetime.timedelta(days=5 * at)) for at in range(12)]
    assert fit(some).weekdays == ()
    assert fit([Cited("Gazette")]).numbered == 0


def test_forms_of_one_serial_are_one_proposal() -> None:
    names = ["Harb.Gaz.", "Harbour Gazette", "Harbour Gazelte", "Harbour-Gazette", "Port Ledger", "Port Gazette"]
    found = {one.name: one.aliases for one in propose(Cited(name) for name in [*names, "Harbour Gazette"])}
    assert found == {
        "Harbour Gazette": ("Harb.Gaz.", "Harbour Gazelte", "Harbour-Gazette"),
        "Port Ledger": (),
        "Port Gazette": (),
    }


def test_registered_names_hold_their_aliases() -> None:
    (found,) = propose([Cited("Gazette", serial="Harbour Gazette"), Cited("H. G.", serial="Harbour Gazette")])
    assert (found.name, found.aliases) == ("Harbour Gazette", ("Gazette", "H. G."))


def test_abbreviations() -> None:
    assert abbreviates("Mess. N. Ports", "Messenger of the Northern Ports")
    assert abbreviates("Mess.N.P.C.D.", "Messenger NPCD")
    assert not abbreviates("Mess. Ports", "Messenger of the Northern Ports")
    assert not abbreviates("Messenger Ports", "Messenger of the Ports")
    assert not abbreviates("Gaz. Harb.", "Harbour Gazette")
    assert not same_serial("Times", "Tides")


def test_exceptions_are_counted() -> None:
    extra, free = datetime.date(1921, 3, 7), datetime.date(1921, 3, 10)
    serial = Serial("Gazette", (), TUESDAY_TO_SUNDAY, {40: datetime.date(1921, 3, 1)}, (extra,), (free,))
    assert [issues_of(serial, day) for day in (extra, free, datetime.date(1921, 3, 8))] == [1, 0, 1]
    assert counted(serial, datetime.date(1921, 3, 8)) == [Count(47, 40, 1)]
    assert counted(serial, datetime.date(1921, 3, 11)) == [Count(49, 40, 1)]
    assert date_of(serial, Count(0, 40, 1), 46) == extra


def test_between_two_years_only_the_own_year_counts() -> None:
    known = {311: datetime.date(1922, 12, 27), 19: datetime.date(1923, 1, 24)}
    serial = Serial("Gazette", (), TUESDAY_TO_SUNDAY, known)
    assert counted(serial, datetime.date(1923, 1, 23)) == [Count(18, 19, -1)]
    assert counted(serial, datetime.date(1922, 12, 28)) == [Count(312, 311, 1)]


SETTINGS = """
[edition]
calendar = "{}"
[[edition.serials]]
name = "Harbour Gazette"
exceptions = {{ extra = [1921-03-07], none = ["1921-03-10"] }}
"""


def test_settings_name_exceptions_and_a_place_s_calendar(tmp_path: Path) -> None:
    file = tmp_path / "edcheck.toml"
    file.write_text(SETTINGS.format("russia"), encoding="utf-8")
    edition = load(str(file)).edition
    assert edition.julian_until == datetime.date(1918, 2, 13)
    (serial,) = edition.serials
    assert (serial.extra, serial.free) == ((datetime.date(1921, 3, 7),), (datetime.date(1921, 3, 10),))
    file.write_text(SETTINGS.format("rusia"), encoding="utf-8")
    with pytest.raises(ConfigError, match="did you mean “russia”"):
        load(str(file))
    file.write_text('[edition]\ncalendar = "russia"\njulian-until = 1916-05-03\n', encoding="utf-8")
    assert load(str(file)).edition.julian_until == datetime.date(1916, 5, 3)


def test_every_place_changed_within_the_centuries_of_the_change() -> None:
    assert all(1582 <= day.year <= 1923 for day in LAST_JULIAN_DAYS.values())


class TestCommand:
    @pytest.fixture(autouse=True)
    def _inside(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)

    def texts(self, weekdays: tuple[int, ...], count: int) -> None:
        some = random.Random(7).sample(issues(weekdays), count)
        cited = (f"Rain.\n\nHarbour Gazette, no. {one.number}, {_written(one.day)}\n\n" for one in some)
        Path("text.txt").write_text("".join(cited), encoding="utf-8")

    def test_what_is_proposed_is_settings(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.texts((1, 3, 5), 20)
        assert status(["serials", "fit", "text.txt"]) == CLEAN
        said = capsys.readouterr().out
        (table,) = tomllib.loads(said)["edition"]["serials"]
        assert (table["name"], table["weekdays"]) == ("Harbour Gazette", ["Tuesday", "Thursday", "Saturday"])
        Path("edcheck.toml").write_text(said, encoding="utf-8")
        assert load("edcheck.toml").edition.serials[0].weekdays == (1, 3, 5)
        assert status(["check", "text.txt", "--select", "citations"]) == CLEAN

    def test_doubt_is_a_comment(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.texts(TUESDAY_TO_SUNDAY, 4)
        assert status(["serials", "fit", "text.txt"]) == CLEAN
        said = capsys.readouterr().out
        assert "but other days as well" in said
        assert "weekdays" not in tomllib.loads(said)["edition"]["serials"][0]

    def test_what_is_hardly_cited_is_left_out(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("text.txt").write_text("Harbour Gazette, no. 4, March 1, 1921", encoding="utf-8")
        assert status(["serials", "fit", "text.txt"]) == CLEAN
        assert "No serial is cited often enough" in capsys.readouterr().out
        assert status(["serials", "fit", "text.txt", "--least", "1"]) == CLEAN
        assert 'name = "Harbour Gazette"' in capsys.readouterr().out

    def test_a_file_that_is_not_there(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert status(["serials", "fit", "gone.txt"]) == FAILED
        assert "gone.txt" in capsys.readouterr().err

    def test_a_file_that_is_no_text(self, capsys: pytest.CaptureFixture[str]) -> None:
        Path("text.txt").write_bytes(b"\x00\x01\x02")
        assert status(["serials", "fit", "text.txt"]) == FAILED
        assert "text.txt" in capsys.readouterr().err


def _written(day: datetime.date | None) -> str:
    return "" if day is None else f"{day.strftime('%B')} {day.day}, {day.year}"
