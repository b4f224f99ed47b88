"""A character reference is broken: its remains stand in the text.

`&nbsp;` and `&mdash;` stand for characters. Where one lost its semicolon or most of its letters, or was taken
for text, the reader sees `&nbsp`, `&mdash;` or a lone `&`; where it lost its `&`, `mdash;`. Write the character
that was meant; where only the `&` is left, the print tells whether anything is missing. Ampersands of firms and of
`&c.` are left alone.
"""

from collections.abc import Iterator
from functools import cache

from edcheck.model import Document, Draft, Flaw
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.characters.addresses import in_address
from edcheck.text import Extent, Span

_REFERENCE = lazy_pattern(r"&(?!amp;)(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}\d{0,2});")
_OPEN = lazy_pattern(
    r"&(?:#\d{2,6}|nbsp|[mn]dash|[lrs][sd]quo|[lr]aquo|hellip|thinsp|e[mn]sp|shy|quot|bull|"
    r"[AEIOUaeiou](?:acute|grave|circ|uml)|[Aa]ring|[Cc]cedil|[Nn]tilde|szlig)(?![\w;=])"
)
_LONE = lazy_pattern(r"&(?<=\w&)(?=[ \t\xa0]*(?:[\r\n]|\Z)|\xa0|;|(?<=\d&) (?!\d))")
_TAIL = lazy_pattern(r";(?<=(?:quo|ash|bsp|pos|uot|lip|ute|ave|irc|uml|lde|amp);)")
"""How the names end that are looked for where the ampersand is lost."""
_NAME = lazy_pattern(
    r"(?:nbsp|[mn]dash|[lrs][sd]quo|[lr]aquo|hellip|quot|apos|[AEIOUaeiou](?:acute|grave|circ|uml)|[Nn]tilde);\Z"
)
_LONGEST = 8
_REFERS = lazy_pattern(r"&(?:amp;)?\w*\Z")
_AND = lazy_pattern(r"(?<=[^\W\d_.][ \xa0])amp;(?=\s)|(?<=\.[ \xa0])amp;(?=\s)")
"""What stands between two words, and is no strength of a current."""
_BEFORE_LETTERS = lazy_pattern(r"&((?:nbsp|[mn]dash|[lrs][sd]quo|[lr]aquo|hellip))[^\W\d_]")
"""References that browsers do not take for such without their semicolon, with a letter of the next word."""


def shows_references(document: Document) -> bool:
    """Whether the format knows no character references, so that whatever is written is shown."""
    return document.format in ("plain", "rest")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if shows_references(document):
        if "&" in document.text:
            yield from _in_plain_text(document)
    else:
        for flaw in document.flaws:
            yield from _of_flaw(document, flaw)
    yield from _without_ampersand(document)


def _in_plain_text(document: Document) -> Iterator[Draft]:
    text = document.text
    for pattern in (_REFERENCE, _OPEN):
        for match in pattern.finditer(text):
            reads = meaning(match[0].strip("&;"))
            if reads and not _exempt(document, match.start()):
                extent = Extent(*match.span())
                fix = document.fix(f"Write the character “{reads}”", extent, reads, "unsafe")
                yield Draft("shown", extent, {"written": match[0], "reads": reads}, fixes=(fix,), confidence=0.97)
    for match in _LONE.finditer(text):
        if not _exempt(document, match.start()):
            yield _lone(document, Extent(*match.span()), match.start())


def _without_ampersand(document: Document) -> Iterator[Draft]:
    """What is left of references that lost their ampersand: `housesrdquo;`."""
    text = document.text
    for tail in _TAIL.finditer(text):
        match = _NAME.search(text[max(tail.end() - _LONGEST, 0) : tail.end()])
        match = match or _AND.search(text[max(tail.end() - _LONGEST, 0) : tail.end() + 1])
        start = tail.end() - len(match[0]) if match else 0
        if match is None or _REFERS.search(text, max(start - _LONGEST, 0), start) or _exempt(document, start):
            continue
        extent, reads = Extent(start, tail.end()), meaning(match[0][:-1])
        place = document.view.source_offset(start)
        if shows_references(document):
            fix = document.fix(f"Write the character “{reads}”", extent, reads, "unsafe")
        else:
            fix = document.fix("Set the “&”", Span(place, place), "&", "unsafe")
        yield Draft("shown", extent, {"written": match[0], "reads": reads}, fixes=(fix,), confidence=0.97)


def _lone(document: Document, place: Extent | Span, at: int) -> Draft:
    fix = document.fix("Delete the “&”", place, "")
    after = document.text[at + 1 : at + 2]
    evidence = ("a no-break space follows: this was “&nbsp;”",) if after == "\xa0" else ()
    return Draft("lone", place, evidence=evidence, fixes=(fix,), confidence=0.95)


