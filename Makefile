# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every command a newcomer needs, from a clean clone on a bare Debian 12 with git and make.
# README.md explains each target; everything is built in build/.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build

BUILD := build
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

# The build and the tests run under one neutral locale; LANG is for the program alone.
PROGRAM_LANG := $(or $(LANG),C.UTF-8)
export LC_ALL := C.UTF-8
unexport LANGUAGE

.PHONY: build deps locale check check-asan run install clean

deps:
	@SUDO="$(SUDO)" .ci/install-packages

$(BUILD)/build.ninja:
	@meson setup $(BUILD) --werror >$(if $(V),/dev/stdout,/dev/null) || { meson setup $(BUILD) --werror; exit 1; }

build: deps $(BUILD)/build.ninja
	@meson compile -C $(BUILD)

locale: $(BUILD)/locale/zh_CN.UTF-8 $(BUILD)/locale/en_US.UTF-8

$(BUILD)/locale/%.UTF-8: | deps
	@mkdir -p $(BUILD)/locale
	@localedef -i $* -f UTF-8 $@

check: build locale
	@tests/run $(BUILD)

clean:
	@rm -rf $(BUILD) $(BUILD)-asan
