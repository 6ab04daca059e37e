#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows every file of a folder through the sealed viewer, as TAP: each is drawn like pdftocairo draws it, or refused
with a reason, and either within bounds. Folders in SIGNET_PDF_CORPUS (colon-separated) are gone through as well.

usage: corpus.py PROBE-VIEW FOLDER...
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
import time

KINDS = (".pdf", ".png", ".jpg", ".jpeg")
REASONS = "damaged encrypted wrong-password too-slow too-big crashed unsupported seal failed".split()
MAX_KB = 512 * 1024
# The viewer is given 9 seconds of the clock for a request; the rest is a busy machine's.
MAX_SECONDS = 30


class View:
    """One run of probe-view: its exit, what it printed, its time and its memory."""

    def __init__(self, probe, path, picture):
        start = time.monotonic()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen([probe, path, "1", "100", picture, "--text"], stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = self.status = os.waitstatus_to_exitcode(status)
            self.seconds = time.monotonic() - start
            out.seek(0)
            err.seek(0)
            first, _, self.text = out.read().decode("utf-8", "replace").partition("\n")
            # The sanitizer may have spoken before.
            self.reason = (err.read().decode("utf-8", "replace").strip().splitlines() or [""])[-1]
        words = first.split()
        self.peak = max(usage.ru_maxrss, int(words[2]) if len(words) > 3 else 0)
        self.layers = words[3].split(",") if len(words) > 3 else []
        self.incomplete = words[4:] == ["incomplete"]


def papers(folder):
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.lower().endswith(KINDS)]


def bare_limits():
    """Poppler by itself may take the whole machine."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def bare(path, picture):
    """The first page by poppler's own program: seconds, KiB, and whether it came to something in 20 seconds."""
    start = time.monotonic()
    command = ["timeout", "-s", "KILL", "20", "pdftocairo", "-png", "-singlefile", "-r", "100", "-f", "1", "-l", "1"]
    process = subprocess.Popen(
        [*command, path, picture.removesuffix(".png")], stderr=subprocess.DEVNULL, preexec_fn=bare_limits
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.monotonic() - start, usage.ru_maxrss, process.returncode == 0


def different(one, other):
    """Of a thousand, how many pixels differ by more than a tenth."""
    sizes = [subprocess.check_output(["identify", "-format", "%w %h", path], text=True) for path in (one, other)]
    if sizes[0] != sizes[1]:
        return 1000.0
    found = subprocess.run(
        ["compare", "-metric", "AE", "-fuzz", "10%", one, other, "null:"], stderr=subprocess.PIPE, text=True, check=False
    )
    width, height = map(int, sizes[0].split())
    return float(found.stderr.split()[0]) * 1000 / width / height


def squeezed(text):
    return re.sub(r"[\s\u00a0\u00ad\ufffd-]+", "", text)


def same_text(ours, path):
    """pdftotext reads a form's buttons too: whole lines of its may be missing in ours. Where it comes to no end by
    itself there is nothing to compare with."""
    try:
        theirs = subprocess.run(
            ["pdftotext", "-f", "1", "-l", "1", path, "-"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, timeout=20,
        ).stdout.decode("utf-8", "replace")  # fmt: skip
    except subprocess.TimeoutExpired:
        return True
    rest = squeezed(ours)
    missing = []
    for line in filter(None, map(squeezed, theirs.split("\n"))):
        if rest.startswith(line):
            rest = rest[len(line) :]
        else:
            missing.append(line)
    return not rest and sum(map(len, missing)) <= len(squeezed(theirs)) // 20


def look(probe, path, folder):
    """What is wrong with how this file is shown, or nothing."""
    picture, reference = os.path.join(folder, "ours.png"), os.path.join(folder, "theirs.png")
    for leftover in (picture, reference):
        if os.path.exists(leftover):
            os.unlink(leftover)
    view = View(probe, path, picture)
    if view.status not in (0, 3):
        return f"probe-view ended with {view.status}: {view.reason}"
    if view.seconds > MAX_SECONDS:
        return f"took {view.seconds:.1f} s"
    # The sanitizer's own memory would be counted too.
    if view.peak > MAX_KB and (view.status == 3 or "as" in view.layers):
        return f"took {view.peak} KiB"
    if view.status == 3:
        return None if view.reason.split(":")[0] in REASONS else f"no reason: {view.reason}"
    if view.incomplete or not path.lower().endswith(".pdf") or not bare(path, reference)[2]:
        return None
    share = different(picture, reference)
    if share > 1:
        return f"{share:.2f} of 1000 pixels differ from pdftocairo's"
    return None if same_text(view.text, path) else "its text differs from pdftotext's"


def main() -> int:
    if len(sys.argv) < 3:
        print(__doc__.strip().splitlines()[-1], file=sys.stderr)
        return 2
    probe, *folders = sys.argv[1:]
    folders += filter(None, os.environ.get("SIGNET_PDF_CORPUS", "").split(":"))
    files = [path for folder in folders for path in papers(folder)]
    print(f"1..{len(files)}", flush=True)
    failed = 0
    with tempfile.TemporaryDirectory(prefix="signet-corpus-") as folder:
        for number, path in enumerate(files, 1):
            wrong = look(probe, path, folder)
            failed += wrong is not None
            name = os.path.basename(path)
            print(f"not ok {number} {name} - {wrong}" if wrong else f"ok {number} {name}", flush=True)
    return 1 if failed or not files else 0


if __name__ == "__main__":
    sys.exit(main())
