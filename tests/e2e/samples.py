# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a small brand would have at hand: a certificate, a licence, a picture of the goods, links from the phone.

The PDFs name a Chinese font and don't embed it, as papers from offices do.
"""

import struct
import zlib

OWNER = "成都蜀香源食品有限公司"
NUMBER = "58231764"
NAME = "蜀香源"
CREDIT_CODE = "91510100MA6CX8B276"
PHONE = "13800138000"
EMAIL = "brand@example.cn"
PERSON = "王小蜀"
ADDRESS = "四川省成都市锦江区东大街100号"
STATEMENT = "该商品未经我司许可，在同类商品上使用我司注册商标“蜀香源”，请依法处理。"

LINKS = """\
3.21 复制打开快手小店，看看【蜀香源花椒油 500ml】 https://app.kwaixiaodian.com/merchant/shop/detail?id=22087551023&utm_source=share 正品低价
https://app.kwaixiaodian.com/page/kwaishop-buyer-goods/detail?id=22087551024
https://app.kwaixiaodian.com/practice-gone/detail?id=22087551025
"""


def _pdf(pages):
    """A PDF 1.7 of A4 pages; a page is a list of (x, y, size, text)."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        None,
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /W [1 95 500] >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ]
    kids = []
    for lines in pages:
        content = [b"0.72 0.1 0.1 RG 3 w 40 40 515 762 re S 0.5 w 48 48 499 746 re S"]
        for x, y, size, text in lines:
            content.append(b"BT /F1 %d Tf %d %d Td <%s> Tj ET" % (size, x, y, text.encode("utf-16-be").hex().encode()))
        stream = zlib.compress(b"\n".join(content))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
            b" /Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))

    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(out)


def certificate(owner, number):
    return _pdf(
        [
            [
                (200, 740, 30, "商标注册证"),
                (340, 700, 12, f"第 {number} 号"),
                (225, 590, 44, NAME),
                (80, 500, 13, "核定使用商品（国际分类：30）"),
                (80, 476, 13, "调味品；花椒粉；调味酱；辣椒油（调味品）"),
                (80, 410, 13, f"注册人　{owner}"),
                (80, 386, 13, f"地　址　{ADDRESS}"),
                (80, 330, 13, "注册日期　2022年02月14日"),
                (80, 306, 13, "有效期至　2032年02月13日"),
                (340, 180, 13, "发证机关"),
            ],
            [(80, 740, 16, "商标注册证（续页）"), (80, 700, 12, "本页记载商标的变更、转让和续展事项。")],
        ]
    )


def licence(owner):
    return _pdf(
        [
            [
                (220, 740, 30, "营业执照"),
                (80, 640, 13, f"统一社会信用代码　{CREDIT_CODE}"),
                (80, 610, 13, f"名　　称　{owner}"),
                (80, 580, 13, "类　　型　有限责任公司"),
                (80, 550, 13, f"法定代表人　{PERSON}"),
                (80, 520, 13, f"住　　所　{ADDRESS}"),
                (80, 490, 13, "营业期限　2016年05月09日 至 长期"),
            ]
        ]
    )


def paper(title, *lines):
    """Any other paper: a title and what stands below it."""
    return _pdf([[(80, 740, 24, title)] + [(80, 680 - 28 * number, 13, line) for number, line in enumerate(lines)]])


def picture(width=640, height=400):
    """A PNG: the genuine jar at the left, the copy at the right, from the same angle."""

    def colour(x, y):
        left = x < width // 2
        x = x if left else x - width // 2
        if not (90 < x < 230 and 60 < y < 340):
            return (244, 240, 232)
        if 150 < y < 260:
            return (176, 32, 32) if left else (196, 60, 40)
        return (250, 214, 120) if left else (240, 200, 110)

    rows = b"".join(b"\0" + b"".join(bytes(colour(x, y)) for x in range(width)) for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
