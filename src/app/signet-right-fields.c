/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-fields.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "app/signet-words.h"
#include "model/signet-country.h"
#include "model/signet-nice-class.h"
#include "model/signet-right-term.h"
#include "model/signet-words.h"

/*
 * What there is to say about a right: every field with its name for a person, in the order in which forms,
 * reviews and pages show them. Which ones a kind has is the rule set's to say; what a right has all the same
 * is shown, too, so that nothing of it is out of sight.
 */

/* The two longest lists end a form: they have groups of their own. */
static const SignetRightField fields[] = {
  { "number", "number", SIGNET_RIGHT_EDITOR_TEXT, SIGNET_RIGHT_SECTION_CERTIFICATE },
  { "second_number", "second-number", SIGNET_RIGHT_EDITOR_TEXT, SIGNET_RIGHT_SECTION_CERTIFICATE },
  { "name", "name", SIGNET_RIGHT_EDITOR_TEXT, SIGNET_RIGHT_SECTION_CERTIFICATE },
  { "version", "version", SIGNET_RIGHT_EDITOR_TEXT, SIGNET_RIGHT_SECTION_CERTIFICATE },
  { "work_kind", "work-kind", SIGNET_RIGHT_EDITOR_WORD, SIGNET_RIGHT_SECTION_CERTIFICATE },
  { "owner", "owner", SIGNET_RIGHT_EDITOR_TEXT, SIGNET_RIGHT_SECTION_CERTIFICATE },
  { "author", "author", SIGNET_RIGHT_EDITOR_TEXT, SIGNET_RIGHT_SECTION_AUTHOR },
  { "author_kind", "author-kind", SIGNET_RIGHT_EDITOR_WORD, SIGNET_RIGHT_SECTION_AUTHOR },
  { "author_died_on", "author-died-on", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_AUTHOR },
  { "territory", "territory", SIGNET_RIGHT_EDITOR_COUNTRY, SIGNET_RIGHT_SECTION_DATES },
  { "shot_on", "shot-on", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_DATES },
  { "completed_on", "completed-on", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_DATES },
  { "published_on", "published-on", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_DATES },
  { "filed_on", "filed-on", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_DATES },
  { "granted_on", "granted-on", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_DATES },
  { "annuity_paid_until", "annuity-paid-until", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_DATES },
  { "registered_on", "registered-on", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_DATES },
  { "valid_until", "valid-until", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_DATES },
  { "licence_until", "licence-until", SIGNET_RIGHT_EDITOR_DATE, SIGNET_RIGHT_SECTION_LICENCE },
  { "classes", "classes", SIGNET_RIGHT_EDITOR_CLASSES, SIGNET_RIGHT_SECTION_LIST },
  { "accounts", "accounts", SIGNET_RIGHT_EDITOR_TEXTS, SIGNET_RIGHT_SECTION_LIST },
};

/* What to ask for of a kind about which the platform says nothing else. */
static const char *const generic_fields[] = {
  "number", "name", "owner", "registered_on", "valid_until", NULL
};

