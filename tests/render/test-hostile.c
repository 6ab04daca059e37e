/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <unistd.h>

#include "render-helper.h"

/* The parent against a viewer that was taken over: whatever it answers, the program lives and says what
 * happened. */

typedef struct
{
  char *folder;
  char *viewer;
  SignetRenderer *renderer;
} Case;

static void
set_up (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("signet-hostile-XXXXXX", &error);
  g_assert_no_error (error);
  self->viewer = g_build_filename (self->folder, vice, NULL);
  g_assert_cmpint (symlink (HOSTILE_VIEWER, self->viewer), ==, 0);
  self->renderer = signet_renderer_new (self->viewer);
  signet_renderer_set_time_limit (self->renderer, 30000);
}

static void
tear_down (Case *self, gconstpointer vice)
{
  g_assert_finalize_object (self->renderer);
  g_unlink (self->viewer);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->viewer);
  g_free (self->folder);
}

static SignetRenderDocument *
open_any (Case *self, GError **error)
{
  return open_document (self->renderer, PAPERS "/good.pdf", "key", NULL, error);
}

static void
test_refused_at_opening (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL, again = NULL;

  g_assert_null (open_any (self, &error));
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED);

  /* Remembered: with no viewer left the answer is the same. */
  g_unlink (self->viewer);
  g_assert_null (open_any (self, &again));
  g_assert_error (again, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED);
  /* Which it wouldn't be for a file not seen before. */
  g_clear_error (&again);
  g_assert_null (open_document (self->renderer, PAPERS "/good.pdf", "another key", NULL, &again));
  g_assert_error (again, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_SEAL);
}

static void
test_refused_at_a_page (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_any (self, &error);
  g_autoptr (SignetRenderPage) page = NULL;

  g_assert_no_error (error);
  page = draw (document, 0, 1, &error);
  g_assert_null (page);
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED);
}

/* Told twice, the first counts and the second ends the viewer; a new one does the rest. */
static void
test_twice (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_any (self, &error);
  g_autoptr (SignetRenderPage) page = NULL;

  g_assert_no_error (error);
  page = draw (document, 0, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (page->width, ==, 72);
}

static void
test_no_filter (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_any (self, &error));
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_SEAL);
}

static void
test_mute (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL;

  signet_renderer_set_time_limit (self->renderer, 200);
  g_assert_null (open_any (self, &error));
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_TOO_SLOW);
}

static void
test_not_text (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_any (self, &error);
  g_autofree char *text = NULL;
  g_autoptr (GArray) hits = NULL;

  g_assert_no_error (error);
  text = read_text (document, 0, &error);
  g_assert_null (text);
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED);
  g_clear_error (&error);
  hits = search (document, 1, "word", &error);
  g_assert_null (hits);
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED);
}

/* One bad page costs that page: the viewer starts again for the others, and the bad one isn't tried twice. */
static void
test_one_bad_page (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = NULL;
  SignetRenderError expected = g_str_equal (vice, "hang-second") ? SIGNET_RENDER_ERROR_TOO_SLOW
                                                                 : SIGNET_RENDER_ERROR_CRASHED;

  if (expected == SIGNET_RENDER_ERROR_TOO_SLOW)
    signet_renderer_set_time_limit (self->renderer, 1000);
  document = open_any (self, &error);
  g_assert_no_error (error);
  for (int round = 0; round < 3; round++)
    for (guint i = 0; i < 3; i++)
      {
        g_autoptr (SignetRenderPage) page = draw (document, i, 1, &error);

        if (i == 1)
          g_assert_error (error, SIGNET_RENDER_ERROR, (int) expected);
        else
          g_assert_no_error (error);
        g_clear_error (&error);
      }
}

/* The second death is the last. */
static void
test_given_up (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_any (self, &error);
  g_autoptr (SignetRenderPage) whole = NULL;

  g_assert_no_error (error);
  whole = draw (document, 0, 1, &error);
  g_assert_no_error (error);
  for (guint i = 1; i < 4; i++)
    {
      g_autoptr (SignetRenderPage) page = draw (document, i % 3, 1, &error);

      g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED);
      g_clear_error (&error);
    }
  g_clear_object (&document);
  g_assert_null (open_any (self, &error));
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_CRASHED);
}

/* What a viewer writes about a document never reaches a log as it is. */
static void
test_message (Case *self, gconstpointer vice)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetRenderDocument) document = open_any (self, &error);
  g_autoptr (SignetRenderPage) page = NULL;

  g_assert_no_error (error);
  page = draw (document, 0, 1, &error);
  g_assert_null (page);
  g_assert_error (error, SIGNET_RENDER_ERROR, SIGNET_RENDER_ERROR_DAMAGED);
  g_assert_cmpstr (error->message, ==, "??31mas,seccomp?");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *vice;
    void (*test) (Case *, gconstpointer);
  } cases[] = {
    { "rude", test_refused_at_opening },
    { "crash-open", test_refused_at_opening },
    { "endless-sizes", test_refused_at_opening },
    { "many-pages", test_refused_at_opening },
    { "half-a-size", test_refused_at_opening },
    { "no-sizes", test_refused_at_opening },
    { "file-as-body", test_refused_at_opening },
    { "quits", test_refused_at_a_page },
    { "unsealed", test_refused_at_a_page },
    { "can-shrink", test_refused_at_a_page },
    { "can-write", test_refused_at_a_page },
    { "short", test_refused_at_a_page },
    { "long", test_refused_at_a_page },
    { "other-size", test_refused_at_a_page },
    { "wrong-stride", test_refused_at_a_page },
    { "overflow", test_refused_at_a_page },
    { "no-body", test_refused_at_a_page },
    { "wrong-serial", test_refused_at_a_page },
    { "unknown-status", test_refused_at_a_page },
    { "garbage", test_refused_at_a_page },
    { "twice", test_twice },
    { "no-filter", test_no_filter },
    { "mute", test_mute },
    { "not-text", test_not_text },
    { "flood", test_not_text },
    { "crash-second", test_one_bad_page },
    { "hang-second", test_one_bad_page },
    { "crash-later", test_given_up },
    { "damaged", test_message },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/%s", cases[i].vice);

      g_test_add (path, Case, cases[i].vice, set_up, cases[i].test, tear_down);
    }
  return g_test_run ();
}
