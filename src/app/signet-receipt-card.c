/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-receipt-card.h"

#include <glib/gi18n.h>

#include "app/signet-format.h"
#include "app/signet-words.h"

/*
 * The receipt in words: whether the platform's signature and every digest agree with what was sent, what it
 * means if they don't, and since when the key that signed has been known here.
 */

struct _SignetReceiptCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkLabel *times_label;
};

G_DEFINE_FINAL_TYPE (SignetReceiptCard, signet_receipt_card, GTK_TYPE_WIDGET)

/* What doesn't agree, by the desk's word for it. */
static const struct
{
  const char *problem;
  const char *text;
} problems[] = {
  /* Translators: what is wrong with a receipt. */
  { "malformed", N_ ("It can’t be read.") },
  { "signature", N_ ("The signature isn’t the platform’s.") },
  { "subject", N_ ("It is for something else.") },
  { "request", N_ ("It isn’t for what you sent: the digest of the complaint differs.") },
  { "files", N_ ("The digests of the files aren’t those you sent.") },
  { "items", N_ ("It counts another number of links than you sent.") },
};

static char *
describe_problem (const char *problem)
{
  /* Translators: follows what is wrong with a receipt */
  const char *advice = _ ("Keep it and ask the platform; Signet keeps what you sent.");

  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    {
      if (g_strcmp0 (problem, problems[i].problem) == 0)
        return g_strdup_printf ("%s %s", _ (problems[i].text), advice);
    }

  return g_strdup (advice);
}

static void
show (SignetReceiptCard *self,
      const char *icon_name,
      SignetMeaning meaning,
      const char *title,
      const char *text)
{
  static const char *const classes[] = { "success", "warning", "error" };

  gtk_image_set_from_icon_name (self->icon, icon_name);
  for (gsize i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  if (signet_words_meaning_class (meaning) != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), signet_words_meaning_class (meaning));
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->text_label, text);
}

static char *
describe_times (SignetMatter *matter, gint64 now)
{
  gint64 received_at = signet_matter_get_receipt_at (matter);
  gint64 key_first_seen = signet_matter_get_key_first_seen (matter);
  GString *text = g_string_new (NULL);

  if (received_at > 0)
    {
      g_autofree char *when = signet_format_day_and_time (received_at, now);

      /* Translators: %s is a day and time */
      g_string_append_printf (text, _ ("Received %s"), when);
    }
  if (key_first_seen > 0)
    {
      g_autofree char *when = signet_format_day_and_time (key_first_seen, now);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: since when the key that signed the receipt is known here; %s is a day and time */
      g_string_append_printf (text, _ ("Signing key known since %s"), when);
    }

  return g_string_free (text, FALSE);
}

static void
signet_receipt_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_RECEIPT_CARD);

  G_OBJECT_CLASS (signet_receipt_card_parent_class)->dispose (object);
}

static void
signet_receipt_card_class_init (SignetReceiptCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_receipt_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-receipt-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetReceiptCard, box);
  gtk_widget_class_bind_template_child (widget_class, SignetReceiptCard, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetReceiptCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, SignetReceiptCard, text_label);
  gtk_widget_class_bind_template_child (widget_class, SignetReceiptCard, times_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "receiptcard");
}

static void
signet_receipt_card_init (SignetReceiptCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/**
 * signet_receipt_card_show:
 * @self: a card
 * @matter: a loaded complaint
 * @now: the present, µs UTC
 *
 * Says how it stands with the receipt now.
 */
void
signet_receipt_card_show (SignetReceiptCard *self, SignetMatter *matter, gint64 now)
{
  g_autofree char *text = NULL;
  g_autofree char *times = NULL;
  guint n_digests;

  g_return_if_fail (SIGNET_IS_RECEIPT_CARD (self));
  g_return_if_fail (SIGNET_IS_MATTER (matter));

  switch (signet_matter_get_receipt_state (matter))
    {
    case SIGNET_RECEIPT_VERIFIED:
      /* each file's, and that of the complaint itself */
      n_digests = signet_matter_get_receipt_files (matter) + 1;
      text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "Signed by the platform. Its %u digest matches what you sent.",
                       "Signed by the platform. All %u digests match what you sent.", n_digests),
          n_digests);
      show (self, "security-high-symbolic", SIGNET_MEANING_SUCCESS, _ ("Receipt verified"), text);
      break;
    case SIGNET_RECEIPT_WRONG:
      text = describe_problem (signet_matter_get_receipt_problem (matter));
      show (self, "dialog-error-symbolic", SIGNET_MEANING_ERROR, _ ("Receipt not verified"), text);
      break;
    case SIGNET_RECEIPT_UNCHECKED:
      show (
          self, "dialog-question-symbolic", SIGNET_MEANING_NEUTRAL, _ ("Receipt not checked yet"),
          _ ("Signet doesn’t know the platform’s key yet. It is checked as soon as the platform shows it."));
      break;
    case SIGNET_RECEIPT_NONE:
    default:
      show (self, "content-loading-symbolic", SIGNET_MEANING_NEUTRAL, _ ("No receipt yet"),
            _ ("The platform signs one when it has received the complaint."));
      break;
    }

  times = describe_times (matter, now);
  gtk_label_set_label (self->times_label, times);
  gtk_widget_set_visible (GTK_WIDGET (self->times_label), *times != '\0');
}
