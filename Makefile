# One command runs it, one tests it. Needs python3 (3.11 or later), make and git; everything else
# is installed into .venv from requirements.lock.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
EVALS := .venv/evals

.PHONY: run test check evals bench setup lock learnt format clean

run: $(READY)  ## set up if need be, and open the app
	@$(BIN)/coach app $(if $(PORT),--port $(PORT))

test: $(READY)  ## every test; browser tests where Chromium is found
	@$(BIN)/python -m pytest -n auto --dist loadfile -m "not browser"
	@$(BIN)/python -m pytest -m browser || { \
		echo "Those that failed, once more: on a busy machine a page may be drawn anew under a click."; \
		$(BIN)/python -m pytest -m browser --last-failed --last-failed-no-failures none; }

check: $(READY)  ## format, lint, types, layers, sizes, content, docs
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m tests.house
	@$(BIN)/python -m coach.guidance.lint
	@$(BIN)/python -m coach.rehearsal.lint
	@$(BIN)/python -m evals.questions_lint

ifdef MODEL
evals: $(READY)  ## with MODEL=provider:model, that model in three ways; replies are kept, a rerun goes on
	@$(BIN)/python -m evals.model_eval --model "$(MODEL)" $(if $(LIMIT),--limit $(LIMIT)) $(if $(KEEP),--keep "$(KEEP)") $(if $(JOBS),--jobs $(JOBS))
else
evals: $(EVALS)/.ready  ## quality tables against baselines
	@$(EVALS)/bin/python -m evals
endif

bench: $(READY)  ## ratios measured side by side
	@$(BIN)/python -m evals.bench

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@echo "Setting up .venv (once; about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; try make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-setup.lock
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements-setup.lock requirements.lock \
		|| $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(EVALS)/.ready: $(READY) evals/requirements.lock
	@echo "Setting up $(EVALS) for the baselines (once)"
	@$(BIN)/python -m venv --clear $(EVALS)
	@$(EVALS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-setup.lock
	@$(BIN)/uv pip sync --quiet --python $(EVALS)/bin/python --require-hashes requirements-setup.lock evals/requirements.lock \
		|| $(EVALS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r evals/requirements.lock
	@$(EVALS)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

LOCK := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

lock: $(READY)  ## make both lock files anew from pyproject.toml
	@$(BIN)/$(LOCK) --upgrade --group dev pyproject.toml -o requirements.lock
	@$(BIN)/$(LOCK) --constraint requirements.lock --group dev --group evals pyproject.toml -o evals/requirements.lock

learnt: $(READY)  ## learn anew from the cards, the examples in knowledge/search and the labelled turns
	@$(BIN)/python -m coach.guidance.learnt
	@$(BIN)/python -m evals.rehearsal_learn --write
	@$(BIN)/python -m evals.claims_learn --write

format: $(READY)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis
