"""`python -m bench.readings`: what is found in the sample texts, and what those who read it said of it.

One line in `tests/readings/` for each finding that was read: its rule, file, fingerprint and severity, a verdict
and a reason, and no word of the text. Printed are findings that nobody has read, verdicts on what is found no
more, and how many of those read are true. `--accept true FINGERPRINT… --why …` adds lines. `--carry` brings the
readings up to date with rules whose messages changed, so far as the verdicts leave no choice. Both write
`docs/readings.md`, the table for those who want to know how often edcheck is right.
"""

import argparse
import contextlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

from edcheck.model import Finding, Report
from edcheck.records import dataclass
from edcheck.reports.terminal import render_one
from edcheck.runner import run

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT.parent / "shared" / "samples"
READINGS = ROOT / "tests" / "readings"
TABLE = ROOT / "docs" / "readings.md"
VERDICTS = ("true", "false", "doubtful")
PROMISED = {"error": 0.98, "warning": 0.8}
"""What share of the findings of a severity must be true."""
_HEAD = """\
# What is found in real texts

Made by `python -m bench.readings --carry`. Every error and every warning that edcheck reports without settings
in the sample texts (books, diaries, letters and lessons by others, in HTML, plain text, TEI,
Markdown and EPUB) was read in its passage. Rules were mended where these texts proved them wrong: texts that
nobody has looked at yet will have some more false findings.

- **true**: nothing but a slip of the transcription, the markup or the print explains it.
- **doubtful**: something is wrong, but the writer may have written so. It counts against the promise.
- **false**: the text is right.

"""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was said of one finding; `why` quotes nothing of the text."""

    rule: str
    file: str
    fingerprint: str
    severity: str
    verdict: str
    why: str


def read() -> dict[str, Reading]:
    """All readings by the finding's fingerprint."""
    lines = [line for file in sorted(READINGS.glob("*.jsonl")) for line in file.read_text("utf-8").split("\n")]
    readings = [Reading(**json.loads(line)) for line in lines if line]
    return {reading.fingerprint: reading for reading in readings}


