/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-qr-code.h"

#include <glib/gi18n.h>
#include <qrencode.h>

/*
 * A QR code (ISO/IEC 18004): black modules of a whole number of pixels on a white card with the quiet zone
 * around them, in the dark as well, since phones read no white on black. It is as large as its text needs and
 * neither grows nor shrinks; where there is little room it can be small.
 *
 * Property: small (read-write).
 */

/* ISO/IEC 18004, 9.1: four modules of nothing on each side. */
#define QUIET_MODULES 4
/* About this large on the screen, but never with modules a phone's camera can't tell apart. */
#define WANTED_PIXELS 256
#define WANTED_SMALL_PIXELS 210
#define USUAL_MODULES 33 /* version 4 holds 62 bytes with error correction M */
#define LEAST_MODULE_PIXELS 3
#define CORNER_PIXELS 16

struct _SignetQrCode
{
  GtkWidget parent_instance;

  QRcode *code; /* NULL where there is no text */
  int side;     /* of the card, in modules; the last one's without a text, so that nothing moves */
  gboolean small;
};

G_DEFINE_FINAL_TYPE (SignetQrCode, signet_qr_code, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SMALL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Runs of black modules of one line, each as one rectangle. */
static void
draw_line (SignetQrCode *self, GtkSnapshot *snapshot, int line, int size)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  const unsigned char *modules = self->code->data + line * self->code->width;

  for (int start = 0, end; start < self->code->width; start = end + 1)
    {
      for (end = start; end < self->code->width && (modules[end] & 1) != 0; end++)
        ;
      if (end > start)
        gtk_snapshot_append_color (snapshot, &black,
                                   &GRAPHENE_RECT_INIT ((QUIET_MODULES + start) * size,
                                                        (QUIET_MODULES + line) * size, (end - start) * size,
                                                        size));
    }
}

static void
signet_qr_code_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SignetQrCode *self = SIGNET_QR_CODE (widget);
  const GdkRGBA white = { 1, 1, 1, 1 };
  int size = signet_qr_code_get_module_size (self);
  int side = self->side * size;
  graphene_rect_t card = GRAPHENE_RECT_INIT (0, 0, side, side);
  GskRoundedRect rounded;

  /* In the middle of what it was given, on whole pixels. */
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) - side) / 2,
                                                          (gtk_widget_get_height (widget) - side) / 2));
  gsk_rounded_rect_init_from_rect (&rounded, &card, CORNER_PIXELS);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &white, &card);
  gtk_snapshot_pop (snapshot);
  for (int line = 0; self->code != NULL && line < self->code->width; line++)
    draw_line (self, snapshot, line, size);
  gtk_snapshot_restore (snapshot);
}

static void
signet_qr_code_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  SignetQrCode *self = SIGNET_QR_CODE (widget);

  *minimum = *natural = self->side * signet_qr_code_get_module_size (self);
}

static void
signet_qr_code_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SMALL:
      g_value_set_boolean (value, SIGNET_QR_CODE (object)->small);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_qr_code_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SMALL:
      signet_qr_code_set_small (SIGNET_QR_CODE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_qr_code_finalize (GObject *object)
{
  g_clear_pointer (&SIGNET_QR_CODE (object)->code, QRcode_free);

  G_OBJECT_CLASS (signet_qr_code_parent_class)->finalize (object);
}

static void
signet_qr_code_class_init (SignetQrCodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = signet_qr_code_get_property;
  object_class->set_property = signet_qr_code_set_property;
  object_class->finalize = signet_qr_code_finalize;
  widget_class->measure = signet_qr_code_measure;
  widget_class->snapshot = signet_qr_code_snapshot;

  properties[PROP_SMALL] = g_param_spec_boolean (
      "small", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "qrcode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
signet_qr_code_init (SignetQrCode *self)
{
  self->side = USUAL_MODULES + 2 * QUIET_MODULES;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("QR code"), -1);
}

/**
 * signet_qr_code_new:
 *
 * Returns: (transfer floating): a white card
 */
GtkWidget *
signet_qr_code_new (void)
{
  return g_object_new (SIGNET_TYPE_QR_CODE, NULL);
}

/**
 * signet_qr_code_set_text:
 * @self: a code
 * @text: (nullable): what a phone reads from it; %NULL leaves the card empty
 *
 * Error correction is level M, which 15 % of damage (a reflection on the screen) leaves readable.
 *
 * Returns: %FALSE if the text is longer than a QR code holds; the card is empty then
 */
gboolean
signet_qr_code_set_text (SignetQrCode *self, const char *text)
{
  g_return_val_if_fail (SIGNET_IS_QR_CODE (self), FALSE);

  g_clear_pointer (&self->code, QRcode_free);
  if (text != NULL && *text != '\0')
    self->code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_M);
  if (self->code != NULL)
    self->side = self->code->width + 2 * QUIET_MODULES;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return text == NULL || *text == '\0' || self->code != NULL;
}

/**
 * signet_qr_code_set_small:
 * @self: a code
 * @small: whether there is little room; phones still read it
 */
void
signet_qr_code_set_small (SignetQrCode *self, gboolean small)
{
  g_return_if_fail (SIGNET_IS_QR_CODE (self));

  if (self->small == small)
    return;

  self->small = small;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SMALL]);
}

/**
 * signet_qr_code_get_module_size:
 * @self: a code
 *
 * Returns: width and height of one module in pixels
 */
int
signet_qr_code_get_module_size (SignetQrCode *self)
{
  g_return_val_if_fail (SIGNET_IS_QR_CODE (self), 0);

  return MAX ((self->small ? WANTED_SMALL_PIXELS : WANTED_PIXELS) / self->side, LEAST_MODULE_PIXELS);
}
