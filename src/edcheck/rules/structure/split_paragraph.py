"""A paragraph breaks off in the middle of a sentence, and the next one goes on with it.

The first ends without a stop, the second begins small. Most often a page ended there: whoever transcribed it page
by page began a new paragraph with the new page; or a blank line slipped in when lines were joined. Join the two.
Where this is so throughout, each line of the text was taken for a paragraph, and that is said once.
"""

from collections.abc import Iterator

from edcheck.model import Block, Document, Draft, Fix
from edcheck.patterns import lazy_pattern
from edcheck.recognise.prose import end_of_words, is_prose, stands_apart
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent, Span

_COMMA_NEEDS = 120
"""Code points of a paragraph that may end with a comma and be no salutation."""
_LEAST = 140
"""Code points that both paragraphs have together: what is less can be two lines of a song."""
_DISPLAYED = 200
"""Code points up to which a block that itself begins small can be a line of a title or a song."""
_SHORT = 40
"""Code points below which a block is judged by more than its length."""
_HABIT, _SHARE = 5, 0.1
"""So many splits, and so many for each paragraph, are the manner of the text."""
_LAST_WORD = lazy_pattern(r"[^\W\d_]++(?:[-’'][^\W\d_]++)*+[,-]?\Z")
_FIRST_WORD = lazy_pattern(r"(?![^\W\d_][.)]|[ivx]{1,4}+[.)])[^\W\d_]++(?![)\]:/@]|\.\S)")
_NUMBERED = lazy_pattern(r"\s*\d{1,3}(?:\.\d{1,3})+\.?\s")
"""What a heading that counts sections begins with: `8.1.4. `."""
_PATH = frozenset("/\\_<>=")
"""Signs of a command or the name of a file, which stand apart without a stop."""
_LONGEST_WORD = 40
_STOPS = frozenset(".!?:;…”’\"')]»")
_TAGS = lazy_pattern(r"\s*+</?(?:p|para)\b[^<>]*+>\s*+|\A\s++|\s++\Z")
_OPEN_WORDS = """
    the a an of and to with from by into or for at which who his her their its our your
    der die das des dem den ein eine einer und oder von mit zu zum zur im vom auf für
    le la les un une des du de et ou dans pour avec sur par qui que au aux
    и в на с к у о от из за по не что как который для при или
    el los las un una del de y o con por para en que su sus
    il lo gli i un uno una di del della e o con per nel nella che suo sua
"""
_LEFT_OPEN = frozenset(_OPEN_WORDS.split())
"""Words with which no heading and no signature ends."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    splits = list(_splits(document))
    if len(splits) > max(_HABIT, _SHARE * len(document.blocks)):
        yield Draft(
            "habit",
            _words(document.text, *splits[0]),
            {"count": len(splits)},
            tuple((_words(document.text, *split), "here too") for split in splits[1:_HABIT]),
            (f"there are {len(document.blocks)} paragraphs and headings in all",),
            severity="information",
        )
        return
    for before, block in splits:
        at_page = _page_between(document, before, block)
        yield Draft(
            "page" if at_page else "split",
            _words(document.text, before, block),
            evidence=(
                "the first paragraph ends without a stop, and the second begins small",
                *(("a page of the source ends between the two",) if at_page else ()),
            ),
            fixes=_fixes(document, before, block),
            confidence=0.95 if at_page else 0.85,
        )


def _splits(document: Document) -> Iterator[tuple[Block, Block]]:
    """Neighbours of which the second goes on with the sentence of the first."""
    text, blocks = document.text, document.blocks
    # Most blocks begin with a capital, a figure or a bracket, which all lie between these two.
    small = [
        index for index, start in enumerate(document.block_starts) if not "!" <= text[start : start + 1] <= "["
    ]
    for index in small:
        before, block = blocks[max(index - 1, 0)], blocks[index]
        if (
            index
            and text[(at := block.extent.start + block.indent) : at + 1].islower()
            and before.kind == block.kind == "paragraph"
            and before.css_class == block.css_class
            and _is_open(document, before)
            and _goes_on(document, block)
            and (block.extent.end - before.extent.start >= _LEAST or _among_prose(document, index))
        ):
            yield before, block


def _is_open(document: Document, block: Block) -> bool:
    """Whether a paragraph breaks off: it is prose, and ends with a word or a comma."""
    start, end = block.extent.start, end_of_words(document, block)
    last = _LAST_WORD.search(document.text, max(end - _LONGEST_WORD, start), end)
    if last is None or _NUMBERED.match(document.text, start, end):
        return False
    token = document.text[max(end - _LONGEST_WORD, start) : end].split()[-1]
    if not _PATH.isdisjoint(token) or token.startswith("--"):
        return False
    if end - start < _DISPLAYED and document.text[start + block.indent].islower():
        return False
    word = last[0]
    if word.endswith(",") and end - start < _COMMA_NEEDS:
        return False
    if end - start < _SHORT:
        return not document.text[start:end].isupper() and not stands_apart(document, start)
    return is_prose(document, block)


def _goes_on(document: Document, block: Block) -> bool:
    """Whether a paragraph that begins small is the rest of a sentence: no list, no term, no note."""
    start = block.extent.start
    if _FIRST_WORD.match(document.text, start + block.indent) is None or stands_apart(document, start):
        return False
    return document.text[end_of_words(document, block) - 1] in _STOPS or is_prose(document, block)


def _among_prose(document: Document, index: int) -> bool:
    """Whether a neighbour of a short pair is prose: songs and inscriptions have short neighbours."""
    around = [*document.blocks[max(index - 2, 0) : index - 1], *document.blocks[index + 1 : index + 2]]
    return any(is_prose(document, block) for block in around)


def _words(text: str, before: Block, block: Block) -> Extent:
    """From the last word of the first paragraph to the first of the second."""
    start = text.rfind(" ", before.extent.start, before.extent.end) + 1
    found = _FIRST_WORD.match(text, block.extent.start + block.indent)
    return Extent(max(start, before.extent.start), found.end() if found else block.extent.end)


def _page_between(document: Document, before: Block, block: Block) -> bool:
    low, high = before.extent.end, block.extent.start
    return any(low <= one.at <= high and one.kind == "page" for one in document.markup.breaks)


def _fixes(document: Document, before: Block, block: Block) -> tuple[Fix, ...]:
    """Join the two, where nothing lies between them but the end of one paragraph and the beginning of another."""
    source = document.source.text
    start = document.view.spans(before.extent)[-1].end
    end = document.view.spans(Extent(block.extent.start + block.indent, block.extent.end))[0].start
    kept = _TAGS.sub("", source[start:end]) if start <= end else "<"
    if kept.count("<") != kept.count("/>"):
        return ()
    last, first = source[start - 1 : start], document.text[block.extent.start + block.indent :][:1]
    glue = "" if last == "-" and first.isalpha() else " "
    return (document.fix("join the two paragraphs", Span(start, end), glue + kept, "unsafe"),)


_RAIN = "The brook rose by a foot in the night, and when the bell rang for six the miller opened the"
_SLUICE = "sluice, so that the lower meadow stood under water until noon and the hay was lost."
_TEI = "<TEI><text><body><p>{}</p>{}<p>{}</p></body></text></TEI>"

rule = Rule(
    id="structure/split-paragraph",
    severity="warning",
    doc=__doc__,
    messages={
        "split": "the paragraph breaks off in mid-sentence, and the next one goes on with it",
        "page": "the paragraph breaks off in mid-sentence at the end of a page, and the next one goes on with it",
        "habit": "{count} paragraphs break off in mid-sentence and are gone on with in the next ones",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad(f"{_RAIN[:-3]}«the\n\nsluice»{_SLUICE[6:]}", f"{_RAIN} {_SLUICE}"),
        Bad(
            f"<p>{_RAIN[:-3]}«the</p>\n<p>sluice»{_SLUICE[6:]}</p>",
            f"<p>{_RAIN} {_SLUICE}</p>",
            "html",
        ),
        Bad(
            _TEI.format(f"{_RAIN[:-3]}«the", '<pb n="12"/>', f"sluice»{_SLUICE[6:]}"),
            _TEI.replace("</p>{}<p>", "{}").format(_RAIN, ' <pb n="12"/>', _SLUICE),
            "tei",
        ),
        Bad(f"{_RAIN[:-3]}«the[1]\n\nsluice»{_SLUICE[6:]}\n\n{_SLUICE.capitalize()}\n\n[1] Of the weir."),
    ),
    good=(
        Good(
            f"8.1.4. tidewatch\n\ntidewatch is a program that rings a bell and opens the {_SLUICE}",
            because="a numbered heading that is a small word",
        ),
        Good(
            f"{_RAIN} list of the records and then the line with the name /var/log/tide.log\n\n{_SLUICE}",
            because="a command stands apart from the sentence",
        ),
        Good(f"{_RAIN} sluice.\n\n{_SLUICE.capitalize()}"),
        Good(
            f"To the Parish Clerk of Oldham and all the freeholders of the lower meadow,\n\n{_SLUICE}",
            "the salutation of a letter",
        ),
        Good(f"{_RAIN} following:\n\n{_SLUICE}", "a colon leads to what is set off"),
        Good(
            f"<p>{_RAIN} song</p><blockquote>O brook, O brook</blockquote><p>{_SLUICE}</p>",
            "a quotation set off inside the sentence",
            "html",
        ),
        Good(
            f"<p>{_RAIN} song</p><p class='verse'>o brook that rose by night, o brook that rose by day</p>",
            "verse that begins small",
            "html",
        ),
        Good(
            "O brook that rose by night and day and took the hay\n\nand thou, O mill, that stood in the\n\n"
            "water, return to me, return to me, ye lower meadows,\n\nand bring the hay again, and bring the sun",
            "lines",
        ),
        Good(
            "The sluice of Oldham,\n\nmade of oak in the year of the rain and hung by the miller,\n\nby Mr. Weir.",
            "an inscription set line by line",
        ),
        Good(f"{_RAIN} three sluices\n\na) the upper one, of oak;\n\nb) the lower one, of elm.", "a list"),
        Good(f"{_RAIN} whole\n\n[Footnote 1: Of the weir.]\n\n{_SLUICE}", "a note stands between the two"),
        Good(
            f"The rains of May at Oldham mill and what the miller did\n\n{_SLUICE.capitalize()}",
            "a title has no stop",
        ),
    ),
)
