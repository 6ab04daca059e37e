/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-paper-row.h"

#include <glib/gi18n.h>

#include "app/signet-document-window.h"
#include "app/signet-error-text.h"
#include "app/signet-file-choice.h"
#include "app/signet-format.h"
#include "app/signet-page-thumbnail.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"

/*
 * One paper of a draft: which one it is, the file chosen for it with size and digest, and what can be done:
 * choose it (or drop it here), look at it, remove it, and send a copy with a watermark in its place. The file
 * is copied and hashed, and the watermarked copy made, off the main thread; while that lasts
 * SignetPaperRow:busy is set. What a platform doesn't want anew in a correction can only be looked at.
 *
 * A copy knows the original it was made of, which stays in the vault, so that it can be brought back.
 */

struct _SignetPaperRow
{
  AdwActionRow parent_instance;

  GtkWidget *tile;
  GtkImage *icon;
  SignetPageThumbnail *thumbnail;
  GtkSpinner *spinner;
  GtkWidget *original_button;
  GtkWidget *show_button;
  GtkWidget *remove_button;
  GtkWidget *menu_button;
  GtkWidget *choose_button;
  GtkWidget *choose_label;
  GtkWidget *choose_icon;
  GtkWidget *lock;

  SignetDesk *desk;
  SignetDraft *draft;
  GListModel *files;
  char *slot;
  char *explanation;
  char *problem;
  SignetEvidence *evidence;
  GCancellable *cancellable;
  gboolean busy;
  gboolean marking; /* busy with a watermarked copy */
  gboolean shows_page;
  GBinding *binding; /* weak; to the width of what it stands in */
};

G_DEFINE_FINAL_TYPE (SignetPaperRow, signet_paper_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
name_button (GtkWidget *button, const char *format, const char *what)
{
  g_autofree char *label = g_strdup_printf ("%s: %s", format, what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static SignetEvidence *
find_evidence (SignetPaperRow *self)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->files); i++)
    {
      g_autoptr (SignetEvidence) evidence = g_list_model_get_item (self->files, i);

      if (g_str_equal (signet_evidence_get_slot (evidence), self->slot))
        return g_steal_pointer (&evidence);
    }

  return NULL;
}

/* What a copy was made of, if that is known. */
static SignetEvidence *
get_original (SignetPaperRow *self)
{
  return self->evidence != NULL ? signet_evidence_get_original (self->evidence) : NULL;
}

/* In a correction only what the platform wants anew. */
static gboolean
is_open (SignetPaperRow *self)
{
  g_autofree char *pointer = g_strconcat ("/files/", self->slot, NULL);

  return signet_draft_is_open (self->draft, pointer);
}

/* Which file it is, and below it its digest, or what went wrong with it. */
static char *
describe_file (SignetPaperRow *self)
{
  g_autofree char *size = signet_format_size (signet_evidence_get_bytes (self->evidence));
  g_autofree char *digest = signet_format_digest (signet_evidence_get_sha256 (self->evidence));
  const char *name = signet_evidence_get_name (self->evidence);

  if (self->problem != NULL)
    return g_strdup_printf ("%s · %s\n%s", name, size, self->problem);
  if (signet_evidence_is_watermarked (self->evidence))
    return g_strdup_printf ("%s\n%s · %s\nSHA-256 %s", _ ("Watermarked copy"), name, size, digest);
  return g_strdup_printf ("%s · %s\nSHA-256 %s", name, size, digest);
}

static void
update_actions (SignetPaperRow *self)
{
  gboolean idle = self->evidence != NULL && !self->busy;
  gboolean locked = !is_open (self);
  gboolean open = idle && !locked;
  gboolean marked = idle && signet_evidence_is_watermarked (self->evidence);

  /* One can always look at what is there. */
  gtk_widget_set_sensitive (GTK_WIDGET (self), !locked || self->evidence != NULL);
  gtk_widget_set_visible (self->lock, locked && idle);
  gtk_widget_set_visible (self->show_button, idle);
  gtk_widget_set_visible (self->remove_button, open);
  gtk_widget_set_visible (self->menu_button, open && !marked);
  gtk_widget_set_visible (self->original_button, open && get_original (self) != NULL);
  gtk_widget_set_visible (self->choose_button, self->evidence == NULL && !self->busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.watermark", open && !marked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paper.original", open && get_original (self) != NULL);
}

