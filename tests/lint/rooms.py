# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of the rooms in src/: which library a room may list and into which rooms its includes may point.

src/README.md has the picture. A room that isn't named here may not exist.
"""

GLIB = {"glib", "gobject", "gio"}

# What a dependency is called in meson.build, and the headers that belong to it.
LIBRARIES = {
    "glib": ("glib.h", "glib-object.h", "glib/*", "gmodule.h", "glib-unix.h", "gobject/*"),
    "gobject": ("glib-object.h",),
    "gio": ("gio/gio.h", "gio/gnetworking.h", "gio/gdesktopappinfo.h"),
    "gio_unix": ("gio/gunix*", "gio/gfiledescriptorbased.h"),
    "json": ("json-glib/*",),
    "sqlite": ("sqlite3.h",),
    "crypto": ("openssl/*",),
    "soup": ("libsoup/*",),
    "secret": ("libsecret/*",),
    "gtk": ("gtk/*", "gdk/*", "gsk/*", "graphene*", "pango/*"),
    "adw": ("adwaita.h",),
    "fontconfig": ("fontconfig/*",),
    "poppler": ("poppler*", "glib/poppler*"),
    "cairo": ("cairo*",),
    "pangocairo": ("pango/*", "cairo*"),
    "pixbuf": ("gdk-pixbuf/*",),
    "seccomp": ("seccomp.h",),
    "archive": ("archive*",),
    "xml": ("libxml/*",),
    "qrencode": ("qrencode.h",),
}


class Room:
    def __init__(self, links=(), sees=(), headers=(), errors=(), never=()):
        self.links = GLIB | set(links)  # libraries its meson.build may list
        self.sees = set(sees)  # rooms below it
        self.headers = self.links | set(headers)  # libraries whose headers it may include
        self.errors = set(errors)  # rooms of which it knows the error domain alone
        self.never = never  # patterns its code must not hold, with the reason


FILES_AND_NETWORK = (
    (r"\bg_file_(?:get|set)_contents|\bg_file_new_|\bf?open \(", "model knows no files"),
    (r"\bg_socket_|\bg_resolver_|\bg_network_", "model knows no network"),
)

# A header both sides of the seal include, and the only one.
PROTOCOL = {"render", "viewer"}

ROOMS = {
    "model": Room(never=FILES_AND_NETWORK),
    "api": Room(links={"json"}, sees={"model"}),
    "db": Room(links={"sqlite"}),
    "proof": Room(links={"crypto"}),
    "viewer": Room(links={"gio_unix", "poppler", "cairo", "pixbuf", "seccomp"}),
    "store": Room(links={"gio_unix"}, sees={"db", "proof", "model"}),
    # api's headers speak JsonNode, so json-glib's header is seen where api is; listing it stays api's.
    "remote": Room(links={"soup", "secret"}, sees={"api", "proof", "model"}, headers={"json"}),
    "render": Room(links={"gio_unix"}),
    "sheet": Room(),
    "dossier": Room(links={"pangocairo", "cairo"}, sees={"model"}),
    "desk": Room(
        links={"gio_unix"},
        sees={"store", "remote", "render", "dossier", "sheet", "api", "proof", "model"},
        headers={"json"},
        errors={"db"},
    ),
    "app": Room(links={"gtk", "adw", "fontconfig", "qrencode", "gio_unix"}, sees={"desk", "model"}),
    "practice": Room(
        links={"soup", "gio_unix"}, sees={"api", "model", "db", "proof"}, headers={"json"}
    ),
}
