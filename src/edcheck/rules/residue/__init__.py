"""The rules of the family `residue`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.residue import navigation_residue

RULES: tuple[Rule, ...] = (navigation_residue.rule,)
