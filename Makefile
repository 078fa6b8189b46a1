# make site   builds the lab's site into output/
# make test   runs every test, the browser's included
# Both install what is missing on a Debian 12 with Swift 6.3.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

BUILD_PACKAGES := pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libstemmer-dev \
  libvips42 libxml2-dev fonts-dejavu-core
TEST_PACKAGES := cmark-gfm chromium nginx-light apache2-bin caddy lftp media-types rsync s3cmd \
  hugo jekyll jq default-jre-headless poppler-utils
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
PROGRAM := .build/release/archipel
VENV := .venv

.PHONY: site test lint bench program build-packages test-packages clean

site: program
	$(PROGRAM) check --output
	$(PROGRAM) build

program: build-packages
	swift build -c release --static-swift-stdlib --product archipel

test: lint test-packages site $(VENV)/ready
	swift build --build-tests
	swift test --skip-build
	ARCHIPEL=$(CURDIR)/$(PROGRAM) $(VENV)/bin/pytest Tests/Browser -q -p no:cacheprovider

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

bench: test-packages program $(VENV)/bench-ready
	Benchmarks/run
	PATH=$(CURDIR)/$(VENV)/bin:$$PATH Benchmarks/search
	PATH=$(CURDIR)/$(VENV)/bin:$$PATH Benchmarks/preview

build-packages:
	@$(call install,$(BUILD_PACKAGES))

test-packages:
	@$(call install,$(TEST_PACKAGES))

# Asks for the packages that are not there; a machine that has them needs no network.
define install
missing=$$(for package in $(1); do \
    dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || echo $$package; \
  done); \
if [ -n "$$missing" ]; then \
  $(SUDO) apt-get update -qq && \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
fi
endef

$(VENV)/ready: Tests/Browser/requirements.txt
	python3 -m venv $(VENV) || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3-venv && python3 -m venv $(VENV); }
	$(VENV)/bin/pip install -q -r Tests/Browser/requirements.txt
	touch $@

$(VENV)/bench-ready: Benchmarks/requirements.txt $(VENV)/ready
	$(VENV)/bin/pip install -q -r Benchmarks/requirements.txt
	touch $@

clean:
	rm -rf .build $(VENV) output
