# SPDX-License-Identifier: MIT
# `make run` and `make test` need only python3 (3.11 or newer), python3-venv and make; they see to the rest.

PYTHON ?= python3
PY := .venv/bin/python
# What follows the program's name (`make run ARGS="my.yaml --theme dark"`) or pytest's (`make test ARGS="-k lens"`).
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: run test check format bench goldens picture accessibility orca handout-check soak dist constraints clean help ready-run ready-dev

run: ready-run ## Open the exhibit (ARGS="FILE --theme dark …" is handed on)
	@$(PY) scripts/system_libraries.py --for window
	@$(PY) main.py $(ARGS)

test: ready-dev ## Run all tests; those that need Xvfb are skipped where it is absent
	@$(PY) scripts/system_libraries.py --for drawing
	@$(PY) -m pytest -n auto --maxprocesses 4 $(ARGS)

check: ready-dev ## Format, lint, types, import contracts and the project's own lints
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-cache
	@$(PY) -m scripts.lints

format: ready-dev ## Format the code and mend what ruff can mend
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

bench: ready-dev ## Measure start, reading and frames; one JSON line each
	@for file in benchmarks/bench_*.py; do $(PY) -m "benchmarks.$$(basename "$$file" .py)" || exit 1; done

goldens: ready-dev ## Write the golden files anew; look at the difference before you commit it
	@TIMELINE_WRITE_GOLDENS=1 $(PY) -m pytest tests/goldens tests/journeys/test_present.py $(ARGS)

picture: ready-dev ## Draw the README's picture with the program itself
	@mkdir -p docs
	@$(PY) main.py --snapshot docs/opening-view.png --size 1920x1080

accessibility: ready-dev ## Read the program from outside through AT-SPI, as screen readers do
	@$(PY) scripts/system_libraries.py --for window
	@$(PY) -m scripts.atspi_stage read $(ARGS)

orca: ready-dev ## Have Orca speak five steps along the timeline (says what it needs)
	@$(PY) scripts/system_libraries.py --for window
	@$(PY) -m scripts.atspi_stage orca $(ARGS)

handout-check: ready-dev ## Check handouts with pdftotext, and with axe-core in a browser (says what it needs)
	@$(PY) -m scripts.handout_check $(ARGS)

soak: ready-dev ## Thirty minutes of a restless hand on 100,000 events, by a clock that runs ahead (ARGS="--seed 2 …")
	@$(PY) scripts/system_libraries.py --for drawing
	@$(PY) -m benchmarks.soak $(ARGS)

dist: ready-dev ## Build the wheel into dist/
	@$(PY) -m hatchling build -t wheel

constraints: ## Resolve the newest allowed versions in a fresh environment and write constraints.txt
	@$(PYTHON) -m scripts.freeze

clean: ## Remove what make and the tools have made
	@rm -rf .venv .venv-* .venv.lock build dist .coverage coverage.json .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '%-18s %s\n' "$$name" "$$text"; done

# Quick when nothing has changed: compares a digest of pyproject.toml and constraints.txt with the stamp in .venv.
ready-run:
	@$(PYTHON) scripts/environment.py --set run

ready-dev:
	@$(PYTHON) scripts/environment.py --set dev
