/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-page-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/signet-error-page.h"
#include "app/signet-error-text.h"
#include "app/signet-format.h"
#include "app/signet-page-strip.h"
#include "desk/signet-desk-error.h"

/*
 * A document to read: its pages with the tools over them, or what keeps it from being shown. It is opened in
 * a sealed process; whatever happens there is this view's error page and nothing more.
 *
 * `<child type="empty">` is shown while there is no document. Signals: "enlarge" (a window of its own is
 * asked for), "choose-another" and "remove" (the ways out of a document that can't be shown).
 */

#define SPINNER_SECONDS 3

struct _SignetPageView
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwBin *empty_bin;
  GtkSpinner *spinner;
  GtkWidget *notice;
  GtkLabel *notice_label;
  GtkScrolledWindow *scrolled_window;
  SignetPageStrip *strip;
  GtkWidget *tools;
  GtkButton *out_button;
  GtkButton *zoom_button;
  GtkLabel *zoom_label;
  GtkButton *in_button;
  GtkButton *turn_button;
  GtkButton *enlarge_button;
  GtkLabel *page_label;
  AdwStatusPage *password_page;
  GtkEditable *password_entry;
  GtkButton *password_button;
  SignetErrorPage *error_page;

  SignetDesk *desk;
  SignetEvidence *evidence;
  SignetDocument *document;
  GCancellable *cancellable;
  guint spinner_timeout;
};

static void signet_page_view_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SignetPageView,
                               signet_page_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, signet_page_view_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  ENLARGE,
  CHOOSE_ANOTHER,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
show_spinner_cb (gpointer user_data)
{
  SignetPageView *self = user_data;

  self->spinner_timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
show_name (SignetPageView *self, const char *name)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_stack_set_visible_child_name (self->stack, name);
}

static void
show_error (SignetPageView *self, const GError *error)
{
  g_autofree char *size = signet_format_size (signet_evidence_get_bytes (self->evidence));
  g_autofree char *file = g_strdup_printf ("%s · %s", signet_evidence_get_name (self->evidence), size);

  if (g_error_matches (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_DOCUMENT_ENCRYPTED) ||
      g_error_matches (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_DOCUMENT_PASSWORD))
    {
      g_autofree char *title = signet_error_text_title (error);
      g_autofree char *advice = signet_error_text_advice (error);
      g_autofree char *escaped = g_markup_escape_text (advice, -1);

      adw_status_page_set_title (self->password_page, title);
      adw_status_page_set_description (self->password_page, escaped);
      gtk_editable_set_text (self->password_entry, "");
      show_name (self, "password");
      return;
    }

  signet_error_page_set_error (self->error_page, error);
  signet_error_page_set_file (self->error_page, file);
  show_name (self, "error");
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPageView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetDocument) document = NULL;

  if (self->desk == NULL) /* the window was closed meanwhile */
    return;

  document = signet_desk_open_document_finish (self->desk, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->evidence == NULL)
    return;

  if (document == NULL)
    {
      g_info ("a document cannot be shown: %s", error->message);
      show_error (self, error);
      return;
    }

  g_set_object (&self->document, document);
  signet_page_strip_set_document (self->strip, document);
  show_name (self, "document");
}

static void
open_document (SignetPageView *self, const char *password)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  show_name (self, "loading");
  self->spinner_timeout = g_timeout_add_seconds (SPINNER_SECONDS, show_spinner_cb, self);
  signet_desk_open_document_async (self->desk, signet_evidence_get_sha256 (self->evidence), password,
                                   self->cancellable, opened_cb, g_object_ref (self));
}

/* What the person can't see by themselves: that this isn't the whole page. */
static void
show_notice (SignetPageView *self)
{
  const char *notice = NULL;

  if (signet_page_strip_is_incomplete (self->strip))
    notice = _ ("Part of this page isn’t shown: it takes more memory than a document may have here.");
  else if (self->document != NULL && signet_document_get_fonts_missing (self->document))
    notice = _ ("Some characters may be missing on this system.");

  gtk_widget_set_visible (self->notice, notice != NULL);
  gtk_label_set_label (self->notice_label, notice != NULL ? notice : "");
}

