"""A word stands twice in a row.

Whoever types or proofreads a line break easily sets the last word of one line again at the head of the next.
Words that language doubles on purpose (*had had*, *that that*, *vous vous*) are left alone, and so is a gloss:
in `Lubin [Lubin is …` the bracket explains the word before it. Delete one of the two.

Some words end one part of a sentence and begin the next: *what it is is bad*, *he put it on on Sunday*. Where the
sentence may be built so, and no line ends between the two, one remark names such places.
"""

from collections.abc import Iterator
from itertools import pairwise

from edcheck.model import Block, Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.places import phrases, places, whole, word_after, word_before
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.words.phrase_ends import FUNCTION_WORDS, OBJECTS, may_be_meant
from edcheck.text import Extent
from edcheck.wording import some

_MEANT_IN_ENGLISH = """
    had that her you who do very so no yes many much far long more again never now there well come bye ha ho he
    la ta tut hear dear old too oh ah eh heigh hush knock tick tap drip chop hip pooh quack rub dum cha
"""
_MEANT_ELSEWHERE = """
    vous nous tout très oui faut die der das den dem sie wer ja nein via man mano piano così adagio sì quasi casi
    luego poco muy ya sí iam jam etiam еле чуть да нет вот очень
"""
_NAVIGATION = "return top back next previous contents index home up"
"""Links left over from a web page: a fault of the family `residue`."""
_DOUBLED = frozenset(f"{_MEANT_IN_ENGLISH} {_MEANT_ELSEWHERE} {_NAVIGATION}".split())
_APOSTROPHES = ("'", "’")
_BEFORE_AN_OBJECT = "of in to on at for by from with about upon after over under without"
_PREPOSITIONS = frozenset(_BEFORE_AN_OBJECT.split())
_PARTICLES = frozenset(("in", "on", "by"))
_BEFORE_A_PARTICLE = """
    and come comes came coming go goes went going gone bring brought put set let was were been get got call called
    send sent break broke live lived carry carried pass passed stand stood
"""
_TAKES_PARTICLE = frozenset(_BEFORE_A_PARTICLE.split())
"""Words whose particle may stand before the same word as a preposition: `came in in May`, `by and by by boat`."""
_OPENERS = {
    "The": lazy_pattern(r"T(?=he the)"),
    "In": lazy_pattern(r"I(?=n in)"),
    "And": lazy_pattern(r"A(?=nd and)"),
}
"""Words that open a sentence and are doubled small; capitals are rare, and each is looked for by its own."""
_NAME_ELSEWHERE = 4
"""How often a doubled name must stand in all before its doubling is a slip: places are called Baden Baden."""
_SHORTEST = 2
"""Letters of a word that may stand again behind a reference."""
_VERSE_LINE = 60
_LONGEST_STANZA = 4000
_NEAR = 300
"""Code points within which a second doubling of the same word makes both a refrain."""
_NEVER_SUNG = FUNCTION_WORDS
"""However often they stand twice, it is no refrain."""
_LISTED = 12


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    open_to_doubt: list[Extent] = []
    for (first, _), found in _doubled(document).items():
        if first.lower() in _NEVER_SUNG:
            found = _in_rows(found)
        for index, place in enumerate(found):
            if _refrain(document, first, index, found) or _meant(document, place, first):
                continue
            if may_be_meant(document.text, place, first):
                open_to_doubt.append(place)
            else:
                yield _draft(document, place, first)
    if open_to_doubt:
        yield _remark(document, sorted(open_to_doubt))
    yield from _around_references(document)


def _draft(document: Document, place: Extent, word: str) -> Draft:
    end = place.start + len(word)
    times = len(document.text[place.start : place.end].split())
    return Draft(
        "repeated" if times == 2 else "row",
        place,
        {"word": word} if times == 2 else {"word": word, "times": times},
        evidence=("the two stand on different lines",) if "\n" in document.quote(place) else (),
        fixes=(document.fix("delete the second", Extent(end, place.end), "", "unsafe"),),
    )


