"""The settings file as pydantic sees it: what may stand in `edcheck.toml`, and what it means.

This module is the only way from a file to the frozen values of `edcheck.model.edition`, and it is imported only
where a settings file exists or its JSON Schema is asked for: importing pydantic costs more than checking a page.
"""

import datetime
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from edcheck.model import Edition, Names, Period, Serial
from edcheck.model.edition import Numbering
from edcheck.model.finding import Severity
from edcheck.recognise.vocabulary.dictionaries import installed
from edcheck.settings.calendars import LAST_JULIAN_DAYS, check_place
from edcheck.settings.elements import check_names, check_role
from edcheck.settings.encodings import check_encoding
from edcheck.settings.formats import check_format

Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAYS: tuple[Weekday, ...] = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(f"“{value}” is not a day of the form 1918-07-02: {error}") from None
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        raise ValueError("a day is written 1918-07-02, without a time")
    return value


def _issue_number(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,9}", value):
        raise ValueError(f"an issue has a number, not “{value}”: write 135 = 1918-07-02")
    return int(value) if isinstance(value, str) else value


def _weekday(value: object) -> object:
    return value.capitalize() if isinstance(value, str) else value


def _inside(value: object) -> object:
    if isinstance(value, str) and (value.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", value)):
        raise ValueError(f"“{value}” leads out of the folder of the settings file; name paths inside it")
    return value


def _encoding(value: object) -> object:
    return check_encoding(value) if isinstance(value, str) else value


def _dictionaries(value: bool) -> bool:
    if value and not installed():
        raise ValueError("the word lists need the extra “dictionaries” (pip install 'edcheck[dictionaries]')")
    return value


def _format(value: object) -> object:
    return check_format(value) if isinstance(value, str) else value


Day = Annotated[datetime.date, BeforeValidator(_day)]
IssueNumber = Annotated[int, BeforeValidator(_issue_number)]
DayName = Annotated[Weekday, BeforeValidator(_weekday)]
Glob = Annotated[str, BeforeValidator(_inside), Field(min_length=1)]
Encoding = Annotated[str, BeforeValidator(_encoding)]
FormatName = Annotated[str, BeforeValidator(_format)]
LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
Dictionaries = Annotated[bool, AfterValidator(_dictionaries)]
ElementName = Annotated[str, BeforeValidator(check_role)]
ElementNames = Annotated[str, BeforeValidator(check_names), Field(min_length=1)]
Phrase = Annotated[str, Field(min_length=1)]
Place = Annotated[str, BeforeValidator(check_place)]
FailOn = Literal["error", "warning", "information", "never"]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class Table(BaseModel):
    """A table of the file: keys with hyphens, no others than those named, no conversions of type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, alias_generator=_kebab)


class PeriodTable(Table):
    """The time in which the documents were written, both ends included."""

    start: Day | None = None
    end: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "PeriodTable":
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"the period ends ({self.end}) before it starts ({self.start})")
        return self


class ExceptionsTable(Table):
    """Days on which a serial did otherwise than on its weekdays."""

    extra: list[Day] = Field(default=[], description="Days with an issue beside the usual ones.")
    none: list[Day] = Field(default=[], description="Usual days without an issue.")


class SerialTable(Table):
    """A newspaper or journal that the edition cites."""

    name: str = Field(min_length=1, description="The name as the edition spells it.")
    aliases: list[Phrase] = Field(default=[], description="Other forms under which it is cited.")
    weekdays: list[DayName] = Field(default=[], description="The days of the week on which it came out.")
    issues: dict[IssueNumber, Day] = Field(default={}, description="Known issues: number = date.")
    exceptions: ExceptionsTable = ExceptionsTable()


class NamesTable(Table):
    """What the editors know of names and words."""

    known: list[Phrase] = Field(default=[], description="Spellings that are right even where they occur once.")
    accepted: list[Phrase] = Field(default=[], description="Words that are never suspect.")
    variants: list[list[Phrase]] = Field(
        default=[], description="Groups of spellings that stand side by side on purpose."
    )
    file: Glob | None = Field(default=None, description="A file with one name a line: forms parted by “=” or “|”.")


class EditionTable(Table):
    """What the edition is."""

    title: str = ""
    documents: list[Glob] = Field(default=[], description="Paths or globs of the documents in reading order.")
    language: LanguageTag = Field(default="en", description="BCP 47 tag of the text.")
    numbering: Numbering = Field(default="auto", description="Where note numbers start again.")
    placeholders: list[Phrase] = Field(
        default=[], description="Phrases by which a note says that the source lacks it."
    )
    series: dict[str, str] = Field(default={}, description="Names of series by the shape of their references.")
    period: PeriodTable = PeriodTable()
    julian_until: Day | None = Field(
        default=None, description="The last day of the Julian calendar, as the Gregorian counts it."
    )
    calendar: Place | None = Field(
        default=None, description="The place whose change from the Julian calendar the documents follow."
    )
    serials: list[SerialTable] = []
    names: NamesTable = NamesTable()
    dictionaries: Dictionaries = Field(
        default=False, description="Hold suspicious words against word lists (extra “dictionaries”)."
    )
    elements: dict[ElementName, ElementNames] = Field(
        default={},
        description="Elements of the edition's XML by the TEI element they stand for, parted by blanks.",
    )

    def edition(self) -> Edition:
        """The frozen value that recognisers and rules use."""
        return Edition(
            title=self.title,
            documents=tuple(self.documents),
            language=self.language,
            numbering=self.numbering,
            placeholders=tuple(self.placeholders),
            series=dict(self.series),
            period=Period(self.period.start, self.period.end),
            julian_until=self.julian_until or LAST_JULIAN_DAYS.get(self.calendar or ""),
            serials=tuple(_serial(table) for table in self.serials),
            names=Names(
                tuple(self.names.known),
                tuple(self.names.accepted),
                tuple(tuple(group) for group in self.names.variants),
            ),
            dictionaries=self.dictionaries,
            elements=dict(self.elements),
        )


def _serial(table: SerialTable) -> Serial:
    days = tuple(sorted({WEEKDAYS.index(day) for day in table.weekdays}))
    exceptions = table.exceptions
    return Serial(
        table.name,
        tuple(table.aliases),
        days,
        dict(table.issues),
        tuple(sorted(exceptions.extra)),
        tuple(sorted(set(exceptions.none))),
    )


class CheckTable(Table):
    """What is checked, and what makes the check fail."""

    select: list[str] = Field(default=[], description="Rules or families to run; all of them where empty.")
    ignore: list[str] = Field(default=[], description="Rules or families not to run.")
    fail_on: FailOn = Field(default="error", description="The lowest severity that makes the exit status 1.")
    preview: bool = Field(
        default=False,
        description="Run rules, too, that have not shown yet that they keep what their severity promises.",
    )


class FilesTable(Table):
    """Which files are texts of the edition, and how their bytes are read."""

    exclude: list[Glob] = Field(default=[], description="Globs of files and folders that are passed over.")
    encodings: dict[Glob, Encoding] = Field(
        default={}, description="Encodings by glob; the first that matches counts."
    )
    formats: dict[Glob, FormatName] = Field(
        default={}, description="Formats by glob, whatever the files' suffixes; the first that matches counts."
    )
    languages: dict[Glob, LanguageTag] = Field(
        default={},
        description="Languages by glob; the first that matches counts, else that of the edition.",
    )


class RuleTable(Table):
    """One rule's severity, and its options as `edcheck explain RULE` lists them."""

    model_config = ConfigDict(extra="allow")

    severity: Severity | None = None

    def options(self) -> dict[str, Any]:
        """The keys that are the rule's own."""
        return dict(self.model_extra or {})


class SettingsTable(Table):
    """The whole of `edcheck.toml`, or of `[tool.edcheck]` in `pyproject.toml`."""

    edition: EditionTable = EditionTable()
    check: CheckTable = CheckTable()
    files: FilesTable = FilesTable()
    rules: dict[str, RuleTable] = Field(default={}, description="Severity and options by rule id or family.")


def settings_schema() -> dict[str, Any]:
    """The JSON Schema of the settings."""
    schema = SettingsTable.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
