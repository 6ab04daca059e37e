/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-first-steps.h"

#include <glib/gi18n.h>

#include "app/signet-step-marker.h"
#include "app/signet-words.h"
#include "model/signet-authorisation-row.h"
#include "model/signet-party-row.h"
#include "model/signet-right-row.h"
#include "model/signet-words.h"

/*
 * The steps to the first complaint, four or, for an agent, six, each with a marker that says whether it is
 * done, and where what was submitted stands. It follows the desk.
 *
 * Property: next (read-only), the first step that isn't done.
 */

#define N_STEPS SIGNET_FIRST_STEP_NONE

struct _SignetFirstSteps
{
  GtkWidget parent_instance;

  GtkListBox *list_box;
  GtkWidget *rows[N_STEPS];
  SignetStepMarker *markers[N_STEPS];
  GtkLabel *results[N_STEPS];

  SignetDesk *desk;
  SignetAccount *account;
  GObject *submitted[N_STEPS]; /* whose status is shown; held, or this one would hear of no change */
  gboolean has_complained;     /* seen a complaint: a filter that finds none doesn't take it back */
  SignetFirstStep next;
};

G_DEFINE_FINAL_TYPE (SignetFirstSteps, signet_first_steps, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_NEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* With a context: elsewhere a principal is a party to an authorisation. */
static const char *const titles[N_STEPS] = {
  NC_ ("step", "Account"),
  NC_ ("step", "Identity"),
  /* Translators: a step to the first complaint of an agent: the owner it acts for */
  NC_ ("step", "Principal"),
  NC_ ("step", "Authorisation"),
  NC_ ("step", "Right"),
  NC_ ("step", "First complaint"),
};

static void
add_row (SignetFirstSteps *self, guint step)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (g_dpgettext2 (GETTEXT_PACKAGE, "step", titles[step]));

  self->markers[step] = SIGNET_STEP_MARKER (signet_step_marker_new ());
  self->results[step] = GTK_LABEL (gtk_label_new (NULL));
  self->rows[step] = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "focusable", FALSE, "child",
                                   box, NULL);
  /* GTK 4.8 counts baselines only once the labels have a width, and comes out higher. */
  gtk_widget_set_size_request (box, -1, 28);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap (self->results[step], TRUE);
  gtk_label_set_natural_wrap_mode (self->results[step], GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (self->results[step], 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->results[step]), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->markers[step]));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->results[step]));
  gtk_list_box_append (self->list_box, self->rows[step]);
}

/* The first party that is or isn't the account's own and has the role, if one is asked for. */
static SignetPartyRow *
find_party (SignetFirstSteps *self, gboolean own, const char *role)
{
  GListModel *parties = signet_desk_get_parties (self->desk);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (SignetPartyRow) row = g_list_model_get_item (parties, i);

      if (signet_party_row_get_own (row) == own &&
          (role == NULL || g_str_equal (signet_party_row_get_role (row), role)))
        return g_steal_pointer (&row);
    }

  return NULL;
}

static gboolean
applies (SignetFirstSteps *self, guint step)
{
  g_autoptr (SignetPartyRow) agent = NULL;

  if (step != SIGNET_FIRST_STEP_PRINCIPAL && step != SIGNET_FIRST_STEP_AUTHORISATION)
    return TRUE;
  agent = find_party (self, TRUE, SIGNET_ROLE_AGENT);

  return agent != NULL;
}

/* What was submitted in a step: the first of its list. */
static GObject *
find_submitted (SignetFirstSteps *self, guint step)
{
  switch (step)
    {
    case SIGNET_FIRST_STEP_IDENTITY:
      return G_OBJECT (find_party (self, TRUE, NULL));
    case SIGNET_FIRST_STEP_PRINCIPAL:
      return G_OBJECT (find_party (self, FALSE, SIGNET_ROLE_PRINCIPAL));
    case SIGNET_FIRST_STEP_AUTHORISATION:
      return g_list_model_get_item (signet_desk_get_authorisations (self->desk), 0);
    case SIGNET_FIRST_STEP_RIGHT:
      return g_list_model_get_item (signet_desk_get_rights (self->desk), 0);
    case SIGNET_FIRST_STEP_ACCOUNT:
    case SIGNET_FIRST_STEP_COMPLAINT:
    default:
      return NULL;
    }
}

static gboolean
is_done (SignetFirstSteps *self, guint step)
{
  const char *email;

  switch (step)
    {
    case SIGNET_FIRST_STEP_ACCOUNT:
      email = self->account != NULL ? signet_account_get_email (self->account) : NULL;
      return email != NULL && *email != '\0';
    case SIGNET_FIRST_STEP_COMPLAINT:
      return self->has_complained;
    default:
      return self->submitted[step] != NULL;
    }
}

