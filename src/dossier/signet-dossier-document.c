/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dossier/signet-dossier-document.h"

#include "dossier/signet-dossier-flow.h"

#include <string.h>

/* A paper before it is laid out: its parts in their order, plain texts. Made on the thread that owns the
 * model objects it tells of, then handed to a worker, where fonts are read and the PDF is written: equal
 * papers give equal bytes on the same system. Owned by one thread at a time.
 */

#define TITLE_SIZE 18.0
#define HEADING_SIZE 12.0
#define TEXT_SIZE 10.5
#define TABLE_SIZE 9.5
#define NOTE_SIZE 8.5
#define LABEL_WIDTH 165.0
#define GUTTER 10.0
/* Room for a seal of 42 mm, the largest a company has, beside a name. */
#define SEAL_HEIGHT (42 / 25.4 * 72)
#define SIGNING_LINE 26.0

typedef enum
{
  PART_HEADING,
  PART_PARAGRAPH,
  PART_NOTE,
  PART_FIELD,
  PART_TABLE,
  PART_ROW,
  PART_SIGNATURE,
} PartType;

typedef struct
{
  PartType type;
  char **texts;
  double *widths; /* of a table's columns: shares of the width */
} Part;

struct _SignetDossierDocument
{
  char *title;
  char *footer;
  char *language;
  GDate today;
  GPtrArray *parts;
};

/* One way over the parts: the number of pages is only known after the first one. */
typedef struct
{
  SignetDossierDocument *document;
  SignetDossierFlow *flow;
  guint n_pages;
  const Part *table;
  PartType last;
} Pass;

static void
free_part (gpointer data)
{
  Part *part = data;

  g_strfreev (part->texts);
  g_free (part->widths);
  g_free (part);
}

static Part *
add_part (SignetDossierDocument *self, PartType type, const char *const *texts)
{
  Part *part = g_new0 (Part, 1);

  part->type = type;
  part->texts = g_strdupv ((char **) texts);
  g_ptr_array_add (self->parts, part);
  return part;
}

/* {title} {page} {pages}: GString replaces one after the other, so the title, which may hold anything, is
 * last. */
static char *
tell_page (guint page, gpointer data)
{
  const Pass *pass = data;
  GString *text = g_string_new (pass->document->footer);
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *pages = g_strdup_printf ("%u", pass->n_pages);

  g_string_replace (text, "{page}", number, 0);
  g_string_replace (text, "{pages}", pages, 0);
  g_string_replace (text, "{title}", pass->document->title, 1);
  return g_string_free (text, FALSE);
}

static void
add_text (SignetDossierFlow *flow, const char *text, double size, gboolean bold, gboolean centred)
{
  SignetDossierCell cell = { text, 0, SIGNET_DOSSIER_TEXT_WIDTH, size, bold, centred };

  signet_dossier_flow_add_cells (flow, &cell, 1);
}

static void
add_heading (SignetDossierFlow *flow, const char *text)
{
  /* With its first lines, or on the next page. */
  signet_dossier_flow_keep (flow, 58);
  signet_dossier_flow_add_space (flow, 10);
  add_text (flow, text, HEADING_SIZE, TRUE, FALSE);
  signet_dossier_flow_add_space (flow, 3);
}

static void
add_field (SignetDossierFlow *flow, const Part *part)
{
  SignetDossierCell cells[] = {
    { part->texts[0], 0, LABEL_WIDTH, TEXT_SIZE, FALSE, FALSE },
    { part->texts[1], LABEL_WIDTH + GUTTER, SIGNET_DOSSIER_TEXT_WIDTH - LABEL_WIDTH - GUTTER, TEXT_SIZE,
      FALSE, FALSE },
  };

  signet_dossier_flow_add_cells (flow, cells, G_N_ELEMENTS (cells));
  signet_dossier_flow_add_space (flow, 2);
}

static SignetDossierCell *
make_cells (const Part *table, char **texts, gboolean bold)
{
  guint n = g_strv_length (texts);
  SignetDossierCell *cells = g_new0 (SignetDossierCell, n);
  double x = 0;

  for (guint i = 0; i < n; i++)
    {
      double width = table->widths[i] * SIGNET_DOSSIER_TEXT_WIDTH;

      cells[i] = (SignetDossierCell){ texts[i], x, width - GUTTER, TABLE_SIZE, bold, FALSE };
      x += width;
    }
  return cells;
}

static void
add_row (SignetDossierFlow *flow, const Part *table, char **texts, gboolean bold)
{
  guint n = g_strv_length (texts);
  g_autofree SignetDossierCell *cells = make_cells (table, texts, bold);

  /* A row goes on the next page as a whole, if it isn't a page itself. */
  signet_dossier_flow_keep (flow, MIN (signet_dossier_flow_measure (flow, cells, n), 200) + 6);
  signet_dossier_flow_add_space (flow, 3);
  signet_dossier_flow_add_cells (flow, cells, n);
  signet_dossier_flow_add_space (flow, 3);
  signet_dossier_flow_add_rule (flow, 0, SIGNET_DOSSIER_TEXT_WIDTH);
}

