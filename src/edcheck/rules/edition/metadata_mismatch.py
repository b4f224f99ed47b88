"""What the header of a file says of title or author is not what the file and its siblings say.

A header is copied from a file that is there already, and one line of it is not changed: so the file bears the
title of another chapter; or a name is typed once more and mistyped. Readers never see it, and catalogues show
nothing else. Correct the header; where the heading is wrong, correct the heading.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from edcheck.model import Draft, Facts, MetadatumFact
from edcheck.model.contents import HeadingFact
from edcheck.recognise.titles import agree, contradict, names_a_part, similar, words
from edcheck.recognise.vocabulary.likeness import distance
from edcheck.records import NamedTuple
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.edition.outlines import headings_of

_HEAD = 5
"""Headings at the beginning of a document that may hold its title."""
_ENOUGH = 5
"""Documents whose titles are those of their headings, from which on all are expected to be so."""
_SHARE = 10
"""Of so many documents one may differ, and at least one, while the others show what is usual."""
_NEAR = 2
"""Letters by which a name differs that is mistyped."""
_LONG_ENOUGH = 8
_AUTHORS = 50
"""Authors of many documents beyond which the edition is a library, where names that are alike are many."""


class _Titled(NamedTuple):
    """A document with the title in its header and the headings it may be held against."""

    path: str
    title: MetadatumFact
    headings: list[HeadingFact]
    agrees: bool


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    if len(facts) < 2:
        return
    yield from _titles(facts)
    yield from _authors(facts)


def _titles(facts: list[Facts]) -> Iterator[Draft]:
    titled = list(_titled(facts))
    agreeing = [one for one in titled if one.agrees]
    odd = [one for one in titled if not one.agrees]
    if not agreeing or not odd:
        return
    own: defaultdict[tuple[str, ...], list[_Titled]] = defaultdict(list)
    for one in agreeing:
        own[words(one.title.text)].append(one)
    shared = Counter(words(one.title.text) for one in titled)
    listed = {(entry.path, words(entry.text)) for document in facts for entry in document.contents}
    usual = len(agreeing) >= _ENOUGH and len(odd) <= max(1, len(titled) // _SHARE)
    why = f"{len(agreeing)} of {len(titled)} headers say what the headings say"
    for one in odd:
        title = words(one.title.text)
        if (one.path, title) in listed:
            # The contents say it too: it is the heading that is wrong.
            continue
        heading = one.headings[0]
        data = {"title": one.title.text, "heading": heading.text, "path": ""}
        namesakes = own.get(title, [])
        if len(namesakes) == 1 and shared[title] == 2 and len(title) > 1:
            data["path"] = namesakes[0].path
            related = ((heading.spot, "the heading"), (namesakes[0].title.spot, "where this title belongs"))
            yield Draft("copied", one.title.spot, data, related, (why,))
        elif usual and shared[title] == 1 and not any(map(_says_little, (one.title.text, heading.text))):
            like = any(similar(one.title.text, each.text) for each in one.headings)
            yield Draft(
                "title",
                one.title.spot,
                data,
                ((heading.spot, "the heading"),),
                (why,),
                confidence=0.9 if like else 0.8,
            )


def _says_little(title: str) -> bool:
    """Whether a title is no more than a number, or the name of a part that any book has."""
    return names_a_part(title) or all(map(str.isdecimal, words(title)))


def _titled(facts: list[Facts]) -> Iterator[_Titled]:
    for document, headings in zip(facts, headings_of(facts), strict=True):
        title = next((one for one in document.metadata if one.name == "title"), None) if document.outline else None
        head = headings[:_HEAD]
        if title and head and head[0].opens:
            yield _Titled(document.path, title, head, _agrees(title.text, head))


def _agrees(title: str, headings: list[HeadingFact]) -> bool:
    """Whether a title is one of the headings or the whole of them; a single number may not contradict them."""
    whole = " ".join(heading.text for heading in headings)
    said = [whole, *(heading.text for heading in headings)]
    if any(words(title) == words(each) for each in said):
        return True
    # A title with several numbers says which parts of a chapter these are; it may say it otherwise.
    numbers = [word for word in words(title) if word.isdecimal()]
    end = next((index for index, heading in enumerate(headings) if index and not heading.goes_on), len(headings))
    opening = " ".join(heading.text for heading in headings[:end])
    return any(agree(title, each) for each in said) and (len(numbers) > 1 or not contradict(title, opening))


def _authors(facts: list[Facts]) -> Iterator[Draft]:
    """Authors that only one header names so, one or two letters off from one whom many name."""
    named: defaultdict[str, list[MetadatumFact]] = defaultdict(list)
    for document in facts:
        for one in document.metadata if document.outline else ():
            if one.name == "author":
                named[one.text].append(one)
    usual = [name for name, found in named.items() if len(found) >= _ENOUGH]
    if len(usual) > _AUTHORS:
        return
    for name, found in named.items():
        if len(found) > 1 or len(name) < _LONG_ENOUGH:
            continue
        near = [other for other in usual if distance(name, other, _NEAR) <= _NEAR]
        if len(near) == 1 and not any(map(str.isdecimal, name)):
            count = len(named[near[0]])
            yield Draft(
                "author",
                found[0].spot,
                {"author": name, "usual": near[0], "count": count},
                ((named[near[0]][0].spot, "one of the others"),),
                (f"{count} headers name “{near[0]}”, and this one alone “{name}”",),
                confidence=0.85,
            )


def _pages(*pages: tuple[str, str], author: str = "") -> str:
    """Pages with a title in the header and a heading each."""
    meta = f'<meta name="author" content="{author}">' if author else ""
    return "\f".join(
        f"<head><title>{title}</title>{meta}</head><h1>{heading}</h1><p>The brook rose by a foot.</p>"
        for title, heading in pages
    )


_SAME = [(name, name) for name in ("The Ford", "The Mill", "The Quay", "The Pier", "The Light")]

rule = Rule(
    id="edition/metadata-mismatch",
    severity="warning",
    doc=__doc__,
    messages={
        "copied": "the header says “{title}”, which is the title of {path}; the heading here is “{heading}”",
        "title": "the header says “{title}”, and the heading is “{heading}”",
        "author": "the header says “{author}”; {count} others say “{usual}”",
    },
    check=check,
    scope="edition",
    bad=(
        Bad(_pages(("The Ford", "The Ford"), ("«The Ford»", "The Weir")), format="html"),
        Bad(_pages(*_SAME, ("«The Wier»", "The Weir")), format="html"),
        Bad(
            _pages(*((f"Letter {n}: {w}", f"Letter {n}") for n, (w, _) in enumerate(_SAME, 1)))
            + "\f"
            + _pages(("«Letter 7: The Weir»", "Letter 6")),
            format="html",
        ),
        Bad(
            _pages(*_SAME, author="Anna Quillan") + "\f" + _pages(("Hay", "Hay"), author="«Anna Qullian»"),
            format="html",
        ),
    ),
    good=(
        Good(
            _pages(*_SAME, ("Floods of 1812", "VI.")),
            "a heading that is a number says nothing of the title",
            "html",
        ),
        Good(
            _pages(*_SAME)
            + "\f<title>Tarn Almanac for 1899</title><h1>Tarn Almanac</h1><p>Hay.</p><h2>I. Fairs</h2>",
            because="the number is that of the year, and not of the part that follows",
            format="html",
        ),
        Good(_pages(*_SAME, ("THE WEIR", "The weir."), ("Tarn Letters: The Isle", "The Isle")), format="html"),
        Good(
            _pages(*(("Tarn Letters", heading) for heading, _ in _SAME)),
            because="every file bears the title of the book",
            format="html",
        ),
        Good(
            _pages(*_SAME, ("Title Page", "Tarn Letters"), ("The Isle", "Preface")),
            because="a part of the book that is not called by its heading",
            format="html",
        ),
        Good(
            _pages(*_SAME, author="Anna Quillan") + "\f" + _pages(("Hay", "Hay"), author="Hanna Quell"),
            because="another author",
            format="html",
        ),
    ),
)