static char *
describe_result (SignetFirstSteps *self, guint step)
{
  g_autofree char *status = NULL;

  if (step == SIGNET_FIRST_STEP_ACCOUNT)
    return g_strdup (_ ("E-mail bound"));
  if (step == SIGNET_FIRST_STEP_COMPLAINT)
    return g_strdup (C_ ("step", "Done"));
  g_object_get (self->submitted[step], "status", &status, NULL);

  return g_strdup (signet_words_status (status));
}

static void changed_cb (SignetFirstSteps *self);

static void
follow (SignetFirstSteps *self, guint step)
{
  g_autoptr (GObject) row = find_submitted (self, step);

  if (self->submitted[step] == row)
    return;
  if (self->submitted[step] != NULL)
    g_signal_handlers_disconnect_by_func (self->submitted[step], changed_cb, self);
  g_set_object (&self->submitted[step], row);
  if (row != NULL)
    g_signal_connect_object (row, "notify::status", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
update (SignetFirstSteps *self)
{
  SignetFirstStep next = SIGNET_FIRST_STEP_NONE;
  guint place = 0;

  if (g_list_model_get_n_items (signet_desk_get_complaints (self->desk)) > 0)
    self->has_complained = TRUE;

  for (guint step = 0; step < N_STEPS; step++)
    {
      gboolean shown = applies (self, step);
      SignetStepState state = SIGNET_STEP_LATER;
      g_autofree char *result = NULL;

      gtk_widget_set_visible (self->rows[step], shown);
      if (!shown)
        continue;
      place++;
      follow (self, step);
      if (is_done (self, step))
        {
          state = SIGNET_STEP_DONE;
          result = describe_result (self, step);
        }
      else if (next == SIGNET_FIRST_STEP_NONE)
        {
          next = step;
          state = SIGNET_STEP_CURRENT;
          /* Translators: the step to take now */
          result = g_strdup (C_ ("step", "Next"));
        }
      signet_step_marker_set (self->markers[step], place, state);
      gtk_label_set_label (self->results[step], result != NULL ? result : _ ("After that"));
    }

  if (self->next == next)
    return;
  self->next = next;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEXT]);
}

static void
changed_cb (SignetFirstSteps *self)
{
  update (self);
}

static void
account_changed_cb (SignetFirstSteps *self)
{
  SignetAccount *account = signet_desk_get_account (self->desk);

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, changed_cb, self);
  if (g_set_object (&self->account, account))
    self->has_complained = FALSE;
  if (account != NULL)
    g_signal_connect_object (account, "notify::email", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
signet_first_steps_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_NEXT:
      g_value_set_uint (value, SIGNET_FIRST_STEPS (object)->next);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_first_steps_dispose (GObject *object)
{
  SignetFirstSteps *self = SIGNET_FIRST_STEPS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SIGNET_TYPE_FIRST_STEPS);
  if (self->account != NULL)
    g_signal_handlers_disconnect_by_func (self->account, changed_cb, self);
  g_clear_object (&self->account);
  for (guint step = 0; step < N_STEPS; step++)
    g_clear_object (&self->submitted[step]);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (signet_first_steps_parent_class)->dispose (object);
}

static void
signet_first_steps_class_init (SignetFirstStepsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_first_steps_dispose;
  object_class->get_property = signet_first_steps_get_property;

  properties[PROP_NEXT] = g_param_spec_uint ("next", NULL, NULL, 0, SIGNET_FIRST_STEP_NONE, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-first-steps.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetFirstSteps, list_box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_first_steps_init (SignetFirstSteps *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint step = 0; step < N_STEPS; step++)
    add_row (self, step);
}

/**
 * signet_first_steps_set_desk:
 * @self: the steps
 * @desk: an open desk; set once
 */
void
signet_first_steps_set_desk (SignetFirstSteps *self, SignetDesk *desk)
{
  GListModel *const lists[] = { signet_desk_get_parties (desk), signet_desk_get_rights (desk),
                                signet_desk_get_authorisations (desk), signet_desk_get_complaints (desk) };

  g_return_if_fail (SIGNET_IS_FIRST_STEPS (self));
  g_return_if_fail (self->desk == NULL);

  self->desk = g_object_ref (desk);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_signal_connect_object (lists[i], "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::account", G_CALLBACK (account_changed_cb), self, G_CONNECT_SWAPPED);
  account_changed_cb (self);
}

/**
 * signet_first_steps_get_next:
 * @self: the steps
 *
 * Returns: the first step that isn't done
 */
SignetFirstStep
signet_first_steps_get_next (SignetFirstSteps *self)
{
  g_return_val_if_fail (SIGNET_IS_FIRST_STEPS (self), SIGNET_FIRST_STEP_NONE);

  return self->next;
}
