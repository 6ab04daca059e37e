/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-timeline.h"

/*
 * What happened, newest first: a ring for what is to come, a dot with a halo for where it stands, grey dots
 * for what is over, joined by a line.
 */

struct _SignetTimeline
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *last_line; /* under the last entry, shown when another follows */
};

G_DEFINE_FINAL_TYPE (SignetTimeline, signet_timeline, GTK_TYPE_WIDGET)

static const char *const moment_classes[] = { "next", "now", "past" };

static GtkWidget *
make_part (const char *css_class)
{
  return g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "halign",
                       GTK_ALIGN_CENTER, "css-classes", (const char *[]){ css_class, NULL }, NULL);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
signet_timeline_dispose (GObject *object)
{
  SignetTimeline *self = SIGNET_TIMELINE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (signet_timeline_parent_class)->dispose (object);
}

static void
signet_timeline_class_init (SignetTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_timeline_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
signet_timeline_init (SignetTimeline *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * signet_timeline_new:
 *
 * Returns: (transfer floating): a time line on which nothing has happened
 */
GtkWidget *
signet_timeline_new (void)
{
  return g_object_new (SIGNET_TYPE_TIMELINE, NULL);
}

/**
 * signet_timeline_clear:
 * @self: a time line
 *
 * Forgets everything.
 */
void
signet_timeline_clear (SignetTimeline *self)
{
  GtkWidget *child;

  g_return_if_fail (SIGNET_IS_TIMELINE (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->last_line = NULL;
}

/**
 * signet_timeline_append:
 * @self: a time line
 * @moment: when it happens
 * @meaning: colour of what is now
 * @title: what happens
 * @caption: (nullable): the day, and more about it
 *
 * Adds what happened before the last one added.
 */
void
signet_timeline_append (SignetTimeline *self,
                        SignetMoment moment,
                        SignetMeaning meaning,
                        const char *title,
                        const char *caption)
{
  GtkWidget *entry, *marker, *dot, *texts;

  g_return_if_fail (SIGNET_IS_TIMELINE (self));
  g_return_if_fail (title != NULL);

  if (self->last_line != NULL)
    gtk_widget_set_visible (self->last_line, TRUE);

  dot = make_part ("dot");
  gtk_widget_add_css_class (dot, moment_classes[moment]);
  if (moment == SIGNET_MOMENT_NOW && signet_words_meaning_class (meaning) != NULL)
    gtk_widget_add_css_class (dot, signet_words_meaning_class (meaning));
  self->last_line = make_part ("line");
  gtk_widget_set_vexpand (self->last_line, TRUE);
  gtk_widget_set_visible (self->last_line, FALSE);
  marker = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (marker, "marker");
  gtk_box_append (GTK_BOX (marker), dot);
  gtk_box_append (GTK_BOX (marker), self->last_line);

  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  gtk_widget_add_css_class (texts, "texts");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), make_label (title, moment == SIGNET_MOMENT_NOW ? "heading" : NULL));
  if (caption != NULL && *caption != '\0')
    {
      GtkWidget *label = make_label (caption, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (texts), label);
    }

  entry = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 12, NULL);
  gtk_widget_set_vexpand_set (entry, TRUE); /* the line's wish to grow ends here */
  gtk_box_append (GTK_BOX (entry), marker);
  gtk_box_append (GTK_BOX (entry), texts);
  gtk_box_append (GTK_BOX (self->box), entry);
}
