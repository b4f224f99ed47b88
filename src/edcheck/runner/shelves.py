"""What lies beside a text: in its folder and those near it, or in the archive that holds it.

A rule reads no file: what is there is looked up here, for the pictures that a text shows.
"""

import os
from collections.abc import Collection
from functools import lru_cache, partial

from edcheck.containers import Contents
from edcheck.model import Facts
from edcheck.model.naming import BETWEEN
from edcheck.recognise.images import look_up

_FOLDERS = 64
"""Folders whose contents are kept: the texts of an edition share one or a few."""


def look_up_pictures(facts: Facts, path: str, contents: Contents) -> None:
    """Note in the facts of a text which of its pictures are not there; `path` is the file that is or holds it."""
    if not facts.images:
        return
    if contents.entries:
        inside = facts.path.partition(BETWEEN)[2]
        facts.ties = look_up(facts.ties, inside, partial(_in_archive, contents.entries), complete=True)
    elif BETWEEN not in facts.path:
        facts.ties = look_up(facts.ties, path.replace(os.sep, "/"), _in_folder)


def _in_archive(entries: frozenset[str], folder: str) -> set[str] | None:
    return _folders(entries).get(folder)


@lru_cache(maxsize=1)
def _folders(entries: frozenset[str]) -> dict[str, set[str]]:
    """What lies in each folder of an archive."""
    folders: dict[str, set[str]] = {}
    for entry in entries:
        while entry:
            folder, _, name = entry.rpartition("/")
            folders.setdefault(folder or ".", set()).add(name)
            entry = folder
    return folders


def _in_folder(folder: str) -> Collection[str] | None:
    try:
        return _listed(folder, os.stat(folder).st_mtime_ns)
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=_FOLDERS)
def _listed(folder: str, changed: int) -> frozenset[str]:
    """The names in a folder, as they were when it was last changed."""
    return frozenset(os.listdir(folder))
