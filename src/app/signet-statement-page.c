/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-statement-page.h"

#include <glib/gi18n.h>

#include "app/signet-statement-template.h"
#include "app/signet-width-bin.h"
#include "app/signet-words.h"
#include "model/signet-words.h"

/*
 * The statement: what happened, in the person's words. It starts from a template in the language the person
 * chooses for it, which follows the reason as long as nothing in it was changed by hand. What the other side
 * gets to see stands below.
 */

struct _SignetStatementPage
{
  SignetFormPage parent_instance;

  GtkDropDown *language_drop_down;
  GtkWidget *template_button;
  GtkTextView *text_view;
  GtkLabel *left_label;
  GtkTextBuffer *buffer; /* of the text view */
};

G_DEFINE_FINAL_TYPE (SignetStatementPage, signet_statement_page, SIGNET_TYPE_FORM_PAGE)

static const char *const pointers[] = { "/statement", "/language", NULL };

/* In the order of the drop-down. */
static const char *const languages[] = { SIGNET_LANGUAGE_ZH_CN, SIGNET_LANGUAGE_EN };

static SignetDraft *
get_draft (SignetStatementPage *self)
{
  return signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self));
}

static SignetComplaint *
get_complaint (SignetStatementPage *self)
{
  return signet_draft_get_complaint (get_draft (self));
}

static SignetPlatform *
get_platform (SignetStatementPage *self)
{
  return signet_account_get_platform (signet_draft_get_account (get_draft (self)));
}

static char *
make_template (SignetStatementPage *self)
{
  SignetComplaint *complaint = get_complaint (self);
  const char *language = signet_complaint_get_language (complaint);
  SignetRight *right = signet_draft_get_chosen_right (get_draft (self));

  if (right == NULL || *language == '\0')
    return NULL;

  return signet_statement_template_fill (language, signet_complaint_get_reason (complaint), right);
}

static gboolean
is_unchanged (SignetStatementPage *self)
{
  SignetRight *right = signet_draft_get_chosen_right (get_draft (self));

  return right != NULL &&
         signet_statement_template_is_unchanged (signet_complaint_get_statement (get_complaint (self)),
                                                 get_platform (self), right);
}

/* Through the buffer, as if it had been typed: Ctrl+Z brings back what was there. */
static void
use_template (SignetStatementPage *self)
{
  g_autofree char *text = make_template (self);
  GtkTextIter start, end;

  if (text == NULL || g_str_equal (text, signet_complaint_get_statement (get_complaint (self))))
    return;

  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
show_left (SignetStatementPage *self)
{
  SignetLimits *limits = signet_platform_get_limits (get_platform (self));
  const char *statement = signet_complaint_get_statement (get_complaint (self));
  glong left = signet_limits_get_statement_characters (limits) - g_utf8_strlen (statement, -1);
  g_autofree char *text = NULL;
  g_autofree char *template = make_template (self);

  if (left >= 0)
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%'lu character left", "%'lu characters left", (gulong) left),
        (gulong) left);
  else
    text = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%'lu character too many", "%'lu characters too many", (gulong) -left),
        (gulong) -left);
  gtk_label_set_label (self->left_label, text);
  if (left < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->left_label), "error-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->left_label), "error-text");
  gtk_widget_set_visible (self->template_button, template != NULL && !g_str_equal (template, statement));
}

static void
statement_changed_cb (SignetStatementPage *self)
{
  show_left (self);
  signet_form_page_set_satisfied (SIGNET_FORM_PAGE (self),
                                  *signet_complaint_get_statement (get_complaint (self)) != '\0');
}

static void
language_selected_cb (SignetStatementPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->language_drop_down);
  gboolean unchanged = is_unchanged (self);

  if (selected >= G_N_ELEMENTS (languages) ||
      g_str_equal (signet_complaint_get_language (get_complaint (self)), languages[selected]))
    return;

  signet_complaint_set_language (get_complaint (self), languages[selected]);
  if (unchanged)
    use_template (self);
  show_left (self);
}

static void
template_clicked_cb (SignetStatementPage *self)
{
  use_template (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
select_language (SignetStatementPage *self)
{
  const char *language = signet_complaint_get_language (get_complaint (self));

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (language, languages[i]))
      gtk_drop_down_set_selected (self->language_drop_down, i);
}

static void
signet_statement_page_shown (SignetWizardPage *page)
{
  SignetStatementPage *self = SIGNET_STATEMENT_PAGE (page);

  if (*signet_complaint_get_language (get_complaint (self)) == '\0')
    signet_complaint_set_language (get_complaint (self), signet_words_language ());
  select_language (self);
  if (is_unchanged (self))
    use_template (self);
  show_left (self);
}

static void
signet_statement_page_constructed (GObject *object)
{
  SignetStatementPage *self = SIGNET_STATEMENT_PAGE (object);

  G_OBJECT_CLASS (signet_statement_page_parent_class)->constructed (object);

  g_object_bind_property (get_complaint (self), "statement", self->buffer, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_signal_connect_object (get_complaint (self), "notify::statement", G_CALLBACK (statement_changed_cb), self,
                           G_CONNECT_SWAPPED);
  select_language (self);
  g_signal_connect_object (self->language_drop_down, "notify::selected", G_CALLBACK (language_selected_cb),
                           self, G_CONNECT_SWAPPED);
  statement_changed_cb (self);
}

static void
signet_statement_page_class_init (SignetStatementPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = signet_statement_page_constructed;
  SIGNET_FORM_PAGE_CLASS (klass)->pointers = pointers;
  SIGNET_WIZARD_PAGE_CLASS (klass)->shown = signet_statement_page_shown;

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-statement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetStatementPage, language_drop_down);
  gtk_widget_class_bind_template_child (widget_class, SignetStatementPage, template_button);
  gtk_widget_class_bind_template_child (widget_class, SignetStatementPage, text_view);
  gtk_widget_class_bind_template_child (widget_class, SignetStatementPage, left_label);
  gtk_widget_class_bind_template_callback (widget_class, template_clicked_cb);
}

static void
signet_statement_page_init (SignetStatementPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->buffer = gtk_text_view_get_buffer (self->text_view);
}
