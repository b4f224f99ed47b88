"""The rules of the family `pairs`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.pairs import (
    miscurled_quote,
    mismatched_bracket,
    mixed_quote_styles,
    unclosed_bracket,
    unclosed_emphasis,
    unclosed_quote,
    unopened_bracket,
    unopened_quote,
)

RULES: tuple[Rule, ...] = (
    miscurled_quote.rule,
    mismatched_bracket.rule,
    mixed_quote_styles.rule,
    unclosed_bracket.rule,
    unclosed_emphasis.rule,
    unclosed_quote.rule,
    unopened_bracket.rule,
    unopened_quote.rule,
)
