/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-correction.h"

#include "api/signet-json.h"
#include "desk/signet-members.h"
#include "desk/signet-opening.h"
#include "desk/signet-records.h"
#include "desk/signet-resource.h"
#include "model/signet-evidence.h"
#include "model/signet-finding.h"

/*
 * A correction: only what the platform's findings opened changes in what it holds. Made and used on the main
 * thread.
 */
struct _SignetCorrection
{
  char *account;
  JsonNode *held;
  SignetOpening *opening;
};

static gboolean
is_open (gpointer opening, const char *pointer)
{
  return signet_opening_has (opening, pointer);
}

/**
 * signet_correction_new:
 * @certification: how the record stands with the platform, which has it
 * @error: %SIGNET_API_ERROR if what it holds can't be read
 *
 * Returns: (transfer full) (nullable): what may be corrected
 */
SignetCorrection *
signet_correction_new (const SignetCertificationRecord *certification, GError **error)
{
  g_autoptr (SignetCorrection) self = g_new0 (SignetCorrection, 1);
  g_autoptr (JsonNode) answer = signet_json_parse (certification->body, error);
  g_autoptr (GListStore) findings = g_list_store_new (SIGNET_TYPE_FINDING);

  if (answer != NULL)
    self->held = signet_resource_read_node (certification->kind, answer, error);
  if (self->held == NULL)
    return NULL;
  signet_records_read_findings (findings, certification->findings);
  self->account = g_strdup (certification->account);
  self->opening = signet_opening_new (G_LIST_MODEL (findings), answer);
  return g_steal_pointer (&self);
}

/** signet_correction_free: @self: (transfer full): what might be corrected */
void
signet_correction_free (SignetCorrection *self)
{
  g_clear_pointer (&self->held, json_node_unref);
  g_clear_pointer (&self->opening, signet_opening_free);
  g_free (self->account);
  g_free (self);
}

/**
 * signet_correction_encode:
 * @self: what may be corrected
 * @record: as it is to be
 * @tables: the tables
 * @awaited: (out) (transfer full) (nullable): the submission that will bring an id it names
 * @error: %SIGNET_STORE_ERROR_NOT_FOUND if it names something the platform will not have
 *
 * Returns: (transfer full) (nullable): a merge patch; %NULL without @error if it must wait for @awaited
 */
GBytes *
signet_correction_encode (SignetCorrection *self,
                          SignetRecord *record,
                          SignetTables *tables,
                          char **awaited,
                          GError **error)
{
  g_autoptr (JsonNode) wanted = signet_resource_encode (tables, self->account, record, awaited, error);
  g_autoptr (JsonNode) patch = NULL;

  if (wanted == NULL)
    return NULL;
  patch = signet_members_make_patch (wanted, self->held, is_open, self->opening);
  return signet_json_to_bytes (patch);
}

/**
 * signet_correction_list_files:
 * @self: what may be corrected
 * @record: as it is to be
 *
 * Returns: (transfer full): the papers the resource will rest on, a list of #SignetEvidence: those that
 * aren't open stay as they are held
 */
GListStore *
signet_correction_list_files (SignetCorrection *self, SignetRecord *record)
{
  g_autoptr (GListStore) held = signet_members_list_files (self->held);
  GListStore *sides[] = { held, signet_records_get_evidence (record) };
  GListStore *files = g_list_store_new (SIGNET_TYPE_EVIDENCE);

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (sides[side])); i++)
      {
        g_autoptr (SignetEvidence) one = g_list_model_get_item (G_LIST_MODEL (sides[side]), i);
        g_autofree char *pointer = g_strconcat ("/files/", signet_evidence_get_slot (one), NULL);

        if (signet_opening_has (self->opening, pointer) == (sides[side] != held))
          g_list_store_append (files, one);
      }
  return files;
}

/** signet_correction_list_held_files: Returns: (transfer full): the papers the platform has of it already, a
 * list of #SignetEvidence */
GListStore *
signet_correction_list_held_files (SignetCorrection *self)
{
  return signet_members_list_files (self->held);
}
