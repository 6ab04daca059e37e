#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants one violation after the other in a small clean tree and expects the rule that is there for it to find it.

A rule no planted violation reaches fails the test too: a lint that can't fail is a defect.
Speaks TAP.
"""

import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True

import code_rules  # noqa: E402,F401
import data_rules  # noqa: E402,F401
from tree import RULES, Absent, Tree  # noqa: E402

C_HEAD = """/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

"""
HEAD = "# SPDX-FileCopyrightText: 2026 The Signet authors\n# SPDX-License-Identifier: GPL-3.0-or-later\n"
XML_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-FileCopyrightText: 2026 The Signet authors
     SPDX-License-Identifier: GPL-3.0-or-later -->
"""
PO_HEAD = f"""{HEAD}msgid ""
msgstr ""
"Project-Id-Version: signet\\n"
"PO-Revision-Date: 2026-11-21 08:00+0000\\n"
"Last-Translator: Signet\\n"
"Language-Team: Chinese\\n"
"Language: zh_CN\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""

RED, PAGE = "src/model/signet-red.c", "src/app/signet-page.c"
CLEAN = {
    "Makefile": HEAD + "all:\n\t@meson compile\n",
    "src/model/meson.build": HEAD + "model_lib = static_library('model', dependencies: [gobject_dep])\n",
    "src/model/signet-red.h": C_HEAD + "#pragma once\n\n#include <glib-object.h>\n\nint signet_red (void);\n",
    RED: C_HEAD + '#include "model/signet-red.h"\n\nint\nsignet_red (void)\n{\n  return 1;\n}\n',
    "src/render/signet-ask.c": C_HEAD + '#include "viewer/signet-viewer-protocol.h"\n',
    "src/viewer/signet-viewer-protocol.h": C_HEAD + "#pragma once\n",
    "src/app/meson.build": HEAD + "app = executable('signet', dependencies: [gtk_dep, adw_dep, desk_dep, model_dep])\n",
    PAGE: C_HEAD + '#include <glib/gi18n.h>\n\nconst char *\npage (void)\n{\n  return _ ("Save, please.");\n}\n',
    "resources/signet-page.ui": XML_HEAD + '<interface><template class="P"/></interface>\n',
    "resources/signet.gresource.xml": XML_HEAD
    + '<gresources><gresource prefix="/a"><file>signet-page.ui</file></gresource></gresources>\n',
    "resources/dossier.gresource.xml": XML_HEAD
    + '<gresources><gresource prefix="/a"><file>dossier/zh/a.ini</file><file>dossier/en/a.ini</file></gresource></gresources>\n',
    "resources/dossier/zh/a.ini": HEAD + "\n[a]\ntitle=通知\nterm=自{from}起至{until}止。\n",
    "resources/dossier/en/a.ini": HEAD + "\n[a]\ntitle=Notice\nterm=Until {until}, from {from}.\n",
    "po/POTFILES": f"data/signet.desktop.in\ndata/signet.metainfo.xml.in\n{PAGE}\n",
    "po/LINGUAS": "zh_CN\n",
    "po/zh_CN.po": PO_HEAD + 'msgid "Save, please."\nmsgstr "请您保存。"\n\nmsgid "Signet"\nmsgstr "知印"\n\n'
    + 'msgid "File complaints"\nmsgstr "提交投诉"\n\nmsgid "The Signet authors"\nmsgstr "知印作者"\n\n'
    + 'msgid "It files complaints, follows them and keeps each receipt that was given for them."\n'
    + 'msgstr "提交投诉，跟进处理，并保存每份回执。"\n',
    "data/signet.desktop.in": HEAD
    + "[Desktop Entry]\nType=Application\nName=Signet\nExec=signet\nIcon=signet\nCategories=Office;\n",
    "data/signet.metainfo.xml.in": XML_HEAD
    + """<component type="console-application">
  <id>io.github.signetdesk.Signet</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>GPL-3.0-or-later</project_license>
  <name>Signet</name>
  <summary>File complaints</summary>
  <description><p>It files complaints, follows them and keeps each receipt that was given for them.</p></description>
  <url type="homepage">https://example.org</url>
  <developer_name>The Signet authors</developer_name>
  <content_rating type="oars-1.1"/>
  <provides><binary>signet</binary></provides>
  <releases><release version="0.1.0" date="2026-11-21"/></releases>
