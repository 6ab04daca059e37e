/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "viewer/signet-viewer-paper.h"

#include <cairo.h>
#include <errno.h>
#include <fcntl.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <math.h>
#include <poppler.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "viewer/signet-viewer-image.h"

/* The one document of this process: a PDF read by poppler, or an image as a document of one page. Made by
 * OPEN, owned by main. Everything it gives back goes into a memfd that is sealed before it leaves. One
 * thread. */

/* A memfd that is being drawn into. */
typedef struct
{
  int fd;
  void *map;
  gsize bytes;
} Canvas;

struct _SignetViewerPaper
{
  PopplerDocument *pdf;
  cairo_surface_t *image;
  gsize last_bytes;
  Canvas ready; /* for the next page, if it is as large as the last one */
};

/* Larger ones aren't kept ready. */
#define MAX_READY (32 * 1024 * 1024)

/* A picture's pixel is one of 96 to the inch. */
#define IMAGE_POINTS_PER_PIXEL 0.75
/* PDF readers look for the header this far into the file. */
#define HEAD 1024

static void
refuse (SignetViewerAnswer *answer, SignetRenderProtocolStatus status, const char *message)
{
  answer->status = status;
  g_free (answer->message);
  answer->message = g_strdup (message);
}

static int
new_body (gsize bytes)
{
  int fd = memfd_create ("signet-page", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  if (fd >= 0 && ftruncate (fd, bytes) != 0)
    {
      close (fd);
      fd = -1;
    }
  return fd;
}

static gboolean
canvas_open (Canvas *self, gsize bytes)
{
  self->bytes = bytes;
  self->fd = new_body (bytes);
  self->map = MAP_FAILED;
  if (self->fd >= 0)
    self->map = mmap (NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, self->fd, 0);
  if (self->map == MAP_FAILED && self->fd >= 0)
    close (self->fd);
  if (self->map == MAP_FAILED)
    *self = (Canvas){ 0 };
  return self->map != NULL;
}

static void
canvas_close (Canvas *self)
{
  if (self->map == NULL)
    return;
  munmap (self->map, self->bytes);
  close (self->fd);
  *self = (Canvas){ 0 };
}

static void
give_body (SignetViewerAnswer *answer, int fd, gsize bytes)
{
  if (fcntl (fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
    {
      refuse (answer, SIGNET_RENDER_PROTOCOL_TOO_BIG, "The answer could not be sealed");
      close (fd);
      return;
    }
  answer->body = fd;
  answer->bytes = bytes;
}

static void
give_bytes (SignetViewerAnswer *answer, gconstpointer data, gsize bytes)
{
  const char *from = data;
  int fd;

  if (bytes == 0)
    return;
  fd = bytes <= SIGNET_RENDER_PROTOCOL_MAX_BODY ? new_body (bytes) : -1;
  for (gsize done = 0; fd >= 0 && done < bytes;)
    {
      ssize_t written = write (fd, from + done, bytes - done);

      if (written < 0 && errno != EINTR)
        {
          close (fd);
          fd = -1;
        }
      else if (written > 0)
        done += written;
    }
  if (fd < 0)
    {
      refuse (answer, SIGNET_RENDER_PROTOCOL_TOO_BIG, "No memory for the answer");
      return;
    }
  give_body (answer, fd, bytes);
}

static void
give_variant (SignetViewerAnswer *answer, GVariant *variant)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (variant);

  give_bytes (answer, g_variant_get_data (owned), g_variant_get_size (owned));
}

static gboolean
says_pdf (const guint8 *head, gsize length)
{
  for (gsize i = 0; i + 5 <= length; i++)
    if (memcmp (head + i, "%PDF-", 5) == 0)
      return TRUE;
  return FALSE;
}

static PopplerDocument *
try_password (int fd, const char *password, GError **error)
{
  int copy = fcntl (fd, F_DUPFD_CLOEXEC, 0);

  g_clear_error (error);
  /* The copy is poppler's from here on, whatever comes of it. */
  return poppler_document_new_from_fd (copy, password, error);
}

/* Poppler takes a password to ISO 8859-1 and should try UTF-8 next, but from a descriptor it can't begin
 * again for that: it says "damaged" then, and from memory it crashes (22.12). So each way is tried from its
 * own copy here. The older encryptions want the first, AES-256 the second (ISO 32000-2, 7.6.4). */
static PopplerDocument *
read_pdf (int fd, const char *password, GError **error)
{
  g_autofree char *utf8_as_latin1 = NULL;
  PopplerDocument *pdf;

  if (*password == '\0')
    return try_password (fd, NULL, error);
  pdf = try_password (fd, password, error);
  if (pdf == NULL && !g_str_is_ascii (password))
    {
      /* Encoded twice, it is UTF-8 once poppler has taken it back. */
      utf8_as_latin1 = g_convert (password, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
      pdf = utf8_as_latin1 != NULL ? try_password (fd, utf8_as_latin1, error) : NULL;
    }
  if (pdf == NULL)
    /* That it wants one at all tells a wrong password from a damaged file. */
    pdf = try_password (fd, NULL, error);
  return pdf;
}

static PopplerDocument *
open_pdf (int fd, const char *password, gboolean says_so, SignetViewerAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *pdf = read_pdf (fd, password, &error);
  int n_pages = pdf != NULL ? poppler_document_get_n_pages (pdf) : 0;

  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    refuse (answer,
            *password != '\0' ? SIGNET_RENDER_PROTOCOL_WRONG_PASSWORD : SIGNET_RENDER_PROTOCOL_ENCRYPTED,
            error->message);
  else if (pdf == NULL)
    refuse (answer, says_so ? SIGNET_RENDER_PROTOCOL_DAMAGED : SIGNET_RENDER_PROTOCOL_UNSUPPORTED,
            error->message);
  else if (n_pages < 1)
    refuse (answer, SIGNET_RENDER_PROTOCOL_DAMAGED, "It has no pages");
  else if (n_pages > SIGNET_RENDER_PROTOCOL_MAX_PAGES)
    refuse (answer, SIGNET_RENDER_PROTOCOL_TOO_BIG, "It has too many pages");
  else
    return pdf;
  g_clear_object (&pdf);
  return NULL;
}

static cairo_surface_t *
open_image (int fd, const char *type, SignetViewerAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *image = signet_viewer_image_load (fd, type, SIGNET_RENDER_PROTOCOL_MAX_PIXELS, &error);

  if (image == NULL && g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_INSUFFICIENT_MEMORY))
    refuse (answer, SIGNET_RENDER_PROTOCOL_TOO_BIG, error->message);
  else if (image == NULL && g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    refuse (answer, SIGNET_RENDER_PROTOCOL_UNSUPPORTED, error->message);
  else if (image == NULL)
    refuse (answer, SIGNET_RENDER_PROTOCOL_DAMAGED, error->message);
  return image;
}

/* A page that cannot be read has no size. */
static void
page_size (SignetViewerPaper *self, PopplerPage *page, double *width, double *height)
{
  *width = *height = 0;
  if (self->image != NULL)
    {
      *width = cairo_image_surface_get_width (self->image) * IMAGE_POINTS_PER_PIXEL;
      *height = cairo_image_surface_get_height (self->image) * IMAGE_POINTS_PER_PIXEL;
    }
  else if (page != NULL)
    poppler_page_get_size (page, width, height);
  if (!isfinite (*width) || !isfinite (*height) || *width <= 0 || *height <= 0)
    *width = *height = 0;
}

static void
give_sizes (SignetViewerPaper *self, SignetViewerAnswer *answer)
{
  GVariantBuilder sizes;
  int n_pages = self->pdf != NULL ? poppler_document_get_n_pages (self->pdf) : 1;

  g_variant_builder_init (&sizes, G_VARIANT_TYPE (SIGNET_RENDER_PROTOCOL_SIZES));
  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = self->pdf != NULL ? poppler_document_get_page (self->pdf, i) : NULL;
      double width, height;

      page_size (self, page, &width, &height);
      g_variant_builder_add (&sizes, "(dd)", width, height);
      g_clear_object (&page);
    }
  give_variant (answer, g_variant_builder_end (&sizes));
}

/* Which page a request means; says why where there is none. */
static gboolean
find_page (SignetViewerPaper *self, guint number, PopplerPage **page, SignetViewerAnswer *answer)
{
  double width, height;

  *page = NULL;
  if (self->pdf != NULL && number < (guint) poppler_document_get_n_pages (self->pdf))
    *page = poppler_document_get_page (self->pdf, number);
  if (*page == NULL && (self->image == NULL || number > 0))
    {
      refuse (answer, SIGNET_RENDER_PROTOCOL_DAMAGED, "There is no such page");
      return FALSE;
    }
  page_size (self, *page, &width, &height);
  if (width <= 0)
    {
      refuse (answer, SIGNET_RENDER_PROTOCOL_DAMAGED, "The page has no size");
      g_clear_object (page);
      return FALSE;
    }
  return TRUE;
}

static void
paint (SignetViewerPaper *self, PopplerPage *page, cairo_t *cr, double scale)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  if (page != NULL)
    {
      poppler_page_render (page, cr);
      return;
    }
  cairo_scale (cr, IMAGE_POINTS_PER_PIXEL, IMAGE_POINTS_PER_PIXEL);
  cairo_set_source_surface (cr, self->image, 0, 0);
  /* Towards the edges too the picture's own pixels, not the white around it. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
}

/* FALSE where something was left out. */
static gboolean
paint_into (SignetViewerPaper *self,
            PopplerPage *page,
            double scale,
            Canvas *canvas,
            const SignetViewerAnswer *answer)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
      canvas->map, CAIRO_FORMAT_ARGB32, answer->width, answer->height, answer->stride);
  cairo_t *cr = cairo_create (surface);
  gboolean whole;

  paint (self, page, cr, scale);
  /* The context keeps its first error and draws nothing more from there on. */
  whole = cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return whole;
}

