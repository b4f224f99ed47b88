"""Reporters by name: a finished `Report` in, text out. No files, no clock, and no findings of their own."""

from typing import Any

from edcheck.model.report import Report
from edcheck.reports.interface import Reporter
from edcheck.reports.terminal import render as render_terminal

__all__ = ["REPORTERS", "Reporter", "render_terminal", "report_schema"]


# Templates, JSON and schema machinery are loaded only by the run that writes the format.
def _json(report: Report) -> str:
    from edcheck.reports.json import render

    return render(report)


def _sarif(report: Report) -> str:
    from edcheck.reports.sarif import render

    return render(report)


def _html(report: Report) -> str:
    from edcheck.reports.html import render

    return render(report)


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the `json` report."""
    from edcheck.reports.schema import report_schema as schema

    return schema()


REPORTERS: dict[str, Reporter] = {
    "html": _html,
    "json": _json,
    "sarif": _sarif,
    "terminal": render_terminal,
}
