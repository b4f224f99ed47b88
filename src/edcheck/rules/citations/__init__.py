"""The rules of the family `citations`, listed explicitly."""

from edcheck.rule import Rule

RULES: tuple[Rule, ...] = ()
