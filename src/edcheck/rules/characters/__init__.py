"""The rules of the family `characters`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.characters import (
    broken_entity,
    control_character,
    double_escaped_entity,
    invisible_character,
    mixed_script_word,
    mojibake,
    not_normalised,
    private_use,
    replacement_character,
    stray_no_break_space,
    unusual_character,
    wrong_encoding,
)

RULES: tuple[Rule, ...] = (
    broken_entity.rule,
    control_character.rule,
    double_escaped_entity.rule,
    invisible_character.rule,
    mixed_script_word.rule,
    mojibake.rule,
    not_normalised.rule,
    private_use.rule,
    replacement_character.rule,
    stray_no_break_space.rule,
    unusual_character.rule,
    wrong_encoding.rule,
)
