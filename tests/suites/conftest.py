"""The figures that the suites measure are told at the end of the run."""

from collections.abc import Callable

import pytest

_FIGURE = "figure"


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Keep a figure for the end of the run; it goes with the test's report, from whatever process made it."""
    return lambda words: request.node.user_properties.append((_FIGURE, words))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was told."""
    figures = [
        f"{report.nodeid.rpartition('::')[2]}: {words}"
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        for name, words in report.user_properties
        if name == _FIGURE
    ]
    if figures:
        terminalreporter.section("figures of the suites")
    for line in figures:
        terminalreporter.line(line)
