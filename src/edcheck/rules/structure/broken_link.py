"""A link within the page leads nowhere.

Nothing on the page bears the name that the link asks for: the name was mistyped in the link or at its goal, or the
goal was lost when the page was cut from a longer one. Correct the link, or give its goal the name.
"""

from collections.abc import Iterator

from edcheck.model import Anchor, Document, Draft, Fix, Link, Place
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.structure.targets import dangling, duplicates, misquoted, nearest

_NEAR_NAMES = 20
"""For so many dead links a name like theirs is looked for; beyond it the page has lost its goals altogether."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    found = dangling(document)
    if not found:
        return
    if not document.anchors and len(found) > 1:
        yield _all_broken(found)
        return
    elsewhere = misquoted(document) | {duplicate.wanted for duplicate in duplicates(document)}
    # A link between a reference and its note has its own rule, which knows the goal.
    notes = {lost.place for lost in document.alignment.misdirections} | set(document.alignment.told)
    # Where documents meet it is known what they were to reach.
    notes |= {crossing.target_span for crossing in document.crossings}
    for count, (name, links) in enumerate(found.items()):
        if name in elsewhere or all(link.target_span in notes for link in links):
            continue
        near = nearest(document, name, links[0]) if count < _NEAR_NAMES else None
        related: list[tuple[Place, str]] = [(link.target_span, "this link asks for it too") for link in links[1:]]
        if near:
            related.append((near.span, f"“{near.name}” is here"))
        yield Draft(
            "near" if near else "broken",
            links[0].target_span,
            {"name": name, "near": near.name if near else ""},
            tuple(related),
            fixes=_fixes(document, links[0], near),
            confidence=0.95,
        )


def _all_broken(found: dict[str, list[Link]]) -> Draft:
    first, *others = [link for links in found.values() for link in links]
    return Draft(
        "none",
        first.target_span,
        {"count": len(others) + 1},
        tuple((link.target_span, "so does this one") for link in others),
    )


def _fixes(document: Document, link: Link, near: Anchor | None) -> tuple[Fix, ...]:
    written = document.source.text[link.target_span.start : link.target_span.end]
    before, mark, _ = written.partition("#")
    if near is None or not mark:
        return ()
    return (document.fix(f"lead the link to “{near.name}”", link.target_span, f"{before}#{near.name}"),)


rule = Rule(
    id="structure/broken-link",
    severity="error",
    doc=__doc__,
    messages={
        "broken": "the link leads nowhere: nothing on this page is called “{name}”",
        "near": "the link leads nowhere: nothing on this page is called “{name}”; “{near}” is meant?",
        "none": "{count} links within the page lead nowhere: nothing on this page bears a name",
    },
    check=check,
    fix="suggestion",
    bad=(
        Bad(
            '<p><a href="«#may1»">May</a> <a href="#june">June</a><h2 id="may">May</h2><h2 id="june">June</h2>',
            '<p><a href="#may">May</a> <a href="#june">June</a><h2 id="may">May</h2><h2 id="june">June</h2>',
            format="html",
        ),
        Bad('<p>Rain.<a href="«#n2»">[2]</a><p><a name="n1">1.</a> In May.', "", format="html"),
        Bad('<p><a href="«#may»">May</a><br><a href="#june">June</a><p>Rain fell in May.', format="html"),
        Bad(
            '<p><ref target="#annex1">The annex</ref>, <ref target="«#annex2»">another</ref>.'
            '<seg xml:id="annex1">Rain.</seg></p>',
            format="tei",
        ),
        Bad(
            '<TEI><text><p>Rain<anchor xml:id="k1"/> fell, and hail<anchor xml:id="k2"/>.</p>'
            '<note corresp="#k1">In May.</note><note corresp="«#k3»">In June.</note></text></TEI>',
            '<TEI><text><p>Rain<anchor xml:id="k1"/> fell, and hail<anchor xml:id="k2"/>.</p>'
            '<note corresp="#k1">In May.</note><note corresp="#k2">In June.</note></text></TEI>',
            "tei",
        ),
        Bad(
            '<p><a href="«#Annex»">The annex</a><p id="annex">Rain.',
            '<p><a href="#annex">The annex</a><p id="annex">Rain.',
            "html",
        ),
    ),
    good=(
        Good(
            '<p id="may">Rain.<p><a href="#may">May</a> <a href="#">Up</a> <a href="#top">Top</a>',
            "the top needs no name",
            "html",
        ),
        Good('<p id="café">Rain.<p><a href="#caf%C3%A9">The café</a>', "letters may be written as bytes", "html"),
        Good('<p><a href="june.htm#n1">June</a>', "another page", "html"),
        Good(
            '<p>Rain.<a href="#n1">[1]</a><p><a name=n1">1.</a> In May.',
            "the name's quotation mark is at fault",
            "html",
        ),
        Good(
            '<p>Rain.<a name="f1" href="#m1">[1]</a> Hail.<a name="f2" href="#n2">[2]</a>'
            '<p><a name="n1" href="#f1">1.</a> In May.<p><a name="n2" href="#f2">2.</a> In June.',
            "the link of a reference has a rule of its own",
            "html",
        ),
        Good(
            '<p><ref target="#person12">Miller</ref> saw <ref target="#annex1">the annex</ref>.'
            '<seg xml:id="annex1">Rain.</seg></p>',
            "a register of persons may lie elsewhere: no other name of its kind is in the file",
            "tei",
        ),
        Good("Rain. See #may."),
    ),
)
