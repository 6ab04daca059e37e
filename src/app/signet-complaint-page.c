/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaint-page.h"

#include <glib/gi18n.h>

#include "app/signet-complaint-links.h"
#include "app/signet-day-tile.h"
#include "app/signet-error-text.h"
#include "app/signet-evidence-list.h"
#include "app/signet-finding-text.h"
#include "app/signet-format.h"
#include "app/signet-property-rows.h"
#include "app/signet-receipt-card.h"
#include "app/signet-timeline.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-item.h"
#include "model/signet-milestone.h"
#include "model/signet-words.h"

/*
 * One complaint and what becomes of it: what waits for the person first, then each link with its outcome and
 * why, the evidence, what was sent, the time line and the receipt. It follows its matter; what changes is
 * changed in place, so that scroll and focus stay.
 */

#define SIDE_WIDTH 290

struct _SignetComplaintPage
{
  SignetPage parent_instance;

  SignetWidthBin *bin;
  GtkWidget *content;
  GtkWidget *notice;
  SignetDayTile *notice_tile;
  GtkLabel *notice_title;
  GtkLabel *notice_text;
  GtkLabel *notice_findings;
  GtkWidget *retry_button;
  SignetComplaintLinks *links;
  GtkWidget *evidence_box;
  SignetEvidenceList *evidence_list;
  AdwPreferencesGroup *sent_group;
  AdwClamp *side_clamp;
  SignetTimeline *timeline;
  SignetReceiptCard *receipt_card;

  char *id;
  SignetMatter *matter;
  guint update_source;
  gboolean sent_shown;
};

G_DEFINE_FINAL_TYPE (SignetComplaintPage, signet_complaint_page, SIGNET_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_ID,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static SignetDesk *
get_desk (SignetComplaintPage *self)
{
  return signet_page_get_desk (SIGNET_PAGE (self));
}

static gint64
get_now (SignetComplaintPage *self)
{
  return signet_clock_now (signet_desk_get_clock (get_desk (self)));
}

static SignetPlatform *
get_platform (SignetComplaintPage *self)
{
  SignetAccount *account = signet_desk_get_account (get_desk (self));

  return account != NULL ? signet_account_get_platform (account) : NULL;
}

static void
update_title (SignetComplaintPage *self, SignetComplaint *complaint)
{
  const char *number = signet_complaint_get_number (complaint);
  const char *reason = signet_words_reason (signet_complaint_get_reason (complaint));
  SignetRight *right = signet_matter_get_right (self->matter);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (*number != '\0')
    /* Translators: %s is the number of a complaint */
    title = g_strdup_printf (_ ("Complaint %s"), number);
  else
    title = g_strdup (_ ("Complaint"));
  if (right != NULL)
    subtitle = g_strdup_printf ("%s · %s", signet_right_get_name (right), reason);
  signet_page_set_title (SIGNET_PAGE (self), title);
  signet_page_set_subtitle (SIGNET_PAGE (self), subtitle != NULL ? subtitle : reason);
}

/* What waits for the person */

static char *
describe_findings (SignetComplaint *complaint)
{
  GListModel *findings = G_LIST_MODEL (signet_complaint_get_findings (complaint));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);
      g_autofree char *title = signet_finding_text_title (finding);
      g_autofree char *advice = signet_finding_text_advice (finding);

      g_string_append_printf (text, "%s• %s", text->len > 0 ? "\n" : "", title);
      if (advice != NULL)
        g_string_append_printf (text, "\n   %s", advice);
    }

  return g_string_free (text, FALSE);
}

static void
show_notice (SignetComplaintPage *self,
             const char *status,
             const char *title,
             const char *text,
             const char *findings)
{
  static const char *const classes[] = { "warning", "error" };
  SignetMeaning meaning = signet_words_status_meaning (status);

  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->notice, classes[i]);
  if (meaning == SIGNET_MEANING_WARNING || meaning == SIGNET_MEANING_ERROR)
    gtk_widget_add_css_class (self->notice, signet_words_meaning_class (meaning));
  signet_day_tile_set_icon (self->notice_tile, signet_words_status_icon (status), meaning);
  gtk_label_set_label (self->notice_title, title);
  gtk_label_set_label (self->notice_text, text);
  gtk_label_set_label (self->notice_findings, findings);
  gtk_widget_set_visible (GTK_WIDGET (self->notice_findings), *findings != '\0');
  gtk_widget_set_visible (self->retry_button, g_str_equal (status, SIGNET_STATUS_FAILED));
  gtk_widget_set_visible (self->notice, TRUE);
}

