"""The numbers of chapters do not run on.

`CHAPTER IV` follows `CHAPTER II`: the chapter between them, or only its heading, was lost, or a number was
misread, set twice or garbled. Books, acts, letters, articles of a law and headings that only count are looked at
in the same way; numbers may begin anew with each book. Extracts, and texts that skip numbers as a habit, are left
alone. Compare the source.
"""

from collections.abc import Iterator
from itertools import groupby

from edcheck.model import Document, Draft, Fix
from edcheck.recognise.chapter_heads import Chapter, find_chapters
from edcheck.recognise.numerals import read_numeral, write_numeral
from edcheck.recognise.successions import Break, breaks
from edcheck.rule import Bad, Good, NoOptions, Rule

_SUPPORT = 3
"""Chapters around a fault that must run on."""
_HABIT = 8
"""Every how many chapters at most one may not run on."""
_NEAR = 1000
"""Code points of text between two headings of one chapter: a title page, a summary."""
_STROKES = str.maketrans("l1|!J", "IIIII")
"""What the strokes of a roman numeral are misread as."""
_SHOWN = 3


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    for chapters in find_chapters(document):
        unread = [chapter for chapter in chapters if chapter.value is None]
        for _, run in groupby((each for each in chapters if each.value is not None), _style):
            yield from _of_run(document, list(run), unread)


def _style(chapter: Chapter) -> str:
    """Chapters of one style are one run; `premier` goes with whatever follows it."""
    return "figures" if chapter.label.isdigit() else "numerals"


