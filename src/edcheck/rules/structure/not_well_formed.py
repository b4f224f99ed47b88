"""The file is not well-formed XML.

Programs that read XML refuse such a file as a whole: it is not published, not searched, not archived. Mostly a
tag was opened and not closed, two tags were closed in the wrong order, or a `&` or `<` stands for itself. Only the
first such place is told, because what comes behind it may be right once it is mended; the text is checked all the
same, as far as it can be read.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Fix, Flaw
from edcheck.rule import Bad, Good, NoOptions, Rule

_RELATED = {
    "unclosed": "closed here over it",
    "crossed": "opened here, closed behind",
    "stray": "open here",
    "misnamed": "opened here",
    "ends-early": "opened here",
}


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for flaw in document.flaws:
        if flaw.kind == "not-well-formed":
            problem = flaw.data["problem"]
            related = tuple((place, _RELATED.get(problem, "here")) for place in flaw.related)
            yield Draft(problem, flaw.span, flaw.data, related, fixes=_fixes(document, flaw), confidence=0.99)


def _fixes(document: Document, flaw: Flaw) -> tuple[Fix, ...]:
    written = document.source.text[flaw.span.start : flaw.span.end]
    problem = flaw.data["problem"]
    if problem == "bare-ampersand":
        return (document.fix("write “&amp;”", flaw.span, "&amp;", "unsafe"),)
    if problem == "bare-less-than":
        return (document.fix("write “&lt;”", flaw.span, "&lt;", "unsafe"),)
    if problem == "unterminated-reference" and "#" not in written[2:]:
        return (document.fix("close the reference", flaw.span, f"{written};"),)
    if flaw.data.get("reads"):
        reads = flaw.data["reads"]
        return (document.fix(f"write the character “{reads}”", flaw.span, reads, "unsafe"),)
    if problem == "misnamed":
        right = f"</{flaw.data['inner']}>"
        return (document.fix(f"write “{right}”", flaw.span, right),)
    return ()


rule = Rule(
    id="structure/not-well-formed",
    severity="error",
    doc=__doc__,
    messages={
        "unclosed": "not well-formed: “<{name}>” is not closed before “</{closing}>”",
        "crossed": "not well-formed: “</{name}>” stands before the end of “<{inner}>”, which was opened inside it",
        "stray": "not well-formed: “</{name}>” closes nothing: no “<{name}>” is open",
        "misnamed": "not well-formed: “</{name}>” stands where “</{inner}>” must",
        "ends-early": "not well-formed: the file ends while “<{name}>” is open ({count} elements are)",
        "no-element": "not well-formed: the file holds no element",
        "outside": "not well-formed: text stands before the first element",
        "after-the-end": "not well-formed: something stands behind the end of the outermost element",
        "unclosed-markup": "not well-formed: “{written}” begins something that does not end",
        "unfinished-tag": "not well-formed: the tag “<{name}” has no “>”",
        "malformed-tag": "not well-formed: the tag “{name}” is not written as XML wants it",
        "malformed-declaration": "not well-formed: the declaration “{written}…” is not written as XML wants it",
        "duplicate-attribute": "not well-formed: “<{element}>” has the attribute “{name}” twice",
        "unbound-prefix": "not well-formed: the prefix “{name}:” is declared nowhere",
        "undeclared-entity": "not well-formed: “{written}” is declared nowhere",
        "impossible-number": "not well-formed: “{written}” is no character",
        "bare-ampersand": "not well-formed: “&” begins no reference; for itself it is written “&amp;”",
        "unterminated-reference": "not well-formed: “{written}” lacks its semicolon",
        "bare-less-than": "not well-formed: “<” begins no tag; for itself it is written “&lt;”",
        "section-end": "not well-formed: “]]>” must not stand in text",
        "double-hyphen": "not well-formed: two hyphens stand inside a comment",
        "late-declaration": "not well-formed: something stands before the XML declaration",
        "character": "not well-formed: the character {code} must not stand here",
        "other": "not well-formed: {words}",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("<TEI><text><body><p>Rain «<hi>»fell.</p></body></text></TEI>", "", format="tei"),
        Bad("<p>Rain <b><i>fell«</b>»</i> all day.</p>", "", format="tei"),
        Bad("<p>Rain fell«</hi>» all day.</p>", "", format="tei"),
        Bad("<p>Rain <hi>fell«</hy>» all day.</p>", "<p>Rain <hi>fell</hi> all day.</p>", format="tei"),
        Bad("<div><p>Rain fell.</p><p>Hail «fell.»\n", format="tei"),
        Bad("<p>Miller «&» Sons</p>", "<p>Miller &amp; Sons</p>", format="tei"),
        Bad("<p>Miller «&amp» Sons</p>", "<p>Miller &amp; Sons</p>", format="tei"),
        Bad("<p>Rain in May «<» rain in June.</p>", "<p>Rain in May &lt; rain in June.</p>", format="tei"),
        Bad("<p>Rain «<hi rend=b>»fell</hi>.</p>", "", format="tei"),
        Bad('<p n="1" «n»="2">Rain fell.</p>', format="tei"),
        Bad("<p>Rain fell.</p>\n«Hail» fell.", format="tei"),
        Bad('<p xml:lang="en">Rain <«t»:w>fell</t:w>.</p>', format="tei"),
        Bad("<p>Rain«&drop;»fell.</p>", "", format="tei"),
        Bad("<p>Rain«&mdash;»and hail.</p>", "<p>Rain—and hail.</p>", format="tei"),
    ),
    good=(
        Good('<p>Rain <hi rend="b">fell</hi>: 3 &lt; 4 &amp; 5 &gt; 4, &#8212; <lb/>.</p>', format="tei"),
        Good("<p><![CDATA[3 < 4 & 5 </p>]]></p>", "nothing in a CDATA section is markup", "tei"),
        Good(
            '<!DOCTYPE p [<!ENTITY drop "&#8212;">]><p>Rain&drop;fell.</p>',
            "the entity is declared in the file",
            "tei",
        ),
        Good(
            '<!DOCTYPE TEI.2 PUBLIC "-//TEI P4//DTD Main Document Type//EN" "tei2.dtd"><TEI.2>Rain&mdash;</TEI.2>',
            "the entity may be declared in the document type named",
            "tei",
        ),
        Good(
            '<!DOCTYPE p SYSTEM "p.dtd"><p>Rain <t:w>fell</t:w>.</p>',
            "the prefix may be declared in the document type named",
            "tei",
        ),
        Good('<p xmlns:t="urn:t">Rain <t:w>fell</t:w>.</p>', "the prefix is declared", "tei"),
        Good("<p>Rain <b>fell <i>all</b> day</i> & night", "a page of HTML is no XML", "html"),
    ),
)
