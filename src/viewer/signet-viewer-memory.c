/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "viewer/signet-viewer-memory.h"

#include <errno.h>
#include <malloc.h>
#include <stdlib.h>

/* Counts allocations that were refused. Poppler and cairo leave out what they have no memory for and mostly
 * say nothing, so the only honest witness is the allocator itself: these take the place of the C library's
 * for the whole process and pass everything on to it. Any thread. Not under the sanitizers, which bring their
 * own. */

static guint refused;

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

void *__libc_malloc (size_t size);
void *__libc_calloc (size_t number, size_t size);
void *__libc_realloc (void *block, size_t size);
void *__libc_memalign (size_t alignment, size_t size);

static void *
witness (void *block)
{
  if (block == NULL)
    g_atomic_int_inc (&refused);
  return block;
}

void *
malloc (size_t size)
{
  return witness (__libc_malloc (size));
}

void *
calloc (size_t number, size_t size)
{
  return witness (__libc_calloc (number, size));
}

void *
realloc (void *block, size_t size)
{
  void *grown = __libc_realloc (block, size);

  /* Nothing is what realloc() gives back for nothing. */
  return size == 0 ? grown : witness (grown);
}

void *
memalign (size_t alignment, size_t size)
{
  return witness (__libc_memalign (alignment, size));
}

void *
aligned_alloc (size_t alignment, size_t size)
{
  return witness (__libc_memalign (alignment, size));
}

int
posix_memalign (void **block, size_t alignment, size_t size)
{
  if (alignment % sizeof (void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0)
    return EINVAL;
  *block = witness (__libc_memalign (alignment, size));
  return *block != NULL ? 0 : ENOMEM;
}

#endif

/**
 * signet_viewer_memory_get_refused:
 *
 * Returns: how many allocations were refused since the process began
 */
guint
signet_viewer_memory_get_refused (void)
{
  return (guint) g_atomic_int_get (&refused);
}
