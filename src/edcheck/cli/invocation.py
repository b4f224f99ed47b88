"""Runs one command and turns every error into one line and an exit status."""

import click

from edcheck.cli import FAILED, INTERRUPTED, USAGE
from edcheck.cli.commands import edcheck
from edcheck.cli.output import abandon_output, complain
from edcheck.errors import ConfigError, EdcheckError


def invoke(arguments: list[str]) -> int:
    """Run the command that `arguments` name and return its exit status."""
    try:
        return edcheck.main(arguments, prog_name="edcheck", standalone_mode=False) or 0
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "edcheck"
        complain(f"{error.format_message()} (see {command} --help)")
        return USAGE
    except click.ClickException as error:
        complain(error.format_message())
        return USAGE
    except ConfigError as error:
        for line in str(error).split("\n"):
            complain(line)
        return USAGE
    except EdcheckError as error:
        complain(str(error))
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except OSError as error:
        # Whatever else reads or writes answers for its own errors: this is click, printing a help text.
        abandon_output()
        complain(f"standard output cannot be written: {error.strerror or error}")
        return FAILED
    except Exception as error:
        complain(f"edcheck itself failed ({type(error).__name__}: {error}); please report it with the command")
        return FAILED
