"""Public suites of hard texts, and a hostile set of our own, through every reader and the whole check.

The suites are installed when they are asked for, from the package registries that this machine reaches, into a
folder of the environment; where one cannot be had, its tests are skipped and say why. `make test` runs a short
form, `make suites` all of it. `docs/testing.md` has the figures.
"""
