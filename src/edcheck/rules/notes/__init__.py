"""The rules of the family `notes`, listed explicitly."""

from edcheck.rule import Rule

RULES: tuple[Rule, ...] = ()
