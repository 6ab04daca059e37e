# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about what isn't code: templates, resources, words, the desktop's files, JSON, OpenAPI."""

import json
import os
import re
import tempfile
import xml.etree.ElementTree as ElementTree

from tree import Absent, rule

# As meson's i18n.gettext (preset: 'glib') calls xgettext.
XGETTEXT = (
    "--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2", "--keyword=NC_:1c,2",
    "--keyword=g_dcgettext:2", "--keyword=g_dngettext:2,3", "--keyword=g_dpgettext2:2c,3",
)  # fmt: skip
TRANSLATED = r"""(?:\b(?:N|C|NC|)_|\bn?gettext|\bg_d\w*gettext2?)\s?\("""
HAN = r"[\u3400-\u9fff]"


def templates(tree):
    return tree.match("resources/*.ui")


def xml_of(tree, path):
    return ElementTree.fromstring(tree.bytes(path))


@rule(lambda tree: tree.match("*.ui", "*.xml", "*.xml.in", "*.svg"))
def well_formed(tree, files):
    """Every XML file is well-formed."""
    for path in files:
        status, output = tree.run("xmllint", "--noout", "--nonet", path)
        if status:
            yield path, 0, output.strip().splitlines()[0]


@rule(templates)
def template_pairs(tree, files):
    """Every template has a class file of the same name."""
    sources = {os.path.basename(path)[:-2] for path in tree.match("src/app/*.c")}
    for path in files:
        if os.path.basename(path)[:-3] not in sources:
            yield path, 1, "no .c of this name in src/app"


@rule(lambda tree: tree.match("resources/*.gresource.xml", "data/*.gresource.xml"))
def resources(tree, files):
    """What a resource list names exists, and what lies in resources/ is named by one."""
    listed = set()
    for path in files:
        for element in xml_of(tree, path).iter("file"):
            name = os.path.normpath(os.path.join(os.path.dirname(path), element.text.strip()))
            listed.add(name)
            # A file of the build (a compiled schema, say) is named without its folder; a source must be there.
            if not os.path.exists(tree.path(name)):
                yield path, 0, f"{element.text.strip()} does not exist"
    for path in tree.match("resources/*"):
        if path.endswith(("meson.build", ".gresource.xml", ".md")) or path in listed:
            continue
        # Icons of the theme and dossier texts may be installed instead: then a meson.build names them.
        name = os.path.basename(path)
        if not any(name in tree.text(build) for build in tree.match("resources/*meson.build")):
            yield path, 0, "no resource list names it"


def words_of(tree):
    """Files that hold words for people."""
    found = []
    for path in tree.match("src/*.c", "src/*.h"):
        if re.search(TRANSLATED, tree.code(path)):
            found.append(path)
    for path in templates(tree):
        if re.search(r'translatable="(?:yes|true|1)"', tree.text(path)):
            found.append(path)
    for path in tree.match("data/*.gschema.xml"):
        if re.search(r"<(?:summary|description)>", tree.text(path)):
            found.append(path)
    return found + tree.match("data/*.desktop.in", "data/*.metainfo.xml.in")


def potfiles(tree):
    return [line.strip() for line in tree.lines("po/POTFILES") if line.strip() and not line.startswith("#")]


@rule(lambda tree: tree.match("po/POTFILES"))
def potfiles_complete(tree, files):
    """po/POTFILES names every file with words for people, and no other, once each and in order."""
    listed = potfiles(tree)
    words = words_of(tree)
    for path in sorted(set(words) - set(listed)):
        yield path, 0, "holds words but is not in po/POTFILES"
    for path in listed:
        if not os.path.exists(tree.path(path)):
            yield "po/POTFILES", 0, f"{path} does not exist"
        elif path not in words:
            yield "po/POTFILES", 0, f"{path} holds no words"
    for path in sorted({path for path in listed if listed.count(path) > 1}):
        yield "po/POTFILES", 0, f"{path} stands there twice"


def entries(text):
    """(line, msgid, msgstr) of a catalogue written out by msgcat, one string a line."""
    msgid, line = None, 0
    for number, row in enumerate(text.splitlines(), 1):
        hit = re.match(r'(msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$', row)
        if not hit:
            continue
        if hit.group(1) == "msgid":
            msgid, line = hit.group(2), number
        elif hit.group(1).startswith("msgstr"):
            yield line, msgid, hit.group(2)


