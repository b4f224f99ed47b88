"""Two words run together at a punctuation mark.

A line break or a tag that was taken out, or a slip of the hand, leaves `the pier,which` or `at dawn.Then`.
Initials (`A.B.`), abbreviations (`p.159`, `i.e.`), addresses, file names and numbers are meant so, and a text
that often writes an abbreviation and a name in one is left its habit. Set the blank.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.recognise.vocabulary.common import COMMON
from edcheck.recognise.vocabulary.stops import in_prose, is_code, stops, token
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_CLAUSE = ",;!?"
_CLOSERS = '”’"»)]'
_REFERENCES = ("quot", "quo", "apos", "dash", "nbsp", "hellip", "amp")
"""How the names of character references end."""
_LEAST_WORD = 3
"""Letters of a word that ends a sentence and is no abbreviation."""
_SURE_WORD = 5
"""Letters of a small word that no abbreviation reaches; a shorter one must be common, or stand elsewhere."""
_RARE = 20
"""How many times as often a mark must have its blank for the lack of it to be a slip."""
_FEW = 2
"""Places that are no habit, where the mark has its blank at least as many times as often."""
_MOST = 40
"""Words that are looked up for being abbreviations; a text that glues more of them does so by habit."""
_ABBREVIATED = 2
"""Times that a word stands glued to what follows its full stop before it is an abbreviation."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    glued = stops(document).glued
    if not glued:
        return
    text = document.text
    for mark, found in glued.items():
        joined = _after_words(document, found) if mark in _CLAUSE else _sentences(document, found)
        places = [at for at in joined if in_prose(document, at) and not _parted(document, at)]
        usual = text.count(mark) - len(found)
        if len(places) > 1 and (_RARE if len(places) > _FEW else _FEW) * len(places) > usual:
            continue
        for at in places:
            yield Draft(
                "glued",
                token(text, at),
                {"mark": mark},
                evidence=(f"“{mark}” has its blank or ends a line {times(usual)}",),
                fixes=(document.fix("set a blank", Extent(at, at + 1), mark + " ", "unsafe"),),
                confidence=0.9,
            )


def _parted(document: Document, at: int) -> bool:
    """Whether elements of TEI part what is glued: a dateline and a salutation are set apart on the page."""
    return document.format == "tei" and len(document.view.spans(Extent(at, at + 2))) > 1


def _after_words(document: Document, found: list[int]) -> list[int]:
    """Marks within a clause that part two words with no blank."""
    text = document.text
    kept = []
    for at in found:
        place = token(text, at)
        run = text[place.start : place.end]
        before, after = _letters_before(text, at), _letters_after(text, at + 1)
        if text[at] == ";" and before.endswith(_REFERENCES):
            continue  # `characters/broken-entity` tells it
        if is_code(run) or len(before) + (text[at - 1] in _CLOSERS) < 1 or len(before) == len(after) == 1:
            continue
        kept.append(at)
    return kept


def _sentences(document: Document, found: list[int]) -> list[int]:
    """Full stops behind a whole word, with a capital after them."""
    text, counts = document.text, document.words.counts
    ends = Counter(_letters_before(text, at) for at in found)
    kept = [at for at in found if text[at - 1] in _CLOSERS and _opens_sentence(text, at)]
    suspects = []
    for at in found:
        before, after = _letters_before(text, at), _letters_after(text, at + 1)
        known = len(before) >= _SURE_WORD or before in COMMON or (counts[before] > 1 and counts[after] > 1)
        if known and _is_word(before) and ends[before] < _ABBREVIATED and _opens_sentence(text, at):
            suspects.append((at, before))
    if len(suspects) <= _MOST:
        kept += [at for at, before in suspects if not _abbreviation(text, before)]
    return sorted(kept)


def _opens_sentence(text: str, at: int) -> bool:
    """Whether a word with one capital follows, and the run is no address."""
    after, place = _letters_after(text, at + 1), token(text, at)
    return after[:1].isupper() and after[1:] == after[1:].lower() and not is_code(text[place.start : place.end])


def _is_word(word: str) -> bool:
    """Whether the letters before a full stop can be the last word of a sentence."""
    return len(word) >= _LEAST_WORD and word[1:].islower()


def _abbreviation(text: str, word: str) -> bool:
    """Whether the word elsewhere has a full stop within a sentence."""
    at = text.find(f"{word}. ")
    while at >= 0:
        following = text[at + len(word) + 2 : at + len(word) + 3]
        if following.islower() or following.isdigit():
            return True
        at = text.find(f"{word}. ", at + 1)
    return f"{word}., " in text


def _letters_before(text: str, at: int) -> str:
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    return text[start:at]


def _letters_after(text: str, at: int) -> str:
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[at:end]


rule = Rule(
    id="words/missing-space",
    severity="warning",
    doc=__doc__,
    messages={"glued": "no blank after “{mark}”"},
    check=check,
    fix="unsafe",
    bad=(
        Bad("The old «pier,which» leaned, was mended.", fixed="The old pier, which leaned, was mended."),
        Bad("They mended the «pier;the» mole was lost.", fixed="They mended the pier; the mole was lost."),
        Bad(
            "They left the pier at dawn. Then they rowed. They rowed till «dawn.Then» they slept.",
            fixed="They left the pier at dawn. Then they rowed. They rowed till dawn. Then they slept.",
        ),
        Bad("They rowed home (at «last).Then» they slept.", fixed="They rowed home (at last). Then they slept."),
    ),
    good=(
        Good("A.B. Carne of the C.P.Tarn, p.159, no.135, i.e.Monday.", because="initials and abbreviations"),
        Good("See www.ports.example, ports.Example/One,two or notes.txt.", because="addresses and file names"),
        Good("The dues were 1,000 in 1871, at 4.30, or 2,50 a ton.", because="numbers"),
        Good(
            "Har.Gazette and Har.Journal; the Gazette, the Journal; Har again and Har.", because="an abbreviation"
        ),
        Good(
            "<TEI><text><body><p><seg>Late in January.</seg><seg>Dear friend, the ice broke in January.</seg> "
            "Dear me.</p></body></text></TEI>",
            because="two elements that are set apart when they are shown",
            format="tei",
        ),
        Good("The points a,b and c,d of the plan.", because="letters for things"),
        Good("Tea,sugar,salt,rum,tar,oil.", because="the text never sets the blank"),
    ),
)
