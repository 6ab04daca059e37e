/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-complaint-links.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/signet-finding-text.h"
#include "app/signet-format.h"
#include "app/signet-tile-row.h"
#include "app/signet-width-bin.h"
#include "model/signet-item.h"
#include "model/signet-measure.h"

/*
 * What was reported, one row each: the link, what became of it, why, and what the platform did about it. The
 * items of a seller stand together under the seller's name. Of many, the first are shown until one asks for
 * all.
 *
 * Shown again with new results, the rows stay and only their words change, so that scroll and focus stay.
 */

#define SHOWN_AT_FIRST 10

struct _SignetComplaintLinks
{
  GtkWidget parent_instance;

  GObject *bin;
  GtkLabel *title_label;
  GtkLabel *summary_label;
  GtkListBox *list_box;

  GPtrArray *items; /* SignetItem, those of a seller together */
  GPtrArray *rows;  /* SignetTileRow, owned by the list box */
  GtkWidget *all_row;
  gboolean show_all;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (SignetComplaintLinks, signet_complaint_links, GTK_TYPE_WIDGET)

static const char *
get_seller (SignetItem *item)
{
  const char *name = signet_item_get_seller (item);

  return *name != '\0' ? name : signet_item_get_seller_id (item);
}

/* In the order filed, but each seller's items after its first, and those without a seller at the end. */
static GPtrArray *
group_by_seller (GListModel *model)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *grouped = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (rest, g_list_model_get_item (model, i));

  while (rest->len > 0)
    {
      g_autoptr (SignetItem) first = g_ptr_array_steal_index (rest, 0);
      const char *seller = get_seller (first);

      g_ptr_array_add (*seller != '\0' ? grouped : unknown, g_object_ref (first));
      for (guint i = 0; *seller != '\0' && i < rest->len;)
        {
          if (g_str_equal (get_seller (rest->pdata[i]), seller))
            g_ptr_array_add (grouped, g_ptr_array_steal_index (rest, i));
          else
            i++;
        }
    }

  g_ptr_array_extend_and_steal (grouped, g_steal_pointer (&unknown));

  return grouped;
}

static char *
describe_measures (SignetComplaintLinks *self, SignetItem *item)
{
  GListModel *measures = G_LIST_MODEL (signet_item_get_measures (item));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (SignetMeasure) measure = g_list_model_get_item (measures, i);
      g_autofree char *day = signet_format_day_of (signet_measure_get_at (measure), self->now);

      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: what the platform did about a link, and when: "Delisted, 9 September" */
      g_string_append_printf (text, _ ("%s, %s"), signet_words_measure (signet_measure_get_measure (measure)),
                              day);
    }
  if (text->len == 0 && *signet_item_get_decided_at (item) != '\0')
    {
      g_autofree char *day = signet_format_day_of (signet_item_get_decided_at (item), self->now);

      g_string_append_printf (text, C_ ("item", "Decided on %s"), day);
    }

  return g_string_free (text, FALSE);
}

static char *
describe_reason (SignetItem *item)
{
  GListModel *findings = G_LIST_MODEL (signet_item_get_findings (item));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (findings); i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (findings, i);
      g_autofree char *title = signet_finding_text_title (finding);
      g_autofree char *advice = signet_finding_text_advice (finding);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (advice != NULL)
        /* Translators: what was found, and what to do about it */
        g_string_append_printf (text, _ ("%s. %s"), title, advice);
      else
        g_string_append (text, title);
    }

  return g_string_free (text, FALSE);
}

static void
show_item (SignetComplaintLinks *self, SignetTileRow *row, SignetItem *item)
{
  const char *link = signet_item_get_link (item);
  const char *title = signet_item_get_title (item);
  g_autofree char *measures = describe_measures (self, item);
  g_autofree char *reason = describe_reason (item);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *subtitle = NULL;

  if (*link == '\0')
    link = signet_item_get_passcode (item);
  if (*link == '\0')
    link = signet_item_get_source (item);

  g_ptr_array_add (parts, (char *) signet_words_target_kind (signet_item_get_kind (item)));
  if (*title != '\0')
    g_ptr_array_add (parts, (char *) title);
  if (*measures != '\0')
    g_ptr_array_add (parts, measures);
  g_ptr_array_add (parts, NULL);
  subtitle = g_strjoinv (" · ", (char **) parts->pdata);

  signet_tile_row_set_link (row, link);
  /* What all links begin with says nothing; the tooltip has it. */
  if (g_str_has_prefix (link, "https://"))
    signet_tile_row_set_title (row, link + strlen ("https://"));
  signet_tile_row_set_subtitle (row, subtitle);
  signet_tile_row_set_note (row, reason);
  signet_tile_row_set_status (row, signet_item_get_status (item));
}