static void
strip_changed_cb (SignetPageView *self)
{
  double zoom = signet_page_strip_get_zoom (self->strip);
  g_autofree char *percent = NULL;
  g_autofree char *place = NULL;
  guint n_pages = self->document != NULL ? signet_document_get_n_pages (self->document) : 0;

  /* Translators: a zoom factor in per cent. Chinese has no space before the sign. */
  percent = g_strdup_printf (_ ("%d %%"), (int) (zoom * 100 + .5));
  gtk_label_set_label (self->zoom_label, percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button), GTK_ACCESSIBLE_PROPERTY_LABEL, percent,
                                  -1);
  place = g_strdup_printf ("%u / %u", signet_page_strip_get_page (self->strip) + 1, n_pages);
  gtk_label_set_label (self->page_label, place);
  show_notice (self);
}

static void
strip_failed_cb (SignetPageView *self, const GError *error)
{
  if (self->evidence != NULL)
    show_error (self, error);
}

static void
out_clicked_cb (SignetPageView *self)
{
  signet_page_strip_zoom_out (self->strip);
}

static void
in_clicked_cb (SignetPageView *self)
{
  signet_page_strip_zoom_in (self->strip);
}

static void
zoom_clicked_cb (SignetPageView *self)
{
  gboolean width = signet_page_strip_get_fit (self->strip) == SIGNET_FIT_WIDTH;

  signet_page_strip_set_fit (self->strip, width ? SIGNET_FIT_PAGE : SIGNET_FIT_WIDTH);
}

static void
turn_clicked_cb (SignetPageView *self)
{
  signet_page_strip_rotate (self->strip);
}

static void
enlarge_clicked_cb (SignetPageView *self)
{
  g_signal_emit (self, signals[ENLARGE], 0);
}

static void
password_cb (SignetPageView *self)
{
  g_autofree char *password = g_strdup (gtk_editable_get_text (self->password_entry));

  if (*password != '\0')
    open_document (self, password);
}

static void
error_activated_cb (SignetPageView *self)
{
  g_signal_emit (self, signals[CHOOSE_ANOTHER], 0);
}

static void
error_second_activated_cb (SignetPageView *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  SignetPageView *self = SIGNET_PAGE_VIEW (widget);
  guint page = signet_page_strip_get_page (self->strip);
  char what;

  if (self->document == NULL)
    return FALSE;

  g_variant_get (args, "(y)", &what);
  switch (what)
    {
    case '+':
      signet_page_strip_zoom_in (self->strip);
      break;
    case '-':
      signet_page_strip_zoom_out (self->strip);
      break;
    case '0':
      signet_page_strip_set_fit (self->strip, SIGNET_FIT_WIDTH);
      break;
    case 'r':
      signet_page_strip_rotate (self->strip);
      break;
    case 'n':
      signet_page_strip_go_to (self->strip, page + 1);
      break;
    case 'p':
      signet_page_strip_go_to (self->strip, page > 0 ? page - 1 : 0);
      break;
    case 'f':
      signet_page_strip_go_to (self->strip, 0);
      break;
    case 'l':
      signet_page_strip_go_to (self->strip, G_MAXUINT);
      break;
    default:
      return FALSE;
    }

  return TRUE;
}

static gboolean
scroll_cb (SignetPageView *self, double dx, double dy, GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (!(state & GDK_CONTROL_MASK) || dy == 0)
    return FALSE;

  if (dy < 0)
    signet_page_strip_zoom_in (self->strip);
  else
    signet_page_strip_zoom_out (self->strip);

  return TRUE;
}

static void
signet_page_view_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SignetPageView *self = SIGNET_PAGE_VIEW (buildable);

  if (g_strcmp0 (type, "empty") == 0)
    adw_bin_set_child (self->empty_bin, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
signet_page_view_dispose (GObject *object)
{
  SignetPageView *self = SIGNET_PAGE_VIEW (object);

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->evidence);
  g_clear_object (&self->desk);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_PAGE_VIEW);

  G_OBJECT_CLASS (signet_page_view_parent_class)->dispose (object);
}

