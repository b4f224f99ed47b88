"""The JSON report described for those who read it: pydantic models, of which the JSON Schema is made.

They are the contract of `edcheck.reports.json`, version 1, and nothing else: no part of edcheck computes with
them. Importing this module loads pydantic; only `edcheck schema` and the tests do.
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Level = Literal["error", "warning", "information"]
Trust = Literal["safe", "unsafe", "suggestion"]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True)


class Position(_Part):
    """A place for people."""

    line: int = Field(ge=1, description="From 1; lines end with \\n, \\r\\n or \\r and nothing else.")
    column: int = Field(ge=1, description="From 1, in Unicode code points.")


class Span(_Part):
    """A half-open range of the decoded source text, in Unicode code points from 0."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Location(_Part):
    """A place with the passage around it."""

    path: str
    start: Position
    end: Position = Field(description="The place just behind the last character.")
    spans: list[Span] = Field(description="The pieces of source it consists of, in order.", min_length=1)
    quote: str = Field(description="The readable text at the place.")
    before: str = Field(description="What stands before it on the same line, shortened.")
    after: str = Field(description="What stands behind it on the same line, shortened.")
    label: str = Field(description="Why the place is named; empty for the finding's own place.")


class Edit(_Part):
    """Replace the source text `old` at `span` by `new`."""

    start: Position
    end: Position
    span: Span
    old: str
    new: str


class Fix(_Part):
    """One way to repair a finding: all of its edits together."""

    title: str
    trust: Trust = Field(
        description="safe: can be applied unseen. unsafe: right if the finding is. suggestion: for an editor."
    )
    edits: list[Edit]


class Finding(_Part):
    """One fault, named once."""

    rule: str = Field(description="family/name")
    severity: Level
    message: str
    message_id: str
    data: dict[str, str] = Field(description="What the message was made of.")
    confidence: float = Field(ge=0, le=1)
    evidence: list[str] = Field(description="Sentences that speak for the finding.")
    location: Location
    related: list[Location]
    fixes: list[Fix]
    fingerprint: str = Field(description="Identifies the finding across edits; contains no line number.")


class Problem(_Part):
    """Something that could not be read or checked."""

    level: Literal["error", "notice"] = Field(description="A problem of level error ends in exit status 3.")
    kind: str
    message: str
    path: str = Field(description="Empty where it belongs to no single document.")
    span: Span | None


class Document(_Part):
    """One document that was to be checked, with or without findings."""

    path: str
    findings: list[Finding]
    problems: list[Problem]


class Edition(_Part):
    """What concerns several documents at once, or none."""

    findings: list[Finding]
    problems: list[Problem]


class Rule(_Part):
    """A rule that ran."""

    id: str
    severity: Level | Literal["off"]
    summary: str
    explanation: str
    fix: Trust | None = Field(description="The best trust that any of its fixes has.")


class Counts(_Part):
    """How many findings there are of each severity."""

    error: int
    warning: int
    information: int


class Tool(_Part):
    """Who wrote the report."""

    name: Literal["edcheck"]
    version: str


class JsonReport(_Part):
    """A report of edcheck, version 1. Within a version fields are only ever added."""

    version: Literal[1]
    tool: Tool
    title: str
    counts: Counts
    documents: list[Document]
    edition: Edition
    rules: list[Rule]


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **JsonReport.model_json_schema()}
