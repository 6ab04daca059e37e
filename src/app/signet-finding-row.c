/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-finding-row.h"

#include <glib/gi18n.h>

#include "app/signet-choice-row.h"
#include "app/signet-finding-text.h"
#include "model/signet-evidence.h"

/*
 * What was found wrong with one field, directly under it in the same list: icon and word of its severity, a
 * sentence, the two strings where two differ, and what to do. Hidden while there is nothing to say.
 *
 * In a template it stands after its field and is bound to the page:
 *
 *   <object class="SignetFindingRow">
 *     <property name="field">number_row</property>
 *     <property name="pointer">/number</property>
 *     <binding name="findings"><lookup name="findings">SignetThePage</lookup></binding>
 *     <binding name="revealed"><lookup name="revealed">SignetThePage</lookup></binding>
 *   </object>
 *
 * For papers, SignetFindingRow:slot and SignetFindingRow:files narrow it to one slot; with
 * SignetFindingRow:others it says what is of none of those slots.
 *
 * It doesn't interrupt: while the person is typing in the field nothing new appears, and an empty field is no
 * mistake before the person was there or has pressed Next.
 */

struct _SignetFindingRow
{
  AdwPreferencesRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkWidget *compare;
  GtkLabel *first_name;
  GtkLabel *first_text;
  GtkLabel *second_name;
  GtkLabel *second_text;
  GtkLabel *advice;

  GtkWidget *field;
  GtkEventController *focus;
  char *pointer;
  char *slot;        /* with files: only what concerns this slot */
  char **others;     /* with files: only what concerns none of these */
  GListModel *files; /* of SignetEvidence, in the order of the pointers */
  GListModel *findings;
  gboolean revealed;
  gboolean touched;
  SignetFinding *shown;
};

G_DEFINE_FINAL_TYPE (SignetFindingRow, signet_finding_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_POINTER,
  PROP_SLOT,
  PROP_OTHERS,
  PROP_FILES,
  PROP_FINDINGS,
  PROP_REVEALED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const severity_classes[] = { "error", "warning", "hint" };
static const char *const severity_icons[] = { "dialog-error-symbolic", "dialog-warning-symbolic",
                                              "dialog-information-symbolic" };

/* Files have one list and one pointer for all slots: /files/N is the slot of the file there, /files names its
 * slot in a parameter. */
static char *
find_slot (SignetFindingRow *self, SignetFinding *finding)
{
  const char *named = signet_finding_get_param (finding, "slot");
  const char *rest = signet_finding_get_pointer (finding) + strlen (self->pointer);
  g_autoptr (SignetEvidence) file = NULL;
  guint64 position;

  if (*named != '\0')
    return g_strdup (named);
  if (*rest != '/' || self->files == NULL ||
      !g_ascii_string_to_unsigned (rest + 1, 10, 0, G_MAXUINT32, &position, NULL))
    return NULL;

  file = g_list_model_get_item (self->files, (guint) position);

  return file != NULL ? g_strdup (signet_evidence_get_slot (file)) : NULL;
}

static gboolean
is_for_slot (SignetFindingRow *self, SignetFinding *finding)
{
  g_autofree char *slot = NULL;

  if (self->slot == NULL && self->others == NULL)
    return TRUE;

  slot = find_slot (self, finding);
  if (self->slot != NULL)
    return g_strcmp0 (slot, self->slot) == 0;

  return slot == NULL || !g_strv_contains ((const char *const *) self->others, slot);
}

static SignetFinding *
find_worst (SignetFindingRow *self)
{
  SignetFinding *worst = NULL;
  guint n_findings;

  if (self->findings == NULL || self->pointer == NULL)
    return NULL;

  n_findings = g_list_model_get_n_items (self->findings);
  for (guint i = 0; i < n_findings; i++)
    {
      g_autoptr (SignetFinding) finding = g_list_model_get_item (self->findings, i);

      if (!signet_finding_text_is_under (finding, self->pointer) || !is_for_slot (self, finding))
        continue;
      if (worst == NULL || signet_finding_get_severity (finding) < signet_finding_get_severity (worst))
        worst = finding; /* the list keeps it */
    }

  return worst;
}

static gboolean
is_due (SignetFindingRow *self, SignetFinding *finding)
{
  gboolean typing;

  if (self->revealed)
    return TRUE;

  if (signet_finding_text_is_missing (finding) && !self->touched)
    return FALSE;

  typing = GTK_IS_EDITABLE (self->field) && self->focus != NULL &&
           gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus));

  return !typing || self->shown != NULL;
}

