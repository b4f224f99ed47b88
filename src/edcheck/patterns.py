"""Regular expressions that are compiled when they are first used.

Python compiles an expression in a fifth of a millisecond. Recognisers and rules have more than a hundred, and most
texts get past the gates of half of them only: compiling all would be the largest part of a start.
"""

import re
from typing import TYPE_CHECKING, Any

__all__ = ["lazy_pattern"]

_USED = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn", "groupindex", "groups")


class _Pattern:
    """Stands for a `re.Pattern` and becomes as quick as it with the first use."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        # Called only until the names that follow stand in the object itself.
        compiled = re.compile(self.pattern, self.flags)
        for one in _USED:
            setattr(self, one, getattr(compiled, one))
        return getattr(compiled, name)

    def __reduce__(self) -> Any:
        return type(self), (self.pattern, self.flags)


if TYPE_CHECKING:
    from re import compile as lazy_pattern
else:

    def lazy_pattern(pattern: str | bytes, flags: int = 0) -> _Pattern:
        """Return what `re.compile` returns, for all purposes but `isinstance` and the functions of `re`."""
        return _Pattern(pattern, int(flags))
