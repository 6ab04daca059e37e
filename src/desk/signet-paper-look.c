/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-paper-look.h"

#include "desk/signet-desk-error.h"
#include "desk/signet-document-private.h"
#include "model/signet-evidence.h"
#include "model/signet-finding-codes.h"
#include "model/signet-finding.h"

/*
 * Looks into every file of a draft once, in the sealed viewer and one after the other: whoever sends a paper
 * that nobody can open should hear of it here and not from a reviewer. Nothing waits for it; what isn't known
 * yet is no finding. The self-check owns it. Main thread.
 */
struct _SignetPaperLook
{
  GObject parent_instance;

  SignetRenderer *renderer;
  SignetVault *vault;
  GHashTable *outcomes; /* digest → code of a finding, "" for a good one or one that isn't looked at yet */
  GQueue *waiting;      /* digests */
  char *current;        /* the one being looked at, or NULL */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (SignetPaperLook, signet_paper_look, G_TYPE_OBJECT)

enum
{
  LOOKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Pixels a point: the first page is drawn as small as a thumbnail, only to see whether it can be drawn. */
#define SCALE 0.25

/* What is the file's own fault. A system that can't seal the viewer, say, speaks for or against no file. */
static const struct
{
  SignetDeskError error;
  const char *code;
} faults[] = {
  { SIGNET_DESK_ERROR_DOCUMENT_DAMAGED, SIGNET_FINDING_DOCUMENT_DAMAGED },
  { SIGNET_DESK_ERROR_DOCUMENT_ENCRYPTED, SIGNET_FINDING_ENCRYPTED_PDF },
  { SIGNET_DESK_ERROR_DOCUMENT_TOO_SLOW, SIGNET_FINDING_DOCUMENT_TOO_SLOW },
  { SIGNET_DESK_ERROR_DOCUMENT_TOO_BIG, SIGNET_FINDING_DOCUMENT_TOO_BIG },
  { SIGNET_DESK_ERROR_DOCUMENT_CRASHED, SIGNET_FINDING_DOCUMENT_CRASHED },
};

static void look_at_next (SignetPaperLook *self);

static const char *
get_code (const GError *error)
{
  for (gsize i = 0; error != NULL && i < G_N_ELEMENTS (faults); i++)
    if (g_error_matches (error, SIGNET_DESK_ERROR, (int) faults[i].error))
      return faults[i].code;
  return "";
}

static void
settle (SignetPaperLook *self, const GError *error)
{
  const char *code = get_code (error);

  if (error != NULL)
    g_info ("a file of a draft cannot be shown: %s", error->message);
  g_hash_table_insert (self->outcomes, g_steal_pointer (&self->current), (gpointer) code);
  if (*code != '\0')
    g_signal_emit (self, signals[LOOKED], 0);
  look_at_next (self);
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPaperLook) self = user_data;
  g_autoptr (GError) error = NULL;
  SignetPagePixels *pixels = signet_document_render_finish (SIGNET_DOCUMENT (source), result, &error);

  g_clear_pointer (&pixels, signet_page_pixels_free);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    settle (self, error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPaperLook) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDocument) document = signet_document_open_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (document == NULL)
    settle (self, error);
  else
    signet_document_render_async (document, 0, SCALE, self->cancellable, drawn_cb, g_object_ref (self));
}

static void
look_at_next (SignetPaperLook *self)
{
  if (self->current != NULL || g_queue_is_empty (self->waiting) ||
      g_cancellable_is_cancelled (self->cancellable))
    return;
  self->current = g_queue_pop_head (self->waiting);
  signet_document_open_async (self, self->renderer, self->vault, self->current, NULL, self->cancellable,
                              opened_cb, g_object_ref (self));
}

static void
signet_paper_look_finalize (GObject *object)
{
  SignetPaperLook *self = SIGNET_PAPER_LOOK (object);

  g_clear_object (&self->renderer);
  g_clear_object (&self->vault);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->outcomes);
  g_queue_free_full (self->waiting, g_free);
  g_free (self->current);
  G_OBJECT_CLASS (signet_paper_look_parent_class)->finalize (object);
}

static void
signet_paper_look_class_init (SignetPaperLookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_paper_look_finalize;

  signals[LOOKED] = g_signal_new ("looked", SIGNET_TYPE_PAPER_LOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
signet_paper_look_init (SignetPaperLook *self)
{
  self->cancellable = g_cancellable_new ();
  self->outcomes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->waiting = g_queue_new ();
}

/**
 * signet_paper_look_new:
 * @renderer: what opens documents
 * @vault: where they lie
 *
 * Returns: (transfer full): somebody who has looked at nothing yet
 */
SignetPaperLook *
signet_paper_look_new (SignetRenderer *renderer, SignetVault *vault)
{
  SignetPaperLook *self = g_object_new (SIGNET_TYPE_PAPER_LOOK, NULL);

  self->renderer = g_object_ref (renderer);
  self->vault = g_object_ref (vault);
  return self;
}

/**
 * signet_paper_look_stop:
 * @self: somebody who looks
 *
 * Looks at nothing any more; the one being looked at is left alone.
 */
void
signet_paper_look_stop (SignetPaperLook *self)
{
  g_return_if_fail (SIGNET_IS_PAPER_LOOK (self));

  g_cancellable_cancel (self->cancellable);
}

/**
 * signet_paper_look_judge:
 * @self: somebody who looks
 * @files: the #SignetEvidence of a draft, in the order of its pointers
 * @findings: (element-type SignetFinding): what is known to be wrong with them is added
 *
 * Files that haven't been looked at yet are from now on. A platform refuses every PDF that wants a password
 * (the contract's `encrypted-pdf`), so that one is an error; what else can't be shown is a warning: the
 * platform decides.
 */
void
signet_paper_look_judge (SignetPaperLook *self, GListModel *files, GPtrArray *findings)
{
  guint n = g_list_model_get_n_items (files);

  g_return_if_fail (SIGNET_IS_PAPER_LOOK (self));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetEvidence) file = g_list_model_get_item (files, i);
      const char *sha256 = signet_evidence_get_sha256 (file);
      const char *code = g_hash_table_lookup (self->outcomes, sha256);
      g_autofree char *pointer = g_strdup_printf ("/files/%u", i);

      if (code == NULL)
        {
          g_hash_table_insert (self->outcomes, g_strdup (sha256), (gpointer) "");
          g_queue_push_tail (self->waiting, g_strdup (sha256));
        }
      else if (*code != '\0')
        g_ptr_array_add (findings, signet_finding_new (pointer,
                                                       g_str_equal (code, SIGNET_FINDING_ENCRYPTED_PDF)
                                                           ? SIGNET_SEVERITY_ERROR
                                                           : SIGNET_SEVERITY_WARNING,
                                                       code, "name", signet_evidence_get_name (file), NULL));
    }
  look_at_next (self);
}
