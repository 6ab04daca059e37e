/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-certifications-group.h"

#include <glib/gi18n.h>

#include "app/signet-certification-window.h"
#include "app/signet-format.h"
#include "app/signet-tile-row.h"
#include "app/signet-words.h"
#include "model/signet-certification-row.h"
#include "model/signet-words.h"

/*
 * Where a party, a right or an authorisation is certified: a row for each account with its status there, what
 * there is to correct and whether the platform holds something else; one more for the account one works with,
 * when it isn't known there yet. A row opens what there is to know of it.
 */

struct _SignetCertificationsGroup
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;

  SignetDesk *desk;
  char *kind;
  char *subject;
  GObject *width_bin; /* weak: we stand in it */
  GListModel *rows;
};

G_DEFINE_FINAL_TYPE (SignetCertificationsGroup, signet_certifications_group, GTK_TYPE_WIDGET)

static char *
describe (SignetCertificationRow *row)
{
  g_autofree char *updated = signet_format_day_of (signet_certification_row_get_updated_at (row),
                                                   g_get_real_time ());
  const char *account = signet_certification_row_get_account_name (row);

  if (*updated == '\0')
    return g_strdup (account);

  return g_strdup_printf ("%s · %s", account, updated);
}

static char *
describe_trouble (SignetCertificationRow *row)
{
  guint n = (guint) signet_certification_row_get_n_findings (row);
  g_autofree char *findings = NULL;

  if (n > 0)
    findings =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing was found", "%u things were found", n), n);
  if (!signet_certification_row_get_differs (row))
    return g_steal_pointer (&findings);
  if (findings == NULL)
    return g_strdup (_ ("The platform holds something else than this computer"));

  /* Translators: %s says how many things were found */
  return g_strdup_printf (_ ("%s · the platform holds something else than this computer"), findings);
}

/* What a row is for. With the account it says which row is which. */
typedef enum
{
  SHOWS_CERTIFICATION = 'c',
  SHOWS_RENEWAL = 'r', /* below what has expired */
  SHOWS_NOTHING = 'n', /* the account one works with may not have it yet */
} Shows;

static void
update_certification (SignetTileRow *tile_row, SignetCertificationRow *row)
{
  const char *platform = signet_certification_row_get_platform_name (row);
  const char *status = signet_certification_row_get_status (row);
  g_autofree char *subtitle = describe (row);
  g_autofree char *trouble = describe_trouble (row);

  signet_tile_row_set_icon (tile_row, signet_words_status_icon (status), SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row,
                             *platform != '\0' ? platform : signet_certification_row_get_account_name (row));
  signet_tile_row_set_subtitle (tile_row, subtitle);
  signet_tile_row_set_note (tile_row, trouble);
  signet_tile_row_set_status (tile_row, status);
}

static void
update_missing (SignetTileRow *tile_row, SignetAccount *account)
{
  SignetPlatform *platform = signet_account_get_platform (account);

  signet_tile_row_set_title (tile_row, platform != NULL
                                           ? signet_words_label (signet_platform_get_name (platform))
                                           : signet_account_get_name (account));
  signet_tile_row_set_button (tile_row, _ ("Certify…"), "certifications.certify",
                              signet_account_get_id (account));
}

static SignetTileRow *
create_row (SignetCertificationsGroup *self, Shows shows, const char *account)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (signet_tile_row_new ());

  switch (shows)
    {
    case SHOWS_CERTIFICATION:
      /* The chip under the text: beside a certificate there is never room for it. */
      g_object_set (tile_row, "narrow", TRUE, NULL);
      signet_tile_row_set_action (tile_row, "certifications.open", account);
      break;
    case SHOWS_RENEWAL:
      signet_tile_row_follow (tile_row, self->width_bin);
      signet_tile_row_set_icon (tile_row, "view-refresh-symbolic", SIGNET_MEANING_NEUTRAL);
      signet_tile_row_set_title (tile_row, _ ("It can be renewed there"));
      signet_tile_row_set_button (tile_row, _ ("Renew…"), "certifications.renew", account);
      break;
    case SHOWS_NOTHING:
      signet_tile_row_follow (tile_row, self->width_bin);
      signet_tile_row_set_icon (tile_row, "list-add-symbolic", SIGNET_MEANING_NEUTRAL);
      signet_tile_row_set_subtitle (tile_row, _ ("Not certified with this account"));
      break;
    }

  return tile_row;
}

/* The row at @position, which is made if there is none of its kind yet. Rows that stay keep their place among
 * each other, so what stands before it has gone. */
static SignetTileRow *
take_row (SignetCertificationsGroup *self, guint position, Shows shows, const char *account)
{
  g_autofree char *key = g_strdup_printf ("%c%s", (char) shows, account);
  GtkListBoxRow *row;
  SignetTileRow *tile_row;

  for (guint i = position; (row = gtk_list_box_get_row_at_index (self->list, (int) i)) != NULL; i++)
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "signet-key"), key) == 0)
      {
        while (i-- > position)
          gtk_list_box_remove (self->list,
                               GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) position)));
        return SIGNET_TILE_ROW (row);
      }
  tile_row = create_row (self, shows, account);
  g_object_set_data_full (G_OBJECT (tile_row), "signet-key", g_steal_pointer (&key), g_free);
  gtk_list_box_insert (self->list, GTK_WIDGET (tile_row), (int) position);

  return tile_row;
}

