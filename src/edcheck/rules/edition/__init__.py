"""The rules of the family `edition`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.edition import note_label_reused, note_series_break

RULES: tuple[Rule, ...] = (note_label_reused.rule, note_series_break.rule)
