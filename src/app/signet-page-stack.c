/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/signet-page-stack.h"

/*
 * The window's pages: the main ones, of which one is shown, and over it those that were opened from there,
 * each over the one before. Going back leads to the page below and to what had the focus on it.
 *
 * SignetPageStack:folded is handed on to the pages: their back button then leads out of the stack.
 */

typedef struct
{
  SignetPage *page; /* owned by the stack */
  GWeakRef focus;   /* what had it when the page was opened */
} Opened;

struct _SignetPageStack
{
  AdwBin parent_instance;

  GtkStack *stack;

  SignetPage *main_page; /* the one at the bottom; owned by the stack */
  GPtrArray *opened;     /* of Opened, over it, the top one last */
  gboolean folded;
};

G_DEFINE_FINAL_TYPE (SignetPageStack, signet_page_stack, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FOLDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_weak_ref_clear (&opened->focus);
  g_free (opened);
}

/* GTK 4.8 shows assistive technology the pages behind as well, unless they are hidden. */
static void
show_page (SignetPageStack *self, SignetPage *shown)
{
  gtk_widget_set_visible (GTK_WIDGET (shown), TRUE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (shown));
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    gtk_widget_set_visible (page, page == GTK_WIDGET (shown));
}

static void
set_folded (SignetPageStack *self, gboolean folded)
{
  self->folded = folded;
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    g_object_set (page, "folded", folded, NULL);
}

static void
signet_page_stack_dispose (GObject *object)
{
  SignetPageStack *self = SIGNET_PAGE_STACK (object);

  g_ptr_array_set_size (self->opened, 0);
  self->main_page = NULL;

  G_OBJECT_CLASS (signet_page_stack_parent_class)->dispose (object);
}

static void
signet_page_stack_finalize (GObject *object)
{
  g_ptr_array_unref (SIGNET_PAGE_STACK (object)->opened);

  G_OBJECT_CLASS (signet_page_stack_parent_class)->finalize (object);
}

static void
signet_page_stack_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, SIGNET_PAGE_STACK (object)->folded);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_page_stack_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_FOLDED:
      set_folded (SIGNET_PAGE_STACK (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
signet_page_stack_class_init (SignetPageStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = signet_page_stack_dispose;
  object_class->finalize = signet_page_stack_finalize;
  object_class->get_property = signet_page_stack_get_property;
  object_class->set_property = signet_page_stack_set_property;

  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
signet_page_stack_init (SignetPageStack *self)
{
  self->opened = g_ptr_array_new_with_free_func (opened_free);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

/**
 * signet_page_stack_add:
 * @self: a page stack
 * @name: what it is called
 * @page: (transfer floating): a main page; the first one is shown
 */
void
signet_page_stack_add (SignetPageStack *self, const char *name, SignetPage *page)
{
  g_return_if_fail (SIGNET_IS_PAGE_STACK (self));
  g_return_if_fail (SIGNET_IS_PAGE (page));

  g_object_set (page, "folded", self->folded, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (page), name);
  if (self->main_page == NULL)
    self->main_page = page;
}

/**
 * signet_page_stack_get_page:
 * @self: a page stack
 *
 * Returns: (transfer none) (nullable): the page that is looked at
 */
SignetPage *
signet_page_stack_get_page (SignetPageStack *self)
{
  GtkWidget *page;

  g_return_val_if_fail (SIGNET_IS_PAGE_STACK (self), NULL);

  page = gtk_stack_get_visible_child (self->stack);

  return page != NULL ? SIGNET_PAGE (page) : NULL;
}

/**
 * signet_page_stack_go:
 * @self: a page stack
 * @name: of a main page
 *
 * Shows a main page; what was opened from another one is closed.
 *
 * Returns: whether there is such a page
 */
gboolean
signet_page_stack_go (SignetPageStack *self, const char *name)
{
  GtkWidget *page;
  gboolean was_shown;

  g_return_val_if_fail (SIGNET_IS_PAGE_STACK (self), FALSE);

  page = gtk_stack_get_child_by_name (self->stack, name);
  if (page == NULL)
    return FALSE;

  was_shown = gtk_stack_get_visible_child (self->stack) == page;
  self->main_page = SIGNET_PAGE (page);
  show_page (self, self->main_page);
  for (guint i = self->opened->len; i > 0; i--)
    {
      const Opened *opened = g_ptr_array_index (self->opened, i - 1);

      gtk_stack_remove (self->stack, GTK_WIDGET (opened->page));
    }
  g_ptr_array_set_size (self->opened, 0);
  if (!was_shown)
    signet_page_shown (self->main_page);

  return TRUE;
}

/**
 * signet_page_stack_push:
 * @self: a page stack
 * @page: (transfer floating): a page opened from the one that is shown
 */
void
signet_page_stack_push (SignetPageStack *self, SignetPage *page)
{
  GtkRoot *root;
  Opened *opened;

  g_return_if_fail (SIGNET_IS_PAGE_STACK (self));
  g_return_if_fail (SIGNET_IS_PAGE (page));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  opened = g_new0 (Opened, 1);
  opened->page = page;
  g_weak_ref_init (&opened->focus, root != NULL ? gtk_root_get_focus (root) : NULL);
  g_ptr_array_add (self->opened, opened);
  g_object_set (page, "pushed", TRUE, "folded", self->folded, NULL);
  gtk_stack_add_child (self->stack, GTK_WIDGET (page));
  show_page (self, page);
  signet_page_shown (page);
}

/**
 * signet_page_stack_pop:
 * @self: a page stack
 *
 * Closes the page that was opened last and goes back to the one below.
 *
 * Returns: whether there was one
 */
gboolean
signet_page_stack_pop (SignetPageStack *self)
{
  Opened *opened;
  SignetPage *below;
  g_autoptr (GtkWidget) focus = NULL;

  g_return_val_if_fail (SIGNET_IS_PAGE_STACK (self), FALSE);

  if (self->opened->len == 0)
    return FALSE;

  opened = g_ptr_array_steal_index (self->opened, self->opened->len - 1);
  focus = g_weak_ref_get (&opened->focus);
  below = self->opened->len > 0 ? ((Opened *) g_ptr_array_index (self->opened, self->opened->len - 1))->page
                                : self->main_page;
  show_page (self, below);
  gtk_stack_remove (self->stack, GTK_WIDGET (opened->page));
  opened_free (opened);
  signet_page_shown (below);
  /* A list below may have other rows by now; GTK asks a row for the list it was in. */
  if (focus != NULL && gtk_widget_get_root (focus) != NULL)
    gtk_widget_grab_focus (focus);

  return TRUE;
}
