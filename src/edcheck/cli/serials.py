"""`edcheck serials`: what an edition's citations tell of the newspapers and journals that it cites."""

from collections.abc import Sequence

import click

from edcheck.cli import CLEAN, FAILED
from edcheck.cli.configuration import settings_for, settings_options
from edcheck.cli.init import quoted
from edcheck.cli.output import complain, say
from edcheck.recognise.citations.fitting import Cited, Proposal, propose
from edcheck.runner.discovery import discover
from edcheck.runner.serials import gather_citations
from edcheck.wording import some, times

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHOWN = 10
"""Misfits and shifts of one serial that are listed."""
_DATES_SAY_NOTHING = "# weekdays: too few numbers with dates, or no weekdays explain them"


@click.group("serials")
def command() -> None:
    """Learn what the texts tell of the serials they cite."""


@command.command("fit")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--least",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    metavar="N",
    help="Leave out what is cited less often.",
)
@settings_options
def fit(paths: tuple[str, ...], least: int, config: str | None, no_config: bool) -> int:
    """Propose a registry of serials from the citations in the texts at PATHS.

    Prints TOML for edcheck.toml: the names with the forms under which each is cited, the weekdays on which
    numbers and dates agree, and issues from which others can be counted. Comments say how sure that is, what
    does not fit, and where the count shifts. Read it, mend it, and put it into the settings.
    """
    settings = settings_for(paths, config, no_config)
    found = discover(paths, settings)
    for problem in found.problems:
        complain(f"{problem.path}: {problem.message}")
    gathered = gather_citations(found.targets, settings.edition)
    for sentence in gathered.unread:
        complain(sentence)
    proposals = [one for one in propose(gathered.citations) if one.cited >= least]
    say(compose(proposals, len(gathered.citations), gathered.texts), "utf-8")
    return FAILED if gathered.unread or any(problem.level == "error" for problem in found.problems) else CLEAN


def compose(proposals: Sequence[Proposal], citations: int, texts: int) -> str:
    """The proposals as TOML, with comments for whoever decides on them."""
    head = f"# Proposed from {_counted(citations, 'citation')} in {_counted(texts, 'text')}."
    if not proposals:
        return f"{head}\n# No serial is cited often enough.\n"
    return f"{head} Read it and mend what is wrong.\n" + "".join(map(_serial, proposals))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _serial(proposal: Proposal) -> str:
    lines = [
        "",
        f"# Cited {times(proposal.cited)}, with number and date {times(proposal.numbered)}.",
        "[[edition.serials]]",
        f"name = {quoted(proposal.name)}",
        f"aliases = [{', '.join(map(quoted, proposal.aliases))}]",
        *_weekdays(proposal),
        *_exceptions(proposal),
    ]
    if proposal.anchors:
        lines.append("[edition.serials.issues]")
        issues = {one.number: one for one in reversed(proposal.anchors)}
        lines += [f"{number} = {one.day}  # {one.place}" for number, one in sorted(issues.items(), key=_order)]
    return "\n".join(lines) + "\n"


def _order(entry: tuple[int | None, Cited]) -> tuple[str, int]:
    return str(entry[1].day), entry[0] or 0


def _weekdays(proposal: Proposal) -> list[str]:
    if not proposal.weekdays:
        return [_DATES_SAY_NOTHING]
    fitting = f"{proposal.fitting} of {proposal.numbered} fit"
    line = f"weekdays = {_days(proposal.weekdays)}  # {fitting}"
    if proposal.sure:
        return [f"{line}, no other days so well"]
    if not proposal.rivals:
        return [f"# {line}, but that is little"]
    others = some((_days(rival) for rival in proposal.rivals), 2)
    return [f"# {line}, but other days as well: {others}"]


def _days(days: Sequence[int]) -> str:
    return f"[{', '.join(quoted(_WEEKDAYS[day]) for day in days)}]"


def _exceptions(proposal: Proposal) -> list[str]:
    """What does not fit, as comments: a misprint, or an exception that the settings may name."""
    shifts = [
        f"# between {one.after.day} and {one.before.day} {_shifted(one.by)}" for one in proposal.shifts[:_SHOWN]
    ]
    misfits = [
        f"# does not fit: no. {one.cited.number}, {one.cited.day} ({one.cited.place}): {_residual(one.by)}"
        for one in proposal.misfits[:_SHOWN]
    ]
    left = len(proposal.misfits) - len(misfits)
    extra = [f"exceptions = {{ extra = [{', '.join(map(str, proposal.extra))}] }}"] if proposal.extra else []
    return extra + shifts + misfits + ([f"# … and {left} more"] if left > 0 else [])


def _shifted(by: int) -> str:
    if by > 0:
        return f"the numbers gain {by}: exceptions = {{ extra = [...] }} ?"
    return f"the numbers lose {-by}: exceptions = {{ none = [...] }} ?"


def _residual(by: int) -> str:
    if by == 0:
        return "not a day of issue"
    return f"{abs(by)} too {'high' if by > 0 else 'low'}"