/* What lies between the common beginning and the common end of both is what differs. */
static void
mark_difference (GtkLabel *label, const char *text, const char *other)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *start = text, *other_start = other;
  const char *end = text + strlen (text), *other_end = other + strlen (other);
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  while (*start != '\0' && g_utf8_get_char (start) == g_utf8_get_char (other_start))
    {
      start = g_utf8_next_char (start);
      other_start = g_utf8_next_char (other_start);
    }
  while (end > start && other_end > other_start)
    {
      const char *before = g_utf8_prev_char (end), *other_before = g_utf8_prev_char (other_end);

      if (g_utf8_get_char (before) != g_utf8_get_char (other_before))
        break;
      end = before;
      other_end = other_before;
    }

  bold->start_index = line->start_index = (guint) (start - text);
  bold->end_index = line->end_index = (guint) (end - text);
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, line);
  pango_attr_list_insert (attributes,
                          pango_attr_insert_hyphens_new (FALSE)); /* it would be one more difference */
  gtk_label_set_label (label, text);
  gtk_label_set_attributes (label, attributes);
}

static void
style_field (SignetFindingRow *self, SignetFinding *finding)
{
  static const char *const field_classes[] = { "error", "warning", NULL };
  guint severity = finding != NULL ? signet_finding_get_severity (finding) : G_N_ELEMENTS (field_classes) - 1;

  if (self->field == NULL)
    return;

  if (GTK_IS_EDITABLE (self->field)) /* of several things to choose from none is the wrong one */
    {
      gtk_widget_remove_css_class (self->field, "error");
      gtk_widget_remove_css_class (self->field, "warning");
      if (field_classes[severity] != NULL)
        gtk_widget_add_css_class (self->field, field_classes[severity]);
    }

  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_STATE_INVALID,
      severity == SIGNET_SEVERITY_ERROR ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (finding != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self,
                                    NULL, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

static void
show_comparison (SignetFindingRow *self, SignetFinding *finding)
{
  SignetComparison comparison;
  gboolean has = signet_finding_text_get_comparison (finding, &comparison);

  gtk_widget_set_visible (self->compare, has);
  if (!has)
    return;

  gtk_label_set_label (self->first_name, comparison.first_name);
  gtk_label_set_label (self->second_name, comparison.second_name);
  mark_difference (self->first_text, comparison.first, comparison.second);
  mark_difference (self->second_text, comparison.second, comparison.first);
}

static void
update (SignetFindingRow *self)
{
  SignetFinding *finding = find_worst (self);
  g_autofree char *title = NULL;
  g_autofree char *advice = NULL;
  g_autofree char *description = NULL;

  if (finding != NULL && !is_due (self, finding))
    finding = NULL;

  g_set_object (&self->shown, finding);
  style_field (self, finding);
  gtk_widget_set_visible (GTK_WIDGET (self), finding != NULL);
  if (finding == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (severity_classes); i++)
    {
      if (i == signet_finding_get_severity (finding))
        gtk_widget_add_css_class (GTK_WIDGET (self), severity_classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), severity_classes[i]);
    }
  gtk_image_set_from_icon_name (self->icon, severity_icons[signet_finding_get_severity (finding)]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  signet_finding_text_severity (signet_finding_get_severity (finding)), -1);

  if (SIGNET_IS_CHOICE_ROW (self->field) && signet_finding_text_is_missing (finding))
    title = g_strdup (_ ("Choose one of these"));
  else
    title = signet_finding_text_title (finding);
  advice = signet_finding_text_advice (finding);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->advice, advice != NULL ? advice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->advice), advice != NULL);
  show_comparison (self, finding);

  description = g_strjoin (" ", title, advice, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

static void
focus_left_cb (SignetFindingRow *self)
{
  update (self);
}

static void
field_changed_cb (SignetFindingRow *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->field)) != '\0')
    self->touched = TRUE;
}

static void
findings_changed_cb (SignetFindingRow *self)
{
  update (self);
}

static void
set_findings (SignetFindingRow *self, GListModel *findings)
{
  if (self->findings == findings)
    return;

  if (self->findings != NULL)
    g_signal_handlers_disconnect_by_func (self->findings, findings_changed_cb, self);
  g_set_object (&self->findings, findings);
  if (findings != NULL)
    g_signal_connect_swapped (findings, "items-changed", G_CALLBACK (findings_changed_cb), self);
  update (self);
}

static void
signet_finding_row_dispose (GObject *object)
{
  SignetFindingRow *self = SIGNET_FINDING_ROW (object);

  if (self->findings != NULL)
    g_signal_handlers_disconnect_by_func (self->findings, findings_changed_cb, self);
  g_clear_object (&self->findings);
  g_clear_object (&self->files);
  signet_finding_row_set_field (self, NULL);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (signet_finding_row_parent_class)->dispose (object);
}

static void
signet_finding_row_finalize (GObject *object)
{
  SignetFindingRow *self = SIGNET_FINDING_ROW (object);

  g_free (self->pointer);
  g_free (self->slot);
  g_strfreev (self->others);

  G_OBJECT_CLASS (signet_finding_row_parent_class)->finalize (object);
}

