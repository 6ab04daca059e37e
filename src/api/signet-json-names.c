/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "api/signet-json-names.h"

#include <string.h>
#include <sys/random.h>

/**
 * SignetJsonNames:
 *
 * The member names of one object of a document, to find a name that stands twice. The scan has one for each
 * level and uses it again for the next object there: entries of an earlier object count as free.
 *
 * The document comes from a stranger who must not be able to choose names that fall into one place of the
 * table. Names are therefore hashed as polynomials modulo the prime 2^61 − 1 at a random point: two different
 * names agree with a probability of at most length / 2^61, whoever chose them (Carter and Wegman, 1979).
 *
 * Used by one scan on one thread; names that were added must outlive it.
 */

#define PRIME ((G_GUINT64_CONSTANT (1) << 61) - 1)
#define FIRST_SIZE 32

typedef struct
{
  const char *name;
  guint64 hash;
  guint32 length;
  guint32 object; /* 0: never used */
} Entry;

struct _SignetJsonNames
{
  guint64 point;
  guint32 object;
  Entry *entries;
  gsize size; /* a power of two */
  gsize used; /* by this object */
};

/* Modulo the prime, for anything below twice of it. */
static guint64
reduce (guint64 value)
{
  return value >= PRIME ? value - PRIME : value;
}

static guint64
multiply (guint64 a, guint64 b)
{
  unsigned __int128 product = (unsigned __int128) a * b;

  return reduce ((guint64) (product & PRIME) + (guint64) (product >> 61));
}

/* Seven bytes are one coefficient; the length comes first. */
static guint64
hash_name (SignetJsonNames *self, const char *name, gsize length)
{
  guint64 hash = length + 1;

  while (length > 0)
    {
      guint64 coefficient = 0;
      gsize taken = MIN (length, 7);

      memcpy (&coefficient, name, taken);
      hash = reduce (multiply (hash, self->point) + coefficient);
      name += taken;
      length -= taken;
    }
  return multiply (hash, self->point);
}

/* Where the name is, or the free place where it belongs. */
static Entry *
find_place (SignetJsonNames *self, const char *name, gsize length, guint64 hash)
{
  for (gsize i = hash & (self->size - 1);; i = (i + 1) & (self->size - 1))
    {
      Entry *entry = &self->entries[i];

      if (entry->object != self->object ||
          (entry->hash == hash && entry->length == length && memcmp (entry->name, name, length) == 0))
        return entry;
    }
}

static void
grow (SignetJsonNames *self)
{
  g_autofree Entry *old = g_steal_pointer (&self->entries);
  gsize old_size = self->size;

  self->size *= 2;
  self->entries = g_new0 (Entry, self->size);
  for (gsize i = 0; i < old_size; i++)
    if (old[i].object == self->object)
      *find_place (self, old[i].name, old[i].length, old[i].hash) = old[i];
}

/**
 * signet_json_names_new:
 *
 * Returns: (transfer full): an empty table
 */
SignetJsonNames *
signet_json_names_new (void)
{
  SignetJsonNames *self = g_new0 (SignetJsonNames, 1);

  /* Up to 256 bytes getrandom() gives all or, before the system has any, nothing (getrandom(2)). */
  if (getrandom (&self->point, sizeof self->point, 0) != sizeof self->point)
    self->point = (guint64) g_get_monotonic_time ();
  self->point = 1 + self->point % (PRIME - 1);
  self->size = FIRST_SIZE;
  self->entries = g_new0 (Entry, self->size);
  return self;
}

/**
 * signet_json_names_free:
 * @self: a table
 *
 * Frees the table, not the names.
 */
void
signet_json_names_free (SignetJsonNames *self)
{
  g_free (self->entries);
  g_free (self);
}

/**
 * signet_json_names_begin:
 * @self: a table
 *
 * Another object begins: forgets all names.
 */
void
signet_json_names_begin (SignetJsonNames *self)
{
  self->object++;
  self->used = 0;
}

/**
 * signet_json_names_add:
 * @self: a table, after signet_json_names_begin()
 * @name: a member's name, without escapes; kept by reference
 * @length: its length in bytes
 *
 * Returns: FALSE if the object has a member of that name already
 */
gboolean
signet_json_names_add (SignetJsonNames *self, const char *name, gsize length)
{
  guint64 hash = hash_name (self, name, length);
  Entry *place;

  if (self->used >= self->size / 4 * 3)
    grow (self);

  place = find_place (self, name, length, hash);
  if (place->object == self->object)
    return FALSE;
  *place = (Entry){ name, hash, (guint32) length, self->object };
  self->used++;
  return TRUE;
}