static void
update (SignetPaperRow *self)
{
  gboolean has = self->evidence != NULL;

  gtk_widget_set_visible (self->tile, !has || !self->shows_page);
  gtk_widget_set_visible (GTK_WIDGET (self->thumbnail), has && self->shows_page);
  signet_page_thumbnail_set_evidence (self->thumbnail, self->desk, self->shows_page ? self->evidence : NULL);
  gtk_image_set_from_icon_name (self->icon, has ? "x-office-document-symbolic" : "list-add-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->busy);
  gtk_spinner_set_spinning (self->spinner, self->busy);
  update_actions (self);

  if (self->marking)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ ("Making a watermarked copy…"));
  else if (has)
    {
      g_autofree char *subtitle = describe_file (self);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
    }
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                                 self->problem != NULL ? self->problem : self->explanation);

  if (self->problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
}

static void
files_changed_cb (SignetPaperRow *self)
{
  g_clear_object (&self->evidence);
  self->evidence = find_evidence (self);
  if (self->evidence != NULL)
    g_clear_pointer (&self->problem, g_free);
  update (self);
}

static void
set_busy (SignetPaperRow *self, gboolean busy)
{
  self->busy = busy;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
attached_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPaperRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetEvidence) evidence = signet_draft_attach_finish (SIGNET_DRAFT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_pointer (&self->problem, g_free);
  if (evidence == NULL)
    {
      g_info ("a paper could not be taken: %s", error->message);
      self->problem = signet_error_text_sentence (error);
    }
  set_busy (self, FALSE);
}

static void
attach (SignetPaperRow *self, GFile *file)
{
  if (self->busy || !is_open (self))
    return;

  set_busy (self, TRUE);
  signet_draft_attach_async (self->draft, file, self->slot, NULL, NULL, self->cancellable, attached_cb,
                             g_object_ref (self));
}

static void
chosen_cb (GFile *file, gpointer user_data)
{
  attach (SIGNET_PAPER_ROW (user_data), file);
}

static void
choose_clicked_cb (SignetPaperRow *self)
{
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (self->draft));

  signet_file_choice_open (GTK_WIDGET (self), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                           platform, chosen_cb, G_OBJECT (self));
}

/* The focus stays in the row although what had it has gone; elsewhere nobody takes it away. */
static void
keep_focus (SignetPaperRow *self, GtkWidget *button)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root != NULL &&
      (focus == NULL || !gtk_widget_get_mapped (focus) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self))))
    gtk_widget_grab_focus (button);
}

static void
watermarked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SignetPaperRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SignetEvidence) copy = signet_draft_watermark_finish (SIGNET_DRAFT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_pointer (&self->problem, g_free);
  if (copy == NULL)
    {
      g_info ("a watermarked copy could not be made: %s", error->message);
      self->problem = signet_error_text_sentence (error);
    }
  self->marking = FALSE;
  set_busy (self, FALSE);
  keep_focus (self, copy != NULL ? self->original_button : self->menu_button);
}

static void
watermark_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetPaperRow *self = SIGNET_PAPER_ROW (widget);

  self->marking = TRUE;
  set_busy (self, TRUE);
  signet_draft_watermark_async (self->draft, self->evidence, signet_words_language (), self->cancellable,
                                watermarked_cb, g_object_ref (self));
}

static void
original_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetPaperRow *self = SIGNET_PAPER_ROW (widget);

  signet_draft_exchange (self->draft, self->evidence, get_original (self));
  keep_focus (self, self->menu_button);
}

static void
show_clicked_cb (SignetPaperRow *self)
{
  GtkWindow *window = signet_document_window_new (self->desk, self->evidence);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_object_bind_property (signet_draft_get_account (self->draft), "practice", window, "practice",
                          G_BINDING_SYNC_CREATE);
  gtk_window_set_transient_for (window, GTK_WINDOW (root));
  gtk_window_present (window);
}

static void
remove_clicked_cb (SignetPaperRow *self)
{
  signet_draft_detach (self->draft, self->evidence);
  gtk_widget_grab_focus (self->choose_button);
}

static gboolean
dropped_cb (SignetPaperRow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  attach (self, files->data);

  return TRUE;
}

/* The row itself is no button; what a refused Next focuses is the one in it. */
static gboolean
signet_paper_row_grab_focus (GtkWidget *widget)
{
  SignetPaperRow *self = SIGNET_PAPER_ROW (widget);

  if (self->evidence == NULL)
    return gtk_widget_grab_focus (self->choose_button);

  return gtk_widget_grab_focus (is_open (self) ? self->remove_button : self->show_button);
}

