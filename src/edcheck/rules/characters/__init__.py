"""The rules of the family `characters`, listed explicitly."""

from edcheck.rule import Rule

RULES: tuple[Rule, ...] = ()