/* What a field is called; the first entry that fits, %NULL fits any kind. */
static const struct
{
  const char *field;
  const char *kind;
  const char *title;
} titles[] = {
  { "number", SIGNET_RIGHT_KIND_INVENTION, N_ ("Patent number") },
  { "number", SIGNET_RIGHT_KIND_UTILITY_MODEL, N_ ("Patent number") },
  { "number", SIGNET_RIGHT_KIND_DESIGN, N_ ("Patent number") },
  { "number", SIGNET_RIGHT_KIND_WORK, N_ ("Registration number (if there is one)") },
  /* Translators: 软著登字第…号 on the certificate of a computer program */
  { "number", SIGNET_RIGHT_KIND_SOFTWARE, N_ ("Certificate number") },
  { "number", NULL, N_ ("Registration number") },
  { "second_number", NULL, N_ ("Registration number (year, SR, digits)") },
  { "name", SIGNET_RIGHT_KIND_TRADEMARK, N_ ("Name of the mark") },
  { "name", SIGNET_RIGHT_KIND_INVENTION, N_ ("Title of the invention") },
  { "name", SIGNET_RIGHT_KIND_UTILITY_MODEL, N_ ("Title of the utility model") },
  { "name", SIGNET_RIGHT_KIND_DESIGN, N_ ("Title of the design") },
  { "name", SIGNET_RIGHT_KIND_WORK, N_ ("Title of the work") },
  { "name", SIGNET_RIGHT_KIND_SOFTWARE, N_ ("Name of the software") },
  { "name", SIGNET_RIGHT_KIND_ORIGINAL_IMAGE, N_ ("What you call the image") },
  { "name", SIGNET_RIGHT_KIND_PORTRAIT, N_ ("Name of the person shown") },
  { "name", NULL, N_ ("Name") },
  { "version", NULL, N_ ("Version") },
  { "work_kind", NULL, N_ ("Kind of work") },
  { "owner", SIGNET_RIGHT_KIND_INVENTION, N_ ("Patentee") },
  { "owner", SIGNET_RIGHT_KIND_UTILITY_MODEL, N_ ("Patentee") },
  { "owner", SIGNET_RIGHT_KIND_DESIGN, N_ ("Patentee") },
  { "owner", SIGNET_RIGHT_KIND_WORK, N_ ("Copyright owner") },
  { "owner", SIGNET_RIGHT_KIND_SOFTWARE, N_ ("Copyright owner") },
  { "owner", SIGNET_RIGHT_KIND_ORIGINAL_IMAGE, N_ ("Copyright owner") },
  { "owner", SIGNET_RIGHT_KIND_TRADEMARK, N_ ("Owner") },
  { "owner", NULL, N_ ("Rights holder") },
  { "author", SIGNET_RIGHT_KIND_ORIGINAL_IMAGE, N_ ("Photographer") },
  { "author", NULL, N_ ("Author") },
  { "author_kind", NULL, N_ ("The author is") },
  { "author_died_on", NULL, N_ ("Died on (if no longer alive)") },
  { "shot_on", NULL, N_ ("Taken on") },
  { "completed_on", NULL, N_ ("Completed on") },
  { "published_on", NULL, N_ ("First published on (if at all)") },
  { "filed_on", NULL, N_ ("Filed on") },
  { "granted_on", NULL, N_ ("Granted on") },
  { "annuity_paid_until", NULL, N_ ("Annuity paid until") },
  { "registered_on", NULL, N_ ("Registered on") },
  { "valid_until", NULL, N_ ("Valid until") },
  { "territory", NULL, N_ ("Territory") },
  { "licence_until", NULL, N_ ("Licence valid until") },
  { "classes", NULL, N_ ("Classes and Goods") },
  { "accounts", NULL, N_ ("Authorised Accounts") },
};

static char *
describe_classes (SignetRight *right)
{
  GListModel *classes = G_LIST_MODEL (signet_right_get_classes (right));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (classes); i++)
    {
      g_autoptr (SignetNiceClass) entry = g_list_model_get_item (classes, i);
      const char *goods = signet_nice_class_get_goods (entry);
      /* Translators: class of goods and services by the Nice classification */
      g_autofree char *name = g_strdup_printf (_ ("Class %d"), signet_nice_class_get_class_number (entry));

      if (signet_nice_class_get_class_number (entry) == 0 && *goods == '\0')
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (*goods != '\0')
        /* Translators: what it is, and what it says: "Class 30: …". Chinese: %s：%s */
        g_string_append_printf (text, _ ("%s: %s"), name, goods);
      else
        g_string_append (text, name);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What is registered holds where it is registered; a copyright isn't bound to a place. */
static gboolean
is_territorial (SignetRight *right)
{
  return signet_right_is_patent (right) ||
         g_str_equal (signet_right_get_kind (right), SIGNET_RIGHT_KIND_TRADEMARK);
}

static char *
describe_territory (SignetRight *right)
{
  const char *code = signet_right_get_territory (right);

  /* every new right has it */
  if (!is_territorial (right) && g_str_equal (code, SIGNET_TERRITORY_CN))
    return g_strdup ("");

  return g_strdup (signet_right_fields_get_territory_name (code));
}

/**
 * signet_right_fields_get_all:
 * @n_fields: (out): how many
 *
 * Returns: (transfer none) (array length=n_fields): every field this version knows, in order
 */
const SignetRightField *
signet_right_fields_get_all (guint *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}

/**
 * signet_right_fields_belongs:
 * @field: a field
 * @kind: (nullable): a kind of right of some rule set; %NULL for one it doesn't know
 *
 * Returns: whether a right of this kind has the field; by what title it is held and where it holds is no
 * matter of its kind
 */
gboolean
signet_right_fields_belongs (const SignetRightField *field, SignetRightKind *kind)
{
  const char *const *names = kind != NULL ? signet_right_kind_get_fields (kind) : NULL;

  if (field->section == SIGNET_RIGHT_SECTION_LICENCE || field->editor == SIGNET_RIGHT_EDITOR_COUNTRY)
    return TRUE;

  return g_strv_contains (names != NULL && *names != NULL ? names : generic_fields, field->name);
}

/**
 * signet_right_fields_is_asked:
 * @field: a field
 * @right: a right of any kind
 * @platform: (nullable): whose rule set counts
 *
 * Returns: whether a form asks for it: because the kind has it, or because the right has something in it
 */
gboolean
signet_right_fields_is_asked (const SignetRightField *field, SignetRight *right, SignetPlatform *platform)
{
  SignetRightKind *kind = platform != NULL
                              ? signet_platform_find_right_kind (platform, signet_right_get_kind (right))
                              : NULL;
  const char *standing = signet_right_get_standing (right);
  gboolean asked;
  gboolean owned = *standing == '\0' || g_str_equal (standing, SIGNET_STANDING_OWNER);
  g_autofree char *value = NULL;

  if (field->section == SIGNET_RIGHT_SECTION_LICENCE)
    asked = !owned;
  else if (field->editor == SIGNET_RIGHT_EDITOR_COUNTRY)
    asked = is_territorial (right);
  else
    asked = signet_right_fields_belongs (field, kind);
  if (asked)
    return TRUE;

  value = signet_right_fields_describe (field, right);

  return *value != '\0';
}

/**
 * signet_right_fields_get_title:
 * @field: a field
 * @kind: (nullable): of which kind of right
 *
 * Returns: (transfer none): what it is called
 */
const char *
signet_right_fields_get_title (const SignetRightField *field, const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].field, field->name) &&
        (titles[i].kind == NULL || g_strcmp0 (titles[i].kind, kind) == 0))
      return _ (titles[i].title);

  return field->name;
}

