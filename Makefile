# `make help` lists what there is. Logic of more than a few lines is in tools/.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.DELETE_ON_ERROR:

PORT ?= 8080

# The tools of .tools/ first; one place for what is built; Trunk wants no other value of NO_COLOR and no backtrace.
export PATH := $(CURDIR)/.tools/bin:$(PATH)
export CARGO_TARGET_DIR := $(CURDIR)/target
export RUST_BACKTRACE := 0
export TRUNK_SKIP_VERSION_CHECK := true
# Panics name their place in the source: the same in whoever's home it was built.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=/cargo
ifdef NO_COLOR
export NO_COLOR := true
endif

# Folders are listed too: they change when a file goes.
SHARED := $(shell find contract Cargo.toml Cargo.lock rust-toolchain.toml .cargo)
PAGES := $(SHARED) $(shell find view src style public index.html Trunk.toml build.rs) \
	tools/assets.mjs tools/finish-build.mjs tools/split.mjs tools/scoped-css.sh
SERVER := $(SHARED) $(shell find backend)

.PHONY: help run test dev build dist reproduce check bench clean tools check-tools e2e-tools browser fronts wrk schemathesis

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

run: ## Build what has changed and serve the portal with the demo directory on http://localhost:8080 (PORT=… changes it)
	@tools/port.sh "$(PORT)"
	@$(MAKE) -j2 build
	@tools/run.sh "$(PORT)"

test: ## Run everything: checks, unit and API tests, end-to-end tests in a browser; ends with the totals
	@tools/install.sh prerequisites
	@node tools/test.mjs

dev: tools ## Live reload: Trunk's server in front of the backend
	@tools/dev.sh

build: dist/_headers ## Build the release pages into dist/ and the server into target/server/

check: ## Check formatting, lints, licences and TypeScript
	@tools/install.sh prerequisites
	@node tools/test.mjs check

bench: build e2e-tools wrk ## Measure size, speed in a browser, and the server
	@tools/debian.sh /usr/bin/chromium chromium fonts-liberation
	@npm --prefix e2e run bench

clean: ## Remove what was built and the demo's databases; keep the installed tools
	rm -rf target dist e2e/test-results e2e/playwright-report
	rm -rf data/demo.db* data/dev.db*

# With -j2 pages and server are built side by side: much of linking the pages is work for one processor.
# Only a release build writes compressed copies, so that one stands for all of dist/.
dist/index.html.br: .tools/ready $(PAGES)
	trunk build --release --locked
	@touch $@

target/server/my-account-server: .tools/ready $(SERVER)
	cargo build --locked --profile server -p my-account-server
	@touch $@

# For CDNs: the headers that the server sends.
dist/_headers: dist/index.html.br target/server/my-account-server
	@target/server/my-account-server headers --static dist > $@

dist: build ## Pack the pages, and the server with them, into archives in target/dist/
	@node tools/dist/make.mjs

reproduce: dist ## Build the commit once more, from nothing, and compare the archives to the byte
	@node tools/dist/reproduce.mjs

tools: .tools/ready
check-tools: .tools/check-ready
e2e-tools: e2e/node_modules/.package-lock.json
browser: e2e-tools
	@tools/chromium.sh
fronts:
	@tools/debian.sh /usr/sbin/nginx nginx-light
	@tools/debian.sh /usr/bin/caddy caddy
	@tools/debian.sh /usr/bin/openssl openssl
wrk:
	@tools/debian.sh /usr/bin/wrk wrk
schemathesis:
	@tools/schemathesis.sh

.tools/ready: tools/install.sh rust-toolchain.toml Cargo.lock $(shell find tools/wasm) tools/node_modules/.package-lock.json
	@tools/install.sh build
	@touch $@

.tools/check-ready: tools/install.sh rust-toolchain.toml
	@tools/install.sh check
	@touch $@

%/node_modules/.package-lock.json: %/package-lock.json
	@tools/install.sh prerequisites
	npm ci --prefix $* --ignore-scripts --no-audit --no-fund
	@touch $@
