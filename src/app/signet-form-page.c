/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-form-page.h"

#include "app/signet-choice-row.h"
#include "app/signet-finding-row.h"
#include "app/signet-paper-row.h"
#include "app/signet-secret-row.h"
#include "app/signet-finding-text.h"

/*
 * A wizard's page with fields of the draft. What the validators find under its pointers is its own: it is
 * complete while there is no error among that and, where it has a condition of its own,
 * signet_form_page_set_satisfied().
 *
 * Finding rows in its template bind to SignetFormPage:findings and SignetFormPage:revealed: whether Next was
 * refused, from when on empty fields are reproached, too. What a platform's reviewer found stands there as
 * well, but keeps nobody from going on: nothing that is typed can make it go away before the next review, and
 * what was changed only says so.
 *
 * In a correction, a field is open if the platform lets its finding row's pointer be changed, else it is only
 * shown.
 */

typedef struct
{
  gboolean satisfied;
  gboolean revealed;
  GListModel *findings; /* the desk's and the reviewer's */
} SignetFormPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetFormPage, signet_form_page, SIGNET_TYPE_WIZARD_PAGE)

enum
{
  PROP_0,
  PROP_REVEALED,
  PROP_FINDINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GListModel *
get_findings (SignetFormPage *self)
{
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));

  return draft != NULL ? signet_draft_get_findings (draft) : NULL;
}

/* The reviewer's stand first: they are what the person came for. */
static GListModel *
join_findings (SignetDraft *draft)
{
  GListModel *asked = signet_draft_get_asked (draft);
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  if (asked != NULL)
    g_list_store_append (lists, asked);
  g_list_store_append (lists, signet_draft_get_findings (draft));

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
}

static gboolean
is_own (SignetFormPage *self, SignetFinding *finding)
{
  const char *const *pointers = SIGNET_FORM_PAGE_GET_CLASS (self)->pointers;

  for (; pointers != NULL && *pointers != NULL; pointers++)
    {
      if (signet_finding_text_is_under (finding, *pointers))
        return TRUE;
    }

  return FALSE;
}

static void
update_complete (SignetFormPage *self)
{
  SignetFormPagePrivate *priv = signet_form_page_get_instance_private (self);
  guint n_errors = signet_form_page_count_findings (self, SIGNET_SEVERITY_ERROR);

  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  /* What is only kept on this computer may be unfinished. */
  gboolean keeps = draft != NULL && signet_draft_get_purpose (draft) == SIGNET_DRAFT_PURPOSE_EDIT;

  signet_wizard_page_set_complete (SIGNET_WIZARD_PAGE (self), priv->satisfied && (keeps || n_errors == 0));
}

static void
findings_changed_cb (SignetFormPage *self)
{
  update_complete (self);
}

typedef gboolean (*RowMatch) (SignetFindingRow *row, const char *pointer);

static gboolean
row_has_error (SignetFindingRow *row, const char *pointer)
{
  return signet_finding_row_has_error (row);
}

static gboolean
row_speaks_about (SignetFindingRow *row, const char *pointer)
{
  g_autofree char *own = NULL;

  g_object_get (row, "pointer", &own, NULL);

  return own != NULL && g_str_has_prefix (pointer, own);
}

/* The field of the first finding row that @match likes, in the order of the screen; %NULL if there is none.
 */
static GtkWidget *
find_field (GtkWidget *widget, RowMatch match, const char *pointer)
{
  if (SIGNET_IS_FINDING_ROW (widget) && match (SIGNET_FINDING_ROW (widget), pointer))
    return signet_finding_row_get_field (SIGNET_FINDING_ROW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *field = find_field (child, match, pointer);

      if (field != NULL)
        return field;
    }

  return NULL;
}

static void
signet_form_page_reveal (SignetWizardPage *page)
{
  SignetFormPagePrivate *priv = signet_form_page_get_instance_private (SIGNET_FORM_PAGE (page));
  GtkWidget *field;

  if (!priv->revealed)
    {
      priv->revealed = TRUE;
      g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_REVEALED]);
    }

  field = find_field (GTK_WIDGET (page), row_has_error, NULL);
  if (field != NULL)
    gtk_widget_grab_focus (field);
}

