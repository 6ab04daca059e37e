/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-targets-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-complaint-summary.h"
#include "app/signet-finding-text.h"
#include "app/signet-nice-headings.h"
#include "app/signet-target-table.h"
#include "app/signet-width-bin.h"
#include "model/signet-finding-codes.h"

/*
 * What infringes: anything pasted becomes lines of a table, each with what it is and whether it will be
 * filed. The desk reads the text and checks the lines; this page shows, filters and removes them, and lets
 * the person say what a link doesn't.
 */

#define N_CLASSES 45

struct _SignetTargetsPage
{
  SignetFormPage parent_instance;

  AdwToastOverlay *toast_overlay;
  SignetWidthBin *width_bin;
  GtkWidget *content_box;
  GtkEntry *paste_entry;
  GtkWidget *add_button;
  GtkWidget *notice_box;
  GtkLabel *notice_title;
  GtkLabel *notice_advice;
  GtkToggleButton *pills[SIGNET_N_TARGETS];
  GtkSearchEntry *filter_entry;
  SignetTargetTable *table;
  GtkDropDown *class_drop_down;
  GtkLabel *class_hint;
  GtkWidget *remove_button;

  SignetTargetLines *lines;
  GCancellable *cancellable;
  GtkEventController *keys; /* of the window, while this page is the one that is seen */
};

G_DEFINE_FINAL_TYPE (SignetTargetsPage, signet_targets_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/items", NULL };

static SignetDraft *
get_draft (SignetTargetsPage *self)
{
  return signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
}

static GListStore *
get_items (SignetTargetsPage *self)
{
  return signet_complaint_get_items (signet_draft_get_complaint (get_draft (self)));
}

static void
show_pills (SignetTargetsPage *self)
{
  /* Translators: pills that filter the pasted lines, followed by how many there are */
  const char *const names[SIGNET_N_TARGETS] = { C_ ("links", "All"), C_ ("links", "New"),
                                                C_ ("links", "Duplicate"), C_ ("links", "Unknown") };

  for (guint i = 0; i < SIGNET_N_TARGETS; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %'u", names[i],
                                                signet_target_lines_count (self->lines, i));

      gtk_button_set_label (GTK_BUTTON (self->pills[i]), label);
    }
}

static void
show_status (SignetTargetsPage *self)
{
  SignetComplaint *complaint = signet_draft_get_complaint (get_draft (self));
  guint n_filed = signet_complaint_summary_count_filed (complaint);
  guint n_left_out = signet_complaint_summary_count_left_out (complaint);
  g_autofree char *filed = NULL;
  g_autofree char *left_out = NULL;

  if (n_filed + n_left_out > 0 && signet_width_bin_get_narrow (self->width_bin))
    filed = signet_complaint_summary_links (complaint);
  else if (n_filed + n_left_out > 0)
    filed = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%'u link will be filed", "%'u links will be filed", n_filed), n_filed);
  if (n_left_out > 0)
    /* Translators: how many of the pasted lines will not be filed */
    left_out = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u left out", "%'u left out", n_left_out),
                                n_left_out);
  signet_wizard_page_set_status (SIGNET_WIZARD_PAGE (self), filed, left_out);
  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self), n_filed > 0);
}

/* What is wrong with the batch as a whole stands above it; what is wrong with a line stands in the line. */
static void
show_notice (SignetTargetsPage *self)
{
  GListModel *findings = signet_draft_get_findings (get_draft (self));
  gboolean revealed = signet_form_page_get_revealed (SIGNET_FORM_PAGE (self));
  g_autoptr (SignetFinding) shown = NULL;

  for (guint i = 0; shown == NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);
      const char *code = signet_finding_get_code (finding);

      if (g_str_equal (code, SIGNET_FINDING_TOO_MANY_ITEMS) ||
          (revealed && g_str_equal (code, SIGNET_FINDING_ITEMS_NONE)))
        shown = g_steal_pointer (&finding);
    }

  gtk_widget_set_visible (self->notice_box, shown != NULL);
  if (shown != NULL)
    {
      g_autofree char *title = signet_finding_text_title (shown);
      g_autofree char *advice = signet_finding_text_advice (shown);

      gtk_label_set_label (self->notice_title, title);
      gtk_label_set_label (self->notice_advice, advice != NULL ? advice : "");
    }
}

static void
show_class_hint (SignetTargetsPage *self)
{
  GListModel *findings = signet_draft_get_findings (get_draft (self));
  g_autofree char *hint = NULL;
  gboolean warning = FALSE;

  for (guint i = 0; hint == NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);
      const char *code = signet_finding_get_code (finding);
      g_autofree char *title = NULL;
      g_autofree char *advice = NULL;

      if (!g_str_equal (code, SIGNET_FINDING_CLASS_MISSING) &&
          !g_str_equal (code, SIGNET_FINDING_CLASS_NOT_COVERED))
        continue;
      title = signet_finding_text_title (finding);
      advice = signet_finding_text_advice (finding);
      warning = signet_finding_get_severity (finding) == SIGNET_SEVERITY_WARNING;
      if (warning)
        /* Translators: two sentences, one after the other. Chinese: %s。%s */
        hint = g_strdup_printf (C_ ("sentences", "%s. %s"), title, advice);
      else
        hint = g_steal_pointer (&advice);
    }

  gtk_label_set_label (self->class_hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->class_hint), hint != NULL);
  if (warning)
    gtk_widget_add_css_class (GTK_WIDGET (self->class_hint), "warning-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->class_hint), "warning-text");
}

