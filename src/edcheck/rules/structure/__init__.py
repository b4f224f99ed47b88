"""The rules of the family `structure`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.structure import (
    broken_cross_link,
    broken_link,
    contents_mismatch,
    duplicate_id,
    empty_heading,
    heading_skip,
    lost_heading,
    malformed_attribute,
    not_well_formed,
    page_number_gap,
    page_number_repeated,
    page_out_of_order,
    repeated_paragraph,
    split_paragraph,
    truncated_text,
    unterminated_tag,
)

RULES: tuple[Rule, ...] = (
    broken_cross_link.rule,
    broken_link.rule,
    contents_mismatch.rule,
    duplicate_id.rule,
    empty_heading.rule,
    heading_skip.rule,
    lost_heading.rule,
    malformed_attribute.rule,
    not_well_formed.rule,
    page_number_gap.rule,
    page_number_repeated.rule,
    page_out_of_order.rule,
    repeated_paragraph.rule,
    split_paragraph.rule,
    truncated_text.rule,
    unterminated_tag.rule,
)