</component>
""",
    "data/signet.gschema.xml": XML_HEAD
    + '<schemalist><schema id="a.b" path="/a/b/"><key name="c" type="b"><default>true</default></key></schema></schemalist>\n',
    "data/rules/set.json": """{
  "right_kinds": [{"kind": "trademark", "label": {"en": "Mark", "zh-CN": "商标"}}],
  "target_kinds": [{"kind": "goods", "label": {"en": "Goods", "zh-CN": "商品"}}],
  "reasons": [{"code": "copy", "right_kinds": ["trademark"], "target_kinds": ["goods"]}]
}
""",
    "flatpak/a.b.json": """{"id": "a.b", "command": "signet", "finish-args": ["--share=network"],
  "modules": [{"sources": [{"type": "dir", "path": ".."}]},
    {"sources": [{"type": "archive", "url": "https://a/b", "sha256": "%064d"}]}]}
"""
    % 0,
    "tests/run.py": "#!/usr/bin/python3\n" + HEAD + "print('x')\n",
    "tests/go.sh": "#!/bin/bash\n" + HEAD + "echo x\n",
    "tests/peers/package-lock.json": '{"packages": {"": {}, "a": {"version": "1.0.0", "integrity": "sha512-x"}}}\n',
    "tests/lint/redocly.yaml": HEAD + "extends: [recommended]\n",
    "data/openapi/a.yaml": HEAD
    + """openapi: 3.1.0
info: {title: A, version: '1', license: {name: GPL-3.0-or-later, identifier: GPL-3.0-or-later}}
servers: [{url: 'https://a.example.org'}]
security: []
paths:
  /a:
    get:
      operationId: a
      summary: A
      responses:
        '200': {description: fine}
        '404': {description: not there}
""",
}


def add(path, text):
    """The file with a text at its end, new where it wasn't there."""
    return lambda files: files.__setitem__(path, files.get(path, "") + text)


def swap(path, old, new):
    def change(files):
        assert old in files[path], (path, old)
        files[path] = files[path].replace(old, new)

    return change


def without(path):
    return lambda files: files.pop(path)


