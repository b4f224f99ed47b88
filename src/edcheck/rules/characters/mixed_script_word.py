"""A word mixes letters of two scripts: one of them only looks like the letter that was meant.

The Cyrillic `с` and the Latin `c` look the same to every reader, and are different letters to every search,
index and sort. They get into words through a keyboard in the wrong layout, or by a scanner that reads
letter by letter. Write the letter of the word's own script. Words that join two scripts on purpose
(`IP-адрес`, `SMSка`, `TNFα`) and units (`μm`) are left alone.
"""

from collections import Counter
from collections.abc import Collection, Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.recognise.characters import characters_of
from edcheck.recognise.vocabulary.places import places, word_after, word_before
from edcheck.recognise.vocabulary.scripts import MixedWord, Script, may_mix, mixed_words
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.rules.characters.occurrences import fix_all, others
from edcheck.text import Extent
from edcheck.wording import times

_RUN = lazy_pattern(r"[^\W\d_]+")
_SHORTEST = 3
"""Letters of a word that is judged by itself; a shorter one must stand elsewhere in the text as it is read."""
_NUMERAL = lazy_pattern(r"[IVXLCDM]+\Z")
_ACRONYM = lazy_pattern(r"[A-Z]{2,}+[Ѐ-ӿ]|[А-Я]{2,}+[a-z]")
_JOINED = lazy_pattern(r"[A-Za-z]{2,}+[Ѐ-ӿ]{2,}+\Z|[Ѐ-ӿ]{2,}+[A-Za-z]{2,}+\Z")
_ONE_LETTER_WORDS = (("a", "а"), ("c", "с"), ("o", "о"), ("y", "у"), ("k", "к"), ("o", "ο"))
"""Words of Russian and Greek that look like a Latin letter."""
_USUAL = 3
"""How many times as often as the letter the word must stand in the text."""
_SMALL = lazy_pattern(r"[а-яёα-ωά-ώ]{2,}+\Z")
_NAMED_BY_LETTERS = frozenset(
    (
        "буква",
        "буквой",
        "пункт",
        "вариант",
        "точка",
        "точке",
        "вектор",
        "прямая",
        "рисунок",
        "число",
        "угол",
        "нота",
    )
)
_ENDED = lazy_pattern(r"[A-Za-z]{3,}+[Ѐ-ӿ]{1,3}+\Z")


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    if document.text.isascii():
        return
    census = characters_of(document)
    if not census.foreign and not any("Ͱ" <= character <= "ԯ" for character in census.distinct):
        return
    if census.foreign:
        yield from _lone_letters(document)
    if not may_mix(document.text):
        return
    counts = document.words.counts
    suspects: dict[str, tuple[MixedWord, Script, str]] = {}
    for mixed in mixed_words(document.words):
        meant = _meant(mixed, counts, census.foreign)
        if meant is not None:
            suspects[mixed.word] = (mixed, *meant)
    if suspects:
        for word, places in _places(document, suspects.keys()).items():
            yield _draft(document, *suspects[word], places)


def _meant(mixed: MixedWord, counts: Counter[str], foreign: bool) -> tuple[Script, str] | None:
    """The script in which the word was meant, and the word in it; None where it is mixed on purpose."""
    word, parts = mixed
    numeral = mixed.reading("Latin") if "Latin" in parts else None
    if numeral and _NUMERAL.match(numeral):
        return "Latin", numeral
    for script in sorted(parts, key=lambda one: (-len(parts[one]), (one == "Latin") == foreign)):
        likely = mixed.reading(script, sure=False)
        if likely is None:
            continue
        if counts[likely]:
            return script, likely
        sure = mixed.reading(script)
        if sure is None or len(word) < _SHORTEST or _ACRONYM.match(word) or _JOINED.match(word):
            continue
        if foreign and _ENDED.match(word):
            continue  # a foreign name with the ending of the text's language
        return script, sure
    return None


