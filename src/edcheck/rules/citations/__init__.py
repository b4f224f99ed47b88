"""The rules of the family `citations`, listed explicitly."""

from edcheck.rule import Rule
from edcheck.rules.citations import inconsistent_citation, issue_number_mismatch, misspelt_source

RULES: tuple[Rule, ...] = (inconsistent_citation.rule, issue_number_mismatch.rule, misspelt_source.rule)
