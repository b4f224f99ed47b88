"""The rules of the family `words`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.words import digit_in_word, inconsistent_hyphenation, near_duplicate_name, repeated_word

RULES: tuple[Rule, ...] = (
    digit_in_word.rule,
    inconsistent_hyphenation.rule,
    near_duplicate_name.rule,
    repeated_word.rule,
)
