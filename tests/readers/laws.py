"""The laws that every reader obeys, where the tests of readers look for them."""

from edcheck.testing import check_linear, check_reader

__all__ = ["check_linear", "check_reader"]
