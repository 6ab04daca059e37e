/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "dossier/signet-dossier-output.h"

#include "dossier/signet-dossier-error.h"
#include "model/signet-date.h"

#include <cairo-pdf.h>

/* A PDF on its way into a stream, page after page. Equal input gives equal bytes: the day in the document is
 * the caller's. Private to the room, one thread.
 */

struct _SignetDossierOutput
{
  GOutputStream *stream;
  GCancellable *cancellable;
  cairo_surface_t *surface;
  GError *error;
};

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  SignetDossierOutput *self = data;

  if (self->error == NULL)
    g_output_stream_write_all (self->stream, bytes, length, NULL, self->cancellable, &self->error);
  return self->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
check (SignetDossierOutput *self, cairo_status_t status, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SIGNET_DOSSIER_ERROR, SIGNET_DOSSIER_ERROR_FAILED, "cairo: %s",
                   cairo_status_to_string (status));
      return FALSE;
    }
  return TRUE;
}

/* @title stands in the document's properties, @today too as the day it was made (midnight in China). */
SignetDossierOutput *
signet_dossier_output_new (GOutputStream *stream,
                           const char *title,
                           const GDate *today,
                           GCancellable *cancellable)
{
  SignetDossierOutput *self = g_new0 (SignetDossierOutput, 1);
  g_autofree char *day = signet_date_to_text (today);
  g_autofree char *made = g_strconcat (day, "T00:00:00+08:00", NULL);

  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self, 1, 1);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Signet");
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
  return self;
}

void
signet_dossier_output_free (SignetDossierOutput *self)
{
  if (self == NULL)
    return;
  /* Finishing writes: what was given up must not go on into the stream. */
  if (self->error == NULL)
    g_set_error_literal (&self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Given up");
  cairo_surface_destroy (self->surface);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_object_unref (self->stream);
  g_free (self);
}

/* Sizes in points. Each page has one context, which signet_dossier_output_end_page() takes back. */
cairo_t *
signet_dossier_output_begin_page (SignetDossierOutput *self, double width, double height)
{
  cairo_pdf_surface_set_size (self->surface, width, height);
  return cairo_create (self->surface);
}

gboolean
signet_dossier_output_end_page (SignetDossierOutput *self, cairo_t *cr, GError **error)
{
  cairo_status_t status;

  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return check (self, status, error);
}

gboolean
signet_dossier_output_finish (SignetDossierOutput *self, GError **error)
{
  cairo_surface_finish (self->surface);
  return check (self, cairo_surface_status (self->surface), error) &&
         g_output_stream_flush (self->stream, self->cancellable, error);
}
