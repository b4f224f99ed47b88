"""A pattern behaves as a compiled expression and is compiled when it is first used."""

import pickle
import re
from typing import Any

import pytest

from edcheck.patterns import lazy_pattern


def test_it_finds_what_a_compiled_expression_finds() -> None:
    ours, theirs = lazy_pattern(r"(?P<a>b+)(c)?", re.IGNORECASE), re.compile(r"(?P<a>b+)(c)?", re.IGNORECASE)
    text = "abBc xbb"
    for name in ("search", "match", "fullmatch", "findall", "split"):
        for arguments in ((text,), (text, 1)):
            if name == "split":
                arguments = (text,)
            found: list[Any] = [getattr(one, name)(*arguments) for one in (ours, theirs)]
            assert str(found[0]) == str(found[1])
    assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]
    assert ours.sub("-", text) == theirs.sub("-", text)
    assert ours.subn("-", text, 1) == theirs.subn("-", text, 1)
    assert (ours.groups, dict(ours.groupindex)) == (2, {"a": 1})
    assert ours.pattern == theirs.pattern
    assert lazy_pattern(rb"b").search(b"abc") is not None


def test_it_is_compiled_once_and_not_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    monkeypatch.setattr(re, "compile", lambda *arguments: compiled.append(arguments) or re._compile(*arguments))  # type: ignore[attr-defined,func-returns-value]
    ours = lazy_pattern("zz+")
    assert compiled == []
    assert ours.search("azzz")
    assert ours.match("zz")
    assert compiled == [("zz+", 0)]


def test_a_mistake_is_said_with_the_first_use() -> None:
    with pytest.raises(re.error):
        lazy_pattern("(").search("x")


def test_it_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(lazy_pattern("a+"))).search("baa")
