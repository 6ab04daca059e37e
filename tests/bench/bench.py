#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes Signet's figures beside those of a well-known program in the same run, and says whether the goal is met.

Never a test: a figure depends on the machine; what counts is the ratio. Runs of the two alternate and the median
is taken. A line is there as soon as the program it measures is.

usage: bench.py BUILD [LINE...]
"""

import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [os.path.join(TESTS, "e2e"), os.path.join(TESTS, "render")]

import corpus  # noqa: E402
from session import Session  # noqa: E402

HERE = os.path.dirname(os.path.abspath(__file__))
ROUNDS = 7
LINES = []


class Figure:
    """`ours` and `theirs` in `unit`; the ratio that counts is ours to theirs, a rate's the other way round."""

    def __init__(self, ours, theirs, unit, against):
        self.ours, self.theirs, self.unit, self.against = ours, theirs, unit, against


class Goal:
    """At most a ratio (`most`), or at least one (`least`), or a plain limit in the figure's unit (`limit`)."""

    def __init__(self, most=None, least=None, limit=None):
        self.most, self.least, self.limit = most, least, limit

    def met(self, figure):
        if self.limit is not None:
            return figure.ours <= self.limit
        ratio = figure.ours / figure.theirs
        return ratio <= self.most if self.most is not None else ratio >= self.least

    def __str__(self):
        if self.limit is not None:
            return f"<= {self.limit:g}"
        return f"<= {self.most:g} x" if self.most is not None else f">= {self.least:g} x"


def line(name, goal, first=None, needs=()):
    """A line of the table; `first` is what the first landing has to reach, if anything, `needs` the programs it
    measures."""

    def register(measure):
        LINES.append((name, goal, first, needs, measure))
        return measure

    return register


def seconds(command, **options):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, **options)
    return time.perf_counter() - start


def figures(command):
    """What a program of ours prints: figures on one line."""
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    return [float(word) for word in output.split()]


def alternate(ours, theirs, rounds=ROUNDS):
    """Medians of both after one round to warm up, so that neither profits from the other's cache."""
    pairs = [(ours(), theirs()) for _ in range(rounds + 1)][1:]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


@line("hash evidence, 256 MiB", Goal(least=0.9), needs=["tests/bench/bench-hash"])
def hash_evidence(build):
    with tempfile.NamedTemporaryFile(prefix="signet-bench-") as file:
        block = random.Random(1).randbytes(1 << 20)
        for _ in range(256):
            file.write(block)
        file.flush()
        program = os.path.join(build, "tests/bench/bench-hash")
        ours, theirs = alternate(
            lambda: 256 / seconds([program, file.name]),
            lambda: 256 / seconds(["openssl", "dgst", "-sha256", file.name]),
        )
    return Figure(ours, theirs, "MiB/s", "openssl dgst -sha256")


@line("paste 10,000 links to checked targets", Goal(limit=250), needs=["tests/probe/probe-links"])
def paste_links(build):
    chance = random.Random(2)
    rows = []
    for number in range(10_000):
        rows.append(
            chance.choice(
                [
                    f"https://app.kwaixiaodian.com/page/goods/detail?id={22087000000 + number}&utm_source=share",
                    f"3.21 复制打开快手 https://www.kuaishou.com/short-video/3x{number:07d} 来看看",
                    f"https://v.kuaishou.com/{number:06x}",
                ]
            )
        )
    text = "\n".join(rows).encode()
    program = [os.path.join(build, "tests/probe/probe-links"), "--rules", "kuaishou"]
    ours, theirs = alternate(
        lambda: 1000 * seconds(program, input=text), lambda: 1000 * seconds(["sort", "-u"], input=text)
    )
    return Figure(ours, theirs, "ms", "sort -u")


@line("slowest keystroke of a search over 100,000 items", Goal(limit=16), needs=["tests/bench/bench-search"])
def search(build):
    with tempfile.TemporaryDirectory(prefix="signet-bench-") as folder:
        program = os.path.join(build, "tests/bench/bench-search")
        subprocess.run([program, folder, "100000", "1"], stdout=subprocess.DEVNULL, check=True)
        text, _order, like = figures([program, folder, "100000", "1"])
    return Figure(text, like, "ms", "SQLite LIKE scan")


