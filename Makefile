# Two commands: `make demo` builds the dossier of the bundled example, `make test` checks everything.
# Both make their own environment in .venv from requirements.lock; only Python >= 3.11 and make are needed.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test lint check bench lock wheel clean help

demo: $(READY)  ## build the dossier of the bundled example into demo/
	$(BIN)/silang dossier examples/pelabuhan --output demo
	@echo
	@echo "The dossier lies at demo/index.html: open it in any browser."

test: $(READY) lint  ## run everything: style, types, architecture, tests, the gate on gold
	$(BIN)/python -m pytest

lint: $(READY)  ## ruff and mypy --strict alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: $(READY)  ## the figures on the development gold, into evaluation/results/
	$(BIN)/python evaluation/figures.py

bench: $(READY)  ## speed beside a peer, in one run
	$(BIN)/python -m benchmarks.times

lock: $(READY)  ## renew requirements.lock from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
		--python-version 3.11 --all-extras pyproject.toml --output-file requirements.lock --upgrade --quiet

wheel: $(READY)  ## build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation

clean:  ## remove the environment and all that was built
	rm -rf .venv demo dist build .mypy_cache .ruff_cache .pytest_cache

help:  ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## / — /'

$(READY): requirements.lock pyproject.toml packages/silang-id/pyproject.toml
	@test -n "$(PYTHON)" || { echo "Silang needs Python 3.11 or newer; none was found. Set PYTHON=/path/to/python3." >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . --editable packages/silang-id
	@touch $(READY)
