"""The rules of the family `pairs`, listed explicitly."""

from edcheck.rule import Rule

RULES: tuple[Rule, ...] = ()
