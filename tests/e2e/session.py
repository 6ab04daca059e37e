# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for one program: display, session bus, accessibility bus, unlocked keyring, empty home."""

import os
import shutil
import signal
import subprocess
import tempfile
import time

# A window of 1100 × 720 and its shadow fit on it.
SIZE = "1180x800"


class Session:
    """Everything it starts is ended by close(), and nothing of the machine's own desktop is touched."""

    def __init__(self, folder, lang, locale_folder=None, size=SIZE):
        self.folder = os.path.abspath(folder)
        self.home = os.path.join(self.folder, "home")
        self.log = open(os.path.join(self.folder, "session.log"), "ab")
        self.children = []
        self.runtime = tempfile.mkdtemp(prefix="signet-run-")  # short: a socket's path has 108 bytes
        os.makedirs(self.home, mode=0o700, exist_ok=True)

        keep = ("PATH", "TERM", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")
        self.environment = {name: os.environ[name] for name in keep if name in os.environ}
        self.environment.update(
            HOME=self.home,
            XDG_DATA_HOME=os.path.join(self.home, ".local/share"),
            XDG_CONFIG_HOME=os.path.join(self.home, ".config"),
            XDG_CACHE_HOME=os.path.join(self.home, ".cache"),
            XDG_STATE_HOME=os.path.join(self.home, ".local/state"),
            XDG_RUNTIME_DIR=self.runtime,
            XDG_CURRENT_DESKTOP="GNOME",
            LANG=lang,
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            LIBGL_ALWAYS_SOFTWARE="1",
            NO_COLOR="1",
        )
        if locale_folder and not lang.startswith("C."):
            self.environment["LOCPATH"] = os.path.abspath(locale_folder)

        # As GNOME's own settings would say it.
        settings = os.path.join(self.environment["XDG_CONFIG_HOME"], "gtk-4.0")
        os.makedirs(settings, exist_ok=True)
        with open(os.path.join(settings, "settings.ini"), "w", encoding="utf-8") as file:
            file.write("[Settings]\ngtk-font-name=Cantarell 11\ngtk-decoration-layout=:close\n")

        try:
            self._display(size)
            self._buses()
            self._keyring()
        except BaseException:
            self.close()
            raise

    def _display(self, size):
        read, write = os.pipe()
        self._start(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
        )
        os.close(write)
        with os.fdopen(read) as ready:
            number = ready.readline().strip()
        if not number:
            raise RuntimeError("Xvfb gave no display")
        self.environment["DISPLAY"] = f":{number}"
        # Without a compositing manager popovers have black boxes.
        self._start(["xcompmgr"])

    def _buses(self):
        read, write = os.pipe()
        self._start(["dbus-daemon", "--session", "--nofork", f"--print-address={write}"], pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as ready:
            address = ready.readline().strip()
        if not address:
            raise RuntimeError("dbus-daemon gave no address")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        # Tells programs that somebody is looking; the bus itself starts on demand.
        self._start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])

    def _keyring(self):
        daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.children.append(daemon)
        daemon.stdin.write(b"tour")
        daemon.stdin.close()
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            answer = subprocess.run(
                ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
                 "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"],
                env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
            )  # fmt: skip
            if b"boolean true" in answer.stdout:
                return
            time.sleep(0.05)
        raise RuntimeError("gnome-keyring did not come up")

    def _start(self, command, pass_fds=()):
        child = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=self.log,
            pass_fds=pass_fds,
            start_new_session=True,
        )
        self.children.append(child)
        return child

    def start(self, command, log, environment=None):
        """Starts the program under test; its words go to `log`."""
        child = subprocess.Popen(
            command,
            env={**self.environment, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        self.children.append(child)
        return child

    def run(self, *command, data=None, timeout=20):
        """Runs a helper (xdotool, xclip, import) on this desktop and gives what it printed."""
        done = subprocess.run(
            command, env=self.environment, input=data, stdout=subprocess.PIPE, stderr=self.log, timeout=timeout, check=False
        )
        return done.stdout

    def hold(self, *command, data):
        """Starts a helper that stays: what is on an X clipboard lives as long as who put it there."""
        child = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        child.stdin.write(data)
        child.stdin.close()
        self.children.append(child)

    def kill(self, child):
        """As a power cut would: no chance to save anything. Its children die by their own watch over their parent."""
        if child.poll() is None:
            child.send_signal(signal.SIGKILL)
        child.wait()
        self.children.remove(child)

    def close(self):
        for child in reversed(self.children):
            if child.poll() is None:
                child.terminate()
                try:
                    child.wait(5)
                except subprocess.TimeoutExpired:
                    child.kill()
                    child.wait()
        self.children = []
        shutil.rmtree(self.runtime, ignore_errors=True)
        self.log.close()
