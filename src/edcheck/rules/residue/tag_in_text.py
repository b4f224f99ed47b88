"""A tag of the markup is shown to readers as text.

`&lt;i&gt;` in a page shows `<i>`; so does a tag that was carried over into a plain text, or into a field whose
program escapes all markup. Half a tag (`/i>`) is what a careless replacement leaves. Make markup of it again, or
delete it. Texts that speak of markup, and code, are left alone; so is the mark `<sic>` of an editor.
"""

import re
from collections.abc import Iterator

from edcheck.model import Document, Draft, Fix
from edcheck.patterns import lazy_pattern
from edcheck.recognise.characters import places_of
from edcheck.recognise.prose import language_of
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_NAMES = (
    "a|abbr|acronym|b|big|blockquote|body|br|center|cite|code|dd|del|dfn|dir|div|dl|dt|em|figure|font|h[1-6]|head|"
    "hi|hr|html|i|img|ins|kbd|lb|li|link|meta|nobr|note|ol|p|pb|pre|q|ref|rend|s|sc|section|seg|small|span|strike|"
    "strong|sub|sup|table|tbody|td|tei|th|thead|title|tr|tt|u|ul|var"
)
_TAG = lazy_pattern(
    rf"<(?:(?P<close>/)(?P<ended>{_NAMES})\s?>|(?P<name>{_NAMES})"
    r"(?P<attributes>(?:\s+[\w:-]+\s?=\s?(?:[\"“”'][^<>\"“”'\n]{0,200}[\"“”']|[\w#%]+))*)\s?/?>)",
    re.IGNORECASE,
)
_AFTER_WORDS = "i|b|em|strong|su[bp]|span|font|small|blockquote|center|div|h[1-6]"
"""Elements of which half a tag may be glued to a word: `m/s>` and `a/p>` are none."""
_END = 14
"""Code points before a `>` in which the rest of an end tag lies."""
_HALF_END = lazy_pattern(rf"(?:(?<![<\w/])/(?:{_NAMES})|(?<=\w)/(?:{_AFTER_WORDS}))>\Z", re.IGNORECASE)
_HALF_START = lazy_pattern(rf"</(?:{_NAMES})(?![\w>]|\s?>)", re.IGNORECASE)
_ALONE = frozenset(("br", "hr", "img", "lb", "pb", "link", "meta"))
"""Elements that have no end tag."""
_ABOUT_MARKUP = ("HTML", "XML", "XHTML", "TEI", "SGML", "CSS", "markup")
_MENTIONS = 2
"""How often a text that speaks of markup names it; a German one has tags of other kinds."""
_HTML = frozenset(("html", "xhtml", "markdown", "epub"))
_WORD = 3
"""Letters of a name that stands in angle brackets for nothing but an element."""
_NEAR = 500
"""Code points within which the other tag of an element stands."""
_SHOWN = 8
_MANY = 12
"""Tags from which on a text carries all its markup along."""
_QUOTED = frozenset("\"'“”‘’`«»„")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    text = document.text
    opening = places_of(text, "<")
    found = [match for match in _at(_TAG, text, opening) if _is_residue(document, match)]
    halves = [*_at(_HALF_START, text, opening), *_half_ends(text)]
    halves = [match for match in halves if _stands(document, match) and _is_shown(document, match)]
    if not found and not halves:
        return
    counts = document.words.counts
    about = _ABOUT_MARKUP if language_of(document) == "de" else (*_ABOUT_MARKUP, "tag", "tags")
    if sum(counts[word] for word in about) >= _MENTIONS:
        return
    if len(found) >= _MANY:
        yield _all(found)
        found = []
    yield from _elements(document, found)
    for match in halves:
        extent = Extent(*match.span())
        fix = document.fix(f"Delete “{match[0]}”", extent, "")
        yield Draft("half", extent, {"tag": match[0]}, fixes=(fix,), confidence=0.9)


def _at(pattern: re.Pattern[str], text: str, places: list[Extent]) -> Iterator[re.Match[str]]:
    """What begins at the places and fits."""
    return (match for place in places if (match := pattern.match(text, place.start)))


def _half_ends(text: str) -> Iterator[re.Match[str]]:
    """End tags without their first sign. The last one is looked for: it is rarer than a slash."""
    for _, end in places_of(text, ">"):
        match = _HALF_END.search(text, max(end - _END, 0), end)
        if match:
            yield match


def _is_residue(document: Document, match: re.Match[str]) -> bool:
    """Whether somebody meant a tag: it is no quoted name of an element, and no letter in an editor's brackets."""
    text, (start, end) = document.text, match.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    quoted = before and before in _QUOTED and after and after in _QUOTED
    name = match["name"] or match["ended"]
    return not quoted and (name.islower() or name.isupper()) and _stands(document, match)


def _stands(document: Document, match: re.Match[str]) -> bool:
    return not document.in_zone(Extent(*match.span()), "code", "boilerplate")


def _is_shown(document: Document, match: re.Match[str]) -> bool:
    """Whether half a tag is text: of one that markup leaves open, other rules speak."""
    at = document.view.source_offset(match.start())
    return document.format == "plain" or document.source.text[at] != "<"


def _all(found: list[re.Match[str]]) -> Draft:
    names = {match["name"] or match["ended"] for match in found}
    return Draft(
        "all",
        Extent(*found[0].span()),
        {"count": len(found), "tag": found[0][0]},
        tuple((Extent(*match.span()), "here too") for match in found[1 : _SHOWN + 1]),
        (f"elements: {', '.join(sorted(names))}",),
        severity="warning",
        confidence=0.9,
    )


