/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-targets-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-complaint-summary.h"
#include "app/signet-finding-text.h"
#include "app/signet-nice-headings.h"
#include "app/signet-target-kind-cell.h"
#include "app/signet-target-row.h"
#include "app/signet-target-state-cell.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-finding-codes.h"
#include "model/signet-link-parser.h"
#include "model/signet-words.h"

/*
 * What infringes: anything pasted becomes lines of a table, each with what it is and whether it will be
 * filed. The desk reads the text and checks the lines; this page shows, filters and removes them, and lets
 * the person say what a link doesn't.
 *
 * Table and list (where there is little width) show the same filtered model with the same selection.
 */

#define N_CLASSES 45

typedef enum
{
  SHOW_ALL,
  SHOW_NEW,
  SHOW_DUPLICATE,
  SHOW_UNKNOWN,
  N_SHOWN
} Shown;

struct _SignetTargetsPage
{
  SignetWizardPage parent_instance;

  AdwToastOverlay *toast_overlay;
  SignetWidthBin *width_bin;
  GtkWidget *content_box;
  GtkEntry *paste_entry;
  GtkWidget *add_button;
  GtkWidget *notice_box;
  GtkLabel *notice_title;
  GtkLabel *notice_advice;
  GtkToggleButton *pills[N_SHOWN];
  GtkSearchEntry *filter_entry;
  GtkStack *content_stack;
  GtkColumnView *table;
  GtkListView *list;
  GtkDropDown *class_drop_down;
  GtkLabel *class_hint;
  GtkWidget *remove_button;

  SignetLinkParser *parser;
  GtkFilter *filter;
  GtkSelectionModel *selection;
  GCancellable *cancellable;
  Shown shown;
  char *search;
  GPtrArray *removed; /* SignetItem, for the last removal, until the toast is gone */
  GArray *removed_at; /* guint, where each stood */
};

G_DEFINE_FINAL_TYPE (SignetTargetsPage, signet_targets_page, SIGNET_TYPE_WIZARD_PAGE)

static const char *const pointers[] = { "/items", NULL };

static SignetDraft *
get_draft (SignetTargetsPage *self)
{
  return signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
}

static SignetPlatform *
get_platform (SignetTargetsPage *self)
{
  return signet_account_get_platform (signet_draft_get_account (get_draft (self)));
}

static GListStore *
get_items (SignetTargetsPage *self)
{
  return signet_complaint_get_items (signet_draft_get_complaint (get_draft (self)));
}

/* Whether only the person can say what the target is, and why it would be left out otherwise. */
static gboolean
inspect (SignetTargetsPage *self, SignetItem *item, const char **unknown_why)
{
  g_autoptr (SignetTarget) target = signet_link_parser_parse_item (self->parser, item);
  const char *says = signet_target_get_kind (target);
  gboolean unknown = g_str_equal (says, SIGNET_TARGET_KIND_UNKNOWN);
  gboolean open = g_str_equal (says, SIGNET_TARGET_KIND_SHORT) ||
                  g_str_equal (says, SIGNET_TARGET_KIND_PASSCODE) ||
                  (unknown && signet_target_is_on_own_host (target));

  if (open)
    *unknown_why = _("say what it leads to");
  else if (signet_target_is_link (target))
    *unknown_why = _("not on this platform");
  else
    *unknown_why = _("no link in this text");

  return open;
}

static Shown
get_group (SignetItem *item)
{
  const char *check = signet_item_get_check (item);

  if (g_str_equal (check, SIGNET_CHECK_UNKNOWN))
    return SHOW_UNKNOWN;
  if (g_str_equal (check, SIGNET_CHECK_DUPLICATE) || g_str_equal (check, SIGNET_CHECK_FILED))
    return SHOW_DUPLICATE;

  return SHOW_NEW;
}

static gboolean
is_shown (gpointer object, gpointer user_data)
{
  SignetTargetsPage *self = user_data;
  SignetItem *item = object;
  g_autofree char *text = NULL;

  if (self->shown != SHOW_ALL && get_group (item) != self->shown)
    return FALSE;
  if (self->search == NULL)
    return TRUE;

  text = g_utf8_casefold (signet_item_get_link (item), -1);
  if (strstr (text, self->search) != NULL)
    return TRUE;
  g_free (text);
  text = g_utf8_casefold (signet_item_get_source (item), -1);

  return strstr (text, self->search) != NULL;
}

