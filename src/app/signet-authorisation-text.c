/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-authorisation-text.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "app/signet-words.h"

/*
 * What an authorisation says, in words. Main thread.
 */

/* Rights that are named before the rest is only counted. */
#define NAMED_RIGHTS 6

static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) parts = g_strv_builder_end (builder);

  /* Translators: stands between the parts of an enumeration. Chinese: 、 */
  return g_strjoinv (C_ ("enumeration", ", "), parts);
}

/** signet_authorisation_text_scope: Returns: (transfer full): what may be done */
char *
signet_authorisation_text_scope (SignetAuthorisation *authorisation)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (SIGNET_IS_AUTHORISATION (authorisation), NULL);

  for (const char *const *word = signet_authorisation_get_scope (authorisation); *word != NULL; word++)
    g_strv_builder_add (builder, signet_words_scope (*word));

  return join (builder);
}

/**
 * signet_authorisation_text_rights:
 * @authorisation: an authorisation
 * @desk: the desk, which knows the rights' names
 *
 * Returns: (transfer full): which rights it is for; of many the first are named
 */
char *
signet_authorisation_text_rights (SignetAuthorisation *authorisation, SignetDesk *desk)
{
  const char *const *ids;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *names = NULL;
  guint n, n_more;

  g_return_val_if_fail (SIGNET_IS_AUTHORISATION (authorisation), NULL);

  if (signet_authorisation_get_all_rights (authorisation))
    return g_strdup (_ ("All rights of the owner"));

  ids = signet_authorisation_get_right_ids (authorisation);
  n = g_strv_length ((char **) ids);
  for (guint i = 0; i < MIN (n, NAMED_RIGHTS); i++)
    {
      g_autoptr (SignetRight) right = signet_desk_load_right (desk, ids[i], NULL, NULL);

      g_strv_builder_add (builder, right != NULL ? signet_right_get_name (right) : ids[i]);
    }
  names = join (builder);
  if (n <= NAMED_RIGHTS)
    return g_steal_pointer (&names);
  n_more = n - NAMED_RIGHTS;

  /* Translators: names of rights, and how many more there are */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u more", "%s and %u more", n_more), names,
                          n_more);
}

static const char *
name_platform (SignetDesk *desk, const char *rules)
{
  GListModel *accounts = signet_desk_get_accounts (desk);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (SignetAccount) account = g_list_model_get_item (accounts, i);
      SignetPlatform *platform = signet_account_get_platform (account);

      /* the desk keeps the account, and the account the platform */
      if (platform != NULL && g_str_equal (signet_platform_get_rules (platform), rules))
        return signet_words_label (signet_platform_get_name (platform));
    }

  return rules;
}

/** signet_authorisation_text_platforms: Returns: (transfer full): on which platforms it counts */
char *
signet_authorisation_text_platforms (SignetAuthorisation *authorisation, SignetDesk *desk)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (SIGNET_IS_AUTHORISATION (authorisation), NULL);

  if (signet_authorisation_get_all_platforms (authorisation))
    return g_strdup (_ ("All platforms"));
  for (const char *const *word = signet_authorisation_get_platforms (authorisation); *word != NULL; word++)
    g_strv_builder_add (builder, name_platform (desk, *word));

  return join (builder);
}

/** signet_authorisation_text_follows: Returns: (transfer full) (nullable): the agent who passed it on; %NULL
 * where the principal itself gives it */
char *
signet_authorisation_text_follows (SignetAuthorisation *authorisation, SignetDesk *desk)
{
  const char *id;
  g_autoptr (SignetAuthorisation) follows = NULL;
  g_autoptr (SignetParty) agent = NULL;

  g_return_val_if_fail (SIGNET_IS_AUTHORISATION (authorisation), NULL);

  id = signet_authorisation_get_follows_id (authorisation);
  follows = *id != '\0' ? signet_desk_load_authorisation (desk, id, NULL, NULL) : NULL;
  if (follows != NULL)
    agent = signet_desk_load_party (desk, signet_authorisation_get_agent_id (follows), NULL, NULL);

  return agent != NULL ? g_strdup (signet_party_get_name (agent)) : NULL;
}

/**
 * signet_authorisation_text_period:
 * @from: first day, YYYY-MM-DD
 * @until: last day
 *
 * Returns: (transfer full): from when to when
 */
char *
signet_authorisation_text_period (const char *from, const char *until)
{
  g_autofree char *first = signet_format_date_text (from);
  g_autofree char *last = signet_format_date_text (until);

  /* Translators: first and last day: "1 March 2026 – 28 February 2027". Chinese: %s至%s */
  return g_strdup_printf (_ ("%s – %s"), first, last);
}
