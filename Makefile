# make site       builds the lab's site into output/
# make test       runs every test, the browser's included
# Both install what is missing on a Debian 12 with Swift 6.3.
#
# make install    puts the program and what goes with it below PREFIX, itself below DESTDIR
# make uninstall  removes it
# make deb        makes .build/deb/archipel_VERSION_ARCHITECTURE.deb
# make deb-test   installs it in a bare Debian 12, as root, and builds sites there
# make archive    makes .build/archive/archipel-VERSION-linux-MACHINE.tar.gz, which needs glibc alone
# make archive-test  unpacks it in a bare Debian 12 and 13, as root, and builds and shows sites there

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

# What Swift's compiler and package manager ask of a system.
SWIFT_PACKAGES := binutils ca-certificates git libc6-dev libcurl4 libncurses6 libsqlite3-0 \
  libstdc++-12-dev libxml2
BUILD_PACKAGES := $(SWIFT_PACKAGES) libcmark-gfm-dev libcmark-gfm-extensions-dev \
  libexpat1-dev libgumbo-dev libjemalloc-dev libstemmer-dev libyaml-dev zlib1g-dev libqrencode4 \
  libvips42 fonts-dejavu-core
DEB_PACKAGES := dpkg-dev lintian
# The letters that layouts are tested with are those of Liberation.
TEST_PACKAGES := cmark-gfm chromium nginx-light apache2-bin caddy lftp media-types rsync s3cmd \
  hugo jekyll jq curl openssl default-jre-headless poppler-utils fonts-liberation zsh fish \
  bash-completion groff mandoc pandoc unzip epubcheck mtools
# Unoptimised, tests take five times as long. They have a folder of their own: what is compiled for a
# program that holds Swift's libraries serves no other, and in one folder each would undo the other.
TESTING := -c release --scratch-path .build/tests -Xswiftc -enable-testing
# All at once, each would wait for minutes between two of its steps.
A_FEW_TESTS_AT_ONCE := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
PROGRAM := .build/release/archipel
# The C libraries that are linked into the program, which then needs glibc alone.
STATIC_LIBRARIES := cmark-gfm cmark-gfm-extensions expat gumbo stdc++ stemmer yaml z
STATIC_FOLDER := $(CURDIR)/.build/static-libraries
# Gives and takes back memory in place of glibc, for the libraries that the program opens too: as an
# object, since Swift hides the names of what is linked from a library.
ALLOCATOR := $(STATIC_FOLDER)/jemalloc.o
# Its own names are for no library that it opens: what only they would reach is left out.
LINKING := --static-swift-stdlib -Xlinker -L$(STATIC_FOLDER) -Xlinker --no-export-dynamic \
  -Xlinker $(ALLOCATOR) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
VENV := .venv
PREFIX ?= /usr/local
DESTDIR ?=
# What `install` writes, and `uninstall` removes.
BIN = $(DESTDIR)$(PREFIX)/bin
SHARE = $(DESTDIR)$(PREFIX)/share
DOC = $(SHARE)/doc/archipel
MANUAL = $(SHARE)/man/man1/archipel.1
BASH_COMPLETION = $(SHARE)/bash-completion/completions/archipel
ZSH_COMPLETION = $(SHARE)/zsh/vendor-completions/_archipel
FISH_COMPLETION = $(SHARE)/fish/vendor_completions.d/archipel.fish

.PHONY: site test lint fuzz bench program build-packages test-packages clean install uninstall deb \
  deb-test archive archive-test

site: program
	$(PROGRAM) check --output
	$(PROGRAM) build

program: build-packages
	mkdir -p $(STATIC_FOLDER)
	for library in $(STATIC_LIBRARIES); do \
	  ln -sf $$(find /usr/lib -name lib$$library.a | grep .) $(STATIC_FOLDER)/lib$$library.a; \
	done
	ld -r -u malloc $$(find /usr/lib -name libjemalloc.a | grep .) -o $(ALLOCATOR)
	swift build -c release $(LINKING) --product archipel