# Rule, what is planted, a part of the message expected.
PLANTED = [
    ("clang-format", swap(RED, "  return 1;", "    return 1 ;"), "isn't as clang-format"),
    ("licence", swap(RED, "2026 The", "2026 Some"), "two SPDX lines"),
    ("licence", swap("tests/go.sh", "License-Identifier", "Licence"), "License-Identifier"),
    ("licence", swap("resources/signet-page.ui", "FileCopyrightText", "Text"), "FileCopyrightText"),
    ("licence", add("src/app/meson.build.d/meson.build", "x = 1\n"), "FileCopyrightText"),
    ("walls", swap("src/model/meson.build", "gobject_dep", "gtk_dep"), "must not link gtk"),
    ("walls", swap("src/app/meson.build", "desk_dep", "store_dep"), "must not link the room store"),
    ("walls", swap("src/app/meson.build", "desk_dep", "soup_dep"), "must not link soup"),
    ("walls", swap("src/app/meson.build", "desk_dep", "dependency('x')"), "root meson.build"),
    ("walls", add("src/utils/meson.build", HEAD), "no room utils"),
    ("walls", swap(RED, "\n\nint", "\n#include <sqlite3.h>\n\nint"), "<sqlite3.h>"),
    ("walls", swap(RED, "\n\nint", "\n#include <libsoup/soup.h>\n\nint"), "<libsoup/soup.h>"),
    ("walls", swap(PAGE, "<glib/gi18n.h>", "<glib/poppler.h>"), "<glib/poppler.h>"),
    ("walls", swap(PAGE, "<glib/gi18n.h>", "<json-glib/json-glib.h>"), "<json-glib/json-glib.h>"),
    ("walls", swap(RED, "return 1", "return g_file_get_contents (0, 0, 0, 0)"), "knows no files"),
    ("arrows", swap(PAGE, "<glib/gi18n.h>", '"store/signet-store.h"'), "app must not include store"),
    ("arrows", add("src/desk/a.c", C_HEAD + '#include "db/signet-db.h"\n'), "desk must not include db"),
    ("arrows", swap(RED, "\n\nint", '\n#include "app/signet-page.h"\n\nint'), "model must not include app"),
    ("arrows", swap("src/render/signet-ask.c", "viewer-protocol", "viewer-pages"), "render must not include viewer"),
    ("arrows", swap(RED, '"model/signet-red.h"', '"signet-red.h"'), "does not name its room"),
    ("arrows", swap(RED, '"model/signet-red.h"', '"model/signet-blue.h"'), "does not exist"),
    ("arrows", swap(RED, '#include "model', '#include <glib.h>\n#include "model'), "first"),
    ("arrows", swap("src/model/signet-red.h", "#pragma once\n", ""), "#pragma once"),
    ("arrows", add("src/utils/a.c", C_HEAD), "no room utils"),
    ("markers", swap(RED, "return 1;", "return 1; /* TO" + "DO */"), "do it or file it"),
    ("markers", add("tests/go.sh", "cd /wor" + "k/x\n"), "one machine"),
    ("length", add(RED, "/* a */\n" * 1000), "1000 is the end"),
    ("switches", swap(RED, "return 1", 'return !g_getenv ("A")'), "environment"),
    ("switches", swap(RED, "return 1", "return G_OPTION_FLAG_HIDDEN"), "hidden option"),
    ("no-version-control", add("Makefile", "\t@git describe\n"), "calls @git"),
    ("no-version-control", add("tests/run.py", "import subprocess\nsubprocess.run(['git', 'log'])\n"), "calls"),
    ("script-syntax", add("tests/run.py", "if\n"), "syntax"),
    ("script-syntax", add("tests/mode.sh", "#!/bin/bash\n" + HEAD), "executable"),
    ("script-syntax", swap("tests/run.py", "/usr/bin/python3", "/usr/bin/env python3"), "/usr/bin/python3"),
    ("script-syntax", add("tests/go.sh", "if x; then\n"), "end of file"),
    ("well-formed", add("resources/signet-page.ui", "<a>"), "parser error"),
    ("template-pairs", without(PAGE), "no .c"),
    ("resources", without("resources/signet-page.ui"), "does not exist"),
    ("resources", add("resources/other.css", HEAD), "no resource list"),
    ("potfiles-complete", swap("po/POTFILES", PAGE + "\n", ""), "not in po/POTFILES"),
    ("potfiles-complete", swap("resources/signet-page.ui", "/></i", '><property translatable="yes">A</property></template></i'), "not in po"),
    ("potfiles-complete", add("po/POTFILES", "src/a.c\n"), "does not exist"),
    ("potfiles-complete", add("po/POTFILES", RED + "\n"), "holds no words"),
    ("potfiles-complete", add("po/POTFILES", PAGE + "\n"), "twice"),
    ("translations", swap("po/zh_CN.po", "请您保存。", ""), "untranslated"),
    ("translations", swap("po/zh_CN.po", 'msgid "Save', '#, fuzzy\nmsgid "Save'), "fuzzy"),
    ("translations", swap(PAGE, "Save, please.", "Save it."), "Save it."),
    ("translations", swap("po/zh_CN.po", "请您保存。", "请您保存."), "half-width"),
    ("translations", swap("po/zh_CN.po", "请您保存。", "请你保存。"), "rather than 您"),
    ("translations", swap("po/LINGUAS", "zh_CN", "de"), "not in po/LINGUAS"),
    ("dossier-texts", swap("resources/dossier/en/a.ini", "title=Notice\n", ""), "has no title"),
    ("dossier-texts", add("resources/dossier/zh/a.ini", "more=更多\n"), "has no more"),
    ("dossier-texts", add("resources/dossier/zh/a.ini", "title=更多\n"), "twice"),
    ("dossier-texts", add("resources/dossier/zh/a.ini", "more\n"), "no line of a key file"),
    ("dossier-texts", swap("resources/dossier/en/a.ini", "title=Notice", "title="), "is empty"),
    ("dossier-texts", swap("resources/dossier/en/a.ini", "{until}", "{end}"), "other places"),
    ("dossier-texts", swap("resources/dossier/zh/a.ini", "通知", "请你注意"), "rather than 您"),
    ("dossier-texts", swap("resources/dossier/zh/a.ini", "通知", "通知!"), "half-width"),
    ("dossier-texts", without("resources/dossier/en/a.ini"), "does not exist"),
    ("desktop-file", swap("data/signet.desktop.in", "Name=Signet\n", ""), "Name"),
    ("metainfo", swap("data/signet.metainfo.xml.in", "<name>Signet</name>", ""), "name"),
    ("settings-schema", swap("data/signet.gschema.xml", "<default>true", "<default>7x"), ""),
    ("json-data", swap("data/rules/set.json", '"code": "copy",', '"code": "copy", "code": "b",'), "twice"),
    ("json-data", add("data/rules/set.json", ","), "Extra data"),
    ("rule-sets", swap("data/rules/set.json", ', "zh-CN": "商标"', ""), "no zh-CN"),
    ("rule-sets", swap("data/rules/set.json", '["goods"]', '["moon"]'), "doesn't know"),
    ("rule-sets", swap("data/rules/set.json", '"right_kinds": ["trademark"]', '"right_kinds": ["x"]'), "fits no right"),
    ("flatpak-manifest", swap("flatpak/a.b.json", '"a.b"', '"a.c"'), "id"),
    ("flatpak-manifest", swap("flatpak/a.b.json", "--share=network", "--filesystem=home"), "portal"),
    ("flatpak-manifest", swap("flatpak/a.b.json", f'"{0:064}"', '""'), "pinned"),
    ("flatpak-manifest", swap("flatpak/a.b.json", '".."', '"."'), "this tree"),
    ("peers-lock", swap("tests/peers/package-lock.json", '"version"', '"resolved": "https://a/b", "version"'), "records"),
    ("peers-lock", swap("tests/peers/package-lock.json", '"integrity"', '"int"'), "no integrity"),
    ("openapi", swap("data/openapi/a.yaml", "      operationId: a\n", ""), "operationId"),
    ("openapi", swap("data/openapi/a.yaml", "description: fine", "desc: fine"), "desc"),
]  # fmt: skip


