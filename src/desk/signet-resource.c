/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-resource.h"

#include <string.h>

#include "api/signet-api-authorisation.h"
#include "api/signet-api-party.h"
#include "api/signet-api-right.h"
#include "api/signet-json.h"
#include "desk/signet-members.h"
#include "desk/signet-records.h"
#include "model/signet-words.h"
#include "store/signet-certification-events.h"
#include "store/signet-certifications.h"
#include "store/signet-outbox.h"
#include "store/signet-store-error.h"

/*
 * A record in the form in which it is submitted, with the platform's ids for what it names. What a platform
 * holds is brought into the same form, so that the two can be compared member by member: what this version
 * doesn't know of an answer is in neither. On the thread of the record; the tables are of any connection.
 */

#define FILES "/files/"

/* Members that name other records: an id, or several. */
static const char *const references[] = { "holders", "principal", "agent", "follows", "rights", NULL };

/* What an id is called on the other side. NULL with @error. */
typedef char *(*TranslateFunc) (gpointer data, const char *id, GError **error);

typedef struct
{
  SignetTables *tables;
  const char *account;
  char **awaited;
} Translation;

static gboolean
is_reference (const char *name)
{
  return g_strv_contains (references, name);
}

static JsonArray *
translate_array (JsonArray *ids, TranslateFunc func, gpointer data, GError **error)
{
  g_autoptr (JsonArray) result = json_array_new ();

  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      g_autofree char *id = func (data, json_array_get_string_element (ids, i), error);

      if (id == NULL)
        return NULL;
      json_array_add_string_element (result, id);
    }
  return g_steal_pointer (&result);
}

static gboolean
translate (JsonObject *object, TranslateFunc func, gpointer data, GError **error)
{
  for (guint i = 0; references[i] != NULL; i++)
    {
      JsonNode *node = json_object_get_member (object, references[i]);

      if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
        {
          JsonArray *array = translate_array (json_node_get_array (node), func, data, error);

          if (array == NULL)
            return FALSE;
          json_object_set_array_member (object, references[i], array);
        }
      else if (node != NULL)
        {
          g_autofree char *id = func (data, json_node_get_string (node), error);

          if (id == NULL)
            return FALSE;
          json_object_set_string_member (object, references[i], id);
        }
    }
  return TRUE;
}

static char *
to_remote (gpointer data, const char *id, GError **error)
{
  Translation *translation = data;
  char *remote = signet_resource_find_id (translation->tables, translation->account, id, translation->awaited,
                                          error);

  if (remote != NULL && *remote == '\0')
    g_clear_pointer (&remote, g_free); /* without an error: it is awaited */
  return remote;
}

/* What the platform has no name for keeps its own. */
static char *
to_remote_if_known (gpointer data, const char *id, GError **error)
{
  char *remote = to_remote (data, id, NULL);

  return remote != NULL ? remote : g_strdup (id);
}

static char *
to_local (gpointer data, const char *id, GError **error)
{
  Translation *translation = data;
  char *subject = NULL;

  if (*id != '\0')
    subject = signet_certification_events_find_subject (translation->tables, translation->account, id, NULL);
  return subject != NULL ? subject : g_strdup (id);
}

/* What has been renewed is called as what renewed it. */
static char *
to_current (gpointer data, const char *id, GError **error)
{
  g_autofree char *subject = to_local (data, id, NULL);

  return g_str_equal (subject, id) ? g_steal_pointer (&subject) : to_remote_if_known (data, subject, NULL);
}

/* With the ids that @record has. */
static GBytes *
write_right (SignetRight *right)
{
  const char *const *others = signet_right_get_co_holder_ids (right);
  g_autoptr (GPtrArray) holders = g_ptr_array_new ();

  g_ptr_array_add (holders, (gpointer) signet_right_get_party_id (right));
  for (guint i = 0; others[i] != NULL; i++)
    g_ptr_array_add (holders, (gpointer) others[i]);
  g_ptr_array_add (holders, NULL);
  return signet_api_right_to_request (right, (const char *const *) holders->pdata);
}

static GBytes *
write_authorisation (SignetAuthorisation *authorisation)
{
  const char *follows = signet_authorisation_get_follows_id (authorisation);

  return signet_api_authorisation_to_request (
      authorisation, signet_authorisation_get_principal_id (authorisation),
      signet_authorisation_get_agent_id (authorisation), *follows != '\0' ? follows : NULL,
      signet_authorisation_get_right_ids (authorisation));
}

static JsonNode *
encode (SignetRecord *record)
{
  g_autoptr (GBytes) bytes = NULL;

  if (SIGNET_IS_PARTY (record))
    bytes = signet_api_party_to_request (SIGNET_PARTY (record));
  else if (SIGNET_IS_RIGHT (record))
    bytes = write_right (SIGNET_RIGHT (record));
  else
    bytes = write_authorisation (SIGNET_AUTHORISATION (record));
  return signet_json_parse (bytes, NULL);
}

