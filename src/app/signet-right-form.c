/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-right-form.h"

#include <glib/gi18n.h>

#include "app/signet-classes-group.h"
#include "app/signet-country-row.h"
#include "app/signet-date-row.h"
#include "app/signet-right-fields.h"
#include "app/signet-term-row.h"
#include "app/signet-texts-group.h"
#include "app/signet-word-row.h"
#include "app/signet-words.h"
#include "model/signet-country.h"
#include "model/signet-words.h"

/*
 * The fields of a right of any kind, in groups: those its kind has by the rule set of the draft's account,
 * and those in which something stands already. Each edits the right itself and has its findings below it.
 * Made anew when another kind was chosen.
 */

struct _SignetRightForm
{
  AdwBin parent_instance;

  SignetFormPage *page; /* not owned: it owns us */
  GtkBox *box;          /* of the kind that is shown */
  char *shown;          /* which fields there are */
};

G_DEFINE_FINAL_TYPE (SignetRightForm, signet_right_form, ADW_TYPE_BIN)

static const char *const work_kinds[] = {
  SIGNET_WORK_KIND_LITERARY,    SIGNET_WORK_KIND_ORAL,
  SIGNET_WORK_KIND_MUSIC,       SIGNET_WORK_KIND_DRAMA,
  SIGNET_WORK_KIND_ART,         SIGNET_WORK_KIND_PHOTOGRAPH,
  SIGNET_WORK_KIND_AUDIOVISUAL, SIGNET_WORK_KIND_ARCHITECTURE,
  SIGNET_WORK_KIND_GRAPHIC,     SIGNET_WORK_KIND_SOFTWARE_INTERFACE,
  SIGNET_WORK_KIND_OTHER,       NULL,
};

static const char *const author_kinds[] = { SIGNET_AUTHOR_KIND_PERSON, SIGNET_AUTHOR_KIND_ORGANISATION,
                                            NULL };

static SignetDraft *
get_draft (SignetRightForm *self)
{
  return signet_wizard_page_get_draft (SIGNET_WIZARD_PAGE (self->page));
}

/* Where it is registered; at home first. */
static GtkWidget *
make_territory_row (void)
{
  GtkWidget *row = signet_country_row_new ();
  const char *const *china = signet_country_list_china ();

  for (guint i = g_strv_length ((char **) china); i > 0; i--)
    signet_country_row_add_first (SIGNET_COUNTRY_ROW (row), china[i - 1],
                                  signet_right_fields_get_territory_name (china[i - 1]));

  return row;
}

static GtkWidget *
make_editor (const SignetRightField *field)
{
  GtkWidget *row;

  if (field->editor == SIGNET_RIGHT_EDITOR_DATE)
    return signet_date_row_new ();
  if (field->editor == SIGNET_RIGHT_EDITOR_COUNTRY)
    return make_territory_row ();
  if (g_str_equal (field->name, "work_kind"))
    return signet_word_row_new (work_kinds, signet_words_work_kind);
  if (g_str_equal (field->name, "author_kind"))
    return signet_word_row_new (author_kinds, signet_words_author_kind);

  row = adw_entry_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);

  return row;
}

/* An organisation doesn't die; a date that is there already stays in sight. */
static gboolean
died_on_to_visible_cb (GBinding *binding,
                       const GValue *author_kind,
                       GValue *visible,
                       G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GObject) right = g_binding_dup_source (binding);

  g_value_set_boolean (visible,
                       g_strcmp0 (g_value_get_string (author_kind), SIGNET_AUTHOR_KIND_ORGANISATION) != 0 ||
                           *signet_right_get_author_died_on (SIGNET_RIGHT (right)) != '\0');

  return TRUE;
}

static void
add_field (SignetRightForm *self, AdwPreferencesGroup *group, const SignetRightField *field)
{
  SignetRight *right = signet_draft_get_right (get_draft (self));
  GtkWidget *row = make_editor (field);
  g_autofree char *pointer = g_strconcat ("/", field->name, NULL);
  const char *edited = SIGNET_IS_COUNTRY_ROW (row) ? "code" : "text";

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 signet_right_fields_get_title (field, signet_right_get_kind (right)));
  g_object_bind_property (right, field->property, row, edited,
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  if (g_str_equal (field->name, "author_died_on"))
    g_object_bind_property_full (right, "author-kind", row, "visible", G_BINDING_SYNC_CREATE,
                                 died_on_to_visible_cb, NULL, NULL, NULL);
  adw_preferences_group_add (group, row);
  signet_form_page_add_finding (self->page, group, row, pointer);
}

static gboolean
has_certificate (const char *kind)
{
  return !g_str_equal (kind, SIGNET_RIGHT_KIND_ORIGINAL_IMAGE) &&
         !g_str_equal (kind, SIGNET_RIGHT_KIND_PORTRAIT);
}

