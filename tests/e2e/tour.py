#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the whole main job through the real application, as a person with a screen reader and a keyboard would.

A line a step, the last one `tour: N steps, N done`. DIR/ then holds a picture and an accessibility dump for each
step, and what check-artefacts.sh checks.

usage: tour.py --build DIR [--out DIR] [--cert FILE] [--links FILE] [--owner NAME] [--number NUMBER] [--lang LANG]
               [--kill-after-each-step | --cut] [--record]
--record: the practice platform stands behind the forwarder, and prism looks at everything that was said
"""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import time
import traceback

sys.dont_write_bytecode = True

import artefacts  # noqa: E402
import samples  # noqa: E402
from driver import Driver, Lost  # noqa: E402
from platform_control import Platform  # noqa: E402
from programs import Programs  # noqa: E402
from session import Session  # noqa: E402
from steps import STEPS, Steps  # noqa: E402
from words import Words  # noqa: E402

# What was typed is on disk half a second later.
AUTOSAVE = 0.5

HERE = os.path.dirname(os.path.abspath(__file__))


class Tour:
    """One run from an empty machine: the desktop, the program on it, and the person's papers."""

    def __init__(self, arguments):
        self.arguments = arguments
        self.programs = Programs(arguments.build)
        self.folder = os.path.abspath(arguments.out or os.path.join(arguments.build, "tour"))
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder, mode=0o700)
        self._papers()

        self.session = Session(self.folder, arguments.lang, self.programs.locale)
        self.session.environment.update(self.programs.environment)
        self.words = Words(arguments.lang, self.programs.catalogue)
        self.data_folder = os.path.join(self.session.environment["XDG_DATA_HOME"], "signet")
        self.platform = Platform(self.data_folder)
        self.driver = Driver(self.session, "signet")
        self.log = open(os.path.join(self.folder, "signet.log"), "ab")
        self.program = None

    def _papers(self):
        """The person's own papers, or samples where they brought none."""
        papers = os.path.join(self.folder, "papers")
        os.makedirs(papers, mode=0o700)
        self.owner = self.arguments.owner or samples.OWNER
        self.number = self.arguments.number or samples.NUMBER

        def paper(name, data, own=None):
            if own:
                return os.path.abspath(own)
            path = os.path.join(papers, name)
            with open(path, "wb") as file:
                file.write(data)
            return path

        self.certificate = paper(
            "商标注册证.pdf", samples.certificate(self.owner, self.number), self.arguments.cert
        )
        self.licence = paper("licence.pdf", samples.licence(self.owner))
        self.picture = paper("comparison.png", samples.picture())
        self.links = paper("links.txt", samples.LINKS.encode(), self.arguments.links)

    @property
    def targets(self):
        """What probe-links finds in the links, each once."""
        with open(self.links, "rb") as file:
            rows = subprocess.run(
                [self.programs.program("tests/probe/probe-links"), "--rules", "kuaishou"],
                stdin=file, stdout=subprocess.PIPE, text=True, check=True,
            ).stdout.splitlines()  # fmt: skip
        return sorted({row.split("\t")[1] for row in rows if not row.startswith("unknown")})

    def start(self):
        self.program = self.session.start(self.programs.signet, self.log)

    def kill(self):
        self.session.kill(self.program)
        self.program = None

    def keep(self, name):
        """A picture and a dump of what stands on the screen."""
        path = os.path.join(self.folder, name)
        self.driver.screenshot(path + ".png")
        self.driver.dump(path + ".txt")

    def run(self):
        steps = Steps(self)
        done = 0
        begun = time.monotonic()
        self.start()
        for number, name in enumerate(STEPS, 1):
            start = time.monotonic()
            try:
                if self.arguments.cut and name == "file":
                    steps.file_while_cut()
                else:
                    getattr(steps, name.replace("-", "_"))()
                self.keep(f"{number:02}-{name}")
                if self.arguments.kill_after_each_step:
                    time.sleep(AUTOSAVE)
                    self.kill()
                    self.start()
                    steps.resume()
                    self.keep(f"{number:02}-{name}-again")
            except Exception as error:  # whatever it is, the screen at that moment is what helps
                if not isinstance(error, Lost):
                    traceback.print_exc()
                print(f"{name}: lost: {error}", flush=True)
                try:
                    self.keep(f"{number:02}-{name}-lost")
                except Exception as second:
                    print(f"nothing more to see: {second}", flush=True)
                break
            done += 1
            print(f"{name}: {time.monotonic() - start:.1f} s", flush=True)
        if done == len(STEPS):
            artefacts.collect(self.folder, self.data_folder, self.platform, samples.PHONE)
            done -= not self.check()
        print(f"all in {time.monotonic() - begun:.0f} s", flush=True)
        print(f"tour: {len(STEPS)} steps, {done} done", flush=True)
        return 0 if done == len(STEPS) else 1

    def check(self):
        """A script in another language looks at what the tour left; it knows nothing of the program but its files."""
        checked = subprocess.run(
            [
                os.path.join(HERE, "check-artefacts.sh"),
                self.folder,
                self.certificate,
                self.links,
                self.owner,
                self.programs.program("tests/probe/probe-links"),
            ],
            check=False,
        )
        return checked.returncode == 0

    def close(self):
        self.session.close()
        self.log.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", required=True)
    parser.add_argument("--out")
    parser.add_argument("--cert")
    parser.add_argument("--links")
    parser.add_argument("--owner")
    parser.add_argument("--number")
    parser.add_argument("--lang", default="en_US.UTF-8")
    parser.add_argument("--record", action="store_true")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--kill-after-each-step", action="store_true")
    how.add_argument("--cut", action="store_true")
    arguments = parser.parse_args()
    tour = Tour(arguments)
    record = os.path.join(tour.folder, "record")
    with tour.programs.recorded(record) if arguments.record else contextlib.nullcontext():
        try:
            status = tour.run()
        finally:
            tour.close()
    if status == 0 and arguments.record:
        status = tour.programs.validate(record)
    return status


if __name__ == "__main__":
    sys.exit(main())
