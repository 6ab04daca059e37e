/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"
#include "app/signet-tile-row.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_HOLDING_PAGE (signet_holding_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (SignetHoldingPage, signet_holding_page, SIGNET, HOLDING_PAGE, SignetPage)

/**
 * SignetHoldingPageClass:
 * @fill: reads the record and shows it: once when the page is made, and again whenever it has changed
 */
struct _SignetHoldingPageClass
{
  SignetPageClass parent_class;

  void (*fill) (SignetHoldingPage *self);
};

void signet_holding_page_watch (SignetHoldingPage *self, const char *kind, GListModel *list, const char *id);
const char *signet_holding_page_get_id (SignetHoldingPage *self);
GObject *signet_holding_page_get_width_bin (SignetHoldingPage *self);
SignetTileRow *signet_holding_page_get_status_row (SignetHoldingPage *self);
void signet_holding_page_clear (SignetHoldingPage *self);
AdwPreferencesGroup *
signet_holding_page_add_group (SignetHoldingPage *self, const char *title, const char *description);
void signet_holding_page_add_list (SignetHoldingPage *self,
                                   const char *title,
                                   GListModel *list,
                                   GtkListBoxCreateWidgetFunc create,
                                   gpointer data);
void signet_holding_page_show_status (SignetHoldingPage *self,
                                      const char *correct_action,
                                      SignetCertification *certification);
void signet_holding_page_show_papers (SignetHoldingPage *self, GListModel *papers);

G_END_DECLS
