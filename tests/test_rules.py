"""Laws that hold for every rule, and every rule's examples."""

import dataclasses
import importlib
import pkgutil
import re

import pytest

import edcheck.rules
from edcheck.rule import Bad, Good, Rule
from edcheck.rules import BUILT_IN
from edcheck.testing import check_rule


def rule_modules() -> list[str]:
    names = []
    for family in pkgutil.iter_modules(edcheck.rules.__path__):
        package = importlib.import_module(f"edcheck.rules.{family.name}")
        names += [f"{package.__name__}.{module.name}" for module in pkgutil.iter_modules(package.__path__)]
    return [name for name in names if hasattr(importlib.import_module(name), "rule")]


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.id)
def test_examples_hold(rule: Rule) -> None:
    failures = list(check_rule(rule))
    assert not failures, "\n".join(f"{failure.example!r}\n  {failure.message}" for failure in failures)


def test_every_rule_file_is_registered_under_its_own_name() -> None:
    by_file = {
        "/".join(name.split(".")[-2:]).replace("_", "-"): importlib.import_module(name).rule
        for name in rule_modules()
    }
    assert {rule.id for rule in BUILT_IN} == set(by_file)
    assert all(rule.id == name for name, rule in by_file.items())


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.id)
def test_every_option_is_explained(rule: Rule) -> None:
    for field in dataclasses.fields(rule.options):
        assert f"`{field.name.replace('_', '-')}`: " in (rule.options.__doc__ or "")


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.id)
def test_rule_is_documented_and_has_examples(rule: Rule) -> None:
    assert rule.bad, "a rule without a bad example cannot be trusted to find anything"
    assert rule.good, "a rule without a good example cannot be trusted to be silent"
    assert any(good.because for good in rule.good), "name at least one trap"
    assert rule.summary.endswith("."), "the first line is a sentence"
    assert rule.explanation, "say what, why and how to repair"
    assert re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", rule.id)


@pytest.mark.parametrize("rule", BUILT_IN, ids=lambda rule: rule.id)
def test_examples_are_distinct(rule: Rule) -> None:
    examples: tuple[Bad | Good, ...] = (*rule.bad, *rule.good)
    texts = [repr((example.text, example.edition, example.options)) for example in examples]
    assert len(texts) == len(set(texts))