/** signet_right_fields_get_territory_name: Returns: (transfer none): where a right holds that is registered
 * in
 * @code: the marks of Hong Kong, Macau and Taiwan are others than those of China */
const char *
signet_right_fields_get_territory_name (const char *code)
{
  if (g_str_equal (code, SIGNET_TERRITORY_CN))
    /* Translators: where a trademark or a patent is registered: not Hong Kong, Macau or Taiwan */
    return _ ("Mainland China");

  return signet_country_get_name (code, signet_words_language ());
}

/**
 * signet_right_fields_describe:
 * @field: a field
 * @right: a right
 *
 * Returns: (transfer full): what @right has in it, as a person reads it; "" for nothing
 */
char *
signet_right_fields_describe (const SignetRightField *field, SignetRight *right)
{
  g_autofree char *text = NULL;

  if (field->editor == SIGNET_RIGHT_EDITOR_CLASSES)
    return describe_classes (right);
  if (field->editor == SIGNET_RIGHT_EDITOR_COUNTRY)
    return describe_territory (right);
  if (field->editor == SIGNET_RIGHT_EDITOR_TEXTS)
    return g_strjoinv ("\n", (char **) signet_right_get_accounts (right));

  g_object_get (right, field->property, &text, NULL);
  if (text == NULL)
    return g_strdup ("");
  if (field->editor == SIGNET_RIGHT_EDITOR_DATE)
    return signet_format_date_text (text);
  if (g_str_equal (field->name, "work_kind"))
    return g_strdup (signet_words_work_kind (text));
  if (g_str_equal (field->name, "author_kind"))
    return g_strdup (signet_words_author_kind (text));

  return g_steal_pointer (&text);
}

/**
 * signet_right_fields_list_holders:
 * @right: a right
 * @desk: the desk
 *
 * Returns: (transfer full): the names of all who hold it, one a line
 */
char *
signet_right_fields_list_holders (SignetRight *right, SignetDesk *desk)
{
  const char *const *others = signet_right_get_co_holder_ids (right);
  const char *id = signet_right_get_party_id (right);
  GString *names = g_string_new (NULL);

  while (id != NULL && *id != '\0')
    {
      g_autoptr (SignetParty) party = signet_desk_load_party (desk, id, NULL, NULL);

      if (names->len > 0)
        g_string_append_c (names, '\n');
      g_string_append (names, party != NULL ? signet_party_get_name (party) : id);
      id = others != NULL ? *others : NULL;
      others = id != NULL ? others + 1 : NULL;
    }

  return g_string_free (names, FALSE);
}

/**
 * signet_right_fields_get_kind_name:
 * @platform: (nullable): a platform
 * @kind: a kind of right, perhaps one that only the platform knows
 *
 * Returns: (transfer none): what it is called
 */
const char *
signet_right_fields_get_kind_name (SignetPlatform *platform, const char *kind)
{
  const char *word = signet_words_right_kind (kind);
  SignetRightKind *known = platform != NULL ? signet_platform_find_right_kind (platform, kind) : NULL;

  return g_strcmp0 (word, kind) == 0 && known != NULL
             ? signet_words_label (signet_right_kind_get_label (known))
             : word;
}
