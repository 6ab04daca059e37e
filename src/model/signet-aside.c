/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-aside.h"

#include "model/signet-authorisation.h"
#include "model/signet-evidence.h"
#include "model/signet-identity.h"
#include "model/signet-words.h"

#include <string.h>

/*
 * What was typed for one kind of party or right and has no place in another, or chosen in an authorisation
 * that turned out to be for everything. When the person chooses the other kind it is taken out of the record,
 * so that it is neither shown nor checked nor sent, and put into a second record of the same class; when
 * something is chosen to which it belongs it is put back. The same goes for what belongs to a standing or a
 * document. What both kinds have stays where it is, in the person's sight, but for the document of a person,
 * which is never that of an organisation.
 *
 * A draft owns it and keeps both records. On the thread of the record.
 */

struct _SignetAside
{
  GObject parent_instance;

  SignetRecord *record;
  SignetRecord *kept; /* each field is in one of the two */
  SignetPlatform *platform;

  /* as it was when it was last looked at */
  char *kind;         /* of an authorisation: whose it is */
  char *document;     /* of a party */
  GHashTable *fields; /* names of what belonged to it, static */
  GListModel *slots;  /* of #SignetPaperSlot that were asked for, or NULL if nobody knows */
  gboolean moving;
};

G_DEFINE_FINAL_TYPE (SignetAside, signet_aside, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PLATFORM,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Whose is a matter of the kind, or of the standing; with a dash where the wire has an underscore. */
static const char *const right_fields[] = {
  "number",    "second-number", "version",     "name",           "owner",        "classes",
  "work-kind", "author",        "author-kind", "author-died-on", "completed-on", "published-on",
  "shot-on",   "filed-on",      "granted-on",  "registered-on",  "valid-until",  "annuity-paid-until",
  "accounts",  "licence-until", NULL,
};

static const char *const party_fields[] = { "other-name", "country", "legal-representative", NULL };

static const char *const authorisation_fields[] = { "right-ids", "platforms", NULL };

static const char *const document_fields[] = { "document-number", "document-valid-until", NULL };

static const char *
get_kind (SignetAside *self)
{
  if (SIGNET_IS_PARTY (self->record))
    return signet_party_get_kind (SIGNET_PARTY (self->record));
  if (SIGNET_IS_AUTHORISATION (self->record))
    return signet_authorisation_get_principal_id (SIGNET_AUTHORISATION (self->record));
  return signet_right_get_kind (SIGNET_RIGHT (self->record));
}

static const char *const *
list_names (SignetAside *self)
{
  if (SIGNET_IS_PARTY (self->record))
    return party_fields;
  return SIGNET_IS_AUTHORISATION (self->record) ? authorisation_fields : right_fields;
}

static gboolean
right_has (SignetRight *right, SignetRightKind *kind, const char *property)
{
  const char *standing = signet_right_get_standing (right);
  g_autofree char *name = g_strdelimit (g_strdup (property), "-", '_');

  if (g_str_equal (property, "licence-until"))
    return *standing != '\0' && !g_str_equal (standing, SIGNET_STANDING_OWNER);
  return g_strv_contains (signet_right_kind_get_fields (kind), name);
}

static gboolean
party_has (const char *kind, const char *property)
{
  if (g_str_equal (property, "country"))
    return signet_identity_is_foreign (kind);
  if (g_str_equal (property, "legal-representative"))
    return signet_identity_is_organisation (kind);
  return signet_identity_has_other_name (kind);
}

static gboolean
authorisation_has (SignetAuthorisation *authorisation, const char *property)
{
  return g_str_equal (property, "platforms") ? !signet_authorisation_get_all_platforms (authorisation)
                                             : !signet_authorisation_get_all_rights (authorisation);
}

static gboolean
has (SignetAside *self, const char *property)
{
  const char *kind = get_kind (self);

  if (SIGNET_IS_PARTY (self->record))
    return party_has (kind, property);
  if (SIGNET_IS_AUTHORISATION (self->record))
    return authorisation_has (SIGNET_AUTHORISATION (self->record), property);
  return right_has (SIGNET_RIGHT (self->record), signet_platform_find_right_kind (self->platform, kind),
                    property);
}

/* What belongs to the record as it is now; to a kind nobody knows anything may. */
static GHashTable *
list_fields (SignetAside *self)
{
  GHashTable *fields = g_hash_table_new (g_str_hash, g_str_equal);

  for (const char *const *name = list_names (self); *name != NULL; name++)
    if (has (self, *name))
      g_hash_table_add (fields, (gpointer) *name);
  return fields;
}

static gboolean
is_known (SignetAside *self)
{
  const char *kind = get_kind (self);
  SignetRightKind *rules;

  if (SIGNET_IS_PARTY (self->record))
    return *signet_identity_list_documents (kind) != NULL;
  if (SIGNET_IS_AUTHORISATION (self->record))
    return TRUE;
  rules = self->platform != NULL ? signet_platform_find_right_kind (self->platform, kind) : NULL;
  return rules != NULL && *signet_right_kind_get_fields (rules) != NULL;
}

static GListModel *
list_slots (SignetAside *self)
{
  if (self->platform == NULL || SIGNET_IS_AUTHORISATION (self->record)) /* whose are always the same */
    return NULL;
  return SIGNET_IS_PARTY (self->record)
             ? signet_platform_list_party_papers (self->platform, SIGNET_PARTY (self->record))
             : signet_platform_list_right_papers (self->platform, SIGNET_RIGHT (self->record));
}

/* Values */

static gboolean
is_empty (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return g_value_get_string (value) == NULL || *g_value_get_string (value) == '\0';
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    return g_value_get_boxed (value) == NULL || *(char **) g_value_get_boxed (value) == NULL;
  if (G_VALUE_HOLDS (value, G_TYPE_LIST_MODEL))
    return g_list_model_get_n_items (g_value_get_object (value)) == 0;
  return TRUE; /* what is only yes or no was not typed */
}

static void
move_list (GListStore *from, GListStore *to)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (from)); i++)
    g_ptr_array_add (entries, g_list_model_get_item (G_LIST_MODEL (from), i));
  g_list_store_remove_all (from);
  g_list_store_splice (to, 0, 0, entries->pdata, entries->len);
}

