/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-list-stack.h"

#include <adwaita.h>

/*
 * The four states of every list: loading, empty (with the one next step), error (with a retry), rows. It
 * follows the "state" property that the desk's lists have.
 *
 * In a template: `<child type="rows">` and `<child type="empty">`. Signal "retry": the person asks to read
 * the list again, call signet_desk_reload().
 */

/* A wait shorter than this shows nothing at all. */
#define SPINNER_SECONDS 3

struct _SignetListStack
{
  GtkWidget parent_instance;

  GtkStack *stack;
  GtkSpinner *spinner;
  AdwBin *empty_bin;
  AdwBin *rows_bin;

  GListModel *list;
  guint spinner_timeout;
};

static void signet_list_stack_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SignetListStack,
                               signet_list_stack,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, signet_list_stack_buildable_init))

static GtkBuildableIface *parent_buildable;

enum
{
  PROP_0,
  PROP_LIST,
  N_PROPS
};

enum
{
  RETRY,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
show_spinner_cb (gpointer user_data)
{
  SignetListStack *self = user_data;

  self->spinner_timeout = 0;
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

static void
show_state (SignetListStack *self, const char *state)
{
  gboolean loading = g_str_equal (state, "loading");
  GtkWidget *shown;

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
  if (loading)
    self->spinner_timeout = g_timeout_add_seconds (SPINNER_SECONDS, show_spinner_cb, self);

  shown = gtk_stack_get_child_by_name (self->stack, state);
  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->stack, shown);
  /* GTK 4.8 shows assistive technology the pages behind as well, unless they are hidden. */
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_widget_set_visible (page, page == shown);
}

static void
state_changed_cb (SignetListStack *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  GEnumValue *state;

  if (self->list == NULL)
    {
      show_state (self, "loading");
      return;
    }

  g_object_get_property (G_OBJECT (self->list), "state", &value);
  state = g_enum_get_value (g_type_class_peek (G_VALUE_TYPE (&value)), g_value_get_enum (&value));
  g_return_if_fail (state != NULL);
  show_state (self, state->value_nick);
}

static void
retry_clicked_cb (SignetListStack *self)
{
  g_signal_emit (self, signals[RETRY], 0);
}

static void
signet_list_stack_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  SignetListStack *self = SIGNET_LIST_STACK (buildable);

  if (g_strcmp0 (type, "rows") == 0)
    adw_bin_set_child (self->rows_bin, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "empty") == 0)
    adw_bin_set_child (self->empty_bin, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
signet_list_stack_dispose (GObject *object)
{
  SignetListStack *self = SIGNET_LIST_STACK (object);

  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  signet_list_stack_set_list (self, NULL);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_LIST_STACK);

  G_OBJECT_CLASS (signet_list_stack_parent_class)->dispose (object);
}

static void
signet_list_stack_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_object (value, SIGNET_LIST_STACK (object)->list);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_list_stack_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      signet_list_stack_set_list (SIGNET_LIST_STACK (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_list_stack_class_init (SignetListStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_list_stack_dispose;
  object_class->get_property = signet_list_stack_get_property;
  object_class->set_property = signet_list_stack_set_property;

  properties[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, G_TYPE_LIST_MODEL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                   G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[RETRY] = g_signal_new ("retry", SIGNET_TYPE_LIST_STACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-list-stack.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetListStack, stack);
  gtk_widget_class_bind_template_child (widget_class, SignetListStack, spinner);
  gtk_widget_class_bind_template_child (widget_class, SignetListStack, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, SignetListStack, rows_bin);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_list_stack_init (SignetListStack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_state (self, "loading");
}

static void
signet_list_stack_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = signet_list_stack_add_child;
}

/**
 * signet_list_stack_new:
 *
 * Returns: (transfer floating): a stack that shows a list still loading
 */
GtkWidget *
signet_list_stack_new (void)
{
  return g_object_new (SIGNET_TYPE_LIST_STACK, NULL);
}

/**
 * signet_list_stack_set_list:
 * @self: a list stack
 * @list: (nullable): one of the desk's lists, with its "state" property
 *
 * Follows the state of @list from now on.
 */
void
signet_list_stack_set_list (SignetListStack *self, GListModel *list)
{
  g_return_if_fail (SIGNET_IS_LIST_STACK (self));

  if (self->list == list)
    return;

  if (self->list != NULL)
    g_signal_handlers_disconnect_by_func (self->list, state_changed_cb, self);
  g_set_object (&self->list, list);
  if (list != NULL)
    g_signal_connect_swapped (list, "notify::state", G_CALLBACK (state_changed_cb), self);

  state_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST]);
}
