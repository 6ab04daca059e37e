/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/signet-desk.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PAGE (signet_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetPage, signet_page, SIGNET, PAGE, GtkWidget)

/**
 * SignetPageClass:
 * @shown: the page has come to the front; fill what is only made when it is looked at
 * @search: the person asks to search (Ctrl+F); %NULL where there is nothing to search
 * @without_notice: the page itself says what keeps the account from working
 */
struct _SignetPageClass
{
  GtkWidgetClass parent_class;

  void (*shown) (SignetPage *self);
  void (*search) (SignetPage *self);
  gboolean without_notice;
};

SignetDesk *signet_page_get_desk (SignetPage *self);
void signet_page_set_title (SignetPage *self, const char *title);
void signet_page_set_subtitle (SignetPage *self, const char *subtitle);
gboolean signet_page_get_pushed (SignetPage *self);
void signet_page_shown (SignetPage *self);
void signet_page_search (SignetPage *self);

G_END_DECLS
