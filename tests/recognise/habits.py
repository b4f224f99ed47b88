"""Habits of pages with linked notes, and the slips that such pages have: a table each, from which pages are made.

A habit says how a page writes its references and its notes and how it names them; a fault says what is wrong with
one of them. The texts are made up.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

SENTENCES = (
    "The ferry left the quay before dawn{}, as the log of the harbour master tells.",
    "Nobody on board had seen the coast of Varn{} in winter.",
    "Two of the boilers were cold{} and the third leaked.",
    "Miss Adler kept the purse{}; her brother kept the maps.",
    "They reached the lighthouse at Ostrel{} when the tide had turned.",
    "A storm was feared, but only rain came{}.",
    "The customs officer asked for papers{} that were never issued.",
    "On the second day the mules arrived{} with the printing press.",
    "The press stood in the chapel until spring{}.",
    "Its first sheet was a list of the drowned{}.",
    "The council paid for ink{} and for nothing else.",
    "A reader in Lower Varn complained of the type{}.",
    "The typefounder answered him in verse{}.",
    "By autumn the sheet sold in every village of the island{}.",
)
NOTES = (
    "Log of the port, third volume.",
    "Her letters say otherwise.",
    "An engineer's report, now lost.",
    "So the treasurer; the maps are in Ostrel.",
    "It was lit with whale oil.",
    "The almanac gives hail.",
    "Compare the decree on strangers.",
    "Borrowed from a monastery.",
    "It was heated for the purpose.",
    "One copy is known.",
    "The accounts are complete.",
    "He signed as A Friend of Light.",
    "Printed as an appendix.",
    "The figures are the editor's.",
)


@dataclass(frozen=True)
class Entry:
    """A reference or a note: its label, the name it bears, and the name its link asks for (empty: none)."""

    label: str
    own: str
    to: str
    text: str = ""
    n: int = 0


@dataclass(frozen=True)
class Habit:
    """How a page writes its notes.

    `call` and `note` are templates with `{label}`, `{own}`, `{to}`, `{text}`, and `{n}`, the count of the pair.
    """

    call: str
    note: str
    names: tuple[str, str] = ("f{n}", "n{n}")
    around: tuple[str, str] = ("<hr>\n", "\n")
    """What stands before and after all notes."""
    labels: tuple[str, ...] = tuple(str(n) for n in range(1, len(NOTES) + 1))
    page: str = (
        "<html lang='en'><head><title>The Log</title></head><body>\n"
        "<h2>The Log</h2>\n{body}\n{notes}</body></html>"
    )
    paragraph: str = "<p>{}</p>\n"
    lacks: frozenset[str] = field(default_factory=frozenset)
    """Faults that this habit cannot have, or that nobody could see."""


@dataclass
class Page:
    """A page before it is written out."""

    calls: list[Entry]
    notes: list[Entry]


def sound(habit: Habit) -> Page:
    """The page without a fault."""
    call_name, note_name = habit.names
    calls, notes = [], []
    for n, label in enumerate(habit.labels, 1):
        own, to = call_name.format(n=n, a=chr(96 + n)), note_name.format(n=n, a=chr(96 + n))
        calls.append(Entry(label, own, to, n=n))
        notes.append(Entry(label, to, own, NOTES[n - 1], n))
    return Page(calls, notes)


def written(habit: Habit, page: Page) -> str:
    """The page as HTML; every reference and every note stands on a line of its own."""
    lines = []
    for index, call in enumerate(page.calls):
        mark = habit.call.format(**vars(call)) if call.label else ""
        lines.append(SENTENCES[index].format(mark))
    half = len(lines) // 2
    paragraphs = ["\n".join(lines[:half]), "\n".join(lines[half:])]
    body = "".join(habit.paragraph.format(text) for text in paragraphs)
    notes = "\n".join(habit.note.format(**vars(note)) for note in page.notes)
    before, after = habit.around
    return habit.page.format(body=body, notes=before + notes + after)


LINKED = '<a name="{own}" href="#{to}">'
PLAIN_NOTE = '<p><a name="{own}" href="#{to}">{label}.</a> {text}</p>'

HABITS: dict[str, Habit] = {
    "archive": Habit('<a name="{own}" href="#{to}">[{label}]</a>', PLAIN_NOTE),
    "archive-sup": Habit(
        '<sup><a name="{own}" href="#{to}">{label}</a></sup>',
        '<p class="note"><sup><a name="{own}" href="#{to}">{label}</a></sup> {text}</p>',
    ),
    "sup-inside": Habit(
        '<a href="#{to}" name="{own}"><sup>{label}</sup></a>',
        '<P><FONT SIZE="-1"><A NAME="{own}" HREF="#{to}">{label}</A>. {text}</FONT>',
        ("r{n}", "en{n}"),
    ),
    "empty-anchors": Habit(
        '<a name="{own}"></a><a href="#{to}">({label})</a>',
        '<p><a name="{own}"></a><a href="#{to}">({label})</a> {text}</p>',
        ("ref{n}", "note{n}"),
    ),
    "word": Habit(
        '<a style=\'mso-footnote-id:ftn{n}\' href="#{to}" name="{own}" title=""><span '
        "class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]><span "
        "class=MsoFootnoteReference><span lang=EN-US style='font-size:12.0pt'>[{label}]</span></span>"
        "<![endif]></span></span></a>",
        "<div style='mso-element:footnote' id=ftn{n}>\n<p class=MsoFootnoteText><a "
        'style=\'mso-footnote-id:ftn{n}\' href="#{to}" name="{own}" title=""><span '
        "class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>"
        "<span class=MsoFootnoteReference><span lang=EN-US>[{label}]</span></span><![endif]></span></span></a>"
        "<span lang=EN-US> {text}<o:p></o:p></span></p>\n</div>",
        ("_ftnref{n}", "_ftn{n}"),
        (
            "<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all>\n"
            '<hr align=left size=1 width="33%">\n<![endif]>\n',
            "\n</div>\n",
        ),
    ),
    "libreoffice": Habit(
        '<a class="sdfootnoteanc" name="{own}" href="#{to}"><sup>{label}</sup></a>',
        '<div id="sdfootnote{n}"><p class="sdfootnote"><a class="sdfootnotesym" name="{own}" '
        'href="#{to}">{label}</a>{text}</p></div>',
        ("sdfootnote{n}anc", "sdfootnote{n}sym"),
    ),
    "libreoffice-tab": Habit(
        '<a class="sdendnoteanc" name="{own}" href="#{to}"><sup>{label}</sup></a>',
        '<div id="sdendnote{n}"><p class="sdendnote"><a class="sdendnotesym" name="{own}" '
        'href="#{to}">{label}</a>\t{text}</p></div>',
        ("sdendnote{n}anc", "sdendnote{n}sym"),
    ),
    "kramdown": Habit(
        '<sup id="{own}" role="doc-noteref"><a href="#{to}" class="footnote" rel="footnote">{label}</a></sup>',
        '<li id="{own}" role="doc-endnote"><p>{text} <a href="#{to}" class="reversefootnote" '
        'role="doc-backlink">&#8617;&#xfe0e;</a></p></li>',
        ("fnref:{n}", "fn:{n}"),
        ('<div class="footnotes" role="doc-endnotes">\n<ol>\n', "\n</ol>\n</div>\n"),
        lacks=frozenset({"note-twice"}),
    ),
    "pandoc": Habit(
        '<a href="#{to}" class="footnote-ref" id="{own}" role="doc-noteref"><sup>{label}</sup></a>',
        '<li id="{own}"><p>{text}<a href="#{to}" class="footnote-back" role="doc-backlink">↩︎</a></p></li>',
        ("fnref{n}", "fn{n}"),
        (
            '<section id="footnotes" class="footnotes" role="doc-endnotes">\n<hr />\n<ol>\n',
            "\n</ol>\n</section>\n",
        ),
        lacks=frozenset({"note-twice"}),
    ),
    "hugo": Habit(
        '<sup id="{own}"><a href="#{to}" class="footnote-ref">{label}</a></sup>',
        '<li id="{own}">{text} <a href="#{to}" class="footnote-backref">&#8617;</a></li>',
        ("fnref:{n}", "fn:{n}"),
        ('<section class="footnotes"><hr><ol>\n', "\n</ol></section>\n"),
        lacks=frozenset({"note-twice"}),
    ),
    "mediawiki": Habit(
        '<sup id="{own}" class="reference"><a href="#{to}"><span class="cite-bracket">&#91;</span>{label}<span '
        'class="cite-bracket">&#93;</span></a></sup>',
        '<li id="{own}"><span class="mw-cite-backlink"><b><a href="#{to}" aria-label="Jump up">^</a></b></span> '
        '<span class="reference-text">{text}</span></li>',
        ("cite_ref-{n}", "cite_note-{n}"),
        ('<ol class="references">\n', "\n</ol>\n"),
        lacks=frozenset({"note-twice"}),
    ),
    "gutenberg": Habit(
        '<a name="{own}" id="{own}"></a><a href="#{to}" class="fnanchor">[{label}]</a>',
        '<div class="footnote"><p><a name="{own}" id="{own}"></a><a href="#{to}"><span '
        'class="label">[{label}]</span></a> {text}</p></div>',
        ("FNanchor_{n}_{n}", "Footnote_{n}_{n}"),
        ('<div class="footnotes"><h3>FOOTNOTES:</h3>\n', "\n</div>\n"),
    ),
    "aria-static": Habit(
        '<sup><a href="#{to}" id="{own}" aria-describedby="footnote-label">{label}</a></sup>',
        '<li id="{own}">{text} <a href="#{to}" aria-label="Back to reference {label}">back</a></li>',
        ("ref-footnote-{n}", "footnote-{n}"),
        ('<aside><h2 id="footnote-label">Footnotes</h2>\n<ol>\n', "\n</ol></aside>\n"),
        lacks=frozenset({"note-twice", "wrong-note-label", "doubled-note-label"}),
    ),
    "return-to-text": Habit(
        '<a id="{own}" href="#{to}">[{label}]</a>',
        '<p id="{own}">{label}. {text} <a href="#{to}">Return to text</a></p>',
        ("r{n}", "en{n}"),
    ),
    "definition-list": Habit(
        '<a name="{own}" href="#{to}">{label}</a>',
        '<dt><a name="{own}" href="#{to}">{label}</a></dt><dd>{text}</dd>',
        ("a{n}", "b{n}"),
        ("<dl>\n", "\n</dl>\n"),
    ),
    "table": Habit(
        '<a name="{own}" href="#{to}">[{label}]</a>',
        '<tr><td valign="top"><a name="{own}" href="#{to}">{label}.</a></td><td>{text}</td></tr>',
        ("t{n}", "u{n}"),
        ('<table border="0">\n', "\n</table>\n"),
    ),
    "one-paragraph": Habit(
        '<a name="{own}" href="#{to}">[{label}]</a>',
        '<a name="{own}" href="#{to}">[{label}]</a> {text}<br>',
        ("v{n}", "w{n}"),
        ("<p>", "</p>\n"),
    ),
    "one-paragraph-stop": Habit(
        '<a name="{own}" href="#{to}"><sup>{label}</sup></a>',
        '<a name="{own}" href="#{to}">{label}.</a> {text}<br>',
        ("v{n}", "w{n}"),
        ("<p class=notes>", "</p>\n"),
    ),
    "top-links": Habit(
        '<a href="#{to}">[{label}]</a>',
        '<p><a name="{own}">[{label}]</a> {text} <a href="#top">[top]</a></p>',
    ),
    "no-way-back": Habit(
        '<sup><a href="#{to}">{label}</a></sup>',
        '<p><a name="{own}"></a>{label}. {text}</p>',
    ),
    "div-ids": Habit(
        '<a href="#{to}" id="{own}">({label})</a>',
        '<div id="{own}"><p>({label}) {text} <a href="#{to}">&uarr;</a></p></div>',
        ("up{n}", "note_{n}"),
    ),
    "small": Habit(
        '<a href="#{to}" name="{own}"><sup>({label})</sup></a>',
        '<p><small><a href="#{to}" name="{own}">({label})</a> {text}</small></p>',
        ("N_{n}_", "{n}N"),
    ),
    "letters": Habit(
        '<a name="{own}" href="#{to}">[{label}]</a>',
        PLAIN_NOTE,
        ("x{a}", "y{a}"),
        labels=tuple("abcdefghijklmn"),
    ),
    "starred": Habit(
        '<a name="{own}" href="#{to}">[{label}]</a>',
        '<p class="note"><a name="{own}" href="#{to}">{label}.</a> {text}</p>',
        labels=tuple(f"{n}*" for n in range(1, 15)),
    ),
    "parenthesis": Habit(
        '<a name="{own}" href="#{to}">{label})</a>',
        '<p><a name="{own}" href="#{to}">{label})</a> {text}</p>',
        ("z{n}", "fu{n}"),
    ),
    "braces": Habit(
        '<a name="{own}" href="#{to}">{{{label}}}</a>',
        '<p><a name="{own}" href="#{to}">{{{label}}}</a> {text}</p>',
        ("p{n}", "q{n}"),
    ),
    "epub": Habit(
        '<a href="#{to}" id="{own}" epub:type="noteref">{label}</a>',
        '<aside id="{own}" epub:type="footnote"><p><a href="#{to}" epub:type="backlink">{label}.</a> {text}</p>'
        "</aside>",
        ("noteref-{n}", "note-{n}"),
        ("<hr/>\n", "\n"),
        page='<?xml version="1.0" encoding="utf-8"?>\n<html lang="en" xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="en"><head><title>The Log</title></head><body>\n'
        "<h2>The Log</h2>\n{body}\n{notes}</body></html>",
    ),
    "several-returns": Habit(
        '<a href="#{to}" name="{own}">[{label}]</a>',
        '<p class="note"><a href="#{to}" name="{own}">{label}.</a> <a href="#f{n}b">{label}b</a> {text}</p>',
        page="<html lang='en'><head><title>The Log</title></head><body>\n<h2>The Log</h2>\n{body}\n<p>See "
        + ", ".join(f'<a href="#n{n}" name="f{n}b">[{n}]</a>' for n in range(1, 15))
        + ".</p>\n{notes}</body></html>",
        lacks=frozenset({"lost-call"}),
    ),
    "two-series": Habit(
        '<a name="{own}" href="#{to}">[{label}]</a>',
        PLAIN_NOTE,
        page="<html lang='en'><head><title>The Log</title></head><body>\n<h2>The Log</h2>\n{body}\n<p>The mayor "
        '<a name="g1" href="#m1">[1*]</a> wept; his wife <a name="g2" href="#m2">[2*]</a> did not.</p>\n{notes}'
        '<hr>\n<p><a name="m1" href="#g1">1*.</a> Of Ostrel.</p>\n'
        '<p><a name="m2" href="#g2">2*.</a> Born in Varn.</p></body></html>',
    ),
    "stars-beside-numbers": Habit(
        '<a name="{own}" href="#{to}"><sup>{label}</sup></a>',
        PLAIN_NOTE,
        page="<html lang='en'><head><title>The Log</title></head><body>\n<h2>The Log</h2>\n{body}\n<p>The mayor "
        '<a name="s1" href="#t1"><sup>*</sup></a> wept; his wife <a name="s2" href="#t2"><sup>†</sup></a> did not.'
        '</p>\n{notes}<hr>\n<p><a name="t1" href="#s1">*</a> Of Ostrel.</p>\n'
        '<p><a name="t2" href="#s2">†</a> Born in Varn.</p></body></html>',
    ),
    "unlinked-brackets": Habit("[{label}]", "<p>[{label}] {text}</p>"),
    "unlinked-sup": Habit("<sup>{label}</sup>", "<p><sup>{label}</sup> {text}</p>"),
    "unlinked-sup-stop": Habit("<sup>{label}</sup>", "<p>{label}. {text}</p>"),
    "unlinked-definitions": Habit(
        "<sup>{label}</sup>", "<dt>{label}</dt><dd>{text}</dd>", around=("<dl>\n", "</dl>")
    ),
    "unlinked-definitions-stop": Habit(
        "[{label}]", "<dt>{label}.</dt><dd>{text}</dd>", around=("<dl>\n", "</dl>")
    ),
    "unlinked-table": Habit(
        "<sup>{label}</sup>", "<tr><td>{label}.</td><td>{text}</td></tr>", around=("<table>\n", "</table>")
    ),
    "unlinked-lines": Habit("[{label}]", "[{label}] {text}<br>", around=("<p>", "</p>")),
    "unlinked-lines-stop": Habit(
        "<sup>{label}</sup>", "{label}. {text}<br>", around=("<p><small>", "</small></p>")
    ),
    "unlinked-font": Habit('<font size="-2">[{label}]</font>', '<p><font size="-1">{label}. {text}</font></p>'),
    "unlinked-parentheses": Habit("({label})", "<p>({label}) {text}</p>"),
    "unlinked-parenthesis": Habit("<sup>{label})</sup>", "<p>{label}) {text}</p>"),
    "unlinked-braces": Habit("{{{label}}}", "<p>{{{label}}} {text}</p>"),
}

Fault = Callable[[Page, int], None]


def _change(entries: list[Entry], at: int, **values: Any) -> None:
    entries[at] = replace(entries[at], **values)


def _lose(entries: list[Entry], at: int) -> None:
    del entries[at]


def _exchange(entries: list[Entry], at: int) -> None:
    entries[at], entries[at + 1] = entries[at + 1], entries[at]


FAULTS: dict[str, Fault] = {
    "wrong-href": lambda page, at: _change(page.calls, at, to=page.notes[at + 3].own),
    "self-link": lambda page, at: _change(page.calls, at, to=page.calls[at].own),
    "dead-href": lambda page, at: _change(page.calls, at, to=page.notes[at].own + "q"),
    "wrong-back": lambda page, at: _change(page.notes, at, to=page.calls[at + 3].own),
    "self-back": lambda page, at: _change(page.notes, at, to=page.notes[at].own),
    "dead-back": lambda page, at: _change(page.notes, at, to=page.calls[at].own + "q"),
    "wrong-call-label": lambda page, at: _change(page.calls, at, label=page.calls[at + 2].label),
    "wrong-note-label": lambda page, at: _change(page.notes, at, label=page.notes[at + 2].label),
    "doubled-note-label": lambda page, at: _change(page.notes, at, label=page.notes[at - 1].label),
    "note-anchor-lost": lambda page, at: _change(page.notes, at, own=""),
    "call-anchor-lost": lambda page, at: _change(page.calls, at, own=""),
    "note-anchor-twice": lambda page, at: _change(page.notes, at, own=page.notes[at - 1].own),
    "lost-note": lambda page, at: _lose(page.notes, at),
    "lost-call": lambda page, at: _change(page.calls, at, label=""),
    "note-twice": lambda page, at: page.notes.insert(
        at + 1, replace(page.notes[at], own="", text="Another text.", n=99)
    ),
    "notes-exchanged": lambda page, at: _exchange(page.notes, at),
}


def faulty(habit: Habit, fault: str, at: int = 6) -> str:
    """The page with one fault in the pair at an index."""
    page = sound(habit)
    if fault in FAULTS:
        FAULTS[fault](page, at)
        return written(habit, page)
    text = written(habit, page)
    return SCARS[fault](text, habit, page.calls[at])


def _scarred(text: str, old: str, new: str) -> str:
    return text.replace(old, new, 1) if text.count(old) == 1 else text


SCARS: dict[str, Callable[[str, Habit, Entry], str]] = {
    "open-quote": lambda text, habit, call: _scarred(text, f'href="#{call.to}"', f'href="#{call.to}'),
    "stray-quote": lambda text, habit, call: _scarred(text, f'name="{call.own}"', f'name={call.own}"'),
    "link-lost": lambda text, habit, call: (
        _scarred(text, habit.call.format(**vars(call)), f"[{call.label}]") if "href" in habit.call else text
    ),
    "bracket-lost": lambda text, habit, call: text.replace(f"[{call.label}]", f"[{call.label}", 1),
}
"""Faults of the finished page: what each does to it (nothing, where the habit has no place for it)."""
