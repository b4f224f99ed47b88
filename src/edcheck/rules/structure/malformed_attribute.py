"""An attribute of a tag is written wrongly.

A quotation mark is missing or one too many, or the attribute stands twice. Browsers take the mark for a part of
the value, so `name=b4">` names a place `b4"` that no link finds; where the closing mark is missing, they take text
and markup up to the next quotation mark for the value, and that text vanishes from the page. Put the marks right.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft, Fix, Flaw
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.structure.targets import dangling, meant

_PLAIN = lazy_pattern(r"[\w#./%-]+")
_KINDS = ("stray-quote", "missing-quote", "duplicate-attribute")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for flaw in document.flaws:
        if flaw.kind not in _KINDS or flaw.data["value"] == flaw.data.get("first"):
            continue
        wanted = meant(flaw)
        naming = flaw.data["attribute"] in ("id", "name")
        links = dangling(document).get(wanted, []) if naming else []
        yield Draft(
            flaw.kind,
            flaw.span,
            {"attribute": flaw.data["attribute"], "written": document.source.text[slice(*flaw.span)]},
            tuple((link.target_span, f"this link looks for “{wanted}” in vain") for link in links),
            (f"a link on this page leads to “{wanted}”",) if links else (),
            _fixes(document, flaw),
            "warning" if flaw.kind == "duplicate-attribute" else None,
            0.99 if links else 0.95,
        )


def _fixes(document: Document, flaw: Flaw) -> tuple[Fix, ...]:
    attribute, value = flaw.data["attribute"], meant(flaw)
    if flaw.kind == "duplicate-attribute" or not attribute.isalpha() or not _PLAIN.fullmatch(value):
        return ()
    new = f'{attribute}="{value}"'
    return (document.fix(f"write {new}", flaw.span, new, "unsafe"),)


rule = Rule(
    id="structure/malformed-attribute",
    severity="error",
    doc=__doc__,
    messages={
        "stray-quote": "a quotation mark is missing or one too many in “{written}”",
        "missing-quote": "the quotation mark that closes “{attribute}” is missing",
        "duplicate-attribute": "“{attribute}” stands twice in this tag; only the first counts",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(
            '<p>Rain.<a href="#f4" «name=b4"»>*4</a><p><a href="#b4" name="f4">*4</a> In May.',
            '<p>Rain.<a href="#f4" name="b4">*4</a><p><a href="#b4" name="f4">*4</a> In May.',
            format="html",
        ),
        Bad(
            '<p>Rain.<a «href="#n1»>[1]</a> Hail.<a href="#n2">[2]</a>',
            '<p>Rain.<a href="#n1">[1]</a> Hail.<a href="#n2">[2]</a>',
            format="html",
        ),
        Bad('<p class="fst" «class="note"»>Rain.', "", format="html"),
        Bad('<p><a href="june.htm"«"»>June</a>', "", format="html"),
    ),
    good=(
        Good("<p class=fst><a href=june.htm>June</a>", "values need no quotation marks", "html"),
        Good("<p title='5\" of rain'>Rain.", "the mark stands within marks of the other kind", "html"),
        Good('<p title="a &lt; b > c">Rain.', "a closed value may hold what it likes", "html"),
        Good('<p class="fst" class="fst">Rain.', "the second says nothing else than the first", "html"),
        Good('Rain fell, he wrote, name=b4" and so on.'),
    ),
)
