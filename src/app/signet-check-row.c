/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-check-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-finding-text.h"

/*
 * One result of the self-check: how grave it is by icon and word, what it is and what to do, and where it is.
 * A button in it takes the person there.
 *
 * Signal "go": the person wants to go there.
 */

struct _SignetCheckRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *severity;
  GtkLabel *title;
  GtkLabel *advice;
  GtkLabel *more;
  GtkButton *go_button;

  SignetFinding *finding;
};

G_DEFINE_FINAL_TYPE (SignetCheckRow, signet_check_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  GO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const severity_classes[] = { "error-text", "warning-text", "accent-text" };
static const char *const severity_icons[] = { "dialog-error-symbolic", "dialog-warning-symbolic",
                                              "dialog-information-symbolic" };

static void
go_clicked_cb (SignetCheckRow *self)
{
  g_signal_emit (self, signals[GO], 0);
}

static void
signet_check_row_dispose (GObject *object)
{
  g_clear_object (&SIGNET_CHECK_ROW (object)->finding);

  G_OBJECT_CLASS (signet_check_row_parent_class)->dispose (object);
}

static void
signet_check_row_class_init (SignetCheckRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_check_row_dispose;

  signals[GO] = g_signal_new ("go", SIGNET_TYPE_CHECK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-check-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetCheckRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetCheckRow, severity);
  gtk_widget_class_bind_template_child (widget_class, SignetCheckRow, title);
  gtk_widget_class_bind_template_child (widget_class, SignetCheckRow, advice);
  gtk_widget_class_bind_template_child (widget_class, SignetCheckRow, more);
  gtk_widget_class_bind_template_child (widget_class, SignetCheckRow, go_button);
  gtk_widget_class_bind_template_callback (widget_class, go_clicked_cb);
}

static void
signet_check_row_init (SignetCheckRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where in the list of pasted lines it is, for a finding about one of them. */
static char *
describe_place (SignetFinding *finding, const char *place)
{
  const char *pointer = signet_finding_get_pointer (finding);

  if (g_str_has_prefix (pointer, "/items/"))
    /* Translators: a step of the wizard and a line in its table: "What Infringes, line 4" */
    return g_strdup_printf (_ ("%s, line %u"), place,
                            (guint) g_ascii_strtoull (pointer + strlen ("/items/"), NULL, 10) + 1);

  return g_strdup (place);
}

/**
 * signet_check_row_new:
 * @finding: what was found
 * @place: name of the step where it is
 * @n_more: how many more like it there are that have no row of their own
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
signet_check_row_new (SignetFinding *finding, const char *place, guint n_more)
{
  SignetCheckRow *self;
  SignetSeverity severity;
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;
  g_autofree char *where = NULL;
  g_autofree char *name = NULL;
  g_autofree char *more = NULL;

  g_return_val_if_fail (SIGNET_IS_FINDING (finding), NULL);

  self = g_object_new (SIGNET_TYPE_CHECK_ROW, NULL);
  self->finding = g_object_ref (finding);
  severity = signet_finding_get_severity (finding);
  title = signet_finding_text_title (finding);
  advice = signet_finding_text_advice (finding);
  where = describe_place (finding, place);
  more = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "and %'u more of this kind", "and %'u more of this kind", n_more),
      n_more);

  gtk_image_set_from_icon_name (self->icon, severity_icons[severity]);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), severity_classes[severity]);
  gtk_widget_add_css_class (GTK_WIDGET (self->severity), severity_classes[severity]);
  gtk_label_set_label (self->severity, signet_finding_text_severity (severity));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->advice, advice != NULL ? advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->advice), advice != NULL);
  gtk_label_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_button_set_label (self->go_button, where);

  /* Translators: name of a button for screen readers: what is wrong, and where one gets by pressing it:
     "Go to Evidence: This reason needs evidence" */
  name = g_strdup_printf (_ ("Go to %s: %s"), where, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

/**
 * signet_check_row_get_finding:
 * @self: a check row
 *
 * Returns: (transfer none): what it shows
 */
SignetFinding *
signet_check_row_get_finding (SignetCheckRow *self)
{
  g_return_val_if_fail (SIGNET_IS_CHECK_ROW (self), NULL);

  return self->finding;
}
