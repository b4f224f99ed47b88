"""Notes are told from numbered lists that stand in the same text."""

from edcheck.engine import understand
from edcheck.model import Document, Edition
from edcheck.text import Source

_LIST = "Bring these:\n\n1. a lamp and its oil\n\n2. two blankets\n\n3. a rope of ten fathoms\n\n"
_PAGE = "The pilot waits at the stairs. [1] He knows the bar.\n\n{list}[1] Ask for him at the inn.\n\n"


def read(text: str, format: str) -> Document:
    return understand(Source.from_text(text), Edition(), format)


def test_notes_written_as_they_are_called_are_preferred_to_lists() -> None:
    document = read(_PAGE.format(list=_LIST) * 4 + _LIST * 3, "plain")
    assert [document.quote(note.marker) for note in document.notes] == ["[1]"] * 4
    assert not document.alignment.repairs


def test_docutils_marks_its_footnotes() -> None:
    document = read(
        '<p>The pilot waits.<a class="footnote-reference brackets" href="#id2" id="id1" role="doc-noteref">'
        '<span class="fn-bracket">[</span>1<span class="fn-bracket">]</span></a></p>'
        '<aside class="footnote brackets" id="id2" role="note"><span class="label">'
        '<span class="fn-bracket">[</span><a role="doc-backlink" href="#id1">1</a>'
        '<span class="fn-bracket">]</span></span>\n<p>At the inn.</p></aside>'
        '<div class="admonition" role="note"><p>Mind the bar.</p></div>',
        "html",
    )
    assert document.alignment.pairs == [(0, 0)]
    assert len(document.notes) == 1