/**
 * signet_viewer_paper_preload:
 *
 * To be called once before the seal: loads what may lie in modules, the image loaders and the C library's
 * converters (poppler takes passwords to ISO 8859-1 and titles from UTF-16).
 */
void
signet_viewer_paper_preload (void)
{
  static const char *const conversions[][2] = { { "ISO-8859-1", "UTF-8" },
                                                { "UTF-8", "ISO-8859-1" },
                                                { "UTF-8", "UTF-16BE" } };

  signet_viewer_image_preload ();
  g_type_ensure (POPPLER_TYPE_DOCUMENT);
  /* Never closed, or the C library would unload them. */
  for (gsize i = 0; i < G_N_ELEMENTS (conversions); i++)
    g_iconv_open (conversions[i][0], conversions[i][1]);
}

/**
 * signet_viewer_paper_open:
 * @fd: (transfer full): the document, open for reading
 * @password: UTF-8, or "" for none
 * @answer: (inout): takes the sizes of all pages, or why not
 *
 * Returns: (transfer full) (nullable): the document
 */
SignetViewerPaper *
signet_viewer_paper_open (int fd, const char *password, SignetViewerAnswer *answer)
{
  SignetViewerPaper *self;
  guint8 head[HEAD];
  ssize_t length = pread (fd, head, sizeof head, 0);
  const char *type;

  if (length <= 0)
    {
      refuse (answer, SIGNET_RENDER_PROTOCOL_UNSUPPORTED, length == 0 ? "It is empty" : "It can't be read");
      close (fd);
      return NULL;
    }
  self = g_new0 (SignetViewerPaper, 1);
  type = signet_viewer_image_type (head, length);
  if (type != NULL)
    self->image = open_image (fd, type, answer);
  else
    self->pdf = open_pdf (fd, password, says_pdf (head, length), answer);
  close (fd);

  if (self->pdf == NULL && self->image == NULL)
    {
      signet_viewer_paper_free (self);
      return NULL;
    }
  give_sizes (self, answer);
  return self;
}

