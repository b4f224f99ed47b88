"""Measures edcheck: `python -m bench`."""