static void
add_signature (SignetDossierFlow *flow, const Part *part)
{
  guint n_lines = g_strv_length (part->texts) - 2;
  SignetDossierCell who = { part->texts[0], 0, SIGNET_DOSSIER_TEXT_WIDTH, TEXT_SIZE, TRUE, FALSE };
  SignetDossierCell name = { part->texts[1], 0, SIGNET_DOSSIER_TEXT_WIDTH, TEXT_SIZE, FALSE, FALSE };
  double height = signet_dossier_flow_measure (flow, &who, 1) + signet_dossier_flow_measure (flow, &name, 1);
  double lines = n_lines * (SIGNING_LINE + TEXT_SIZE * 1.5);

  /* A signature alone on a page, apart from what it belongs to, is worth nothing: with its name at least. */
  signet_dossier_flow_keep (flow, 16 + MIN (height, 400) + MAX (SEAL_HEIGHT, lines));
  signet_dossier_flow_add_space (flow, 16);
  signet_dossier_flow_add_cells (flow, &who, 1);
  signet_dossier_flow_add_cells (flow, &name, 1);
  for (guint i = 0; i < n_lines; i++)
    {
      SignetDossierCell line = { part->texts[i + 2], 0, LABEL_WIDTH, TEXT_SIZE, FALSE, FALSE };

      signet_dossier_flow_add_space (flow, SIGNING_LINE);
      signet_dossier_flow_add_cells (flow, &line, 1);
      signet_dossier_flow_add_rule (flow, LABEL_WIDTH + GUTTER, SIGNET_DOSSIER_TEXT_WIDTH * 0.45);
    }
  if (lines < SEAL_HEIGHT)
    signet_dossier_flow_add_space (flow, SEAL_HEIGHT - lines);
}

static void
add_to_flow (Pass *pass, const Part *part)
{
  SignetDossierFlow *flow = pass->flow;

  if (part->type != PART_ROW)
    pass->table = NULL;
  switch (part->type)
    {
    case PART_HEADING:
      add_heading (flow, part->texts[0]);
      break;
    case PART_PARAGRAPH:
      /* A paragraph after a field begins something new. */
      if (pass->last == PART_FIELD)
        signet_dossier_flow_add_space (flow, 10);
      add_text (flow, part->texts[0], TEXT_SIZE, FALSE, FALSE);
      signet_dossier_flow_add_space (flow, 3);
      break;
    case PART_NOTE:
      signet_dossier_flow_add_space (flow, 8);
      add_text (flow, part->texts[0], NOTE_SIZE, FALSE, FALSE);
      break;
    case PART_FIELD:
      add_field (flow, part);
      break;
    case PART_TABLE:
      pass->table = part;
      signet_dossier_flow_keep (flow, 72);
      add_row (flow, part, part->texts, TRUE);
      break;
    case PART_ROW:
      add_row (flow, pass->table, part->texts, FALSE);
      break;
    case PART_SIGNATURE:
      add_signature (flow, part);
      break;
    }
}

static gboolean
run_pass (SignetDossierDocument *self,
          SignetDossierOutput *output,
          guint *n_pages,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (SignetDossierFlow) flow = signet_dossier_flow_new (output, self->language);
  Pass pass = { self, flow, *n_pages, NULL, PART_HEADING };

  signet_dossier_flow_set_footer (flow, tell_page, &pass);
  add_text (flow, self->title, TITLE_SIZE, TRUE, TRUE);
  signet_dossier_flow_add_space (flow, 14);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = g_ptr_array_index (self->parts, i);
      const Part *next = i + 1 < self->parts->len ? g_ptr_array_index (self->parts, i + 1) : NULL;
      g_autofree SignetDossierCell *head = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      /* Words that lead to a table stay with its first rows. */
      if (part->type == PART_HEADING && i + 2 < self->parts->len &&
          ((const Part *) g_ptr_array_index (self->parts, i + 2))->type == PART_TABLE)
        signet_dossier_flow_keep (flow, 120);
      if (part->type == PART_ROW)
        {
          head = make_cells (pass.table, pass.table->texts, TRUE);
          signet_dossier_flow_set_head (flow, head, g_strv_length (pass.table->texts));
        }
      add_to_flow (&pass, part);
      pass.last = part->type;
      signet_dossier_flow_set_head (flow, NULL, 0);
      if (part->type == PART_ROW && (next == NULL || next->type != PART_ROW))
        signet_dossier_flow_add_space (flow, 6);
    }
  return signet_dossier_flow_finish (flow, n_pages, error);
}

/**
 * signet_dossier_document_new:
 * @title: the paper's title
 * @footer: what stands below each page; `{title}`, `{page}` and `{pages}` are filled in
 * @language: "zh-CN" or "en", for the shapes of characters
 * @today: the day it is made
 *
 * Returns: (transfer full): a paper with nothing but its title
 */
SignetDossierDocument *
signet_dossier_document_new (const char *title, const char *footer, const char *language, const GDate *today)
{
  SignetDossierDocument *self = g_new0 (SignetDossierDocument, 1);

  self->title = g_strdup (title);
  self->footer = g_strdup (footer);
  self->language = g_strdup (language);
  self->today = *today;
  self->parts = g_ptr_array_new_with_free_func (free_part);
  return self;
}

