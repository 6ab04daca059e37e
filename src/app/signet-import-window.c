/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-import-window.h"

#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-format.h"
#include "app/signet-holder-row.h"
#include "app/signet-import-entry.h"
#include "app/signet-long-list.h"
#include "app/signet-practice-bar.h"
#include "app/signet-words.h"
#include "desk/signet-desk-error.h"
#include "model/signet-import-row.h"
#include "model/signet-party-row.h"
#include "model/signet-words.h"

/*
 * A portfolio of rights out of a CSV file: choose it, read what each row would become and why some can't,
 * import the good ones, keep the others in a file to mend them. Closing it stops what is under way; until the
 * import nothing has changed.
 */

struct _SignetImportWindow
{
  AdwWindow parent_instance;

  GtkWidget *practice_bar;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *choose_page;
  AdwPreferencesGroup *defaults_group;
  AdwComboRow *kind_row;
  GtkWidget *holder_row;
  GtkButton *choose_button;
  GtkWidget *rows_page;
  GtkLabel *counts;
  GtkLabel *notes;
  GtkToggleButton *left_out_button;
  GtkProgressBar *progress_bar;
  SignetLongList *long_list;
  GtkWidget *save_button;
  GtkButton *import_button;
  AdwStatusPage *done_page;

  SignetDesk *desk;
  SignetRightImport *import;
  GtkFilter *filter; /* of the rows shown, NULL before there are any */
  GCancellable *cancellable;
  GPtrArray *kinds; /* of words, as kind_row offers them; the first is "" */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (SignetImportWindow, signet_import_window, ADW_TYPE_WINDOW)

static gboolean
is_left_out (const char *state)
{
  return g_strcmp0 (state, SIGNET_IMPORT_ERROR) == 0 || g_strcmp0 (state, SIGNET_IMPORT_DUPLICATE) == 0;
}

/* What is found */

static void
show_counts (SignetImportWindow *self)
{
  guint n_good = signet_right_import_get_n_good (self->import);
  guint n_bad = signet_right_import_get_n_bad (self->import);
  guint n_duplicates = signet_right_import_get_n_duplicates (self->import);
  g_autofree char *good = signet_format_number (n_good);
  g_autofree char *bad = signet_format_number (n_bad);
  g_autofree char *duplicates = signet_format_number (n_duplicates);
  /* Translators: numbers of rows of a table */
  g_autofree char *counts = g_strdup_printf (_ ("%s good, %s with errors, %s there already"), good, bad,
                                             duplicates);
  g_autofree char *label = NULL;

  /* Translators: button; %s is a number */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import %s Right", "Import %s Rights", n_good),
                           good);
  gtk_label_set_label (self->counts, counts);
  gtk_button_set_label (self->import_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->import_button), !self->busy && n_good > 0);
  gtk_widget_set_sensitive (self->save_button, !self->busy);
  gtk_widget_set_visible (self->save_button, n_bad + n_duplicates > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out_button), n_bad + n_duplicates > 0);
}

static void
show_progress (SignetImportWindow *self)
{
  gtk_progress_bar_set_fraction (self->progress_bar, signet_right_import_get_progress (self->import));
}

/* How the file was read, where that isn't obvious. */
static void
show_notes (SignetImportWindow *self)
{
  const char *encoding = signet_right_import_get_encoding (self->import);
  const char *const *heads = signet_right_import_get_unknown_heads (self->import);
  g_autoptr (GString) notes = g_string_new (NULL);

  if (g_strcmp0 (encoding, "GB18030") == 0)
    /* Translators: %s is the name of a character encoding */
    g_string_append_printf (notes, _ ("Read as %s: look whether the names are right."), encoding);
  if (heads != NULL && *heads != NULL)
    {
      g_autofree char *names = g_strjoinv (C_ ("list", ", "), (char **) heads);

      if (notes->len > 0)
        g_string_append_c (notes, '\n');
      /* Translators: %s are headings of columns */
      g_string_append_printf (notes, _ ("Not used: %s"), names);
    }
  gtk_label_set_label (self->notes, notes->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes->len > 0);
}

static void
set_busy (SignetImportWindow *self, gboolean busy)
{
  self->busy = busy;
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), busy);
  if (self->import != NULL)
    show_counts (self);
}

/* Back to the beginning, with what is wrong. */
static void
show_failure (SignetImportWindow *self, const char *title, const char *advice)
{
  g_autofree char *escaped = g_markup_escape_text (advice, -1); /* the description is markup */

  adw_status_page_set_icon_name (self->choose_page, "dialog-warning-symbolic");
  adw_status_page_set_title (self->choose_page, title);
  adw_status_page_set_description (self->choose_page, escaped);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->choose_page));
}

