/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-today-entry.h"

#include <glib/gi18n.h>

#include "app/signet-error-text.h"
#include "app/signet-finding-text.h"
#include "app/signet-format.h"
#include "app/signet-put-off-button.h"
#include "app/signet-words.h"
#include "model/signet-date.h"
#include "model/signet-reminder.h"
#include "model/signet-words.h"

/*
 * One thing on Today in words: what it is, what it is about, and what can be done. It follows its row.
 *
 * "page.retry" (s, id of what couldn't be sent) is an action of the page.
 */

struct _SignetTodayEntry
{
  SignetTileRow parent_instance;

  SignetDesk *desk;
  SignetTodayRow *row;
  SignetPutOffButton *put_off; /* of what runs out */
};

G_DEFINE_FINAL_TYPE (SignetTodayEntry, signet_today_entry, SIGNET_TYPE_TILE_ROW)

static gint64
get_now (SignetTodayEntry *self)
{
  return signet_clock_now (signet_desk_get_clock (self->desk));
}

static gboolean
is_about (SignetTodayEntry *self, const char *subject_kind)
{
  return g_str_equal (signet_today_row_get_subject_kind (self->row), subject_kind);
}

/* Opens a record's own page, or the list where there are several. */
static void
set_opens (SignetTodayEntry *self, const char *kind, const char *id)
{
  static const struct
  {
    const char *kind;
    const char *action_name;
    const char *page;
  } kinds[] = {
    { SIGNET_KIND_COMPLAINT, "win.open-complaint", "complaints" },
    { SIGNET_KIND_RIGHT, "win.open-right", "rights" },
    { SIGNET_KIND_PARTY, "win.open-party", "identity" },
    { SIGNET_KIND_AUTHORISATION, "win.open-authorisation", "identity" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kind, kinds[i].kind))
        signet_tile_row_set_action (SIGNET_TILE_ROW (self), *id != '\0' ? kinds[i].action_name : "win.go",
                                    *id != '\0' ? id : kinds[i].page);
    }
}

static void
set_opens_subject (SignetTodayEntry *self)
{
  set_opens (self, signet_today_row_get_subject_kind (self->row),
             signet_today_row_get_subject_id (self->row));
}

static char *
describe_draft (SignetTodayEntry *self)
{
  const char *name = signet_today_row_get_name (self->row);

  if (is_about (self, SIGNET_KIND_COMPLAINT))
    /* Translators: %s is the name of a mark */
    return *name != '\0' ? g_strdup_printf (_ ("Complaint about %s"), name) : g_strdup (_ ("New complaint"));
  if (is_about (self, SIGNET_KIND_RIGHT))
    /* Translators: %s is the name of a mark */
    return *name != '\0' ? g_strdup_printf (_ ("The right %s"), name) : g_strdup (_ ("New right"));
  if (is_about (self, SIGNET_KIND_PARTY))
    /* Translators: %s is the name of a person or an organisation */
    return *name != '\0' ? g_strdup_printf (_ ("The identity of %s"), name) : g_strdup (_ ("Your identity"));
  if (is_about (self, SIGNET_KIND_AUTHORISATION))
    /* Translators: %s is the person who acts for the agent */
    return *name != '\0' ? g_strdup_printf (_ ("The authorisation handled by %s"), name)
                         : g_strdup (_ ("New authorisation"));

  return g_strdup (_ ("Your account"));
}