def _of_flaw(document: Document, flaw: Flaw) -> Iterator[Draft]:
    if flaw.kind not in ("bare-ampersand", "unknown-entity", "unterminated-entity"):
        return
    source, extent = document.source.text, document.view.extent(flaw.span)
    if _exempt(document, extent.start):
        return
    written = source[flaw.span.start : flaw.span.end]
    reads = flaw.data.get("reads", "")
    if flaw.kind == "bare-ampersand":
        joined = _BEFORE_LETTERS.match(source, flaw.span.start)
        if joined:
            written, reads = f"&{joined[1]}", meaning(joined[1])
            place = Span(flaw.span.start, joined.end(1))
            fix = document.fix("Add the semicolon", Span(place.end, place.end), ";", "unsafe")
            yield Draft("unterminated", place, {"written": written, "reads": reads}, fixes=(fix,), confidence=0.95)
        elif not flaw.data.get("name") and _LONE.match(document.text, extent.start):
            yield _lone(document, flaw.span, extent.start)
    elif flaw.kind == "unknown-entity":
        name = flaw.data.get("name", "")
        glued = source[flaw.span.start - 1 : flaw.span.start].isalnum()
        if len(name) < 3 or (glued and name[0].isupper()):
            return  # two initials or names before a semicolon: `R&D;`
        yield Draft("unknown", flaw.span, {"written": written}, confidence=0.95)
    elif source[flaw.span.end : flaw.span.end + 1] != "=":
        fix = document.fix("Add the semicolon", Span(flaw.span.end, flaw.span.end), ";", "unsafe")
        shown = document.text[extent.start : extent.end] == reads
        yield Draft(
            "unterminated",
            flaw.span,
            {"written": written, "reads": reads},
            fixes=(fix,),
            severity="warning" if shown else None,
            confidence=0.9,
        )


def _exempt(document: Document, place: int) -> bool:
    """Tell whether the place lies in code, in another's text, or in an address."""
    if document.in_zone(Extent(place, place + 1), "code", "boilerplate"):
        return True
    return in_address(document.text, place)


@cache
def meaning(name: str) -> str:
    """The character that a reference's name or number stands for; empty where it stands for none."""
    if name[0] == "#":
        code = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""
    from html.entities import html5

    return html5.get(f"{name};", "")


rule = Rule(
    id="characters/broken-entity",
    severity="error",
    doc=__doc__,
    messages={
        "shown": "“{written}” is shown as it stands; it means “{reads}”",
        "lone": "this “&” is what is left of a character reference",
        "unknown": "“{written}” is no character reference; readers see it as it stands",
        "unterminated": "“{written}” lacks its semicolon; it means “{reads}”",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            "Arle Gazette, May 2, 1871«&»\xa0\n\nThe bridge is down.",
            fixed="Arle Gazette, May 2, 1871\xa0\n\nThe bridge is down.",
        ),
        Bad("The bridge «&mdash;» the old one.", fixed="The bridge — the old one.", format="rest"),
        Bad(
            "The bridge«&mdash;»the old one«&#8212;»is down; so is«&nbsp» the mill.",
            fixed="The bridge—the old one—is down; so is\xa0 the mill.",
        ),
        Bad("<p>In 1871«&» the bridge fell. «&foo;»</p>", format="html"),
        Bad(
            "The “bridge «rdquo;» of Smith «amp;» Sons, the old one, is «auml;»lter.",
            fixed="The “bridge ” of Smith & Sons, the old one, is älter.",
        ),
        Bad(
            "<p>The &ldquo;bridge«rdquo;» is down, «&lsquo»alas&rsquo;.</p>",
            format="html",
            fixed="<p>The &ldquo;bridge&rdquo; is down, &lsquo;alas&rsquo;.</p>",
        ),
        Bad("<p>The bridge«&mdash» is down.</p>", format="html", fixed="<p>The bridge&mdash; is down.</p>"),
    ),
    good=(
        Good(
            "Smith & Sons, R&D, AT&T, wool, flax, &c. and hemp, & c.",
            because="ampersands of firms and old spelling",
        ),
        Good("<p>He sank&amp;emdash;alas.</p>", format="html", because="`double-escaped-entity` tells it"),
        Good("A current of 5 amp; no more.", because="a unit"),
        Good("They made a dash; it was acute; the status quo; sedan.", because="words before a semicolon"),
        Good("See www.example.org/page?a=1&copy=2&nbsp=3 there.", because="an address"),
        Good(
            "<p>Smith & Sons, wool, &c.; AT&T; R&D;</p>", format="html", because="browsers show it as it is meant"
        ),
    ),
)
