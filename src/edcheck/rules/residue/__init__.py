"""The rules of the family `residue`, listed explicitly."""

from edcheck.rule import Rule

RULES: tuple[Rule, ...] = ()
