"""All built-in rules, listed explicitly by family."""

from edcheck.rule import Rule
from edcheck.rules import characters, citations, dates, edition, notes, pairs, residue, structure, words

BUILT_IN: tuple[Rule, ...] = tuple(
    sorted(
        (
            *characters.RULES,
            *citations.RULES,
            *dates.RULES,
            *edition.RULES,
            *notes.RULES,
            *pairs.RULES,
            *residue.RULES,
            *structure.RULES,
            *words.RULES,
        ),
        key=lambda rule: rule.id,
    )
)

__all__ = ["BUILT_IN"]