static void
show_pills (SignetTargetsPage *self)
{
  static const char *const names[N_SHOWN] = {
    /* Translators: pills that filter the pasted lines, followed by how many there are */
    NC_ ("links", "All"),
         NC_ ("links", "New"),
              NC_ ("links", "Duplicate"),
                   NC_ ("links", "Not a Link"),
              };
  guint counts[N_SHOWN] = { 0 };
  GListModel *items = G_LIST_MODEL (get_items (self));

  counts[SHOW_ALL] = g_list_model_get_n_items (items);
  for (guint i = 0; i < counts[SHOW_ALL]; i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      counts[get_group (item)]++;
    }

  for (guint i = 0; i < N_SHOWN; i++)
    {
      g_autofree char *label = g_strdup_printf ("%s %'u", g_dpgettext2 (NULL, "links", names[i]), counts[i]);

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
  signet_wizard_page_set_satisfied (SIGNET_WIZARD_PAGE (self), n_filed > 0);
}

static void
show_content (SignetTargetsPage *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (get_items (self)));
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  const char *name = n_items == 0                                    ? "empty"
                     : n_shown == 0                                  ? "none"
                     : signet_width_bin_get_narrow (self->width_bin) ? "list"
                                                                     : "table";

  gtk_stack_set_visible_child_name (self->content_stack, name);
}

/* What is wrong with the batch as a whole stands above it; what is wrong with a line stands in the line. */
static void
show_notice (SignetTargetsPage *self)
{
  GListModel *findings = signet_draft_get_findings (get_draft (self));
  gboolean revealed;
  g_autoptr (SignetFinding) shown = NULL;

  g_object_get (self, "revealed", &revealed, NULL);
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
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n_selected = (guint) gtk_bitset_get_size (selected);
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
  if (self->shown != SHOW_ALL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_status (self);
  show_notice (self);
  show_class_hint (self);
  show_content (self);
}

/* What stands in the first column is the place in the batch, also while some lines are filtered out. */
static void
number_lines (SignetTargetsPage *self, guint from)
{
  GListModel *items = G_LIST_MODEL (get_items (self));

  for (guint i = from; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      signet_item_set_position (item, (int) i);
    }
}

static void
items_changed_cb (SignetTargetsPage *self, guint position, guint removed, guint added, GListModel *items)
{
  number_lines (self, position);
  show_pills (self);
  show_content (self);
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
  show_content (self);
  show_status (self);
}

/* Pasting */

static void
toast (SignetTargetsPage *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

static void
scroll_to_end (SignetTargetsPage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  if (n_shown == 0)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->table), "list.scroll-to-item", "u", n_shown - 1);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", n_shown - 1);
}

static gboolean
add_text (SignetTargetsPage *self, const char *text)
{
  if (signet_draft_add_targets (get_draft (self), text) == 0)
    return FALSE;

  gtk_toggle_button_set_active (self->pills[SHOW_ALL], TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), "");
  scroll_to_end (self);

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
    toast (self, _("There is no text to paste"));
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
pill_toggled_cb (SignetTargetsPage *self, GtkToggleButton *pill)
{
  if (!gtk_toggle_button_get_active (pill))
    return;

  for (guint i = 0; i < N_SHOWN; i++)
    if (self->pills[i] == pill)
      self->shown = i;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_content (self);
}

static void
search_changed_cb (SignetTargetsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter_entry));

  g_clear_pointer (&self->search, g_free);
  if (*text != '\0')
    self->search = g_utf8_casefold (text, -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_content (self);
}

static void
shown_items_changed_cb (SignetTargetsPage *self)
{
  show_content (self);
  show_remove_button (self);
}

static void
selection_changed_cb (SignetTargetsPage *self)
{
  show_remove_button (self);
}

/* Removing */

