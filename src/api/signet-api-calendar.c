/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-api-calendar.h"

#include "api/signet-json.h"
#include "model/signet-date.h"

/* Calendars as the project holiday-cn writes them: a file a year, {year, days: [{name, date, isOffDay}]}.
 * Any thread. */

static gboolean
read_day (JsonNode *node, SignetCalendarDay *day, GError **error)
{
  g_autoptr (GError) failure = NULL;
  const char *date = signet_json_require_text (node, "/date", &failure);

  day->name = signet_json_get_text (node, "/name", &failure);
  day->rest = signet_json_get_boolean (node, "/isOffDay", &failure);
  if (failure == NULL && signet_json_find (node, "/isOffDay") == NULL)
    g_set_error_literal (&failure, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING, "/isOffDay: missing");
  if (failure == NULL && !signet_date_read (date, &day->date))
    signet_json_set_mistyped (&failure, "/date", "a date");
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_year (JsonNode *node, GArray *years, GArray *days, GError **error)
{
  g_autoptr (GError) failure = NULL;
  int year = (int) CLAMP (signet_json_get_integer (node, "/year", &failure), 0, 10000);
  JsonArray *array = signet_json_get_array (node, "/days", &failure);

  if (failure == NULL && (year < 1 || year > 9999))
    signet_json_set_mistyped (&failure, "/year", "a year");
  if (failure == NULL && array == NULL)
    g_set_error_literal (&failure, SIGNET_API_ERROR, SIGNET_API_ERROR_MISSING, "/days: missing");
  for (guint i = 0; failure == NULL && i < json_array_get_length (array); i++)
    {
      SignetCalendarDay day;

      if (read_day (json_array_get_element (array, i), &day, &failure))
        g_array_append_val (days, day);
      else
        g_prefix_error (&failure, "/days/%u", i);
    }
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  g_array_append_val (years, year);
  return TRUE;
}

/**
 * signet_api_calendar_from_nodes:
 * @nodes: (array length=n_nodes): calendar files, one a year
 * @n_nodes: how many
 * @error: return location for an error
 *
 * Returns: (transfer full): one calendar of all these years; NULL with %SIGNET_API_ERROR_MISTYPED or
 *   %SIGNET_API_ERROR_MISSING
 */
SignetCalendar *
signet_api_calendar_from_nodes (JsonNode *const *nodes, gsize n_nodes, GError **error)
{
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SignetCalendarDay));

  for (gsize i = 0; i < n_nodes; i++)
    if (!read_year (nodes[i], years, days, error))
      return NULL;
  return signet_calendar_new ((const int *) (void *) years->data, years->len,
                              (const SignetCalendarDay *) (void *) days->data, days->len);
}
