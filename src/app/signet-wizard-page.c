/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-wizard-page.h"

/*
 * One page of a wizard. It works on the shared draft and says how it stands; the wizard listens. A page never
 * touches the wizard's buttons and names no other page. One with fields of the draft is a SignetFormPage.
 *
 * Signals: "advance" (the page is done by itself, as if Next had been pressed), "go" (to another step's name,
 * from an edit button on a review page, with a JSON pointer if it is one field that matters).
 */

typedef struct
{
  SignetDesk *desk;
  SignetDraft *draft;
  char *title;
  char *status;
  char *status_detail;
  char *blocked;
  char *next_label;
  gboolean another;
  char *outcome;
  gboolean complete;
  gboolean busy;
} SignetWizardPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SignetWizardPage, signet_wizard_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_DESK,
  PROP_DRAFT,
  PROP_TITLE,
  PROP_COMPLETE,
  PROP_BUSY,
  PROP_STATUS,
  PROP_STATUS_DETAIL,
  PROP_BLOCKED,
  PROP_NEXT_LABEL,
  N_PROPS
};

enum
{
  ADVANCE,
  GO,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
set_text (SignetWizardPage *self, char **field, const char *text, guint prop_id)
{
  if (g_strcmp0 (*field, text) == 0)
    return;

  g_free (*field);
  *field = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
signet_wizard_page_dispose (GObject *object)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (SIGNET_WIZARD_PAGE (object));

  g_clear_object (&priv->desk);
  g_clear_object (&priv->draft);

  G_OBJECT_CLASS (signet_wizard_page_parent_class)->dispose (object);
}

static void
signet_wizard_page_finalize (GObject *object)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (SIGNET_WIZARD_PAGE (object));

  g_free (priv->title);
  g_free (priv->status);
  g_free (priv->status_detail);
  g_free (priv->blocked);
  g_free (priv->next_label);
  g_free (priv->outcome);

  G_OBJECT_CLASS (signet_wizard_page_parent_class)->finalize (object);
}

static void
signet_wizard_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (SIGNET_WIZARD_PAGE (object));

  switch (prop_id)
    {
    case PROP_DESK:
      g_value_set_object (value, priv->desk);
      break;
    case PROP_DRAFT:
      g_value_set_object (value, priv->draft);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, priv->complete);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, priv->busy);
      break;
    case PROP_STATUS:
      g_value_set_string (value, priv->status);
      break;
    case PROP_STATUS_DETAIL:
      g_value_set_string (value, priv->status_detail);
      break;
    case PROP_BLOCKED:
      g_value_set_string (value, priv->blocked);
      break;
    case PROP_NEXT_LABEL:
      g_value_set_string (value, priv->next_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_wizard_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SignetWizardPage *self = SIGNET_WIZARD_PAGE (object);
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_DESK:
      priv->desk = g_value_dup_object (value);
      break;
    case PROP_DRAFT:
      priv->draft = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      set_text (self, &priv->title, g_value_get_string (value), PROP_TITLE);
      break;
    case PROP_NEXT_LABEL:
      set_text (self, &priv->next_label, g_value_get_string (value), PROP_NEXT_LABEL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_wizard_page_class_init (SignetWizardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = signet_wizard_page_dispose;
  object_class->finalize = signet_wizard_page_finalize;
  object_class->get_property = signet_wizard_page_get_property;
  object_class->set_property = signet_wizard_page_set_property;

  properties[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, SIGNET_TYPE_DESK,
                                               writable | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, SIGNET_TYPE_DRAFT,
                                                writable | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                writable | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, readable);
  properties[PROP_STATUS_DETAIL] = g_param_spec_string ("status-detail", NULL, NULL, NULL, readable);
  properties[PROP_BLOCKED] = g_param_spec_string ("blocked", NULL, NULL, NULL, readable);
  properties[PROP_NEXT_LABEL] = g_param_spec_string ("next-label", NULL, NULL, NULL,
                                                     writable | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ADVANCE] = g_signal_new ("advance", SIGNET_TYPE_WIZARD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[GO] = g_signal_new ("go", SIGNET_TYPE_WIZARD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
signet_wizard_page_init (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  priv->complete = TRUE;
}

/**
 * signet_wizard_page_get_desk:
 * @self: a page
 *
 * Returns: (transfer none): the desk
 */
SignetDesk *
signet_wizard_page_get_desk (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), NULL);

  return priv->desk;
}

/**
 * signet_wizard_page_get_draft:
 * @self: a page
 *
 * Returns: (transfer none): the draft all pages of the wizard edit
 */
SignetDraft *
signet_wizard_page_get_draft (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), NULL);

  return priv->draft;
}

/**
 * signet_wizard_page_get_title:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): what stands in the wizard's header
 */
const char *
signet_wizard_page_get_title (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), NULL);

  return priv->title;
}