@rule(lambda tree: tree.match("po/*.po"))
def translations(tree, files):
    """Each catalogue translates every word of today's sources, with nothing fuzzy, in the trade's manner."""
    linguas = [line.strip() for line in tree.lines("po/LINGUAS") if line.strip() and not line.startswith("#")]
    for path in files:
        if os.path.basename(path)[:-3] not in linguas:
            yield path, 0, "is not in po/LINGUAS"

    with tempfile.TemporaryDirectory(prefix="signet-lint-") as folder:
        pot = os.path.join(folder, "signet.pot")
        status, output = tree.run("xgettext", *XGETTEXT, "-o", pot, "--package-name=signet", "-f", "po/POTFILES")
        if status or not os.path.exists(pot):
            yield "po/POTFILES", 0, output.strip() or "xgettext found no words"
            return
        for path in files:
            status, output = tree.run("msgfmt", "--check", "--statistics", "-o", os.devnull, path)
            if status:
                yield path, 0, output.strip().splitlines()[0]
            elif "fuzzy" in output or "untranslated" in output:
                yield path, 0, output.strip()
            status, output = tree.run("msgcmp", path, pot)
            for line in output.splitlines():
                hit = re.match(r"(.+?):(\d+): (.*)$", line)
                if hit and status:
                    yield path, 0, f"{hit.group(3)} ({message_at(tree.path(hit.group(1)), int(hit.group(2)))})"
            if os.path.basename(path).startswith("zh"):
                yield from chinese(tree, path)


def message_at(path, line):
    """What a catalogue has at a line (an absolute path stays what it is)."""
    with open(path, encoding="utf-8") as catalogue:
        return " ".join(catalogue.read().splitlines()[max(0, line - 2) : line])[:120]


def chinese(tree, path):
    """A Chinese text speaks politely and has full-width marks between its characters."""
    _, output = tree.run("msgcat", "--no-wrap", path)
    for _, msgid, msgstr in entries(output):
        # The search terms of a desktop file are a list, its separator isn't punctuation.
        if not msgid or msgid.endswith(";") or not re.search(HAN, msgstr):
            continue
        if "你" in msgstr:
            yield path, 0, f"says 你 rather than 您: {msgstr}"
        if re.search(rf"{HAN}[,;:?!]|{HAN}\.(?:\s|$)|{HAN}\.\.\.", msgstr):
            yield path, 0, f"has half-width punctuation: {msgstr}"


def keys_of(tree, path):
    """{(group, key): (line, text)} of a key file, and what is wrong with it."""
    found, wrong, group = {}, [], None
    for number, line in enumerate(tree.lines(path), 1):
        if not line.strip() or line.startswith("#"):
            continue
        head = re.fullmatch(r"\[(.+)\]", line)
        entry = re.fullmatch(r"([A-Za-z0-9_-]+)=(.*)", line)
        if head:
            group = head.group(1)
        elif not entry or group is None:
            wrong.append((number, "is no line of a key file"))
        elif (group, entry.group(1)) in found:
            wrong.append((number, f"{entry.group(1)} stands there twice"))
        else:
            found[group, entry.group(1)] = number, entry.group(2)
    return found, wrong


def places(text):
    return sorted(re.findall(r"\{[a-z]+\}", text))


@rule(lambda tree: tree.match("resources/dossier/*/*.ini"))
def dossier_texts(tree, files):
    """Each paper Signet writes has the same keys with the same places to fill in every language."""
    languages = sorted({"en", "zh"} | {path.split(os.sep)[2] for path in files})
    for name in sorted({os.path.basename(path) for path in files}):
        texts = {}
        for language in languages:
            path = os.path.join("resources", "dossier", language, name)
            if path not in files:
                yield path, 0, "does not exist"
                continue
            texts[path], wrong = keys_of(tree, path)
            yield from ((path, number, message) for number, message in wrong)
            for (group, key), (number, text) in texts[path].items():
                if not text.strip():
                    yield path, number, f"{key} is empty"
                if language == "zh" and "你" in text:
                    yield path, number, f"{key} says 你 rather than 您"
                if language == "zh" and re.search(rf"{HAN}[,;:?!]|{HAN}\.(?:\s|$)", text):
                    yield path, number, f"{key} has half-width punctuation"
        for path, keys in texts.items():
            for other in texts:
                for entry, (number, text) in texts[other].items():
                    if entry not in keys:
                        yield path, 0, f"has no {entry[1]}, which {other} has"
                    elif places(text) != places(keys[entry][1]):
                        yield path, keys[entry][0], f"{entry[1]} has other places than {other}"


@rule(lambda tree: tree.match("data/*.desktop.in", "data/*.desktop"))
def desktop_file(tree, files):
    """desktop-file-validate accepts the desktop file."""
    for path in files:
        status, output = tree.run("desktop-file-validate", "--warn-kde", tree.built(path.removesuffix(".in")))
        if status or output.strip():
            yield path, 0, output.strip()


@rule(lambda tree: tree.match("data/*.metainfo.xml.in", "data/*.metainfo.xml"))
def metainfo(tree, files):
    """appstreamcli accepts the metainfo, without asking the network."""
    for path in files:
        status, output = tree.run("appstreamcli", "validate", "--no-net", "--no-color", tree.built(path.removesuffix(".in")))
        if status:
            yield path, 0, output.strip()


