# `make run` and `make test` are the two commands; `make help` names the others.
# What outgrows a line lives in tools/.

PYTHON ?=
VENV_PYTHON = .venv/bin/python

.PHONY: help run test test-long lint bench clean runtime development

help: ## name the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

run: runtime ## start the dashboards on this machine and print the address
	@exec $(VENV_PYTHON) -m plantrack serve

# Three at a time, since browser tests wait; whoever has done takes over from the others.
test: development lint ## check everything: style, types, tests, headless browser
	$(VENV_PYTHON) -m pytest -n 3 --dist worksteal

test-long: development ## the same tests with the large counts
	PLANTRACK_TEST_LONG=1 $(VENV_PYTHON) -m pytest -n 3 --dist worksteal

lint: development ## style and types only
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m ruff format --check .
	$(VENV_PYTHON) -m mypy

bench: development ## measure start, page speed and large workbooks
	$(VENV_PYTHON) tools/bench.py

clean: ## remove what was made here, except the data
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build
	find plantrack pages tests tools -name __pycache__ -prune -exec rm -rf {} +

runtime:
	@python=$$(tools/python.sh "$(PYTHON)") && "$$python" tools/environment.py

development:
	@PYTHON="$(PYTHON)" tools/debian-packages.sh
	@python=$$(tools/python.sh "$(PYTHON)") && "$$python" tools/environment.py --tests
