/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-nice-headings.h"

#include <glib/gi18n.h>

/*
 * What the 45 classes of goods and services are about, in a few words of our own, so that nobody has to know
 * them by number. They help to find a class; what a mark protects stands on its certificate.
 */

/* Nice classification, 12th edition: 1 to 34 goods, 35 to 45 services. */
/* clang-format off: one class a line */
static const char *const headings[] = {
  /* Translators: classes of the Nice classification, in order, each in a few words */
  N_ ("Chemicals"),
  N_ ("Paints"),
  N_ ("Cosmetics and cleaning"),
  N_ ("Oils, fuels and candles"),
  N_ ("Medicines"),
  N_ ("Common metals"),
  N_ ("Machines"),
  N_ ("Hand tools"),
  N_ ("Electronics and software"),
  N_ ("Medical devices"),
  N_ ("Lighting, heating and kitchen appliances"),
  N_ ("Vehicles"),
  N_ ("Firearms and fireworks"),
  N_ ("Jewellery and watches"),
  N_ ("Musical instruments"),
  N_ ("Paper and stationery"),
  N_ ("Rubber and plastics"),
  N_ ("Leather goods and bags"),
  N_ ("Building materials"),
  N_ ("Furniture"),
  N_ ("Household utensils"),
  N_ ("Ropes, tents and padding"),
  N_ ("Yarns and threads"),
  N_ ("Fabrics and bedding"),
  N_ ("Clothing, shoes and hats"),
  N_ ("Lace, buttons and hair ornaments"),
  N_ ("Carpets and wallpaper"),
  N_ ("Games, toys and sports articles"),
  N_ ("Meat, fish, dairy and preserved food"),
  N_ ("Coffee, tea, flour and pastry"),
  N_ ("Fresh produce, seeds and feed"),
  N_ ("Beer and soft drinks"),
  N_ ("Wine and spirits"),
  N_ ("Tobacco"),
  N_ ("Advertising and business"),
  N_ ("Finance and real estate"),
  N_ ("Building and repair"),
  N_ ("Telecommunications"),
  N_ ("Transport and travel"),
  N_ ("Treatment of materials"),
  N_ ("Education and entertainment"),
  N_ ("Science and software services"),
  N_ ("Restaurants and hotels"),
  N_ ("Medical, beauty and farming services"),
  N_ ("Legal and personal services"),
};
/* clang-format on */

/**
 * signet_nice_headings_get:
 * @number: a class of the Nice classification
 *
 * Returns: (nullable) (transfer none): what it is about; %NULL for a class that doesn't exist
 */
const char *
signet_nice_headings_get (int number)
{
  if (number < 1 || number > (int) G_N_ELEMENTS (headings))
    return NULL;

  return _ (headings[number - 1]);
}

/**
 * signet_nice_headings_describe:
 * @number: a class of the Nice classification
 *
 * Returns: (transfer full): its number and what it is about ("30 · Coffee, tea, flour and pastry")
 */
char *
signet_nice_headings_describe (int number)
{
  const char *heading = signet_nice_headings_get (number);

  return heading != NULL ? g_strdup_printf ("%d · %s", number, heading) : g_strdup_printf ("%d", number);
}