static void
update_notice (SignetComplaintPage *self, SignetComplaint *complaint)
{
  const char *status = signet_complaint_get_status (complaint);
  g_autofree char *findings = describe_findings (complaint);
  g_autofree char *error_code = NULL;
  g_autofree char *why = NULL;
  const char *awaited, *name;

  g_object_get (self->matter, "error-code", &error_code, NULL);
  awaited = signet_matter_get_awaited (self->matter, &name);
  why = awaited != NULL ? signet_error_text_awaited (awaited, name)
                        : signet_error_text_submission (error_code);

  if (g_str_equal (status, SIGNET_STATUS_QUEUED) || g_str_equal (status, SIGNET_STATUS_SENDING) ||
      g_str_equal (status, SIGNET_STATUS_PAUSED) || g_str_equal (status, SIGNET_STATUS_FAILED))
    show_notice (self, status, signet_words_status (status), why, findings);
  else if (g_str_equal (status, SIGNET_STATUS_NEEDS_CORRECTION))
    show_notice (self, status, _ ("The platform asks for a correction"),
                 _ ("It goes on with the complaint when that is done. This is what it found:"), findings);
  else if (*findings != '\0')
    show_notice (self, status, signet_words_status (status), _ ("This is what the platform found:"),
                 findings);
  else
    gtk_widget_set_visible (self->notice, FALSE);
}

/* Under an authorisation the agent gives it, in the name of the principal. */
static void
show_guarantee (SignetComplaintPage *self, SignetComplaint *complaint, SignetParty *principal)
{
  const char *by = signet_complaint_get_guarantee_name (complaint);
  const char *version = signet_complaint_get_guarantee_version (complaint);
  g_autofree char *at = signet_format_time_text (signet_complaint_get_guarantee_given_at (complaint),
                                                 get_now (self));
  g_autofree char *text = NULL;

  if (*by == '\0')
    return;
  if (*signet_complaint_get_authorisation_id (complaint) != '\0' && principal != NULL &&
      !g_str_equal (by, signet_party_get_name (principal)))
    /* Translators: the agent who gave the guarantee, the owner in whose name, when, and which version of its
       text. Chinese: 由%s代表%s于%s作出，版本 %s */
    text = g_strdup_printf (_ ("Given by %s for %s, %s, version %s"), by, signet_party_get_name (principal),
                            at, version);
  else
    /* Translators: who gave the guarantee, when, and which version of its text */
    text = g_strdup_printf (_ ("Given by %s, %s, version %s"), by, at, version);
  signet_property_rows_add (self->sent_group, _ ("Guarantee"), text);
}

/* What was sent; it is frozen, so once is enough. */
static void
show_sent (SignetComplaintPage *self, SignetComplaint *complaint)
{
  SignetPlatform *platform = get_platform (self);
  SignetRight *right = signet_matter_get_right (self->matter);
  SignetReason *reason = platform != NULL
                             ? signet_platform_find_reason (platform, signet_complaint_get_reason (complaint))
                             : NULL;
  /* Whoever else holds the right: any of its holders may be the principal. */
  g_autoptr (SignetParty)
      party = signet_desk_load_party (get_desk (self), signet_complaint_get_party_id (complaint), NULL, NULL);

  if (right != NULL)
    {
      g_autofree char *named = g_strdup_printf ("%s · %s", signet_right_get_name (right),
                                                signet_right_get_number (right));

      signet_property_rows_add (self->sent_group, _ ("Right"), named);
    }
  if (party != NULL)
    signet_property_rows_add (self->sent_group, _ ("Filed For"), signet_party_get_name (party));
  signet_property_rows_add (self->sent_group, _ ("Reason"),
                            reason != NULL ? signet_words_label (signet_reason_get_label (reason))
                                           : signet_words_reason (signet_complaint_get_reason (complaint)));
  signet_property_rows_add (self->sent_group, _ ("Statement"), signet_complaint_get_statement (complaint));
  show_guarantee (self, complaint, party);
}