static void
signet_page_view_class_init (SignetPageViewClass *klass)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    char what;
  } keys[] = {
    { GDK_KEY_plus, 0, '+' },
    { GDK_KEY_plus, GDK_CONTROL_MASK, '+' },
    { GDK_KEY_equal, 0, '+' },
    { GDK_KEY_equal, GDK_CONTROL_MASK, '+' },
    { GDK_KEY_KP_Add, 0, '+' },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, '+' },
    { GDK_KEY_minus, 0, '-' },
    { GDK_KEY_minus, GDK_CONTROL_MASK, '-' },
    { GDK_KEY_KP_Subtract, 0, '-' },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, '-' },
    { GDK_KEY_0, 0, '0' },
    { GDK_KEY_0, GDK_CONTROL_MASK, '0' },
    { GDK_KEY_r, 0, 'r' },
    { GDK_KEY_Page_Down, 0, 'n' },
    { GDK_KEY_Page_Up, 0, 'p' },
    { GDK_KEY_Home, GDK_CONTROL_MASK, 'f' },
    { GDK_KEY_End, GDK_CONTROL_MASK, 'l' },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_page_view_dispose;

  signals[ENLARGE] = g_signal_new ("enlarge", SIGNET_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[CHOOSE_ANOTHER] = g_signal_new ("choose-another", SIGNET_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", SIGNET_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (SIGNET_TYPE_PAGE_STRIP);
  g_type_ensure (SIGNET_TYPE_ERROR_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-page-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, stack);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, spinner);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, notice);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, notice_label);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, strip);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, tools);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, out_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, in_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, turn_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, enlarge_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, page_label);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, password_page);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, password_entry);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, password_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPageView, error_page);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pageview");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, keys[i].modifiers, key_cb, "(y)", keys[i].what);
}

static void
signet_page_view_init (SignetPageView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                                                GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  gtk_widget_init_template (GTK_WIDGET (self));
  signet_page_strip_set_adjustments (self->strip, gtk_scrolled_window_get_hadjustment (self->scrolled_window),
                                     gtk_scrolled_window_get_vadjustment (self->scrolled_window));
  signet_error_page_set_actions (self->error_page, _ ("Choose Another File…"), _ ("Remove It"));
  signet_error_page_set_suggested (self->error_page, FALSE);

  g_signal_connect_swapped (self->strip, "changed", G_CALLBACK (strip_changed_cb), self);
  g_signal_connect_swapped (self->strip, "failed", G_CALLBACK (strip_failed_cb), self);
  g_signal_connect_swapped (self->out_button, "clicked", G_CALLBACK (out_clicked_cb), self);
  g_signal_connect_swapped (self->in_button, "clicked", G_CALLBACK (in_clicked_cb), self);
  g_signal_connect_swapped (self->zoom_button, "clicked", G_CALLBACK (zoom_clicked_cb), self);
  g_signal_connect_swapped (self->turn_button, "clicked", G_CALLBACK (turn_clicked_cb), self);
  g_signal_connect_swapped (self->enlarge_button, "clicked", G_CALLBACK (enlarge_clicked_cb), self);
  g_signal_connect_swapped (self->password_entry, "activate", G_CALLBACK (password_cb), self);
  g_signal_connect_swapped (self->password_button, "clicked", G_CALLBACK (password_cb), self);
  g_signal_connect_swapped (self->error_page, "activated", G_CALLBACK (error_activated_cb), self);
  g_signal_connect_swapped (self->error_page, "second-activated", G_CALLBACK (error_second_activated_cb),
                            self);

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled_window), scroll);
}

static void
signet_page_view_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = signet_page_view_add_child;
}

/**
 * signet_page_view_show:
 * @self: a view
 * @desk: the desk, which opens documents
 * @evidence: (nullable): what to show; %NULL: nothing
 */
void
signet_page_view_show (SignetPageView *self, SignetDesk *desk, SignetEvidence *evidence)
{
  g_return_if_fail (SIGNET_IS_PAGE_VIEW (self));

  if (self->evidence == evidence)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);
  signet_page_strip_set_document (self->strip, NULL);
  g_set_object (&self->desk, desk);
  g_set_object (&self->evidence, evidence);
  if (evidence == NULL)
    show_name (self, "empty");
  else
    open_document (self, NULL);
}

/**
 * signet_page_view_set_can_enlarge:
 * @self: a view
 * @can_enlarge: whether it offers to open the document in a window of its own
 */
void
signet_page_view_set_can_enlarge (SignetPageView *self, gboolean can_enlarge)
{
  g_return_if_fail (SIGNET_IS_PAGE_VIEW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->enlarge_button), can_enlarge);
  signet_error_page_set_suggested (self->error_page, !can_enlarge); /* in a window of its own */
}
