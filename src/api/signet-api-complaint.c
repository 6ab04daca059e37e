/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-complaint.h"

#include "api/signet-api-draft.h"
#include "api/signet-json.h"
#include "api/signet-mapping.h"
#include "model/signet-measure.h"
#include "model/signet-milestone.h"

/* Complaints and items on the wire and as drafts. Called on the thread that owns the complaint. */

static const SignetMember measure_members[] = {
  { "/measure", "measure", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/at", "at", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
};

static const SignetMapping measure_mapping = { signet_measure_get_type, measure_members,
                                               G_N_ELEMENTS (measure_members) };

static const SignetMember item_members[] = {
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/complaint", "complaint-id", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/local_id", "local-id", SIGNET_IN_DRAFT },
  { "/position", "position", SIGNET_IN_ANSWER | SIGNET_IN_DRAFT | SIGNET_ALWAYS },
  { "/kind", "kind", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/link", "link", SIGNET_EVERYWHERE },
  { "/passcode", "passcode", SIGNET_EVERYWHERE },
  { "/source", "source", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/target_id", "target-id", SIGNET_IN_ANSWER | SIGNET_IN_DRAFT },
  { "/title", "title", SIGNET_EVERYWHERE },
  { "/seller", "seller", SIGNET_EVERYWHERE },
  { "/seller_id", "seller-id", SIGNET_EVERYWHERE },
  { "/price", "price", SIGNET_EVERYWHERE },
  { "/seen_at", "seen-at", SIGNET_EVERYWHERE },
  { "/class", "goods-class", SIGNET_EVERYWHERE },
  { "/note", "note", SIGNET_EVERYWHERE },
  { "/reference", "reference", SIGNET_IN_DRAFT },
  { "/private_note", "private-note", SIGNET_IN_DRAFT },
  { "/check", "check", SIGNET_IN_DRAFT },
  { "/check_note", "check-note", SIGNET_IN_DRAFT },
  { "/status", "status", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/findings", "findings", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &signet_finding_mapping },
  { "/measures", "measures", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &measure_mapping },
  { "/decided_at", "decided-at", SIGNET_IN_ANSWER },
};

static const SignetMapping item_mapping = { signet_item_get_type, item_members, G_N_ELEMENTS (item_members) };

static const SignetMember milestone_members[] = {
  { "/status", "status", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/at", "at", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
};

static const SignetMapping milestone_mapping = { signet_milestone_get_type, milestone_members,
                                                 G_N_ELEMENTS (milestone_members) };

static const SignetMember members[] = {
  { "/id", "id", SIGNET_IN_DRAFT },
  { "/id", "id", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/number", "number", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/right", "right-id", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/principal", "party-id", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/authorisation", "authorisation-id", SIGNET_EVERYWHERE },
  { "/reason", "reason", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/statement", "statement", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/language", "language", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/class", "goods-class", SIGNET_IN_DRAFT },
  { "/guarantee/given", "guarantee-given", SIGNET_IN_DRAFT },
  { "/guarantee/version", "guarantee-version", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/guarantee/language", "guarantee-language", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/guarantee/name", "guarantee-name", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/guarantee/given_at", "guarantee-given-at", SIGNET_EVERYWHERE | SIGNET_ALWAYS },
  { "/files", "evidence", SIGNET_EVERYWHERE | SIGNET_ALWAYS, &signet_evidence_mapping },
  { "/items", "items", SIGNET_IN_REQUEST | SIGNET_IN_DRAFT | SIGNET_ALWAYS, &item_mapping },
  { "/pasted", "pasted", SIGNET_IN_DRAFT },
  { "/status", "status", SIGNET_IN_ANSWER | SIGNET_ALWAYS | SIGNET_REQUIRED },
  { "/item_count", "item-count", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/counts", "counts", SIGNET_IN_ANSWER | SIGNET_ALWAYS, NULL, SIGNET_SHAPE_NUMBER_PAIRS },
  { "/findings", "findings", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &signet_finding_mapping },
  { "/history", "history", SIGNET_IN_ANSWER | SIGNET_ALWAYS, &milestone_mapping },
  { "/due_at", "due-at", SIGNET_IN_ANSWER },
  { "/due_rule", "due-rule", SIGNET_IN_ANSWER },
  { "/created_at", "filed-at", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/updated_at", "updated-at", SIGNET_IN_ANSWER | SIGNET_ALWAYS },
  { "/decided_at", "decided-at", SIGNET_IN_ANSWER },
};

static const SignetMapping mapping = { signet_complaint_get_type, members, G_N_ELEMENTS (members) };

/* What comes over the wire with a guarantee was given. */
static SignetComplaint *
decode_from_wire (JsonNode *node, SignetMemberFlags form, GError **error)
{
  SignetComplaint *self = signet_mapping_decode (&mapping, node, form, error);

  if (self != NULL)
    signet_complaint_set_guarantee_given (self, *signet_complaint_get_guarantee_version (self) != '\0');
  return self;
}

/* Items without a class of their own take the batch's. */
static void
set_batch_class (JsonObject *complaint, int goods_class)
{
  JsonArray *items = json_object_get_array_member (complaint, "items");

  for (guint i = 0; goods_class != 0 && i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);

      if (!json_object_has_member (item, "class"))
        json_object_set_int_member (item, "class", goods_class);
    }
}

/**
 * signet_api_complaint_to_request:
 * @self: a complaint
 * @right_id: the platform's id of the right; the complaint itself knows the local one
 * @principal_id: the platform's id of the party for whom it is filed
 * @authorisation_id: (nullable): the platform's id of the authorisation by which an agent files it
 *
 * An item without a class of its own takes the batch's; a guarantee without a language was read in that of
 * the statement. What is never sent (reference, private note, pasted text) isn't in it.
 *
 * Returns: (transfer full): the exact bytes of the request; the same complaint always gives the same
 */
GBytes *
signet_api_complaint_to_request (SignetComplaint *self,
                                 const char *right_id,
                                 const char *principal_id,
                                 const char *authorisation_id)
{
  g_autoptr (JsonNode) node = signet_mapping_encode (&mapping, self, SIGNET_IN_REQUEST);
  JsonObject *object = json_node_get_object (node);

  json_object_set_string_member (object, "right", right_id);
  json_object_set_string_member (object, "principal", principal_id);
  if (authorisation_id != NULL && *authorisation_id != '\0')
    json_object_set_string_member (object, "authorisation", authorisation_id);
  else
    json_object_remove_member (object, "authorisation");
  if (*signet_complaint_get_guarantee_language (self) == '\0')
    json_object_set_string_member (json_object_get_object_member (object, "guarantee"), "language",
                                   signet_complaint_get_language (self));
  set_batch_class (object, signet_complaint_get_goods_class (self));
  return signet_json_to_bytes (node);
}

/**
 * signet_api_complaint_from_request:
 * @node: what a client sent
 * @error: return location for an error
 *
 * What is missing is empty: saying so is the validator's business. Items are numbered from 0.
 *
 * Returns: (transfer full): the complaint with its items; NULL with %SIGNET_API_ERROR_MISTYPED
 */
SignetComplaint *
signet_api_complaint_from_request (JsonNode *node, GError **error)
{
  SignetComplaint *self = decode_from_wire (node, SIGNET_IN_REQUEST, error);
  GListModel *items = self != NULL ? G_LIST_MODEL (signet_complaint_get_items (self)) : NULL;

  for (guint i = 0; items != NULL && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      signet_item_set_position (item, (int) i);
    }
  return self;
}

/**
 * signet_api_complaint_to_answer:
 * @self: a complaint with the platform's ids
 *
 * Returns: (transfer full): the resource as a platform answers it, without its items
 */
JsonNode *
signet_api_complaint_to_answer (SignetComplaint *self)
{
  return signet_mapping_encode (&mapping, self, SIGNET_IN_ANSWER);
}

/**
 * signet_api_complaint_from_answer:
 * @node: what a platform answered
 * @error: return location for an error
 *
 * Returns: (transfer full): the complaint, with the platform's ids and without its items; NULL with
 *   %SIGNET_API_ERROR_MISTYPED or %SIGNET_API_ERROR_MISSING
 */
SignetComplaint *
signet_api_complaint_from_answer (JsonNode *node, GError **error)
{
  return decode_from_wire (node, SIGNET_IN_ANSWER, error);
}

/**
 * signet_api_item_to_answer:
 * @self: an item with the platform's ids
 *
 * Returns: (transfer full): the resource as a platform answers it
 */
JsonNode *
signet_api_item_to_answer (SignetItem *self)
{
  return signet_mapping_encode (&item_mapping, self, SIGNET_IN_ANSWER);
}

/**
 * signet_api_item_from_answer:
 * @node: what a platform answered
 * @error: return location for an error
 *
 * Returns: (transfer full): the item, with the platform's ids; NULL with %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING
 */
SignetItem *
signet_api_item_from_answer (JsonNode *node, GError **error)
{
  return signet_mapping_decode (&item_mapping, node, SIGNET_IN_ANSWER, error);
}

/**
 * signet_api_complaint_to_draft:
 * @self: a complaint
 *
 * Returns: (transfer full): everything a person put into it, for the store
 */
GBytes *
signet_api_complaint_to_draft (SignetComplaint *self)
{
  return signet_api_draft_write (&mapping, self);
}

/**
 * signet_api_complaint_from_draft:
 * @bytes: what signet_api_complaint_to_draft() gave
 * @error: return location for an error
 *
 * Returns: (transfer full): the same complaint; NULL with an error of %SIGNET_API_ERROR
 */
SignetComplaint *
signet_api_complaint_from_draft (GBytes *bytes, GError **error)
{
  return signet_api_draft_read (&mapping, bytes, error);
}