static void
show_remove_button (SignetTargetsPage *self)
{
  guint n_selected = signet_target_table_count_selected (self->table);
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Remove %'u Line", "Remove %'u Lines", n_selected), n_selected);

  gtk_button_set_label (GTK_BUTTON (self->remove_button), label);
  gtk_widget_set_visible (self->remove_button, n_selected > 0);
}

/* The desk has looked at the lines again. */
static void
findings_changed_cb (SignetTargetsPage *self)
{
  show_pills (self);
  signet_target_lines_refresh (self->lines);
  show_status (self);
  show_notice (self);
  show_class_hint (self);
}

static void
items_changed_cb (SignetTargetsPage *self)
{
  show_pills (self);
}

static void
revealed_cb (SignetTargetsPage *self)
{
  show_notice (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->paste_entry));
}

static void
narrow_changed_cb (SignetTargetsPage *self)
{
  if (signet_width_bin_get_narrow (self->width_bin))
    gtk_widget_add_css_class (self->content_box, "narrow");
  else
    gtk_widget_remove_css_class (self->content_box, "narrow");
  show_status (self);
}

/* Pasting */

static void
toast (SignetTargetsPage *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

static gboolean
add_text (SignetTargetsPage *self, const char *text)
{
  if (signet_draft_add_targets (get_draft (self), text) == 0)
    return FALSE;

  gtk_toggle_button_set_active (self->pills[SIGNET_TARGETS_ALL], TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  signet_target_table_show_end (self->table);

  return TRUE;
}

static void
add_typed (SignetTargetsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->paste_entry));
  g_autofree char *copy = g_strdup (text);

  if (add_text (self, copy))
    gtk_editable_set_text (GTK_EDITABLE (self->paste_entry), "");
}

static void
add_activated_cb (SignetTargetsPage *self)
{
  add_typed (self);
}

static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetTargetsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (text == NULL || !add_text (self, text))
    toast (self, _ ("There is no text to paste"));
}

static void
paste (SignetTargetsPage *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                 clipboard_read_cb, g_object_ref (self));
}

static void
paste_clicked_cb (SignetTargetsPage *self)
{
  paste (self);
}

/* Before the entry gets it: what is pasted becomes lines at once, wherever the focus is. Only a filter may be
 * pasted as a filter. */
static gboolean
key_pressed_cb (SignetTargetsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean is_paste = (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_v || keyval == GDK_KEY_V)) ||
                      (modifiers == GDK_SHIFT_MASK &&
                       (keyval == GDK_KEY_Insert || keyval == GDK_KEY_KP_Insert));

  if (!is_paste || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->filter_entry))))
    return GDK_EVENT_PROPAGATE;

  paste (self);

  return GDK_EVENT_STOP;
}

/* From the entry's own menu. */
static void
entry_paste_cb (GtkText *text, SignetTargetsPage *self)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  paste (self);
}

static void
typed_changed_cb (SignetTargetsPage *self)
{
  gtk_widget_set_visible (self->add_button,
                          *gtk_editable_get_text (GTK_EDITABLE (self->paste_entry)) != '\0');
}

/* Filtering */

static void
filter_lines (SignetTargetsPage *self)
{
  SignetTargetGroup group = SIGNET_TARGETS_ALL;

  while (group + 1 < SIGNET_N_TARGETS && !gtk_toggle_button_get_active (self->pills[group]))
    group++;
  signet_target_lines_set_filter (self->lines, group,
                                  gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));
}

static void
pill_toggled_cb (SignetTargetsPage *self, GtkToggleButton *pill)
{
  if (gtk_toggle_button_get_active (pill))
    filter_lines (self);
}

static void
search_changed_cb (SignetTargetsPage *self)
{
  filter_lines (self);
}

/* Removing */

static void
selection_changed_cb (SignetTargetsPage *self)
{
  show_remove_button (self);
}

static void
undo_cb (SignetTargetsPage *self)
{
  signet_target_lines_restore (self->lines);
}

static void
remove_cb (SignetTargetsPage *self)
{
  guint n_removed = signet_target_table_remove_selected (self->table);
  g_autofree char *text = NULL;
  AdwToast *undo;

  if (n_removed == 0)
    return;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u line removed", "%'u lines removed", n_removed),
                          n_removed);
  undo = adw_toast_new (text);
  adw_toast_set_button_label (undo, _ ("Undo"));
  g_signal_connect_object (undo, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, undo);
}

