/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-account-page.h"

#include <glib/gi18n.h>

#include "app/signet-practice-phone.h"
#include "app/signet-sign-in-ways.h"
#include "app/signet-tile-row.h"
#include "app/signet-width-bin.h"

/*
 * A page of the account wizard: one heading, one field, the other ways of signing in, and, on a practice
 * platform, the phone at the side on which the codes arrive. Derive from it and put the field in as a plain
 * `<child>`. Choosing another way loses nothing: what was typed is in the draft.
 *
 * Property: narrow (read-only): everything stands in one column.
 */

typedef struct
{
  SignetWidthBin *width_bin;
  GtkBox *outer_box;
  GtkBox *form_box;
  GtkLabel *heading;
  GtkLabel *text;
  AdwBin *content_bin;
  GtkListBox *ways_list;
  SignetPracticePhone *phone;
} SignetAccountPagePrivate;

static void signet_account_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SignetAccountPage,
                                  signet_account_page,
                                  SIGNET_TYPE_FORM_PAGE,
                                  G_ADD_PRIVATE (SignetAccountPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                             signet_account_page_buildable_init))

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkBuildableIface *parent_buildable;

static void
use_code_cb (SignetAccountPage *self, const char *code)
{
  if (SIGNET_ACCOUNT_PAGE_GET_CLASS (self)->use_code != NULL)
    SIGNET_ACCOUNT_PAGE_GET_CLASS (self)->use_code (self, code);
}

static void
show_ways (SignetAccountPage *self)
{
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (self);
  const char *own = SIGNET_ACCOUNT_PAGE_GET_CLASS (self)->way;
  g_autoptr (GPtrArray) offered = signet_sign_in_ways_list (signet_account_page_get_account (self));
  gboolean any = FALSE;

  for (guint i = 0; own != NULL && i < offered->len; i++)
    {
      const SignetSignInWay *way = g_ptr_array_index (offered, i);
      GtkWidget *row;

      if (g_str_equal (way->way, own))
        continue;
      row = signet_tile_row_new ();
      signet_tile_row_set_icon (SIGNET_TILE_ROW (row), way->icon_name, SIGNET_MEANING_NEUTRAL);
      signet_tile_row_set_title (SIGNET_TILE_ROW (row), _ (way->title));
      signet_tile_row_set_action (SIGNET_TILE_ROW (row), "account.use-way", way->way);
      gtk_list_box_append (priv->ways_list, row);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (priv->ways_list), any);
}

/* The way's name is that of its step. */
static void
use_way_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetWizardPage *page = SIGNET_WIZARD_PAGE (widget);
  const char *way = g_variant_get_string (parameter, NULL);

  signet_registration_set_way (signet_draft_get_registration (signet_wizard_page_get_draft (page)), way);
  signet_wizard_page_go (page, way, NULL);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autofree char *account = signet_draft_submit_finish (SIGNET_DRAFT (source), result, &error);

  if (account != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* In one column the other ways come last, under the phone. */
static void
place_ways (SignetAccountPage *self, gboolean narrow)
{
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (self);
  GtkWidget *list = GTK_WIDGET (priv->ways_list);
  gboolean below = narrow && gtk_widget_get_visible (GTK_WIDGET (priv->phone));
  GtkBox *box = below ? priv->outer_box : priv->form_box;

  if (gtk_widget_get_parent (list) == GTK_WIDGET (box))
    return;

  g_object_ref (list);
  gtk_box_remove (GTK_BOX (gtk_widget_get_parent (list)), list);
  gtk_box_append (box, list);
  g_object_unref (list);
  if (below)
    gtk_widget_add_css_class (list, "below");
  else
    gtk_widget_remove_css_class (list, "below");
}

static void
orientation_changed_cb (SignetAccountPage *self)
{
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (self);
  gboolean narrow = signet_width_bin_get_narrow (priv->width_bin);

  place_ways (self, narrow);

  gtk_widget_remove_css_class (GTK_WIDGET (priv->phone), narrow ? "beside" : "below");
  gtk_widget_add_css_class (GTK_WIDGET (priv->phone), narrow ? "below" : "beside");
  gtk_widget_set_vexpand (GTK_WIDGET (priv->phone), narrow);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
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
signet_account_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (SIGNET_ACCOUNT_PAGE (object));

  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, signet_width_bin_get_narrow (priv->width_bin));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_account_page_constructed (GObject *object)
{
  SignetAccountPage *self = SIGNET_ACCOUNT_PAGE (object);
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (self);

  G_OBJECT_CLASS (signet_account_page_parent_class)->constructed (object);

  signet_practice_phone_set_account (priv->phone, signet_account_page_get_account (self));
  signet_practice_phone_set_channel (priv->phone, SIGNET_ACCOUNT_PAGE_GET_CLASS (self)->channel);
  show_ways (self);
  orientation_changed_cb (self);
}

static void
signet_account_page_class_init (SignetAccountPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = signet_account_page_get_property;
  object_class->constructed = signet_account_page_constructed;

  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  g_type_ensure (SIGNET_TYPE_PRACTICE_PHONE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-account-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, width_bin);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, outer_box);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, form_box);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, heading);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, text);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, content_bin);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, ways_list);
  gtk_widget_class_bind_template_child_private (widget_class, SignetAccountPage, phone);
  gtk_widget_class_install_action (widget_class, "account.use-way", "s", use_way_cb);
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
 * signet_account_page_get_phone:
 * @self: a page
 *
 * Returns: (transfer none): the practice phone at its side
 */
SignetPracticePhone *
signet_account_page_get_phone (SignetAccountPage *self)
{
  SignetAccountPagePrivate *priv = signet_account_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_ACCOUNT_PAGE (self), NULL);

  return priv->phone;
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

/**
 * signet_account_page_end:
 * @self: a page
 * @task: (transfer full): a task of its apply_async
 *
 * The person is signed in, or the e-mail is bound. Once both are done the draft has served and ends.
 */
void
signet_account_page_end (SignetAccountPage *self, GTask *task)
{
  g_return_if_fail (SIGNET_IS_ACCOUNT_PAGE (self));

  if (signet_account_get_state (signet_account_page_get_account (self)) == SIGNET_ACCOUNT_READY)
    {
      signet_draft_submit_async (signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self)), NULL, ended_cb,
                                 task);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}
