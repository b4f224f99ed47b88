"""Whether the running text of a document breaks off at its end, in mid-sentence or in mid-word.

Asked of every document, and answered from its last blocks alone.
"""

from edcheck.model import Document
from edcheck.patterns import lazy_pattern
from edcheck.recognise.prose import end_of_words, is_prose, stands_apart
from edcheck.text import Extent

_LEAST = 120
"""Code points of a last paragraph that is neither a signature nor an imprint."""
_SHORT = 40
"""Code points of a line that can head the notes behind the text."""
_LOOKED_AT = 2000
"""Blocks at the end among which the last of the running text is looked for: the notes stand behind it."""
_LAST = lazy_pattern(r"(?:(?<=\s)|\A)[^\W\d_A-Z]++(?:[’'-][^\W\d_]++)*+[,-]?\Z")
_LONGEST_WORD = 40
_STOP = lazy_pattern(r"[.!?][’”\"')]?\s")
_CLOSINGS = """
    etc c servant servants friend friends brother sister son daughter father mother husband wife cousin nephew
    niece yours sincerely faithfully truly affectionately respectfully obediently ever
    ergebenster ergebener ergebenst treuer getreuer dein ihr euer hochachtungsvoll serviteur servante ami amie
    dévoué dévouée vôtre servidor amigo hermano servo amico fratello слуга друг твой ваш
"""
_ENDS_LETTERS = frozenset(_CLOSINGS.split())
"""Words with which letters end where no signature follows."""


def break_off(document: Document) -> Extent | None:
    """The last word of the running text, where no sentence ends with it; None where one does, or none can tell.

    Notes, licences and credits behind the text are passed over. Silent where the text ends with a heading,
    a signature, a list, a table or verse, and where the last paragraph holds no other sentence.
    """
    blocks, text = document.blocks, document.text
    behind = False
    for block in reversed(blocks[-_LOOKED_AT:]):
        start, end = block.extent
        if stands_apart(document, start) or block.kind == "ornament":
            behind = True
            continue
        if behind and (block.kind == "heading" or (document.format == "plain" and end - start < _SHORT)):
            # What heads the notes; in a plain text a short line may do that.
            behind = False
            continue
        if end - start < _LEAST or not is_prose(document, block) or not _STOP.search(text, start, end):
            return None
        end = end_of_words(document, block)
        last = _LAST.search(text, max(end - _LONGEST_WORD, start), end)
        if last is None or not last[0][0].islower() or last[0].strip(",-") in _ENDS_LETTERS:
            return None
        return Extent(*last.span())
    return None
