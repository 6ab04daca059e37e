/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-section-line.h"

/*
 * What stands around the records in a list of several sections: the heading before them, or what can be done
 * after the last. Doesn't change.
 */

struct _SignetSectionLine
{
  GObject parent_instance;

  char *title;
  char *explanation;
  char *action; /* NULL of a heading */
  char *target;
};

G_DEFINE_FINAL_TYPE (SignetSectionLine, signet_section_line, G_TYPE_OBJECT)

static void
signet_section_line_finalize (GObject *object)
{
  SignetSectionLine *self = SIGNET_SECTION_LINE (object);

  g_free (self->title);
  g_free (self->explanation);
  g_free (self->action);
  g_free (self->target);

  G_OBJECT_CLASS (signet_section_line_parent_class)->finalize (object);
}

static void
signet_section_line_class_init (SignetSectionLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = signet_section_line_finalize;
}

static void
signet_section_line_init (SignetSectionLine *self)
{
}

/**
 * signet_section_line_new:
 * @title: the heading
 * @explanation: (nullable): a sentence under it
 *
 * Returns: (transfer full): a heading
 */
SignetSectionLine *
signet_section_line_new (const char *title, const char *explanation)
{
  SignetSectionLine *self = g_object_new (SIGNET_TYPE_SECTION_LINE, NULL);

  self->title = g_strdup (title);
  self->explanation = g_strdup (explanation);

  return self;
}

/**
 * signet_section_line_new_action:
 * @title: what can be done
 * @action: name of the action
 * @target: (nullable): its parameter
 *
 * Returns: (transfer full): the last line of a section
 */
SignetSectionLine *
signet_section_line_new_action (const char *title, const char *action, const char *target)
{
  SignetSectionLine *self = signet_section_line_new (title, NULL);

  self->action = g_strdup (action);
  self->target = g_strdup (target);

  return self;
}

/** signet_section_line_get_title: Returns: (transfer none): what it says */
const char *
signet_section_line_get_title (SignetSectionLine *self)
{
  g_return_val_if_fail (SIGNET_IS_SECTION_LINE (self), NULL);

  return self->title;
}

/** signet_section_line_get_explanation: Returns: (transfer none) (nullable): a sentence under it */
const char *
signet_section_line_get_explanation (SignetSectionLine *self)
{
  g_return_val_if_fail (SIGNET_IS_SECTION_LINE (self), NULL);

  return self->explanation;
}

/** signet_section_line_get_action: Returns: (transfer none) (nullable): what it does, %NULL of a heading */
const char *
signet_section_line_get_action (SignetSectionLine *self)
{
  g_return_val_if_fail (SIGNET_IS_SECTION_LINE (self), NULL);

  return self->action;
}

/** signet_section_line_get_target: Returns: (transfer none) (nullable): the action's parameter */
const char *
signet_section_line_get_target (SignetSectionLine *self)
{
  g_return_val_if_fail (SIGNET_IS_SECTION_LINE (self), NULL);

  return self->target;
}
