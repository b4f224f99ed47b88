"""`edcheck check --profile`: where the time of a run went."""

from typing import TYPE_CHECKING

from edcheck.cli.output import remark

if TYPE_CHECKING:
    from edcheck.runner.profiling import Profile


def new_profile() -> "Profile":
    """A profile by the processor's clock."""
    # Imported here: few runs ask for it.
    from time import process_time_ns

    from edcheck.runner.profiling import Profile

    return Profile(process_time_ns)


def say_profile(profile: "Profile") -> None:
    """Say it on standard error, so that a report on standard output stays a report."""
    rows = list(profile.rows())
    whole, size = sum(seconds for _, seconds, _ in rows), profile.size / 1e6
    remark(f"{'seconds':>8} {'ns/byte':>8}  stage")
    for stage, seconds, cost in rows:
        remark(f"{seconds:>8.3f} {cost:>8.2f}  {stage}")
    speed = f"{size:.1f} MB, {size / max(whole, 1e-9):.1f} MB/s"
    remark(f"{whole:>8.3f} {sum(cost for _, _, cost in rows):>8.2f}  all: {speed}")
