"""The rules of the family `characters`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.characters import (
    broken_entity,
    double_escaped_entity,
    mojibake,
    replacement_character,
    stray_no_break_space,
    wrong_encoding,
)

RULES: tuple[Rule, ...] = (
    broken_entity.rule,
    double_escaped_entity.rule,
    mojibake.rule,
    replacement_character.rule,
    stray_no_break_space.rule,
    wrong_encoding.rule,
)
