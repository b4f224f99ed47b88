"""A question that a transcriber left for later was never answered.

`[?]`, `XXX`, `TODO`, `[word missing]`, `[insert date]` and passages of a template are put in while a text is made,
and must be gone when it appears. Look at the print, and write what stands there, or say so as an editor. In
editions whose editors put remarks of their own into brackets, `[?]` is one of their signs, and only counted;
doubts of an author (`1823 (?)`) and roman numerals are left alone.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.recognise.characters import places_of
from edcheck.recognise.prose import language_of
from edcheck.recognise.vocabulary.places import places, word_after, word_before
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.residue.open_questions import BRACKETED, LABELS
from edcheck.text import Extent
from edcheck.wording import times

_WORDED = lazy_pattern(r"\[[?A-Za-zА-яà]")
"""What the brackets of notes do not begin with, so that most texts need not compile the long expression."""
_FIELD = lazy_pattern(r"\{\{\s?[A-Za-z][\w .:-]{0,40}\}\}")
_DUMMY = lazy_pattern(r"[Ll]orem ipsum(?: dolor)?")
_MARKS = lazy_pattern(r"\?\?\?(?:(?<=[\w,] \?\?\?)(?= [a-zà-ÿа-я])|(?<=\(\?\?\?)(?=\)))")
_REMARK = lazy_pattern(r"\[[^\W\d_][^\]\[]{3,}\]")
_DOUBTS = 4
"""Places from which on `[?]` is a sign that the edition uses."""
_REMARKS = 3
"""Remarks in brackets from which on they are how the edition's editors speak."""
_TASKS = ("TODO", "FIXME", "TBD")
_TODO_IS_A_WORD = frozenset(("es", "pt", "it", "gl", "ca"))
_CROSSES = ("XXX", "XXXX", "XXXXX", "XXXXXX")
_ROMAN = lazy_pattern(r"(?:X{1,3}|X?L|L?X{1,3})(?:I{1,3}|I?V|VI{1,3}|IX)\Z|XX\Z|XL\Z")
_LABELS = frozenset(LABELS.split())


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    text = document.text
    if "[" in text and _WORDED.search(text):
        yield from _in_brackets(document)
    for pattern, sign, message in ((_FIELD, "{", "template"), (_MARKS, "?", "query")):
        for place in places_of(text, sign):
            match = pattern.match(text, place.start)
            if match:
                yield from _kept(document, message, Extent(*match.span()), 0.85)
    if "ipsum" in document.words.counts:
        for match in _DUMMY.finditer(text):
            yield from _kept(document, "dummy", Extent(*match.span()), 0.97)
    yield from _words(document)


def _in_brackets(document: Document) -> Iterator[Draft]:
    doubts = []
    for match in BRACKETED.finditer(document.text):
        extent = Extent(*match.span())
        if match["doubt"]:
            doubts.append(extent)
        elif not (match["template"] and _is_direction(document.text, match[0])):
            yield from _kept(document, "template" if match["template"] else "query", extent, 0.85)
    doubts = [extent for extent in doubts if not document.in_zone(extent, "code", "boilerplate")]
    if not doubts:
        return
    remarks = sum(1 for _ in _REMARK.finditer(document.text))
    if len(doubts) >= _DOUBTS or remarks >= _REMARKS:
        yield Draft(
            "sign",
            doubts[0],
            {"count": times(len(doubts))},
            tuple((extent, "here too") for extent in doubts[1:8]),
            (f"brackets hold remarks {times(remarks)}",) if remarks else (),
            severity="information",
            confidence=0.7,
        )
        return
    for extent in doubts:
        yield Draft("query", extent, {"query": document.quote(extent)}, confidence=0.8)


def _is_direction(text: str, passage: str) -> bool:
    """Whether a person of a play enters whose name is such a word: `[Enter PAGE.]`."""
    return passage.startswith("[Enter ") and text.count("[Enter ") >= _REMARKS


def _kept(document: Document, message: str, extent: Extent, confidence: float) -> Iterator[Draft]:
    if not document.in_zone(extent, "code", "boilerplate"):
        query = " ".join(document.quote(extent).split())
        yield Draft(message, extent, {"query": query}, confidence=confidence)


def _words(document: Document) -> Iterator[Draft]:
    """Words that stand for a task, found in the census of all words."""
    counts = document.words.counts
    tasks = [word for word in _TASKS if word in counts]
    if tasks and language_of(document) not in _TODO_IS_A_WORD:
        for word in tasks:
            for extent in places(document.text, word):
                if not _in_capitals(document.text, extent):
                    yield from _kept(document, "query", extent, 0.85)
    if any(crosses in counts for crosses in _CROSSES):
        yield from _crosses(document)


def _in_capitals(text: str, extent: Extent) -> bool:
    """Whether the words around are set in capitals too."""
    around = text[max(extent.start - 20, 0) : extent.start] + text[extent.end : extent.end + 20]
    return around.isupper()


def _crosses(document: Document) -> Iterator[Draft]:
    """`XXX` among small words, where the text counts nothing in roman numerals as high as that."""
    text, counts = document.text, document.words.counts
    numerals = any(word[0] in "XL" and _ROMAN.match(word) for word in counts)
    for crosses in _CROSSES:
        if counts[crosses] and not (numerals and crosses == "XXX"):
            for extent in places(text, crosses):
                before, after = word_before(text, extent.start), word_after(text, extent.end)
                if before.islower() and after.islower() and before not in _LABELS:
                    yield from _kept(document, "query", extent, 0.8)


rule = Rule(
    id="residue/unresolved-query",
    severity="warning",
    doc=__doc__,
    messages={
        "query": "“{query}” was left for somebody to resolve",
        "template": "“{query}” is a place in a template that nobody filled in",
        "dummy": "“{query}” is a filler that stands for a text",
        "sign": "“[?]” stands in the text {count}: a sign of the edition, or questions that are still open",
    },
    check=check,
    bad=(
        Bad("The pilot Orlo «[?]» came on board «[word missing]» six."),
        Bad("Arle, «[insert date]»\n\nDear «{{name}}», the «[Datum einfügen]» «[à vérifier]» «[проверить]»."),
        Bad("The ship «XXX» came in, and the «XXXX» boat; «TODO»: look it up."),
        Bad("The ship came from ??? to Arle".replace("???", "«???»") + " («???»)."),
        Bad("«Lorem ipsum dolor» sit amet."),
        Bad("One «[?]» two [?] three [?] four [?]."),
        Bad("He wrote [to his aunt] of the [sunken] boat [the Orme] and «[?]» hers."),
        Bad("<p>The pilot «[?]» came.</p>", format="html"),
    ),
    good=(
        Good(
            "[Enter CLERK.]\nThe tide is in.\n[Enter a PAGE.]\nThe boat is gone.\n[Enter PILOT.]\nSo it is.",
            because="a page is a person of the play",
        ),
        Good("Arle, 1823 (?). The pilots (?) came. What??? Quoi ???", because="doubts and surprise of an author"),
        Good(
            "In psalm XXX it says so; chapter XXX. is lost. Canto XXIX and then XXX of it.",
            because="roman numerals",
        ),
        Good("SOBRE TODO el mar: no es TODO de la casa y de los hombres, por las que se fue.", because="Spanish"),
        Good("THE WHOLE TODO LIST OF ARLE", because="capitals throughout"),
        Good("Write `[?]` there.\n\n~~~\nTODO {{x}}\n~~~", format="markdown", because="code"),
        Good("It is far [illegible] from here [sic]; see [12] and [a].", because="an editor’s statement"),
    ),
)
