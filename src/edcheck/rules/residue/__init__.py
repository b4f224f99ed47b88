"""The rules of the family `residue`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.residue import (
    illustration_marker,
    line_end_hyphen,
    navigation_residue,
    page_number_residue,
    running_head_residue,
    tag_in_text,
    transcriber_remark,
    unresolved_query,
)

RULES: tuple[Rule, ...] = (
    illustration_marker.rule,
    line_end_hyphen.rule,
    navigation_residue.rule,
    page_number_residue.rule,
    running_head_residue.rule,
    tag_in_text.rule,
    transcriber_remark.rule,
    unresolved_query.rule,
)