test: lint test-packages site $(VENV)/ready
	swift build $(TESTING) --build-tests
	$(A_FEW_TESTS_AT_ONCE) swift test $(TESTING) --skip-build
	ARCHIPEL=$(CURDIR)/$(PROGRAM) $(VENV)/bin/pytest Tests/Browser -q -p no:cacheprovider \
	  --numprocesses 2 --dist loadfile
	@reason=$$($(SUDO) bash -c '. Packaging/roots.bash; obstacle bookworm trixie'); \
	if [ -z "$$reason" ]; then $(MAKE) deb-test archive-test; \
	else echo "neither the package nor the archive is tested here: $$reason"; fi

# An hour of nonsense, from a seed of its own: see Tests/SiteBuildingTests/Fuzzing.
FUZZ_SECONDS ?= 3600
fuzz: test-packages
	swift build $(TESTING) --build-tests
	ARCHIPEL_FUZZ_SECONDS=$(FUZZ_SECONDS) ARCHIPEL_FUZZ_SEED=$$(date +%s)000 \
	  swift test $(TESTING) --skip-build --filter FuzzedSourceTests/holdsForNonsense

lint: build-packages
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

bench: test-packages program $(VENV)/bench-ready
	Benchmarks/run
	Benchmarks/regenerate
	PATH=$(CURDIR)/$(VENV)/bin:$$PATH Benchmarks/search
	PATH=$(CURDIR)/$(VENV)/bin:$$PATH Benchmarks/preview
	PATH=$(CURDIR)/$(VENV)/bin:$$PATH Benchmarks/desk
	PATH=$(CURDIR)/$(VENV)/bin:$$PATH Benchmarks/federation

# A program that is there is installed as it is: root needs no compiler.
$(PROGRAM):
	$(MAKE) program

install: $(PROGRAM)
	install -D -m 755 $(PROGRAM) $(BIN)/archipel
	for file in $$(find themes content/_depart content/_types content/_vocabularies -type f); do \
	  install -D -m 644 $$file $(SHARE)/archipel/$$file; \
	done
	install -D -m 644 -t $(DOC) README.md CHANGELOG.md CONTRIBUTING.md LICENSE
	install -D -m 644 -t $(DOC)/docs docs/*
	install -d $(dir $(MANUAL)) $(dir $(BASH_COMPLETION)) $(dir $(ZSH_COMPLETION)) \
	  $(dir $(FISH_COMPLETION))
	$(PROGRAM) --experimental-dump-help | Packaging/manual $$($(PROGRAM) --version) > $(MANUAL)
	$(PROGRAM) --generate-completion-script bash | sed '1{/^#!/d}' > $(BASH_COMPLETION)
	$(PROGRAM) --generate-completion-script zsh > $(ZSH_COMPLETION)
	$(PROGRAM) --generate-completion-script fish > $(FISH_COMPLETION)

uninstall:
	rm -rf $(BIN)/archipel $(SHARE)/archipel $(DOC) $(MANUAL) $(BASH_COMPLETION) \
	  $(ZSH_COMPLETION) $(FISH_COMPLETION)

deb: $(PROGRAM)
	@$(call install,$(DEB_PACKAGES))
	Packaging/deb $(PROGRAM) .build/deb

deb-test: deb
	$(SUDO) Packaging/deb-test .build/deb/archipel_*.deb $(PROGRAM)

archive: $(PROGRAM)
	Packaging/archive $(PROGRAM) .build/archive

archive-test: archive
	$(SUDO) Packaging/archive-test .build/archive/archipel-*.tar.gz

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

$(VENV)/ready: Tests/Browser/requirements.txt Tests/Browser/requirements-alone.txt
	python3 -m venv $(VENV) || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3-venv && python3 -m venv $(VENV); }
	$(VENV)/bin/pip install -q -r Tests/Browser/requirements.txt
	$(VENV)/bin/pip install -q --no-deps -r Tests/Browser/requirements-alone.txt
	touch $@

$(VENV)/bench-ready: Benchmarks/requirements.txt $(VENV)/ready
	$(VENV)/bin/pip install -q -r Benchmarks/requirements.txt
	touch $@

clean:
	rm -rf .build $(VENV) output
