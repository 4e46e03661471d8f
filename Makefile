# The commands of the house. `make test` and `make demo` need nothing but Python 3.11 and this checkout.
UV := $(shell command -v uv 2>/dev/null || echo .venv-uv/bin/uv)
RUN := $(UV) run --frozen

.PHONY: test lint types layers python bench-locate clean

test: lint types layers python

.venv/installed: pyproject.toml uv.lock
	@command -v $(UV) >/dev/null || (python3 -m venv .venv-uv && .venv-uv/bin/pip install --quiet uv)
	$(UV) sync --frozen --quiet
	@touch $@

lint: .venv/installed
	$(RUN) ruff check src tests bench
	$(RUN) ruff format --check src tests bench

types: .venv/installed
	$(RUN) mypy

layers: .venv/installed
	$(RUN) lint-imports

python: .venv/installed
	$(RUN) pytest -n 2

clean:
	rm -rf .venv .venv-uv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
