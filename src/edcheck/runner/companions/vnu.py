"""vnu, the Nu Html Checker of the W3C; many pages in one run."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from edcheck.model import Severity
from edcheck.runner.companions.interface import Companion, Message, Order

_TOGETHER = 200
"""Pages in one run: their paths fit into any system's command line."""
_OPTIONS = ("--format", "json", "--stdout", "--exit-zero-always")


def _arrange(files: Sequence[str]) -> Iterator[Order]:
    for at in range(0, len(files), _TOGETHER):
        some = tuple(files[at : at + _TOGETHER])
        yield Order((*_OPTIONS, *some), some)


def _understand(order: Order, output: str, errors: str) -> list[Message]:
    by_path = {file.replace("\\", "/"): file for file in order.files}
    return [_message(by_path, said) for said in json.loads(output)["messages"]]


def _message(by_path: dict[str, str], said: dict[str, Any]) -> Message:
    path = unquote(urlsplit(str(said.get("url", ""))).path)
    kind = "warning" if said.get("subType") == "warning" else str(said["type"])
    severity: Severity = "error" if "error" in kind else "warning" if kind == "warning" else "information"
    code = "error" if "error" in kind else kind
    text, file = " ".join(str(said["message"]).split()), by_path.get(path, path)
    end_line, end_column = int(said.get("lastLine") or 0), int(said.get("lastColumn") or 0)
    if not end_column:
        return Message(code, severity, text, file, line=end_line)
    # What begins where it ends is said once.
    line, column = int(said.get("firstLine") or end_line), int(said.get("firstColumn") or end_column)
    return Message(code, severity, text, file, "", line, column, end_line, end_column + 1)


VNU = Companion(
    "vnu", (".html", ".htm", ".xhtml"), _arrange, _understand, "https://validator.github.io/validator/"
)
