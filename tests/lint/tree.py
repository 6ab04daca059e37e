# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree a lint looks at: the source folder without what was built in it. Asks no version control."""

import fnmatch
import os
import re
import subprocess
import tempfile

SKIPPED_FOLDERS = {".git", "node_modules", "__pycache__", "subprojects"}

RULES = {}


class Absent(Exception):
    """A tool the rule needs isn't here: the rule is skipped, which `make check` counts as failed."""


class Rule:
    """One rule: `subjects (tree)` says which files it looks at, `check (tree, files)` yields (path, line, message)."""

    def __init__(self, name, subjects, check):
        self.name, self.subjects, self.check = name, subjects, check


def rule(subjects):
    """Registers a check under its function's name. Where no subject exists the rule isn't there yet."""

    def register(check):
        name = check.__name__.replace("_", "-")
        RULES[name] = Rule(name, subjects, check)
        return check

    return register


class Tree:
    def __init__(self, source, build):
        self.source = os.path.abspath(source)
        self.build = os.path.abspath(build) if build else None
        self._files = None
        self._texts = {}
        self._scratch = None

    @property
    def files(self):
        if self._files is None:
            self._files = sorted(self._walk())
        return self._files

    def _walk(self):
        for folder, folders, names in os.walk(self.source):
            inside = os.path.relpath(folder, self.source)
            folders[:] = [
                name
                for name in folders
                if name not in SKIPPED_FOLDERS
                and not os.path.exists(os.path.join(folder, name, "meson-private"))
                and not (inside == "." and name.startswith(("build", "_build")))
            ]
            for name in names:
                path = os.path.normpath(os.path.join(inside, name))
                if not os.path.islink(os.path.join(self.source, path)):
                    yield path

    def match(self, *patterns):
        """Files whose path matches one of the patterns; `*` goes over folders too."""
        return [p for p in self.files if any(fnmatch.fnmatchcase(p, pattern) for pattern in patterns)]

    def path(self, path):
        return os.path.join(self.source, path)

    def bytes(self, path):
        with open(self.path(path), "rb") as file:
            return file.read()

    def text(self, path):
        if path not in self._texts:
            self._texts[path] = self.bytes(path).decode("utf-8", errors="replace")
        return self._texts[path]

    def lines(self, path):
        return self.text(path).splitlines()

    def grep(self, path, pattern):
        """(line number, match) for each hit."""
        for number, line in enumerate(self.lines(path), 1):
            for hit in re.finditer(pattern, line):
                yield number, hit

    def code(self, path):
        """A C file with comments blanked out and its lines kept."""

        def blank(hit):
            text = hit.group(0)
            return re.sub(r"[^\n]", " ", text) if text.startswith("/") else text

        return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"', blank, self.text(path), flags=re.DOTALL)

    def run(self, *command, env=None):
        """Runs a tool with the source folder as its place; gives status and output."""
        done = subprocess.run(
            command,
            cwd=self.source,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(env or {})},
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", errors="replace")

    def built(self, path):
        """The file as the build made it, or a copy of the input under the output's name."""
        if self.build:
            there = os.path.join(self.build, path)
            if os.path.exists(there):
                return there
        source = path if os.path.exists(self.path(path)) else path + ".in"
        if self._scratch is None:
            self._scratch = tempfile.TemporaryDirectory(prefix="signet-lint-")  # goes with the tree
        there = os.path.join(self._scratch.name, os.path.basename(path))
        with open(there, "wb") as copy:
            copy.write(self.bytes(source))
        return there