static void
show_draft (SignetTodayEntry *self)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (self);
  const char *page = signet_today_row_get_page (self->row);
  const char *refusal = signet_today_row_get_error_code (self->row);
  guint n_items = (guint) signet_today_row_get_count (self->row);
  g_autofree char *title = describe_draft (self);
  g_autofree char *when = signet_format_ago (signet_format_parse_time (signet_today_row_get_date (self->row)),
                                             get_now (self));
  g_autofree char *where = NULL;
  g_autofree char *subtitle = NULL;

  if (*refusal != '\0')
    where = signet_error_text_submission (refusal);
  else if (*page != '\0')
    /* Translators: first where in a wizard a draft was left, then when: "left at “Evidence” 2 hours ago" */
    where = g_strdup_printf (_ ("Left at “%s” %s"), signet_words_step (page), when);
  else
    /* Translators: %s is "just now", "2 minutes ago" or a day and time */
    where = g_strdup_printf (_ ("Begun %s"), when);
  if (n_items > 0)
    {
      g_autofree char *links = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", n_items),
                                                n_items);

      subtitle = g_strdup_printf ("%s · %s", where, links);
    }
  if (*refusal != '\0')
    signet_tile_row_set_icon (tile_row, "dialog-error-symbolic", SIGNET_MEANING_ERROR);
  else
    signet_tile_row_set_icon (tile_row, "document-edit-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_title (tile_row, title);
  signet_tile_row_set_subtitle (tile_row, subtitle != NULL ? subtitle : where);
  signet_tile_row_set_action (tile_row, "win.open-draft", signet_today_row_get_subject_id (self->row));
  /* Translators: button: goes on with an unfinished form */
  signet_tile_row_set_button (tile_row, _ ("Continue"), "win.open-draft",
                              signet_today_row_get_subject_id (self->row));
}

static void
show_failed (SignetTodayEntry *self)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (self);
  const char *name = signet_today_row_get_name (self->row);
  const char *id = signet_today_row_get_subject_id (self->row);
  g_autofree char *why = signet_error_text_submission (signet_today_row_get_error_code (self->row));
  g_autofree char *title = NULL;

  if (is_about (self, SIGNET_KIND_COMPLAINT))
    /* Translators: %s is the name of a mark */
    title = g_strdup_printf (_ ("The complaint about %s wasn’t taken"), name);
  else if (is_about (self, SIGNET_KIND_RIGHT))
    /* Translators: %s is the name of a mark */
    title = g_strdup_printf (_ ("The right %s wasn’t taken"), name);
  else if (is_about (self, SIGNET_KIND_AUTHORISATION))
    /* Translators: %s is the name of a person or an organisation */
    title = g_strdup_printf (_ ("The authorisation by %s wasn’t taken"), name);
  else
    /* Translators: %s is the name of a person or an organisation */
    title = g_strdup_printf (_ ("The identity of %s wasn’t taken"), name);
  signet_tile_row_set_icon (tile_row, "dialog-error-symbolic", SIGNET_MEANING_ERROR);
  signet_tile_row_set_title (tile_row, title);
  signet_tile_row_set_subtitle (tile_row, why);
  set_opens_subject (self);
  signet_tile_row_set_button (tile_row, _ ("Try Again"), "page.retry", id);
}

/* What can't go out before something else that wasn't taken: the way leads there. */
static void
show_awaited (SignetTodayEntry *self)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (self);
  const char *kind = signet_today_row_get_awaited_kind (self->row);
  const char *id = signet_today_row_get_awaited_id (self->row);
  g_autofree char *why = signet_error_text_awaited (kind, signet_today_row_get_awaited_name (self->row));

  signet_tile_row_set_icon (tile_row, "dialog-warning-symbolic", SIGNET_MEANING_WARNING);
  signet_tile_row_set_subtitle (tile_row, why);
  set_opens (self, kind, id);
}

