"""What is measured, and the Markdown table it ends in."""

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from bench.measure import CommandError, Cost, cost

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
PYTHON = sys.executable
IMPORTS = (PYTHON, "-c", "import click, pydantic")
CHECKED = frozenset({0, 1})
"""Exit statuses of a check that was done."""

SAMPLES = (("text", {".txt"}), ("html", {".htm", ".html"}), ("markdown", {".md"}), ("tei", {".xml"}))
"""Folders of sample texts, and the suffixes of the texts among what lies there."""

Row = tuple[str, str, str]
"""What was measured, the figure, and what it is to be compared with."""


def check(*paths: Path) -> tuple[str, ...]:
    """The command that checks files on one core, without settings."""
    return (PYTHON, "-m", "edcheck", "check", "--no-config", "--jobs", "1", "--concise", *map(str, paths))


def floor(*paths: Path) -> tuple[str, ...]:
    """The command that runs the regular-expression floor over the same files."""
    return (PYTHON, str(ROOT / "bench" / "floor.py"), *map(str, paths))


def main() -> None:
    """Generate, measure, print."""
    with tempfile.TemporaryDirectory(prefix="edcheck-bench-") as name:
        folder = Path(name)
        # In a process of its own, so that the texts do not count as memory of what is measured.
        subprocess.run([PYTHON, "-m", "bench.generate", name], check=True, cwd=ROOT)
        if "--stages" in sys.argv[1:]:
            print_stages(folder)
        else:
            print_rows(folder)


def print_rows(folder: Path) -> None:
    """Print what whole runs cost."""
    keep_bytecode(folder)
    print("| measured | figure | beside |\n| --- | ---: | --- |")
    for row in rows(folder):
        print("| " + " | ".join(row) + " |", flush=True)


def print_stages(folder: Path) -> None:
    """For each kind of text, print what each stage of a check costs."""
    # Imported here: it is large, and would count as memory of what is measured.
    from bench.stages import table

    for what, files in collections(folder):
        if what.startswith("200") and files[0].suffix != ".epub":
            print(f"\n### {what}\n")
            for line in table(files):
                print(line, flush=True)


def keep_bytecode(folder: Path) -> None:
    """Let the measured processes find compiled modules, as those of an installed program do."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    # A Python without edcheck ends with 1 as well, as a check with findings does.
    cost((PYTHON, "-m", "edcheck", "--version"), runs=1)
    for command in (check(folder / "small" / "one.txt"), IMPORTS):
        cost(command, runs=1, statuses=CHECKED)


def rows(folder: Path) -> Iterator[Row]:
    """Measure one thing after the other; what fails is a row that says so."""
    start = cost(check(folder / "small" / "one.txt"), statuses=CHECKED)
    yield from start_up(folder, start)
    for what, files in collections(folder):
        try:
            yield throughput(what, files, start)
        except CommandError as error:
            yield what, "failed", str(error)
    yield linearity("2.5 MB to 5 MB", folder / "large" / "2.5.txt", folder / "large" / "5.txt", start)
    yield linearity("5,000 to 10,000 notes", folder / "notes" / "5000.txt", folder / "notes" / "10000.txt", start)


def collections(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """Files to check in one run each; the sample texts only where they lie beside the repository."""
    for name in ("text", "HTML", "Markdown", "TEI"):
        yield f"200 pages of 22 kB, {name}", sorted((folder / name.lower()).iterdir())
    yield "200 chapters of 22 kB, EPUB", [folder / "epub" / "papers.epub"]
    yield "one file of 5 MB", [folder / "large" / "5.txt"]
    yield "10,000 notes in one file", [folder / "notes" / "10000.txt"]
    for kind, suffixes in SAMPLES:
        files = sorted(file for file in (SHARED / "samples" / kind).rglob("*") if file.suffix in suffixes)
        if files:
            yield f"sample texts, {kind}", files
    page = SHARED / "seed" / "page.txt"
    if page.exists():
        (folder / "seed").mkdir()
        copies = [folder / "seed" / f"page{index:03}.txt" for index in range(200)]
        for copy in copies:
            copy.write_bytes(page.read_bytes())
        yield "200 copies of a real page", copies


def start_up(folder: Path, start: Cost) -> Iterator[Row]:
    """One page, as an editor's program or a commit hook would run it."""
    bare, imports = cost((PYTHON, "-c", "pass")), cost(IMPORTS)
    page = cost(check(folder / "text" / "page000.txt"), statuses=CHECKED)
    yield "Python alone", f"{bare.cpu * 1000:.0f} ms CPU", ""
    yield "`import click, pydantic`", f"{imports.cpu * 1000:.0f} ms CPU", ""
    yield "a page of 200 characters", f"{start.cpu * 1000:.0f} ms CPU", ratio(start, imports, "the imports")
    yield "a page of 22 kB", f"{page.cpu * 1000:.0f} ms CPU", ratio(page, imports, "the imports")


def throughput(what: str, files: list[Path], start: Cost) -> Row:
    """Files in one run: CPU with and without start-up, and the floor on the same files if they are no archives."""
    size = sum(map(unpacked, files)) / 1e6
    whole = cost(check(*files), runs=3, statuses=CHECKED)
    net = max(whole.cpu - start.cpu, 1e-9)
    beside = f"{size / net:.1f} MB/s without start-up, peak {whole.peak / 2**20:.0f} MiB"
    if not any(map(zipfile.is_zipfile, files)):
        least, bare = cost(floor(*files), runs=3), cost((PYTHON, "-c", "import re, pathlib"), runs=3)
        beside += f"; {net / max(least.cpu - bare.cpu, 1e-9):.1f} × the regular-expression floor"
    return f"{what} ({size:.1f} MB)", f"{size / whole.cpu:.1f} MB/s CPU", beside


def unpacked(file: Path) -> int:
    """The bytes of a file, or of all that an archive holds."""
    if not zipfile.is_zipfile(file):
        return file.stat().st_size
    with zipfile.ZipFile(file) as archive:
        return sum(entry.file_size for entry in archive.infolist())


def linearity(what: str, small: Path, large: Path, start: Cost) -> Row:
    """How much longer twice the text takes: 2.0 is linear."""
    once, twice = (cost(check(file), runs=3, statuses=CHECKED).cpu - start.cpu for file in (small, large))
    grown = large.stat().st_size / small.stat().st_size
    return f"growth, {what}", f"× {twice / max(once, 1e-9):.2f}", f"for × {grown:.2f} of text"


def ratio(measured: Cost, other: Cost, name: str) -> str:
    """How many times the CPU of another command."""
    return f"{measured.cpu / other.cpu:.2f} × {name}"
