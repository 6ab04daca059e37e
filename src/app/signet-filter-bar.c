/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-filter-bar.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"

/*
 * What stands above a long list: the search and, as pills, what one may choose: filters, whose value is none
 * at first and marked when there is one, and other choices, such as the order. A pill shows its value.
 *
 * Each choice is an action "list.NAME" whose state is its value, "" for none.
 *
 * Owned by its page, which gives the options their words and asks the desk; the list is its next sibling.
 * Signal "changed": another text or value, once even when all are cleared.
 */

/* A value in its pill: longer ones are cut. */
#define MAX_VALUE 28

/* Of an option's menu item: what the pill says once it is chosen. */
#define ATTRIBUTE_WORDS "words"

typedef struct
{
  char *title;
  char *value; /* the action's state */
  GtkMenuButton *pill;
  gboolean filters;
} Choice;

struct _SignetFilterBar
{
  GtkBox parent_instance;

  GtkEditable *search_entry;
  GtkBox *pills;

  GSimpleActionGroup *actions;
  GHashTable *choices; /* an action's name → Choice */
  gboolean is_clearing;
};

G_DEFINE_FINAL_TYPE (SignetFilterBar, signet_filter_bar, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
choice_free (Choice *choice)
{
  g_free (choice->title);
  g_free (choice->value);
  g_free (choice);
}

/* %NULL if it is no option, or not any more */
static char *
find_words (GMenuModel *menu, const char *value)
{
  for (int i = 0; menu != NULL && i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *target = NULL;
      char *words = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &target) &&
          g_str_equal (target, value) &&
          g_menu_model_get_item_attribute (menu, i, ATTRIBUTE_WORDS, "s", &words))
        return words;
    }
  return NULL;
}

static char *
describe_value (const char *title, const char *words)
{
  g_autofree char *beginning = NULL;

  if (g_utf8_strlen (words, -1) <= MAX_VALUE)
    /* Translators: a filter and its value: "Status: Upheld". Chinese: %s：%s */
    return g_strdup_printf (_ ("%s: %s"), title, words);

  beginning = g_utf8_substring (words, 0, MAX_VALUE - 1);
  /* Translators: a filter and its value: "Status: Upheld". Chinese: %s：%s */
  return g_strdup_printf (_ ("%s: %s…"), title, beginning);
}

static void
show_choice (Choice *choice)
{
  g_autofree char *words = *choice->value != '\0'
                               ? find_words (gtk_menu_button_get_menu_model (choice->pill), choice->value)
                               : NULL;
  g_autofree char *label = words != NULL ? describe_value (choice->title, words) : NULL;

  gtk_menu_button_set_label (choice->pill, label != NULL ? label : choice->title);
  if (label != NULL && choice->filters)
    gtk_widget_add_css_class (GTK_WIDGET (choice->pill), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (choice->pill), "active");
}

static void
take_value (Choice *choice, GAction *action)
{
  g_autoptr (GVariant) state = g_action_get_state (action);

  g_free (choice->value);
  choice->value = g_variant_dup_string (state, NULL);
  show_choice (choice);
}

static void
changed (SignetFilterBar *self)
{
  if (!self->is_clearing)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
chosen_cb (SignetFilterBar *self, GParamSpec *pspec, GAction *action)
{
  take_value (g_hash_table_lookup (self->choices, g_action_get_name (action)), action);
  changed (self);
}

static void
search_changed_cb (SignetFilterBar *self)
{
  changed (self);
}

static void
search_stopped_cb (SignetFilterBar *self)
{
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_child_focus (gtk_widget_get_next_sibling (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static gboolean
signet_filter_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SIGNET_FILTER_BAR (widget)->search_entry));
}

static void
signet_filter_bar_finalize (GObject *object)
{
  SignetFilterBar *self = SIGNET_FILTER_BAR (object);

  g_clear_object (&self->actions);
  g_clear_pointer (&self->choices, g_hash_table_unref);

  G_OBJECT_CLASS (signet_filter_bar_parent_class)->finalize (object);
}

static void
signet_filter_bar_class_init (SignetFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = signet_filter_bar_finalize;
  widget_class->grab_focus = signet_filter_bar_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", SIGNET_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetFilterBar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SignetFilterBar, pills);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
signet_filter_bar_init (SignetFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->actions = g_simple_action_group_new ();
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) choice_free);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));
}

/**
 * signet_filter_bar_set_placeholder:
 * @self: a bar
 * @text: what one may search for
 */
