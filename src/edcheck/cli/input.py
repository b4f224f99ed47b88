"""What is read, and how: standard input, and what the command line says of encodings and formats."""

import sys
from collections.abc import Sequence

import click

from edcheck.errors import ReadError
from edcheck.runner.discovery import Given

STANDARD_INPUT = "-"
_NAMELESS = "<stdin>"
"""What a text on standard input is called where nothing else is said."""


def manner(encoding: str | None, format: str | None) -> tuple[str | None, str | None]:
    """Check `--encoding` and `--format-in`; raises click.BadParameter, with the likeliest, for names of none."""
    if encoding is None and format is None:
        return None, None
    # Imported here: most runs name neither.
    from edcheck.settings.encodings import check_encoding
    from edcheck.settings.formats import check_format

    try:
        encoding = None if encoding is None else check_encoding(encoding)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--encoding") from None
    try:
        return encoding, None if format is None else check_format(format)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--format-in") from None


def standard_input(paths: Sequence[str], filename: str | None) -> Given | None:
    """Read the text on standard input where `-` asks for it.

    Raises click.UsageError for what does not go together, ReadError where it cannot be read.
    """
    if STANDARD_INPUT not in paths:
        if filename is not None:
            raise click.UsageError("--stdin-filename names the text on standard input: give - as the only path")
        return None
    if len(paths) > 1:
        raise click.UsageError("- is one text on standard input and cannot stand beside other paths")
    if filename is not None and not filename.rstrip("/"):
        raise click.BadParameter("it is the path of a file, and names the text", param_hint="--stdin-filename")
    if sys.stdin is None:
        raise ReadError("standard input cannot be read: it is closed")
    # Imported here: reading files is not what every command does.
    from edcheck.runner.reading import read_stream

    return Given(filename or _NAMELESS, read_stream(sys.stdin.buffer))
