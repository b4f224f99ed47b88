"""Inputs that were made to break parsers, cmark-gfm's: every reader takes them, and in linear time."""

import ast
import itertools
import warnings
from collections.abc import Callable, Iterable
from functools import partial
from types import SimpleNamespace
from typing import Any

from edcheck.readers import FORMATS
from edcheck.text import Source
from suites.fetching import debian
from suites.trials import MOST_GROWTH, figures, growth, long_form, try_text
from suites.watchdog import Trial, attempt, failures

_MADE = {"hash_collisions", "pathological"}
_TOOLS = {"len": len, "map": map, "next": next, "ord": ord, "range": range, "str": str}


def pathological() -> dict[str, str]:
    """The inputs of cmark-gfm's test; they are made by expressions, and of the file nothing else is run."""
    with warnings.catch_warnings():
        # Its patterns are written with escapes that Python has come to frown upon.
        warnings.simplefilter("ignore")
        tree = ast.parse(debian("cmark-gfm")["test/pathological_tests.py"])
    tree.body = [node for node in tree.body if _defined(node) in _MADE]
    patterns = SimpleNamespace(compile=lambda pattern: None)
    names: dict[str, Any] = {"__builtins__": _TOOLS, "itertools": itertools, "re": patterns}
    exec(compile(tree, "pathological_tests.py", "exec"), names)
    return {name: text for name, (text, _) in names["pathological"].items()}


def _defined(node: ast.stmt) -> str:
    """The name that a statement defines."""
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return node.name if isinstance(node, ast.FunctionDef) else ""


def _trials(part: int, formats: Iterable[str], do: Callable[[str, str], object]) -> list[Trial]:
    """One trial for each input and format; of an input its first part is as repetitive as the whole."""
    return [
        Trial(f"{name} as {format}", partial(do, text[: len(text) // part], format))
        for name, text in pathological().items()
        for format in formats
    ]


def _try(text: str, format: str) -> None:
    try_text(Source.from_text(text), format)


def test_parts_of_the_inputs(tell: Callable[[str], None]) -> None:
    outcomes = attempt(_trials(16, ["markdown"], _try))
    tell(figures(outcomes))
    assert not failures(outcomes)


@long_form
def test_inputs(tell: Callable[[str], None]) -> None:
    outcomes = attempt(_trials(1, ["markdown", "wikitext", "html", "plain"], _try), 30)
    tell(figures(outcomes))
    assert not failures(outcomes)


@long_form
def test_time_grows_as_the_inputs_do(tell: Callable[[str], None]) -> None:
    outcomes = attempt(_trials(4, sorted(FORMATS), growth), 60)
    assert not failures(outcomes)
    most = max(outcomes, key=lambda outcome: float(outcome.answer))
    tell(f"twice the text takes {most.answer:.2f} times the time at most ({most.name})")
    assert most.answer <= MOST_GROWTH
