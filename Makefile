# The project's commands. `make` alone lists them. Needs GNU make and a Python of 3.11 or newer; everything
# else is put into .venv, at the versions of constraints.txt.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

# Without an environment the shell finds programs, but hands no PATH on to them, and Python then does not know
# where it is.
PATH ?= /usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export PATH

# Which Python to use: `make test PYTHON=/path/to/python3.12`. Otherwise the first of these that runs.
PYTHON ?=
PYTHONS := $(if $(PYTHON),"$(PYTHON)",python3.13 python3.12 python3.11 python3 python)

# How often `make crash` kills the program. Empty: as often as the tests say themselves.
ROUNDS ?= $(FACTCHECK_CRASH_ROUNDS)
# What the tests are given besides, for example: make fast ARGS="tests/domain -x"
ARGS ?=

SAMPLE := fixtures/articles/zelensky-10000-troops.txt
BIN := .venv/bin
# Three on two processors: many tests wait for a screen or a disk for a third of their time.
PYTEST := $(BIN)/python -m pytest -n 3 --dist worksteal
PIP := $(BIN)/python -m pip --quiet --quiet install --constraint constraints.txt

# No warnings about pip's own age, no questions, and no settings of somebody else's Python.
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV
# Without compiled files each process of a test run would compile the program and the tests anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help review test lint format fast eval crash day snapshots bench fuzz pictures docs clean again

help: ## list these commands
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | \
	  while IFS='|' read -r name what; do printf '%-18s %s\n' "$$name" "$$what"; done

review: .venv/runtime ## import the sample article and open it for review
	@FACTCHECK_HOME="$(CURDIR)/.factcheck"; export FACTCHECK_HOME; \
	slug=$$($(BIN)/factcheck import $(SAMPLE)) || exit $$?; \
	$(BIN)/factcheck review "$$slug"; left=$$?; \
	if [ $$left -eq 0 ] || [ $$left -ge 128 ]; then \
	  printf '\nTo export the review:\n\n'; \
	  printf '  FACTCHECK_HOME=.factcheck $(BIN)/factcheck export %s --format html --output report.html\n\n' "$$slug"; \
	fi; \
	exit $$left

test: lint ## every check: format, lint, types, direction of imports, tests with coverage
	$(PYTEST) --cov --cov-report=term-missing:skip-covered $(ARGS)

lint: .venv/dev ## format, lint, types and direction of imports, without the tests
	$(BIN)/ruff format --check --output-format concise .
	$(BIN)/ruff check --output-format concise .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev ## put the code into its format and repair what can be repaired
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

fast: .venv/dev ## the tests alone, without coverage
	$(PYTEST) $(ARGS)

eval: .venv/dev ## score the extraction on the openly licensed fixtures
	@$(BIN)/python -m tests.extraction.scoring

crash: .venv/dev ## kill the program again and again and look for lost work; ROUNDS=500 says how often
	FACTCHECK_CRASH_ROUNDS=$(ROUNDS) HYPOTHESIS_PROFILE=long $(BIN)/python -m pytest -m long tests/crash $(ARGS)

day: .venv/dev ## a checker's day by script, with every kind of end; MINUTES=60 and SEED=7 say how long and which
	$(BIN)/python -m tests.crash.day --minutes $(or $(MINUTES),60) $(if $(SEED),--seed $(SEED)) $(ARGS)

fuzz: .venv/fuzz ## throw broken files at each importer; SECONDS=600 says how long, ARGS=html which
	$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),60) $(ARGS)

snapshots: .venv/dev ## take the pictures of the screens anew; look at them before you commit
	$(BIN)/python -m pytest --snapshot-update tests/screens $(ARGS)

bench: .venv/dev ## measure it in a real terminal beside the least that Textual can do; ARGS=--short is quick
	$(BIN)/python -m bench $(ARGS)

pictures: .venv/dev ## write the pictures of all screens anew, the README's among them; look at them
	$(BIN)/python -m bench.pictures $(ARGS)

docs: .venv/dev ## write the README's key table and command line help anew
	$(BIN)/python -m factcheck.cli.docs

clean: ## remove what was made, .venv included; your reviews in .factcheck stay
	rm -rf .venv dist build htmlcov .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -f .coverage .coverage.* snapshot_report.html
	find factcheck tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp is the date of an installation, so a second run asks pip nothing. The installation is editable:
# changed code counts at once.

.venv/dev: .venv/runtime
	@echo 'Installing what the checks need (once) …'
	@$(PIP) --no-build-isolation --editable '.[dev,postgres]'
	@touch $@

.venv/fuzz: .venv/dev
	@echo 'Installing what the fuzzing needs (once) …'
	@$(PIP) --no-build-isolation --editable '.[fuzz]'
	@touch $@

.venv/runtime: .venv/made pyproject.toml constraints.txt
	@echo 'Installing factcheck into .venv (once) …'
	@$(PIP) hatchling editables
	@$(PIP) --no-build-isolation --editable .
	@touch $@

# An environment that was copied or moved here belongs to another folder, and one whose Python has gone does
# not run; both are made again.
ifneq ($(shell cat .venv/made 2>/dev/null),$(CURDIR))
.venv/made: again
else ifneq ($(shell .venv/bin/python -c 'print("runs")' 2>/dev/null),runs)
.venv/made: again
endif

.venv/made:
	@for python in $(PYTHONS); do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	  if "$$python" -m venv --clear .venv >/dev/null 2>&1 && $(BIN)/python -m pip --version >/dev/null 2>&1; then \
	    printf '%s\n' '$(CURDIR)' > $@; exit 0; \
	  fi; \
	  echo "$$python cannot make a virtual environment (on Debian and Ubuntu: apt install python3-venv)." >&2; \
	done; \
	echo 'factcheck needs Python 3.11 or newer with its venv module, and found none that works.' >&2; \
	echo 'Install one, or say which: make PYTHON=/path/to/python3.12' >&2; \
	exit 1