class Rights:
    """2,000 rights of 200 principals, imported and looked at in one run for two lines of the table."""

    taken = ()

    @classmethod
    def of(cls, build):
        if not cls.taken:
            with tempfile.TemporaryDirectory(prefix="signet-bench-") as folder:
                cls.taken = figures([os.path.join(build, "tests/bench/bench-rights"), folder])
        return cls.taken


@line("slowest switch, filter or search, 2,000 rights of 200", Goal(limit=33), needs=["tests/bench/bench-rights"])
def look_at_rights(build):
    slowest, like, _longest, _whole = Rights.of(build)
    return Figure(slowest, like, "ms", "SQLite LIKE scan")


class Lists:
    """What a person does with the lists of a large agency in the program's window, wide and narrow, taken in one run
    for several lines of the table: the longest turn of the main loop, which is a frame. What counts is the main
    thread's processor time, since that doesn't depend on what else the machine does; the time that passed stands
    beside it."""

    taken = []

    @classmethod
    def of(cls, build, page):
        if not cls.taken:
            with tempfile.TemporaryDirectory(prefix="signet-bench-") as folder:
                session = Session(folder, "C.UTF-8")
                session.environment["GSETTINGS_SCHEMA_DIR"] = os.path.join(build, "data")
                session.environment["GSETTINGS_BACKEND"] = "memory"
                try:
                    for width in ("wide", "narrow"):
                        output = session.run(os.path.join(build, "tests/bench/bench-lists"), width, timeout=300)
                        cls.taken += [line.split() for line in output.decode().splitlines()]
                finally:
                    session.close()
        longest = max((row for row in cls.taken if row[0] == page), key=lambda row: float(row[2]))
        return Figure(float(longest[2]), float(longest[3]), "ms", f"time passed ({longest[1]})")


for place in ("rights", "complaints", "identity", "switcher", "wizard"):
    line(f"longest frame of 200 principals' lists, {place}", Goal(limit=33), needs=["tests/bench/bench-lists"])(
        lambda build, place=place: Lists.of(build, place)
    )


@line("longest stop of the main loop, importing 2,000 rights", Goal(limit=50), needs=["tests/bench/bench-rights"])
def import_rights(build):
    _slowest, _like, longest, whole = Rights.of(build)
    return Figure(longest, whole, "ms", "the whole import")


class Starts:
    """Start time and memory of programs, taken together on one desktop and asked for by two lines of the table."""

    taken = {}

    @classmethod
    def of(cls, build):
        if not cls.taken:
            from programs import Programs

            with tempfile.TemporaryDirectory(prefix="signet-bench-") as folder:
                programs = Programs(build)
                session = Session(folder, "C.UTF-8")
                try:
                    cls.taken = cls._take(session, build, programs)
                finally:
                    session.close()
        return cls.taken

    @staticmethod
    def _take(session, build, programs):
        watcher = os.path.join(build, "tests/bench/bench-first-frame")
        commands = {
            "signet": programs.signet,
            "bare": [os.path.join(build, "tests/bench/bench-bare-window")],
            "editor": ["gnome-text-editor", "--standalone"],
        }
        session.environment.update(programs.environment)
        # A desk that remembers 100,000 items.
        data = os.path.join(session.environment["XDG_DATA_HOME"], "signet")
        os.makedirs(data, mode=0o700)
        session.run(os.path.join(build, "tests/bench/bench-search"), data, "10000", "10", timeout=300)
        found = {name: [] for name in commands}
        for _ in range(ROUNDS + 1):
            for name, command in commands.items():
                words = session.run(watcher, "2500", *command, timeout=60).split()
                if len(words) == 2:
                    found[name].append((float(words[0]), int(words[1]) / 1024))
        return {
            name: tuple(statistics.median(pair[i] for pair in pairs[1:]) for i in (0, 1))
            for name, pairs in found.items()
        }


