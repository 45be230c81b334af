# Two commands do everything: `make run` starts the archive, `make test` tests it.
# For those who work on it: lint, format, check. For operators: serve.

PORT ?= 8000
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
TESTS ?= tests
N ?= 2000
CHECKERS := tests/browser/checkers
# Templates that stand inside a line are left alone: there a blank is a character of the page.
PAGES = $$(git ls-files 'templates/*.html' ':!templates/parts' ':!templates/**/_*.html')

.PHONY: help run test lint format check serve bench screenshots lock
.DEFAULT_GOAL := help

help:
	@echo "make run          start the archive at http://127.0.0.1:$(PORT)/ (PORT=8001 for another port)"
	@echo "make test         run the tests"
	@echo "make lint         look for faults in style, templates and types"
	@echo "make format       put the code into its format"
	@echo "make check        deployment settings, migrations, layers"
	@echo "make serve        serve in production with gunicorn (README.md says which variables to set)"
	@echo "make bench        measure how fast pages are, in an archive of N=2000 statements"
	@echo "make screenshots  take the pictures in docs/screenshots"

run: port $(VENV)/.installed
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) seed --once --demo
	@echo
	@echo "The archive is at http://127.0.0.1:$(PORT)/ — stop it with Ctrl-C."
	@$(MANAGE) runserver --skip-checks 127.0.0.1:$(PORT)

test: $(VENV)/.installed-dev $(CHECKERS)/node_modules/.installed
	@$(BIN)/python -m pytest -n 2 --dist loadfile $(TESTS)

lint: $(VENV)/.installed-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint --quiet --lint templates
	@$(BIN)/djade --check --target-version 5.2 $(PAGES)
	@SSCOOP_MODE=development $(BIN)/mypy sscoop speeches

format: $(VENV)/.installed-dev
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .
	@$(BIN)/djade --target-version 5.2 $(PAGES) || true

check: $(VENV)/.installed-dev
	@SSCOOP_MODE=production SECRET_KEY="$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))')" \
		ALLOWED_HOSTS=example.org DATABASE_URL=sqlite:///:memory: \
		$(MANAGE) check --deploy --fail-level WARNING
	@$(MANAGE) makemigrations --check --dry-run
	@$(BIN)/python -m pytest tests/test_layers.py

serve: $(VENV)/.installed
	@SSCOOP_MODE=production $(MANAGE) migrate --verbosity 0
	@SSCOOP_MODE=production $(MANAGE) collectstatic --noinput --verbosity 0
	@SSCOOP_MODE=production $(BIN)/gunicorn sscoop.wsgi --bind 127.0.0.1:$(PORT) --workers $${WORKERS:-2} --no-control-socket

bench: $(VENV)/.installed
	@$(BIN)/python bench/run.py $(N) --report var/bench/report-$(N).md

screenshots: $(VENV)/.installed-dev
	@$(BIN)/python docs/screenshots/take.py

# Compile the requirements anew, with hashes and without any index address.
lock: $(VENV)/.installed-dev
	@for name in requirements requirements-dev; do \
		$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --no-emit-index-url \
			--no-emit-find-links --no-header --python-version 3.11 $$name.in -o $$name.txt; done

# -- what the commands stand on

.PHONY: python port

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and no python3 was found: install it from your system's packages (Debian: apt-get install python3 python3-venv) or from python.org."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name another with: make PYTHON=/path/to/python3.11 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: install it (Debian: apt-get install python3-venv) and try again."; exit 1; }

port: python
	@$(PYTHON) -c 'import socket, sys; s = socket.socket(); s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1); s.bind(("127.0.0.1", int("$(PORT)")))' 2>/dev/null \
		|| { echo "Port $(PORT) is taken (or not a port): stop what runs there, or choose another with: make run PORT=8001"; exit 1; }

$(VENV)/bin/python: | python
	@echo "Making a virtual environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the archive needs …"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# axe and the Nu checker; without npm the tests that need them say so.
$(CHECKERS)/node_modules/.installed: $(CHECKERS)/package-lock.json
	@if command -v npm >/dev/null; then \
		echo "Installing the checkers of pages …"; \
		npm ci --silent --ignore-scripts --no-audit --no-fund --prefix $(CHECKERS) && touch $@; fi

$(VENV)/.installed-dev: requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the archive and its tests need …"
	@$(BIN)/python -m pip install --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/.installed
