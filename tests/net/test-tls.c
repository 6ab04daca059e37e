/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-http.h"
#include "remote/signet-remote-error.h"
#include "test-account.h"
#include "test-certificates.h"

#define DAY (24 * 60 * 60)
#define READ "GET /v1/platform"

#ifdef __SANITIZE_ADDRESS__
/* LeakSanitizer itself dies of the thread-local storage of the TLS module GIO loads. */
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

static TestAuthority *authority;

/* Asks a server with @certificate, trusting the one authority, and gives what went wrong. */
static GError *
ask (GTlsCertificate *certificate, gboolean trusting)
{
  g_autoptr (TestServer) server = test_server_new (certificate);
  g_autoptr (GTlsDatabase) database = trusting ? test_authority_make_database (authority) : NULL;
  g_autofree char *raw = test_answer (200, "application/json", NULL, "{}");
  g_autoptr (SignetRequest) request = signet_request_new ("GET", "/v1/platform");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (SignetHttp) http = NULL;
  GError *error = NULL;
  gboolean sent = FALSE;

  test_server_script (server, READ, TEST_ANSWER, raw);
  http = signet_http_new (test_server_get_address (server), database, &error);
  g_assert_no_error (error);
  signet_http_exchange_async (http, request, "secret-token", NULL, test_take_cb, &result);
  answer = signet_http_exchange_finish (http, test_wait_for (&result), &sent, &error);
  g_assert_cmpint (answer != NULL, ==, error == NULL);
  g_assert_cmpint (sent, ==, error == NULL);
  /* Nothing, least of all the token, went to somebody who isn't who they should be. */
  g_assert_cmpuint (test_server_count (server, READ), ==, error == NULL ? 1 : 0);
  return error;
}

static void
test_good (void)
{
  g_autoptr (GTlsCertificate) certificate = test_certificate_new (authority, "IP:127.0.0.1", -DAY, DAY);
  g_autoptr (GError) error = ask (certificate, TRUE);

  g_assert_no_error (error);
}

static void
test_expired (void)
{
  g_autoptr (GTlsCertificate) past = test_certificate_new (authority, "IP:127.0.0.1", -2 * DAY, -DAY);
  g_autoptr (GError) error = ask (past, TRUE);

  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TLS_EXPIRED);
}

static void
test_not_yet (void)
{
  g_autoptr (GTlsCertificate) future = test_certificate_new (authority, "IP:127.0.0.1", DAY, 2 * DAY);
  g_autoptr (GError) error = ask (future, TRUE);

  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TLS_NOT_YET);
}

static void
test_name (void)
{
  g_autoptr (GTlsCertificate) certificate = test_certificate_new (authority, "DNS:example.com", -DAY, DAY);
  g_autoptr (GError) error = ask (certificate, TRUE);

  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TLS_NAME);
}

static void
test_self_signed (void)
{
  g_autoptr (GTlsCertificate) certificate = test_certificate_new (NULL, "IP:127.0.0.1", -DAY, DAY);
  g_autoptr (GError) error = ask (certificate, TRUE);

  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TLS_SELF_SIGNED);
}

static void
test_issuer (void)
{
  g_autoptr (TestAuthority) stranger = test_authority_new ("somebody else");
  g_autoptr (GTlsCertificate) certificate = test_certificate_new (stranger, "IP:127.0.0.1", -DAY, DAY);
  g_autoptr (GError) error = ask (certificate, TRUE);

  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TLS_ISSUER);
}

/* Signed as it was usual until somebody could forge it. */
static void
test_weak (void)
{
  g_autoptr (GTlsCertificate) certificate = test_certificate_new_weak (authority, "IP:127.0.0.1");
  g_autoptr (GError) error = ask (certificate, TRUE);

  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TLS);
}

/* Without a list of our own, the system's authorities decide. */
static void
test_system (void)
{
  g_autoptr (GTlsCertificate) certificate = test_certificate_new (authority, "IP:127.0.0.1", -DAY, DAY);
  g_autoptr (GError) error = ask (certificate, FALSE);

  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_TLS_ISSUER);
}

/* https to a server that doesn't speak it. */
static void
test_not_tls (void)
{
  g_autoptr (TestServer) server = test_server_new (NULL);
  g_autofree char *address = g_strconcat ("https", test_server_get_address (server) + strlen ("http"), NULL);
  g_autoptr (SignetRequest) request = signet_request_new ("GET", "/v1/platform");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetHttp) http = signet_http_new (address, NULL, &error);

  signet_http_exchange_async (http, request, NULL, NULL, test_take_cb, &result);
  g_assert_null (signet_http_exchange_finish (http, test_wait_for (&result), NULL, &error));
  g_assert_cmpint (error->domain, ==, SIGNET_REMOTE_ERROR);
  g_assert_true (error->code == SIGNET_REMOTE_ERROR_TLS || error->code == SIGNET_REMOTE_ERROR_NETWORK);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  authority = test_authority_new ("test authority");

  g_test_add_func ("/tls/good", test_good);
  g_test_add_func ("/tls/expired", test_expired);
  g_test_add_func ("/tls/not-yet", test_not_yet);
  g_test_add_func ("/tls/name", test_name);
  g_test_add_func ("/tls/self-signed", test_self_signed);
  g_test_add_func ("/tls/issuer", test_issuer);
  g_test_add_func ("/tls/weak", test_weak);
  g_test_add_func ("/tls/system", test_system);
  g_test_add_func ("/tls/not-tls", test_not_tls);
  status = g_test_run ();
  test_authority_free (authority);
  return status;
}