static void
fill_classes (SignetTargetsPage *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, C_ ("class of goods", "Unknown"));
  for (int number = 1; number <= N_CLASSES; number++)
    {
      g_autofree char *word = signet_nice_headings_describe (number);

      gtk_string_list_append (words, word);
    }
  gtk_drop_down_set_model (self->class_drop_down, G_LIST_MODEL (words));
}

/* Pasting works wherever the focus is in the window. */
static void
signet_targets_page_map (GtkWidget *widget)
{
  SignetTargetsPage *self = SIGNET_TARGETS_PAGE (widget);

  GTK_WIDGET_CLASS (signet_targets_page_parent_class)->map (widget);

  self->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
}

static void
signet_targets_page_unmap (GtkWidget *widget)
{
  SignetTargetsPage *self = SIGNET_TARGETS_PAGE (widget);

  if (self->keys != NULL)
    gtk_widget_remove_controller (GTK_WIDGET (gtk_widget_get_root (widget)), self->keys);
  self->keys = NULL;

  GTK_WIDGET_CLASS (signet_targets_page_parent_class)->unmap (widget);
}

static void
signet_targets_page_shown (SignetWizardPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (SIGNET_TARGETS_PAGE (page)->paste_entry));
}

/* To the line, or where the batch as a whole is mended. */
static void
signet_targets_page_point_at (SignetWizardPage *page, const char *pointer)
{
  SignetTargetsPage *self = SIGNET_TARGETS_PAGE (page);

  if (g_str_has_prefix (pointer, "/items/"))
    {
      gtk_toggle_button_set_active (self->pills[SIGNET_TARGETS_ALL], TRUE);
      gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
      filter_lines (self);
      signet_target_table_show_line (self->table,
                                     (guint) g_ascii_strtoull (pointer + strlen ("/items/"), NULL, 10));
    }
  if (g_str_has_suffix (pointer, "/class") || g_str_equal (pointer, "/items"))
    gtk_widget_grab_focus (GTK_WIDGET (self->class_drop_down));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
}

static void
signet_targets_page_constructed (GObject *object)
{
  SignetTargetsPage *self = SIGNET_TARGETS_PAGE (object);
  SignetComplaint *complaint = signet_draft_get_complaint (get_draft (self));

  G_OBJECT_CLASS (signet_targets_page_parent_class)->constructed (object);

  self->lines = signet_target_lines_new (get_items (self));
  signet_target_table_set_lines (self->table, self->lines,
                                 signet_account_get_platform (signet_draft_get_account (get_draft (self))));
  fill_classes (self);
  g_object_bind_property (complaint, "goods-class", self->class_drop_down, "selected",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (complaint, "pasted", self->paste_entry, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  g_signal_connect_object (get_items (self), "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (signet_draft_get_findings (get_draft (self)), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  findings_changed_cb (self);
  narrow_changed_cb (self);
}

static void
signet_targets_page_dispose (GObject *object)
{
  SignetTargetsPage *self = SIGNET_TARGETS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->lines);

  G_OBJECT_CLASS (signet_targets_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-targets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, width_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, content_box);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, paste_entry);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, notice_box);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, notice_title);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, notice_advice);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, table);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, class_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, class_hint);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, remove_button);
  gtk_widget_class_bind_template_child_full (widget_class, "all_pill", FALSE,
                                             G_STRUCT_OFFSET (SignetTargetsPage, pills[SIGNET_TARGETS_ALL]));
  gtk_widget_class_bind_template_child_full (widget_class, "new_pill", FALSE,
                                             G_STRUCT_OFFSET (SignetTargetsPage, pills[SIGNET_TARGETS_NEW]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "duplicate_pill", FALSE,
      G_STRUCT_OFFSET (SignetTargetsPage, pills[SIGNET_TARGETS_DUPLICATE]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "unknown_pill", FALSE,
      G_STRUCT_OFFSET (SignetTargetsPage, pills[SIGNET_TARGETS_UNKNOWN]));
  gtk_widget_class_bind_template_callback (widget_class, add_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pill_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

static void
signet_targets_page_class_init (SignetTargetsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = signet_targets_page_constructed;
  object_class->dispose = signet_targets_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = signet_targets_page_map;
  GTK_WIDGET_CLASS (klass)->unmap = signet_targets_page_unmap;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_targets_page_shown;
  SIGNET_WIZARD_PAGE_CLASS (klass)->point_at = signet_targets_page_point_at;

  g_type_ensure (SIGNET_TYPE_TARGET_TABLE);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
signet_targets_page_init (SignetTargetsPage *self)
{
  GtkEditable *delegate;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->paste_entry));
  g_signal_connect_object (delegate, "paste-clipboard", G_CALLBACK (entry_paste_cb), self, 0);
  g_signal_connect (self, "notify::revealed", G_CALLBACK (revealed_cb), NULL);
}
