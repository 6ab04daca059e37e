# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the program is started from where the build installed it: as anybody starts it, with nothing that changes it."""

import json
import os
import subprocess


class Programs:
    def __init__(self, build):
        self.build = os.path.abspath(build)
        self.prefix = self._prefix()
        self.signet = [os.path.join(self.prefix, "bin/signet")]
        self.catalogue = os.path.join(self.prefix, "share/locale")
        self.locale = os.path.join(self.build, "locale")
        self.environment = {"XDG_DATA_DIRS": f"{self.prefix}/share:/usr/local/share:/usr/share"}

    def _prefix(self):
        options = subprocess.run(
            ["meson", "introspect", self.build, "--buildoptions"], stdout=subprocess.PIPE, check=True
        )
        prefix = next(option["value"] for option in json.loads(options.stdout) if option["name"] == "prefix")
        if not prefix.startswith(self.build + os.sep):
            raise SystemExit(f"{self.build} is made for {prefix}: meson configure -Dprefix={self.build}/prefix")
        return prefix

    def program(self, path):
        return os.path.join(self.build, path)
