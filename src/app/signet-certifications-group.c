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

static void
add_certification (SignetCertificationsGroup *self, SignetCertificationRow *row)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (signet_tile_row_new ());
  const char *platform = signet_certification_row_get_platform_name (row);
  const char *id = signet_certification_row_get_account_id (row);
  const char *status = signet_certification_row_get_status (row);
  g_autofree char *subtitle = describe (row);
  g_autofree char *trouble = describe_trouble (row);

  /* The chip under the text: beside a certificate there is never room for it. */
  g_object_set (tile_row, "narrow", TRUE, NULL);
  signet_tile_row_set_icon (tile_row, signet_words_status_icon (status), SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row,
                             *platform != '\0' ? platform : signet_certification_row_get_account_name (row));
  signet_tile_row_set_subtitle (tile_row, subtitle);
  signet_tile_row_set_note (tile_row, trouble);
  signet_tile_row_set_status (tile_row, status);
  signet_tile_row_set_action (tile_row, "certifications.open", id);
  gtk_list_box_append (self->list, GTK_WIDGET (tile_row));
}

/* Below what has expired. */
static void
add_renewal (SignetCertificationsGroup *self, SignetCertificationRow *row)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (signet_tile_row_new ());

  signet_tile_row_follow (tile_row, self->width_bin);
  signet_tile_row_set_icon (tile_row, "view-refresh-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row, _ ("It can be renewed there"));
  signet_tile_row_set_button (tile_row, _ ("Renew…"), "certifications.renew",
                              signet_certification_row_get_account_id (row));
  gtk_list_box_append (self->list, GTK_WIDGET (tile_row));
}

/* The account one works with may not have it yet. */
static void
add_missing (SignetCertificationsGroup *self, SignetAccount *account)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (signet_tile_row_new ());
  SignetPlatform *platform = signet_account_get_platform (account);

  signet_tile_row_follow (tile_row, self->width_bin);
  signet_tile_row_set_icon (tile_row, "list-add-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row, platform != NULL
                                           ? signet_words_label (signet_platform_get_name (platform))
                                           : signet_account_get_name (account));
  signet_tile_row_set_subtitle (tile_row, _ ("Not certified with this account"));
  signet_tile_row_set_button (tile_row, _ ("Certify…"), "certifications.certify",
                              signet_account_get_id (account));
  gtk_list_box_append (self->list, GTK_WIDGET (tile_row));
}

static void
changed_cb (SignetCertificationsGroup *self)
{
  SignetAccount *account = signet_desk_get_account (self->desk);
  GtkListBoxRow *row;
  gboolean missing = account != NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (SignetCertificationRow) item = g_list_model_get_item (self->rows, i);

      add_certification (self, item);
      if (signet_certification_row_get_may_renew (item))
        add_renewal (self, item);
      if (account != NULL &&
          g_str_equal (signet_certification_row_get_account_id (item), signet_account_get_id (account)))
        missing = FALSE;
    }
  if (missing)
    add_missing (self, account);
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
