"""A digit stands where a letter belongs, or a letter where a digit belongs.

Print and scanners give `1`, `l` and `I` one shape, and `0` and `O` another: `w1th`, `l918`, `1O5`; `5` is taken
for `s`, `6` for `b`. A word that stands nowhere else in the text is only a warning. Figures with letters that are
meant so (`1st`, `8vo`, `5km`, `H2O`, file names, note numbers glued to a word) are left alone; so are dates, which
have a rule of their own. Write the letter or the digit that is meant.
"""

from collections import Counter
from collections.abc import Iterator

from edcheck.model import Document, Draft, WordCensus
from edcheck.model.fix import Trust
from edcheck.patterns import lazy_pattern
from edcheck.recognise.prose import language_of
from edcheck.recognise.vocabulary.dictionaries import known
from edcheck.recognise.vocabulary.places import Finder
from edcheck.rule import Bad, Good, NoOptions, Rule
from edcheck.text import Extent

_FREQUENT = """
    the of and to in that was he his it with is for as had you not be her on at by which have or from this him but
    all she they were my are me one their so an said them we who would been will no when there if more out up into
    do any your what has man could other than our some very time upon about may its only now like little then can
    made should did us such great before must two these see know over much down after first good men own never most
    old shall day where those come himself way work life without go make well through being long say might how am
    too even again many back here think every people went same last thought away under take found place still think
    und der die das den ist nicht mit von ein eine dem sich auch auf als aus nach wie wird les des une dans qui que
    par sur pour pas est plus avec tout ses cette
"""
"""Words that every English, German or French text has: readings that need no witness in the document."""
_COMMON = frozenset(_FREQUENT.split())
_IN_WORD = lazy_pattern(r"[^\W\d_]{1,20}[01][^\W\d_]{1,20}\Z|[^\W\d_]{1,20}1{1,2}\Z|[01][^\W\d_]{2,20}\Z")
_WITNESSED = lazy_pattern(r"[^\W\d_]{1,20}[35689][^\W\d_]{1,20}\Z|[568][^\W\d_]{3,20}\Z")
"""Digits that resemble a letter less: only a word that stands elsewhere in the document speaks for a slip."""
_UNWITNESSED = lazy_pattern(
    r"(?:[^\W\d_]|[^\W\d_][a-zß-ÿ]{1,20})[01][a-zß-ÿ]{2,20}\Z|[^\W\d_][a-zß-ÿ]{2,20}[01][a-zß-ÿ]\Z"
    r"|[^\W\d_][a-zß-ÿ]{0,20}[35689][a-zß-ÿ]{3,20}\Z|[^\W\d_][a-zß-ÿ]{3,20}[35689][a-zß-ÿ]{1,2}\Z"
)
"""A digit that nothing but a slip puts between the letters of so long a word."""
_IN_NUMBER = lazy_pattern(r"[lI][\dlIOo]{3}\Z|\d[\dlIOo]*[lIOo][\dlIOo]*\d\Z|1[89]\d[Oo]\Z")
_TO_DIGIT = str.maketrans("lIOo", "1100")
_TO_LETTER = (str.maketrans("1035689", "loesbBg"), str.maketrans("10", "io"), str.maketrans("10", "tO"))
_ENDING = lazy_pattern(
    r"[01](?:st|nd|rd|th|d|er|re|e|eme|ème|me|te|ten|ter|tes|o|a|mo|to|vo|bre|ber|is|ly|ff|f|ft|in)\Z"
)
_SHORTEST = 5
"""Characters from which a word that stands nowhere else is no code."""
_VOWELS = frozenset("aeiouyäöüáàâéèêíîóôúûæœ")
_CODE = frozenset("./\\_#@&=:%+~^{}<>|$")
_FIRST_YEAR, _LAST_YEAR = 1000, 2099


def check(document: Document, options: NoOptions) -> Iterator[Draft]:
    readings = {token: (reading, sure) for token, reading, sure in _readings(document.words)}
    finder = Finder(document.text, readings)
    for token, (reading, sure) in readings.items():
        for at in finder.places(token):
            if not _elsewhere(document, at):
                listed = None if sure else _listed(document, reading)
                trust: Trust = "unsafe" if sure or listed else "suggestion"
                yield Draft(
                    ("digit" if sure else "likely") if reading.isalpha() else "letter",
                    at,
                    {"token": token, "reading": reading},
                    evidence=(f"the language’s word list has “{reading}”",) if listed else (),
                    fixes=(document.fix(f"write “{reading}”", at, reading, trust),),
                    severity=None if sure else "warning",
                    confidence=0.95 if sure or listed else 0.85 if listed is None else 0.7,
                )


