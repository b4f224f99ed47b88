"""Writes the edition in the formats that are one text."""

from html import escape

from formats.edition import AUTHOR, TITLE
from formats.notation import AUTOMATIC, Call, Texts, joined, letters, one


def plain(damaged: bool) -> Texts:
    """Plain text as transcribers type it: calls in brackets, notes at the end."""
    told_letters = letters(damaged)
    lines = [TITLE.upper(), f"by {AUTHOR}"]
    for letter in told_letters:
        lines += ["", letter.heading.upper(), letter.dateline]
        lines += [joined(parts, lambda call: f"[{call.label}]", "_{}_") for parts in letter.paragraphs]
    lines += ["", "NOTES"]
    lines += [f"{label}. {text}" for letter in told_letters for label, _, text in letter.notes]
    return one("letters.txt", "\n\n".join(lines) + "\n")


def html(damaged: bool) -> Texts:
    """A page as archives make it by hand: every call and every note a link to the other."""
    body = []
    told_letters = letters(damaged)
    for letter in told_letters:
        body += [f"<h2>{letter.heading}</h2>", f'<p class="dateline">{letter.dateline}</p>']
        body += [f"<p>{joined(parts, _html_call, '<em>{}</em>', escape)}</p>" for parts in letter.paragraphs]
    body.append("<h2>Notes</h2>")
    body += [
        f'<p><a name="n{number}" href="#r{number}">{label}.</a> {escape(text)}</p>'
        for letter in told_letters
        for label, number, text in letter.notes
    ]
    head = (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{TITLE}</title></head>\n<body>\n'
    )
    return one("letters.html", f"{head}<h1>{TITLE}</h1>\n" + "\n".join(body) + "\n</body>\n</html>\n")


def _html_call(call: Call) -> str:
    return f'<a name="r{call.number}" href="#n{call.number}">[{call.label}]</a>'


def markdown(damaged: bool) -> Texts:
    """Markdown with front matter and footnotes."""
    lines = [f"---\ntitle: {TITLE}\nauthor: {AUTHOR}\nlanguage: en\n---"]
    for letter in letters(damaged):
        lines += [f"## {letter.heading}", letter.dateline]
        lines += [joined(parts, lambda call: f"[^{call.label}]", "*{}*") for parts in letter.paragraphs]
        lines += [f"[^{label}]: {text}" for label, _, text in letter.notes]
    return one("letters.md", "\n\n".join(lines) + "\n")


def wikitext(damaged: bool) -> Texts:
    """Wikitext with named references, defined in the list at the end."""
    told_letters = letters(damaged, AUTOMATIC)
    lines = []
    for letter in told_letters:
        lines += [f"== {letter.heading} ==", letter.dateline]
        lines += [
            joined(parts, lambda call: f'<ref name="{call.label}" />', "''{}''") for parts in letter.paragraphs
        ]
    notes = [f'<ref name="{label}">{text}</ref>' for letter in told_letters for label, _, text in letter.notes]
    lines += ["== Notes ==", "\n".join(["<references>", *notes, "</references>"])]
    return one("letters.wiki", "\n\n".join(lines) + "\n")


def _wiki_call(call: Call) -> str:
    return f'<ref name="{call.label}" />'


def restructured(damaged: bool) -> Texts:
    """reStructuredText with numbered footnotes."""
    told_letters = letters(damaged)
    lines = [f"{TITLE}\n{'=' * len(TITLE)}", f":Author: {AUTHOR}"]
    for letter in told_letters:
        lines += [f"{letter.heading}\n{'-' * len(letter.heading)}", letter.dateline]
        lines += [joined(parts, lambda call: f" [{call.label}]_", "*{}*") for parts in letter.paragraphs]
    lines += [f".. [{label}] {text}" for letter in told_letters for label, _, text in letter.notes]
    return one("letters.rst", "\n\n".join(lines) + "\n")


def tei(damaged: bool) -> Texts:
    """TEI P5: references that point to the notes at the end."""
    told_letters = letters(damaged)
    body = []
    for letter in told_letters:
        dateline = f'<dateline><date when="{letter.iso}">{letter.dateline}</date></dateline>'
        body += ['<div type="letter">', f"<head>{letter.heading}</head>", f"<opener>{dateline}</opener>"]
        body += [f"<p>{joined(parts, _tei_call, '<hi>{}</hi>', escape)}</p>" for parts in letter.paragraphs]
        body.append("</div>")
    notes = [
        f'<note xml:id="n{number}" n="{label}">{escape(text)}</note>'
        for letter in told_letters
        for label, number, text in letter.notes
    ]
    header = (
        f"<teiHeader><fileDesc><titleStmt><title>{TITLE}</title><author>{AUTHOR}</author></titleStmt>"
        "<publicationStmt><p>Written for the corpus of edcheck.</p></publicationStmt>"
        "<sourceDesc><p>An invented source.</p></sourceDesc></fileDesc></teiHeader>"
    )
    return one(
        "letters.xml",
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">\n'
        f"{header}\n<text>\n<body>\n"
        + "\n".join(body)
        + '\n</body>\n<back>\n<div type="notes">\n'
        + "\n".join(notes)
        + "\n</div>\n</back>\n</text>\n</TEI>\n",
    )


def _tei_call(call: Call) -> str:
    return f'<ref type="note" target="#n{call.number}">{call.label}</ref>'