/* Unless there is nothing to move, or something where it would go. */
static void
move_value (SignetRecord *from, SignetRecord *to, const char *property)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (from), property);
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) there = G_VALUE_INIT;
  g_auto (GValue) nothing = G_VALUE_INIT;

  g_value_init (&value, pspec->value_type);
  g_value_init (&there, pspec->value_type);
  g_value_init (&nothing, pspec->value_type);
  g_object_get_property (G_OBJECT (from), property, &value);
  g_object_get_property (G_OBJECT (to), property, &there);
  if (is_empty (&value) || !is_empty (&there))
    return;
  if (G_VALUE_HOLDS (&value, G_TYPE_LIST_MODEL))
    {
      move_list (g_value_get_object (&value), g_value_get_object (&there));
      return;
    }
  g_object_set_property (G_OBJECT (to), property, &value);
  g_object_set_property (G_OBJECT (from), property, &nothing);
}

static void
exchange_text (SignetRecord *one, SignetRecord *other, const char *property)
{
  g_autofree char *mine = NULL;
  g_autofree char *theirs = NULL;

  g_object_get (one, property, &mine, NULL);
  g_object_get (other, property, &theirs, NULL);
  g_object_set (one, property, theirs, NULL);
  g_object_set (other, property, mine, NULL);
}

/* A resident ID is no credit code: each waits while the other is shown. */
static void
move_document (SignetAside *self)
{
  SignetParty *party = SIGNET_PARTY (self->record);
  const char *kind = signet_party_get_kind (party);
  g_autofree char *waiting = NULL;

  if (*signet_identity_list_documents (self->kind) == NULL ||
      signet_identity_is_organisation (self->kind) == signet_identity_is_organisation (kind))
    return;
  for (const char *const *name = document_fields; *name != NULL; name++)
    exchange_text (self->record, self->kept, *name);
  waiting = g_strdup (signet_party_get_document_kind (SIGNET_PARTY (self->kept)));
  signet_party_set_document_kind (SIGNET_PARTY (self->kept), self->document);
  if (g_strv_contains (signet_identity_list_documents (kind), waiting))
    signet_party_set_document_kind (party, waiting);
}

static void
move_fields (SignetAside *self, GHashTable *now)
{
  for (const char *const *names = list_names (self); *names != NULL; names++)
    {
      gboolean was = g_hash_table_contains (self->fields, *names);
      gboolean is = g_hash_table_contains (now, *names);

      if (was && !is)
        move_value (self->record, self->kept, *names);
      else if (is && !was)
        move_value (self->kept, self->record, *names);
    }
}

/* Papers */

static GListStore *
get_papers (SignetRecord *record)
{
  return SIGNET_IS_PARTY (record) ? signet_party_get_evidence (SIGNET_PARTY (record))
                                  : signet_right_get_evidence (SIGNET_RIGHT (record));
}

static gboolean
has_slot (GListModel *slots, const char *word)
{
  for (guint i = 0; slots != NULL && i < g_list_model_get_n_items (slots); i++)
    {
      g_autoptr (SignetPaperSlot) slot = g_list_model_get_item (slots, i);

      if (g_str_equal (signet_paper_slot_get_slot (slot), word))
        return TRUE;
    }
  return FALSE;
}

/* Those in slots that are in @in and not in @not_in. */
static void
move_papers (GListStore *from, GListStore *to, GListModel *in, GListModel *not_in)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (from));)
    {
      g_autoptr (SignetEvidence) paper = g_list_model_get_item (G_LIST_MODEL (from), i);
      const char *slot = signet_evidence_get_slot (paper);

      if (has_slot (in, slot) && !has_slot (not_in, slot))
        {
          g_list_store_remove (from, i);
          g_list_store_append (to, paper);
        }
      else
        i++;
    }
}

