"""Where output goes: standard output, standard error, and report files written whole or not at all."""

import os
import stat
import sys
from collections.abc import Iterable

from edcheck.errors import WriteError


def complain(message: str) -> None:
    """Say one line on standard error."""
    # Imported here: `edcheck --help` has no use for reports.
    from edcheck.reports.visible import visible

    print(f"edcheck: {visible(message)}", file=sys.stderr)  # noqa: T201


def remark(line: str) -> None:
    """Print one line on standard error that is no complaint."""
    print(line, file=sys.stderr)  # noqa: T201


def say(text: str, encoding: str | None = None) -> None:
    """Write a text to standard output: in the terminal's encoding, or in `encoding` where a program reads it.

    What the encoding lacks is escaped. A reader that has gone away (`edcheck … | head`) is no error.
    """
    # `edcheck >&-` leaves no standard output at all.
    if sys.stdout is None:
        raise WriteError("standard output cannot be written: it is closed")
    encoding = encoding or sys.stdout.encoding or "utf-8"
    data = text.encode(encoding, "backslashreplace")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        abandon_output()
    except OSError as error:
        abandon_output()
        raise WriteError(f"standard output cannot be written: {error.strerror or error}") from None


def abandon_output() -> None:
    """Let what could not be written go to nowhere: Python would try once more at exit, and fail aloud."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_report(path: str, text: str, inputs: Iterable[str]) -> None:
    """Write a report to a file: complete under its final name, or not at all.

    Raises WriteError where the path is one of `inputs` or no regular file, or where writing fails.
    """
    try:
        real = os.path.realpath(path)
        mode = _mode(path, real, inputs)
        os.makedirs(os.path.dirname(real), exist_ok=True)
        _replace(real, text.encode("utf-8", "backslashreplace"), mode)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise WriteError(f"{path}: report not written: {reason}; name another file") from None


def _mode(path: str, real: str, inputs: Iterable[str]) -> int | None:
    """The permissions of the file that the report replaces, None where there is none yet."""
    try:
        status = os.stat(real)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise WriteError(f"{path}: report not written: there is something that is not a file; name another file")
    for name in inputs:
        if os.path.exists(name) and os.path.samefile(name, real):
            raise WriteError(
                f"{path}: report not written: it is one of the files that were checked; name another file"
            )
    return stat.S_IMODE(status.st_mode)


def _replace(real: str, data: bytes, mode: int | None) -> None:
    temporary = os.path.join(os.path.dirname(real), f".edcheck-{os.urandom(8).hex()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, real)
    except BaseException:
        os.unlink(temporary)
        raise