def _remark(document: Document, found: list[Extent]) -> Draft:
    """One remark on the doublings that the sentence may need."""
    quoted = [f"“{document.quote(place)}”" for place in found]
    return Draft(
        "meant",
        found[0],
        {"words": some(dict.fromkeys(quoted))},
        tuple((place, "here too") for place in found[1:_LISTED]),
        ("each may end one part of its sentence and begin the next",),
        severity="information",
        confidence=0.5,
    )


def _around_references(document: Document) -> Iterator[Draft]:
    """A word that stands again behind the number of a note: `the weir[7] weir`."""
    text = document.text
    elsewhere = [one.marker for one in document.crossings if one.kind == "call"]
    for start, end in (*(reference.marker for reference in document.references), *elsewhere):
        word = word_after(text, end) if start < end else ""
        if len(word) < _SHORTEST or word.lower() in _DOUBLED:
            continue
        last = start - text[start - 1 : start].isspace()
        first = last - len(word)
        second = text.index(word, end)
        place = Extent(first, second + len(word))
        if first < 0 or text[first:last] != word or text[first - 1 : first].isalnum():
            continue
        if whole(text, second, place.end) and not _meant(document, place, word):
            fix = document.fix("delete the second", Extent(end, place.end), "", "unsafe")
            yield Draft("repeated", place, {"word": word}, fixes=(fix,))


def _doubled(document: Document) -> dict[tuple[str, str], list[Extent]]:
    """Words that follow themselves with nothing but white space between, and where they do, in order."""
    text = document.text
    found: dict[tuple[str, str], list[Extent]] = {}
    for word, stretch in dict.fromkeys(document.words.repeated):
        if not word.isalpha() or word.lower() in _DOUBLED or (len(word) < 2 and word != "a"):
            continue
        found.setdefault((word, word), []).extend(phrases(text, places(text, word, *stretch), (word,)))
    for word, doubled in _OPENERS.items():
        if doubled.search(text):
            again = word.lower()
            found[word, again] = list(phrases(text, places(text, word), (again,)))
    return found


def _meant(document: Document, place: Extent, word: str) -> bool:
    """Whether the doubling has a reason: a name, a table, a verse, two blocks, two clauses."""
    text, counts = document.text, document.words.counts
    gap = text[place.start + len(word) : place.end - len(word)]
    if "  " in gap.strip("\r\n") or text[place.start - 1 : place.start] in _APOSTROPHES:
        return True
    if text[place.end : place.end + 1] in _APOSTROPHES:
        return True
    if word[0].isupper() and word.lower() not in counts and counts[word] < _NAME_ELSEWHERE:
        return True
    if word in OBJECTS and word_before(text, place.start) in _PREPOSITIONS:
        return True
    if word in _PARTICLES and "\n" not in gap and word_before(text, place.start) in _TAKES_PARTICLE:
        return True
    block = document.block_at(place.start)
    if block is not document.block_at(place.end - 1) or (block and _verse(block, text)):
        return True
    return document.in_zone(place, "boilerplate", "navigation", "code", "contents")


def _in_rows(found: list[Extent]) -> list[Extent]:
    """The same doublings, those that overlap as one: `the the the` is one slip."""
    rows: list[Extent] = []
    for place in found:
        if rows and place.start < rows[-1].end:
            rows[-1] = Extent(rows[-1].start, place.end)
        else:
            rows.append(place)
    return rows


def _refrain(document: Document, word: str, index: int, found: list[Extent]) -> bool:
    """Whether the same doubling stands near by (a song, a cry, an invocation), or the word never stands alone."""
    if word.lower() in _NEVER_SUNG:
        return False
    if len(found) > 1 and document.words.counts[word] == 2 * len(found):
        return True
    near = found[max(index - 1, 0) : index + 2]
    return any(after.start - before.start < _NEAR for before, after in pairwise(near))


def _verse(block: Block, text: str) -> bool:
    """Verse by its markup, or by three or more short lines that all begin with a capital."""
    if block.kind == "verse":
        return True
    if block.extent.end - block.extent.start > _LONGEST_STANZA:
        return False
    lines = text[block.extent.start : block.extent.end].replace("\r", "\n").split("\n")
    lines = [line.strip() for line in lines if line.strip()]
    return len(lines) > 2 and all(len(line) < _VERSE_LINE and not line[0].islower() for line in lines)