def build(files, folder):
    for path, text in files.items():
        there = os.path.join(folder, path)
        os.makedirs(os.path.dirname(there), exist_ok=True)
        with open(there, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(there, 0o755 if text.startswith("#!") != path.startswith("tests/mode") else 0o644)
    style = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", ".clang-format")
    shutil.copy(style, folder)


def found(name, files, peers):
    with tempfile.TemporaryDirectory(prefix="signet-lint-") as folder:
        build(files, folder)
        tree = Tree(folder, peers)
        rule = RULES[name]
        subjects = rule.subjects(tree)
        if not subjects:
            return ["there is nothing for it to look at"]
        try:
            return [f"{path}:{line}: {message}" for path, line, message in rule.check(tree, subjects)]
        except Absent as absent:
            return absent


def main():
    peers = sys.argv[1] if len(sys.argv) > 1 else None
    count = 0
    failed = 0

    def tell(fine, what, more=()):
        nonlocal count, failed
        if isinstance(more, Absent):
            count += 1
            print(f"ok {count} - {what} # SKIP {more}")
            return
        count += 1
        failed += not fine
        print(f"{'ok' if fine else 'not ok'} {count} - {what}", flush=True)
        for line in more if not fine else ():
            print(f"# {line}")

    for name in RULES:
        hits = found(name, dict(CLEAN), peers)
        tell(hits == [], f"{name}: the clean tree is clean", hits)
        tell(any(name == planted for planted, _, _ in PLANTED), f"{name}: has a planted violation")
    for name, plant, expected in PLANTED:
        files = dict(CLEAN)
        plant(files)
        hits = found(name, files, peers)
        fine = not isinstance(hits, Absent) and any(expected in hit for hit in hits)
        tell(fine, f"{name}: finds {expected or 'it'!r}", hits or ["found nothing"])
    print(f"1..{count}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
