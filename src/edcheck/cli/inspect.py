"""`edcheck inspect`: a document as edcheck sees it, the first thing to look at where a finding surprises."""

import json
import os

import click

from edcheck.cli import CLEAN
from edcheck.cli.configuration import settings_for, settings_options
from edcheck.cli.input import manner, standard_input
from edcheck.cli.output import say
from edcheck.containers import Text
from edcheck.engine import check, gather, understand
from edcheck.errors import ReadError
from edcheck.reports.visible import ascii_where_hidden
from edcheck.rules import BUILT_IN
from edcheck.runner.discovery import Target, target_of
from edcheck.runner.reading import open_texts
from edcheck.runner.work import in_language

_SHOWN = 8
"""Names of texts that a complaint lists at most."""


@click.command("inspect")
@click.argument("file", type=click.Path())
@click.option("--findings", is_flag=True, help="Add what the rules say.")
@click.option("--compact", is_flag=True, help="Print one line.")
@click.option("--encoding", metavar="NAME", help="Read the file in this encoding, whatever it declares.")
@click.option("--format-in", metavar="NAME", help="Read the file in this format, whatever its name says.")
@click.option("--stdin-filename", metavar="PATH", help="The name of the text on standard input (FILE is -).")
@settings_options
def command(
    file: str,
    findings: bool,
    compact: bool,
    encoding: str | None,
    format_in: str | None,
    stdin_filename: str | None,
    config: str | None,
    no_config: bool,
) -> int:
    """Print FILE as edcheck sees it, as JSON: notes, references, dates …, each with its place.

    FILE may be - for standard input, and book.epub!text/chapter-4.xhtml for a text inside a book.
    `edcheck schema document` describes the form.
    """
    encoding, format_in = manner(encoding, format_in)
    given = standard_input((file,), stdin_filename)
    path, entry = (given.name, "") if given else split(file)
    settings = settings_for((path,), config, no_config)
    target = target_of(path, settings, given)
    text = text_in(target, entry, encoding or target.encoding, format_in or target.format)
    document = understand(text.source, in_language(settings.edition, target.language), text.format)
    result = check(document, settings.ruleset(BUILT_IN)) if findings else None
    # Imported here: it loads pydantic, and a file that cannot be read should say so at once.
    from edcheck.inspection import describe

    described = describe(document, gather(document), result.findings if result else None)
    shown = json.dumps(described.model_dump(), ensure_ascii=False, indent=None if compact else 2)
    say("\n".join(map(ascii_where_hidden, shown.split("\n"))) + "\n", "utf-8")
    return CLEAN


def split(file: str) -> tuple[str, str]:
    """Part `book.epub!text/one.xhtml` into file and entry; a file that is there is meant as it is named."""
    path, mark, entry = file.partition("!")
    return (path, entry) if mark and not os.path.lexists(file) and os.path.isfile(path) else (file, "")


def text_in(target: Target, entry: str, encoding: str | None, format: str | None) -> Text:
    """The one text of a file, or the one in it that is named; raises ReadError where there is none or a choice."""
    names: list[str] = []
    try:
        contents = open_texts(target.path, target.name, encoding, format, target.data)
        wanted = f"{target.name}!{entry}"
        for text in contents.texts:
            if text.source.name == wanted:
                return text
            names.append(text.source.name)
            only = text
    except ReadError as error:
        raise ReadError(f"{target.name}: {error}") from None
    if len(names) == 1 and not entry:
        return only
    if not names:
        reason = contents.problems[0].message if contents.problems else "it holds no text"
        raise ReadError(f"{target.name}: {reason}")
    some = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
    raise ReadError(f"{target.name} holds {len(names)} texts; name one of them: {some}")
