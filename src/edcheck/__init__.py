"""edcheck: an editorial text-integrity checker."""

__version__ = "0.1.0"