/**
 * signet_viewer_paper_free:
 * @self: (nullable) (transfer full): a document
 */
void
signet_viewer_paper_free (SignetViewerPaper *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->pdf);
  g_clear_pointer (&self->image, cairo_surface_destroy);
  canvas_close (&self->ready);
  g_free (self);
}

/**
 * signet_viewer_paper_draw:
 * @self: the document
 * @page: which page, from 0
 * @scale: pixels per point
 * @answer: (inout): takes the picture (premultiplied ARGB32 on white), or why not
 *
 * Draws straight into the memfd that goes to the program, so that no picture is copied.
 */
void
signet_viewer_paper_draw (SignetViewerPaper *self, guint number, double scale, SignetViewerAnswer *answer)
{
  PopplerPage *page = NULL;
  double width, height;
  gsize bytes;
  Canvas canvas;

  if (!find_page (self, number, &page, answer))
    return;
  page_size (self, page, &width, &height);
  answer->width = signet_render_protocol_pixels (width, scale);
  answer->height = signet_render_protocol_pixels (height, scale);
  answer->stride = answer->width * 4;
  bytes = (gsize) answer->stride * answer->height;

  if (self->ready.bytes != bytes)
    canvas_close (&self->ready);
  canvas = self->ready;
  self->ready = (Canvas){ 0 };
  if (bytes == 0 || bytes > SIGNET_RENDER_PROTOCOL_MAX_PIXELS * 4UL)
    refuse (answer, SIGNET_RENDER_PROTOCOL_TOO_BIG, "Too many pixels");
  else if (canvas.map == NULL && !canvas_open (&canvas, bytes))
    refuse (answer, SIGNET_RENDER_PROTOCOL_TOO_BIG, "No memory for the picture");
  else
    {
      if (!paint_into (self, page, scale, &canvas, answer))
        answer->flags |= SIGNET_RENDER_PROTOCOL_INCOMPLETE;
      munmap (canvas.map, bytes);
      give_body (answer, canvas.fd, bytes);
      self->last_bytes = bytes;
    }
  g_clear_object (&page);
}