/**
 * signet_wizard_page_get_complete:
 * @self: a page
 *
 * Returns: whether Next may be pressed
 */
gboolean
signet_wizard_page_get_complete (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), FALSE);

  return priv->complete;
}

/**
 * signet_wizard_page_set_complete:
 * @self: a page; not a #SignetFormPage, which finds out itself
 * @complete: whether Next may be pressed
 *
 * Tells the wizard in any case, since the number of warnings may have changed, which it shows.
 */
void
signet_wizard_page_set_complete (SignetWizardPage *self, gboolean complete)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  priv->complete = complete;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPLETE]);
}

/**
 * signet_wizard_page_get_busy:
 * @self: a page
 *
 * Returns: whether something runs that Next must wait for
 */
gboolean
signet_wizard_page_get_busy (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), FALSE);

  return priv->busy;
}

/**
 * signet_wizard_page_set_busy:
 * @self: a page
 * @busy: whether something runs that Next must wait for, such as a file being copied
 */
void
signet_wizard_page_set_busy (SignetWizardPage *self, gboolean busy)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  if (priv->busy == busy)
    return;
  priv->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/**
 * signet_wizard_page_set_status:
 * @self: a page
 * @status: (nullable): what stands at the start of the bottom bar; %NULL: the number of warnings, if any
 * @detail: (nullable): second, smaller line
 */
void
signet_wizard_page_set_status (SignetWizardPage *self, const char *status, const char *detail)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  set_text (self, &priv->status_detail, detail, PROP_STATUS_DETAIL);
  set_text (self, &priv->status, status, PROP_STATUS);
}

/**
 * signet_wizard_page_get_status:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): its own text for the bottom bar
 */
const char *
signet_wizard_page_get_status (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), NULL);

  return priv->status;
}

/**
 * signet_wizard_page_get_status_detail:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): the second line of that text
 */
const char *
signet_wizard_page_get_status_detail (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), NULL);

  return priv->status_detail;
}

/**
 * signet_wizard_page_set_blocked:
 * @self: a page
 * @reason: (nullable): why Next cannot even be pressed ("Confirm the guarantee first"); %NULL: it can
 *
 * For the one irreversible button. Everywhere else Next stays sensitive and shows what is missing.
 */
void
signet_wizard_page_set_blocked (SignetWizardPage *self, const char *reason)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  set_text (self, &priv->blocked, reason, PROP_BLOCKED);
}

/**
 * signet_wizard_page_get_blocked:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): why Next cannot be pressed
 */
const char *
signet_wizard_page_get_blocked (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), NULL);

  return priv->blocked;
}

/**
 * signet_wizard_page_set_next_label:
 * @self: a page
 * @label: (nullable): what Next is called on this page; %NULL: Next
 */
void
signet_wizard_page_set_next_label (SignetWizardPage *self, const char *label)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  set_text (self, &priv->next_label, label, PROP_NEXT_LABEL);
}

/**
 * signet_wizard_page_get_next_label:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): what Next is called on this page
 */
const char *
signet_wizard_page_get_next_label (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), NULL);

  return priv->next_label;
}

/**
 * signet_wizard_page_set_another:
 * @self: the last page of a wizard
 * @another: whether the next one of its kind is to be begun when it is done
 */
void
signet_wizard_page_set_another (SignetWizardPage *self, gboolean another)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  priv->another = another;
}

/** signet_wizard_page_get_another: Returns: whether the next one of its kind is to be begun after it */
gboolean
signet_wizard_page_get_another (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), FALSE);

  return priv->another;
}

/**
 * signet_wizard_page_set_outcome:
 * @self: the last page of a wizard
 * @outcome: (nullable): what came of the draft: the local id of the party, right or complaint
 */
