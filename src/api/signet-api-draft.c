/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-draft.h"

#include "api/signet-json.h"

/*
 * Drafts as bytes for the store: everything a person typed, half-typed or never to be sent. What is written
 * is read back equal. Any thread.
 */

/* A draft of some thousand items with all that was pasted outgrows what is taken from a stranger. */
#define MAX_BYTES (256 * 1024 * 1024)

/**
 * signet_api_draft_write:
 * @mapping: how the object is written
 * @object: an object of its class
 *
 * Returns: (transfer full): the draft
 */
GBytes *
signet_api_draft_write (const SignetMapping *mapping, gpointer object)
{
  g_autoptr (JsonNode) node = signet_mapping_encode (mapping, object, SIGNET_IN_DRAFT);

  return signet_json_to_bytes (node);
}

/**
 * signet_api_draft_parse:
 * @bytes: a draft
 * @error: return location for an error
 *
 * Returns: (transfer full): the draft as JSON; NULL with an error of %SIGNET_API_ERROR if the bytes were
 *   damaged
 */
JsonNode *
signet_api_draft_parse (GBytes *bytes, GError **error)
{
  return signet_json_parse_up_to (bytes, MAX_BYTES, error);
}

/**
 * signet_api_draft_read:
 * @mapping: how the object was written
 * @bytes: a draft
 * @error: return location for an error
 *
 * Returns: (transfer full): the object; NULL with an error of %SIGNET_API_ERROR if the bytes were damaged
 */
gpointer
signet_api_draft_read (const SignetMapping *mapping, GBytes *bytes, GError **error)
{
  g_autoptr (JsonNode) node = signet_api_draft_parse (bytes, error);

  return node != NULL ? signet_mapping_decode (mapping, node, SIGNET_IN_DRAFT, error) : NULL;
}