static void
forget_removed (SignetTargetsPage *self)
{
  g_ptr_array_set_size (self->removed, 0);
  g_array_set_size (self->removed_at, 0);
}

static void
undo_cb (SignetTargetsPage *self)
{
  GListStore *items = get_items (self);

  /* They were taken out from the last to the first. */
  for (guint i = self->removed->len; i > 0; i--)
    {
      guint n_items = g_list_model_get_n_items (G_LIST_MODEL (items));
      guint position = g_array_index (self->removed_at, guint, i - 1);

      g_list_store_insert (items, MIN (position, n_items), g_ptr_array_index (self->removed, i - 1));
    }
  forget_removed (self);
}

static void
remove_selected (SignetTargetsPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n_selected = (guint) gtk_bitset_get_size (selected);
  GListStore *items = get_items (self);
  g_autofree char *text = NULL;
  AdwToast *undo;

  if (n_selected == 0)
    return;

  forget_removed (self);
  for (guint i = n_selected; i > 0; i--)
    {
      guint shown = gtk_bitset_get_nth (selected, i - 1);
      g_autoptr (SignetItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), shown);
      guint position;

      if (!g_list_store_find (items, item, &position))
        continue;
      g_ptr_array_add (self->removed, g_object_ref (item));
      g_array_append_val (self->removed_at, position);
      g_list_store_remove (items, position);
    }
  gtk_selection_model_unselect_all (self->selection);

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u line removed", "%'u lines removed", n_selected),
                          n_selected);
  undo = adw_toast_new (text);
  adw_toast_set_button_label (undo, _("Undo"));
  g_signal_connect_object (undo, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, undo);
}

static void
remove_clicked_cb (SignetTargetsPage *self)
{
  remove_selected (self);
}

static gboolean
list_key_pressed_cb (SignetTargetsPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;

  remove_selected (self);

  return GDK_EVENT_STOP;
}

/* Cells */

static gboolean
to_line (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_take_string (to, g_strdup_printf ("%'d", g_value_get_int (from) + 1));

  return TRUE;
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "figures");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_list_item_set_child (cell, label);
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GBinding *binding = g_object_bind_property_full (gtk_list_item_get_item (cell), "position",
                                                   gtk_list_item_get_child (cell), "label",
                                                   G_BINDING_SYNC_CREATE, to_line, NULL, NULL, NULL);

  g_object_set_data (G_OBJECT (cell), "line", binding); /* belongs to both of its ends */
}

static void
unbind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  g_binding_unbind (g_object_steal_data (G_OBJECT (cell), "line"));
}

static void
setup_kind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, signet_target_kind_cell_new ());
}

static void
bind_kind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, SignetTargetsPage *self)
{
  SignetItem *item = gtk_list_item_get_item (cell);
  const char *why;
  gboolean open = inspect (self, item, &why);

  signet_target_kind_cell_set_item (SIGNET_TARGET_KIND_CELL (gtk_list_item_get_child (cell)), item,
                                    get_platform (self), open);
}

static void
unbind_kind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  signet_target_kind_cell_set_item (SIGNET_TARGET_KIND_CELL (gtk_list_item_get_child (cell)), NULL, NULL,
                                    FALSE);
}

static void
setup_link_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_list_item_set_child (cell, label);
}

static void
bind_link_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  SignetItem *item = gtk_list_item_get_item (cell);
  GtkWidget *label = gtk_list_item_get_child (cell);
  g_autofree char *link = signet_target_row_describe_link (item);

  gtk_label_set_label (GTK_LABEL (label), link);
  gtk_widget_set_tooltip_text (label, signet_item_get_source (item));
}

static void
setup_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, signet_target_state_cell_new ());
}

static void
bind_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, SignetTargetsPage *self)
{
  SignetItem *item = gtk_list_item_get_item (cell);
  const char *why;

  inspect (self, item, &why);
  signet_target_state_cell_set_item (SIGNET_TARGET_STATE_CELL (gtk_list_item_get_child (cell)), item, why);
}

