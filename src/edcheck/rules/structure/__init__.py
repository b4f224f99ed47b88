"""The rules of the family `structure`, listed explicitly."""

from edcheck.rule import Rule

RULES: tuple[Rule, ...] = ()
