/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-identity-sections.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

#include "app/signet-section-line.h"
#include "model/signet-party-row.h"
#include "model/signet-words.h"

/*
 * Everybody the account has to do with, as one list: the own identity, the principals, the agents before the
 * own one, and the authorisations, each section with a heading (#SignetSectionLine) before it and what can be
 * added after it. Who acts for nobody has the first section only. It follows the desk's lists, and so the
 * chosen principal.
 */

enum
{
  OWN,
  PRINCIPALS,
  AUTHORISATIONS,
  AGENTS,
  N_SECTIONS
};

typedef struct
{
  GListStore *heading;
  GListModel *rows;
  GListStore *action;
} Section;

struct _SignetIdentitySections
{
  GObject parent_instance;

  SignetDesk *desk;
  Section sections[N_SECTIONS];
  GListModel *model;
};

G_DEFINE_FINAL_TYPE (SignetIdentitySections, signet_identity_sections, G_TYPE_OBJECT)

static gboolean
is_own (gpointer item, gpointer user_data)
{
  return signet_party_row_get_own (item);
}

static gboolean
is_other_principal (gpointer item, gpointer user_data)
{
  return !signet_party_row_get_own (item) &&
         g_str_equal (signet_party_row_get_role (item), SIGNET_ROLE_PRINCIPAL);
}

static gboolean
is_other_agent (gpointer item, gpointer user_data)
{
  return !signet_party_row_get_own (item) &&
         !g_str_equal (signet_party_row_get_role (item), SIGNET_ROLE_PRINCIPAL);
}

static guint
count (SignetIdentitySections *self, guint section)
{
  return g_list_model_get_n_items (self->sections[section].rows);
}

/* Acts for others, or is about to. */
static gboolean
is_agent (SignetIdentitySections *self)
{
  g_autoptr (SignetPartyRow) own = g_list_model_get_item (self->sections[OWN].rows, 0);

  return count (self, PRINCIPALS) + count (self, AUTHORISATIONS) + count (self, AGENTS) > 0 ||
         (own != NULL && g_str_equal (signet_party_row_get_role (own), SIGNET_ROLE_AGENT));
}

/* Puts @line (transfer full) into @store, alone, or empties it with %NULL. */
static void
set_line (GListStore *store, SignetSectionLine *line)
{
  g_autoptr (SignetSectionLine) owned = line;
  g_autoptr (SignetSectionLine) old = g_list_model_get_item (G_LIST_MODEL (store), 0);

  if (old == NULL && line == NULL)
    return;
  if (old != NULL && line != NULL &&
      g_str_equal (signet_section_line_get_title (old), signet_section_line_get_title (line)) &&
      g_strcmp0 (signet_section_line_get_target (old), signet_section_line_get_target (line)) == 0)
    return;
  g_list_store_splice (store, 0, old != NULL, (gpointer *) &line, line != NULL);
}

static void
update (SignetIdentitySections *self)
{
  const char *principal = signet_desk_get_principal (self->desk);
  gboolean agent = is_agent (self);
  gboolean everybody = principal == NULL;

  set_line (self->sections[OWN].heading,
            count (self, OWN) > 0 || everybody
                ? signet_section_line_new (agent ? _ ("Own Identity") : _ ("Who You Are"), NULL)
                : NULL);
  set_line (self->sections[OWN].action,
            count (self, OWN) == 0 && everybody
                ? signet_section_line_new_action (_ ("Certify Your Identity…"), "win.new-identity", NULL)
                : NULL);
  set_line (self->sections[PRINCIPALS].heading,
            agent ? signet_section_line_new (_ ("Principals"), _ ("The owners you act for.")) : NULL);
  set_line (self->sections[PRINCIPALS].action,
            agent ? signet_section_line_new_action (_ ("Add a Principal…"), "win.new-principal", NULL)
                  : NULL);
  set_line (self->sections[AUTHORISATIONS].heading,
            agent ? signet_section_line_new (
                        _ ("Authorisations"),
                        _ ("What you may do for whom, and until when. Without one nothing can be filed."))
                  : NULL);
  set_line (self->sections[AUTHORISATIONS].action,
            agent ? signet_section_line_new_action (_ ("Add an Authorisation…"), "win.new-authorisation",
                                                    principal != NULL ? principal : "")
                  : NULL);
  set_line (
      self->sections[AGENTS].heading,
      agent ? signet_section_line_new (_ ("Agents Before You"),
                                       _ ("Who was authorised by the owner and passed the task on to you."))
            : NULL);
  set_line (self->sections[AGENTS].action,
            agent
                ? signet_section_line_new_action (_ ("Add an Agent Before You…"), "win.new-first-agent", NULL)
                : NULL);
}

static GListModel *
filter (GListModel *parties, GtkCustomFilterFunc matches)
{
  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (parties),
                                                  GTK_FILTER (gtk_custom_filter_new (matches, NULL, NULL))));
}

static void
signet_identity_sections_dispose (GObject *object)
{
  SignetIdentitySections *self = SIGNET_IDENTITY_SECTIONS (object);

  g_clear_object (&self->model);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      g_clear_object (&self->sections[i].heading);
      g_clear_object (&self->sections[i].rows);
      g_clear_object (&self->sections[i].action);
    }
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (signet_identity_sections_parent_class)->dispose (object);
}

static void
signet_identity_sections_class_init (SignetIdentitySectionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_identity_sections_dispose;
}

static void
signet_identity_sections_init (SignetIdentitySections *self)
{
}

/**
 * signet_identity_sections_new:
 * @desk: an open desk
 *
 * Returns: (transfer full): its parties and authorisations in sections
 */
SignetIdentitySections *
signet_identity_sections_new (SignetDesk *desk)
{
  SignetIdentitySections *self = g_object_new (SIGNET_TYPE_IDENTITY_SECTIONS, NULL);
  GListModel *parties = signet_desk_get_parties (desk);
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);

  self->desk = g_object_ref (desk);
  self->sections[OWN].rows = filter (parties, is_own);
  self->sections[PRINCIPALS].rows = filter (parties, is_other_principal);
  self->sections[AUTHORISATIONS].rows = g_object_ref (signet_desk_get_authorisations (desk));
  self->sections[AGENTS].rows = filter (parties, is_other_agent);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      Section *section = &self->sections[i];

      section->heading = g_list_store_new (SIGNET_TYPE_SECTION_LINE);
      section->action = g_list_store_new (SIGNET_TYPE_SECTION_LINE);
      g_list_store_append (parts, section->heading);
      g_list_store_append (parts, section->rows);
      g_list_store_append (parts, section->action);
    }
  self->model = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
  for (guint i = 0; i < N_SECTIONS; i++)
    g_signal_connect_object (self->sections[i].rows, "items-changed", G_CALLBACK (update), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::principal", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/** signet_identity_sections_get_model: Returns: (transfer none): #SignetSectionLine, #SignetPartyRow and
 * #SignetAuthorisationRow in the order of the screen */
GListModel *
signet_identity_sections_get_model (SignetIdentitySections *self)
{
  g_return_val_if_fail (SIGNET_IS_IDENTITY_SECTIONS (self), NULL);

  return self->model;
}