def _of_run(document: Document, run: list[Chapter], unread: list[Chapter]) -> Iterator[Draft]:
    found = breaks([chapter.value or 0 for chapter in run])
    if len(found) > max(1, len(run) // _HABIT):
        return
    for one in found:
        if one.before + one.after < _SUPPORT or not one.before:
            continue
        draft = _gap(document, run, one, unread) if one.kind == "gap" else _other(document, run, one)
        if draft is not None:
            yield draft


def _gap(document: Document, run: list[Chapter], one: Break, unread: list[Chapter]) -> Draft | None:
    here, before = run[one.at], run[one.at - 1]
    if one.value != one.expected + 1:
        return None
    expected = write_numeral(one.expected, here.style)
    between = [chapter for chapter in unread if before.place < chapter.place < here.place]
    if not between:
        data = {"word": here.word, "label": here.label, "before": before.label, "expected": expected}
        message = "gap" if here.word else "heading-gap"
        return Draft(message, here.place, data, evidence=_neighbours(run, one), confidence=0.85)
    garbled = between[0]
    numeral = read_numeral(garbled.label.translate(_STROKES))
    if numeral is None or numeral.value != one.expected:
        return None
    data = {"label": garbled.label, "expected": expected}
    fixes = (document.fix(f"number it {expected}", garbled.place, expected, "unsafe"),)
    return Draft("garbled", garbled.place, data, (), _neighbours(run, one), fixes, confidence=0.95)


def _other(document: Document, run: list[Chapter], one: Break) -> Draft | None:
    here, before = run[one.at], run[one.at - 1]
    expected = write_numeral(one.expected, here.style)
    data = {"label": f"{here.word} {here.label}".strip(), "expected": expected}
    fixes: tuple[Fix, ...] = ()
    if one.kind == "repetition":
        if here.place.start - before.place.end < _NEAR:
            return None
    elif one.kind == "misprint" and one.after:
        fixes = (document.fix(f"number it {expected}", here.place, expected),)
    elif one.kind != "exchange":
        return None
    return Draft(one.kind, here.place, data, (), _neighbours(run, one), fixes, confidence=0.85)


def _neighbours(run: list[Chapter], one: Break) -> tuple[str, ...]:
    behind = one.at + {"gap": 0, "exchange": 2}.get(one.kind, 1)
    told = [f"the numbers before it: {', '.join(each.label for each in run[max(one.at - _SHOWN, 0) : one.at])}"]
    if run[behind:]:
        told.append(f"the numbers after it: {', '.join(each.label for each in run[behind : behind + _SHOWN])}")
    return tuple(told)


def _book(*heads: str) -> str:
    return "\n\n\n".join(f"{head}\n\nThe boats of the island lay at anchor all that day." for head in heads)


def _headings(*heads: str) -> str:
    return "".join(f"<h2>{head}</h2><p>The boats of the island lay at anchor.</p>" for head in heads)


rule = Rule(
    id="structure/chapter-number-gap",
    severity="warning",
    doc=__doc__,
    messages={
        "gap": "{word} {expected} is missing: {before} is followed by {label}",
        "heading-gap": "no heading bears the number {expected}: {before} is followed by {label}",
        "garbled": "“{label}” stands where the numbers count {expected}",
        "misprint": "{label} stands where the numbers count {expected}",
        "repetition": "{label} begins twice",
        "exchange": "{label} and {expected} have changed places",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(_book("CHAPTER I", "CHAPTER II", "CHAPTER «IV»", "CHAPTER V"), fixed=""),
        Bad(
            _book("CHAPTER I.", "CHAPTER II.", "CHAPTER «VIII».", "CHAPTER IV.", "CHAPTER V."),
            fixed=_book("CHAPTER I.", "CHAPTER II.", "CHAPTER III.", "CHAPTER IV.", "CHAPTER V."),
        ),
        Bad(
            _book("CHAPTER I", "CHAPTER II", "CHAPTER «lII»", "CHAPTER IV"),
            fixed=_book("CHAPTER I", "CHAPTER II", "CHAPTER III", "CHAPTER IV"),
        ),
        Bad(_book("1. Kapitel", "2. Kapitel", "«4». Kapitel", "5. Kapitel"), fixed=""),
        Bad(_book("Глава 1", "Глава 2", "Глава «4»", "Глава 5"), fixed=""),
        Bad(_book("CHAPITRE PREMIER", "CHAPITRE II", "CHAPITRE III", "CHAPITRE «V»", "CHAPITRE VI"), fixed=""),
        Bad(
            _book("Article 1.", "Article 2.", "Article «13».", "Article 4.", "Article 5."),
            fixed=_book("Article 1.", "Article 2.", "Article 3.", "Article 4.", "Article 5."),
        ),
        Bad(_headings("I. Oak", "II. Elm", "«IV». Ash", "V. Fir"), fixed="", format="html"),
        Bad(_headings("Letter 1", "Letter 2", "Letter «4»", "Letter 5"), fixed="", format="html"),
        Bad(_book("Chapter 1", "Chapter 2", "Chapter «4»", "Chapter 3", "Chapter 5"), fixed=""),
        Bad(
            _book("Act I", "Act II") + "\n\nThey slept. " * 90 + "\n\n" + _book("Act «II»", "Act III", "Act IV"),
            fixed="",
        ),
    ),
    good=(
        Good(_book("CHAPTER I", "CHAPTER II", "CHAPTER III", "CHAPTER IV")),
        Good(
            _book("BOOK I", "CHAPTER I", "CHAPTER II", "BOOK II", "CHAPTER I", "CHAPTER II", "CHAPTER III"),
            because="chapters that begin anew with each book",
        ),
        Good(
            _book(
                "Artículo 1", "Artículo 2", "Artículo 3", "Artículos 4 a 6. Derogados.", "Artículo 7", "Artículo 8"
            ),
            because="articles that were repealed",
        ),
        Good(_book("CHAPTER III", "CHAPTER VII", "CHAPTER IX", "CHAPTER XII"), because="extracts"),
        Good(
            _book("Chapter 1", "Chapter 2", "Chapter 3")
            + "\n\nChapter 5 of the book that the council of the harbour printed in that year was burnt by the "
            "pilots of the island, whose sons remember it.",
            because="a sentence about a chapter of another book",
        ),
        Good(
            _book("CHAPITRE PREMIER", "CHAPITRE II", "CHAPITRE III", "CHAPITRE PREMIER", "CHAPITRE II"),
            because="the first chapter is numbered in words",
        ),
        Good(_book("CHAPTER ONE", "CHAPTER TWO", "CHAPTER THREE"), because="numbers in words"),
        Good(_book("CHAPTER I", "CHAPTER I", "CHAPTER II", "CHAPTER III"), because="a half title"),
        Good(
            _book("CHAPTER I", "CHAPTER II", "CHAPTER THE THIRD", "CHAPTER IV", "CHAPTER V"),
            because="one number in words",
        ),
    ),
)
