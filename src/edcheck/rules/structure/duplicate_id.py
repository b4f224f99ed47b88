"""Two places of the page bear the same name.

A link can lead to only one of them: browsers take the first, and whoever follows the link to the second lands in
the wrong place. Mostly a number was not counted on when the markup of a note or a chapter was copied. Where the
neighbours' numbers show which of the two is wrong, its right name is given.
"""

from collections.abc import Iterator

from edcheck.model import Anchor, Document, Draft, Fix
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.structure.targets import Duplicate, dangling, duplicates
from edcheck.text import Span


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    found = duplicates(document)
    if not found:
        return
    waiting = dangling(document)
    led_to = {link.fragment for link in document.links}
    for duplicate in found:
        wrong, right, wanted = duplicate.wrong, duplicate.right, duplicate.wanted
        links = [link.target_span for link in waiting.get(wanted, [])]
        links += _calling(document, wanted) if wanted else []
        order = "first" if right.tag < wrong.tag else "second"
        related = [(right.span, f"the {order} “{right.name}”")]
        related += [(link, f"this link waits for “{wanted}”") for link in links]
        serious = wanted or wrong.name in led_to or wrong.element == "a"
        yield Draft(
            "renumber" if wanted else "duplicate",
            wrong.span,
            {"name": wrong.name, "wanted": wanted},
            tuple(related),
            (f"the neighbours' numbers leave out “{wanted}”",) if wanted else (),
            _fixes(document, duplicate, bool(links)),
            None if serious else "warning",
            0.97 if links else 0.9,
        )


def _calling(document: Document, name: str) -> list[Span]:
    """The targets of marked references that ask for a name."""
    return [call.target_span for call in document.markup.calls if call.target == name]


def _fixes(document: Document, duplicate: Duplicate, awaited: bool) -> tuple[Fix, ...]:
    wrong: Anchor = duplicate.wrong
    if not duplicate.wanted or document.source.text.count(wrong.name, *wrong.tag) != 1:
        return ()
    title = f"call it “{duplicate.wanted}”"
    return (document.fix(title, wrong.span, duplicate.wanted, "unsafe" if awaited else "suggestion"),)


rule = Rule(
    id="structure/duplicate-id",
    severity="error",
    doc=__doc__,
    messages={
        "duplicate": "“{name}” names two places of the page; links reach only the first",
        "renumber": "“{name}” names two places of the page; this one should be “{wanted}”, which is missing",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            '<p><a name="n1">1.</a> Rain.<p><a name="«n1»">2.</a> Hail.<p><a name="n3">3.</a> Snow.'
            '<p>See <a href="#n2">2</a>.',
            '<p><a name="n1">1.</a> Rain.<p><a name="n2">2.</a> Hail.<p><a name="n3">3.</a> Snow.'
            '<p>See <a href="#n2">2</a>.',
            format="html",
        ),
        Bad(
            '<p><a name="n1">1.</a> Rain.<p><a name="«n3»">2.</a> Hail.<p><a name="n3">3.</a> Snow.',
            '<p><a name="n1">1.</a> Rain.<p><a name="n2">2.</a> Hail.<p><a name="n3">3.</a> Snow.',
            format="html",
        ),
        Bad(
            '<p>Rain.<ref target="#n1">1</ref> Hail.<ref target="#n2">2</ref></p>'
            '<note xml:id="n1" n="1">In May.</note><note xml:id="«n1»" n="2">In June.</note>',
            '<p>Rain.<ref target="#n1">1</ref> Hail.<ref target="#n2">2</ref></p>'
            '<note xml:id="n1" n="1">In May.</note><note xml:id="n2" n="2">In June.</note>',
            format="tei",
        ),
        Bad('<p>Rain.<anchor xml:id="a1"/><anchor xml:id="«a1»"/></p>', format="tei"),
        Bad('<h2 id="may">May</h2><p>Rain.<h2 id="«may»">May</h2><p>Hail.', "", format="html"),
        Bad(
            '<p>Oats<ptr target="#n1"/>, tar<ptr target="#n2"/>, oil<ptr target="#n3"/>.</p>'
            '<note xml:id="n1">Dear.</note><note xml:id="«n1»">Hot.</note><note xml:id="n3">Old.</note>',
            '<p>Oats<ptr target="#n1"/>, tar<ptr target="#n2"/>, oil<ptr target="#n3"/>.</p>'
            '<note xml:id="n1">Dear.</note><note xml:id="n2">Hot.</note><note xml:id="n3">Old.</note>',
            format="tei",
        ),
    ),
    good=(
        Good(
            2 * '<p>It rained in Oldham<a name="f1" href="#n1">[1]</a> all through the first week of May, and the '
            "showers that fell on the moor were heavy; the brook rose by a foot.</p>",
            "the whole paragraph stands twice, which has a rule of its own",
            "html",
        ),
        Good(
            '<p><a id="n1" name="n1">1.</a> Rain.',
            "one element bears the name twice, as old browsers want it",
            "html",
        ),
        Good(
            '<p>Rain<a href="#n1">[1]</a>, hail<a href="#n2">[2]</a>.<p><a name="n1">1.</a> In May.'
            '<p><a name="n1">1.</a> In May.<p><a name="n2">2.</a> In June.',
            "the note stands twice, and its number with it: that is told of the note",
            "html",
        ),
        Good('<p xml:id="p1">Rain.</p>', "the only one of its name", "tei"),
        Good('<a name="may"></a><h2 id="may">May</h2><p>Rain.', "both stand at the same place", "html"),
        Good('<p><a name="n1">1.</a> Rain.<p><a name="N1">2.</a> Hail.', "capitals count in names", "html"),
        Good("Rain. [1] Hail. [1]"),
    ),
)
