"""Reads a list of names that stands in a file of its own: `edition.names.file`.

One name a line; a form that stands beside it on purpose follows behind `=` or `|`. What follows `#` is a remark.
"""

from edcheck.errors import ConfigError
from edcheck.model import Names

_PARTED = str.maketrans("|", "=")


def read_names(text: str, shown: str) -> Names:
    """The names of a list: all of them are known, those of one line are variants of each other.

    `shown` is the file's path as people see it. Raises ConfigError: a line for each thing that is wrong, with its
    file, line and column.
    """
    known: list[str] = []
    groups: list[tuple[str, ...]] = []
    wrong: list[str] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        said = line.partition("#")[0].translate(_PARTED)
        if not said.strip():
            continue
        forms = said.split("=")
        column = 1
        for form in forms:
            if not form.strip():
                wrong.append(f"{shown}:{number}:{column}: a name is missing beside “=” or “|”")
            column += len(form) + 1
        group = tuple(" ".join(form.split()) for form in forms if form.strip())
        known += group
        if len(group) > 1:
            groups.append(group)
    if wrong:
        raise ConfigError("\n".join(wrong))
    return Names(tuple(dict.fromkeys(known)), (), tuple(groups))


def joined(names: Names, listed: Names) -> Names:
    """The names of the settings with those of the list."""
    return Names(
        tuple(dict.fromkeys((*names.known, *listed.known))), names.accepted, (*names.variants, *listed.variants)
    )
