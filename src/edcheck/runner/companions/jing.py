"""jing, the checker of XML against RELAX NG schemas: each file against the schema that it names.

A file names its schema in `<?xml-model href="…"?>`. One that lies on the network is passed over: no check should
need the network.
"""

import os
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from edcheck.model import Severity
from edcheck.patterns import lazy_pattern
from edcheck.runner.companions.interface import Companion, Message, Order

_MODEL = lazy_pattern(rb"<\?xml-model\s([^?>]*+)")
_HREF = lazy_pattern(rb"""\bhref\s*=\s*(?:"([^"]*+)"|'([^']*+)')""")
_HEAD = 8192
"""Bytes at the head of a file in which it names its schema."""
_SAID = lazy_pattern(r"(.+?):(\d+):(\d+): (\w+): (.*)")
_TOGETHER = 200
"""Files in one run: their paths fit into any system's command line."""


def _arrange(files: Sequence[str]) -> Iterator[Order]:
    by_schema: dict[str, list[str]] = {}
    for file in files:
        schema = _schema_of(file)
        if schema:
            by_schema.setdefault(schema, []).append(file)
    for schema, those in by_schema.items():
        compact = ("-c",) if schema.lower().endswith(".rnc") else ()
        for at in range(0, len(those), _TOGETHER):
            some = tuple(those[at : at + _TOGETHER])
            yield Order((*compact, schema, *some), some)


def _schema_of(file: str) -> str:
    """The path of the schema that a file names and that lies on this disk; empty where there is none."""
    try:
        with open(file, "rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return ""
    for model in _MODEL.finditer(head):
        href = _HREF.search(model[1])
        if href is None or b"schematron" in model[1]:
            continue
        name = unquote((href[1] or href[2] or b"").decode("utf-8", "replace"))
        path = os.path.join(os.path.dirname(file), name)
        if name and ":" not in name and os.path.isfile(path):
            return os.path.normpath(path)
    return ""


def _understand(order: Order, output: str, errors: str) -> list[Message]:
    messages = []
    for line in re.split(r"\r\n|\n|\r", output):
        said = _SAID.fullmatch(line)
        if said:
            severity: Severity = "warning" if said[4] == "warning" else "error"
            messages.append(Message(said[4], severity, said[5], said[1], "", int(said[2]), int(said[3])))
        elif line.strip():
            raise ValueError(line)
    return messages


JING = Companion("jing", (".xml", ".tei"), _arrange, _understand, "https://relaxng.org/jclark/jing.html")
