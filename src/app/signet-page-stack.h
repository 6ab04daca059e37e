/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/signet-page.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_PAGE_STACK (signet_page_stack_get_type ())
G_DECLARE_FINAL_TYPE (SignetPageStack, signet_page_stack, SIGNET, PAGE_STACK, AdwBin)

void signet_page_stack_add (SignetPageStack *self, const char *name, SignetPage *page);
SignetPage *signet_page_stack_get_page (SignetPageStack *self);
gboolean signet_page_stack_go (SignetPageStack *self, const char *name);
void signet_page_stack_push (SignetPageStack *self, SignetPage *page);
gboolean signet_page_stack_pop (SignetPageStack *self);

G_END_DECLS