rule = Rule(
    id="words/repeated-word",
    severity="warning",
    doc=__doc__,
    messages={
        "repeated": "“{word}” stands twice",
        "row": "“{word}” stands {times} times in a row",
        "meant": "words that stand twice and may be meant: {words}",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("He went to «the the» station.", fixed="He went to the station."),
        Bad("The boats lay «at\nat» anchor off the island.", fixed="The boats lay at anchor off the island."),
        Bad("«The the» delegates rose.", fixed="The delegates rose."),
        Bad(
            "The weir «is is» of oak, but «with\nwith» May it broke.", "The weir is of oak, but with May it broke."
        ),
        Bad("How old the weir «is is» not known. He put the coat on on Sunday. If they mend it it may hold.", ""),
        Bad("The life of the master was written by J. «Orlow Orlow». Orlow, says Orlow, was no sailor.", ""),
        Bad(
            "He went to «the the» station, and from «the the» ferry to the inn.",
            fixed="He went to the station, and from the ferry to the inn.",
        ),
        Bad("They made for «the the the» quay.", fixed="They made for the quay."),
        Bad(
            "Orlow spoke. Then Orlow sat down, and «Orlow Orlow» was cheered.",
            fixed="Orlow spoke. Then Orlow sat down, and Orlow was cheered.",
        ),
        Bad(
            "They mended the «weir[1] weir» in May[2].\n\n[1] Of oak.\n\n[2] Or June.",
            fixed="They mended the weir[1] in May[2].\n\n[1] Of oak.\n\n[2] Or June.",
        ),
        Bad(
            "<p>They mended the «weir<sup>1</sup> weir» in May.</p><hr><p><sup>1</sup> Of oak.</p>",
            fixed="<p>They mended the weir<sup>1</sup> in May.</p><hr><p><sup>1</sup> Of oak.</p>",
            format="html",
        ),
        Bad(
            '<p>They mended the «weir<a href="notes.html#n1">1</a> weir» in May.</p>',
            fixed='<p>They mended the weir<a href="notes.html#n1">1</a> in May.</p>',
            format="html",
        ),
    ),
    good=(
        Good("He went to the station."),
        Good(
            "They mended the weir[1] weirdly, the sluice[2]; sluice and all.\n\n[1] Of oak.\n\n[2] Of elm.",
            because="another word, and another clause, behind a reference",
        ),
        Good("By then she had had enough.", because="the verb doubles itself"),
        Good("He said that that was all.", because="a conjunction before a pronoun"),
        Good("To all, to all, to all!", because="a formula with commas"),
        Good("As brave as Lubin [Lubin is a hero of ballads].", because="the bracket explains the word"),
        Good("They took the waters at Baden Baden.", because="a name that is made of two like words"),
        Good("Nous nous sommes levés, et vous vous êtes assis.", because="French pronouns double"),
        Good(
            "La barca va così così. Да да, вот вот. Ja ja, sagt er.",
            because="doubled on purpose in other languages",
        ),
        Good("On the face of it it was a success.", because="the object of one clause, the subject of the next"),
        Good("She came in in May, and by and by by boat he came.", because="a particle, then a preposition"),
        Good("Das war alles alles und alles alles Schöne!", because="a refrain"),
        Good(
            f"So said Bel Bel Orlow. {'The weir was of oak. ' * 20}Nobody contradicted Bel Bel Orlow.",
            because="a word that the text has in no other way",
        ),
        Good("Take 12 12 times.", because="numbers"),
        Good("The total\n\ntotal of all", because="two blocks"),
        Good("Row, brothers\nBrothers row row\nHome with the tide", because="verse: short lines with capitals"),
        Good("return return", because="navigation left over is a fault of its own"),
        Good("The hand-made made way for the machine-made made elsewhere.", because="part of a compound"),
    ),
)
