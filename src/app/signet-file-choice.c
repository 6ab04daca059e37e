/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-file-choice.h"

#include <glib/gi18n.h>

/*
 * Asks for a file the platform takes, through the desktop's portal where there is one.
 */

typedef struct
{
  GtkFileChooserNative *chooser;
  SignetFileChosen chosen;
  GObject *user_data;
} Choice;

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  Choice *choice = user_data;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      choice->chosen (file, choice->user_data);
    }

  g_object_unref (choice->chooser);
  g_object_unref (choice->user_data);
  g_free (choice);
}

/**
 * signet_file_choice_open:
 * @parent: a widget in the window that asks
 * @title: what is asked for
 * @platform: (nullable): whose media types are offered; %NULL: PDF, JPEG and PNG
 * @chosen: called with the file
 * @user_data: for @chosen; held until then
 */
void
signet_file_choice_open (GtkWidget *parent,
                         const char *title,
                         SignetPlatform *platform,
                         SignetFileChosen chosen,
                         GObject *user_data)
{
  static const char *const usual[] = { "application/pdf", "image/jpeg", "image/png", NULL };
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const char *const *types = usual;
  Choice *choice = g_new0 (Choice, 1);

  if (platform != NULL && signet_platform_get_limits (platform) != NULL)
    types = signet_limits_get_media_types (signet_platform_get_limits (platform));
  for (; *types != NULL; types++)
    gtk_file_filter_add_mime_type (filter, *types);
  gtk_file_filter_set_name (filter, _ ("Files the Platform Takes"));

  choice->chosen = chosen;
  choice->user_data = g_object_ref (user_data);
  choice->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (parent)),
                                                 GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Choose"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choice->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (choice->chooser), filter);
  g_signal_connect (choice->chooser, "response", G_CALLBACK (response_cb), choice);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choice->chooser));
}
