"""A marker stands where the print has a picture.

Transcribers write `[Illustration]` or `[Illustration: The pier]` where a picture was. That is a convention of
plain texts, and one remark counts them. Within a sentence the marker is a fault: it has to stand between two
paragraphs, where a picture can. In a page that could show the picture, the picture is missing.
"""

import re
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_MARKER = lazy_pattern(
    r"\[\*?(?:Illustrations?|ILLUSTRATIONS?|Image|IMAGE|Picture|Drawing|Photograph|Frontispiece|FRONTISPIECE|"
    r"Abbildung|Ilustración|Illustrazione|Immagine|Imagen|Gravure|Vignette|Иллюстрация|Рисунок)"
    r"(?:\]|[ \t]?:[^\[\]]{0,400}+\])"
)
_STOPS = frozenset(".!?…:;”’\"'»)]—-*_")
_SHOWN = 8


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if "[" not in document.text:
        return
    found = [match for match in _MARKER.finditer(document.text) if _is_text(document, match)]
    whole = []
    for match in found:
        if _within_sentence(document, match):
            extent = Extent(*match.span())
            yield Draft("inside", extent, {"marker": _short(match[0])}, confidence=0.85)
        else:
            whole.append(Extent(*match.span()))
    if whole:
        plain = document.format == "plain"
        yield Draft(
            "convention" if plain else "missing",
            whole[0],
            {"marker": _short(document.quote(whole[0])), "count": times(len(whole))},
            tuple((place, "here too") for place in whole[1 : _SHOWN + 1]),
            severity="information" if plain else None,
            confidence=0.9,
        )


def _is_text(document: Document, match: re.Match[str]) -> bool:
    return not document.in_zone(Extent(*match.span()), "code", "boilerplate")


def _within_sentence(document: Document, match: re.Match[str]) -> bool:
    """Whether a sentence runs on over the marker: within one block, or from the block before to the one behind."""
    text, (start, end) = document.text, match.span()
    before = text[max(start - 200, 0) : start].rstrip()
    after = text[end : end + 200].lstrip()
    if not before or before[-1] in _STOPS or before[-1] == "\ufffc":
        return False
    return after[:1].islower()


def _short(marker: str) -> str:
    words = " ".join(marker.split())
    return words if len(words) < 60 else f"{words[:58]}…]"


rule = Rule(
    id="residue/illustration-marker",
    severity="warning",
    doc=__doc__,
    messages={
        "inside": "“{marker}” stands in the middle of a sentence",
        "missing": "“{marker}” stands where a picture is missing ({count} in this text)",
        "convention": "“{marker}”: markers stand for the pictures of the print ({count} in this text)",
    },
    check=check,
    bad=(
        Bad("The harbour «[Illustration: The pier]» was shut.\n\n«[Illustration]»\n\nIt fell.\n\n[Illustration]"),
        Bad("The harbour of Arle\n\n«[Illustration: The pier\nat noon]»\n\nwas shut."),
        Bad("Der Hafen «[Abbildung: Der Kai]» war zu. El puerto «[Ilustración]» era malo."),
        Bad("<p>«[Illustration: The pier]»</p><p>It fell.</p><p>[Illustration: A boat]</p>", format="html"),
        Bad("«[Иллюстрация: Гавань]»\n\nГавань закрыта."),
    ),
    good=(
        Good("See the illustration [the pier] and [Plate 3]; [Figure 2].", because="references to plates"),
        Good(
            '<p>The pier.</p><img src="pier.png" alt="[Illustration]">',
            format="html",
            because="the picture is there",
        ),
        Good("Write `[Illustration]` there.", format="markdown", because="code"),
    ),
)
