"""The rules of the family `residue`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.residue import line_end_hyphen, navigation_residue, tag_in_text

RULES: tuple[Rule, ...] = (
    line_end_hyphen.rule,
    navigation_residue.rule,
    tag_in_text.rule,
)
