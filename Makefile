# make run      make the environment, install, open the app (without a display: assess a bundled recording)
# make test     install what testing needs and run every check
# make install  only make the environment: .venv/bin/tutor
# make bundle   build what others install: a .deb and a tarball, in build/files (packaging/README.md)
#
# PYTHON=/path/to/python chooses the interpreter; otherwise the first Python 3.11 to 3.13 with venv is taken.

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --quiet -c packaging/constraints.txt
SPEC := pyproject.toml packaging/constraints.txt
PYTHON ?= $(shell sh packaging/find-python.sh)

.PHONY: run test install bundle translations system-libraries test-libraries

run: install
	$(BIN)/tutor

install: system-libraries .venv/installed

test: test-libraries .venv/installed-for-tests
	sh packaging/check.sh $(BIN)

system-libraries:
	@sh packaging/system-libraries.sh

test-libraries:
	@sh packaging/system-libraries.sh for-tests

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11, 3.12 or 3.13 with venv found. Install one, or say make PYTHON=/path/to/python." >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: $(SPEC) | .venv/bin/python
	$(PIP) --editable .
	@touch $@

.venv/installed-for-tests: $(SPEC) | .venv/bin/python
	$(PIP) --editable '.[dev,train,speechllm,server]'
	@touch $@ .venv/installed

bundle:
	sh packaging/bundle/build-linux.sh

# For translators: bring assets/i18n/*.ts up to date with what the program says, and make the .qm files it reads.
translations: test-libraries .venv/installed-for-tests
	$(BIN)/python packaging/translations.py
