"""Writes the edition as a Word file, in which Word numbers the notes."""

import re
from html import escape

from formats.epub import zipped
from formats.notation import AUTOMATIC, Call, Emphasis, Part, Texts, joined, letters, one, placed

_OFFICE = "http://schemas.openxmlformats.org"
_W = f"{_OFFICE}/wordprocessingml/2006/main"
_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{0}.document.main+xml"/>'
    '<Override PartName="/word/footnotes.xml" ContentType="{0}.footnotes+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="{0}.styles+xml"/></Types>\n'
).format("application/vnd.openxmlformats-officedocument.wordprocessingml")
_RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>\n'
)
_RELATION = f'<Relationship Id="r{{}}" Type="{_OFFICE}/officeDocument/2006/relationships/{{}}" Target="{{}}"/>'
_STYLES = (
    f'<?xml version="1.0" encoding="UTF-8"?>\n<w:styles xmlns:w="{_W}">'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>\n'
)
CALL = "\ufffc"
"""What stands in the text of a Word file for a mark that Word counts itself."""


def docx(damaged: bool) -> Texts:
    """The text of a Word file, a paragraph a line, with footnotes that Word numbers."""
    told_letters = letters(damaged, AUTOMATIC)
    lines = []
    for letter in told_letters:
        lines += [letter.heading, letter.dateline]
        lines += [joined(parts, lambda call: _around(call.label, CALL), "{}") for parts in letter.paragraphs]
    lines += [f"{_around(label, CALL)} {text}" for letter in told_letters for label, _, text in letter.notes]
    return one("letters.docx", "\n".join(lines) + "\n")


def _around(label: str, new: str) -> str:
    """`new` in the place of a label, inside the marks that stand around it."""
    return re.sub("[^\ue000-\ue1ff]+", new, label)


def word_file(damaged: bool) -> bytes:
    """The Word file whose text `docx` gives."""
    told_letters = letters(damaged, AUTOMATIC)
    body = []
    for letter in told_letters:
        body += [_paragraph(_run(letter.heading), '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>')]
        body += [_paragraph(_run(letter.dateline))]
        for parts in letter.paragraphs:
            body.append(_paragraph("".join(_word_part(part) for part in parts)))
    notes = "".join(
        f'<w:footnote w:id="{number}">{_paragraph("<w:r><w:footnoteRef/></w:r>" + _run(f" {text}"))}</w:footnote>'
        for letter in told_letters
        for _, number, text in letter.notes
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    main = _RELATION.format(1, "officeDocument", "word/document.xml")
    relations = _RELATION.format(1, "footnotes", "footnotes.xml") + _RELATION.format(2, "styles", "styles.xml")
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS.format(main),
        "word/document.xml": f'{head}<w:document xmlns:w="{_W}"><w:body>{"".join(body)}</w:body></w:document>\n',
        "word/footnotes.xml": f'{head}<w:footnotes xmlns:w="{_W}">{notes}</w:footnotes>\n',
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _RELATIONS.format(relations),
    }
    return zipped({name: placed(text)[0] for name, text in files.items()})


def _paragraph(runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{runs}</w:p>"


def _run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _word_part(part: Part) -> str:
    if isinstance(part, Call):
        return f'<w:r><w:footnoteReference w:id="{part.number}"/></w:r>'
    if isinstance(part, Emphasis):
        return _run(part.text, "<w:rPr><w:i/></w:rPr>")
    return _run(part)