static char *
describe_milestone (SignetComplaintPage *self, SignetComplaint *complaint, SignetMilestone *milestone)
{
  const char *status = signet_milestone_get_status (milestone);
  g_autofree char *when = signet_format_time_text (signet_milestone_get_at (milestone), get_now (self));
  GListModel *items = G_LIST_MODEL (signet_complaint_get_items (complaint));
  guint n = g_list_model_get_n_items (items), n_removed = 0;

  if (!g_str_equal (status, SIGNET_STATUS_UPHELD) && !g_str_equal (status, SIGNET_STATUS_PARTLY_UPHELD))
    return g_steal_pointer (&when);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (signet_item_get_status (item), SIGNET_STATUS_REMOVED))
        n_removed++;
    }

  /* Translators: when a decision came, and how many of the links were removed */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u of %u link", "%s, %u of %u links", n), when,
                          n_removed, n);
}

static void
update_timeline (SignetComplaintPage *self, SignetComplaint *complaint)
{
  GListModel *history = G_LIST_MODEL (signet_complaint_get_history (complaint));
  guint n = g_list_model_get_n_items (history);
  const char *status = signet_complaint_get_status (complaint);
  SignetPlatform *platform = get_platform (self);

  signet_timeline_clear (self->timeline);
  if (n == 0) /* the platform hasn't got it */
    {
      signet_timeline_append (self->timeline, SIGNET_MOMENT_NOW, signet_words_status_meaning (status),
                              signet_words_status (status), NULL);
      return;
    }

  if (platform != NULL &&
      (g_str_equal (status, SIGNET_STATUS_SUBMITTED) || g_str_equal (status, SIGNET_STATUS_IN_REVIEW)))
    {
      const char *expected = signet_words_label (signet_platform_get_review_expected (platform));

      if (*expected != '\0')
        /* Translators: what comes next on a time line; under it how long it usually takes */
        signet_timeline_append (self->timeline, SIGNET_MOMENT_NEXT, SIGNET_MEANING_NEUTRAL, _ ("Decision"),
                                expected);
    }
  for (guint i = n; i > 0; i--)
    {
      g_autoptr (SignetMilestone) milestone = g_list_model_get_item (history, i - 1);
      g_autofree char *caption = describe_milestone (self, complaint, milestone);
      const char *word = signet_milestone_get_status (milestone);

      signet_timeline_append (self->timeline, i == n ? SIGNET_MOMENT_NOW : SIGNET_MOMENT_PAST,
                              signet_words_status_meaning (word), signet_words_status (word), caption);
    }
}

static void
update (SignetComplaintPage *self)
{
  SignetComplaint *complaint = signet_matter_get_complaint (self->matter);
  GListModel *evidence;

  if (complaint == NULL)
    {
      signet_page_set_title (SIGNET_PAGE (self), _ ("Complaint"));
      gtk_widget_set_visible (self->content, FALSE);
      return;
    }

  evidence = G_LIST_MODEL (signet_complaint_get_evidence (complaint));
  gtk_widget_set_visible (self->content, TRUE);
  update_title (self, complaint);
  update_notice (self, complaint);
  signet_complaint_links_show (self->links, G_LIST_MODEL (signet_complaint_get_items (complaint)),
                               get_now (self));
  signet_evidence_list_show (self->evidence_list, get_desk (self), evidence);
  gtk_widget_set_visible (self->evidence_box, g_list_model_get_n_items (evidence) > 0);
  update_timeline (self, complaint);
  signet_receipt_card_show (self->receipt_card, self->matter, get_now (self));
  if (!self->sent_shown)
    show_sent (self, complaint);
  self->sent_shown = TRUE;
}

