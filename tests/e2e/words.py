# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's words in the language it is driven in, from its own catalogue: one script drives every language."""

import datetime
import gettext
import os
import re


class Words:
    """Called with an English text it gives what the person sees; markers of a mnemonic are taken out."""

    def __init__(self, lang, catalogue_folder):
        language = lang.split(".")[0]
        self.language = language
        if language.split("_")[0] in ("C", "POSIX", "en"):
            self.catalogue = gettext.NullTranslations()
        else:
            self.catalogue = gettext.translation("signet", os.path.abspath(catalogue_folder), [language])

    def __call__(self, text):
        return self.catalogue.gettext(text).replace("_", "")

    def date(self, text):
        """A date, YYYY-MM-DD, as the program shows it; anything else as it is. Chinese has no names of months to translate."""
        try:
            return datetime.date.fromisoformat(text).strftime(self("%-d %B %Y"))
        except ValueError:
            return text

    def pattern(self, one, many):
        """A regular expression for a sentence with a number in it."""
        sentences = {self.catalogue.ngettext(one, many, count) for count in (1, 2, 5)}
        parts = ([re.escape(part) for part in re.split(r"%'?[ud]", sentence)] for sentence in sentences)
        return "|".join(r"[\d,\u202f\xa0]+".join(part) for part in parts)

    def label(self, labels):
        """The word of a platform's label in both languages."""
        return labels.get("zh-CN" if self.language.startswith("zh") else "en", "")
