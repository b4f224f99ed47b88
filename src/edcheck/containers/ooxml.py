"""The elements of Office files, known by their local names alone: two standards give them different namespaces."""

from collections.abc import Iterator
from typing import Any


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def values(element: Any) -> dict[str, str]:
    """The attributes of an element by their names without namespaces."""
    return {name.rpartition("}")[2]: value for name, value in element.attrib.items()}


def child(element: Any, *path: str) -> Any:
    """The first descendant along a path of local names; None where there is none."""
    for name in path:
        element = next((one for one in element if local(one) == name), None)
        if element is None:
            return None
    return element


def setting(element: Any, *path: str) -> str:
    """The `val` of a descendant, empty where it has none."""
    found = child(element, *path)
    return "" if found is None else values(found).get("val", "")


def text_boxes(element: Any) -> Iterator[Any]:
    """The text boxes in a drawing, without those inside them and those for old programs."""
    for one in element:
        name = local(one)
        if name == "txbxContent":
            yield one
        elif name != "Fallback":
            yield from text_boxes(one)