/**
 * signet_dossier_document_free:
 * @self: (transfer full) (nullable): a paper
 */
void
signet_dossier_document_free (SignetDossierDocument *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_free (self->language);
  g_free (self->footer);
  g_free (self->title);
  g_free (self);
}

/**
 * signet_dossier_document_add_heading:
 * @self: a paper
 * @text: the heading of what follows
 */
void
signet_dossier_document_add_heading (SignetDossierDocument *self, const char *text)
{
  add_part (self, PART_HEADING, (const char *const[]){ text, NULL });
}

/**
 * signet_dossier_document_add_paragraph:
 * @self: a paper
 * @text: a paragraph; plain text, as all texts here
 */
void
signet_dossier_document_add_paragraph (SignetDossierDocument *self, const char *text)
{
  add_part (self, PART_PARAGRAPH, (const char *const[]){ text, NULL });
}

/**
 * signet_dossier_document_add_note:
 * @self: a paper
 * @text: a paragraph in smaller letters
 */
void
signet_dossier_document_add_note (SignetDossierDocument *self, const char *text)
{
  add_part (self, PART_NOTE, (const char *const[]){ text, NULL });
}

/**
 * signet_dossier_document_add_field:
 * @self: a paper
 * @label: what it is
 * @value: it
 */
void
signet_dossier_document_add_field (SignetDossierDocument *self, const char *label, const char *value)
{
  add_part (self, PART_FIELD, (const char *const[]){ label, value, NULL });
}

/**
 * signet_dossier_document_begin_table:
 * @self: a paper
 * @widths: a share of the width for each column, 1 together
 * @heads: (array zero-terminated=1): the columns' heads, repeated on each page
 *
 * Begins a table; its rows must follow.
 */
void
signet_dossier_document_begin_table (SignetDossierDocument *self,
                                     const double *widths,
                                     const char *const *heads)
{
  Part *part = add_part (self, PART_TABLE, heads);

  part->widths = g_memdup2 (widths, g_strv_length ((char **) heads) * sizeof *widths);
}

/**
 * signet_dossier_document_add_row:
 * @self: a paper whose last part is a table or a row
 * @cells: (array zero-terminated=1): as many as the table has columns
 */
void
signet_dossier_document_add_row (SignetDossierDocument *self, const char *const *cells)
{
  const Part *last = self->parts->len > 0 ? g_ptr_array_index (self->parts, self->parts->len - 1) : NULL;

  g_return_if_fail (last != NULL && (last->type == PART_TABLE || last->type == PART_ROW));
  g_return_if_fail (g_strv_length (last->texts) == g_strv_length ((char **) cells));

  add_part (self, PART_ROW, cells);
}

/**
 * signet_dossier_document_add_signature:
 * @self: a paper
 * @who: as what somebody signs
 * @name: who it is
 * @lines: (array zero-terminated=1): labels of lines to write on
 *
 * Adds the place for a signature and a seal, which is never divided between two pages.
 */
void
signet_dossier_document_add_signature (SignetDossierDocument *self,
                                       const char *who,
                                       const char *name,
                                       const char *const *lines)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  g_ptr_array_add (texts, (char *) who);
  g_ptr_array_add (texts, (char *) name);
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (texts, (char *) lines[i]);
  g_ptr_array_add (texts, NULL);
  add_part (self, PART_SIGNATURE, (const char *const *) texts->pdata);
}

/**
 * signet_dossier_document_write:
 * @self: a paper
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Lays the paper out and writes it as a PDF with its fonts embedded; takes some tenths of a second, for a
 * worker.
 *
 * Returns: (transfer full) (nullable): the PDF; %SIGNET_DOSSIER_ERROR_FONT if a character would be missing
 */
GBytes *
signet_dossier_document_write (SignetDossierDocument *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (SignetDossierOutput) output = NULL;
  guint n_pages = 0;

  if (!run_pass (self, NULL, &n_pages, cancellable, error))
    return NULL;
  output = signet_dossier_output_new (stream, self->title, &self->today, cancellable);
  if (!run_pass (self, output, &n_pages, cancellable, error) ||
      !signet_dossier_output_finish (output, error) || !g_output_stream_close (stream, cancellable, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/**
 * signet_dossier_document_save:
 * @self: a paper
 * @file: where to; a file that is there is replaced
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Writes the paper into a file that only its owner may read: whole or not at all.
 *
 * Returns: %TRUE on success; errors are %G_IO_ERROR and those of signet_dossier_document_write()
 */
gboolean
signet_dossier_document_save (SignetDossierDocument *self,
                              GFile *file,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) refusal = NULL;
  gconstpointer data;
  gsize size;

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not a place in the file system");
      return FALSE;
    }
  pdf = signet_dossier_document_write (self, cancellable, error);
  if (pdf == NULL)
    return FALSE;
  data = g_bytes_get_data (pdf, &size);
  if (g_file_set_contents_full (path, data, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &refusal))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_file_error ((GFileError) refusal->code),
                       refusal->message);
  return FALSE;
}
