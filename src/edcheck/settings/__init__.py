"""Settings: what the edition is, what to check, and where. `edcheck.toml`, or `[tool.edcheck]` in pyproject.toml.

`Settings()` is a run without any file; programs build their own. `find` and `load` read a file. The values are
the frozen dataclasses of `edcheck.model.edition`; pydantic validates at the boundary only and is not imported
until a settings file is there: its import alone takes as long as reading and checking thirty pages.
"""

from edcheck.settings.encodings import check_encoding
from edcheck.settings.globs import matches
from edcheck.settings.loading import find, load
from edcheck.settings.values import FailOn, Settings

__all__ = ["FailOn", "Settings", "check_encoding", "find", "load", "matches"]
