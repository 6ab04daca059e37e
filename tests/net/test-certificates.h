/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TestAuthority TestAuthority;

/* Somebody who vouches for hosts, made on the spot. */
TestAuthority *test_authority_new (const char *name);
void test_authority_free (TestAuthority *self);
GTlsDatabase *test_authority_make_database (TestAuthority *self);

/* A host's certificate with its key. @san: "IP:127.0.0.1", "DNS:example.com". @from and @until: seconds from
 * now.
 * @authority: NULL for a host that vouches for itself. */
GTlsCertificate *test_certificate_new (TestAuthority *authority, const char *san, long from, long until);
/* One that nobody should believe any more, signed over a SHA-1 digest. */
GTlsCertificate *test_certificate_new_weak (TestAuthority *authority, const char *san);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestAuthority, test_authority_free)

G_END_DECLS
