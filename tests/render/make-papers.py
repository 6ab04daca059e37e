#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the papers the render suite looks at: good, encrypted, damaged, endless, huge.

usage: make-papers.py FOLDER
"""

import hashlib
import os
import shutil
import struct
import sys
import zlib

A4 = "[0 0 595 842]"
HELVETICA = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
FILE_ID = b"signet-test-pape"


def rc4(key: bytes, data: bytes) -> bytes:
    state, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


class Paper:
    """Numbered objects, written with a cross-reference table; streams encrypted if there is a key."""

    def __init__(self):
        self.objects = []
        self.encrypt = None
        self.key = None

    def reserve(self) -> int:
        self.objects.append(None)
        return len(self.objects)

    def add(self, body: str, number: int = 0) -> int:
        number = number or self.reserve()
        self.objects[number - 1] = (body, None)
        return number

    def stream(self, data: bytes, extra: str = "", number: int = 0) -> int:
        number = number or self.reserve()
        if self.key:
            data = rc4(hashlib.md5(self.key + struct.pack("<I", number)[:3] + b"\0\0").digest()[:10], data)
        self.objects[number - 1] = (f"<< /Length {len(data)} {extra} >>", data)
        return number

    def lock(self, password: bytes):
        """40-bit RC4, ISO 32000-1, 7.6.3: what every reader opens."""
        padded = (password + PADDING)[:32]
        owner = rc4(hashlib.md5(padded).digest()[:5], padded)
        permissions = struct.pack("<i", -4)
        self.key = hashlib.md5(padded + owner + permissions + FILE_ID).digest()[:5]
        user = rc4(self.key, PADDING)
        self.encrypt = (
            f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{owner.hex()}> /U <{user.hex()}> >>"
        )

    def pages(self, contents, fonts=HELVETICA, box=A4, extra="", resources=""):
        """One page for each content; returns the trailer's root."""
        tree = self.reserve()
        font = self.add(fonts)
        kids = []
        for content in contents:
            if isinstance(content, int):
                kids.append(content)
                continue
            stream = self.stream(content)
            kids.append(
                self.add(
                    f"<< /Type /Page /Parent {tree} 0 R /MediaBox {box} /Contents {stream} 0 R {extra} "
                    f"/Resources << /Font << /F {font} 0 R >> {resources} >> >>"
                )
            )
        self.add(
            f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>", tree
        )
        return self.add(f"<< /Type /Catalog /Pages {tree} 0 R >>")

    def write(self, path: str, root: int):
        encrypt = self.add(self.encrypt) if self.encrypt else 0
        out, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), []
        for number, (body, data) in enumerate(self.objects, 1):
            places.append(len(out))
            out += f"{number} 0 obj\n{body}\n".encode()
            if data is not None:
                out += b"stream\n" + data + b"\nendstream\n"
            out += b"endobj\n"
        start = len(out)
        out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
        for place in places:
            out += f"{place:010d} 00000 n \n".encode()
        out += f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R /ID [<{FILE_ID.hex()}> <{FILE_ID.hex()}>]".encode()
        if encrypt:
            out += f" /Encrypt {encrypt} 0 R".encode()
        out += f" >>\nstartxref\n{start}\n%%EOF\n".encode()
        with open(path, "wb") as file:
            file.write(out)


def text(*lines: str) -> bytes:
    shown = "".join(f"({line}) Tj T* " for line in lines)
    return f"0.2 0.4 0.7 rg 60 700 200 60 re f 0 g BT /F 22 Tf 28 TL 60 650 Td {shown}ET".encode()


def good(folder):
    paper = Paper()
    root = paper.pages([text("Certificate of registration", f"Page {n} of three") for n in (1, 2, 3)])
    paper.write(f"{folder}/good.pdf", root)

    paper = Paper()
    root = paper.pages([text("This page lies on its side")], extra="/Rotate 90")
    paper.write(f"{folder}/turned.pdf", root)


def chinese(folder):
    """A font that isn't in the file: the reader needs the encoding and a font of the system's."""
    paper = Paper()
    info = paper.add(
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
    )
    descendant = paper.add(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor {info} 0 R >>"
    )
    font = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        f"/DescendantFonts [{descendant} 0 R] >>"
    )
    lines = " ".join(f"<{line.encode('utf-16-be').hex()}> Tj T*" for line in ("商标注册证", "注册人 北京市某某公司"))
    root = paper.pages([f"BT /F 32 Tf 44 TL 60 650 Td {lines} ET".encode()], fonts=font)
    paper.write(f"{folder}/chinese.pdf", root)


def locked(folder):
    for name, password in (("locked", b"signet"), ("locked-latin1", "clé".encode("latin-1")), ("locked-utf8", "密码".encode())):
        paper = Paper()
        paper.lock(password)
        paper.write(f"{folder}/{name}.pdf", paper.pages([text("Only with a password")]))