static void
signet_form_page_point_at (SignetWizardPage *page, const char *pointer)
{
  GtkWidget *field = find_field (GTK_WIDGET (page), row_speaks_about, pointer);

  if (field != NULL && !gtk_widget_grab_focus (field))
    gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
}

/* Of what the person hasn't come to yet one doesn't speak. */
static guint
signet_form_page_count_told (SignetWizardPage *page, SignetSeverity severity)
{
  SignetFormPage *self = SIGNET_FORM_PAGE (page);

  if (severity == SIGNET_SEVERITY_ERROR && !signet_form_page_get_revealed (self))
    return 0;

  return signet_form_page_count_findings (self, severity);
}

static void
open_fields (GtkWidget *widget, SignetDraft *draft)
{
  if (SIGNET_IS_FINDING_ROW (widget))
    {
      g_autofree char *pointer = NULL;
      g_autofree char *slot = NULL;
      g_autofree char *member = NULL;
      GtkWidget *field = signet_finding_row_get_field (SIGNET_FINDING_ROW (widget));

      g_object_get (widget, "pointer", &pointer, "slot", &slot, NULL);
      if (field == NULL || pointer == NULL || SIGNET_IS_PAPER_ROW (field)) /* which knows by itself */
        return;
      /* Of a choice the finding row knows the first row only. */
      if (SIGNET_IS_CHOICE_ROW (field))
        field = gtk_widget_get_ancestor (field, ADW_TYPE_PREFERENCES_GROUP);
      member = slot != NULL ? g_strconcat (pointer, "/", slot, NULL) : g_strdup (pointer);
      if (SIGNET_IS_SECRET_ROW (field)) /* it can still be looked at */
        gtk_editable_set_editable (GTK_EDITABLE (field), signet_draft_is_open (draft, member));
      else
        gtk_widget_set_sensitive (field, signet_draft_is_open (draft, member));
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    open_fields (child, draft);
}

static void
signet_form_page_shown (SignetWizardPage *page)
{
  SignetDraft *draft = signet_wizard_page_get_draft (page);

  if (signet_draft_get_purpose (draft) == SIGNET_DRAFT_PURPOSE_CORRECT)
    open_fields (GTK_WIDGET (page), draft);
}

static void
signet_form_page_constructed (GObject *object)
{
  SignetFormPage *self = SIGNET_FORM_PAGE (object);
  SignetFormPagePrivate *priv = signet_form_page_get_instance_private (self);
  SignetDraft *draft = signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
  GListModel *findings;

  G_OBJECT_CLASS (signet_form_page_parent_class)->constructed (object);

  findings = get_findings (self);
  if (findings != NULL)
    g_signal_connect_object (findings, "items-changed", G_CALLBACK (findings_changed_cb), self,
                             G_CONNECT_SWAPPED);
  update_complete (self);
  if (draft == NULL)
    return;
  /* what is open may be other members then */
  g_signal_connect_object (draft, "notify::certification", G_CALLBACK (signet_form_page_shown), self,
                           G_CONNECT_SWAPPED);
  signet_form_page_shown (SIGNET_WIZARD_PAGE (self));
  /* templates were bound to it before there was a draft */
  priv->findings = join_findings (draft);
  g_object_notify_by_pspec (object, properties[PROP_FINDINGS]);
}

static void
signet_form_page_dispose (GObject *object)
{
  SignetFormPagePrivate *priv = signet_form_page_get_instance_private (SIGNET_FORM_PAGE (object));

  g_clear_object (&priv->findings);

  G_OBJECT_CLASS (signet_form_page_parent_class)->dispose (object);
}

static void
signet_form_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetFormPage *self = SIGNET_FORM_PAGE (object);
  SignetFormPagePrivate *priv = signet_form_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_REVEALED:
      g_value_set_boolean (value, signet_form_page_get_revealed (self));
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, priv->findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_form_page_class_init (SignetFormPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  SignetWizardPageClass *page_class = SIGNET_WIZARD_PAGE_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->constructed = signet_form_page_constructed;
  object_class->dispose = signet_form_page_dispose;
  object_class->get_property = signet_form_page_get_property;
  page_class->shown = signet_form_page_shown;
  page_class->reveal = signet_form_page_reveal;
  page_class->point_at = signet_form_page_point_at;
  page_class->count_findings = signet_form_page_count_told;

  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, readable);
  properties[PROP_FINDINGS] = g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_FINDING_ROW); /* templates of pages name it */
}

