/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/signet-desk.h"

G_BEGIN_DECLS

typedef enum
{
  SIGNET_RIGHT_EDITOR_TEXT,
  SIGNET_RIGHT_EDITOR_DATE,
  SIGNET_RIGHT_EDITOR_WORD, /* one of the trade's words */
  SIGNET_RIGHT_EDITOR_COUNTRY,
  SIGNET_RIGHT_EDITOR_CLASSES,
  SIGNET_RIGHT_EDITOR_TEXTS,
} SignetRightEditor;

typedef enum
{
  SIGNET_RIGHT_SECTION_CERTIFICATE,
  SIGNET_RIGHT_SECTION_AUTHOR,
  SIGNET_RIGHT_SECTION_DATES,
  SIGNET_RIGHT_SECTION_LICENCE,
  SIGNET_RIGHT_SECTION_LIST, /* has a group of its own */
} SignetRightSection;

/**
 * SignetRightField:
 * @name: as rule sets and the wire call it
 * @property: of #SignetRight
 * @editor: how it is typed
 * @section: where it stands in a form
 */
typedef struct
{
  const char *name;
  const char *property;
  SignetRightEditor editor;
  SignetRightSection section;
} SignetRightField;

const SignetRightField *signet_right_fields_get_all (guint *n_fields);
gboolean signet_right_fields_belongs (const SignetRightField *field, SignetRightKind *kind);
gboolean
signet_right_fields_is_asked (const SignetRightField *field, SignetRight *right, SignetPlatform *platform);
const char *signet_right_fields_get_title (const SignetRightField *field, const char *kind);
const char *signet_right_fields_get_territory_name (const char *code);
char *signet_right_fields_describe (const SignetRightField *field, SignetRight *right);
char *signet_right_fields_list_holders (SignetRight *right, SignetDesk *desk);
const char *signet_right_fields_get_kind_name (SignetPlatform *platform, const char *kind);

G_END_DECLS