static void
unbind_state_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  signet_target_state_cell_set_item (SIGNET_TARGET_STATE_CELL (gtk_list_item_get_child (cell)), NULL, NULL);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, signet_target_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, SignetTargetsPage *self)
{
  SignetItem *item = gtk_list_item_get_item (cell);
  const char *why;
  gboolean open = inspect (self, item, &why);

  signet_target_row_set_item (SIGNET_TARGET_ROW (gtk_list_item_get_child (cell)), item, get_platform (self),
                              open, why);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  signet_target_row_set_item (SIGNET_TARGET_ROW (gtk_list_item_get_child (cell)), NULL, NULL, FALSE, NULL);
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

static void
signet_targets_page_constructed (GObject *object)
{
  SignetTargetsPage *self = SIGNET_TARGETS_PAGE (object);
  SignetComplaint *complaint = signet_draft_get_complaint (get_draft (self));
  GListModel *filtered;

  G_OBJECT_CLASS (signet_targets_page_parent_class)->constructed (object);

  self->parser = signet_link_parser_new (get_platform (self));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (get_items (self))),
                                                      g_object_ref (self->filter)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (filtered));
  gtk_column_view_set_model (self->table, self->selection);
  gtk_list_view_set_model (self->list, self->selection);

  fill_classes (self);
  g_object_bind_property (complaint, "goods-class", self->class_drop_down, "selected",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (complaint, "pasted", self->paste_entry, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  g_signal_connect_object (get_items (self), "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (shown_items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (signet_draft_get_findings (get_draft (self)), "items-changed",
                           G_CALLBACK (findings_changed_cb), self, G_CONNECT_SWAPPED);
  number_lines (self, 0);
  findings_changed_cb (self);
  narrow_changed_cb (self);
}

static void
signet_targets_page_dispose (GObject *object)
{
  SignetTargetsPage *self = SIGNET_TARGETS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->table != NULL)
    {
      gtk_column_view_set_model (self->table, NULL);
      gtk_list_view_set_model (self->list, NULL);
      self->table = NULL;
    }
  g_clear_object (&self->cancellable);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->parser);

  G_OBJECT_CLASS (signet_targets_page_parent_class)->dispose (object);
}

static void
signet_targets_page_finalize (GObject *object)
{
  SignetTargetsPage *self = SIGNET_TARGETS_PAGE (object);

  g_free (self->search);
  g_ptr_array_unref (self->removed);
  g_array_unref (self->removed_at);

  G_OBJECT_CLASS (signet_targets_page_parent_class)->finalize (object);
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
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, content_stack);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, table);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, class_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, class_hint);
  gtk_widget_class_bind_template_child (widget_class, SignetTargetsPage, remove_button);
  gtk_widget_class_bind_template_child_full (widget_class, "all_pill", FALSE,
                                             G_STRUCT_OFFSET (SignetTargetsPage, pills[SHOW_ALL]));
  gtk_widget_class_bind_template_child_full (widget_class, "new_pill", FALSE,
                                             G_STRUCT_OFFSET (SignetTargetsPage, pills[SHOW_NEW]));
  gtk_widget_class_bind_template_child_full (widget_class, "duplicate_pill", FALSE,
                                             G_STRUCT_OFFSET (SignetTargetsPage, pills[SHOW_DUPLICATE]));
  gtk_widget_class_bind_template_child_full (widget_class, "unknown_pill", FALSE,
                                             G_STRUCT_OFFSET (SignetTargetsPage, pills[SHOW_UNKNOWN]));
  gtk_widget_class_bind_template_callback (widget_class, add_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pill_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_line_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_state_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
signet_targets_page_class_init (SignetTargetsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = signet_targets_page_constructed;
  object_class->dispose = signet_targets_page_dispose;
  object_class->finalize = signet_targets_page_finalize;
  SIGNET_WIZARD_PAGE_CLASS (klass)->pointers = pointers;

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
signet_targets_page_init (SignetTargetsPage *self)
{
  GtkEditable *delegate;

  self->cancellable = g_cancellable_new ();
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed_at = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));

  delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->paste_entry));
  g_signal_connect_object (delegate, "paste-clipboard", G_CALLBACK (entry_paste_cb), self, 0);
  g_signal_connect (self, "notify::revealed", G_CALLBACK (revealed_cb), NULL);
}
