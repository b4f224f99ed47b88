# `make check` and `make test` need Python 3.11 or later and make; they build their own environment in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: check test lint bench accuracy positions suites clean

check: $(VENV)/.installed
	$(BIN)/edcheck check corpus -r terminal -r html=reports/index.html --fail-on never
	@echo "report: reports/index.html"

test: $(VENV)/.installed lint
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term:skip-covered tests

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The public suites and hostile files, all of them; `make test` has the short form.
suites: $(VENV)/.installed
	EDCHECK_SUITES=long $(BIN)/python -m pytest -rs tests/suites

positions: $(VENV)/.installed
	$(BIN)/python -m bench.positions

accuracy: $(VENV)/.installed
	$(BIN)/python -m bench.accuracy

bench: $(VENV)/.installed
	$(BIN)/python -m bench

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	$(BIN)/python -m compileall -q src
	touch $@

clean:
	rm -rf $(VENV) build dist