static void
show_queued (SignetTodayEntry *self)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (self);
  guint n = (guint) signet_today_row_get_count (self->row);
  g_autofree char *why = signet_error_text_submission (signet_today_row_get_error_code (self->row));
  g_autofree char *title = NULL;

  if (is_about (self, SIGNET_KIND_COMPLAINT))
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u complaint", "%u complaints", n), n);
  else if (is_about (self, SIGNET_KIND_RIGHT))
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u right", "%u rights", n), n);
  else if (is_about (self, SIGNET_KIND_AUTHORISATION))
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u authorisation", "%u authorisations", n), n);
  else
    title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u identity", "%u identities", n), n);
  if (n == 1 && *signet_today_row_get_name (self->row) != '\0')
    {
      g_autofree char *named = g_strdup_printf ("%s · %s", title, signet_today_row_get_name (self->row));

      signet_tile_row_set_title (tile_row, named);
    }
  else
    signet_tile_row_set_title (tile_row, title);
  if (*signet_today_row_get_awaited_kind (self->row) != '\0')
    {
      show_awaited (self);
      return;
    }
  signet_tile_row_set_icon (tile_row, "document-send-symbolic", SIGNET_MEANING_NEUTRAL);
  signet_tile_row_set_subtitle (tile_row, why);
  set_opens_subject (self);
}

/* What the platform found, to stand under the row. */
static GListModel *
load_findings (SignetTodayEntry *self)
{
  const char *id = signet_today_row_get_subject_id (self->row);
  g_autoptr (SignetCertification) certification = NULL;
  g_autoptr (SignetMatter) matter = NULL;
  g_autoptr (GObject) record = NULL;

  if (is_about (self, SIGNET_KIND_COMPLAINT))
    {
      matter = signet_desk_open_matter (self->desk, id);
      return signet_matter_get_loaded (matter)
                 ? g_object_ref (
                       G_LIST_MODEL (signet_complaint_get_findings (signet_matter_get_complaint (matter))))
                 : NULL;
    }
  if (is_about (self, SIGNET_KIND_RIGHT))
    record = G_OBJECT (signet_desk_load_right (self->desk, id, &certification, NULL));
  else if (is_about (self, SIGNET_KIND_AUTHORISATION))
    record = G_OBJECT (signet_desk_load_authorisation (self->desk, id, &certification, NULL));
  else
    record = G_OBJECT (signet_desk_load_party (self->desk, id, &certification, NULL));

  return record != NULL && certification != NULL
             ? g_object_ref (G_LIST_MODEL (signet_certification_get_findings (certification)))
             : NULL;
}

static const char *
get_correction (SignetTodayEntry *self)
{
  if (is_about (self, SIGNET_KIND_RIGHT))
    return "win.correct-right";

  return is_about (self, SIGNET_KIND_AUTHORISATION) ? "win.correct-authorisation" : "win.correct-party";
}

static void
show_correction (SignetTodayEntry *self)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (self);
  const char *name = signet_today_row_get_name (self->row);
  g_autoptr (GListModel) findings = load_findings (self);
  g_autoptr (SignetFinding) finding = findings != NULL ? g_list_model_get_item (findings, 0) : NULL;
  guint n_more = finding != NULL ? g_list_model_get_n_items (findings) - 1 : 0;
  g_autofree char *title = NULL;
  g_autofree char *found = NULL;
  g_autofree char *subtitle = NULL;

  if (is_about (self, SIGNET_KIND_COMPLAINT))
    /* Translators: %s is the number of a complaint */
    title = g_strdup_printf (_ ("Correct complaint %s"), signet_today_row_get_number (self->row));
  else if (is_about (self, SIGNET_KIND_RIGHT))
    /* Translators: %s is the name of a mark */
    title = g_strdup_printf (_ ("Correct the right %s"), name);
  else if (is_about (self, SIGNET_KIND_AUTHORISATION))
    /* Translators: %s is the name of a person or an organisation */
    title = g_strdup_printf (_ ("Correct the authorisation by %s"), name);
  else
    /* Translators: %s is the name of a person or an organisation */
    title = g_strdup_printf (_ ("Correct the identity of %s"), name);

  if (finding != NULL)
    found = signet_finding_text_title (finding);
  if (n_more > 0)
    /* Translators: the first of several things a reviewer found, and how many more there are */
    subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, and %u more", "%s, and %u more", n_more),
                                found, n_more);
  signet_tile_row_set_icon (tile_row, "document-edit-symbolic", SIGNET_MEANING_WARNING);
  signet_tile_row_set_title (tile_row, title);
  signet_tile_row_set_subtitle (tile_row, subtitle != NULL ? subtitle
                                          : found != NULL  ? found
                                                           : _ ("Found in review"));
  set_opens_subject (self);
  if (!is_about (self, SIGNET_KIND_COMPLAINT))
    /* Translators: button: opens what the platform wants changed */
    signet_tile_row_set_button (tile_row, _ ("Correct…"), get_correction (self),
                                signet_today_row_get_subject_id (self->row));
}

