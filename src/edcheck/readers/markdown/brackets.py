"""Which brackets belong together: inline notes end where their own bracket does, not at the first."""

from edcheck.patterns import lazy_pattern

_BRACKETS = lazy_pattern(r"\\.|\^?\[|\]|(?:\r\n?|\n)[ \t]*+[\r\n]")


def note_brackets(text: str) -> dict[int, int]:
    """Where each `^[` finds its closing bracket within its paragraph; those that find none are left out."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in _BRACKETS.finditer(text):
        mark = match[0]
        if mark == "]":
            if opened:
                pairs[opened.pop()] = match.start()
        elif mark[-1] == "[":
            opened.append(match.start())
        elif mark[-1] in "\r\n":
            opened.clear()
    return pairs