def _lone_letters(document: Document) -> Iterator[Draft]:
    """Latin letters that stand for words of one letter, between two small words of the other script."""
    text, counts = document.text, document.words.counts
    for letter, right in _ONE_LETTER_WORDS:
        if not 0 < counts[letter] * _USUAL < counts[right]:
            continue
        for place in places(text, letter):
            before, after = word_before(text, place.start), word_after(text, place.end)
            if _SMALL.match(before) and _SMALL.match(after) and before not in _NAMED_BY_LETTERS:
                yield Draft(
                    "letter",
                    place,
                    {"letter": letter},
                    evidence=(f"“{right}” in the letters of the text stands in it {times(counts[right])}",),
                    fixes=(document.fix(f"Write “{right}” in the letters of the text", place, right, "unsafe"),),
                    severity="warning",
                    confidence=0.9,
                )


def _places(document: Document, words: Collection[str]) -> dict[str, list[Extent]]:
    """Where the words stand outside code, in one pass."""
    found: dict[str, list[Extent]] = {}
    for match in _RUN.finditer(document.text):
        if match[0] in words and not document.in_zone(Extent(*match.span()), "code"):
            found.setdefault(match[0], []).append(Extent(*match.span()))
    return found


def _draft(document: Document, mixed: MixedWord, script: Script, reads: str, places: list[Extent]) -> Draft:
    strange = "".join(dict.fromkeys(one for part in mixed.parts if part != script for one in mixed.parts[part]))
    other = next(part for part in mixed.parts if part != script)
    count = document.words.counts[reads]
    evidence = [f"“{strange}” is {other}, and all other letters are {script}"]
    if count:
        evidence.append(f"“{reads}” stands elsewhere in the text {times(count)}")
    return Draft(
        "mixed",
        places[0],
        {"word": mixed.word, "letters": strange, "other": other, "script": script},
        others(places, "here too"),
        tuple(evidence),
        (fix_all(document, f"Write “{reads}” in {script} letters", places, lambda _: reads),),
        confidence=0.98 if count else 0.95,
    )


rule = Rule(
    id="characters/mixed-script-word",
    severity="error",
    doc=__doc__,
    messages={
        "mixed": "“{word}” is a {script} word with {other} letters in it: “{letters}”",
        "letter": "“{letter}” is a Latin letter between words of another script",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("The «harbоur» is shut; the harbоur was full.", fixed="The harbour is shut; the harbour was full."),
        Bad("«Сaptain» Orlo of the «Νorth» Quay", fixed="Captain Orlo of the North Quay"),
        Bad("Лоцман «гaвани» уехал вчера вечером в «Apлe».", fixed="Лоцман гавани уехал вчера вечером в Арле."),
        Bad("В «ХIХ» веке гавань была закрыта.", fixed="В XIX веке гавань была закрыта."),
        Bad("Он не приехал, «нe» писал и не звал.", fixed="Он не приехал, не писал и не звал."),
        Bad("Ο λιμένας και η «πóλη» της νήσου, η «νήσoς»."),
        Bad(
            "Наш лоцман «c» моря. Он с ним, с ней, с ними и с нами, с теми и с нею, с ней.",
            fixed="Наш лоцман с моря. Он с ним, с ней, с ними и с нами, с теми и с нею, с ней.",
        ),
    ),
    good=(
        Good("Он прислал IP-адрес и SMSку, купил VIPу кофе.", because="a Latin stem with a Cyrillic ending"),
        Good("В XIX веке и в XX-м, с.\xa0IV, при Петре I.", because="roman numerals are Latin"),
        Good("Ten μm of αB, TNFα and IFNγ at 5 kΩ, ΔG and Δx.", because="units and symbols with Greek letters"),
        Good("The word мир means peace, and λόγος a word.", because="whole words of another script"),
        Good("Название Appleом не испортишь, Windowsа тоже.", because="a foreign name with a Russian ending"),
        Good("Это пункт c устава: с ним, с ней, с ними, с нами, с теми, с нею.", because="a letter as a name"),
        Good("The ЦКs and NKVDист of the papers", because="an abbreviation with an ending"),
        Good("Text `harbоur`.", because="code", format="markdown"),
    ),
)
