/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-new-button.h"

/*
 * The button in a page's header that begins something new: a plus and what it begins, where there is little
 * width the plus alone. SignetNewButton:suggested gives it the accent colour.
 */

struct _SignetNewButton
{
  GtkButton parent_instance;

  AdwButtonContent *content;
  char *label;
  gboolean narrow;
  gboolean suggested;
};

G_DEFINE_FINAL_TYPE (SignetNewButton, signet_new_button, GTK_TYPE_BUTTON)

enum
{
  PROP_0,
  PROP_WORDS,
  PROP_NARROW,
  PROP_SUGGESTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update (SignetNewButton *self)
{
  const char *label = self->label != NULL ? self->label : "";

  adw_button_content_set_label (self->content, self->narrow ? "" : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->narrow ? label : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->suggested && !self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "suggested-action");
}

static void
signet_new_button_finalize (GObject *object)
{
  g_free (SIGNET_NEW_BUTTON (object)->label);

  G_OBJECT_CLASS (signet_new_button_parent_class)->finalize (object);
}

static void
signet_new_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetNewButton *self = SIGNET_NEW_BUTTON (object);

  switch (prop_id)
    {
    case PROP_WORDS:
      g_value_set_string (value, self->label);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SUGGESTED:
      g_value_set_boolean (value, self->suggested);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_new_button_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetNewButton *self = SIGNET_NEW_BUTTON (object);

  switch (prop_id)
    {
    case PROP_WORDS:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      break;
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      break;
    case PROP_SUGGESTED:
      self->suggested = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  update (self);
}

static void
signet_new_button_class_init (SignetNewButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = signet_new_button_finalize;
  object_class->get_property = signet_new_button_get_property;
  object_class->set_property = signet_new_button_set_property;

  properties[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, NULL, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_SUGGESTED] = g_param_spec_boolean ("suggested", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_new_button_init (SignetNewButton *self)
{
  self->suggested = TRUE;
  self->content = ADW_BUTTON_CONTENT (adw_button_content_new ());
  adw_button_content_set_icon_name (self->content, "list-add-symbolic");
  gtk_button_set_child (GTK_BUTTON (self), GTK_WIDGET (self->content));
  update (self);
}

/**
 * signet_new_button_new:
 *
 * Returns: (transfer floating): a button without words
 */
GtkWidget *
signet_new_button_new (void)
{
  return g_object_new (SIGNET_TYPE_NEW_BUTTON, NULL);
}
