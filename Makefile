# warraq: `make run` ingests once and shows a table; `make up` stays up; `make check` is what CI runs.

VENV := .venv
STAMP := $(VENV)/.installed
BIN := $(VENV)/bin
# The first interpreter on PATH that is new enough; PYTHON=… chooses another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$p && break; done)
export PYTHONUTF8 := 1
# A company's proxy signs with a certificate of the system's store: trust that store.
export UV_SYSTEM_CERTS := 1

.PHONY: install run up test lint types layers check bench bench-large lock
.DEFAULT_GOAL := install

install: $(STAMP) ## Make .venv from the lock file.

ifndef LOCKED
# One install at a time. The lock lies on an open file: it goes with the process, killed or not, and needs no flock(1).
LOCK := import fcntl, os, sys; lock = open("var/install.lock", "w"); fcntl.flock(lock, fcntl.LOCK_EX); \
	os.set_inheritable(lock.fileno(), True); os.execvp(sys.argv[1], sys.argv[1:])

$(STAMP): requirements.lock requirements-uv.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "warraq needs Python 3.11, 3.12 or 3.13 with venv. Install one, or name it: make PYTHON=/path/to/python3.11" >&2; exit 3; }
	@mkdir -p var
	@"$(PYTHON)" -c '$(LOCK)' "$(MAKE)" --silent --no-print-directory LOCKED=1 "$(STAMP)"
else
$(STAMP): requirements.lock requirements-uv.lock pyproject.toml
	@echo "Installing into $(VENV) from requirements.lock …"
	@# An install that was cut off may have left an environment without pip.
	@"$(BIN)/python" -m pip --version >/dev/null 2>&1 || \
		"$(PYTHON)" -m venv $$(test -e "$(VENV)/pyvenv.cfg" && echo --clear) "$(VENV)"
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	@"$(BIN)/uv" pip install --quiet --system-certs --python "$(BIN)/python" --require-hashes -r requirements.lock
	@"$(BIN)/uv" pip install --quiet --system-certs --offline --python "$(BIN)/python" --no-deps --no-build-isolation -e .
	@touch "$(STAMP)"
endif

run: install ## One full ingest of the bundled newsroom, or of SOURCES="id id".
	@"$(BIN)/warraq" run $(SOURCES)

up: install ## Airflow with its UI, scheduled, until Ctrl-C.
	@"$(BIN)/warraq" up $(SOURCES)

test: install ## Every test; brings its own Postgres.
	"$(BIN)/python" -m pytest

lint: install
	"$(BIN)/ruff" format --check .
	"$(BIN)/ruff" check .

types: install
	"$(BIN)/mypy"

layers: install
	"$(BIN)/lint-imports"

check: lint types layers test ## What CI runs.

bench: install ## The cleaner (where its corpora are) and the client beside their peers; the warehouse beside COPY, at 100,000 articles.
	"$(BIN)/python" tests/benchmarks/clean/bench_extraction.py
	"$(BIN)/python" tests/benchmarks/fetch/bench_fetch.py
	"$(BIN)/python" tests/benchmarks/warehouse/bench_warehouse.py

bench-large: install ## A simulated week of 10,000 feeds, 100,000 pages fetched, the warehouse at a million articles: hours.
	"$(BIN)/python" tests/benchmarks/fetch/simulate_week.py
	"$(BIN)/python" tests/benchmarks/fetch/bench_fetch.py --pages 100000 --rounds 1 --hosts 128 --no-scrapy
	"$(BIN)/python" tests/benchmarks/warehouse/bench_warehouse.py --rows 1000000 --batch 10000 --no-copy

lock: install ## Resolve the dependencies anew.
	"$(BIN)/uv" pip compile --quiet --upgrade --generate-hashes --no-emit-index-url --universal --python-version 3.11 \
		--group build --group dev pyproject.toml --output-file requirements.lock
	echo uv | "$(BIN)/uv" pip compile --quiet --upgrade --generate-hashes --no-emit-index-url --universal --python-version 3.11 \
		- --output-file requirements-uv.lock
