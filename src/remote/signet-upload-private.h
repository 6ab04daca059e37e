/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "remote/signet-upload.h"

G_BEGIN_DECLS

/* For a run of it. */
struct _SignetUpload
{
  GObject parent_instance;

  SignetRemote *remote;
  GFile *file;
  char *name;
  char *media_type;
  char *sha256;
  guint64 total;
  char *url;
  guint64 offset;
};

/* What a run learns; both notify. */
void signet_upload_set_url (SignetUpload *self, const char *url);
void signet_upload_set_offset (SignetUpload *self, guint64 offset);

SignetRequest *signet_upload_make_request (const char *method, const char *address);
gboolean signet_upload_is_gone (const GError *error);

G_END_DECLS
