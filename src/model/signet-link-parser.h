/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-item.h"
#include "model/signet-platform.h"
#include "model/signet-target.h"

G_BEGIN_DECLS

#define SIGNET_TYPE_LINK_PARSER (signet_link_parser_get_type ())
G_DECLARE_FINAL_TYPE (SignetLinkParser, signet_link_parser, SIGNET, LINK_PARSER, GObject)

SignetLinkParser *signet_link_parser_new (SignetPlatform *platform);

GPtrArray *signet_link_parser_parse_text (SignetLinkParser *self, const char *text, gssize length);
SignetTarget *signet_link_parser_parse_link (SignetLinkParser *self, const char *link);
SignetTarget *signet_link_parser_parse_passcode (SignetLinkParser *self, const char *passcode);
SignetTarget *signet_link_parser_parse_item (SignetLinkParser *self, SignetItem *item);
SignetItem *signet_link_parser_create_item (SignetLinkParser *self, SignetTarget *target);

G_END_DECLS