/**
 * signet_viewer_paper_get_ready:
 * @self: (nullable): the document
 *
 * Gets the memory for the next page, which is mostly as large as the last, while nobody waits.
 */
void
signet_viewer_paper_get_ready (SignetViewerPaper *self)
{
  if (self != NULL && self->ready.map == NULL && self->last_bytes > 0 && self->last_bytes <= MAX_READY)
    canvas_open (&self->ready, self->last_bytes);
}

/**
 * signet_viewer_paper_read:
 * @self: the document
 * @page: which page, from 0
 * @answer: (inout): takes its text in reading order as UTF-8 (none for an image), or why not
 */
void
signet_viewer_paper_read (SignetViewerPaper *self, guint number, SignetViewerAnswer *answer)
{
  PopplerPage *page = NULL;
  g_autofree char *text = NULL;

  if (!find_page (self, number, &page, answer))
    return;
  if (page != NULL)
    text = poppler_page_get_text (page);
  if (text != NULL && strlen (text) > SIGNET_RENDER_PROTOCOL_MAX_TEXT)
    refuse (answer, SIGNET_RENDER_PROTOCOL_TOO_BIG, "Too many words");
  else if (text != NULL)
    give_bytes (answer, text, strlen (text));
  g_clear_object (&page);
}

/**
 * signet_viewer_paper_search:
 * @self: the document
 * @page: which page, from 0
 * @text: what to look for; case doesn't count
 * @answer: (inout): takes where it stands, or why not
 */
void
signet_viewer_paper_search (SignetViewerPaper *self,
                            guint number,
                            const char *text,
                            SignetViewerAnswer *answer)
{
  PopplerPage *page = NULL;
  GVariantBuilder hits;
  GList *found;
  guint n_hits = 0;
  double width, height;

  if (!find_page (self, number, &page, answer) || page == NULL)
    return;
  page_size (self, page, &width, &height);
  found = poppler_page_find_text (page, text);
  g_variant_builder_init (&hits, G_VARIANT_TYPE (SIGNET_RENDER_PROTOCOL_HITS));
  for (GList *link = found; link != NULL && n_hits < SIGNET_RENDER_PROTOCOL_MAX_HITS;
       link = link->next, n_hits++)
    {
      const PopplerRectangle *hit = link->data;

      /* Poppler counts from the bottom here. */
      g_variant_builder_add (&hits, "(dddd)", hit->x1, height - hit->y2, hit->x2 - hit->x1,
                             hit->y2 - hit->y1);
    }
  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  g_object_unref (page);
  give_variant (answer, g_variant_builder_end (&hits));
}