@rule(lambda tree: tree.match("data/*.gschema.xml"))
def settings_schema(tree, files):
    """glib-compile-schemas accepts the settings."""
    for folder in sorted({os.path.dirname(path) for path in files}):
        status, output = tree.run("glib-compile-schemas", "--strict", "--dry-run", folder)
        if status or output.strip():
            yield folder, 0, output.strip()


def strict_json(data):
    def pairs(members):
        names = [name for name, _ in members]
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"member {sorted(twice)[0]!r} stands twice")
        return dict(members)

    def refuse(name):
        raise ValueError(f"{name} is not JSON")

    return json.loads(data.decode("utf-8"), object_pairs_hook=pairs, parse_constant=refuse)


@rule(lambda tree: tree.match("data/*.json", "flatpak/*.json", "tests/peers/*.json"))
def json_data(tree, files):
    """Every JSON file that is shipped is JSON, with no member twice."""
    for path in files:
        try:
            strict_json(tree.bytes(path))
        except ValueError as error:
            yield path, 0, str(error)


@rule(lambda tree: tree.match("data/rules/*.json"))
def rule_sets(tree, files):
    """Each label of a rule set speaks both languages, and what it links exists in the same set."""

    def labels(value, where):
        if isinstance(value, dict):
            if "en" in value or "zh-CN" in value:
                for language in ("en", "zh-CN"):
                    if not value.get(language):
                        yield f"{where} has no {language}"
                return
            for name, member in value.items():
                yield from labels(member, f"{where}/{name}")
        elif isinstance(value, list):
            for index, member in enumerate(value):
                yield from labels(member, f"{where}/{index}")

    for path in files:
        rules = strict_json(tree.bytes(path))
        for message in labels(rules, ""):
            yield path, 0, message
        rights = {right["kind"] for right in rules.get("right_kinds", [])}
        targets = {target["kind"] for target in rules.get("target_kinds", [])}
        for reason in rules.get("reasons", []):
            if not rights & set(reason.get("right_kinds", [])):
                yield path, 0, f"reason {reason['code']} fits no right of this set"
            if set(reason.get("target_kinds", [])) - targets:
                yield path, 0, f"reason {reason['code']} names a target the set doesn't know"


@rule(lambda tree: tree.match("data/openapi/*.yaml"))
def openapi(tree, files):
    """redocly accepts the OpenAPI document (recommended rules; what is left out stands in tests/lint/redocly.yaml)."""
    redocly = os.path.join(tree.build or "", "peers", "node_modules", ".bin", "redocly")
    if not os.path.exists(redocly):
        raise Absent("build/peers has no redocly: run `make peers`")
    for path in files:
        status, output = tree.run(
            redocly, "lint", "--config", "tests/lint/redocly.yaml", "--format", "github-actions", path,
            env={"REDOCLY_TELEMETRY": "off", "NO_COLOR": "1", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"},
        )  # fmt: skip
        hits = re.findall(r"^::(?:error|warning) .*?file=(\S+?),line=(\d+).*?::(.*)$", output, re.MULTILINE)
        for _, line, message in hits:
            yield path, int(line), message
        if status and not hits:
            yield path, 0, output.strip()[-400:]


@rule(lambda tree: tree.match("tests/peers/package-lock.json"))
def peers_lock(tree, files):
    """The lock pins each peer by digest and records no host to download from."""
    for path in files:
        lock = strict_json(tree.bytes(path))
        for name, package in lock.get("packages", {}).items():
            if not name:
                continue
            if "resolved" in package:
                yield path, 0, f"{name} records {package['resolved']}"
            if "integrity" not in package and not package.get("link") and not package.get("inBundle"):
                yield path, 0, f"{name} has no integrity"


@rule(lambda tree: tree.match("flatpak/*.json"))
def flatpak_manifest(tree, files):
    """The manifest builds this tree under its own id, opens no folder of the person's and pins what it downloads."""
    for path in files:
        manifest = strict_json(tree.bytes(path))
        name = os.path.basename(path)[: -len(".json")]
        if manifest.get("id") != name:
            yield path, 0, f"its id isn't {name}"
        if manifest.get("command") != "signet":
            yield path, 0, "its command isn't signet"
        for argument in manifest.get("finish-args", []):
            if argument.startswith(("--filesystem", "--socket=session-bus", "--socket=system-bus", "--allow=devel")):
                yield path, 0, f"{argument}: a file comes through the portal, a service by its name"
        ours = False
        for module in manifest.get("modules", []):
            for source in module.get("sources", []):
                ours |= source == {"type": "dir", "path": ".."}
                if source.get("url", "https://").split(":")[0] != "https":
                    yield path, 0, f"{source['url']} isn't https"
                if "url" in source and not re.fullmatch("[0-9a-f]{64}", source.get("sha256", "")):
                    yield path, 0, f"{source['url']} isn't pinned by its digest"
        if not ours:
            yield path, 0, "doesn't build this tree"