static void
set_heading (AdwPreferencesGroup *group, SignetRightSection section, const char *kind)
{
  switch (section)
    {
    case SIGNET_RIGHT_SECTION_CERTIFICATE:
      if (has_certificate (kind))
        {
          adw_preferences_group_set_title (group, _ ("As Printed on the Certificate"));
          adw_preferences_group_set_description (group,
                                                 _ ("Type exactly what you see, also if it is out of date."));
        }
      else if (g_str_equal (kind, SIGNET_RIGHT_KIND_PORTRAIT))
        adw_preferences_group_set_title (group, _ ("Who Is Shown"));
      else
        adw_preferences_group_set_title (group, _ ("The Image"));
      break;
    case SIGNET_RIGHT_SECTION_AUTHOR:
      adw_preferences_group_set_title (group, _ ("Author"));
      adw_preferences_group_set_description (group, _ ("Who made it decides how long it is protected."));
      break;
    case SIGNET_RIGHT_SECTION_DATES:
      adw_preferences_group_set_title (group, _ ("Validity"));
      break;
    case SIGNET_RIGHT_SECTION_LICENCE:
      adw_preferences_group_set_title (group, _ ("Licence"));
      adw_preferences_group_set_description (group, _ ("As agreed in the contract with the owner."));
      break;
    case SIGNET_RIGHT_SECTION_LIST:
    default:
      break;
    }
}

static void
add_list (SignetRightForm *self, const SignetRightField *field)
{
  SignetRight *right = signet_draft_get_right (get_draft (self));
  GtkWidget *group;

  if (field->editor == SIGNET_RIGHT_EDITOR_CLASSES)
    {
      group = g_object_new (SIGNET_TYPE_CLASSES_GROUP, NULL);
      signet_classes_group_set_right (SIGNET_CLASSES_GROUP (group), right, SIGNET_WIZARD_PAGE (self->page));
    }
  else
    {
      group = signet_texts_group_new (
          _ ("Authorised Accounts"), _ ("Accounts of this person, or that may show the person."),
          /* Translators: title of an entry: name or number of an account on the platform */
          _ ("Account"), G_OBJECT (right), field->property);
      gtk_widget_set_sensitive (group, signet_draft_is_open (get_draft (self), "/accounts"));
    }
  gtk_box_append (self->box, group);
}

/* What is asked, in one text. */
static char *
list_asked (SignetRightForm *self)
{
  SignetRight *right = signet_draft_get_right (get_draft (self));
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (get_draft (self)));
  GString *asked = g_string_new (signet_right_get_kind (right));
  guint n_fields;
  const SignetRightField *fields = signet_right_fields_get_all (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (signet_right_fields_is_asked (&fields[i], right, platform))
      g_string_append_printf (asked, " %s", fields[i].name);

  return g_string_free (asked, FALSE);
}

static void
add_section (SignetRightForm *self, SignetRightSection section)
{
  SignetRight *right = signet_draft_get_right (get_draft (self));
  SignetPlatform *platform = signet_account_get_platform (signet_draft_get_account (get_draft (self)));
  GtkWidget *group = NULL;
  gboolean fillable = FALSE;
  guint n_fields;
  const SignetRightField *fields = signet_right_fields_get_all (&n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].section != section || !signet_right_fields_is_asked (&fields[i], right, platform))
        continue;
      if (section == SIGNET_RIGHT_SECTION_LIST)
        {
          add_list (self, &fields[i]);
          continue;
        }
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          set_heading (ADW_PREFERENCES_GROUP (group), section, signet_right_get_kind (right));
          gtk_box_append (self->box, group);
        }
      add_field (self, ADW_PREFERENCES_GROUP (group), &fields[i]);
      if (g_str_equal (fields[i].name, "valid_until"))
        fillable = TRUE;
    }
  if (section == SIGNET_RIGHT_SECTION_DATES && group != NULL)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               signet_term_row_new (get_draft (self), fillable));
}

static void
signet_right_form_finalize (GObject *object)
{
  g_free (SIGNET_RIGHT_FORM (object)->shown);

  G_OBJECT_CLASS (signet_right_form_parent_class)->finalize (object);
}

static void
signet_right_form_class_init (SignetRightFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_right_form_finalize;
}

static void
signet_right_form_init (SignetRightForm *self)
{
}

/**
 * signet_right_form_show:
 * @self: a form
 * @page: the page it stands on, of a draft of a right
 *
 * Shows the fields of the right's kind and standing as they are now. What is shown already stays as it is,
 * with the focus in it.
 */
void
signet_right_form_show (SignetRightForm *self, SignetFormPage *page)
{
  g_autofree char *asked = NULL;

  g_return_if_fail (SIGNET_IS_RIGHT_FORM (self));
  g_return_if_fail (SIGNET_IS_FORM_PAGE (page));

  self->page = page;
  asked = list_asked (self);
  if (g_strcmp0 (asked, self->shown) == 0)
    return;

  g_free (self->shown);
  self->shown = g_steal_pointer (&asked);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 22));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  for (SignetRightSection section = SIGNET_RIGHT_SECTION_CERTIFICATE; section <= SIGNET_RIGHT_SECTION_LIST;
       section++)
    add_section (self, section);
}
