"""The rules of the family `words`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.words import (
    digit_in_word,
    inconsistent_accents,
    inconsistent_capitals,
    inconsistent_hyphenation,
    missing_space,
    mixed_spelling_systems,
    near_duplicate_name,
    repeated_punctuation,
    repeated_word,
    scanno,
    spacing_before_punctuation,
    trailing_space,
    variant_in_context,
)

RULES: tuple[Rule, ...] = (
    digit_in_word.rule,
    inconsistent_accents.rule,
    inconsistent_capitals.rule,
    inconsistent_hyphenation.rule,
    missing_space.rule,
    mixed_spelling_systems.rule,
    near_duplicate_name.rule,
    repeated_punctuation.rule,
    repeated_word.rule,
    scanno.rule,
    spacing_before_punctuation.rule,
    trailing_space.rule,
    variant_in_context.rule,
)
