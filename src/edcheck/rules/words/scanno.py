"""A common word stands in a form that only a scanner gives it.

`h` and `b`, `n` and `u`, `c` and `e`, `rn` and `m` have one shape in worn type: `tbe`, `wbich`, `aud`, `bave`.
Some of these forms are words themselves (`arid` for `and`, `modem` for `modern`, `he` for `be`): they are pointed
out only beside words that exclude them. A form that the text uses often is its own, and texts in other languages
than English, German, French, Russian, Spanish and Italian are left alone. Write the common word.
"""

from collections.abc import Iterator

from edcheck.model import Document, Draft
from edcheck.patterns import lazy_pattern
from edcheck.recognise.prose import language_of
from edcheck.recognise.vocabulary.dictionaries import misread
from edcheck.recognise.vocabulary.places import Finder, between_blanks, word_after, word_before
from edcheck.recognise.vocabulary.scannos import contextual, in_context, scannos
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent
from edcheck.wording import times

_LONG, _CERTAIN = 4, 5
"""Letters from which such a form needs but one witness, and from which none: it is no abbreviation and no word."""
_RATIO = 3
"""How much more often the common word must stand than a shorter form of it."""
_WORD_OF_ITS_OWN = 12
"""How often a word may stand that is suspected beside its neighbours: one that the text uses much is meant."""
_MODALS = "to|will|would|shall|should|may|might|must|can|could|cannot"
_TAKEN = "done|given|taken|seen|known|shown|drawn|thrown|chosen|spoken|written|broken|forgotten"
"""Participles that are no past tense: `in his will he left` is right."""
_TO_HE = r"(?<=to he )(?!who|whose|that\b|which\b|is\b|was\b|has\b|had\b|and\b|or\b)"
_MODAL_HE = rf"(?<=(?:l[dl]|ay|ht|st|an|ot) he )(?=(?:a|an|of|very|allowed|going|coming|{_TAKEN})\b)"
_HE = lazy_pattern(rf" he (?:{_TO_HE}|{_MODAL_HE})")
_FINITE = "was|is|did|would|could|went|came|knew|gave|took|saw"
_BE = lazy_pattern(
    rf" be (?:(?<=(?:at|en|as|ch|se|le|il|re|er|gh) be )(?=(?:had|has|{_FINITE})\b)"
    rf"|(?<=(?:nd|ut) be )(?=(?:{_FINITE})\b))"
)
_BEFORE_BE = frozenset(_MODALS.split("|"))
_ENDS_BEFORE_HE = frozenset(word[-2:] for word in _BEFORE_BE)
_BEFORE_HE = frozenset(
    (
        "and",
        "but",
        "that",
        "when",
        "as",
        "which",
        "because",
        "then",
        "while",
        "until",
        "before",
        "after",
        "though",
        "where",
    )
)
_ENDS_BEFORE_BE = frozenset(word[-2:] for word in _BEFORE_HE)
_PRONOUNS = (
    (" he ", _ENDS_BEFORE_HE, _HE, "be", _BEFORE_BE),
    (" be ", _ENDS_BEFORE_BE, _BE, "he", _BEFORE_HE),
)
"""What is looked for, the ends of words before which it is wrong, what else must hold, what was meant."""


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    language = language_of(document)
    forms = scannos(language)
    if not forms:
        return
    counts = document.words.counts
    listed = [form for form in forms.keys() & counts.keys() if _suspect(form, counts[form], counts[forms[form]])]
    found = {form: forms[form] for form in listed}
    if document.edition.dictionaries:
        found = dict(misread(document.words, language)) | found
    if found:
        finder = Finder(document.text, found)
        for form, meant in found.items():
            evidence = (f"“{meant}” stands {times(counts[meant])}, “{form}” {times(counts[form])}",)
            for at in finder.places(form):
                if not (_elsewhere(document, at) or _is_part(document.text, at)):
                    yield _draft(document, at, meant, evidence if counts[meant] else (), 0.95)
    if language == "en":
        yield from _by_context(document)


def _is_part(text: str, at: Extent) -> bool:
    """Whether an editor's bracket holds the rest of the word (`[n]ot`), or a point abbreviates it (`Herc. 9`)."""
    if text[at.start - 1 : at.start] == "]" or text[at.end : at.end + 1] == "[":
        return True
    short = at.end - at.start <= _CERTAIN - 1 and text[at.end : at.end + 2] == ". "
    following = text[at.end + 2 : at.end + 3]
    return short and (following.islower() or following.isdigit())


