/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-account-page.h"

#include "app/signet-practice-phone.h"
#include "app/signet-width-bin.h"

/*
 * A page of the account wizard: one heading, one field, and, on a practice platform, the phone at the side on
 * which the codes arrive. Derive from it and put the field in as a plain `<child>`.
 */

typedef struct
{
  SignetWidthBin *width_bin;
  GtkLabel *heading;
  GtkLabel *text;
  AdwBin *content_bin;
  SignetPracticePhone *phone;
} SignetAccountPagePrivate;

static void signet_account_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SignetAccountPage,
                                  signet_account_page,
                                  SIGNET_TYPE_FORM_PAGE,
                                  G_ADD_PRIVATE (SignetAccountPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                             signet_account_page_buildable_init))

static GtkBuildableIface *parent_buildable;

static void
use_code_cb (SignetAccountPage *self, const char *code)
{
  if (SIGNET_ACCOUNT_PAGE_GET_CLASS (self)->use_code != NULL)
    SIGNET_ACCOUNT_PAGE_GET_CLASS (self)->use_code (self, code);
}

static void
orientation_changed_cb (SignetAccountPage *self)
{
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (self);
  gboolean narrow = signet_width_bin_get_narrow (priv->width_bin);

  gtk_widget_remove_css_class (GTK_WIDGET (priv->phone), narrow ? "beside" : "below");
  gtk_widget_add_css_class (GTK_WIDGET (priv->phone), narrow ? "below" : "beside");
  gtk_widget_set_vexpand (GTK_WIDGET (priv->phone), narrow);
}

static void
signet_account_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (SIGNET_ACCOUNT_PAGE (buildable));

  if (priv->content_bin != NULL && GTK_IS_WIDGET (child))
    adw_bin_set_child (priv->content_bin, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
signet_account_page_constructed (GObject *object)
{
  SignetAccountPage *self = SIGNET_ACCOUNT_PAGE (object);
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (self);

  G_OBJECT_CLASS (signet_account_page_parent_class)->constructed (object);

  signet_practice_phone_set_account (priv->phone, signet_account_page_get_account (self));
  signet_practice_phone_set_channel (priv->phone, SIGNET_ACCOUNT_PAGE_GET_CLASS (self)->channel);
}

static void
signet_account_page_class_init (SignetAccountPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_account_page_constructed;

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  g_type_ensure (SIGNET_TYPE_PRACTICE_PHONE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-account-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, width_bin);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, text);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, content_bin);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, phone);
}

static void
signet_account_page_init (SignetAccountPage *self)
{
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (self);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (priv->phone, "use-code", G_CALLBACK (use_code_cb), self);
  g_signal_connect_swapped (priv->width_bin, "notify::narrow", G_CALLBACK (orientation_changed_cb), self);
  orientation_changed_cb (self);
}

static void
signet_account_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = signet_account_page_add_child;
}

/**
 * signet_account_page_get_account:
 * @self: a page
 *
 * Returns: (transfer none): the account to come into
 */
SignetAccount *
signet_account_page_get_account (SignetAccountPage *self)
{
  g_return_val_if_fail (SIGNET_IS_ACCOUNT_PAGE (self), NULL);

  return signet_draft_get_account (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)));
}

/**
 * signet_account_page_set_words:
 * @self: a page
 * @heading: the one thing this page says
 * @text: what happens next
 */
void
signet_account_page_set_words (SignetAccountPage *self, const char *heading, const char *text)
{
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_ACCOUNT_PAGE (self));

  gtk_label_set_label (priv->heading, heading);
  gtk_label_set_label (priv->text, text);
}