class TusServer:
    """@tus/server with an empty folder, and a file to send it."""

    def __init__(self, build, megabytes):
        self.folder = tempfile.TemporaryDirectory(prefix="signet-bench-")
        self.store = os.path.join(self.folder.name, "store")
        self.file = os.path.join(self.folder.name, "file")
        os.mkdir(self.store)
        block = random.Random(3).randbytes(1 << 20)
        with open(self.file, "wb") as file:
            for _ in range(megabytes):
                file.write(block)
        script = os.path.join(HERE, "..", "peers", "tus-platform.mjs")
        self.server = subprocess.Popen(
            ["node", script, os.path.join(build, "peers"), self.store], stdout=subprocess.PIPE
        )
        self.address = json.loads(self.server.stdout.readline())["address"]

    def forget(self):
        for name in os.listdir(self.store):
            os.unlink(os.path.join(self.store, name))

    def send_by_curl(self):
        self.forget()
        tus = ["-H", "Tus-Resumable: 1.0.0"]
        size = os.path.getsize(self.file)
        answer = subprocess.run(
            ["curl", "-si", "-X", "POST", *tus, "-H", f"Upload-Length: {size}", f"{self.address}/v1/files"],
            stdout=subprocess.PIPE, check=True, text=True,
        ).stdout  # fmt: skip
        location = re.search(r"^location: *(\S+)", answer, re.IGNORECASE | re.MULTILINE).group(1)
        return seconds(
            ["curl", "-sf", "-X", "PATCH", *tus, "-H", "Upload-Offset: 0", "-H", "Expect:",
             "-H", "Content-Type: application/offset+octet-stream", "-T", self.file, location]
        )  # fmt: skip

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.kill()
        self.server.wait()
        self.folder.cleanup()


UPLOAD_NEEDS = ["tests/bench/bench-upload", "peers/node_modules/@tus/server"]


@line("upload 1 GiB", Goal(least=0.9), needs=UPLOAD_NEEDS)
def upload(build):
    with TusServer(build, 1024) as tus:
        program = os.path.join(build, "tests/bench/bench-upload")

        def ours():
            tus.forget()
            return 1024 / figures([program, tus.address, tus.file])[0]

        rates = alternate(ours, lambda: 1024 / tus.send_by_curl(), rounds=3)
    return Figure(*rates, "MiB/s", "curl to the same tus server")


@line("memory it grows by, uploading 1 GiB", Goal(limit=16), needs=UPLOAD_NEEDS)
def upload_memory(build):
    with TusServer(build, 1024) as tus:
        grown = figures([os.path.join(build, "tests/bench/bench-upload"), tus.address, tus.file])[1] / 1024
    return Figure(grown, 1024, "MiB", "size of the file")


@line("start to first frame, 100,000 items", Goal(most=1.35), Goal(most=1.5), needs=["src/app/signet", "tests/bench/bench-first-frame"])
def start(build):
    taken = Starts.of(build)
    return Figure(taken["signet"][0], taken["bare"][0], "ms", f"bare window (text editor {taken['editor'][0]:.0f})")


@line("memory after start, 100,000 items", Goal(limit=80), Goal(limit=85), needs=["src/app/signet", "tests/bench/bench-first-frame"])
def memory(build):
    taken = Starts.of(build)
    return Figure(taken["signet"][1], taken["bare"][1], "MB PSS", f"bare window (text editor {taken['editor'][1]:.0f})")


@line("first page of a PDF, from click", Goal(most=0.3), Goal(most=0.4),
      needs=["tests/bench/bench-first-page", "tests/bench/bench-see-page", "tests/render/papers"])  # fmt: skip
def first_page(build):
    """Ours until a frame with the page is painted, evince's until the page is on the screen."""
    paper = os.path.join(build, "tests/render/papers/good.pdf")
    with tempfile.TemporaryDirectory(prefix="signet-bench-") as folder:
        session = Session(folder, "C.UTF-8")
        session.environment["GSETTINGS_SCHEMA_DIR"] = os.path.join(build, "data")

        def ours():
            with tempfile.TemporaryDirectory(prefix="signet-bench-") as desk:
                return float(
                    session.run(
                        os.path.join(build, "tests/bench/bench-first-page"),
                        os.path.join(build, "src/viewer/signet-viewer"), desk, paper,
                    )
                )  # fmt: skip

        def theirs():
            return float(session.run(os.path.join(build, "tests/bench/bench-see-page"), "evince", paper, timeout=60))

        try:
            return Figure(*alternate(ours, theirs), "ms", "evince from exec")
        finally:
            session.close()


