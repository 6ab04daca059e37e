/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-page.h"

#include "app/signet-account-notice.h"

/*
 * A page of the main window: its own flat header with the title, the notice about the account under it, and
 * the content. Derive from it; in the template put `<child type="start">` and `<child type="end">` into the
 * header and one plain `<child>` into the content.
 *
 * Owned by the window, which sets SignetPage:folded and SignetPage:pushed; the back button is shown for
 * either and activates "win.back". Pages reach the rest of the application through the window's actions only.
 */

typedef struct
{
  GtkWidget *box;
  AdwHeaderBar *header;
  GtkWidget *back_button;
  SignetAccountNotice *notice;
  AdwBin *content_bin;

  SignetDesk *desk;
  char *title;
  char *subtitle;
  gboolean folded;
  gboolean pushed;
} SignetPagePrivate;

static void signet_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SignetPage,
                                  signet_page,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (SignetPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, signet_page_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_0,
  PROP_DESK,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_FOLDED,
  PROP_PUSHED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_back_button (SignetPage *self)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (self);

  gtk_widget_set_visible (priv->back_button, priv->folded || priv->pushed);
}

static void
signet_page_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (SIGNET_PAGE (buildable));

  if (priv->content_bin == NULL)
    parent_buildable->add_child (buildable, builder, child, type); /* our own template */
  else if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (priv->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (priv->header, GTK_WIDGET (child));
  else if (GTK_IS_WIDGET (child))
    adw_bin_set_child (priv->content_bin, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
signet_page_constructed (GObject *object)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (SIGNET_PAGE (object));

  G_OBJECT_CLASS (signet_page_parent_class)->constructed (object);

  signet_account_notice_set_desk (priv->notice, priv->desk);
}

static void
signet_page_map (GtkWidget *widget)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (SIGNET_PAGE (widget));

  signet_account_notice_set_active (priv->notice, !SIGNET_PAGE_GET_CLASS (widget)->without_notice);

  GTK_WIDGET_CLASS (signet_page_parent_class)->map (widget);
}

static void
signet_page_unmap (GtkWidget *widget)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (SIGNET_PAGE (widget));

  GTK_WIDGET_CLASS (signet_page_parent_class)->unmap (widget);

  if (priv->notice != NULL)
    signet_account_notice_set_active (priv->notice, FALSE);
}

static void
signet_page_dispose (GObject *object)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (SIGNET_PAGE (object));

  /* Not gtk_widget_dispose_template(): GTK 4.8 ends the program when a derived class has a template, too. */
  g_clear_pointer (&priv->box, gtk_widget_unparent);
  g_clear_object (&priv->desk);

  G_OBJECT_CLASS (signet_page_parent_class)->dispose (object);
}

static void
signet_page_finalize (GObject *object)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (SIGNET_PAGE (object));

  g_free (priv->title);
  g_free (priv->subtitle);

  G_OBJECT_CLASS (signet_page_parent_class)->finalize (object);
}

static void
signet_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (SIGNET_PAGE (object));

  switch (prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, priv->desk);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, priv->folded);
      break;
    case PROP_PUSHED:
      g_value_set_boolean (value, priv->pushed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetPage *self = SIGNET_PAGE (object);
  SignetPagePrivate *priv = signet_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_DESK:
      priv->desk = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      signet_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      signet_page_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_FOLDED:
      priv->folded = g_value_get_boolean (value);
      update_back_button (self);
      break;
    case PROP_PUSHED:
      priv->pushed = g_value_get_boolean (value);
      update_back_button (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_page_class_init (SignetPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = signet_page_constructed;
  object_class->dispose = signet_page_dispose;
  object_class->finalize = signet_page_finalize;
  widget_class->map = signet_page_map;
  widget_class->unmap = signet_page_unmap;
  object_class->get_property = signet_page_get_property;
  object_class->set_property = signet_page_set_property;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, SIGNET_TYPE_DESK,
                                               flags | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "",
                                                   flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  properties[PROP_PUSHED] = g_param_spec_boolean ("pushed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_ACCOUNT_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, SignetPage, box);
  gtk_widget_class_bind_template_child_private (widget_class, SignetPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, SignetPage, back_button);
  gtk_widget_class_bind_template_child_private (widget_class, SignetPage, notice);
  gtk_widget_class_bind_template_child_private (widget_class, SignetPage, content_bin);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_page_init (SignetPage *self)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (self);

  priv->title = g_strdup ("");
  priv->subtitle = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
signet_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = signet_page_add_child;
}

/**
 * signet_page_get_desk:
 * @self: a page
 *
 * Returns: (transfer none): the desk it works at
 */
SignetDesk *
signet_page_get_desk (SignetPage *self)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_PAGE (self), NULL);

  return priv->desk;
}

/**
 * signet_page_set_title:
 * @self: a page
 * @title: what stands in its header
 */
void
signet_page_set_title (SignetPage *self, const char *title)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_PAGE (self));

  if (g_strcmp0 (priv->title, title) == 0)
    return;
  g_free (priv->title);
  priv->title = g_strdup (title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * signet_page_set_subtitle:
 * @self: a page
 * @subtitle: what stands under the title
 */
void
signet_page_set_subtitle (SignetPage *self, const char *subtitle)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_PAGE (self));

  if (g_strcmp0 (priv->subtitle, subtitle) == 0)
    return;
  g_free (priv->subtitle);
  priv->subtitle = g_strdup (subtitle != NULL ? subtitle : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

/**
 * signet_page_get_pushed:
 * @self: a page
 *
 * Returns: whether it was opened from another page, to which Back returns
 */
gboolean
signet_page_get_pushed (SignetPage *self)
{
  SignetPagePrivate *priv = signet_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_PAGE (self), FALSE);

  return priv->pushed;
}

/**
 * signet_page_shown:
 * @self: a page
 *
 * The window has brought the page to the front.
 */
void
signet_page_shown (SignetPage *self)
{
  g_return_if_fail (SIGNET_IS_PAGE (self));

  if (SIGNET_PAGE_GET_CLASS (self)->shown != NULL)
    SIGNET_PAGE_GET_CLASS (self)->shown (self);
}

/**
 * signet_page_search:
 * @self: a page
 *
 * The person wants to search on this page.
 */
void
signet_page_search (SignetPage *self)
{
  g_return_if_fail (SIGNET_IS_PAGE (self));

  if (SIGNET_PAGE_GET_CLASS (self)->search != NULL)
    SIGNET_PAGE_GET_CLASS (self)->search (self);
}
