/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <fontconfig/fontconfig.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <malloc.h>
#include <sys/resource.h>

#include "app/signet-application.h"

/*
 * Builds the desk, hands it to the application and runs it.
 */

#define LARGE_BLOCK (256 * 1024)

/* Names and certificates are compared character by character, so Chinese must have Chinese shapes also in an
 * English session, where fontconfig would otherwise take a font's Japanese ones. The language of each request
 * stays first; Chinese only comes before what fontconfig would guess. */
static void
prefer_chinese_shapes (void)
{
  static const char rule[] = "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                             "<fontconfig><match target=\"pattern\">"
                             "<edit name=\"lang\" mode=\"append\"><string>zh-cn</string></edit>"
                             "</match></fontconfig>";

  if (!FcInit () || !FcConfigParseAndLoadFromMemory (FcConfigGetCurrent (), (const FcChar8 *) rule, FcTrue))
    g_message ("fontconfig took no rule for Chinese shapes");
}

/* A picture of the whole window, a page of a paper or a chunk of a film comes and goes many times a minute.
 * Left to itself, glibc soon takes such pieces from the heap, where small ones settle between them, so that
 * none of it goes back: 10 MB after the first frames alone. */
static void
give_back_large_blocks (void)
{
#ifdef __GLIBC__
  if (mallopt (M_MMAP_THRESHOLD, LARGE_BLOCK) == 0)
    g_message ("the heap keeps what is large");
#endif
}

int
main (int argc, char *argv[])
{
  const struct rlimit no_core = { 0, 0 };
  g_autofree char *data_dir = NULL;
  g_autoptr (SignetClock) clock = NULL;
  g_autoptr (SignetDesk) desk = NULL;
  g_autoptr (SignetApplication) application = NULL;
  SignetDeskPaths paths;

  /* A crash report would hold identity papers. */
  if (setrlimit (RLIMIT_CORE, &no_core) != 0)
    g_message ("core dumps could not be turned off");

  give_back_large_blocks ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  prefer_chinese_shapes ();

  data_dir = g_build_filename (g_get_user_data_dir (), "signet", NULL);
  paths.data_dir = data_dir;
  paths.viewer_program = LIBEXECDIR "/signet-viewer";
  paths.practice_program = LIBEXECDIR "/signet-practice";

  clock = signet_clock_new_system ();
  desk = signet_desk_new (&paths, clock);
  application = signet_application_new (desk);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
