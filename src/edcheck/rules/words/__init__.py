"""The rules of the family `words`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.words import near_duplicate_name, repeated_word

RULES: tuple[Rule, ...] = (near_duplicate_name.rule, repeated_word.rule)
