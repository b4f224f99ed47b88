"""Finds the program of a companion and runs it: with a time limit, without a shell, in a group of its own."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence

from edcheck.errors import ConfigError, ReadError
from edcheck.runner.companions.interface import Companion

TIME_LIMIT = 600
"""Seconds that one run of a companion may take; the largest books take a tenth of it."""


def command_of(companion: Companion) -> list[str]:
    """The command that starts a companion. Raises ConfigError, with what to do, where it is not installed."""
    named = os.environ.get(companion.variable, "")
    if named:
        return _named(companion, named)
    jar = _jar_of(companion.package) if companion.package else None
    if jar and shutil.which("java"):
        return ["java", "-jar", jar]
    found = shutil.which(companion.name)
    if found:
        return [found]
    raise ConfigError(
        f"{companion.name} is not installed: put it on the PATH, or name its program or its .jar in the "
        f"environment variable {companion.variable} ({companion.homepage})"
    )


def _named(companion: Companion, named: str) -> list[str]:
    """The command for what the environment variable names."""
    if named.lower().endswith(".jar"):
        if not os.path.isfile(named):
            raise ConfigError(f"{companion.variable} names {named}, and there is no such file")
        if not shutil.which("java"):
            raise ConfigError(f"{companion.variable} names a .jar, and java is not on the PATH")
        return ["java", "-jar", named]
    found = shutil.which(named)
    if not found:
        raise ConfigError(f"{companion.variable} names {named}, and there is no such program")
    return [found]


def _jar_of(package: str) -> str | None:
    """The .jar that a Python package brings; its own command is another one than the program's."""
    from importlib.util import find_spec

    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    jar = os.path.join(spec.submodule_search_locations[0], f"{package}.jar")
    return jar if os.path.isfile(jar) else None


def output_of(command: Sequence[str], limit: float = TIME_LIMIT) -> tuple[str, str]:
    """Run a command to its end and return what it wrote to standard output and standard error.

    Raises ReadError where it cannot be started or takes longer than `limit` seconds; then all that it started
    is ended with it.
    """
    try:
        process = subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise ReadError(f"cannot be started: {error.strerror or error}") from None
    try:
        output, errors = process.communicate(timeout=limit)
    except BaseException as error:
        _end(process)
        if isinstance(error, subprocess.TimeoutExpired):
            raise ReadError(f"ended, since it took longer than {limit:g} seconds") from None
        raise
    return output.decode("utf-8", "replace"), errors.decode("utf-8", "replace")


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a program together with what it started: a script that calls java leaves java running otherwise."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