void
signet_wizard_page_set_outcome (SignetWizardPage *self, const char *outcome)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  g_free (priv->outcome);
  priv->outcome = g_strdup (outcome);
}

/**
 * signet_wizard_page_get_outcome:
 * @self: a page
 *
 * Returns: (nullable) (transfer none): what came of the draft
 */
const char *
signet_wizard_page_get_outcome (SignetWizardPage *self)
{
  SignetWizardPagePrivate *priv = signet_wizard_page_get_instance_private (self);

  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), NULL);

  return priv->outcome;
}

/**
 * signet_wizard_page_count_findings:
 * @self: a page
 * @severity: which ones
 *
 * Returns: how many findings of this severity the person is to be told of
 */
guint
signet_wizard_page_count_findings (SignetWizardPage *self, SignetSeverity severity)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), 0);

  if (SIGNET_WIZARD_PAGE_GET_CLASS (self)->count_findings == NULL)
    return 0;

  return SIGNET_WIZARD_PAGE_GET_CLASS (self)->count_findings (self, severity);
}

/**
 * signet_wizard_page_reveal:
 * @self: a page
 *
 * Next was refused: what keeps the page from being complete is shown, and the focus goes to the first such
 * thing.
 */
void
signet_wizard_page_reveal (SignetWizardPage *self)
{
  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  if (SIGNET_WIZARD_PAGE_GET_CLASS (self)->reveal != NULL)
    SIGNET_WIZARD_PAGE_GET_CLASS (self)->reveal (self);
}

/**
 * signet_wizard_page_advance:
 * @self: a page
 *
 * The page is done by itself, as if the person had pressed Next.
 */
void
signet_wizard_page_advance (SignetWizardPage *self)
{
  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  g_signal_emit (self, signals[ADVANCE], 0);
}

/**
 * signet_wizard_page_go:
 * @self: a page
 * @step: name of a step
 * @pointer: (nullable): JSON pointer of the field there that matters; %NULL: the step as a whole
 *
 * The person wants to change something on another step; only review pages have such buttons.
 */
void
signet_wizard_page_go (SignetWizardPage *self, const char *step, const char *pointer)
{
  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  g_signal_emit (self, signals[GO], 0, step, pointer);
}

/**
 * signet_wizard_page_point_at:
 * @self: a page that is shown
 * @pointer: JSON pointer of one of its fields
 *
 * Brings the field to the person's eyes.
 */
void
signet_wizard_page_point_at (SignetWizardPage *self, const char *pointer)
{
  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  if (SIGNET_WIZARD_PAGE_GET_CLASS (self)->point_at != NULL)
    SIGNET_WIZARD_PAGE_GET_CLASS (self)->point_at (self, pointer);
}

/**
 * signet_wizard_page_shown:
 * @self: a page
 *
 * The wizard has brought the page to the front.
 */
void
signet_wizard_page_shown (SignetWizardPage *self)
{
  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  if (SIGNET_WIZARD_PAGE_GET_CLASS (self)->shown != NULL)
    SIGNET_WIZARD_PAGE_GET_CLASS (self)->shown (self);
}

/**
 * signet_wizard_page_apply_async:
 * @self: a page
 * @cancellable: (nullable): ends it early
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what Next means on this page.
 */
void
signet_wizard_page_apply_async (SignetWizardPage *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SIGNET_IS_WIZARD_PAGE (self));

  if (SIGNET_WIZARD_PAGE_GET_CLASS (self)->apply_async != NULL)
    {
      SIGNET_WIZARD_PAGE_GET_CLASS (self)->apply_async (self, cancellable, callback, user_data);
      return;
    }

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, signet_wizard_page_apply_async);
  g_task_return_boolean (task, TRUE);
}

/**
 * signet_wizard_page_apply_finish:
 * @self: a page
 * @result: from the callback
 * @error: (nullable): why the wizard must stay on this page
 *
 * Returns: whether the wizard may go on
 */
gboolean
signet_wizard_page_apply_finish (SignetWizardPage *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (SIGNET_IS_WIZARD_PAGE (self), FALSE);

  if (g_async_result_is_tagged (result, signet_wizard_page_apply_async))
    return g_task_propagate_boolean (G_TASK (result), error);

  return SIGNET_WIZARD_PAGE_GET_CLASS (self)->apply_finish (self, result, error);
}
