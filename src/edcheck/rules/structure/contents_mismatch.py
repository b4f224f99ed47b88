"""A table of contents and the heading it leads to do not say the same.

A heading was corrected and its entry was not, or the other way round; or an entry leads to another part than the
one it names, as happens when chapters are moved. Capitals, spaces, punctuation, the form of numerals and calls of
notes are not compared, and an entry may shorten its heading. Look which of the two is right and repair the other,
or the link.
"""

from collections import defaultdict
from collections.abc import Iterator

from edcheck.model import Draft, Facts, Spot
from edcheck.model.contents import EntryFact, HeadingFact
from edcheck.recognise.titles import agree, contradict, names_a_part, similar, words
from edcheck.records import dataclass
from edcheck.rule import Bad, Good, NoOptions, Rule

_SUBTITLES = 8
"""Headings in a row that can be one title."""
_LOOKED_AT = 50
"""Headings of a page that an entry may repeat which leads to the page as a whole."""
_ENOUGH = 4
"""Entries that have to be compared before it can be said what is usual in a table of contents."""


@dataclass(slots=True)
class _Comparison:
    """An entry with the headings that it leads to, the first of them being the one it should repeat.

    `excused` says that another entry leads to the same place and agrees: one heading cannot repeat both.
    """

    entry: EntryFact
    headings: list[HeadingFact]
    agrees: bool
    excused: bool


def check(facts: list[Facts], options: NoOptions) -> Iterator[Draft]:
    tables = [document for document in facts if document.contents]
    if not tables:
        return
    known = {document.path: document.headings for document in facts}
    by_words: defaultdict[tuple[str, ...], list[HeadingFact]] = defaultdict(list)
    for headings in known.values():
        for heading in headings:
            by_words[words(heading.text)].append(heading)
    told: dict[tuple[Spot, tuple[str, ...]], Draft] = {}
    for table in tables:
        entries = table.contents
        comparisons = list(_compared(entries, known))
        odd = [each for each in comparisons if not each.agrees]
        count, bare = len(comparisons), sum(not each.excused for each in odd)
        # Where entries and headings differ by habit, a difference says nothing.
        if bare * 2 > count and count >= _ENOUGH:
            continue
        usual = f"{count - len(odd)} of {count} entries agree with their headings" if bare * 4 <= count else ""
        for each in odd:
            # The same fault stands in every table of contents that a book has.
            key = (each.headings[0].spot, words(each.entry.text))
            # What comes first is the title page or the cover, and is called by anything.
            known_habit = usual if count >= _ENOUGH and each.entry is not entries[0] else ""
            draft = told.get(key) or _draft(each, by_words, known_habit)
            if draft is not None and key not in told:
                told[key] = draft
                yield draft


def _compared(entries: list[EntryFact], known: dict[str, list[HeadingFact]]) -> Iterator[_Comparison]:
    """Hold each entry against the headings that it leads to."""
    by_target: defaultdict[tuple[str, str], list[EntryFact]] = defaultdict(list)
    for entry in entries:
        by_target[entry.path, entry.fragment].append(entry)
    reached = {path: _reached(known[path]) for path, _ in by_target if path in known}
    for (path, fragment), sharing in by_target.items():
        index = reached[path].get(fragment) if path in reached else None
        if index is None:
            continue
        there = known[path]
        run = _run(there, index)
        if any(heading.spot == sharing[0].spot for heading in run):
            continue
        titles = [heading.text for heading in (run if fragment else there[:_LOOKED_AT])]
        whole = " ".join(heading.text for heading in run)
        agreeing = [_agrees(entry.text, titles, whole) for entry in sharing]
        for entry, agrees in zip(sharing, agreeing, strict=True):
            yield _Comparison(entry, run, agrees, any(agreeing))


def _agrees(entry: str, titles: list[str], whole: str) -> bool:
    """Tell whether an entry is one of these titles or the whole of them; numbers may not contradict it."""
    if any(words(entry) == words(title) for title in titles):
        return True
    return any(agree(entry, title) for title in (whole, *titles)) and not contradict(entry, whole)


def _reached(headings: list[HeadingFact]) -> dict[str, int]:
    """Which heading each name leads to; the empty name leads to the one that opens the document."""
    reached: dict[str, int] = {}
    for index, heading in enumerate(headings):
        for name in ("", *heading.anchors) if heading.opens else heading.anchors:
            reached.setdefault(name, index)
    return reached


def _run(headings: list[HeadingFact], index: int) -> list[HeadingFact]:
    """A heading with those that follow it directly."""
    end = index + 1
    while end < len(headings) and headings[end].goes_on and end - index < _SUBTITLES:
        end += 1
    return headings[index:end]


def _draft(each: _Comparison, by_words: dict[tuple[str, ...], list[HeadingFact]], usual: str) -> Draft | None:
    entry, heading = each.entry, each.headings[0]
    namesakes = by_words.get(words(entry.text), [])
    if len(namesakes) == 1 and len(words(entry.text)) > 1:
        namesake = namesakes[0]
        data = {"entry": entry.text, "heading": heading.text, "path": namesake.spot.path}
        related = ((heading.spot, "where the entry leads"), (namesake.spot, "the heading it names"))
        evidence = (f"“{namesake.text}” is a heading in {namesake.spot.path}",)
        return Draft("elsewhere", entry.spot, data, related, evidence)
    if each.excused:
        return None
    titles = [heading.text for heading in each.headings]
    like = any(similar(entry.text, title) for title in (" ".join(titles), *titles))
    if not like and (not usual or any(map(names_a_part, (entry.text, heading.text)))):
        return None
    return Draft(
        "mismatch",
        entry.spot,
        {"entry": entry.text, "heading": heading.text},
        ((heading.spot, "the heading"),),
        (usual,) if usual else (),
        confidence=0.9 if like else 0.75,
    )


