"""`python -m edcheck`."""

import os
import sys


def leave_working_directory() -> None:
    """Take the working directory off the module path: a `re.py` among the texts is not Python's."""
    try:
        # Not pathlib: it would be looked for in that very directory.
        here = os.getcwd()  # noqa: PTH109
    except OSError:
        # It is gone; then Python did not put it on the path either.
        return
    if not sys.flags.safe_path and sys.path[:1] == [here]:
        del sys.path[0]


if __name__ == "__main__":
    leave_working_directory()
    from edcheck.cli import main

    main()
