/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/signet-practice-exchange.h"
#include "practice/signet-practice-platform.h"
#include "practice/signet-practice-reviewer.h"

G_BEGIN_DECLS

/**
 * SignetPracticeRouteFlags:
 * @SIGNET_PRACTICE_ROUTE_PUBLIC: nobody need be signed in
 * @SIGNET_PRACTICE_ROUTE_UNBOUND: served before an e-mail address is bound
 * @SIGNET_PRACTICE_ROUTE_CONTROL: served to whoever has the control key
 * @SIGNET_PRACTICE_ROUTE_WRITES: changes what is stored: the handler runs in a transaction
 * @SIGNET_PRACTICE_ROUTE_FORM: takes a form
 * @SIGNET_PRACTICE_ROUTE_JSON: takes a JSON object
 * @SIGNET_PRACTICE_ROUTE_ARRAY: takes a JSON array
 * @SIGNET_PRACTICE_ROUTE_PATCH: takes a JSON merge patch
 * @SIGNET_PRACTICE_ROUTE_KEY: asks for an idempotency key
 * @SIGNET_PRACTICE_ROUTE_KEY_ALLOWED: honours one
 * @SIGNET_PRACTICE_ROUTE_TUS: speaks tus 1.0.0
 *
 * What the dispatcher sees to before a handler runs.
 */
typedef enum /*< flags >*/
{
  SIGNET_PRACTICE_ROUTE_PUBLIC = 1 << 0,
  SIGNET_PRACTICE_ROUTE_UNBOUND = 1 << 1,
  SIGNET_PRACTICE_ROUTE_CONTROL = 1 << 2,
  SIGNET_PRACTICE_ROUTE_WRITES = 1 << 3,
  SIGNET_PRACTICE_ROUTE_FORM = 1 << 4,
  SIGNET_PRACTICE_ROUTE_JSON = 1 << 5,
  SIGNET_PRACTICE_ROUTE_ARRAY = 1 << 6,
  SIGNET_PRACTICE_ROUTE_PATCH = 1 << 7,
  SIGNET_PRACTICE_ROUTE_KEY = 1 << 8,
  SIGNET_PRACTICE_ROUTE_KEY_ALLOWED = 1 << 9,
  SIGNET_PRACTICE_ROUTE_TUS = 1 << 10,
} SignetPracticeRouteFlags;

/**
 * SignetPracticeContext:
 * @platform: the platform
 * @reviewer: its reviewer
 *
 * What a handler works with besides the exchange.
 */
typedef struct
{
  SignetPracticePlatform *platform;
  SignetPracticeReviewer *reviewer;
} SignetPracticeContext;

/**
 * SignetPracticeHandler:
 * @context: the platform
 * @exchange: the request
 * @error: return location
 *
 * Answers or refuses the exchange, or holds the answer back and sends it later.
 *
 * Returns: %FALSE if the platform itself failed; the answer is then 503 and nothing is stored
 */
typedef gboolean (*SignetPracticeHandler) (SignetPracticeContext *context,
                                           SignetPracticeExchange *exchange,
                                           GError **error);

typedef struct
{
  const char *method;
  const char *path; /* one segment may be {id} */
  SignetPracticeRouteFlags flags;
  SignetPracticeHandler handler;
  gconstpointer subject; /* tells a handler that serves several collections which one it is */
} SignetPracticeRoute;

/* One table for each collection, ended by a route without a method. */
extern const SignetPracticeRoute signet_practice_discovery_routes[];
extern const SignetPracticeRoute signet_practice_challenge_routes[];
extern const SignetPracticeRoute signet_practice_device_routes[];
extern const SignetPracticeRoute signet_practice_oauth_routes[];
extern const SignetPracticeRoute signet_practice_account_routes[];
extern const SignetPracticeRoute signet_practice_password_routes[];
extern const SignetPracticeRoute signet_practice_session_routes[];
extern const SignetPracticeRoute signet_practice_message_routes[];
extern const SignetPracticeRoute signet_practice_certification_routes[];
extern const SignetPracticeRoute signet_practice_file_routes[];
extern const SignetPracticeRoute signet_practice_complaint_routes[];
extern const SignetPracticeRoute signet_practice_change_routes[];
extern const SignetPracticeRoute signet_practice_control_routes[];
extern const SignetPracticeRoute signet_practice_decision_routes[];

const SignetPracticeRoute *
signet_practice_route_find (const char *method, const char *path, char **id, char **allow);

G_END_DECLS
