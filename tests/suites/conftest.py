"""The figures that the suites measure are told at the end of the run."""

from collections.abc import Callable

import pytest

_told: list[str] = []


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Keep a figure for the end of the run."""
    return lambda words: _told.append(f"{request.node.name}: {words}")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was told."""
    if _told:
        terminalreporter.section("figures of the suites")
        for line in _told:
            terminalreporter.line(line)
