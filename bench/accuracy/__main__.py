"""`python -m bench.accuracy`: plant faults, count what is found, write docs/accuracy.md."""

import argparse
from pathlib import Path

from bench.accuracy.planters import CLASSES
from bench.accuracy.runs import run
from bench.accuracy.table import by_class, document
from bench.accuracy.texts import ROOT, SAMPLES, Case, cases
from bench.accuracy.trials import Outcome

_EACH, _QUICK = 20, 1
"""Faults of a class in the texts of a format: as a rule, and in the short form."""
_TARGET = ROOT / "docs" / "accuracy.md"


def main() -> None:
    """Run as the arguments say, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the short form: few faults, nothing is written")
    parser.add_argument("--only", metavar="CLASS", action="append", help="only this class; repeatable")
    parser.add_argument("--seed", type=int, default=1848)
    parser.add_argument("--each", type=int, metavar="N", help="faults of a class in each format")
    parser.add_argument("--texts", type=Path, metavar="DIR", action="append", default=[], help="further texts")
    parser.add_argument("--jobs", type=int, metavar="N", help="processes")
    parser.add_argument("--misses", type=Path, metavar="DIR", help="write what was missed there, a file a class")
    given = parser.parse_args()
    for name in given.only or ():
        if name not in CLASSES:
            parser.error(f"there is no class “{name}”; classes are {', '.join(CLASSES)}")
    editions = short(cases()) if given.quick else cases(given.texts)
    each = given.each or (_QUICK if given.quick else _EACH)
    outcomes = run(editions, given.only or CLASSES, each, given.seed, given.jobs)
    for line in by_class(outcomes):
        print(line)
    if given.misses:
        write_misses(outcomes, given.misses)
    if not (given.quick or given.only or given.texts or given.each):
        _TARGET.write_text(document(outcomes, given.seed, len(editions), SAMPLES.exists()), encoding="utf-8")


def short(editions: list[Case]) -> list[Case]:
    """Our letters and one generated edition of each format: enough to see that all is well."""
    return [case for case in editions if case.name.startswith(("letters", "generated 1", "corpus council"))]


def write_misses(outcomes: list[Outcome], folder: Path) -> None:
    """Write down what went wrong: missed, falsely told, told several times, not restored."""
    folder.mkdir(parents=True, exist_ok=True)
    for fault in CLASSES:
        lines = [line for outcome in outcomes if outcome.fault == fault for line in _trouble(outcome)]
        (folder / f"{fault.replace(' ', '-')}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _trouble(outcome: Outcome) -> list[str]:
    what = [
        *(["missed"] if not outcome.found else []),
        *(["false"] if outcome.alarms else []),
        *(["several"] if outcome.found and outcome.told > 1 else []),
        *(["not restored"] if outcome.restored is False else []),
    ]
    if not what:
        return []
    new = [
        f"    {'*' if said.explains else '-'} {said.place} {said.severity} {said.rule}: {said.message}"
        for said in outcome.new
    ]
    return [f"{', '.join(what)}: {outcome.kind} {outcome.text} [{outcome.seed}]", f"    {outcome.change}", *new]


if __name__ == "__main__":
    main()
