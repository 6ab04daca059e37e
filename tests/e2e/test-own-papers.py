#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour in Chinese with somebody else's papers: another owner with an ampersand and full-width brackets in the name, a
certificate that is no sample, and what people really paste: share text, mobile hosts, tracking, two links glued together,
the same link twice, a link that is none.

usage: test-own-papers.py BUILD
"""

import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
OWNER = "杭州青云茶业（集团）A & B 有限公司"
LINKS = """\
7.99 复制打开快手，看看【青云高山绿茶】 https://www.kuaishou.com/short-video/3xq8k2m9vnztj6s?utm_source=copy 来看看
https://m.kuaishou.com/short-video/3xgoneabcdefgh
https://app.kwaixiaodian.com/a/detail?id=901https://app.kwaixiaodian.com/a/detail?id=902&from=share
https://app.kwaixiaodian.com/a/detail?id=901
https://app.kwaixiaodian.com/practice-gone/detail?id=903#top
高山绿茶 礼盒 同款
"""


def main():
    build = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="signet-own-") as folder:
        certificate, links = os.path.join(folder, "证书 (1).pdf"), os.path.join(folder, "链接.txt")
        shutil.copy(os.path.join(build, "tests/render/papers/chinese.pdf"), certificate)
        with open(links, "w", encoding="utf-8") as file:
            file.write(LINKS)
        return subprocess.call(
            [
                os.path.join(HERE, "tour.py"),
                *("--build", build, "--out", os.path.join(build, "e2e", "tour-own-papers"), "--lang", "zh_CN.UTF-8"),
                *("--cert", certificate, "--links", links, "--owner", OWNER, "--number", "G1298765A"),
            ]
        )


if __name__ == "__main__":
    sys.exit(main())
