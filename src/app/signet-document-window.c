/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-document-window.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "app/signet-page-view.h"
#include "app/signet-practice-bar.h"

/*
 * A document in a window of its own. Who opens it binds SignetDocumentWindow:practice to the account's.
 */

struct _SignetDocumentWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  SignetPageView *page_view;
  gboolean practice;
};

G_DEFINE_FINAL_TYPE (SignetDocumentWindow, signet_document_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_PRACTICE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
signet_document_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PRACTICE:
      g_value_set_boolean (value, SIGNET_DOCUMENT_WINDOW (object)->practice);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_document_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PRACTICE:
      SIGNET_DOCUMENT_WINDOW (object)->practice = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_document_window_class_init (SignetDocumentWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = signet_document_window_get_property;
  object_class->set_property = signet_document_window_set_property;

  properties[PROP_PRACTICE] = g_param_spec_boolean ("practice", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_PAGE_VIEW);
  g_type_ensure (SIGNET_TYPE_PRACTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-document-window.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetDocumentWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SignetDocumentWindow, page_view);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
}

static void
close_cb (SignetDocumentWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
signet_document_window_init (SignetDocumentWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  signet_page_view_set_can_enlarge (self->page_view, FALSE);
  /* Another file is chosen, or this one removed, where it was chosen. */
  g_signal_connect_swapped (self->page_view, "choose-another", G_CALLBACK (close_cb), self);
  g_signal_connect_swapped (self->page_view, "remove", G_CALLBACK (close_cb), self);
}

/**
 * signet_document_window_new:
 * @desk: the desk, which opens documents
 * @evidence: what to show
 *
 * Returns: (transfer none): the window, not yet presented
 */
GtkWindow *
signet_document_window_new (SignetDesk *desk, SignetEvidence *evidence)
{
  SignetDocumentWindow *self = g_object_new (SIGNET_TYPE_DOCUMENT_WINDOW, NULL);
  g_autofree char *size = NULL;

  g_return_val_if_fail (SIGNET_IS_DESK (desk), NULL);
  g_return_val_if_fail (SIGNET_IS_EVIDENCE (evidence), NULL);

  size = signet_format_size (signet_evidence_get_bytes (evidence));
  gtk_window_set_title (GTK_WINDOW (self), signet_evidence_get_name (evidence));
  adw_window_title_set_title (self->window_title, signet_evidence_get_name (evidence));
  adw_window_title_set_subtitle (self->window_title, size);
  signet_page_view_show (self->page_view, desk, evidence);

  return GTK_WINDOW (self);
}
