# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about code: style, licence, walls, arrows, length, switches."""

import ast
import fnmatch
import os
import re

from rooms import LIBRARIES, PROTOCOL, ROOMS
from tree import rule

HARD_LENGTH = 1000

C = ("src/*.c", "src/*.h", "tests/*.c", "tests/*.h")
SCRIPTS = ("*.py", "*.sh", "*.mjs", "*.js")
LICENSED = (*C, *SCRIPTS, "*meson.build", "Makefile", "*.ini", "*.ui", "*.css", "*.sql", "*.xml", "*.xml.in", "*.in",
            "*.yaml", "*.yml", "po/*.po", ".ci/run", ".ci/install-packages")


def c_files(tree):
    return tree.match(*C)


def scripts(tree):
    """Files named as scripts and those that say so in their first line."""
    named = set(tree.match(*SCRIPTS))
    for path in tree.files:
        if "." not in os.path.basename(path) and tree.bytes(path)[:2] == b"#!":
            named.add(path)
    return sorted(named)


def room_of(path):
    parts = path.split(os.sep)
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


@rule(c_files)
def clang_format(tree, files):
    """Every C file is as clang-format writes it."""
    for start in range(0, len(files), 40):
        status, output = tree.run("clang-format", "--dry-run", "-Werror", *files[start : start + 40])
        if status:
            hits = {}
            for path, line in re.findall(r"^(\S+?):(\d+):\d+: error: ", output, re.MULTILINE):
                hits.setdefault(path, []).append(line)
            if not hits:
                yield files[start], 0, output.strip() or f"clang-format ended with {status}"
            for path, lines in hits.items():
                more = sorted(set(lines), key=int)
                yield path, int(more[0]), f"isn't as clang-format -i writes it, in {len(more)} lines"


@rule(lambda tree: sorted(set(tree.match(*LICENSED)) | set(scripts(tree))))
def licence(tree, files):
    """Whose it is and under which licence stands in the first lines."""
    for path in files:
        head = tree.lines(path)[:8]
        text = "\n".join(head)
        if path.endswith((".c", ".h")):
            if head[:2] != [
                "/* SPDX-FileCopyrightText: 2026 The Signet authors",
                " * SPDX-License-Identifier: GPL-3.0-or-later */",
            ]:
                yield path, 1, "does not begin with the two SPDX lines"
            continue
        if "SPDX-FileCopyrightText: " not in text:
            yield path, 1, "no SPDX-FileCopyrightText in its head"
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in text and not (
            ".metainfo.xml" in path and "SPDX-License-Identifier: CC0-1.0" in text
        ):
            yield path, 1, "no SPDX-License-Identifier in its head"


@rule(lambda tree: tree.match("src/*/meson.build"))
def walls(tree, files):
    """A room lists only the libraries of its row in rooms.py, and includes no other library's header."""
    for path in files:
        room = ROOMS.get(room_of(path))
        if room is None:
            yield path, 1, f"there is no room {room_of(path)} in tests/lint/rooms.py"
            continue
        for number, line in enumerate(tree.lines(path), 1):
            line = line.split("#")[0]
            for name in re.findall(r"\b(\w+?)_dep\b", line):
                if name == room_of(path):
                    continue
                if name in ROOMS:
                    if name not in room.sees:
                        yield path, number, f"{room_of(path)} must not link the room {name}"
                elif name not in room.links:
                    yield path, number, f"{room_of(path)} must not link {name}"
            if re.search(r"\bdependency\s*\(", line):
                yield path, number, "dependencies are declared in the root meson.build"

    for path in tree.match("src/*.c", "src/*.h"):
        room = ROOMS.get(room_of(path))
        if room is None:
            continue
        code = tree.code(path)
        for number, line in enumerate(code.splitlines(), 1):
            hit = re.match(r"\s*#\s*include\s*<([^>]+)>", line)
            if not hit:
                continue
            owners = {
                name
                for name, patterns in LIBRARIES.items()
                if any(fnmatch.fnmatchcase(hit.group(1), pattern) for pattern in patterns)
            }
            # <glib/poppler.h> is poppler's, not glib's.
            if len(owners) > 1:
                owners -= {"glib"} if "gobject" not in owners else set()
            if owners and not owners & room.headers:
                yield path, number, f"{room_of(path)} must not include <{hit.group(1)}>"
        for pattern, reason in room.never:
            for number, line in enumerate(code.splitlines(), 1):
                if re.search(pattern, line):
                    yield path, number, reason


