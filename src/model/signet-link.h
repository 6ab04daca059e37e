/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *scheme;
  char *userinfo;
  char *host;
  int port;
  char *path;
  char *query;
} SignetLink;

typedef gboolean (*SignetLinkParameterFunc) (const char *name, gpointer data);

SignetLink *signet_link_new (const char *address);
void signet_link_free (SignetLink *self);
char *signet_link_to_string (SignetLink *self);
char *signet_link_dup_parameter (SignetLink *self, const char *name);
void signet_link_drop_parameters (SignetLink *self, SignetLinkParameterFunc is_dropped, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SignetLink, signet_link_free)

G_END_DECLS
