/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-chip.h"

/*
 * A word in a coloured pill: where something stands. Icon and word say it, the colour only repeats it. Beside
 * something else it is never ellipsized: that gives way first. On a line of its own SignetChip:ellipsize lets
 * it do with a narrow window and large text, and its tooltip has the whole word.
 *
 * Set SignetChip:status to a word of the wire, or signet_chip_set_words() for what is no status.
 */

struct _SignetChip
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *label;
  char *status;
};

G_DEFINE_FINAL_TYPE (SignetChip, signet_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STATUS,
  PROP_ELLIPSIZE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_meaning (SignetChip *self, SignetMeaning meaning)
{
  const char *meaning_class = signet_words_meaning_class (meaning);

  for (int other = SIGNET_MEANING_NEUTRAL; other <= SIGNET_MEANING_ERROR; other++)
    {
      if (signet_words_meaning_class (other) != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self), signet_words_meaning_class (other));
    }

  if (meaning_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), meaning_class);
}

static void
signet_chip_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_CHIP);

  G_OBJECT_CLASS (signet_chip_parent_class)->dispose (object);
}

static void
signet_chip_finalize (GObject *object)
{
  g_free (SIGNET_CHIP (object)->status);

  G_OBJECT_CLASS (signet_chip_parent_class)->finalize (object);
}

static void
signet_chip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetChip *self = SIGNET_CHIP (object);

  switch (prop_id)
    {
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_ELLIPSIZE:
      g_value_set_enum (value, gtk_label_get_ellipsize (self->label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_chip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATUS:
      signet_chip_set_status (SIGNET_CHIP (object), g_value_get_string (value));
      break;
    case PROP_ELLIPSIZE:
      gtk_label_set_ellipsize (SIGNET_CHIP (object)->label, g_value_get_enum (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_chip_class_init (SignetChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_chip_dispose;
  object_class->finalize = signet_chip_finalize;
  object_class->get_property = signet_chip_get_property;
  object_class->set_property = signet_chip_set_property;

  properties[PROP_STATUS] = g_param_spec_string (
      "status", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ELLIPSIZE] = g_param_spec_enum ("ellipsize", NULL, NULL, PANGO_TYPE_ELLIPSIZE_MODE,
                                                  PANGO_ELLIPSIZE_NONE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetChip, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetChip, label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
signet_chip_init (SignetChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_chip_new:
 *
 * Returns: (transfer floating): an empty chip
 */
GtkWidget *
signet_chip_new (void)
{
  return g_object_new (SIGNET_TYPE_CHIP, NULL);
}

/**
 * signet_chip_set_status:
 * @self: a chip
 * @status: (nullable): a status as the wire or the outbox has it; one Signet doesn't know is shown as it is
 */
void
signet_chip_set_status (SignetChip *self, const char *status)
{
  g_return_if_fail (SIGNET_IS_CHIP (self));

  if (g_strcmp0 (self->status, status) == 0)
    return;

  g_free (self->status);
  self->status = g_strdup (status);

  signet_chip_set_words (self, signet_words_status (status), signet_words_status_icon (status),
                         signet_words_status_meaning (status));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

/**
 * signet_chip_set_words:
 * @self: a chip
 * @label: what it says
 * @icon_name: (nullable): a symbolic icon
 * @meaning: its colour
 *
 * For what is no status of the wire: days left, the state of a pasted link.
 */
void
signet_chip_set_words (SignetChip *self, const char *label, const char *icon_name, SignetMeaning meaning)
{
  g_return_if_fail (SIGNET_IS_CHIP (self));

  gtk_label_set_label (self->label, label);
  if (gtk_label_get_ellipsize (self->label) != PANGO_ELLIPSIZE_NONE)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
  set_meaning (self, meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