static SignetRecord *
decode (const char *kind, JsonNode *node, GError **error)
{
  if (g_str_equal (kind, SIGNET_KIND_PARTY))
    return (SignetRecord *) signet_api_party_from_request (node, error);
  if (g_str_equal (kind, SIGNET_KIND_RIGHT))
    return (SignetRecord *) signet_api_right_from_request (node, error);
  return (SignetRecord *) signet_api_authorisation_from_request (node, error);
}

/* What a person calls a record that is named by its id, the platform's or this desk's. */
static char *
name_record (SignetTables *tables, const char *account, const char *id)
{
  Translation translation = { tables, account, NULL };
  g_autofree char *subject = to_local (&translation, id, NULL);
  g_autoptr (SignetParty) party = signet_records_find_party (tables, subject, NULL);
  g_autoptr (SignetRight) right = NULL;

  if (party != NULL)
    return g_strdup (signet_party_get_name (party));
  right = signet_records_find_right (tables, subject, NULL);
  return g_strdup (right != NULL ? signet_right_get_name (right) : id);
}

static void
describe (JsonNode *node, GString *text)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (i > 0)
            g_string_append (text, "; ");
          describe (json_array_get_element (array, i), text);
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *member;
      gsize before = text->len;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, NULL, &member))
        {
          if (text->len > before)
            g_string_append_c (text, ' ');
          describe (member, text);
        }
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    g_string_append (text, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
  else if (!JSON_NODE_HOLDS_NULL (node))
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

/* Papers by their names. */
static void
describe_files (JsonNode *files, GString *text)
{
  JsonArray *array = json_node_get_array (files);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? "; " : "",
        json_object_get_string_member_with_default (json_array_get_object_element (array, i), "name", ""));
}

/* Brings a list of @record to what @source has. */
static void
take_list (GListStore *list, GListStore *source)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (source)); i++)
    g_ptr_array_add (entries, g_list_model_get_item (G_LIST_MODEL (source), i));
  g_list_store_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), entries->pdata, entries->len);
}

/* A list is only touched if @pointer leads into it: its entries may hold what isn't on the wire. */
static gboolean
leads_into (const char *pointer, const char *property)
{
  const char *name = g_str_equal (property, "evidence") ? "files" : property;

  return g_str_has_prefix (pointer + 1, name) &&
         (pointer[1 + strlen (name)] == '/' || pointer[1 + strlen (name)] == '\0');
}

static void
assign (SignetRecord *record, SignetRecord *source, const char *pointer)
{
  guint n;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (record), &n);

  g_object_freeze_notify (G_OBJECT (record));
  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) mine = G_VALUE_INIT;
      g_auto (GValue) theirs = G_VALUE_INIT;

      g_value_init (&mine, pspecs[i]->value_type);
      g_value_init (&theirs, pspecs[i]->value_type);
      g_object_get_property (G_OBJECT (record), pspecs[i]->name, &mine);
      g_object_get_property (G_OBJECT (source), pspecs[i]->name, &theirs);
      if (g_type_is_a (pspecs[i]->value_type, G_TYPE_LIST_MODEL))
        {
          if (leads_into (pointer, pspecs[i]->name))
            take_list (g_value_get_object (&mine), g_value_get_object (&theirs));
        }
      else if ((pspecs[i]->flags & G_PARAM_WRITABLE) != 0 && !g_str_equal (pspecs[i]->name, "id") &&
               g_param_values_cmp (pspecs[i], &mine, &theirs) != 0)
        g_object_set_property (G_OBJECT (record), pspecs[i]->name, &theirs);
    }
  g_object_thaw_notify (G_OBJECT (record));
}

/**
 * signet_resource_find_id:
 * @tables: the tables
 * @account: local id of an account
 * @subject: local id of a party, right or authorisation
 * @awaited: (out) (optional) (nullable): the submission that will bring it
 * @error: %SIGNET_STORE_ERROR_NOT_FOUND if the platform doesn't have it and nothing is on its way
 *
 * Returns: (transfer full) (nullable): the platform's id; "" if it is @awaited
 */
char *
signet_resource_find_id (SignetTables *tables,
                         const char *account,
                         const char *subject,
                         char **awaited,
                         GError **error)
{
  g_autoptr (SignetCertificationRecord) record = signet_certifications_find (tables, account, subject, error);
  g_autoptr (SignetOutboxRecord) waiting = NULL;

  if (record == NULL)
    return NULL;
  if (*record->remote_id != '\0')
    return g_strdup (record->remote_id);
  waiting = signet_outbox_find_last (tables, account, subject, error);
  if (waiting == NULL)
    return NULL;
  if (awaited != NULL && *awaited == NULL)
    *awaited = g_strdup (waiting->id);
  return g_strdup ("");
}