/* Follows the record, whose state becomes the one to compare with. */
static void
look (SignetAside *self)
{
  g_free (self->kind);
  self->kind = g_strdup (get_kind (self));
  if (SIGNET_IS_PARTY (self->record))
    {
      g_free (self->document);
      self->document = g_strdup (signet_party_get_document_kind (SIGNET_PARTY (self->record)));
    }
  g_hash_table_unref (self->fields);
  self->fields = is_known (self) ? list_fields (self) : g_hash_table_new (g_str_hash, g_str_equal);
  g_clear_object (&self->slots);
  self->slots = list_slots (self);
}

static void
changed_cb (SignetAside *self)
{
  if (self->moving)
    return;
  self->moving = TRUE;
  if (is_known (self))
    {
      g_autoptr (GHashTable) now = list_fields (self);
      g_autoptr (GListModel) slots = NULL;

      if (SIGNET_IS_PARTY (self->record))
        move_document (self);
      else if (SIGNET_IS_AUTHORISATION (self->record) && !g_str_equal (self->kind, get_kind (self)))
        g_object_set (self->kept, "right-ids", NULL, NULL); /* they were another's */
      move_fields (self, now);
      slots = list_slots (self);
      if (slots != NULL)
        {
          move_papers (get_papers (self->kept), get_papers (self->record), slots, NULL);
          move_papers (get_papers (self->record), get_papers (self->kept), self->slots, slots);
        }
    }
  look (self);
  self->moving = FALSE;
}

static void
signet_aside_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PLATFORM:
      g_value_set_object (value, SIGNET_ASIDE (object)->platform);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_aside_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SignetAside *self = SIGNET_ASIDE (object);

  switch (id)
    {
    case PROP_PLATFORM:
      if (!g_set_object (&self->platform, g_value_get_object (value)))
        break;
      look (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
signet_aside_finalize (GObject *object)
{
  SignetAside *self = SIGNET_ASIDE (object);

  g_clear_object (&self->record);
  g_clear_object (&self->kept);
  g_clear_object (&self->platform);
  g_clear_object (&self->slots);
  g_hash_table_unref (self->fields);
  g_free (self->document);
  g_free (self->kind);

  G_OBJECT_CLASS (signet_aside_parent_class)->finalize (object);
}

static void
signet_aside_class_init (SignetAsideClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = signet_aside_get_property;
  object_class->set_property = signet_aside_set_property;
  object_class->finalize = signet_aside_finalize;

  /**
   * SignetAside:platform:
   *
   * Whose rule set says what belongs to which kind. Until it is known nothing of a right is moved, and no
   * paper.
   */
  properties[PROP_PLATFORM] = g_param_spec_object ("platform", NULL, NULL, SIGNET_TYPE_PLATFORM,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                       G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_aside_init (SignetAside *self)
{
  self->fields = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * signet_aside_new:
 * @record: a party or a right whose kind is being chosen, or an authorisation
 * @kept: (nullable): what signet_aside_get_kept() gave before
 *
 * Returns: (transfer full): what follows the choices that are made in @record
 */
SignetAside *
signet_aside_new (SignetRecord *record, SignetRecord *kept)
{
  static const char *const choices[] = { "kind",         "document-kind", "standing",
                                         "principal-id", "all-rights",    "all-platforms" };
  SignetAside *self;

  g_return_val_if_fail (
      SIGNET_IS_PARTY (record) || SIGNET_IS_RIGHT (record) || SIGNET_IS_AUTHORISATION (record), NULL);
  g_return_val_if_fail (kept == NULL || G_OBJECT_TYPE (kept) == G_OBJECT_TYPE (record), NULL);

  self = g_object_new (SIGNET_TYPE_ASIDE, NULL);
  self->record = g_object_ref (record);
  self->kept = kept != NULL ? g_object_ref (kept) : g_object_new (G_OBJECT_TYPE (record), NULL);
  look (self);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (g_object_class_find_property (G_OBJECT_GET_CLASS (record), choices[i]) != NULL)
      {
        g_autofree char *signal = g_strconcat ("notify::", choices[i], NULL);

        g_signal_connect_object (record, signal, G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      }
  return self;
}

/**
 * signet_aside_get_kept:
 * @self: an aside
 *
 * It changes only while the record does.
 *
 * Returns: (transfer none) (nullable): what was put aside, in a record of the same class; %NULL if there is
 *   nothing
 */
SignetRecord *
signet_aside_get_kept (SignetAside *self)
{
  guint n;
  g_autofree GParamSpec **pspecs = NULL;

  g_return_val_if_fail (SIGNET_IS_ASIDE (self), NULL);

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self->kept), &n);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_value_init (&value, pspecs[i]->value_type);
      g_object_get_property (G_OBJECT (self->kept), pspecs[i]->name, &value);
      if (!is_empty (&value))
        return self->kept;
    }
  return NULL;
}
