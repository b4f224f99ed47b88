"""Which names of formats there are: those of readers, of containers, and of what other packages bring."""

from edcheck.containers import CONTAINERS
from edcheck.readers import FORMATS, format_named


def format_names() -> list[str]:
    """The names of all formats, in order; other packages are asked."""
    from edcheck.readers.plugins import plugins

    return sorted({*FORMATS, *CONTAINERS, *plugins().formats})


def check_format(name: str) -> str:
    """Return the name of a format as given; raises ValueError, with the likeliest, where there is none."""
    if name in CONTAINERS or format_named(name) is not None:
        return name
    from difflib import get_close_matches

    names = format_names()
    close = get_close_matches(name.lower(), names, 1)
    hint = f"did you mean “{close[0]}”?" if close else f"formats are {', '.join(names)}"
    from edcheck.readers.plugins import plugins

    raise ValueError("; ".join([f"there is no format “{name}”", hint, *plugins().faults]))
