# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers on this computer that a person may have typed the address of: one that is no platform, some that nobody should believe."""

import contextlib
import datetime
import http.server
import os
import ssl
import subprocess
import tempfile
import threading


class _Silent(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def serve(context=None):
    """Gives the address and the list of what was asked there."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Silent)
    server.asked = []
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    server.handle_error = lambda *_: None  # a client that hangs up over the certificate
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"{'https' if context else 'http'}://127.0.0.1:{server.server_port}", server.asked
    finally:
        server.shutdown()
        server.server_close()


def _context(key, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def _openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, stderr=subprocess.DEVNULL)


def _alone(folder, name, *more):
    """A key and a certificate that its owner made alone."""
    key, certificate = (os.path.join(folder, name + end) for end in (".key", ".crt"))
    _openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
             "-keyout", key, "-out", certificate, *more)  # fmt: skip
    return key, certificate


def self_signed(folder):
    """A certificate for the right name that its owner made alone."""
    return _context(*_alone(folder, "alone", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"))


def by_stranger(folder, first_day, last_day):
    """A certificate for the right name by somebody nobody has heard of; valid from one day to another, from today."""
    place = tempfile.mkdtemp(dir=folder)
    authority_key, authority = _alone(place, "authority", "-subj", "/CN=Stranger")
    key, request, certificate, settings, index, more = (
        os.path.join(place, name) for name in ("key", "request", "certificate", "settings", "index", "more")
    )
    with open(index, "w", encoding="utf-8"), open(settings, "w", encoding="utf-8") as file:
        file.write(
            "[ca]\ndefault_ca = stranger\n[stranger]\n"
            f"database = {index}\nnew_certs_dir = {place}\nrand_serial = yes\n"
            "default_md = sha256\npolicy = any\n[any]\ncommonName = supplied\n"
        )
    with open(more, "w", encoding="utf-8") as file:
        file.write("subjectAltName=IP:127.0.0.1\n")
    _openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-keyout", key, "-out", request, "-subj", "/CN=127.0.0.1")  # fmt: skip
    now = datetime.datetime.now(datetime.timezone.utc)
    start, end = ((now + datetime.timedelta(days=days)).strftime("%Y%m%d%H%M%SZ") for days in (first_day, last_day))
    _openssl("ca", "-batch", "-notext", "-config", settings, "-cert", authority, "-keyfile", authority_key,
             "-in", request, "-out", certificate, "-extfile", more, "-startdate", start, "-enddate", end)  # fmt: skip
    return _context(key, certificate)
