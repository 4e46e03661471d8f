# The commands of the house. They need Python 3.11 and this checkout, nothing else: what is missing is installed.
PYTHON := .venv/bin/python
STEPS := system lint types layers ui browser python

.PHONY: demo serve test $(STEPS) bench clean

# Two years of an invented company: generated, imported, searched for causes, judged, and served.
demo: .venv/installed ui-built
	$(PYTHON) -m zhenyin.cli demo --serve

serve: .venv/installed ui-built
	$(PYTHON) -m zhenyin.cli serve

test: .venv/installed
	$(PYTHON) scripts/check.py

# One step of the tests: make lint, make types, ...
$(STEPS): .venv/installed
	$(PYTHON) scripts/check.py $@

.PHONY: ui-built
ui-built: .venv/installed
	@$(PYTHON) scripts/build_ui.py

.venv/installed: pyproject.toml uv.lock
	@scripts/environment

# Speed and accuracy; results are kept in bench/results.
bench: .venv/installed
	for file in bench/*.py; do $(PYTHON) $$file || exit 1; done

# A migration for what the domains' store.py files declare: make revision m="Keep the colour of a ticket."
.PHONY: revision
revision: .venv/installed
	$(PYTHON) scripts/new_revision.py "$(m)"

clean:
	rm -rf .venv .venv-uv .node .mypy_cache .ruff_cache .pytest_cache .import_linter_cache ui/node_modules src/zhenyin/web/static
