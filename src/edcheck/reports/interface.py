"""The reporter's contract: one pure function from a `Report` to the text of one file."""

from collections.abc import Callable

from edcheck.model.report import Report

Reporter = Callable[[Report], str]