void
signet_filter_bar_set_placeholder (SignetFilterBar *self, const char *text)
{
  g_return_if_fail (SIGNET_IS_FILTER_BAR (self));

  g_object_set (self->search_entry, "placeholder-text", text, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

/**
 * signet_filter_bar_add:
 * @self: a bar
 * @name: of a choice
 * @title: what its pill says, before the value
 * @settings: (nullable): keeps the choice under @name: it always has a value and leaves nothing out of the
 *   list; %NULL: a filter
 */
void
signet_filter_bar_add (SignetFilterBar *self, const char *name, const char *title, GSettings *settings)
{
  g_autoptr (GAction) action = NULL;
  Choice *choice;

  g_return_if_fail (SIGNET_IS_FILTER_BAR (self));

  choice = g_new0 (Choice, 1);
  choice->title = g_strdup (title);
  choice->pill = GTK_MENU_BUTTON (gtk_menu_button_new ());
  choice->filters = settings == NULL;
  gtk_menu_button_set_always_show_arrow (choice->pill, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (choice->pill), "choice-pill");
  gtk_box_append (self->pills, GTK_WIDGET (choice->pill));
  g_hash_table_insert (self->choices, g_strdup (name), choice);

  if (settings != NULL)
    action = g_settings_create_action (settings, name);
  else
    action = G_ACTION (g_simple_action_new_stateful (name, G_VARIANT_TYPE_STRING, g_variant_new_string ("")));
  g_action_map_add_action (G_ACTION_MAP (self->actions), action);
  g_signal_connect_object (action, "notify::state", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  take_value (choice, action);
}

/**
 * signet_filter_bar_append_option:
 * @menu: what is given to signet_filter_bar_set_options() next
 * @name: of the choice
 * @value: the option, "" for none
 * @label: what the menu calls it
 * @words: (nullable): what the pill calls it; %NULL: the same
 */
void
signet_filter_bar_append_option (GMenu *menu,
                                 const char *name,
                                 const char *value,
                                 const char *label,
                                 const char *words)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  g_autofree char *action = g_strconcat ("list.", name, NULL);

  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_item_set_attribute (item, ATTRIBUTE_WORDS, "s", words != NULL ? words : label);
  g_menu_append_item (menu, item);
}

/**
 * signet_filter_bar_set_options:
 * @self: a bar
 * @name: of a choice
 * @menu: of the options; with no more than none and one there is nothing to choose, and no pill
 */
void
signet_filter_bar_set_options (SignetFilterBar *self, const char *name, GMenu *menu)
{
  Choice *choice;

  g_return_if_fail (SIGNET_IS_FILTER_BAR (self));
  choice = g_hash_table_lookup (self->choices, name);
  g_return_if_fail (choice != NULL);

  gtk_menu_button_set_menu_model (choice->pill, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (choice->pill), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 2);
  show_choice (choice);
}

/** signet_filter_bar_get_text: Returns: (transfer none): what is searched for, "" if nothing */
const char *
signet_filter_bar_get_text (SignetFilterBar *self)
{
  g_return_val_if_fail (SIGNET_IS_FILTER_BAR (self), NULL);

  return gtk_editable_get_text (self->search_entry);
}

/**
 * signet_filter_bar_get_chosen:
 * @self: a bar
 * @name: of a choice
 *
 * Returns: (nullable) (transfer none): its value
 */
const char *
signet_filter_bar_get_chosen (SignetFilterBar *self, const char *name)
{
  Choice *choice;

  g_return_val_if_fail (SIGNET_IS_FILTER_BAR (self), NULL);
  choice = g_hash_table_lookup (self->choices, name);
  g_return_val_if_fail (choice != NULL, NULL);

  return *choice->value != '\0' ? choice->value : NULL;
}

/** signet_filter_bar_is_filtered: Returns: whether the list lacks what isn't looked for */
gboolean
signet_filter_bar_is_filtered (SignetFilterBar *self)
{
  GHashTableIter iter;
  gpointer choice;

  g_return_val_if_fail (SIGNET_IS_FILTER_BAR (self), FALSE);

  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, NULL, &choice))
    if (((Choice *) choice)->filters && *((Choice *) choice)->value != '\0')
      return TRUE;
  return *signet_filter_bar_get_text (self) != '\0';
}

/**
 * signet_filter_bar_describe_count:
 * @self: a bar
 * @n: how much is in the list
 *
 * Returns: (transfer full): for the page's subtitle
 */
char *
signet_filter_bar_describe_count (SignetFilterBar *self, guint n)
{
  g_autofree char *number = signet_format_number (n);

  if (n == 0)
    return g_strdup ("");

  /* Translators: %s is a number of complaints or rights */
  return g_strdup_printf (signet_filter_bar_is_filtered (self) ? _ ("%s found") : _ ("%s in all"), number);
}

/**
 * signet_filter_bar_clear:
 * @self: a bar
 *
 * Nothing is searched for and no filter has a value any more.
 */
void
signet_filter_bar_clear (SignetFilterBar *self)
{
  GHashTableIter iter;
  gpointer name, choice;

  g_return_if_fail (SIGNET_IS_FILTER_BAR (self));

  self->is_clearing = TRUE;
  gtk_editable_set_text (self->search_entry, "");
  g_hash_table_iter_init (&iter, self->choices);
  while (g_hash_table_iter_next (&iter, &name, &choice))
    if (((Choice *) choice)->filters)
      g_action_group_change_action_state (G_ACTION_GROUP (self->actions), name, g_variant_new_string (""));
  self->is_clearing = FALSE;
  changed (self);
}
