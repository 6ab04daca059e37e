# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program is started from where the build installed it: as anybody starts it, with nothing that changes it."""

import contextlib
import json
import os
import subprocess
import sys

SKIPPED = 77
PEERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "peers")
WRAPPER = """#!/bin/bash
export SIGNET_PRACTICE_REAL={real} SIGNET_RECORD={record}
exec {wrapper} "$@"
"""


def skip(why):
    print(why, flush=True)
    sys.exit(SKIPPED)


class Programs:
    def __init__(self, build):
        self.build = os.path.abspath(build)
        self.prefix = self._prefix()
        self.signet = [os.path.join(self.prefix, "bin/signet")]
        self._fresh()
        self.catalogue = os.path.join(self.prefix, "share/locale")
        self.locale = os.path.join(self.build, "locale")
        self.environment = {"XDG_DATA_DIRS": f"{self.prefix}/share:/usr/local/share:/usr/share"}

    def _prefix(self):
        options = subprocess.run(
            ["meson", "introspect", self.build, "--buildoptions"], stdout=subprocess.PIPE, check=True
        )
        prefix = next(option["value"] for option in json.loads(options.stdout) if option["name"] == "prefix")
        if not prefix.startswith(self.build + os.sep):
            skip(f"{self.build} is made for {prefix}: meson configure -Dprefix={self.build}/prefix")
        return prefix

    def _fresh(self):
        built, installed = self.program("src/app/signet"), self.signet[0]
        if not os.path.exists(installed) or os.path.getmtime(installed) < os.path.getmtime(built):
            skip("what is installed in the build folder is not what was built: run `make staged`")

    @contextlib.contextmanager
    def recorded(self, record):
        """Puts the practice platform behind the forwarder for a while; whoever does this is alone on the build folder."""
        program = os.path.join(self.prefix, "libexec/signet-practice")
        real = program + ".real"
        if os.path.exists(real):  # an earlier run was killed before it could put things back
            os.replace(real, program)
        os.replace(program, real)
        try:
            wrapper = os.path.abspath(os.path.join(PEERS, "recorded-practice.mjs"))
            with open(program, "w", encoding="utf-8") as file:
                file.write(WRAPPER.format(real=real, record=record, wrapper=wrapper))
            os.chmod(program, 0o755)
            yield
        finally:
            os.replace(real, program)

    def validate(self, record):
        """What prism says about everything recorded."""
        return subprocess.run(
            [
                "node",
                os.path.join(PEERS, "validate.mjs"),
                "--peers",
                os.path.join(self.build, "peers"),
                "--spec",
                os.path.join(PEERS, "../../data/openapi/signet-platform.yaml"),
                "--except",
                "/practice/",
                record,
            ],
            check=False,
        ).returncode

    def program(self, path):
        return os.path.join(self.build, path)
