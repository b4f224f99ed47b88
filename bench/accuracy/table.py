"""The tables of docs/accuracy.md."""

from collections.abc import Iterable, Iterator, Sequence

from bench.accuracy.planters import CLASSES
from bench.accuracy.trials import Outcome

_TRUSTS = ("safe", "unsafe", "suggestion")
_COLUMNS = "| planted | found | false | findings | restored | suggested |\n" + "| --- " + "| ---: " * 6 + "|"
_DESCRIPTION = """# How accurate edcheck is

Made by `make accuracy`, seed {seed}: one fault at a time is planted at random in a well-formed text, the text is
checked, and what is found is compared with what was found before. The texts are those of `corpus/`, pages that are
generated, and{samples}; {editions} editions in all: {kinds}. A fault is planted only where a reader of the page
could notice it, and away from whatever is found in the text already.

- **found**: a new finding, or a place that it names as its witness, touches the fault or its partner.
- **false**: new errors and warnings elsewhere, for each hundred faults.
- **findings**: new findings that an editor reads for each fault that was found. One is right.
- **restored**: of the fixes that a machine may apply (safe and unsafe), how many give back exactly what was there.
- **suggested**: where editors are only shown suggestions, how often one of them is exactly what was there.

Faults after which nothing says what was there (a lost note) count for neither.
"""


def document(outcomes: Sequence[Outcome], seed: int, editions: int, samples: bool) -> str:
    """The whole of docs/accuracy.md."""
    kinds = sorted({outcome.kind for outcome in outcomes})
    parts = [
        _DESCRIPTION.format(
            seed=seed,
            editions=editions,
            kinds=", ".join(kinds[:-1]) + f" and {kinds[-1]}",
            samples=" the sample texts" if samples else " nothing else, for the sample texts are not there",
        ),
        "\n".join(by_class(outcomes)),
        "## By format\n",
        "\n".join(by_kind(outcomes)),
        "## By trust of the fix\n",
        "\n".join(by_trust(outcomes)),
    ]
    return "\n".join(parts) + "\n"


def by_class(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A row for each class of fault, and one for all."""
    yield f"| fault {_COLUMNS}"
    for fault in CLASSES:
        rows = [outcome for outcome in outcomes if outcome.fault == fault]
        if rows:
            yield _row(fault, rows)
    yield _row("**all**", outcomes)
    yield ""


def by_kind(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A row for each format."""
    yield f"| format {_COLUMNS}"
    for kind in sorted({outcome.kind for outcome in outcomes}):
        yield _row(kind, [outcome for outcome in outcomes if outcome.kind == kind])
    yield ""


def by_trust(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """A row for each trust that a fix may have."""
    yield "| fix | offered first | restores | one offered does |\n| --- | ---: | ---: | ---: |"
    for trust in _TRUSTS:
        rows = [one for one in outcomes if one.trust == trust and one.restored is not None]
        if rows:
            yield (
                f"| {trust} | {len(rows)} | {share(one.restored for one in rows)} "
                f"| {share(one.restorable for one in rows)} |"
            )


def _row(name: str, rows: Sequence[Outcome]) -> str:
    found = [outcome for outcome in rows if outcome.found]
    alarms = sum(len(outcome.alarms) for outcome in rows)
    told = sum(outcome.told for outcome in found)
    fixed = [outcome for outcome in found if outcome.restored is not None]
    restored = share(one.restored for one in fixed if one.trust != "suggestion")
    suggested = share(one.restorable for one in fixed if one.trust == "suggestion")
    each = f"{told / len(found):.2f}" if found else "–"
    recall = share(outcome.found for outcome in rows)
    return (
        f"| {name} | {len(rows)} | {recall} | {100 * alarms / len(rows):.1f} | {each} | {restored} | {suggested} |"
    )


def share(values: Iterable[object]) -> str:
    """How many of them hold, in per cent."""
    counted = [bool(value) for value in values]
    return f"{100 * sum(counted) / len(counted):.1f} %" if counted else "–"