/* What runs out, before it does and afterwards. */
static char *
describe_expiry (SignetTodayEntry *self, gboolean over)
{
  const char *what = signet_today_row_get_what (self->row);
  const char *name = signet_today_row_get_name (self->row);

  if (g_str_equal (what, SIGNET_REMINDER_LICENCE))
    /* Translators: the licence under which somebody holds a right; %s is the name of a mark */
    return g_strdup_printf (over ? _ ("The licence for %s has run out") : _ ("The licence for %s runs out"),
                            name);
  if (g_str_equal (what, SIGNET_REMINDER_AUTHORISATION))
    /* Translators: %s is the name of a person or an organisation */
    return g_strdup_printf (
        over ? _ ("The authorisation of %s has run out") : _ ("The authorisation of %s runs out"), name);
  if (g_str_equal (what, SIGNET_REMINDER_DOCUMENT))
    /* Translators: an identity card, a business licence …; %s is the name of a person or an organisation */
    return g_strdup_printf (over ? _ ("The identity document of %s has expired")
                                 : _ ("The identity document of %s expires"),
                            name);
  if (g_str_equal (what, SIGNET_REMINDER_ANNUITY))
    /* Translators: what is paid each year to keep a patent; %s is the name of the patent */
    return g_strdup_printf (over ? _ ("The annuity for %s is overdue") : _ ("The annuity for %s is due"),
                            name);
  /* Translators: %s is the name of a mark */
  return g_strdup_printf (over ? _ ("The right %s has expired") : _ ("The right %s expires"), name);
}

static char *
describe_term (SignetTodayEntry *self, const char *day)
{
  const char *number = signet_today_row_get_number (self->row);
  gboolean grace = g_str_equal (signet_today_row_get_step (self->row), SIGNET_REMINDER_STEP_GRACE);

  if (g_str_equal (signet_today_row_get_what (self->row), SIGNET_REMINDER_ANNUITY))
    {
      g_autofree char *paid = g_strdup_printf (
          /* Translators: of the annuity of a patent; %s is a date */
          grace ? _ ("paid until %s; for six months from then it may be paid with a surcharge")
                : _ ("paid until %s"),
          day);

      return signet_words_number (number, paid);
    }
  if (grace)
    /* Translators: number of a registration, and a date */
    return g_strdup_printf (_ ("No. %s · %s · it may be renewed for six months from then"), number, day);
  return signet_words_number (number, day);
}

static void
show_put_off (SignetTodayEntry *self, const char *title, const GDate *last_day)
{
  if (self->put_off == NULL)
    {
      GtkWidget *button = signet_put_off_button_new (signet_desk_get_clock (self->desk));

      self->put_off = SIGNET_PUT_OFF_BUTTON (button);
      g_object_bind_property (self, "narrow", button, "narrow", G_BINDING_SYNC_CREATE);
      signet_tile_row_set_end (SIGNET_TILE_ROW (self), button);
    }
  signet_put_off_button_set (self->put_off, signet_today_row_get_id (self->row), title, last_day);
}