/* "Removed 2 · Not found 1", in the order in which they first come. */
static char *
summarize (GPtrArray *items)
{
  g_autoptr (GPtrArray) statuses = g_ptr_array_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      char *status = (char *) signet_item_get_status (items->pdata[i]);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, status));

      if (*status == '\0')
        continue;
      if (n == 0)
        g_ptr_array_add (statuses, status);
      g_hash_table_insert (counts, status, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < statuses->len; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, statuses->pdata[i]));

      if (i > 0)
        g_string_append (text, " · ");
      /* Translators: what became of links, and of how many: "Removed 2" */
      g_string_append_printf (text, _ ("%s %u"), signet_words_status (statuses->pdata[i]), n);
    }

  return g_string_free (text, FALSE);
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  SignetComplaintLinks *self = user_data;
  guint place = (guint) gtk_list_box_row_get_index (row);
  const char *seller, *above;
  guint n = 1;
  g_autofree char *text = NULL;
  GtkWidget *label;

  gtk_list_box_row_set_header (row, NULL);
  if (place >= self->items->len)
    return;

  seller = get_seller (self->items->pdata[place]);
  above = place > 0 ? get_seller (self->items->pdata[place - 1]) : "";
  for (guint i = place + 1; i < self->items->len && g_str_equal (get_seller (self->items->pdata[i]), seller);
       i++)
    n++;
  if (g_str_equal (seller, above))
    return;

  /* Translators: name of a seller, and how many of the links are theirs */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %u link", "%s · %u links", n),
                          *seller != '\0' ? seller : _ ("Seller not known"), n);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "seller-header");
  gtk_list_box_row_set_header (row, label);
}

static void
update_rows (SignetComplaintLinks *self)
{
  guint n_shown = self->items->len;

  if (!self->show_all && n_shown > SHOWN_AT_FIRST + 1)
    n_shown = SHOWN_AT_FIRST;

  while (self->rows->len > n_shown)
    {
      gtk_list_box_remove (self->list_box, self->rows->pdata[self->rows->len - 1]);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  for (guint i = 0; i < n_shown; i++)
    {
      if (i == self->rows->len)
        {
          GtkWidget *row = signet_tile_row_new ();

          signet_tile_row_follow (SIGNET_TILE_ROW (row), self->bin);
          g_ptr_array_add (self->rows, row);
          gtk_list_box_insert (self->list_box, row, (int) i);
        }
      show_item (self, self->rows->pdata[i], self->items->pdata[i]);
      /* With headers between, the last row isn't the last child, which Adwaita draws without a line. */
      if (i == self->items->len - 1)
        gtk_widget_add_css_class (self->rows->pdata[i], "last-row");
      else
        gtk_widget_remove_css_class (self->rows->pdata[i], "last-row");
    }
  /* A hidden row would still be the last one, with the round corners. */
  if (n_shown < self->items->len && gtk_widget_get_parent (self->all_row) == NULL)
    gtk_list_box_append (self->list_box, self->all_row);
  else if (n_shown == self->items->len && gtk_widget_get_parent (self->all_row) != NULL)
    gtk_list_box_remove (self->list_box, self->all_row);
  gtk_list_box_invalidate_headers (self->list_box);
}

static void
show_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  SignetComplaintLinks *self = SIGNET_COMPLAINT_LINKS (widget);
  guint n_before = self->rows->len;

  self->show_all = TRUE;
  update_rows (self);
  gtk_widget_grab_focus (self->rows->pdata[n_before]);
}

static void
signet_complaint_links_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SIGNET_TYPE_COMPLAINT_LINKS);
  g_clear_object (&SIGNET_COMPLAINT_LINKS (object)->all_row);

  G_OBJECT_CLASS (signet_complaint_links_parent_class)->dispose (object);
}

static void
signet_complaint_links_finalize (GObject *object)
{
  SignetComplaintLinks *self = SIGNET_COMPLAINT_LINKS (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (signet_complaint_links_parent_class)->finalize (object);
}

static void
signet_complaint_links_class_init (SignetComplaintLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = signet_complaint_links_dispose;
  G_OBJECT_CLASS (klass)->finalize = signet_complaint_links_finalize;

  g_type_ensure (SIGNET_TYPE_WIDTH_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-complaint-links.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintLinks, bin);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintLinks, title_label);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintLinks, summary_label);
  gtk_widget_class_bind_template_child (widget_class, SignetComplaintLinks, list_box);
  gtk_widget_class_install_action (widget_class, "links.show-all", NULL, show_all_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
signet_complaint_links_init (SignetComplaintLinks *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list_box, update_header, self, NULL);
  self->all_row = g_object_ref_sink (signet_tile_row_new ());
  signet_tile_row_set_action (SIGNET_TILE_ROW (self->all_row), "links.show-all", NULL);
}

/**
 * signet_complaint_links_show:
 * @self: the links
 * @items: a list of #SignetItem, read now
 * @now: the present, µs UTC
 */
void
signet_complaint_links_show (SignetComplaintLinks *self, GListModel *items, gint64 now)
{
  guint n = g_list_model_get_n_items (items);
  g_autofree char *title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Link", "%u Links", n), n);
  g_autofree char *all =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Show the %u Link", "Show All %u Links", n), n);
  g_autofree char *summary = NULL;

  g_return_if_fail (SIGNET_IS_COMPLAINT_LINKS (self));

  g_ptr_array_unref (self->items);
  self->items = group_by_seller (items);
  self->now = now;
  summary = summarize (self->items);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->summary_label, summary);
  signet_tile_row_set_title (SIGNET_TILE_ROW (self->all_row), all);
  update_rows (self);
}
