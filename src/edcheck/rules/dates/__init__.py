"""The rules of the family `dates`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.dates import (
    ambiguous_date,
    attribute_mismatch,
    calendar_pair_mismatch,
    implausible_date,
    impossible_date,
    invalid_attribute,
    malformed_date,
    mixed_date_forms,
    out_of_order_dateline,
    print_before_writing,
    reversed_range,
    weekday_mismatch,
)

RULES: tuple[Rule, ...] = (
    ambiguous_date.rule,
    attribute_mismatch.rule,
    calendar_pair_mismatch.rule,
    implausible_date.rule,
    impossible_date.rule,
    invalid_attribute.rule,
    malformed_date.rule,
    mixed_date_forms.rule,
    out_of_order_dateline.rule,
    print_before_writing.rule,
    reversed_range.rule,
    weekday_mismatch.rule,
)