static void
show_expiring (SignetTodayEntry *self)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (self);
  const char *date = signet_today_row_get_date (self->row);
  g_autofree char *day = signet_format_date_text (date);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = describe_term (self, day);
  GDate today, until;
  int days = 0;

  g_date_clear (&until, 1);
  signet_clock_today (signet_desk_get_clock (self->desk), &today);
  if (signet_date_read (date, &until))
    days = g_date_days_between (&today, &until);
  title = describe_expiry (self, days < 0);
  if (days < 0)
    signet_tile_row_set_icon (tile_row, "preferences-system-time-symbolic", SIGNET_MEANING_WARNING);
  else
    signet_tile_row_set_days (tile_row, days);
  signet_tile_row_set_title (tile_row, title);
  signet_tile_row_set_subtitle (tile_row, subtitle);
  set_opens_subject (self);
  if (g_date_valid (&until))
    show_put_off (self, title, &until);
}

static void
show_decided (SignetTodayEntry *self)
{
  SignetTileRow *tile_row = SIGNET_TILE_ROW (self);
  guint n_removed = (guint) signet_today_row_get_count (self->row);
  guint n_all = (guint) signet_today_row_get_total (self->row);
  g_autofree char *title = g_strdup_printf (
      /* Translators: how many of the reported links the platform acted upon */
      g_dngettext (GETTEXT_PACKAGE, "%u of %u link removed", "%u of %u links removed", n_all), n_removed,
      n_all);
  g_autofree char *when = signet_format_ago (signet_format_parse_time (signet_today_row_get_date (self->row)),
                                             get_now (self));
  g_autofree char *subtitle =
      /* Translators: number of a complaint, name of a mark, and when */
      g_strdup_printf (_ ("Complaint %s · %s · %s"), signet_today_row_get_number (self->row),
                       signet_today_row_get_name (self->row), when);

  if (n_removed == 0)
    signet_tile_row_set_icon (tile_row, "process-stop-symbolic", SIGNET_MEANING_NEUTRAL);
  else
    signet_tile_row_set_icon (tile_row, "object-select-symbolic", SIGNET_MEANING_SUCCESS);
  signet_tile_row_set_title (tile_row, title);
  signet_tile_row_set_subtitle (tile_row, subtitle);
  set_opens_subject (self);
}

static void
update (SignetTodayEntry *self)
{
  static const struct
  {
    const char *kind;
    void (*show) (SignetTodayEntry *self);
  } kinds[] = {
    { SIGNET_TODAY_DRAFT, show_draft },       { SIGNET_TODAY_FAILED, show_failed },
    { SIGNET_TODAY_QUEUED, show_queued },     { SIGNET_TODAY_CORRECTION, show_correction },
    { SIGNET_TODAY_EXPIRING, show_expiring }, { SIGNET_TODAY_DECIDED, show_decided },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (signet_today_row_get_kind (self->row), kinds[i].kind))
        kinds[i].show (self);
    }
}

/* "2 hours ago" goes stale while the page isn't looked at. */
static void
signet_today_entry_map (GtkWidget *widget)
{
  update (SIGNET_TODAY_ENTRY (widget));

  GTK_WIDGET_CLASS (signet_today_entry_parent_class)->map (widget);
}

static void
signet_today_entry_dispose (GObject *object)
{
  SignetTodayEntry *self = SIGNET_TODAY_ENTRY (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (signet_today_entry_parent_class)->dispose (object);
}

static void
signet_today_entry_class_init (SignetTodayEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = signet_today_entry_dispose;
  GTK_WIDGET_CLASS (klass)->map = signet_today_entry_map;
}

static void
signet_today_entry_init (SignetTodayEntry *self)
{
}

/**
 * signet_today_entry_new:
 * @desk: the desk
 * @row: what waits or has happened
 *
 * Returns: (transfer floating): the row in words
 */
GtkWidget *
signet_today_entry_new (SignetDesk *desk, SignetTodayRow *row)
{
  SignetTodayEntry *self = g_object_new (SIGNET_TYPE_TODAY_ENTRY, NULL);

  self->desk = g_object_ref (desk);
  self->row = g_object_ref (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
