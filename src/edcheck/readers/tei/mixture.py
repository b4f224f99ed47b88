"""Which elements of an unknown vocabulary set their text off: those that never stand in the middle of text."""

from collections.abc import Mapping

from edcheck.readers.tei.reading import Token


def block_elements(pieces: list[str], known: Mapping[str, Token]) -> frozenset[str]:
    """The elements that always stand between elements, never beside text of the element around them.

    Linear: whether an element holds text of its own is known at its end, and then its children are judged at once.
    """
    inline: set[str] = set()
    seen: set[str] = set()
    children: list[set[str]] = [set()]
    mixed = [False]
    for run, written in zip(pieces[::2], pieces[1::2], strict=True):
        if run and not mixed[-1] and not run.isspace():
            mixed[-1] = True
        name, effects, tag = known[written]
        if effects is None:
            if len(children) > 1:
                inner, text = children.pop(), mixed.pop()
                if text:
                    inline |= inner
        elif name or (tag is not None and tag.name):
            own = name or (tag.name if tag else "")
            seen.add(own)
            children[-1].add(own)
            if name:
                children.append(set())
                mixed.append(False)
    for inner, text in zip(children, mixed, strict=True):
        if text:
            inline |= inner
    return frozenset(seen - inline)
