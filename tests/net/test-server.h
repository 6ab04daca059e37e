/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * A server on 127.0.0.1:0 that does to a client whatever a network can do to it. It has a script for each
 * "METHOD /path": steps that are taken one a request, the last one for ever. Requests without a script get a
 * problem document with 404. Its connections live on threads of their own.
 */
typedef struct _TestServer TestServer;

typedef struct
{
  char *method;
  char *path;          /* without the query */
  char *query;         /* or NULL */
  GHashTable *headers; /* names in lower case */
  GBytes *body;
} TestRequest;

/* Makes a whole raw answer. Called with the server's lock held. */
typedef char *(*TestHandler) (TestRequest *request, gpointer user_data);

typedef enum
{
  TEST_ANSWER,  /* send the text and keep the connection */
  TEST_CLOSE,   /* send the text, then close */
  TEST_RESET,   /* send the text, then reset */
  TEST_STALL,   /* send the text, then nothing until the client goes */
  TEST_ENDLESS, /* send the text, then blanks until the client goes */
} TestManner;

TestServer *test_server_new (GTlsCertificate *certificate);
void test_server_free (TestServer *self);
const char *test_server_get_address (TestServer *self);

void test_server_script (TestServer *self, const char *what, TestManner manner, const char *raw);
void test_server_handle (TestServer *self, const char *what, TestHandler handler, gpointer user_data);
void test_server_forget (TestServer *self, const char *what);

guint test_server_count (TestServer *self, const char *what);
/* The last request of that kind: a header (NULL if missing), or the body. */
char *test_server_dup_header (TestServer *self, const char *what, const char *name);
GBytes *test_server_get_body (TestServer *self, const char *what);

/* A raw answer with a right Content-Length. @extra: header lines, each with its CR LF, or NULL. */
char *test_answer (guint status, const char *type, const char *extra, const char *body);
char *test_problem (guint status, const char *code, const char *extra, const char *findings);
char *test_form_value (TestRequest *request, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestServer, test_server_free)

G_END_DECLS
