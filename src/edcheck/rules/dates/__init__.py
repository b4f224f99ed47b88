"""The rules of the family `dates`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.dates import (
    calendar_pair_mismatch,
    implausible_date,
    impossible_date,
    malformed_date,
    reversed_range,
    weekday_mismatch,
)

RULES: tuple[Rule, ...] = (
    calendar_pair_mismatch.rule,
    implausible_date.rule,
    impossible_date.rule,
    malformed_date.rule,
    reversed_range.rule,
    weekday_mismatch.rule,
)