/* The page says whether there is room for words on a button, so that all its rows have them or none. */
static void
signet_paper_row_root (GtkWidget *widget)
{
  SignetPaperRow *self = SIGNET_PAPER_ROW (widget);
  GtkWidget *bin = gtk_widget_get_ancestor (widget, SIGNET_TYPE_WIDTH_BIN);

  GTK_WIDGET_CLASS (signet_paper_row_parent_class)->root (widget);

  if (bin != NULL)
    g_set_weak_pointer (&self->binding, g_object_bind_property (bin, "narrow", self->choose_icon, "visible",
                                                                G_BINDING_SYNC_CREATE));
}

static void
signet_paper_row_unroot (GtkWidget *widget)
{
  SignetPaperRow *self = SIGNET_PAPER_ROW (widget);
  GBinding *binding = self->binding;

  g_clear_weak_pointer (&self->binding);
  if (binding != NULL)
    g_binding_unbind (binding);

  GTK_WIDGET_CLASS (signet_paper_row_parent_class)->unroot (widget);
}

static void
signet_paper_row_dispose (GObject *object)
{
  SignetPaperRow *self = SIGNET_PAPER_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->draft);
  g_clear_object (&self->files);
  g_clear_object (&self->evidence);

  G_OBJECT_CLASS (signet_paper_row_parent_class)->dispose (object);
}

static void
signet_paper_row_finalize (GObject *object)
{
  SignetPaperRow *self = SIGNET_PAPER_ROW (object);

  g_free (self->slot);
  g_free (self->explanation);
  g_free (self->problem);

  G_OBJECT_CLASS (signet_paper_row_parent_class)->finalize (object);
}

static void
signet_paper_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, SIGNET_PAPER_ROW (object)->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_paper_row_class_init (SignetPaperRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_paper_row_dispose;
  object_class->finalize = signet_paper_row_finalize;
  object_class->get_property = signet_paper_row_get_property;
  widget_class->grab_focus = signet_paper_row_grab_focus;
  widget_class->root = signet_paper_row_root;
  widget_class->unroot = signet_paper_row_unroot;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_PAGE_THUMBNAIL);
  gtk_widget_class_install_action (widget_class, "paper.watermark", NULL, watermark_cb);
  gtk_widget_class_install_action (widget_class, "paper.original", NULL, original_cb);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-paper-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, tile);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, thumbnail);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, original_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, show_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, remove_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, choose_label);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, choose_icon);
  gtk_widget_class_bind_template_child (widget_class, SignetPaperRow, lock);
}

static void
signet_paper_row_init (SignetPaperRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->choose_icon, "visible", self->choose_label, "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  self->cancellable = g_cancellable_new ();
  g_signal_connect_swapped (self->choose_button, "clicked", G_CALLBACK (choose_clicked_cb), self);
  g_signal_connect_swapped (self->show_button, "clicked", G_CALLBACK (show_clicked_cb), self);
  g_signal_connect_swapped (self->remove_button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * signet_paper_row_new:
 * @desk: the desk, which opens documents
 * @draft: the draft the paper belongs to; its subject has a list "evidence"
 * @slot: which paper
 * @title: what it is called
 * @explanation: what it must show
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
signet_paper_row_new (SignetDesk *desk,
                      SignetDraft *draft,
                      const char *slot,
                      const char *title,
                      const char *explanation)
{
  SignetPaperRow *self = g_object_new (SIGNET_TYPE_PAPER_ROW, "title", title, NULL);

  self->desk = g_object_ref (desk);
  self->draft = g_object_ref (draft);
  self->slot = g_strdup (slot);
  self->explanation = g_strdup (explanation);
  g_object_get (signet_draft_get_subject (draft), "evidence", &self->files, NULL);
  g_signal_connect_object (self->files, "items-changed", G_CALLBACK (files_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_signal_connect_object (draft, "notify::certification", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  name_button (self->choose_button, _ ("Choose"), title);
  name_button (self->show_button, _ ("Look at It"), title);
  name_button (self->remove_button, _ ("Remove"), title);
  name_button (self->menu_button, _ ("More"), title);
  name_button (self->original_button, _ ("Send the Original"), title);
  files_changed_cb (self);

  return GTK_WIDGET (self);
}

/**
 * signet_paper_row_show_page:
 * @self: a row
 *
 * Shows the paper's first page in place of an icon.
 */
void
signet_paper_row_show_page (SignetPaperRow *self)
{
  g_return_if_fail (SIGNET_IS_PAPER_ROW (self));

  self->shows_page = TRUE;
  update (self);
}

/**
 * signet_paper_row_get_busy:
 * @self: a row
 *
 * Returns: whether a file is being copied, or a watermarked copy made
 */
gboolean
signet_paper_row_get_busy (SignetPaperRow *self)
{
  g_return_val_if_fail (SIGNET_IS_PAPER_ROW (self), FALSE);

  return self->busy;
}
