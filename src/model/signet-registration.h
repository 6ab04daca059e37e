/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/signet-record.h"

G_BEGIN_DECLS

/* What a person types to come in: the phone that signs in and the e-mail to bind. Codes and
 * passwords are never kept. */
#define SIGNET_TYPE_REGISTRATION (signet_registration_get_type ())
G_DECLARE_FINAL_TYPE (SignetRegistration, signet_registration, SIGNET, REGISTRATION, SignetRecord)

SignetRegistration *signet_registration_new (void);

const char *signet_registration_get_way (SignetRegistration *self);
void signet_registration_set_way (SignetRegistration *self, const char *way);
const char *signet_registration_get_phone (SignetRegistration *self);
void signet_registration_set_phone (SignetRegistration *self, const char *phone);
const char *signet_registration_get_login (SignetRegistration *self);
void signet_registration_set_login (SignetRegistration *self, const char *login);
const char *signet_registration_get_email (SignetRegistration *self);
void signet_registration_set_email (SignetRegistration *self, const char *email);

G_END_DECLS
