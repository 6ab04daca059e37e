/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * SignetMemberFlags:
 * @SIGNET_IN_REQUEST: what a client sends
 * @SIGNET_IN_ANSWER: what a platform answers
 * @SIGNET_IN_DRAFT: what Signet keeps of unfinished work
 * @SIGNET_ALWAYS: written even if it is empty, 0 or FALSE
 * @SIGNET_REQUIRED: an answer without it is refused
 *
 * Where a member occurs. The first three are also the forms in which a record is read or written.
 */
typedef enum
{
  SIGNET_IN_REQUEST = 1 << 0,
  SIGNET_IN_ANSWER = 1 << 1,
  SIGNET_IN_DRAFT = 1 << 2,
  SIGNET_ALWAYS = 1 << 3,
  SIGNET_REQUIRED = 1 << 4,
} SignetMemberFlags;

#define SIGNET_ON_WIRE (SIGNET_IN_REQUEST | SIGNET_IN_ANSWER)
#define SIGNET_EVERYWHERE (SIGNET_ON_WIRE | SIGNET_IN_DRAFT)

/**
 * SignetMemberShape:
 * @SIGNET_SHAPE_PLAIN: as the property's type says: string, integer, boolean, strings, object, objects
 * @SIGNET_SHAPE_FIRST: an array of strings, of which the first is the (text) property
 * @SIGNET_SHAPE_REST: the same array, of which all but the first are the (texts) property; its member stands
 * after that of %SIGNET_SHAPE_FIRST
 * @SIGNET_SHAPE_PAIRS: an object of strings; name and value alternate in the property
 * @SIGNET_SHAPE_NUMBER_PAIRS: an object of integers, likewise
 * @SIGNET_SHAPE_NUMBERS: an array of integers; the property holds them as texts
 *
 * How a property looks in JSON.
 */
typedef enum
{
  SIGNET_SHAPE_PLAIN,
  SIGNET_SHAPE_FIRST,
  SIGNET_SHAPE_REST,
  SIGNET_SHAPE_PAIRS,
  SIGNET_SHAPE_NUMBER_PAIRS,
  SIGNET_SHAPE_NUMBERS,
} SignetMemberShape;

typedef struct _SignetMapping SignetMapping;

/**
 * SignetMember:
 * @pointer: JSON Pointer of the member, such as "/document/number"
 * @property: name of the property
 * @flags: where it occurs
 * @entry: for an object, or the objects of a list: how they are written
 * @shape: how the property looks in JSON
 */
typedef struct
{
  const char *pointer;
  const char *property;
  guint flags;
  const SignetMapping *entry;
  SignetMemberShape shape;
} SignetMember;

/**
 * SignetMapping:
 * @get_type: class of the object
 * @members: its members in the order in which they are written
 * @n_members: how many
 * @decode: reads an object that can't be made from properties, instead of @members
 * @encode: writes such an object
 */
struct _SignetMapping
{
  GType (*get_type) (void);
  const SignetMember *members;
  guint n_members;
  gpointer (*decode) (JsonNode *node, GError **error);
  JsonNode *(*encode) (gpointer object);
};

JsonNode *signet_mapping_encode (const SignetMapping *self, gpointer object, SignetMemberFlags form);
void signet_mapping_encode_into (const SignetMapping *self,
                                 gpointer object,
                                 SignetMemberFlags form,
                                 JsonObject *target);
gpointer
signet_mapping_decode (const SignetMapping *self, JsonNode *node, SignetMemberFlags form, GError **error);

extern const SignetMapping signet_finding_mapping;
extern const SignetMapping signet_evidence_mapping;

G_END_DECLS