static void
show_error (SignetImportWindow *self, const GError *error)
{
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;

  if (g_error_matches (error, SIGNET_DESK_ERROR, SIGNET_DESK_ERROR_FILE_TYPE))
    {
      show_failure (self, _ ("This Is No CSV File"),
                    _ ("Save the table as CSV (UTF-8) in your spreadsheet program, and choose that file."));
      return;
    }
  title = signet_error_text_title (error);
  advice = signet_error_text_advice (error);
  show_failure (self, title, advice);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean read = signet_right_import_read_finish (SIGNET_RIGHT_IMPORT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      SIGNET_RIGHT_IMPORT (source) != self->import)
    return;
  set_busy (self, FALSE);
  if (!read)
    show_error (self, error);
  else if (signet_right_import_get_n_known_heads (self->import) == 0)
    show_failure (self, _ ("No Heading Is Known"),
                  _ ("The first line must name the columns: kind, number, name, owner, registered_on, "
                     "valid_until and so on, in English or Chinese."));
  else
    show_notes (self);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  SignetImportWindow *self = user_data;

  return !gtk_toggle_button_get_active (self->left_out_button) ||
         is_left_out (signet_import_row_get_state (item));
}

static void
left_out_toggled_cb (SignetImportWindow *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_rows (SignetImportWindow *self)
{
  g_autoptr (GtkFilterListModel) rows = NULL;

  g_clear_object (&self->filter);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  rows = gtk_filter_list_model_new (g_object_ref (signet_right_import_get_rows (self->import)),
                                    g_object_ref (self->filter));
  signet_long_list_set_model (self->long_list, G_LIST_MODEL (rows));
}

/* Files */

static void
chosen_cb (GtkNativeDialog *dialog, int response, SignetImportWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      signet_import_window_read (self, file);
    }
  g_object_unref (dialog);
}

static void
choose_cb (SignetImportWindow *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Choose a Table"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _ ("Tables (CSV)"));
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_set_name (all, _ ("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  signet_right_import_save_bad_finish (SIGNET_RIGHT_IMPORT (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  sentence = error != NULL ? signet_error_text_sentence (error)
                           : g_strdup (_ ("Those left out are saved. Mend them and import that file."));
  gtk_label_set_label (self->notes, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), TRUE);
}

static void
save_chosen_cb (GtkNativeDialog *dialog, int response, SignetImportWindow *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      set_busy (self, TRUE);
      /* Translators: heading of a column of a table: why a row wasn't imported */
      signet_right_import_save_bad_async (self->import, file, _ ("Why not"),
                                          signet_import_entry_describe_finding, NULL, self->cancellable,
                                          saved_cb, g_object_ref (self));
    }
  g_object_unref (dialog);
}

static void
save_cb (SignetImportWindow *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_ ("Save Those Left Out"), GTK_WINDOW (self),
                                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);

  /* Translators: proposed name of a file */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _ ("rights-left-out.csv"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (save_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The import itself */

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean committed = signet_right_import_commit_finish (SIGNET_RIGHT_IMPORT (source), result, &error);
  guint n_good = signet_right_import_get_n_good (SIGNET_RIGHT_IMPORT (source));
  g_autofree char *number = signet_format_number (n_good);
  g_autofree char *title = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  set_busy (self, FALSE);
  if (!committed)
    {
      g_autofree char *sentence = signet_error_text_sentence (error);

      gtk_label_set_label (self->notes, sentence);
      gtk_widget_set_visible (GTK_WIDGET (self->notes), TRUE);
      return;
    }
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s Right Imported", "%s Rights Imported", n_good),
                           number);
  adw_status_page_set_title (self->done_page, title);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->done_page));
}

static void
import_cb (SignetImportWindow *self)
{
  set_busy (self, TRUE);
  signet_right_import_commit_async (self->import, self->cancellable, committed_cb, g_object_ref (self));
}

static void
done_cb (SignetImportWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.go", "s", "rights");
  gtk_window_close (GTK_WINDOW (self));
}

static void
fill_kinds (SignetImportWindow *self)
{
  SignetAccount *account = signet_desk_get_account (self->desk);
  SignetPlatform *platform = account != NULL ? signet_account_get_platform (account) : NULL;
  GListModel *kinds = platform != NULL ? signet_platform_get_right_kinds (platform) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, C_ ("choice", "Not stated"));
  g_ptr_array_add (self->kinds, g_strdup (""));
  for (guint i = 0; kinds != NULL && i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (SignetRightKind) kind = g_list_model_get_item (kinds, i);

      gtk_string_list_append (names, signet_words_label (signet_right_kind_get_label (kind)));
      g_ptr_array_add (self->kinds, g_strdup (signet_right_kind_get_kind (kind)));
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (names));
}

