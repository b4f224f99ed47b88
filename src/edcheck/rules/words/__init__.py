"""The rules of the family `words`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.words import repeated_word

RULES: tuple[Rule, ...] = (repeated_word.rule,)
