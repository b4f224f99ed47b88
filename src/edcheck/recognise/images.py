"""Pictures that a document shows and that are not where it says.

Which files there are is for others to know: a `Shelf` tells what lies in a folder. Pictures elsewhere are nobody's
concern: addresses with a scheme, those that begin at the root of a site, those that templates fill in. A folder
that is not there, or that holds no pictures, was not delivered with the text.
"""

from collections.abc import Callable, Collection
from posixpath import dirname, join, normpath

from edcheck.model import Document, Ties
from edcheck.model.crossing import LostImage
from edcheck.patterns import lazy_pattern
from edcheck.recognise.addresses import leads_out
from edcheck.recognise.vocabulary.likeness import one_edit
from edcheck.text import Span

Shelf = Callable[[str], Collection[str] | None]
"""The names of what lies in a folder (`.` where relative paths begin); None where there is no such folder."""
_PICTURE = lazy_pattern(r".+\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp|avif|jp2|ico)\Z", 2)
_TEMPLATE = lazy_pattern(r"[{}$<>]|%\(|\A/")
_BASE = lazy_pattern(r"<base\b|\sxml:base\s*+=", 2)
_HEAD = 16_384
_SHORTEST = 3
"""Letters of a name for which another that is one letter off can be meant."""


def images_beside(document: Document) -> list[tuple[str, Span]]:
    """The pictures that should lie beside the document: where each is to be found, and where that is written."""
    images = document.markup.images
    if not images or _BASE.search(document.source.text, 0, _HEAD):
        return []
    return [
        (image.value, image.span)
        for image in images
        if not leads_out(image.value) and not _TEMPLATE.search(image.value) and _PICTURE.match(_path(image.value))
    ]


def look_up(packed: bytes, name: str, shelf: Shelf, complete: bool = False) -> bytes:
    """The packed ties of the document `name`, with what the shelf says of its pictures instead of the pictures.

    In an archive `name` is the path in it. `complete` says that whatever belongs to the document is on the shelf,
    as in an archive.
    """
    ties = Ties.unpack(packed)
    if not ties.images:
        return packed
    found = [_lost(target, span, dirname(name) or ".", shelf, complete) for target, span in ties.images]
    ties.images_found = sum(one is None for one in found)
    ties.lost_images = [one for one in found if isinstance(one, LostImage)]
    ties.images = []
    return ties.pack()


def _path(target: str) -> str:
    """The path that a target names, without query, as the file system has it."""
    path = target.partition("?")[0].partition("#")[0].replace("\\", "/")
    if "%" in path:
        from urllib.parse import unquote

        path = unquote(path)
    return path


def _lost(target: str, span: Span, folder: str, shelf: Shelf, complete: bool) -> LostImage | bool | None:
    """What is wrong with a picture's target: None where it is there, False where nothing can be said."""
    *folders, file = [part for part in _path(target).split("/") if part not in ("", ".")]
    right: list[str] = []
    for part in folders:
        there = part if part == ".." else _spelt(part, shelf(folder) or ())
        if there is None:
            return complete and LostImage(target, span)
        right.append(there)
        folder = normpath(join(folder, there))
    names = shelf(folder)
    there = _spelt(file, names or ())
    if there is not None:
        right.append(there)
        return None if right == [*folders, file] else LostImage(target, span, "/".join(right), other_case=True)
    if names is None or not (complete or any(map(_PICTURE.match, names))):
        return complete and LostImage(target, span)
    near = _near(file, names)
    return LostImage(target, span, "/".join((*right, near)) if near else "")


def _spelt(name: str, names: Collection[str]) -> str | None:
    """The name as it is on the shelf, whatever its capitals; None where it is not there."""
    if name in names:
        return name
    folded = _folded(name)
    found = next((other for other in names if _folded(other) == folded), None)
    return name if found is not None and found.casefold() != name.casefold() else found


def _near(name: str, names: Collection[str]) -> str:
    """The one picture that may be meant: one letter off, or of another kind."""
    stem = _folded(name).rpartition(".")[0]
    for alike in (
        [other for other in names if _PICTURE.match(other) and _folded(other).rpartition(".")[0] == stem],
        [other for other in names if len(stem) > _SHORTEST and one_edit(_folded(other), _folded(name))],
    ):
        if len(alike) == 1:
            return alike[0]
    return ""


def _folded(name: str) -> str:
    # Imported here: few documents have pictures that are not where they should be.
    from unicodedata import normalize

    return normalize("NFC", name).casefold()