def _elements(document: Document, found: list[re.Match[str]]) -> Iterator[Draft]:
    """One finding for a start tag and its end tag."""
    waiting: list[re.Match[str]] = []
    partners: dict[int, re.Match[str]] = {}
    for match in found:
        if not match["close"]:
            waiting.append(match)
            continue
        while waiting:
            start = waiting.pop()
            if start["name"].lower() == match["ended"].lower():
                partners[start.start()] = match
                partners[match.start()] = start
                break
    for match in found:
        partner = partners.get(match.start())
        if partner is None or not match["close"]:
            yield from _element(document, match, partner)


def _element(document: Document, match: re.Match[str], end: re.Match[str] | None) -> Iterator[Draft]:
    name = (match["name"] or match["ended"]).lower()
    answered = end is not None or _answered(document, match, name)
    plain = not (
        answered or match["close"] or match["attributes"] or name in _ALONE or _is_half_escaped(document, match)
    )
    if plain and len(name) < _WORD:
        return  # a letter that an editor supplied (`th<i>s`), or one that is spoken of
    places = [Extent(*one.span()) for one in (match, end) if one]
    yield Draft(
        "shown",
        places[0],
        {"tag": match[0]},
        tuple((place, f"“{document.quote(place)}”") for place in places[1:]),
        fixes=(*_as_markup(document, places, answered or name in _ALONE), _without(document, places)),
        severity="warning" if plain else None,
        confidence=0.8 if plain else 0.97,
    )


def _answered(document: Document, match: re.Match[str], name: str) -> bool:
    """Whether the markup itself holds the other tag of the element: only one of the two was escaped."""
    if document.format not in _HTML:
        return False
    source, span = document.source.text, document.view.spans(Extent(*match.span()))
    if match["close"]:
        before = source[max(span[0].start - _NEAR, 0) : span[0].start].lower()
        return max(before.rfind(f"<{name}>"), before.rfind(f"<{name} ")) > before.rfind(f"</{name}>")
    behind = source[span[-1].end : span[-1].end + _NEAR].lower()
    closed, opened = behind.find(f"</{name}>"), behind.find(f"<{name}>")
    return closed >= 0 and not 0 <= opened < closed


def _is_half_escaped(document: Document, match: re.Match[str]) -> bool:
    """Whether one of its angle brackets is written as such, and the other as a reference."""
    spans = document.view.spans(Extent(*match.span()))
    written = document.source.text[spans[0].start : spans[-1].end]
    return (written[0] == "<") != (written[-1] == ">")


def _as_markup(document: Document, places: list[Extent], complete: bool) -> Iterator[Fix]:
    """The tags as markup, where the format has such elements."""
    if complete and document.format in _HTML:
        edits = [edit for place in places for edit in document.edit(place, document.quote(place))]
        yield Fix("Make markup of it", tuple(edits), "unsafe")


def _without(document: Document, places: list[Extent]) -> Fix:
    edits = [edit for place in places for edit in document.edit(place, "")]
    title = f"Delete {' and '.join(f'“{document.quote(place)}”' for place in places)}"
    return Fix(title, tuple(edits), "unsafe" if document.format == "plain" else "suggestion")


rule = Rule(
    id="residue/tag-in-text",
    severity="error",
    doc=__doc__,
    messages={
        "shown": "readers see the tag “{tag}”",
        "half": "“{tag}” is what is left of a tag",
        "all": "the text shows its markup: “{tag}” is the first of {count} tags",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("The «<i>»harbour</i> is shut.", fixed="The harbour is shut."),
        Bad("<p>The «&lt;i&gt;»harbour&lt;/i&gt; is shut.</p>", "<p>The <i>harbour</i> is shut.</p>", "html"),
        Bad("<p>The «&lt;i&gt;»pier</i> is shut</p>", "<p>The <i>pier</i> is shut</p>", "html"),
        Bad("<p>The <i>pier«&lt;/i&gt;» is shut</p>", "<p>The <i>pier</i> is shut</p>", "html"),
        Bad("<p>The pier«&lt;br&gt;»and the «&lt;i>»harbour</i> &amp; more.</p>", format="html"),
        Bad("The harbour«/i>» is shut; the «</b» mill too.", fixed="The harbour is shut; the  mill too."),
        Bad('The «<font size="2">»harbour is shut, «<strong>»and the mill.'),
        Bad("The pier.«</p>» The «<span class=“x”>»mill</span>", fixed="The pier. The mill"),
        Bad("«<b>»A</b> <b>B</b> <b>C</b> <b>D</b> <b>E</b> <b>F</b>"),
        Bad(
            "The &lt;em&gt;harbour&lt;/em&gt;".replace("&lt;em&gt;", "«&lt;em&gt;»"),
            "The <em>harbour</em>",
            "markdown",
        ),
    ),
    good=(
        Good("The element <i> and the tag </i> are HTML, say the tag books.", because="the text speaks of markup"),
        Good("Write `<i>` there.\n\n~~~\n<b>x</b>\n~~~", format="markdown", because="code"),
        Good(
            "th<e> p<i>lot wr<a>te; the sound <p>; if a<b and b>c", because="an editor’s brackets, letters, a sum"
        ),
        Good("<p>c&lt;a&gt;n &lt;i&gt; and <i>more</i></p>", "an editor’s letters beside real markup", "html"),
        Good("Press <Del> and <Ins> there.", because="keys"),
        Good("The pilot <sic> came <hart@example.org> and “<em>” too.", because="no tags, and a quoted one"),
        Good("<p>The <i>harbour</i></p>", format="html", because="markup that readers do not see"),
    ),
)