static void
signet_finding_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetFindingRow *self = SIGNET_FINDING_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_object (value, self->field);
      break;
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    case PROP_SLOT:
      g_value_set_string (value, self->slot);
      break;
    case PROP_OTHERS:
      g_value_set_boxed (value, self->others);
      break;
    case PROP_FILES:
      g_value_set_object (value, self->files);
      break;
    case PROP_FINDINGS:
      g_value_set_object (value, self->findings);
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, self->revealed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_finding_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetFindingRow *self = SIGNET_FINDING_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      signet_finding_row_set_field (self, g_value_get_object (value));
      break;
    case PROP_POINTER:
      g_free (self->pointer);
      self->pointer = g_value_dup_string (value);
      update (self);
      break;
    case PROP_SLOT:
      g_free (self->slot);
      self->slot = g_value_dup_string (value);
      update (self);
      break;
    case PROP_OTHERS:
      g_strfreev (self->others);
      self->others = g_value_dup_boxed (value);
      update (self);
      break;
    case PROP_FILES:
      g_set_object (&self->files, g_value_get_object (value));
      update (self);
      break;
    case PROP_FINDINGS:
      set_findings (self, g_value_get_object (value));
      break;
    case PROP_REVEALED:
      self->revealed = g_value_get_boolean (value);
      update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* A list box gives up at a row that can't have the focus, so Tab would leave the form at its first finding.
 */
static gboolean
signet_finding_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean backward = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP;
  GtkWidget *row = widget;

  do
    row = backward ? gtk_widget_get_prev_sibling (row) : gtk_widget_get_next_sibling (row);
  while (row != NULL && !gtk_widget_is_visible (row));

  return row != NULL && gtk_widget_child_focus (row, direction);
}

static void
signet_finding_row_class_init (SignetFindingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = signet_finding_row_dispose;
  object_class->finalize = signet_finding_row_finalize;
  object_class->get_property = signet_finding_row_get_property;
  object_class->set_property = signet_finding_row_set_property;
  widget_class->focus = signet_finding_row_focus;

  properties[PROP_FIELD] = g_param_spec_object ("field", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_POINTER] = g_param_spec_string ("pointer", NULL, NULL, NULL,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SLOT] = g_param_spec_string ("slot", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_OTHERS] = g_param_spec_boxed ("others", NULL, NULL, G_TYPE_STRV,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILES] = g_param_spec_object ("files", NULL, NULL, G_TYPE_LIST_MODEL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FINDINGS] = g_param_spec_object ("findings", NULL, NULL, G_TYPE_LIST_MODEL,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE,
                                                    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/signet-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SignetFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, SignetFindingRow, title);
  gtk_widget_class_bind_template_child (widget_class, SignetFindingRow, compare);
  gtk_widget_class_bind_template_child (widget_class, SignetFindingRow, first_name);
  gtk_widget_class_bind_template_child (widget_class, SignetFindingRow, first_text);
  gtk_widget_class_bind_template_child (widget_class, SignetFindingRow, second_name);
  gtk_widget_class_bind_template_child (widget_class, SignetFindingRow, second_text);
  gtk_widget_class_bind_template_child (widget_class, SignetFindingRow, advice);
}

static void
signet_finding_row_init (SignetFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * signet_finding_row_new:
 *
 * Returns: (transfer floating): a row with nothing to say
 */
GtkWidget *
signet_finding_row_new (void)
{
  return g_object_new (SIGNET_TYPE_FINDING_ROW, NULL);
}

/**
 * signet_finding_row_get_field:
 * @self: a finding row
 *
 * Returns: (nullable) (transfer none): the field above it
 */
GtkWidget *
signet_finding_row_get_field (SignetFindingRow *self)
{
  g_return_val_if_fail (SIGNET_IS_FINDING_ROW (self), NULL);

  return self->field;
}

/**
 * signet_finding_row_set_field:
 * @self: a finding row
 * @field: (nullable): the field it speaks about
 */
void
signet_finding_row_set_field (SignetFindingRow *self, GtkWidget *field)
{
  g_return_if_fail (SIGNET_IS_FINDING_ROW (self));

  if (self->field == field)
    return;

  if (self->field != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->field, field_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->focus, focus_left_cb, self);
      gtk_widget_remove_controller (self->field, self->focus);
      self->focus = NULL;
    }

  g_set_object (&self->field, field);
  if (field == NULL)
    return;

  self->focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (self->focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (field, self->focus);
  if (GTK_IS_EDITABLE (field))
    g_signal_connect_swapped (field, "changed", G_CALLBACK (field_changed_cb), self);
}

/**
 * signet_finding_row_has_error:
 * @self: a finding row
 *
 * Returns: whether it shows an error, which keeps the page from being complete
 */
gboolean
signet_finding_row_has_error (SignetFindingRow *self)
{
  g_return_val_if_fail (SIGNET_IS_FINDING_ROW (self), FALSE);

  return self->shown != NULL && signet_finding_get_severity (self->shown) == SIGNET_SEVERITY_ERROR;
}
