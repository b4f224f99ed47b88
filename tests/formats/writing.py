"""Writes the edition in every format that edcheck reads."""

from collections.abc import Callable
from pathlib import Path

from formats.epub import epub, zipped
from formats.notation import Texts
from formats.texts import html, markdown, plain, restructured, tei, wikitext
from formats.word import docx, word_file

FORMATS: dict[str, Callable[[bool], Texts]] = {
    "plain": plain,
    "html": html,
    "markdown": markdown,
    "wikitext": wikitext,
    "restructured": restructured,
    "tei": tei,
    "epub": epub,
    "docx": docx,
}


def written(name: str, folder: Path, damaged: bool) -> tuple[Texts, Path]:
    """Write the edition into a folder; return what it consists of, and the file."""
    texts = FORMATS[name](damaged)
    if name in ("epub", "docx"):
        path = folder / f"letters.{name}"
        path.write_bytes(zipped(texts.files) if name == "epub" else word_file(damaged))
    else:
        [(file, text)] = texts.files.items()
        path = folder / file
        path.write_text(text, encoding="utf-8", newline="\n")
    return texts, path