/**
 * signet_resource_encode:
 * @tables: the tables
 * @account: local id of the account
 * @record: a party, right or authorisation
 * @awaited: (out): the submission that will bring the first id that isn't there yet, or %NULL
 * @error: %SIGNET_STORE_ERROR_NOT_FOUND if it names something the platform will not have
 *
 * Returns: (transfer full) (nullable): what is submitted; %NULL without @error if it must wait for @awaited
 */
JsonNode *
signet_resource_encode (SignetTables *tables,
                        const char *account,
                        SignetRecord *record,
                        char **awaited,
                        GError **error)
{
  Translation translation = { tables, account, awaited };
  g_autoptr (JsonNode) node = encode (record);

  *awaited = NULL;
  if (!translate (json_node_get_object (node), to_remote, &translation, error))
    return NULL;
  return g_steal_pointer (&node);
}

/** signet_resource_encode_known: Returns: (transfer full): the same to compare with: what the platform has no
 * name for keeps the desk's own */
JsonNode *
signet_resource_encode_known (SignetTables *tables, const char *account, SignetRecord *record)
{
  Translation translation = { tables, account, NULL };
  JsonNode *node = encode (record);

  translate (json_node_get_object (node), to_remote_if_known, &translation, NULL);
  return node;
}

/** signet_resource_read: Returns: (transfer full) (nullable): what a platform answered, in the form of a
 * request; %NULL with %SIGNET_API_ERROR */
JsonNode *
signet_resource_read (const char *kind, GBytes *answer, GError **error)
{
  g_autoptr (JsonNode) node = signet_json_parse (answer, error);

  return node != NULL ? signet_resource_read_node (kind, node, error) : NULL;
}

/** signet_resource_read_node: Returns: (transfer full) (nullable): the same of an answer already parsed */
JsonNode *
signet_resource_read_node (const char *kind, JsonNode *answer, GError **error)
{
  g_autoptr (SignetRecord) record = decode (kind, answer, error);

  return record != NULL ? encode (record) : NULL;
}

/** signet_resource_read_held: Returns: (transfer full) (nullable): the same to compare with: as what it names
 * is called on @account now */
JsonNode *
signet_resource_read_held (SignetTables *tables,
                           const char *account,
                           const char *kind,
                           GBytes *answer,
                           GError **error)
{
  Translation translation = { tables, account, NULL };
  JsonNode *node = signet_resource_read (kind, answer, error);

  if (node != NULL)
    translate (json_node_get_object (node), to_current, &translation, NULL);
  return node;
}

/**
 * signet_resource_take:
 * @tables: the tables
 * @account: local id of the account
 * @kind: a SIGNET_KIND_ word
 * @resource: what the platform holds
 * @pointer: one of its members
 * @record: the record
 * @error: %SIGNET_API_ERROR
 *
 * Makes that member of @record what it is in @resource.
 *
 * Returns: %TRUE on success
 */
gboolean
signet_resource_take (SignetTables *tables,
                      const char *account,
                      const char *kind,
                      JsonNode *resource,
                      const char *pointer,
                      SignetRecord *record,
                      GError **error)
{
  Translation translation = { tables, account, NULL };
  g_autoptr (JsonNode) node = encode (record);
  g_autoptr (JsonNode) value = signet_members_find (resource, pointer);
  g_autoptr (SignetRecord) taken = NULL;

  signet_members_set (node, pointer, value);
  translate (json_node_get_object (node), to_local, &translation, NULL);
  taken = decode (kind, node, error);
  if (taken == NULL)
    return FALSE;
  assign (record, taken, pointer);
  return TRUE;
}

/** signet_resource_describe: Returns: (transfer full): what is at @pointer, as a person can read it */
char *
signet_resource_describe (SignetTables *tables, const char *account, JsonNode *resource, const char *pointer)
{
  g_autoptr (JsonNode) node = signet_members_find (resource, pointer);
  GString *text = g_string_new (NULL);

  if (node != NULL && g_str_has_prefix (pointer, FILES))
    describe_files (node, text);
  else if (node != NULL && is_reference (pointer + 1))
    {
      g_auto (GStrv) parts = NULL;

      describe (node, text);
      parts = g_strsplit (text->str, "; ", -1);
      g_string_truncate (text, 0);
      for (guint i = 0; parts[i] != NULL; i++)
        {
          g_autofree char *name = name_record (tables, account, parts[i]);

          g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", name);
        }
    }
  else if (node != NULL)
    describe (node, text);
  return g_string_free (text, FALSE);
}