def _nav(*entries: str) -> str:
    """A page of contents with these entries, the first leading to document 2, and so on."""
    lines = "".join(
        f'<li><a href="document%20{number}">{entry}</a></li>' for number, entry in enumerate(entries, 2)
    )
    return f'<nav epub:type="toc"><h2>Contents</h2><ol>{lines}</ol></nav>'


def _pages(*headings: str) -> str:
    return "".join(f"\f<body>{heading}<p>The brook rose by a foot that week.</p></body>" for heading in headings)


_WEIR, _FORD, _MILL, _QUAY = "<h2>The Weir</h2>", "<h2>The Ford</h2>", "<h2>The Mill</h2>", "<h2>The Quay</h2>"

rule = Rule(
    id="structure/contents-mismatch",
    severity="warning",
    doc=__doc__,
    messages={
        "mismatch": "the contents say “{entry}”, and the heading there is “{heading}”",
        "elsewhere": "“{entry}” leads to “{heading}”, and the heading so called is in {path}",
    },
    check=check,
    scope="edition",
    bad=(
        Bad(_nav("The Weir", "«The Frod»") + _pages(_WEIR, _FORD), format="html"),
        Bad(
            _nav("March 1804", "«April 1805»") + _pages("<h1>March 1804</h1>", "<h1>April 1804</h1>"),
            format="html",
        ),
        Bad(_nav("The Weir", "«The Mill»", "The Ford") + _pages(_WEIR, _QUAY, _FORD, _MILL), format="html"),
        Bad(
            _nav("The Weir", "The Ford", "The Mill", "«Upstream»") + _pages(_WEIR, _FORD, _MILL, _QUAY),
            format="html",
        ),
        Bad(
            _nav("The Weir", "The Ford").replace(
                "</ol>", '<li><a href="document%202">«The Old Mill»</a></li></ol>'
            )
            + _pages(_WEIR, _FORD, "<h2>The Old Mill</h2>"),
            format="html",
        ),
        Bad(
            '<nav epub:type="toc"><ol><li><a href="#b">«The Weyr»</a></li></ol></nav>'
            '<section id="a"><h2>The Ford</h2><p>Reeds.</p></section><section id="b"><h2>The Weir</h2></section>',
            format="html",
        ),
        Bad(
            "<h2>Contents</h2><p><a href='document%202'>Chapter I. The Weir</a></p>"
            "<p><a href='document%203'>«Chapter III. The Ford»</a></p><h2>Preface</h2>"
            + _pages("<h2>Chapter I</h2><h3>The Weir</h3>", "<h2>Chapter II</h2><h3>The Ford</h3>"),
            format="html",
        ),
    ),
    good=(
        Good(_nav("THE WEIR", "The  ford.") + _pages(_WEIR, _FORD), "capitals, spaces and stops", "html"),
        Good(
            _nav("Chapter 4", "Chapter V: The Ford", "6. The Mill")
            + _pages(
                "<h2>Chapter IV</h2>", "<h2>V</h2><h3>The Ford</h3>", "<h2>Chapter the Sixth</h2><h3>The Mill</h3>"
            ),
            "numerals, and subtitles with and without",
            "html",
        ),
        Good(
            _nav("Of the weir, and what befell there")
            + _pages("<h2>Of the weir at Marfleet, and of what befell there <sup>1</sup></h2>"),
            "a heading cut short",
            "html",
        ),
        Good(
            _nav("The Weir") + "\f<h2>The Weir<a href='#n1' id='r1' epub:type='noteref'>7</a></h2><p>Reeds.</p>"
            "<aside id='n1' epub:type='footnote'><p>7. By night.</p></aside>",
            "a heading that calls a note",
            "html",
        ),
        Good(
            _nav("The Weir", "The Ford", "The Mill", "Title page", "Cover")
            + _pages(_WEIR, _FORD, _MILL, _QUAY, _QUAY),
            "a part of the book that is not called by its heading",
            "html",
        ),
        Good(
            _nav("First letter", "Second letter", "Third letter", "Fourth letter")
            + _pages(_WEIR, _FORD, _MILL, _QUAY),
            "this book's contents never say what its headings say",
            "html",
        ),
        Good(
            _nav("Anna Reed", "The Weir", "The Ford", "The Mill") + _pages(_QUAY, _WEIR, _FORD, _MILL),
            "a title page that is called by its author",
            "html",
        ),
        Good(_nav("The Weir", "Upstream") + _pages(_WEIR, "<p>Reeds.</p>"), "a part without a heading", "html"),
        Good(
            '<nav epub:type="toc"><ol><li><a href="document%202">Part One</a></li>'
            '<li><a href="document%202">The Weir</a></li></ol></nav>'
            + _pages("<h1>Part One</h1><p>1804</p>" + _WEIR),
            "two entries that lead to one page",
            "html",
        ),
    ),
)