def write(readings: Iterable[Reading]) -> None:
    """Write all readings, a file for each family of rules."""
    families: dict[str, list[Reading]] = {}
    for reading in readings:
        families.setdefault(reading.rule.partition("/")[0], []).append(reading)
    READINGS.mkdir(exist_ok=True)
    for file in READINGS.glob("*.jsonl"):
        if file.stem not in families:
            file.unlink()
    for family, ones in families.items():
        ones.sort(key=lambda one: (one.rule, one.file, one.fingerprint))
        lines = [
            json.dumps({name: getattr(one, name) for name in Reading.__slots__}, ensure_ascii=False)
            for one in ones
        ]
        (READINGS / f"{family}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def report() -> Report:
    """Check the samples, each collection as an edition of its own.

    They are named from their own folder, for names are part of fingerprints.
    """
    whole = Report()
    with contextlib.chdir(SAMPLES):
        for collection in sorted(Path().glob("*/*")):
            found = run([collection.as_posix()])
            whole.entries += found.entries
            whole.edition_findings += found.edition_findings
            whole.rules = found.rules
    return whole


def precision(readings: Iterable[Reading]) -> dict[str, float]:
    """The share of true findings by severity; what is doubtful does not keep the promise."""
    by_severity: dict[str, list[bool]] = {}
    for reading in readings:
        by_severity.setdefault(reading.severity, []).append(reading.verdict == "true")
    return {severity: sum(values) / len(values) for severity, values in by_severity.items()}


def carry(findings: Iterable[Finding], readings: Mapping[str, Reading]) -> list[Reading]:
    """The readings of what is found now.

    A finding whose fingerprint is new gets the verdict of those of its rule, file and severity that have vanished,
    if these agree and are as many. Severities are those of now; readings of what is found no more are left out.
    """
    there = {finding.fingerprint: finding for finding in findings}
    vanished: dict[tuple[str, str, str], list[Reading]] = {}
    for reading in readings.values():
        if reading.fingerprint not in there:
            vanished.setdefault((reading.rule, reading.file, reading.severity), []).append(reading)
    new = [finding for finding in there.values() if finding.fingerprint not in readings]
    fresh = Counter((finding.rule, finding.location.path, finding.severity) for finding in new)
    carried = [
        replace(readings[print_], severity=one.severity) for print_, one in there.items() if print_ in readings
    ]
    for one in new:
        key = (one.rule, one.location.path, one.severity)
        before = vanished.get(key, [])
        if len(before) == fresh[key] and len({(old.verdict, old.why) for old in before}) == 1:
            carried.append(replace(before[0], fingerprint=one.fingerprint))
    return carried


def table(readings: Iterable[Reading]) -> Iterator[str]:
    """How many of each rule's findings were read, and what was said of them."""
    counted = Counter((one.severity, one.rule, one.verdict) for one in readings)
    yield "| severity | rule | true | doubtful | false |\n| --- | --- | ---: | ---: | ---: |"
    for severity, rule in sorted({key[:2] for key in counted}):
        numbers = [str(counted[severity, rule, verdict]) for verdict in ("true", "doubtful", "false")]
        yield f"| {severity} | {rule} | {' | '.join(numbers)} |"


def document(readings: Iterable[Reading]) -> str:
    """The page of documentation: the promise of each severity, what is kept of it, and the table by rule."""
    promised = [one for one in readings if one.severity in PROMISED]
    counted = Counter(one.severity for one in promised)
    kept = "".join(
        f"- Of {counted[severity]} {severity}s {100 * share:.1f} % are true;"
        f" promised are {100 * PROMISED[severity]:.0f} %.\n"
        for severity, share in sorted(precision(promised).items())
    )
    return f"{_HEAD}{kept}\n{chr(10).join(table(promised))}\n"


def accept(findings: Iterable[Finding], verdict: str, wanted: list[str], why: str) -> int:
    """Add a verdict on the findings whose fingerprints begin so; give how many these are."""
    readings = read()
    chosen = [finding for finding in findings if finding.fingerprint.startswith(tuple(wanted))]
    for one in chosen:
        readings[one.fingerprint] = Reading(
            one.rule, one.location.path, one.fingerprint, one.severity, verdict, why
        )
    write(readings.values())
    return len(chosen)


def main() -> None:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser(prog="python -m bench.readings", description=__doc__)
    parser.add_argument("--accept", choices=VERDICTS, help="say this of the findings that are named")
    parser.add_argument("--why", default="", help="a reason, without a word of the text")
    parser.add_argument("--severity", choices=("error", "warning", "information"), help="show only these")
    parser.add_argument("--rule", help="show only this rule's")
    parser.add_argument("--some", type=int, metavar="N", help="show N of the unread at random")
    parser.add_argument("--carry", action="store_true", help="bring the readings up to date with the rules")
    parser.add_argument("fingerprints", nargs="*", help="how the fingerprints begin")
    given = parser.parse_args()
    if not SAMPLES.exists():
        sys.exit("the sample texts are not there")
    found = report()
    findings = list(found.findings())
    if given.accept:
        if not given.why:
            parser.error("say --why")
        accepted = accept(findings, given.accept, given.fingerprints, given.why)
        TABLE.write_text(document(read().values()), encoding="utf-8")
        print(f"{accepted} findings accepted as {given.accept}")
        return
    if given.carry:
        write(carry(findings, read()))
        TABLE.write_text(document(read().values()), encoding="utf-8")
    show(found, findings, given)


def show(found: Report, findings: list[Finding], given: argparse.Namespace) -> None:
    """Print what is unread, what has vanished, and the table."""
    readings = read()
    unread = [
        one
        for one in findings
        if one.fingerprint not in readings
        and given.severity in (None, one.severity)
        and given.rule in (None, one.rule)
    ]
    if given.some is not None:
        unread = Random(1848).sample(unread, min(given.some, len(unread)))
    for one in unread:
        print(one.fingerprint[:10], render_one(found, one, 160))
    there = {one.fingerprint for one in findings}
    for reading in readings.values():
        if reading.fingerprint not in there:
            print(f"vanished: {reading.severity} {reading.rule} {reading.file} ({reading.verdict}: {reading.why})")
    present = [reading for reading in readings.values() if reading.fingerprint in there]
    for line in table(present):
        print(line)
    for severity, share in sorted(precision(present).items()):
        print(f"{severity}: {100 * share:.1f} % true")


if __name__ == "__main__":
    main()
