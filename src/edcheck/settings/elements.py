"""What `[edition.elements]` may say: names of elements as XML has them, and each of them once."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

_START = (
    "A-Z_a-zÀ-ÖØ-öø-˿Ͱ-ͽͿ-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd"
    "\U00010000-\U000effff"
)
_NAME = rf"[{_START}][{_START}\-.0-9\u00b7\u0300-\u036f\u203f\u2040]*+"


def check_role(value: object) -> object:
    """Let a TEI element pass that others may stand for; raises ValueError for anything else in words."""
    # Imported here: few settings name elements.
    from edcheck.readers.tei.elements import KNOWN

    if isinstance(value, str) and value not in KNOWN:
        near = get_close_matches(value, KNOWN, 1, 0.6)
        hint = f"; did you mean “{near[0]}”?" if near else ""
        raise ValueError(f"“{value}” is no TEI element that is read in a way of its own{hint}")
    return value


def check_names(value: object) -> object:
    """Let names pass that XML allows, with blanks between them; raises ValueError for any other text."""
    if not isinstance(value, str):
        return value
    names = value.split()
    if not names:
        raise ValueError("name one element or more")
    for name in names:
        prefix, colon, local = name.rpartition(":")
        if colon and re.fullmatch(_NAME, prefix) and re.fullmatch(_NAME, local):
            raise ValueError(f"“{name}” has a prefix; elements are named without: “{local}”")
        if not re.fullmatch(_NAME, name):
            raise ValueError(f"“{name}” is no name that an XML element can have")
    return " ".join(names)


def named_twice(elements: Mapping[str, str]) -> tuple[str, str] | None:
    """The first role that takes a name from another, and a sentence about it; None where there is none."""
    given: dict[str, str] = {}
    for role, names in elements.items():
        for name in names.split():
            first = given.setdefault(name, role)
            if first != role:
                return role, f"“{name}” stands for “{first}” already; one element is read in one way"
    return None
