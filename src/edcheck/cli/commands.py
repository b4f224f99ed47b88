"""The commands, each in a file of its own that is imported when the command is called or help is asked for."""

import gc
from importlib import import_module

import click

from edcheck import __version__

COMMANDS = {
    "check": "edcheck.cli.check",
    "explain": "edcheck.cli.explain",
    "init": "edcheck.cli.init",
    "inspect": "edcheck.cli.inspect",
    "rules": "edcheck.cli.rules",
    "schema": "edcheck.cli.schema",
}


class Commands(click.Group):
    """A group that imports a command only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; raises click.UsageError with the likeliest where there is none."""
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], COMMANDS, 1)
            hint = f"did you mean “{close[0]}”?" if close else f"commands are {', '.join(COMMANDS)}"
            ctx.fail(f"there is no command “{args[0]}”; {hint}")
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        # See `edcheck.cli.status`: from here on there may be garbage, but none of it among the modules.
        gc.freeze()
        gc.enable()
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="edcheck", message="%(prog)s %(version)s")
def edcheck() -> None:
    """Check transcriptions and editions of historical texts for faults of the text."""
