"""The rules of the family `edition`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.edition import (
    metadata_mismatch,
    missing_file,
    name_variant_across_files,
    note_label_reused,
    note_series_break,
    reading_order,
    repeated_text_across_files,
)

RULES: tuple[Rule, ...] = (
    metadata_mismatch.rule,
    missing_file.rule,
    name_variant_across_files.rule,
    note_label_reused.rule,
    note_series_break.rule,
    reading_order.rule,
    repeated_text_across_files.rule,
)
