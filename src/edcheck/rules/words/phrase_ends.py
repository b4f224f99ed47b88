"""Words that end one part of a sentence and begin the next: a doubling that the sentence may need."""

from edcheck.patterns import lazy_pattern
from edcheck.recognise.vocabulary.places import word_after, word_before
from edcheck.text import Extent

_GRAMMAR = """
    a an the of at by for from in into to with upon and but or nor if than because although as is are was were be
    been has have will would shall should can could may might must
    les des une dans pour avec vom zum zur mit el los del
"""
FUNCTION_WORDS = frozenset(_GRAMMAR.split())
"""Articles, prepositions, conjunctions and auxiliaries."""
OBJECTS = frozenset(("it", "this", "which", "them", "us"))
"""Words that are the object of one clause and the subject of the next."""
_MEETING = frozenset(("in", "on", "at", "by", "for", "up", "over", "about", "through", "like"))
"""Words that may end one phrase and begin the next: `not troubled at at all`."""
_DETERMINERS = frozenset(("that", "this", "these", "those", "his", "her", "its", "their", "my", "your", "our"))
_VERBS = frozenset(("is", "was", "are", "were"))
"""Verbs that may end a clause which is the subject of the same verb: `how true that is is not known`."""
_CLAUSE = lazy_pattern(r"\b(?i:what|how|who|where|when|why|which|whether|that|than|as|whatever|whoever)\b")
_AUXILIARIES = """
    is was are were be may might can could will would shall should must has had have did does do seems seemed
"""
_FINITE = frozenset(_AUXILIARIES.split())
"""Verbs before which `it` begins a clause, as in `If we get it it may do`."""
_SENTENCE = 160
"""Code points before a word in which its sentence is looked at."""
_INITIAL = lazy_pattern(r"\b\w\.\s$")
_INITIAL_LENGTH = 4


def may_be_meant(text: str, place: Extent, word: str) -> bool:
    """Whether a sentence may need the word twice at `place`, or a person has the name twice.

    Where a line ends between the two, whoever typed it set the word again: that is never meant.
    """
    doubled = text[place.start : place.end]
    if "\n" in doubled or len(doubled.split()) > 2:
        return False
    before = word_before(text, place.start).lower()
    if word in _MEETING:
        return before not in FUNCTION_WORDS and before not in _DETERMINERS
    if word in OBJECTS:
        return word_after(text, place.end) in _FINITE
    if word in _VERBS:
        return _CLAUSE.search(text, max(place.start - _SENTENCE, 0), place.start) is not None
    initial = max(place.start - _INITIAL_LENGTH, 0)
    return word[0].isupper() and _INITIAL.search(text, initial, place.start) is not None
