"""The commands, each in a file of its own that is imported when the command is called."""

import gc
from importlib import import_module

import click

from edcheck import __version__

_YOUNG = 50_000
"""Objects made and not yet discarded after which garbage is looked for: few of them are in circles."""
COMMANDS = {
    "check": "Check files and folders of texts.",
    "explain": "Explain a rule, with its examples.",
    "init": "Write a first settings file by looking at the texts.",
    "inspect": "Print a text as edcheck sees it, as JSON.",
    "rules": "List the rules.",
    "schema": "Print the JSON Schema of what edcheck reads and writes.",
    "serials": "Learn what the texts tell of the serials they cite.",
}
"""The commands with what each does in one line; the module `edcheck.cli.NAME` holds it as `command`."""


class Commands(click.Group):
    """A group that imports a command only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

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
        command: click.Command = import_module(f"edcheck.cli.{cmd_name}").command
        # See `edcheck.cli.status`: from here on there may be garbage, but none of it among the modules.
        gc.freeze()
        gc.set_threshold(_YOUNG)
        gc.enable()
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="edcheck", message="%(prog)s %(version)s")
def edcheck() -> None:
    """Check transcriptions and editions of historical texts for faults of the text."""
