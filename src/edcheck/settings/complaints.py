"""Says in plain words what pydantic found wrong: what, and what would be right."""

import types
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic_core import ErrorDetails

from edcheck.settings.schema import SettingsTable, Table

_PLAIN = {
    "bool_type": "must be true or false",
    "date_type": "must be a day like 1918-07-02",
    "dict_type": "must be a table",
    "float_type": "must be a number",
    "int_type": "must be a whole number",
    "list_type": "must be a list in [ ]",
    "missing": "is missing",
    "model_type": "must be a table",
    "string_pattern_mismatch": "must be a language tag like “en” or “de-AT”",
    "string_too_short": "must not be empty",
    "string_type": "must be text in quotes",
    "too_short": "must not be empty",
    "tuple_type": "must be a list in [ ]",
}


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """A question that offers the name most like a mistaken one; empty where none is like it."""
    close = get_close_matches(name.lower(), sorted(names), 1)
    return f"; did you mean “{close[0]}”?" if close else ""


def complaint(error: ErrorDetails) -> str:
    """One sentence for one of pydantic's errors about a `SettingsTable` or a rule's options."""
    key = dotted(error["loc"])
    kind = error["type"]
    context = error.get("ctx", {})
    if kind == "extra_forbidden":
        return unknown_key(error["loc"])
    if kind == "value_error":
        return f"{key}: {context['error']}"
    if kind == "literal_error":
        choices = [choice.strip(" '") for choice in str(context["expected"]).replace(" or ", ",").split(",")]
        listed = ", ".join(f"“{choice}”" for choice in choices)
        return f"{key} must be one of {listed}{did_you_mean(str(error['input']), choices)}"
    return f"{key} {_PLAIN.get(kind) or error['msg'][:1].lower() + error['msg'][1:]}"


def unknown_key(path: tuple[str | int, ...]) -> str:
    """The sentence for a key that its table does not have."""
    table = _table_at(path[:-1])
    names = [field.alias or name for name, field in table.model_fields.items()] if table else []
    where = f" in [{dotted(path[:-1])}]" if path[:-1] else ""
    name = str(path[-1])
    hint = did_you_mean(name, names) or f"; known are {', '.join(sorted(names))}"
    return f"unknown key “{name}”{where}{hint}"


def dotted(path: tuple[str | int, ...]) -> str:
    """A key as TOML writes it, with the index of an array's item in brackets, counted from 1."""
    words = ""
    for part in path:
        if isinstance(part, int):
            words += f"[{part + 1}]"
        elif part != "[key]":
            bare = part.replace("-", "").replace("_", "").isalnum() and part.isascii()
            words += ("." if words else "") + (part if bare else f'"{part}"')
    return words


def _table_at(path: tuple[str | int, ...]) -> type[Table] | None:
    current: Any = SettingsTable
    for part in path:
        if isinstance(current, type) and issubclass(current, Table):
            by_alias = {field.alias or name: field.annotation for name, field in current.model_fields.items()}
            current = by_alias.get(str(part))
        else:
            current = get_args(current)[-1]
        while get_origin(current) in (Annotated, Union, types.UnionType):
            current = get_args(current)[0]
    return current if isinstance(current, type) and issubclass(current, Table) else None
