"""epubcheck, the W3C's checker of the format EPUB; one run for each book."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote

from edcheck.model import Severity
from edcheck.runner.companions.interface import Companion, Message, Order

_SEVERITIES: dict[str, Severity] = {"FATAL": "error", "ERROR": "error", "WARNING": "warning"}


def _arrange(files: Sequence[str]) -> Iterator[Order]:
    for file in files:
        yield Order((file, "--json", "-"), (file,))


def _understand(order: Order, output: str, errors: str) -> list[Message]:
    messages = []
    for said in json.loads(output)["messages"]:
        if said["severity"] == "SUPPRESSED":
            continue
        messages += [_message(order.files[0], said, location) for location in said["locations"] or [{}]]
    return messages


def _message(file: str, said: dict[str, Any], location: dict[str, Any]) -> Message:
    text = " ".join(str(said["message"]).split())
    if said.get("suggestion"):
        text = f"{text} ({said['suggestion']})"
    # The archive itself is given by its path, an entry by its own, escaped as in a URL.
    path = str(location.get("path") or "")
    entry = "" if path.rpartition("/")[2] == file.replace("\\", "/").rpartition("/")[2] else unquote(path)
    line, column = (max(int(location.get(name) or 0), 0) for name in ("line", "column"))
    return Message(
        str(said["ID"]), _SEVERITIES.get(said["severity"], "information"), text, file, entry, line, column
    )


EPUBCHECK = Companion(
    "epubcheck", (".epub",), _arrange, _understand, "https://www.w3.org/publishing/epubcheck/", package="epubcheck"
)