def corpus_files(build):
    """The papers of the render suite and whatever folders SIGNET_PDF_CORPUS names."""
    folders = [os.path.join(build, "tests/render/papers")]
    folders += filter(None, os.environ.get("SIGNET_PDF_CORPUS", "").split(":"))
    return [path for folder in folders for path in corpus.papers(folder)]


@line("render through the seal", Goal(most=1.25), Goal(most=1.5), needs=["tests/bench/bench-render", "tests/render/papers"])
def render(build):
    """All pages of a scan and of a text, and of every PDF in SIGNET_PDF_CORPUS that can be drawn, one document open
    at a time."""
    everyday = [os.path.join(build, "tests/render/papers", name) for name in ("scan.pdf", "words.pdf")]
    others = [path for path in corpus_files(build) if path.endswith(".pdf") and "/render/papers/" not in path]
    ours = theirs = 0.0
    for path in everyday + others:
        run = subprocess.run(
            ["timeout", "20", os.path.join(build, "tests/bench/bench-render"),
             os.path.join(build, "src/viewer/signet-viewer"), "9", path],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False,
        )
        if run.returncode == 0:
            sealed, here = map(float, run.stdout.split())
            ours, theirs = ours + sealed, theirs + here
    return Figure(ours, theirs, "ms", "poppler in-process")


class Corpus:
    """The worst of a corpus in time and memory, sealed and by pdftocairo, taken together for two lines."""

    taken = {}

    @classmethod
    def of(cls, build):
        if not cls.taken:
            probe = os.path.join(build, "tests/probe/probe-view")
            ours, theirs = [], []
            with tempfile.TemporaryDirectory(prefix="signet-bench-") as folder:
                picture = os.path.join(folder, "page.png")
                for path in corpus_files(build):
                    view = corpus.View(probe, path, picture)
                    ours.append((view.seconds, view.peak / 1024))
                    if path.endswith(".pdf"):
                        seconds_, kilobytes, _ = corpus.bare(path, picture)
                        theirs.append((seconds_, kilobytes / 1024))
            cls.taken = {
                "files": len(ours),
                "seconds": (max(pair[0] for pair in ours), max(pair[0] for pair in theirs)),
                "megabytes": (max(pair[1] for pair in ours), max(pair[1] for pair in theirs)),
            }
        return cls.taken


@line("sealed viewer over a corpus, slowest", Goal(limit=10), Goal(limit=10),
      needs=["tests/probe/probe-view", "tests/render/papers"])
def corpus_time(build):
    taken = Corpus.of(build)
    return Figure(*taken["seconds"], "s", f"pdftocairo, killed after 20 s, {taken['files']} files")


@line("sealed viewer over a corpus, most memory", Goal(limit=512), Goal(limit=512),
      needs=["tests/probe/probe-view", "tests/render/papers"])
def corpus_memory(build):
    taken = Corpus.of(build)
    return Figure(*taken["megabytes"], "MB", f"pdftocairo, {taken['files']} files")


def main():
    if len(sys.argv) < 2:
        print(__doc__.strip().splitlines()[-1], file=sys.stderr)
        return 2
    build, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
    rows = [("what", "Signet", "against", "", "ratio", "goal", "", "first landing", "")]
    for name, goal, first, needs, measure in LINES:
        if wanted and not any(word in name for word in wanted):
            continue
        if not all(os.path.exists(os.path.join(build, need)) for need in needs):
            continue
        if "SIGNET_PDF_CORPUS" in name and "SIGNET_PDF_CORPUS" not in os.environ:
            continue
        print(f"measuring {name}", file=sys.stderr)
        try:
            figure = measure(build)
        except (OSError, subprocess.SubprocessError, RuntimeError, KeyError, statistics.StatisticsError) as error:
            row = (name, "-", str(error)[:60], "", "", str(goal), "missed", str(first or ""), "missed" if first else "")
            rows.append(row)
            continue
        rows.append(
            (
                name,
                f"{figure.ours:,.1f} {figure.unit}",
                f"{figure.theirs:,.1f}",
                figure.against,
                f"{figure.ours / figure.theirs:.2f}",
                str(goal),
                "met" if goal.met(figure) else "missed",
                str(first or ""),
                ("met" if first.met(figure) else "missed") if first else "",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
