"""The rules of the family `edition`, listed explicitly."""

from edcheck.rule import Rule

RULES: tuple[Rule, ...] = ()