def bad(folder):
    with open(f"{folder}/empty.pdf", "wb"):
        pass
    with open(f"{folder}/not-a-paper.pdf", "wb") as file:
        file.write("只是一行字\n".encode() * 50)
    with open(f"{folder}/damaged.pdf", "wb") as file:
        file.write(b"%PDF-1.4\n" + bytes(range(256)) * 20)

    paper = Paper()
    paper.write(f"{folder}/no-pages.pdf", paper.pages([]))

    paper = Paper()
    broken = paper.add(f"<< /Type /Page /MediaBox {A4} /Contents (none) >>")
    paper.write(f"{folder}/last-page-damaged.pdf", paper.pages([text("This page is whole"), text("So is this"), broken]))

    paper = Paper()
    broken = paper.add(f"<< /Type /Page /MediaBox {A4} /Contents (none) >>")
    paper.write(f"{folder}/only-page-damaged.pdf", paper.pages([broken]))


def greedy(folder):
    # Each form draws the next one ten times: 10^14 times nothing, and no memory at all.
    paper = Paper()
    forms = [paper.reserve() for _ in range(14)]
    for number, following in zip(forms, forms[1:] + [0]):
        content = b"/N Do " * 10 if following else b"0 0 1 1 re f"
        resources = f"/Resources << /XObject << /N {following} 0 R >> >>" if following else ""
        paper.stream(content, f"/Type /XObject /Subtype /Form /BBox [0 0 600 900] {resources}", number)
    root = paper.pages(
        [text("This page ends"), b"/N Do", text("So does this"), b"/N Do"],
        resources=f"/XObject << /N {forms[0]} 0 R >>",
    )
    paper.write(f"{folder}/endless.pdf", root)

    # The largest page a PDF may have.
    paper = Paper()
    paper.write(f"{folder}/huge.pdf", paper.pages([text("A very large sheet")], box="[0 0 14400 14400]"))

    # A picture of 3.6 GB, if it were drawn.
    paper = Paper()
    picture = paper.stream(
        zlib.compress(b"\0" * 1000),
        "/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceRGB /BitsPerComponent 8 "
        "/Filter /FlateDecode",
    )
    root = paper.pages(
        [text("With a picture") + b" q 400 0 0 300 60 200 cm /P Do Q"], resources=f"/XObject << /P {picture} 0 R >>"
    )
    paper.write(f"{folder}/hungry.pdf", root)


def everyday(folder):
    """What evidence mostly is: a scanned certificate and a page full of words."""
    width, height, noise, rows = 1240, 1754, 12345, []
    for y in range(height):
        row = bytearray(b"\xf4\xef\xe0" * width)
        for x in range(90, width - 90, 3):
            noise = (noise * 1103515245 + 12345) & 0x7FFFFFFF
            if y % 40 < 18 and noise >> 16 & 1:
                row[x * 3 : x * 3 + 6] = b"\x30\x28\x38" * 2
        rows.append(bytes(row))
    paper = Paper()
    scan = paper.stream(
        zlib.compress(b"".join(rows), 6),
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceRGB /BitsPerComponent 8 "
        "/Filter /FlateDecode",
    )
    root = paper.pages([b"q 595 0 0 842 0 0 cm /P Do Q"], resources=f"/XObject << /P {scan} 0 R >>")
    paper.write(f"{folder}/scan.pdf", root)

    words = "the holder of this registration may forbid others to use a sign that is alike for goods of the kind".split()
    paper = Paper()
    pages = []
    for page in range(4):
        lines = [" ".join(words[(page + line * 7 + i * 5) % len(words)] for i in range(17)) for line in range(62)]
        shown = "".join(f"({line}) Tj T* " for line in lines)
        pages.append(f"BT /F 10 Tf 12 TL 50 790 Td {shown}ET".encode())
    paper.write(f"{folder}/words.pdf", paper.pages(pages))


def png(path, width, height, rows, cut=None):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    out = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
    out += chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))) + chunk(b"IEND", b"")
    with open(path, "wb") as file:
        file.write(out[:cut])


def pictures(folder):
    rows = [bytes(v for x in range(301) for v in (x % 256, y % 256, 128, 255 if x > 100 else 90)) for y in range(203)]
    png(f"{folder}/picture.png", 301, 203, rows)
    png(f"{folder}/picture-cut.png", 301, 203, rows, cut=200)
    png(f"{folder}/picture-bomb.png", 60000, 60000, [b"\0" * 240000] * 10)


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__.strip().splitlines()[-1], file=sys.stderr)
        return 2
    folder = sys.argv[1]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for write in (good, everyday, chinese, locked, bad, greedy, pictures):
        write(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
