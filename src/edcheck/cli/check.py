"""`edcheck check`: the one command that editors and CI services live with."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace

import click

from edcheck.cli import CLEAN, FAILED, FINDINGS
from edcheck.cli.configuration import settings_for, settings_options
from edcheck.cli.input import manner, standard_input
from edcheck.cli.orders import Order, parse_orders
from edcheck.cli.output import complain, say, write_report
from edcheck.cli.profile import new_profile, say_profile
from edcheck.errors import ConfigError, WriteError
from edcheck.model import SEVERITIES, Report
from edcheck.records import dataclass
from edcheck.reports import REPORTERS, render_terminal
from edcheck.rules import BUILT_IN
from edcheck.ruleset import RuleSet
from edcheck.runner import Consult, run
from edcheck.settings import FailOn, Settings, find, load


@dataclass(frozen=True, slots=True)
class Style:
    """How the terminal report looks."""

    concise: bool = False
    statistics: bool = False


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "-r",
    "--report",
    "reports",
    metavar="FORMAT[=FILE]",
    multiple=True,
    help=f"Write a report; repeatable. Formats: {', '.join(REPORTERS)}. Without FILE, to the terminal.",
)
@click.option("--select", metavar="R", multiple=True, help="Run only this rule or family; repeatable.")
@click.option("--ignore", metavar="R", multiple=True, help="Do not run this rule or family; repeatable.")
@click.option(
    "--fail-on",
    type=click.Choice([*SEVERITIES, "never"]),
    help="Lowest severity that makes the exit status 1 (default: error).",
)
@click.option("--preview", is_flag=True, help="Run rules in preview as well.")
@click.option("--concise", is_flag=True, help="One line for each finding.")
@click.option("--statistics", is_flag=True, help="Add summaries by rule and by document, and what was read.")
@click.option(
    "--explain-finding",
    metavar="N",
    help="Explain one finding: its number in the report, or how its fingerprint begins.",
)
@click.option("--profile", is_flag=True, help="Say where the time went; all is done in one process.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes (default: as many as pay).")
@click.option("--encoding", metavar="NAME", help="Read all files in this encoding, whatever they declare.")
@click.option("--format-in", metavar="NAME", help="Read all files in this format, whatever their names say.")
@click.option("--stdin-filename", metavar="PATH", help="The name of the text on standard input (PATHS is -).")
@click.option(
    "--with",
    "companions",
    metavar="NAME",
    multiple=True,
    help="Run epubcheck, vnu or jing as well and add what it says; repeatable. It must be installed.",
)
@settings_options
def command(
    paths: tuple[str, ...],
    reports: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: FailOn | None,
    preview: bool,
    concise: bool,
    statistics: bool,
    explain_finding: str | None,
    profile: bool,
    jobs: int | None,
    encoding: str | None,
    companions: tuple[str, ...],
    format_in: str | None,
    stdin_filename: str | None,
    config: str | None,
    no_config: bool,
) -> int:
    """Check files and folders of texts, and report what is wrong with them.

    Without PATHS, the documents that the settings name are checked, or the working directory. A folder with
    an edcheck.toml of its own is checked as an edition of its own. PATHS may be - for one text on standard
    input; --stdin-filename says what file it is, for its format, its settings and its name in the report.
    """
    orders = parse_orders(reports)
    encoding, format_in = manner(encoding, format_in)
    given = standard_input(paths, stdin_filename)
    paths = () if given else paths
    settings = settings_for([given.name] if given else paths, config, no_config)
    settings = narrowed(settings, select, ignore, fail_on, preview)
    consulted = invited(companions)

    def above(folder: str) -> Settings | None:
        file = find(folder)
        return narrowed(load(file), select, ignore, fail_on, preview) if file else None

    watched = new_profile() if profile else None
    report = run(
        paths,
        settings,
        jobs=jobs,
        encoding=encoding,
        format=format_in,
        given=given,
        keep_documents=explain_finding is not None or any(order.format == "html" for order in orders),
        count=statistics,
        profile=watched,
        settings_above=None if config or no_config else above,
        companions=consulted,
    )
    if explain_finding is not None:
        complain_of_problems(report)
        # Imported here: few runs ask for one finding.
        from edcheck.cli.finding import explained

        say(explained(report, explain_finding, _terminal_width()))
        return CLEAN
    inputs = [given.name] if given else paths
    delivered = watched.watch("reports", deliver) if watched else deliver
    written = delivered(report, orders, inputs, settings, Style(concise, statistics))
    if watched:
        say_profile(watched)
    return status_of(report, settings.fail_on) if written else FAILED


def invited(names: Sequence[str]) -> list[Consult]:
    """The companions of these names, ready to run; raises click.UsageError for one that is not there."""
    if not names:
        return []
    # Imported here: a run without companions has no use for them.
    from edcheck.runner.companions import invite

    try:
        return [companion.check for companion in invite(names)]
    except ConfigError as error:
        raise click.BadParameter(str(error), param_hint="--with") from None


def narrowed(
    settings: Settings, select: Sequence[str], ignore: Sequence[str], fail_on: FailOn | None, preview: bool
) -> Settings:
    """Settings with what the command line says: `--select` and `--fail-on` replace, the others add."""
    for option, names in (("--select", select), ("--ignore", ignore)):
        for name in names:
            try:
                RuleSet(BUILT_IN).matching(name)
            except ConfigError as error:
                raise click.BadParameter(str(error), param_hint=option) from None
    return replace(
        settings,
        select=tuple(select) or settings.select,
        ignore=(*settings.ignore, *ignore),
        fail_on=fail_on or settings.fail_on,
        preview=preview or settings.preview,
    )


def deliver(
    report: Report, orders: Iterable[Order], paths: Sequence[str], settings: Settings, style: Style
) -> bool:
    """Write all reports; say whether every one was written."""
    written = True
    orders = list(orders)
    inputs = input_files(paths, settings) if any(order.file for order in orders) else []
    for order in orders:
        try:
            text = rendered(report, order, style)
            if order.file:
                write_report(order.file, text, inputs)
            else:
                say(text, None if order.format == "terminal" else "utf-8")
        except WriteError as error:
            complain(str(error))
            written = False
    if not any(order.format == "terminal" and not order.file for order in orders):
        complain_of_problems(report)
    return written


def complain_of_problems(report: Report) -> None:
    """Say on standard error what could not be checked, where no report on the terminal does."""
    for problem in report.all_problems():
        if problem.level == "error":
            complain(f"{problem.path}: {problem.message}" if problem.path else problem.message)


def input_files(paths: Sequence[str], settings: Settings) -> list[str]:
    """The files that no report may overwrite: the texts and the settings."""
    from edcheck.runner.discovery import discover

    files = [target.path for target in discover(paths, settings).targets]
    return [*files, settings.origin.path] if settings.origin else files


def rendered(report: Report, order: Order, style: Style) -> str:
    """The report in one format; on a terminal as wide as it is, in colour where it shows colours."""
    if order.format != "terminal":
        return REPORTERS[order.format](report)
    on_terminal = not order.file and sys.stdout is not None and sys.stdout.isatty()
    return render_terminal(
        report,
        concise=style.concise,
        statistics=style.statistics,
        colour=on_terminal and not os.environ.get("NO_COLOR"),
        width=_terminal_width() if on_terminal else 100,
    )


def _terminal_width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 100
    except (OSError, ValueError):
        return 100


def status_of(report: Report, fail_on: FailOn) -> int:
    """The exit status that a report calls for."""
    if any(problem.level == "error" for problem in report.all_problems()):
        return FAILED
    if fail_on == "never":
        return CLEAN
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    counts = report.counts()
    return FINDINGS if any(counts[severity] for severity in failing) else CLEAN