static void
signet_form_page_init (SignetFormPage *self)
{
  SignetFormPagePrivate *priv = signet_form_page_get_instance_private (self);

  priv->satisfied = TRUE;
}

/**
 * signet_form_page_set_satisfied:
 * @self: a page
 * @satisfied: whether the page's own condition holds, besides the validators' findings
 */
void
signet_form_page_set_satisfied (SignetFormPage *self, gboolean satisfied)
{
  SignetFormPagePrivate *priv = signet_form_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_FORM_PAGE (self));

  if (priv->satisfied == satisfied)
    return;
  priv->satisfied = satisfied;
  update_complete (self);
}

/**
 * signet_form_page_get_revealed:
 * @self: a page
 *
 * Returns: whether Next was refused on it
 */
gboolean
signet_form_page_get_revealed (SignetFormPage *self)
{
  SignetFormPagePrivate *priv = signet_form_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_FORM_PAGE (self), FALSE);

  return priv->revealed;
}

/**
 * signet_form_page_count_findings:
 * @self: a page
 * @severity: which ones
 *
 * Returns: how many findings of this severity there are for the page's fields, told or not
 */
guint
signet_form_page_count_findings (SignetFormPage *self, SignetSeverity severity)
{
  GListModel *findings;
  guint count = 0;

  g_return_val_if_fail (SIGNET_IS_FORM_PAGE (self), 0);

  findings = get_findings (self);
  for (guint i = 0; findings != NULL && i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);

      if (signet_finding_get_severity (finding) == severity && is_own (self, finding))
        count++;
    }

  return count;
}

/**
 * signet_form_page_add_finding:
 * @self: a page
 * @group: where @field is
 * @field: (nullable): the field, or the first row of a choice
 * @pointer: JSON pointer of what it edits
 *
 * Adds the row that says what was found there, as a template would have it.
 *
 * Returns: (transfer none): the row
 */
GtkWidget *
signet_form_page_add_finding (SignetFormPage *self,
                              AdwPreferencesGroup *group,
                              GtkWidget *field,
                              const char *pointer)
{
  GtkWidget *finding;

  g_return_val_if_fail (SIGNET_IS_FORM_PAGE (self), NULL);

  finding = signet_finding_row_new ();
  g_object_set (finding, "field", field, "pointer", pointer, NULL);
  g_object_bind_property (self, "findings", finding, "findings", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "revealed", finding, "revealed", G_BINDING_SYNC_CREATE);
  adw_preferences_group_add (group, finding);

  return finding;
}

/**
 * signet_form_page_type_is_open:
 * @page_type: type of a #SignetWizardPage
 * @draft: what it would edit
 *
 * Returns: whether a page of this type would have a field that may be changed
 */
gboolean
signet_form_page_type_is_open (GType page_type, SignetDraft *draft)
{
  g_autoptr (GTypeClass) klass = NULL;
  const char *const *pointers;

  g_return_val_if_fail (SIGNET_IS_DRAFT (draft), FALSE);

  if (!g_type_is_a (page_type, SIGNET_TYPE_FORM_PAGE))
    return FALSE;

  klass = g_type_class_ref (page_type);
  pointers = SIGNET_FORM_PAGE_CLASS (klass)->pointers;
  while (pointers != NULL && *pointers != NULL && !signet_draft_is_open (draft, *pointers))
    pointers++;

  return pointers != NULL && *pointers != NULL;
}
