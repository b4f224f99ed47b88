"""`edcheck inspect`: a document as edcheck sees it, the first thing to look at where a finding surprises."""

import json

import click

from edcheck.cli import CLEAN
from edcheck.cli.configuration import settings_for, settings_options
from edcheck.cli.output import say
from edcheck.engine import check, gather, understand
from edcheck.errors import ReadError
from edcheck.reports.visible import ascii_where_hidden
from edcheck.rules import BUILT_IN
from edcheck.runner.discovery import target_of
from edcheck.runner.reading import read


@click.command("inspect")
@click.argument("file", type=click.Path())
@click.option("--findings", is_flag=True, help="Add what the rules say.")
@click.option("--compact", is_flag=True, help="Print one line.")
@click.option("--encoding", metavar="NAME", help="Read the file in this encoding, whatever it declares.")
@settings_options
def command(
    file: str, findings: bool, compact: bool, encoding: str | None, config: str | None, no_config: bool
) -> int:
    """Print FILE as edcheck sees it, as JSON: notes, references, dates …, each with its place.

    `edcheck schema document` describes the form.
    """
    settings = settings_for((file,), config, no_config)
    target = target_of(file, settings)
    try:
        source = read(target.path, target.name, encoding or target.encoding)
    except ReadError as error:
        raise ReadError(f"{target.name}: {error}") from None
    document = understand(source, settings.edition)
    result = check(document, settings.ruleset(BUILT_IN)) if findings else None
    # Imported here: it loads pydantic, and a file that cannot be read should say so at once.
    from edcheck.inspection import describe

    described = describe(document, gather(document), result.findings if result else None)
    text = json.dumps(described.model_dump(), ensure_ascii=False, indent=None if compact else 2)
    say("\n".join(map(ascii_where_hidden, text.split("\n"))) + "\n", "utf-8")
    return CLEAN
