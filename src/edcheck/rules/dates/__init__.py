"""The rules of the family `dates`, listed explicitly."""

from edcheck.rule import Rule

RULES: tuple[Rule, ...] = ()
