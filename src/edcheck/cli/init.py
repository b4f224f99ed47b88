"""`edcheck init`: a first settings file, written by looking at the texts."""

import json
import os

import click

from edcheck.cli import CLEAN, FAILED
from edcheck.cli.output import complain, say, write_report
from edcheck.runner.discovery import discover
from edcheck.runner.survey import Survey, survey
from edcheck.settings import Settings

_FILE = "edcheck.toml"
_LISTED = 40
"""Documents up to which each is named; above, globs keep the file short."""


@click.command("init")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--force", is_flag=True, help=f"Replace an {_FILE} that is there.")
def command(paths: tuple[str, ...], force: bool) -> int:
    """Write a commented edcheck.toml for the texts at PATHS (default: those below the working directory)."""
    if os.path.lexists(_FILE) and not force:
        raise click.UsageError(f"{_FILE} is there already; --force replaces it")
    found = discover(paths, Settings())
    for problem in found.problems:
        complain(f"{problem.path}: {problem.message}")
    outside = [target.name for target in found.targets if target.name.startswith(("../", "/"))]
    if outside:
        raise click.UsageError(f"{outside[0]} is not below the working directory, where {_FILE} would be written")
    seen = survey(found.targets)
    for sentence in seen.unread:
        complain(sentence)
    if not seen.documents:
        return FAILED
    write_report(_FILE, compose(seen), [])
    count = len(seen.documents)
    noun = "document" if count == 1 else "documents"
    say(f"{_FILE} written for {count} {noun}; read it and mend what is wrong\n")
    return FAILED if seen.unread else CLEAN


def compose(seen: Survey) -> str:
    """The text of the settings file."""
    documents = ",\n".join(f"    {quoted(path)}" for path in _documents(seen.documents))
    serials = "".join(
        f"\n[[edition.serials]]  # cited {count} ×\nname = {quoted(name)}\naliases = []\n"
        '# weekdays = ["Tuesday", "Wednesday"]        # the days on which it came out\n'
        "# issues = { 135 = 1918-07-02 }              # numbers whose dates are known\n"
        for name, count in seen.serials.most_common(8)
    )
    period = (
        f"start = {seen.start}\nend = {seen.end}" if seen.start else "# start = 1918-01-01\n# end = 1918-12-31"
    )
    return f"""\
# What edcheck should know of this edition. Every line may be left out; `edcheck schema settings` lists all keys.

[edition]
title = ""
# In reading order. Globs are allowed: "volume-1/*.html".
documents = [
{documents},
]
language = {quoted(seen.language)}
# Where note numbers start again: "document" in each, "edition" nowhere, "auto" where the numbers say so.
# Here {seen.why_numbering}.
numbering = {quoted(seen.numbering)}
# Phrases by which a note says that it is missing in the source.
placeholders = []
# The last day on which the writers used the Julian calendar, as the Gregorian one counts it:
# julian-until = 1918-02-13

[edition.period]
# The time in which the documents were written{"; taken from their datelines" if seen.start else ""}.
{period}

[edition.names]
# Spellings that are right even where they occur once; words that are never suspect; spellings side by side.
known = []
accepted = []
variants = []
{serials}
[check]
# select = ["notes", "dates"]
ignore = []
fail-on = "error"

[files]
# What folders and globs pass over.
exclude = []

[files.encodings]
# "old/*.htm" = "cp1252"

# One rule's severity and options, as `edcheck explain RULE` lists them:
# [rules."words/repeated-word"]
# severity = "error"
"""


def _documents(paths: list[str]) -> list[str]:
    if len(paths) <= _LISTED:
        return paths
    globs = (f"{os.path.dirname(path) or '.'}/*{os.path.splitext(path)[1]}".removeprefix("./") for path in paths)
    return list(dict.fromkeys(globs))


def quoted(text: str) -> str:
    """The text as TOML writes it; what JSON escapes TOML escapes alike."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
