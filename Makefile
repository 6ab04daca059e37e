# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every command a newcomer needs, from a clean clone on a bare Debian 12 with git and make.
# README.md explains each target; everything is built in build/ (build-asan/ for check-asan).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build

BUILD := build
ASAN := build-asan
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

# The build and the tests run under one neutral locale; LANG is for the program alone.
PROGRAM_LANG := $(or $(LANG),C.UTF-8)
export LC_ALL := C.UTF-8
unexport LANGUAGE

.PHONY: build deps peers locale check check-asan bench install flatpak clean

deps:
	@SUDO="$(SUDO)" .ci/install-packages

$(BUILD)/build.ninja $(ASAN)/build.ninja: | deps

$(BUILD)/build.ninja:
	@meson setup $(BUILD) --werror $(if $(V),,>/dev/null) || { cat $(BUILD)/meson-logs/meson-log.txt; exit 1; }

build: deps $(BUILD)/build.ninja
	@meson compile -C $(BUILD)

# Programs nobody here wrote, by name and digest from tests/peers/package-lock.json.
PEERS := $(BUILD)/peers/node_modules/.package-lock.json
peers: $(PEERS)

$(PEERS): tests/peers/package.json tests/peers/package-lock.json tests/peers/.npmrc | deps $(BUILD)/build.ninja
	@mkdir -p $(BUILD)/peers
	@cp $^ $(BUILD)/peers/
	@cd $(BUILD)/peers && npm ci --ignore-scripts --loglevel=error
	@touch $@

locale: $(BUILD)/locale/zh_CN.UTF-8 $(BUILD)/locale/en_US.UTF-8

$(BUILD)/locale/%.UTF-8: | deps $(BUILD)/build.ninja
	@mkdir -p $(BUILD)/locale
	@localedef -i $* -f UTF-8 $@

check: build peers locale
	@tests/run $(BUILD)

# The viewer keeps its seal but for RLIMIT_AS, under which AddressSanitizer can't live.
check-asan: deps $(ASAN)/build.ninja
	@meson compile -C $(ASAN)
	@tests/run $(ASAN) --setup asan --suite unit --suite net --suite render --suite gui

$(ASAN)/build.ninja:
	@meson setup $(ASAN) --werror -Db_sanitize=address,undefined -Db_lundef=false $(if $(V),,>/dev/null)

# Figures beside those of well-known programs; never a test.
bench: build locale
	@tests/bench/bench.py $(BUILD)

# Staged where DESTDIR says, for a packager.
install: build
	@meson install -C $(BUILD) --no-rebuild $(if $(V),,--quiet) $(if $(DESTDIR),--destdir "$(abspath $(DESTDIR))")

# Building the Flatpak needs flatpak-builder; here the manifest is held to its rules.
flatpak: deps
	@tests/lint/lint.py json-data flatpak-manifest

clean:
	@rm -rf $(BUILD) $(ASAN)
