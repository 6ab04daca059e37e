# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program's words in the language it is driven in, from its own catalogue: one script drives every language."""

import gettext
import os


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
        translated = self.catalogue.gettext(text)
        if translated == text and not isinstance(self.catalogue, gettext.NullTranslations):
            pass
        return translated.replace("_", "") if "_" in text else translated

    def plural(self, one, many, count):
        return self.catalogue.ngettext(one, many, count)

    def label(self, labels):
        """The word of a platform's label in both languages."""
        return labels.get("zh-CN" if self.language.startswith("zh") else "en", "")