/* Whose the rights are of which the table doesn't say it: the chosen principal's, the only one's, or nobody's
 * yet. */
static void
add_holders (SignetImportWindow *self)
{
  GListModel *principals = signet_desk_get_principals (self->desk);
  const char *chosen = signet_desk_get_principal (self->desk);
  g_autoptr (SignetPartyRow) first = g_list_model_get_item (principals, 0);
  guint n_principals = g_list_model_get_n_items (principals);

  self->holder_row = signet_holder_row_new (principals);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->holder_row),
                                 _ ("Holder, where a row doesn’t say it"));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self->holder_row), 0);
  if (chosen == NULL && n_principals == 1)
    chosen = signet_party_row_get_id (first);
  g_object_set (self->holder_row, "party", chosen != NULL ? chosen : "", NULL);
  gtk_widget_set_visible (self->holder_row, n_principals > 1);
  adw_preferences_group_add (self->defaults_group, self->holder_row);
}

static void
signet_import_window_dispose (GObject *object)
{
  SignetImportWindow *self = SIGNET_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->long_list != NULL)
    signet_long_list_set_model (self->long_list, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->import);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (signet_import_window_parent_class)->dispose (object);
}

static void
signet_import_window_finalize (GObject *object)
{
  g_ptr_array_unref (SIGNET_IMPORT_WINDOW (object)->kinds);

  G_OBJECT_CLASS (signet_import_window_parent_class)->finalize (object);
}

static void
signet_import_window_class_init (SignetImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_import_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_import_window_finalize;

  g_type_ensure (SIGNET_TYPE_IMPORT_ENTRY);
  g_type_ensure (SIGNET_TYPE_LONG_LIST);
  g_type_ensure (SIGNET_TYPE_PRACTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-import-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, practice_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, choose_page);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, defaults_group);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, rows_page);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, notes);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, left_out_button);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, long_list);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, SignetImportWindow, done_page);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_out_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
signet_import_window_init (SignetImportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_import_window_new:
 * @desk: the desk
 * @parent: over which it comes
 *
 * Returns: (transfer none): the window, not yet presented
 */
SignetImportWindow *
signet_import_window_new (SignetDesk *desk, GtkWindow *parent)
{
  SignetImportWindow *self = g_object_new (SIGNET_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  SignetAccount *account = signet_desk_get_account (desk);

  self->desk = g_object_ref (desk);
  if (account != NULL)
    g_object_bind_property (account, "practice", self->practice_bar, "visible", G_BINDING_SYNC_CREATE);
  else
    gtk_widget_set_visible (self->practice_bar, FALSE);
  fill_kinds (self);
  add_holders (self);

  return self;
}

/**
 * signet_import_window_read:
 * @self: a window
 * @file: a table
 *
 * Reads it without importing anything: its rows stand there with what is wrong with them.
 */
void
signet_import_window_read (SignetImportWindow *self, GFile *file)
{
  guint kind = adw_combo_row_get_selected (self->kind_row);
  const char *word = kind < self->kinds->len ? self->kinds->pdata[kind] : "";
  g_autofree char *party = NULL;
  g_autofree char *name = g_file_get_basename (file);

  g_return_if_fail (SIGNET_IS_IMPORT_WINDOW (self));

  if (self->busy)
    return;
  g_clear_object (&self->import);
  self->import = signet_desk_import_rights (self->desk, file);
  g_object_get (self->holder_row, "party", &party, NULL);
  signet_right_import_set_defaults (self->import, *word != '\0' ? word : NULL, *party != '\0' ? party : NULL);
  adw_window_title_set_subtitle (self->window_title, name);
  gtk_label_set_label (self->notes, "");
  gtk_widget_set_visible (GTK_WIDGET (self->notes), FALSE);
  gtk_toggle_button_set_active (self->left_out_button, FALSE);
  show_rows (self);
  g_signal_connect_object (self->import, "notify::n-good", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import, "notify::n-bad", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->import, "notify::progress", G_CALLBACK (show_progress), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child (self->stack, self->rows_page);
  set_busy (self, TRUE);
  signet_right_import_read_async (self->import, self->cancellable, read_cb, g_object_ref (self));
}