def _suspect(form: str, count: int, common: int) -> bool:
    if len(form) < _LONG:
        return common >= _RATIO * count
    return common >= count - (len(form) >= _CERTAIN)


def _by_context(document: Document) -> Iterator[Draft]:
    """English words that cannot stand beside their neighbours."""
    text = document.text
    counts = document.words.counts
    suspects = [word for word in contextual() & counts.keys() if counts[word] <= _WORD_OF_ITS_OWN]
    for word, at in between_blanks(text, suspects):
        before, after = _before(text, at.start), word_after(text, at.end).lower()
        meant = in_context(word, before, after) if after else None
        if meant and not _elsewhere(document, at):
            yield _beside(document, at, meant, before, after)
    for written, ends, pattern, meant, wanted in _PRONOUNS:
        # An expression would take three times as long to find the next of so common a word.
        start = text.find(written) if counts[written.strip()] else -1
        while start >= 0:
            if text[start - 2 : start] in ends and pattern.match(text, start):
                at = Extent(start + 1, start + len(written) - 1)
                before, after = _before(text, at.start), word_after(text, at.end).lower()
                if before in wanted and not _elsewhere(document, at):
                    yield _beside(document, at, meant, before, after)
            start = text.find(written, start + 1)


def _before(text: str, start: int) -> str:
    return "," if text[start - 2 : start] in (", ", "; ") else word_before(text, start).lower()


def _beside(document: Document, at: Extent, meant: str, before: str, after: str) -> Draft:
    written = document.quote(at)
    beside = f"{before} {written} {after}" if before.isalpha() else f"{written} {after}"
    return _draft(document, at, meant, (f"“{beside}” has no place for “{written}”",), 0.85)


def _draft(document: Document, at: Extent, meant: str, evidence: tuple[str, ...], confidence: float) -> Draft:
    return Draft(
        "scanno",
        at,
        {"form": document.quote(at), "word": meant},
        evidence=evidence,
        fixes=(document.fix(f"write “{meant}”", at, meant, "unsafe"),),
        confidence=confidence,
    )


def _elsewhere(document: Document, at: Extent) -> bool:
    """Whether the word stands in another language, in code or in what is no text of the edition."""
    return document.in_zone(at, "boilerplate", "navigation", "code") or document.in_passage(at, "foreign", "code")


_HARBOUR = "The harbour of the town was the pride of the people, and the pilots that were there were proud of it. "

rule = Rule(
    id="words/scanno",
    severity="warning",
    doc=__doc__,
    messages={"scanno": "“{form}” looks like a scanner’s “{word}”"},
    check=check,
    fix="unsafe",
    bad=(
        Bad(_HARBOUR + "It lay by «tbe» mole.", fixed=_HARBOUR + "It lay by the mole."),
        Bad(
            _HARBOUR + "It lay by a mole «wbich» leaned, iu the «hcart» of it.",
            fixed=_HARBOUR + "It lay by a mole which leaned, iu the heart of it.",
        ),
        Bad(
            _HARBOUR + "The mole fell «arid» the lamp was lost.",
            fixed=_HARBOUR + "The mole fell and the lamp was lost.",
        ),
        Bad(
            _HARBOUR + "It has to «he» seen, when «be» was out.",
            fixed=_HARBOUR + "It has to be seen, when he was out.",
        ),
        Bad(
            "Der Hafen ist nicht tief und das Wasser ist mit der Ebbe fort, und die Lotsen sind «uicht» da.",
            fixed="Der Hafen ist nicht tief und das Wasser ist mit der Ebbe fort, und die Lotsen sind nicht da.",
        ),
        Bad(
            "Le port est pour les pilotes, le quai «ponr» les phares, et la ville pour nous; qui vient?",
            fixed="Le port est pour les pilotes, le quai pour les phares, et la ville pour nous; qui vient?",
        ),
    ),
    good=(
        Good(
            "Of the tide they say: “[n]ot a boat” lay there. Of this and of that; cf. Herc. 9, 922. Here.",
            because="an editor’s bracket in the word, and an abbreviation",
        ),
        Good(_HARBOUR + "The land is arid, and the soil arid as well; arid in May.", because="a dry land is arid"),
        Good(
            _HARBOUR + "Will he the better part of it keep? By his will he left it.",
            because="a question, and a testament",
        ),
        Good(_HARBOUR + "It is to be had, and to be was to stay.", because="`be` after `to`"),
        Good(
            _HARBOUR + "Tbe tbe tbe tbe tbe tbe, said the parrot.",
            because="a form that the text repeats is its own",
        ),
        Good("Tbe lamp.", because="nothing tells the language"),
    ),
)