static gboolean
update_cb (gpointer user_data)
{
  SignetComplaintPage *self = user_data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

/* The matter notifies each of its properties when it has been read again. */
static void
matter_changed_cb (SignetComplaintPage *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
retry_clicked_cb (SignetComplaintPage *self)
{
  signet_desk_retry_submission (get_desk (self), self->id);
}

static void
narrow_changed_cb (SignetComplaintPage *self)
{
  gboolean narrow = signet_width_bin_get_narrow (self->bin);

  adw_clamp_set_maximum_size (self->side_clamp, narrow ? G_MAXINT16 : SIDE_WIDTH);
  adw_clamp_set_tightening_threshold (self->side_clamp, narrow ? G_MAXINT16 : SIDE_WIDTH);
  gtk_widget_set_size_request (GTK_WIDGET (self->side_clamp), narrow ? -1 : SIDE_WIDTH, -1);
  if (narrow)
    gtk_widget_add_css_class (self->content, "narrow");
  else
    gtk_widget_remove_css_class (self->content, "narrow");
}

static void
signet_complaint_page_constructed (GObject *object)
{
  SignetComplaintPage *self = SIGNET_COMPLAINT_PAGE (object);

  G_OBJECT_CLASS (signet_complaint_page_parent_class)->constructed (object);

  self->matter = signet_desk_open_matter (get_desk (self), self->id);
  g_signal_connect_object (self->matter, "notify", G_CALLBACK (matter_changed_cb), self, G_CONNECT_SWAPPED);
  narrow_changed_cb (self);
  update (self);
}

static void
signet_complaint_page_dispose (GObject *object)
{
  SignetComplaintPage *self = SIGNET_COMPLAINT_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->matter);

  G_OBJECT_CLASS (signet_complaint_page_parent_class)->dispose (object);
}

static void
signet_complaint_page_finalize (GObject *object)
{
  g_free (SIGNET_COMPLAINT_PAGE (object)->id);

  G_OBJECT_CLASS (signet_complaint_page_parent_class)->finalize (object);
}

static void
signet_complaint_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, SIGNET_COMPLAINT_PAGE (object)->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_complaint_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ID:
      SIGNET_COMPLAINT_PAGE (object)->id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_complaint_page_class_init (SignetComplaintPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = signet_complaint_page_constructed;
  object_class->dispose = signet_complaint_page_dispose;
  object_class->finalize = signet_complaint_page_finalize;
  object_class->get_property = signet_complaint_page_get_property;
  object_class->set_property = signet_complaint_page_set_property;

  properties[PROP_ID] = g_param_spec_string (
      "id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SIGNET_TYPE_COMPLAINT_LINKS);
  g_type_ensure (SIGNET_TYPE_DAY_TILE);
  g_type_ensure (SIGNET_TYPE_EVIDENCE_LIST);
  g_type_ensure (SIGNET_TYPE_RECEIPT_CARD);
  g_type_ensure (SIGNET_TYPE_TIMELINE);
  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-complaint-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, content);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, notice);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, notice_tile);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, notice_title);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, notice_text);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, notice_findings);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, retry_button);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, links);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, evidence_box);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, evidence_list);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, sent_group);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, side_clamp);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintPage, receipt_card);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
}

static void
signet_complaint_page_init (SignetComplaintPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->bin, "notify::narrow", G_CALLBACK (narrow_changed_cb), self);
}

/**
 * signet_complaint_page_new:
 * @desk: an open desk
 * @id: local id of a complaint
 *
 * Returns: (transfer floating): its page
 */
SignetPage *
signet_complaint_page_new (SignetDesk *desk, const char *id)
{
  return g_object_new (SIGNET_TYPE_COMPLAINT_PAGE, "desk", desk, "id", id, NULL);
}

/**
 * signet_complaint_page_get_id:
 * @self: a page
 *
 * Returns: (transfer none): local id of the complaint it shows
 */
const char *
signet_complaint_page_get_id (SignetComplaintPage *self)
{
  g_return_val_if_fail (SIGNET_IS_COMPLAINT_PAGE (self), NULL);

  return self->id;
}
