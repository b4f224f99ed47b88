"""A character reference was escaped twice: its source stands in the text.

A program that writes HTML turns `&` into `&amp;`. Run twice over a text, it turns `&mdash;` into `&amp;mdash;`,
and the reader sees `&mdash;` instead of a dash. In a plain text `&amp;` has no business at all. Write what was
meant.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.characters.addresses import in_address
from edcheck.rules.characters.broken_entity import meaning, shows_references
from edcheck.text import Extent

_ESCAPED = lazy_pattern(r"&amp;(?:(#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|[A-Za-z]{2,8}\d{0,2});)?")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if shows_references(document):
        yield from _in_plain_text(document)
        return
    for flaw in document.flaws:
        if flaw.kind == "double-escaped":
            extent = document.view.extent(flaw.span)
            if document.in_zone(extent, "code"):
                continue
            name = flaw.data["name"]
            right = name if flaw.data["reads"] else _nearest(name)
            written = document.source.text[flaw.span.start : flaw.span.end]
            fixes = (document.fix(f"Write “&{right};”", flaw.span, f"&{right};", "unsafe"),) if right else ()
            reads = meaning(right) if right else "no character that is known"
            yield Draft("escaped", flaw.span, {"written": written, "reads": reads}, fixes=fixes, confidence=0.97)


def _in_plain_text(document: Document) -> Iterator[Draft]:
    text = document.text
    if "&" not in text or "&amp;" not in text:
        return
    for match in _ESCAPED.finditer(text):
        extent = Extent(*match.span())
        if document.in_zone(extent, "code") or in_address(text, extent.start):
            continue
        reads = (meaning(match[1]) if match[1] else "") or "&"
        if reads == "&" and match[1]:
            extent = Extent(extent.start, extent.start + 5)
        written = document.quote(extent)
        fix = document.fix(f"Write “{reads}”", extent, reads, "unsafe")
        yield Draft("escaped", extent, {"written": written, "reads": reads}, fixes=(fix,), confidence=0.97)


def _nearest(name: str) -> str:
    """The known name that one letter less makes of an unknown one (`emdash`: `mdash`); empty if there is none."""
    shorter = {name[:index] + name[index + 1 :] for index in range(len(name))}
    known = sorted(candidate for candidate in shorter if candidate and meaning(candidate))
    return known[0] if len(known) == 1 else ""


rule = Rule(
    id="characters/double-escaped-entity",
    severity="error",
    doc=__doc__,
    messages={"escaped": "“{written}” was escaped twice; it means “{reads}”"},
    check=check,
    fix="unsafe",
    bad=(
        Bad("The bridge«&amp;mdash;»the old one.", fixed="The bridge—the old one."),
        Bad("Smith «&amp;» Sons", fixed="Smith & Sons"),
        Bad("Carne «&amp;» Tarn", fixed="Carne & Tarn", format="rest"),
        Bad(
            "<p>The bridge«&amp;mdash;»the old one«&amp;emdash;»is down.</p>",
            format="html",
            fixed="<p>The bridge&mdash;the old one&mdash;is down.</p>",
        ),
        Bad(
            "The bridge«&amp;mdash;»the old *one«&amp;nbsp;»here*.",
            format="markdown",
            fixed="The bridge&mdash;the old *one&nbsp;here*.",
        ),
    ),
    good=(
        Good("<p>Smith &amp; Sons; Q&amp;A</p>", format="html", because="HTML writes every ampersand so"),
        Good("Write `&amp;nbsp;` for Q&amp;A.", format="markdown", because="code, and an ampersand"),
        Good("See www.example.org/page?a=1&amp;b=2 there.", because="an address"),
    ),
)
