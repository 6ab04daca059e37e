/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "remote/signet-remote-error.h"
#include "test-account.h"

/*
 * The system's proxy: what goes elsewhere goes through it, what stays on this computer does not. The proxy is
 * a resolver of the test's own in the place of the system's, and a server that only counts.
 */

static char *proxy;

#define TEST_TYPE_RESOLVER (test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (TestResolver, test_resolver, TEST, RESOLVER, GObject)

struct _TestResolver
{
  GObject parent_instance;
};

static gboolean
test_resolver_is_supported (GProxyResolver *resolver)
{
  return TRUE;
}

static char **
test_resolver_lookup (GProxyResolver *resolver, const char *uri, GCancellable *cancellable, GError **error)
{
  const char *const proxies[] = { proxy, NULL };

  return g_strdupv ((char **) proxies);
}

static void
test_resolver_lookup_async (GProxyResolver *resolver,
                            const char *uri,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_return_pointer (task, test_resolver_lookup (resolver, uri, NULL, NULL), (GDestroyNotify) g_strfreev);
}

static char **
test_resolver_lookup_finish (GProxyResolver *resolver, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
test_resolver_iface_init (GProxyResolverInterface *iface)
{
  iface->is_supported = test_resolver_is_supported;
  iface->lookup = test_resolver_lookup;
  iface->lookup_async = test_resolver_lookup_async;
  iface->lookup_finish = test_resolver_lookup_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestResolver,
                               test_resolver,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER, test_resolver_iface_init)
                                   g_io_extension_point_implement (G_PROXY_RESOLVER_EXTENSION_POINT_NAME,
                                                                   g_define_type_id,
                                                                   "signet-test",
                                                                   1000))

static void
test_resolver_class_init (TestResolverClass *klass)
{
}

static void
test_resolver_init (TestResolver *self)
{
}

static SignetAnswer *
ask (const char *address, GError **error)
{
  g_autoptr (SignetHttp) http = signet_http_new (address, NULL, error);
  g_autoptr (SignetRequest) request = signet_request_new ("GET", "/v1/platform");
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_nonnull (http);
  signet_http_exchange_async (http, request, NULL, NULL, test_take_cb, &result);
  return signet_http_exchange_finish (http, test_wait_for (&result), NULL, error);
}

/* The name is the proxy's to resolve: nobody here asks for it. And what the proxy says is not the platform's
 * word.
 */
static void
test_elsewhere (void)
{
  g_autoptr (TestServer) server = test_server_new (NULL);
  g_autoptr (GError) error = NULL;

  proxy = g_strdup (test_server_get_address (server));
  test_server_script (
      server, "CONNECT platform.invalid:443", TEST_CLOSE,
      "HTTP/1.1 400 No\r\nContent-Type: application/json\r\nContent-Length: 25\r\n\r\n{\"error\":\"invalid_grant\"}");
  g_assert_null (ask ("https://platform.invalid", &error));
  g_assert_error (error, SIGNET_REMOTE_ERROR, SIGNET_REMOTE_ERROR_NETWORK);
  g_assert_cmpuint (test_server_count (server, "CONNECT platform.invalid:443"), ==, 1);
  g_clear_pointer (&proxy, g_free);
}

static void
test_here (void)
{
  g_autoptr (TestServer) server = test_server_new (NULL);
  g_autoptr (SignetAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;

  proxy = g_strdup ("http://127.0.0.1:1"); /* nobody is there */
  test_account_script_platform (server);
  answer = ask (test_server_get_address (server), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (signet_answer_get_status (answer), ==, 200);
  g_clear_pointer (&proxy, g_free);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "signet-test", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_io_extension_point_register (G_PROXY_RESOLVER_EXTENSION_POINT_NAME);
  g_type_ensure (TEST_TYPE_RESOLVER);

  g_test_add_func ("/proxy/elsewhere", test_elsewhere);
  g_test_add_func ("/proxy/here", test_here);
  return g_test_run ();
}
