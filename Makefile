# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Every command a newcomer needs, from a clean clone on a bare Debian 12 with git and make.
# README.md explains each target; everything is built in build/ (build-asan/ for check-asan).

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build

BUILD := build
# The program finds its helpers, words and settings where it is installed; `make run` and the tour install it here.
HERE := $(CURDIR)/$(BUILD)/prefix
PREFIX := /usr
ASAN := build-asan
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

# The build and the tests run under one neutral locale; LANG is for the program alone.
PROGRAM_LANG := $(or $(LANG),C.UTF-8)
TOUR_LANG := $(if $(filter zh_CN%,$(LANG)),zh_CN.UTF-8,en_US.UTF-8)
export LC_ALL := C.UTF-8
unexport LANGUAGE

.PHONY: check-long check-keepassxc check-flatpak build staged deps peers locale run tour check check-asan bench install flatpak clean

deps:
	@SUDO="$(SUDO)" .ci/install-packages

$(BUILD)/build.ninja $(ASAN)/build.ninja: | deps

$(BUILD)/build.ninja:
	@meson setup $(BUILD) --werror --prefix=$(HERE) $(if $(V),,>/dev/null) || { cat $(BUILD)/meson-logs/meson-log.txt; exit 1; }

build: deps $(BUILD)/build.ninja
	@meson compile -C $(BUILD)

staged: build
	@meson install -C $(BUILD) --no-rebuild --quiet >/dev/null

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

check: staged peers locale
	@tests/run $(BUILD) --no-suite long

# The same with the full figures of kill storms and the like: up to three hours, never in CI.
check-long: staged peers locale
	@tests/run $(BUILD) --setup long

# The client's credentials in KeePassXC instead of gnome-keyring. It is a large program that nothing else here needs, so
# it is installed for this alone.
check-keepassxc: deps $(BUILD)/build.ninja
	@command -v keepassxc >/dev/null || { $(SUDO) apt-get -qq update; \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get -qq install -y --no-install-recommends keepassxc >/dev/null; }
	@meson compile -C $(BUILD) tests/keyring/test-keepassxc
	@xvfb-run --auto-servernum dbus-run-session --config-file tests/keyring/bus.conf -- \
	  $(BUILD)/tests/keyring/test-keepassxc

# The client's credentials as in a Flatpak: in a sandbox, its bus filtered by what the manifest permits, with a real portal
# outside. These programs too are installed for this alone.
FLATPAK_NEEDS := bubblewrap xdg-dbus-proxy xdg-desktop-portal
check-flatpak: deps $(BUILD)/build.ninja
	@dpkg -s $(FLATPAK_NEEDS) >/dev/null 2>&1 || { $(SUDO) apt-get -qq update; \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get -qq install -y --no-install-recommends $(FLATPAK_NEEDS) >/dev/null; }
	@meson compile -C $(BUILD) tests/keyring/test-flatpak tests/keyring/flatpak-inmate
	@env -u DISPLAY -u WAYLAND_DISPLAY dbus-run-session --config-file tests/keyring/bus.conf -- \
	  $(BUILD)/tests/keyring/test-flatpak $(BUILD)/tests/keyring/flatpak-inmate tests/keyring/late-portal.py \
	  flatpak/io.github.signetdesk.Signet.json

# The viewer keeps its seal but for RLIMIT_AS, under which AddressSanitizer can't live.
check-asan: deps $(ASAN)/build.ninja
	@meson compile -C $(ASAN)
	@tests/run $(ASAN) --setup asan --suite unit --suite net --suite render --suite gui

$(ASAN)/build.ninja:
	@meson setup $(ASAN) --werror -Db_sanitize=address,undefined -Db_lundef=false $(if $(V),,>/dev/null)

# The program gets the person's language; with no display to open it on, the tour shows it.
run: staged locale
ifeq ($(DISPLAY)$(WAYLAND_DISPLAY),)
	@$(MAKE) --no-print-directory tour
else
	@env -u LC_ALL LANG=$(PROGRAM_LANG) XDG_DATA_DIRS=$(HERE)/share:$${XDG_DATA_DIRS:-/usr/local/share:/usr/share} \
	  $(HERE)/bin/signet
endif

# CERT= LINKS= OWNER= NUMBER= LANG= take one's own papers and language, KILL=1 and CUT=1 make it harder.
tour: staged locale
	@tests/e2e/tour.py --build $(BUILD) $(if $(CERT),--cert '$(CERT)') $(if $(LINKS),--links '$(LINKS)') \
	  $(if $(OWNER),--owner '$(OWNER)') $(if $(NUMBER),--number '$(NUMBER)') --lang $(TOUR_LANG) \
	  $(if $(KILL),--kill-after-each-step) $(if $(CUT),--cut)

# Figures beside those of well-known programs; never a test.
bench: staged peers locale
	@tests/bench/bench.py $(BUILD)

# For a packager: PREFIX= is where it will live, DESTDIR= where it is put now.
install: deps
	@[[ -f $(BUILD)/package/build.ninja ]] || meson setup $(BUILD)/package --buildtype=release >/dev/null
	@meson configure $(BUILD)/package -Dprefix=$(PREFIX)
	@meson compile -C $(BUILD)/package
	@meson install -C $(BUILD)/package --no-rebuild --quiet $(if $(DESTDIR),--destdir "$(abspath $(DESTDIR))")

# Building the Flatpak needs flatpak-builder; here the manifest is held to its rules.
flatpak: deps
	@tests/lint/lint.py json-data flatpak-manifest

clean:
	@rm -rf $(BUILD) $(ASAN)
