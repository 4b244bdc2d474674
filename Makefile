# `make site` builds the sample journal; `make test` passes all the tests. Both begin from nothing but Python 3.11+ and git.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SAMPLE_DAY := 2026-11-21

.PHONY: site test lint soak bench screenshots clean

site: $(VENV)/.installed
	$(BIN)/smallwins build --offline --today $(SAMPLE_DAY)
	@echo
	@echo "Open public/index.html in a browser,"
	@echo "or serve it: $(BIN)/python -m http.server --directory public 8000"

test: $(VENV)/.installed-test lint
	@sh tests/browser/install.sh
	@sh tests/site/install.sh
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The long runs: fault sweeps and properties with their full counts, Lighthouse, every scheme at every width.
soak: $(VENV)/.installed-test
	@sh tests/browser/install.sh
	@sh tests/site/install.sh all
	SOAK=1 $(BIN)/python -m pytest -n auto

# Pictures of eight pages of the sample journal, light and dark, into docs/pictures/.
screenshots: $(VENV)/.installed-test
	@sh tests/browser/install.sh
	$(BIN)/python -m tests.browser.screenshots

# Ours and the others' in turn, into benchmarks/results.md; `python -m benchmarks --help` has the parts. Wants npm.
bench: $(VENV)/.installed
	$(BIN)/python -m benchmarks

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "smallwins needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-test: pyproject.toml $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .bench tests/site/node_modules public .smallwins build dist .mypy_cache .ruff_cache .hypothesis .import_linter_cache