/* Where the focus is in the list, -1 if it is elsewhere. */
static int
find_focus (SignetCertificationsGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, SIGNET_TYPE_TILE_ROW) : NULL;

  if (row == NULL || gtk_widget_get_parent (row) != GTK_WIDGET (self->list))
    return -1;

  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

/* The row that had the focus is gone: who uses the keyboard goes on beside it. */
static void
restore_focus (SignetCertificationsGroup *self, int before)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, before);

  if (row == NULL && before > 0)
    row = gtk_list_box_get_row_at_index (self->list, before - 1);
  if (row != NULL)
    gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

static void
changed_cb (SignetCertificationsGroup *self)
{
  SignetAccount *account = signet_desk_get_account (self->desk);
  GtkListBoxRow *row;
  gboolean missing = account != NULL;
  int focus = find_focus (self);
  guint n_rows = 0;

  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (SignetCertificationRow) item = g_list_model_get_item (self->rows, i);
      const char *id = signet_certification_row_get_account_id (item);

      update_certification (take_row (self, n_rows++, SHOWS_CERTIFICATION, id), item);
      if (signet_certification_row_get_may_renew (item))
        take_row (self, n_rows++, SHOWS_RENEWAL, id);
      if (account != NULL && g_str_equal (id, signet_account_get_id (account)))
        missing = FALSE;
    }
  if (missing)
    update_missing (take_row (self, n_rows++, SHOWS_NOTHING, signet_account_get_id (account)), account);
  while ((row = gtk_list_box_get_row_at_index (self->list, (int) n_rows)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (focus >= 0 && find_focus (self) < 0)
    restore_focus (self, focus);
}

static void
revise (SignetCertificationsGroup *self, const char *account, const char *purpose)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "draft.revise", "(ssss)", account, self->kind, self->subject,
                              purpose);
}

static void
certify_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  revise (SIGNET_CERTIFICATIONS_GROUP (widget), g_variant_get_string (parameter, NULL), "certify");
}

static void
renew_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  revise (SIGNET_CERTIFICATIONS_GROUP (widget), g_variant_get_string (parameter, NULL), "renew");
}

static void
edit_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  revise (SIGNET_CERTIFICATIONS_GROUP (widget), "", "edit");
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetCertificationsGroup *self = SIGNET_CERTIFICATIONS_GROUP (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  GListModel *accounts = signet_desk_get_accounts (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (SignetAccount) account = g_list_model_get_item (accounts, i);

      if (g_str_equal (signet_account_get_id (account), id))
        signet_certification_window_present (self->desk, account, self->kind, self->subject, widget);
    }
}

static void
signet_certifications_group_dispose (GObject *object)
{
  SignetCertificationsGroup *self = SIGNET_CERTIFICATIONS_GROUP (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->desk);
  g_clear_weak_pointer (&self->width_bin);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_CERTIFICATIONS_GROUP);

  G_OBJECT_CLASS (signet_certifications_group_parent_class)->dispose (object);
}

static void
signet_certifications_group_finalize (GObject *object)
{
  SignetCertificationsGroup *self = SIGNET_CERTIFICATIONS_GROUP (object);

  g_free (self->kind);
  g_free (self->subject);

  G_OBJECT_CLASS (signet_certifications_group_parent_class)->finalize (object);
}

static void
signet_certifications_group_class_init (SignetCertificationsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_certifications_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_certifications_group_finalize;

  gtk_widget_class_install_action (widget_class, "certifications.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "certifications.certify", "s", certify_cb);
  gtk_widget_class_install_action (widget_class, "certifications.renew", "s", renew_cb);
  gtk_widget_class_install_action (widget_class, "certifications.edit", NULL, edit_cb);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/signet-certifications-group.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetCertificationsGroup, box);
  gtk_widget_class_bind_template_child (widget_class, SignetCertificationsGroup, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_certifications_group_init (SignetCertificationsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_certifications_group_show:
 * @self: a group, once
 * @desk: the desk
 * @kind: %SIGNET_KIND_PARTY, %SIGNET_KIND_RIGHT or %SIGNET_KIND_AUTHORISATION
 * @subject: local id of one
 * @width_bin: (type SignetWidthBin): whose width its rows follow
 *
 * Shows where it is certified, now and whenever that changes.
 */
void
signet_certifications_group_show (SignetCertificationsGroup *self,
                                  SignetDesk *desk,
                                  const char *kind,
                                  const char *subject,
                                  GObject *width_bin)
{
  g_return_if_fail (SIGNET_IS_CERTIFICATIONS_GROUP (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  self->kind = g_strdup (kind);
  self->subject = g_strdup (subject);
  g_set_weak_pointer (&self->width_bin, width_bin);
  self->rows = signet_desk_open_certifications (desk, subject);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::account", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
