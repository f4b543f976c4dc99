# One door. `make graph` and `make test` set up all they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := constraints.txt
OUT ?= parley-out

.PHONY: graph test check fix bench model vocabulary screenshots lock clean

$(VENV)/.core: pyproject.toml $(LOCK)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Parley needs Python 3.11 or newer; found " + sys.version.split()[0] + ". Name another with: make graph PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing the packages that Parley needs into $(VENV); this takes a minute or so"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(LOCK) -e .
	touch $@

$(VENV)/.dev: $(VENV)/.core
	@echo "installing what tests, notebooks and the server need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c $(LOCK) -e ".[dev,notebook,serve,pdf]"
	touch $@

graph: $(VENV)/.core  ## build the seed articles' graph and print its main line
	$(BIN)/parley build seeds --out $(OUT)

test: check  ## everything that CI runs
	$(BIN)/python -m pytest -n 2 --dist loadfile
	$(BIN)/python -m pytest --nbmake --nbmake-timeout=300 -q notebooks

check: $(VENV)/.dev  ## look, change nothing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fix: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev  ## speed, as ratios in one run
	$(BIN)/python -m tests.bench

model:  ## rebuild the shipped model: make model CORPORA=folder
	@test -n "$(CORPORA)" || { echo "name the corpora: make model CORPORA=folder"; exit 2; }
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet -c $(LOCK) -e ".[train]"
	.venv-train/bin/python -m extract.training $(CORPORA)

vocabulary: $(VENV)/.dev  ## the vocabulary as an HTML page
	$(BIN)/python -m pip install --quiet -c $(LOCK) "pylode>=3.2,<3.3"
	$(BIN)/python -m pylode graph/vocabulary/parley.ttl -o vocabulary.html

screenshots: $(VENV)/.dev
	$(BIN)/python -m tests.page.screenshots

lock: $(VENV)/.dev  ## write down the versions that work together
	$(BIN)/python -m pip freeze --exclude-editable | grep -viE '^(torch|nvidia|triton|parleygraph)' > $(LOCK)

clean:
	rm -rf $(VENV) .venv-train build dist *.egg-info parley-out
