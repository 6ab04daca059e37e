#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes Signet's figures beside those of a well-known program in the same run, and says whether the goal is met.

Never a test: a figure depends on the machine; what counts is the ratio. Runs of the two alternate and the median
is taken. A line is there as soon as the program it measures is.

usage: bench.py BUILD [LINE...]
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

import samples  # noqa: E402
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
    """A line of the table; `first` is what the first landing has to reach, `needs` the programs it measures."""

    def register(measure):
        LINES.append((name, goal, first or goal, needs, measure))
        return measure

    return register


def seconds(command, **options):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, **options)
    return time.perf_counter() - start


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


def figures(command):
    """The numbers a program prints."""
    words = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()
    return [float(word) for word in words if word.replace(b".", b"", 1).isdigit()]


@line("render through the seal, 150 dpi", Goal(most=1.25), Goal(most=1.5), needs=["tests/probe/probe-view", "tests/bench/bench-poppler"])
def render(build):
    with tempfile.TemporaryDirectory(prefix="signet-bench-") as folder:
        paper, picture = os.path.join(folder, "paper.pdf"), os.path.join(folder, "page.png")
        with open(paper, "wb") as file:
            file.write(samples.certificate(samples.OWNER, samples.NUMBER))
        ours, theirs = alternate(
            lambda: figures([os.path.join(build, "tests/probe/probe-view"), paper, "1", "150", picture])[1],
            lambda: figures([os.path.join(build, "tests/bench/bench-poppler"), paper, "1", "150"])[1],
        )
    return Figure(ours, theirs, "ms", "poppler in-process")


@line("slowest paper of a folder (SIGNET_PDF_CORPUS)", Goal(limit=10), needs=["tests/probe/probe-view"])
def corpus(build):
    slowest, largest, name = 0.0, 0.0, ""
    with tempfile.TemporaryDirectory(prefix="signet-bench-") as folder:
        for path in sorted(os.listdir(os.environ["SIGNET_PDF_CORPUS"])):
            command = [os.path.join(build, "tests/probe/probe-view"), os.path.join(os.environ["SIGNET_PDF_CORPUS"], path)]
            start = time.perf_counter()
            done = subprocess.run(
                [*command, "1", "100", os.path.join(folder, "page.png")],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
            )  # fmt: skip
            took = time.perf_counter() - start
            if done.returncode == 0:
                largest = max(largest, float(done.stdout.split()[2]) / 1024)
            if took > slowest:
                slowest, name = took, path
    return Figure(slowest, largest, "s", f"MB at most, {name}")


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
        output = subprocess.run([program, folder, "100000", "1"], capture_output=True, text=True, check=True).stdout
        text, _order, like = map(float, output.split())
    return Figure(text, like, "ms", "SQLite LIKE scan")


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


@line("start to first frame", Goal(most=1.35), Goal(most=1.5), needs=["src/app/signet", "tests/bench/bench-first-frame"])
def start(build):
    taken = Starts.of(build)
    return Figure(taken["signet"][0], taken["bare"][0], "ms", f"bare window (text editor {taken['editor'][0]:.0f})")


@line("memory after start", Goal(limit=80), Goal(limit=85), needs=["src/app/signet", "tests/bench/bench-first-frame"])
def memory(build):
    taken = Starts.of(build)
    return Figure(taken["signet"][1], taken["bare"][1], "MB PSS", f"bare window (text editor {taken['editor'][1]:.0f})")


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
            rows.append((name, "-", str(error)[:60], "", "", str(goal), "missed", str(first), "missed"))
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
                str(first),
                "met" if first.met(figure) else "missed",
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())