@rule(lambda tree: tree.match("src/*.c", "src/*.h"))
def arrows(tree, files):
    """Includes between our rooms point down only, name the room, and a file includes its own header first."""
    protocol = set()
    for path in files:
        name, room = room_of(path), ROOMS.get(room_of(path))
        if room is None:
            yield path, 1, f"there is no room {name} in tests/lint/rooms.py"
            continue
        first = None
        for number, line in enumerate(tree.code(path).splitlines(), 1):
            hit = re.match(r'\s*#\s*include\s*"([^"]+)"', line)
            first = first or re.match(r"\s*#\s*include\s*(\S+)", line)
            if not hit:
                continue
            target = hit.group(1)
            there = target.split("/")[0] if "/" in target else None
            generated = target.endswith(("-resources.h", "config.h", "-enums.h"))
            if there is None:
                if not generated:
                    yield path, number, f'"{target}" does not name its room'
                continue
            if not generated and not os.path.exists(tree.path(f"src/{target}")):
                yield path, number, f'"{target}" does not exist in src/'
            if there == name:
                continue
            if {there, name} == PROTOCOL and target.endswith("-protocol.h"):
                protocol.add(target)
                if len(protocol) > 1:
                    yield path, number, f"render and viewer share one header, not also {target}"
            elif there in room.errors and target == f"{there}/signet-{there}-error.h":
                continue
            elif there not in room.sees:
                yield path, number, f"{name} must not include {there} ({target})"
        if path.endswith(".c"):
            # A private header includes the public one of its class and may stand for it.
            own, private = path[len("src/") : -2] + ".h", path[len("src/") : -2] + "-private.h"
            first = first.group(1) if first else None
            if os.path.exists(tree.path(f"src/{own}")) and first not in (f'"{own}"', f'"{private}"'):
                yield path, 1, f'does not include "{own}" first'
        elif "#pragma once" not in tree.text(path):
            yield path, 1, "a header says #pragma once"


@rule(lambda tree: tree.match(*C, *SCRIPTS, "*meson.build", "*.ui", "*.css", "Makefile", "*.yaml", "data/*", "*.md"))
def markers(tree, files):
    """Nothing is left to be done later, and no place of one machine stands in the tree."""
    for path in files:
        if path.endswith((".pdf", ".png")):
            continue
        for number, hit in tree.grep(path, r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b"):
            yield path, number, f"{hit.group(0)}: do it or file it"
        for number, _ in tree.grep(path, r"(?<![\w.])/wor" + r"k/"):
            yield path, number, "names a place of one machine"


@rule(lambda tree: tree.match(*C, *SCRIPTS, "*.ui", "*.css"))
def length(tree, files):
    """No file over 1,000 lines."""
    for path in files:
        count = len(tree.lines(path))
        if count > HARD_LENGTH:
            yield path, count, f"{count} lines; {HARD_LENGTH} is the end"


# A switch read from the environment is a hook. Path -> names that are none, since the desktop or a library defines them.
SWITCHES = {"src/remote/signet-secret-file.c": ("SECRET_BACKEND",)}
SWITCH = r"\b(?:g_getenv|g_environ_getenv|secure_getenv|getenv|g_listenv|g_get_environ) \("


@rule(lambda tree: tree.match("src/*.c"))
def switches(tree, files):
    """The program reads no environment variable and hides no option: there is no hook for tests in it."""
    for path in files:
        for number, line in enumerate(tree.code(path).splitlines(), 1):
            if re.search(SWITCH, line) and not any(name in line for name in SWITCHES.get(path, ())):
                yield path, number, "reads the environment; see SWITCHES in tests/lint/code_rules.py"
            if "G_OPTION_FLAG_HIDDEN" in line:
                yield path, number, "a hidden option is a hook"
            if re.search(r'"[^"]*(?:SIGNET_TEST|test-hook|testing-mode)', line):
                yield path, number, "a switch for tests"


@rule(lambda tree: sorted(set(scripts(tree)) | set(tree.match("*meson.build", "Makefile"))))
def no_version_control(tree, files):
    """No build step and no test asks git: a tarball builds as a clone does."""
    for path in files:
        if path.startswith("tests/lint/"):
            continue
        for number, hit in tree.grep(path, r"""(?:^|[\s"'`$(|;&@])git["']?,?\s+["']?(?:-C|[a-z][a-z-]+)\b"""):
            if not re.match(r"\s*(?:#|\"\"\")", tree.lines(path)[number - 1]):
                yield path, number, f"calls {hit.group(0).strip()}"


@rule(scripts)
def script_syntax(tree, files):
    """Every script can be read by its interpreter."""
    for path in files:
        head = tree.lines(path)[0] if tree.lines(path) else ""
        if head.startswith("#!") != os.access(tree.path(path), os.X_OK):
            yield path, 1, "what begins with #! is executable, and only that"
        if path.endswith(".py") or "python" in head:
            if head.startswith("#!") and head != "#!/usr/bin/python3":
                yield path, 1, "Python scripts start with #!/usr/bin/python3"
            try:
                ast.parse(tree.text(path), path)
            except SyntaxError as error:
                yield path, error.lineno or 0, str(error)
        elif path.endswith((".mjs", ".js")) or "node" in head:
            status, output = tree.run("node", "--check", path)
            if status:
                yield path, 0, output.strip().splitlines()[0]
        elif path.endswith(".sh") or "sh" in head:
            status, output = tree.run("bash", "-n", path)
            if status:
                yield path, 0, output.strip()
