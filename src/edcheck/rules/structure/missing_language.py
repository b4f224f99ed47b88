"""A document does not say in which language it is written.

Readers that speak hyphenate, spell and pronounce it then as if it were in their own language, and searches do not
find it. Say it at the root, in the attribute `lang` of HTML and `xml:lang` of TEI. Fragments without a head of
their own need not say it, nor do the chapters of a book whose package says it.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Fix
from edcheck.model.naming import BETWEEN
from edcheck.recognise.prose import language_of
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.structure.heads import head_tags
from edcheck.text import Span

_ROOTS = {"html": "html", "tei": "TEI"}


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if document.markup.language or document.format not in _ROOTS or BETWEEN in document.name:
        return
    root = head_tags(document).get(_ROOTS[document.format])
    if root is None:
        return
    language = language_of(document)
    yield Draft(
        "missing",
        root,
        evidence=(f"its words are those of the language “{language}”",) if language else (),
        fixes=_fixes(document, root, language),
        confidence=0.95,
    )


def _fixes(document: Document, root: Span, language: str) -> tuple[Fix, ...]:
    written = document.source.text[slice(*root)]
    if not language or "lang" in written or written.endswith("/>"):
        return ()
    said = f' lang="{language}"' if document.format == "html" else ""
    if document.format == "tei" or "xmlns" in written:
        said += f' xml:lang="{language}"'
    at = root.end - 1
    return (document.fix(f"say that it is written in “{language}”", Span(at, at), said, "unsafe"),)


_RAIN = (
    "The brook rose in the night, and the miller of the lower mill opened the sluice for the water of the weir."
)
_TEI = (
    '{}<TEI xmlns="http://www.tei-c.org/ns/1.0"{}>{}<teiHeader/><text><body><p>Der Bach stieg in der Nacht, und '
    "das Heu ist nicht zu retten, das auf der Wiese lag.</p></body></text></TEI>"
)
_XHTML = '{}<html xmlns="http://www.w3.org/1999/xhtml"{}>{}<body><p>' + _RAIN + "</p></body></html>"

rule = Rule(
    id="structure/missing-language",
    severity="information",
    doc=__doc__,
    messages={"missing": "the document does not say in which language it is written"},
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            f"«<html>»<head><title>Rain</title></head><body><p>{_RAIN}</p></body></html>",
            f'<html lang="en"><head><title>Rain</title></head><body><p>{_RAIN}</p></body></html>',
            "html",
        ),
        Bad(
            _TEI.format("«", "", "»"),
            _TEI.format("", ' xml:lang="de"', ""),
            "tei",
        ),
        Bad(
            _XHTML.format("«", "", "»"),
            _XHTML.format("", ' lang="en" xml:lang="en"', ""),
            "html",
        ),
        Bad("«<HTML>»<BODY><P>Rain, May.</BODY></HTML>", "", "html"),
    ),
    good=(
        Good(f'<html lang="en"><body><p>{_RAIN}</p></body></html>', format="html"),
        Good(f'<html><body lang="en"><p>{_RAIN}</p></body></html>', "the body says it", "html"),
        Good(f"<p>{_RAIN}</p>", "a fragment", "html"),
        Good(
            "<TEI><teiHeader><profileDesc><langUsage><language ident='la'/></langUsage></profileDesc></teiHeader>"
            "<text><p>Pluit.</p></text></TEI>",
            "the header says it",
            "tei",
        ),
        Good(_RAIN, "plain text cannot say it"),
    ),
)