def _listed(document: Document, reading: str) -> bool | None:
    """Whether a word list has the reading; None where none is to be asked."""
    return known(reading.lower(), language_of(document)) if document.edition.dictionaries else None


def _readings(census: WordCensus) -> Iterator[tuple[str, str, bool]]:
    """Words of letters and digits with what is meant by them, and whether that is sure."""
    for token in census.mixed:
        if not token.isdigit() and "-" not in token:
            reading = _number(token) or _word(token, census.counts)
            if reading:
                yield token, reading, True
            elif _UNWITNESSED.match(token) and len(token) >= _SHORTEST:
                yield token, _guess(token), False


def _guess(token: str) -> str:
    """The likeliest letters: `i` between two consonants, else `l`."""
    at = max(token.find("1"), 0)
    between = token[at] == "1" and not _VOWELS & {token[at - 1].lower(), token[at + 1].lower()}
    return token.replace("1", "i" if between else "l").translate(_TO_LETTER[0])


def _number(token: str) -> str | None:
    """The number that is meant by a token with a letter for a digit; None where it is no such token."""
    if not _IN_NUMBER.match(token):
        return None
    digits = token.translate(_TO_DIGIT)
    year = len(digits) == 4 and _FIRST_YEAR <= int(digits) <= _LAST_YEAR
    if sum(character.isdigit() for character in token) * 2 < len(token) or not (year or token[0].isdigit()):
        return None
    return digits


def _word(token: str, counts: Counter[str]) -> str | None:
    """The word of this document, or of every document, that is meant by a token with a digit for a letter."""
    if _ENDING.match(token) or token.isupper() or not (_IN_WORD.match(token) or _WITNESSED.match(token)):
        return None
    stem = token.rstrip("1")
    if stem != token and (_is_word(stem, counts) or len(stem) < 2):
        return None
    for table in _TO_LETTER:
        reading = token.translate(table)
        if reading.isalpha() and _is_word(reading, counts):
            return reading
    return None


def _is_word(word: str, counts: Counter[str]) -> bool:
    small = word.lower()
    return small in _COMMON or (len(word) > 2 and (word in counts or small in counts))


def _elsewhere(document: Document, at: Extent) -> bool:
    """Whether the token belongs to a code, an address, a file name, boilerplate or a date."""
    before, after = document.text[at.start - 1 : at.start], document.text[at.end : at.end + 2]
    if (before and before in _CODE) or (after[:1] in _CODE and after[1:].isalnum()):
        return True
    if document.in_zone(at, "boilerplate", "navigation", "code"):
        return True
    return any(
        date.extent.start <= at.start < date.extent.end for date in document.dates if date.verdict != "valid"
    )


rule = Rule(
    id="words/digit-in-word",
    severity="error",
    doc=__doc__,
    messages={
        "digit": "“{token}” has a digit for a letter: “{reading}”",
        "likely": "“{token}” has a digit for a letter: perhaps “{reading}”",
        "letter": "“{token}” has a letter for a digit: {reading}",
    },
    check=check,
    fix="unsafe",
    bad=(
        Bad("He went «w1th» his brother.", fixed="He went with his brother."),
        Bad("The harbour is old. The «harb0ur» is deep.", fixed="The harbour is old. The harbour is deep."),
        Bad("In the winter of «l918» they starved.", fixed="In the winter of 1918 they starved."),
        Bad("Some «1O5» barrels were left.", fixed="Some 105 barrels were left."),
        Bad("They «sha11» not pass.", fixed="They shall not pass."),
        Bad("The mist was thin. A «mi5t» rose.", fixed="The mist was thin. A mist rose."),
        Bad(
            "It did not «p1ease» the «c0mmander» of the «v1llage».",
            fixed="It did not please the commander of the village.",
        ),
    ),
    good=(
        Good("The 1st and 2nd of May, the 3d company, bound in 8vo and 12mo.", because="ordinals and formats"),
        Good("H2O, A1 and B2, the 1920s, p.159, no.135, 5km, 7bre.", because="formulas, codes, decades, units"),
        Good(
            "They beat their swords1 and the spears11 were lost. swords spears",
            because="note numbers glued to words",
        ),
        Good("See files/l918.txt and http://ports.example/w1th/x.", because="addresses and file names"),
        Good("He owed 100l. 10s. and 5l. more.", because="pounds and shillings"),
        Good(
            "The 3rds and 5ths, 5words of 8words, a b2b fair, h264a, the x1y.",
            because="no such words stand in the text",
        ),
        Good("The word1 of the spears.", because="a note's number"),
        Good("The year MDCCl is not 1800.", because="a Roman number has no digit"),
    ),
)
