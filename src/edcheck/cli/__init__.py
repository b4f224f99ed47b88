"""The command line: parse, call, print, exit status. The only place that prints.

Exit status, whatever the format: 0 clean · 1 findings at or above `--fail-on` · 2 wrong usage or settings ·
3 something could not be checked or written (wins over 0 and 1) · 130 interrupted.
"""

import gc
import sys

CLEAN, FINDINGS, USAGE, FAILED, INTERRUPTED = 0, 1, 2, 3, 130


def main() -> None:
    """Run `edcheck` with the arguments of the process and exit."""
    sys.exit(status(sys.argv[1:]))


def status(arguments: list[str]) -> int:
    """Run `edcheck` and return its exit status. Whatever goes wrong is said in one line on standard error."""
    # Imports make many objects that stay: to search them for garbage takes a twentieth of a start.
    gc.disable()
    try:
        # Imported here so that even an interruption of the imports ends without a traceback.
        from edcheck.cli.invocation import invoke

        return invoke(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        gc.enable()
