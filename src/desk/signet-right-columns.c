/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/signet-right-columns.h"

#include <string.h>

#include "model/signet-nice-class.h"
#include "model/signet-words.h"

/*
 * The columns of a portfolio of rights, by their heads in either language and in any order, and the words
 * people write into their cells. A cell that isn't understood goes into the right as it is, where the
 * validator says what is wrong with it. Main thread.
 */

/* What isn't a text property of a right. */
#define CLASSES "classes"
#define GOODS "goods"
#define ACCOUNTS "accounts"
#define PRINCIPAL "principal"
#define CO_HOLDERS "co-holders"

typedef struct
{
  const char *word;  /* a property, or a word of the wire */
  const char *names; /* folded, a vertical bar between */
} Alias;

static const Alias fields[] = {
  { "kind", "kind|type|rightkind|righttype|权利类型|权利种类|类型|种类" },
  { "number",
    "number|no|registrationnumber|registrationno|regno|patentnumber|patentno|号码|编号|注册号|商标注册号|登记号|"
    "专利号|权利号|权利编号|证书号" },
  { "second-number", "secondnumber|srnumber|softwareregistrationnumber|软件登记号|第二登记号|sr号" },
  { "version", "version|版本|版本号|软件版本" },
  { "name", "name|title|mark|rightname|名称|权利名称|商标|商标名称|专利名称|发明名称|作品名称|软件名称" },
  { "owner", "owner|proprietor|patentee|holder|权利人|注册人|商标注册人|专利权人|著作权人|所有人" },
  { CLASSES, "class|classes|niceclass|niceclasses|类别|商标类别|国际分类|尼斯分类|尼斯类别" },
  { GOODS, "goods|goodsandservices|商品|商品服务|核定商品|核定使用商品|核定商品服务|商品服务项目" },
  { "registered-on", "registeredon|registrationdate|registered|注册日|注册日期|登记日|登记日期" },
  { "filed-on", "filedon|filingdate|filed|applicationdate|申请日|申请日期" },
  { "granted-on", "grantedon|grantdate|granted|授权日|授权日期|授权公告日" },
  { "annuity-paid-until", "annuitypaiduntil|annuity|年费缴至|年费缴纳至|年费有效期至" },
  { "completed-on", "completedon|completiondate|completed|完成日|完成日期|创作完成日期|开发完成日期" },
  { "published-on",
    "publishedon|publicationdate|published|firstpublished|发表日|发表日期|首次发表日期|首次发表时间" },
  { "shot-on", "shoton|takenon|拍摄日|拍摄日期|拍摄时间" },
  { "valid-until",
    "validuntil|expirydate|expires|expireson|expiry|有效期|有效期至|到期日|到期日期|专用权期限至|截止日期" },
  { "work-kind", "workkind|worktype|kindofwork|作品类型|作品类别|作品种类" },
  { "author", "author|creator|作者|创作人|设计人|发明人" },
  { "author-kind", "authorkind|authortype|作者类型|作者性质" },
  { "author-died-on", "authordiedon|authordeath|作者去世日期|作者死亡日期" },
  { "standing", "standing|权利关系|权利身份|权利来源|身份" },
  { "licence-until", "licenceuntil|licenseuntil|许可期至|许可到期日|许可期限至|授权期至" },
  { PRINCIPAL, "principal|client|party|委托人|被代理人|主体|权利主体" },
  { CO_HOLDERS, "coholders|coowners|jointowners|共有人|共同权利人" },
  { "territory", "territory|country|地域|国家|国家地区|地区" },
  { ACCOUNTS, "accounts|授权账号|账号" },
};

static const Alias kinds[] = {
  { SIGNET_RIGHT_KIND_TRADEMARK, "trademark|trademarks|商标|商标权|注册商标" },
  { SIGNET_RIGHT_KIND_INVENTION, "invention|inventionpatent|patent|发明|发明专利|专利" },
  { SIGNET_RIGHT_KIND_UTILITY_MODEL, "utilitymodel|实用新型|实用新型专利" },
  { SIGNET_RIGHT_KIND_DESIGN, "design|designpatent|外观|外观设计|外观设计专利|外观专利" },
  { SIGNET_RIGHT_KIND_WORK, "work|copyright|作品|著作权|版权|作品著作权|作品登记" },
  { SIGNET_RIGHT_KIND_SOFTWARE,
    "software|softwarecopyright|软件|软件著作权|计算机软件|计算机软件著作权|软著" },
  { SIGNET_RIGHT_KIND_ORIGINAL_IMAGE, "originalimage|originalpicture|原创图片|原图" },
  { SIGNET_RIGHT_KIND_PORTRAIT, "portrait|portraitright|肖像|肖像权" },
};

static const Alias standings[] = {
  { SIGNET_STANDING_OWNER, "owner|proprietor|所有人|权利人|本人|自有" },
  { SIGNET_STANDING_EXCLUSIVE_LICENSEE,
    "exclusivelicensee|exclusive|独占|独占许可|独占被许可人|独占使用许可" },
  { SIGNET_STANDING_SOLE_LICENSEE, "solelicensee|sole|排他|排他许可|排他被许可人|独家|排他使用许可" },
  { SIGNET_STANDING_LICENSEE, "licensee|ordinarylicensee|普通|普通许可|普通被许可人|被许可人|普通使用许可" },
};

static const Alias work_kinds[] = {
  { "literary", "literary|文字|文字作品" },
  { "oral", "oral|口述|口述作品" },
  { "music", "music|音乐|音乐作品" },
  { "drama", "drama|戏剧|戏剧作品" },
  { "art", "art|fineart|美术|美术作品" },
  { "photograph", "photograph|photo|摄影|摄影作品" },
  { "audiovisual", "audiovisual|视听|视听作品|电影|电影作品" },
  { "architecture", "architecture|建筑|建筑作品" },
  { "graphic", "graphic|图形|图形作品" },
  { "other", "other|其他|其他作品" },
};

static const Alias author_kinds[] = {
  { "person", "person|individual|个人|自然人" },
  { "organisation", "organisation|organization|company|单位|法人|法人作品|组织|公司" },
};

static const Alias territories[] = {
  { SIGNET_TERRITORY_CN, "cn|china|mainlandchina|中国|中国大陆|大陆" },
};

static const struct
{
  const char *property;
  const Alias *words;
  gsize n_words;
} worded[] = {
  { "kind", kinds, G_N_ELEMENTS (kinds) },
  { "standing", standings, G_N_ELEMENTS (standings) },
  { "work-kind", work_kinds, G_N_ELEMENTS (work_kinds) },
  { "author-kind", author_kinds, G_N_ELEMENTS (author_kinds) },
  { "territory", territories, G_N_ELEMENTS (territories) },
};

struct _SignetRightColumns
{
  const char **columns; /* a field a column, NULL for one that isn't known */
  guint n_columns;
  guint n_known;
  GPtrArray *unknown; /* heads, ends with NULL */
};

/* Letters and digits only, half-width and small. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *small = normal != NULL ? g_utf8_casefold (normal, -1) : NULL;
  GString *folded = g_string_new (NULL);

  for (const char *p = small; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

static gboolean
has_name (const Alias *alias, const char *folded)
{
  gsize length = strlen (folded);

  for (const char *name = alias->names; name != NULL;)
    {
      const char *end = strchr (name, '|');
      gsize size = end != NULL ? (gsize) (end - name) : strlen (name);

      if (size == length && memcmp (name, folded, length) == 0)
        return TRUE;
      name = end != NULL ? end + 1 : NULL;
    }
  return FALSE;
}

static const char *
find_word (const Alias *aliases, gsize n, const char *text)
{
  g_autofree char *folded = fold (text);

  for (gsize i = 0; *folded != '\0' && i < n; i++)
    if (has_name (&aliases[i], folded))
      return aliases[i].word;
  return NULL;
}

static const char *
find_cell (SignetRightColumns *self, const SignetSheetRow *row, const char *field)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_strcmp0 (self->columns[i], field) == 0)
      return signet_sheet_row_get_cell (row, i);
  return "";
}

/* The numbers in a text, at most @max of them, and how many digits each has. */
static guint
read_numbers (const char *text, int numbers[], int digits[], guint max)
{
  guint n = 0;

  while (*text != '\0' && n < max)
    {
      if (!g_ascii_isdigit (*text))
        {
          text++;
          continue;
        }
      numbers[n] = 0;
      for (digits[n] = 0; g_ascii_isdigit (*text); text++, digits[n]++)
        numbers[n] = digits[n] < 8 ? numbers[n] * 10 + (*text - '0') : numbers[n];
      n++;
    }
  return n;
}

/* 2027/1/5, 2027.01.05, 2027年1月5日 and 20270105 are dates, too. Anything else stays as it is. */
static char *
read_date (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  int numbers[4];
  int digits[4];
  guint n = read_numbers (normal != NULL ? normal : text, numbers, digits, G_N_ELEMENTS (numbers));

  if (n == 3 && digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
    return g_strdup_printf ("%04d-%02d-%02d", numbers[0], numbers[1], numbers[2]);
  if (n == 1 && digits[0] == 8)
    return g_strdup_printf ("%04d-%02d-%02d", numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100);
  return g_strdup (text);
}

static gboolean
is_date (const char *field)
{
  return g_str_has_suffix (field, "-on") || g_str_has_suffix (field, "-until");
}

static void
set_text (SignetRight *right, const char *field, const char *cell)
{
  g_autofree char *text = is_date (field) ? read_date (cell) : g_strdup (cell);

  for (gsize i = 0; i < G_N_ELEMENTS (worded); i++)
    {
      const char *word = strcmp (worded[i].property, field) == 0
                             ? find_word (worded[i].words, worded[i].n_words, cell)
                             : NULL;

      if (word != NULL)
        {
          g_free (text);
          text = g_strdup (word);
        }
    }
  g_object_set (right, field, text, NULL);
}

/* "3、5", "第30类": each number is a class; text without one is a class that isn't one. */
static void
add_classes (SignetRight *right, const char *classes, const char *goods)
{
  g_autofree char *normal = g_utf8_normalize (classes, -1, G_NORMALIZE_ALL);
  int numbers[64];
  int digits[64];
  guint n = read_numbers (normal != NULL ? normal : classes, numbers, digits, G_N_ELEMENTS (numbers));

  if (n == 0)
    numbers[n++] = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SignetNiceClass) nice = signet_nice_class_new ();

      signet_nice_class_set_class_number (nice, numbers[i]);
      signet_nice_class_set_goods (nice, goods);
      g_list_store_append (signet_right_get_classes (right), nice);
    }
}

static char **
split_list (const char *text)
{
  g_autofree char *spaced = g_strdup (text);
  g_auto (GStrv) parts = NULL;
  GPtrArray *list = g_ptr_array_new ();
  GString *even = g_string_new (NULL);

  for (const char *p = spaced; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (even, c == 0xff1b || c == 0x3001 || c == '\n' || c == '|' ? ';' : c);
    }
  parts = g_strsplit (even->str, ";", -1);
  g_string_free (even, TRUE);
  for (char **part = parts; *part != NULL; part++)
    if (*g_strstrip (*part) != '\0')
      g_ptr_array_add (list, g_strdup (*part));
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (list, FALSE);
}

/**
 * signet_right_columns_new:
 * @heads: the sheet's first row
 *
 * A head that comes a second time isn't known: which of the two is meant?
 *
 * Returns: (transfer full): what the columns are
 */
SignetRightColumns *
signet_right_columns_new (const SignetSheetRow *heads)
{
  SignetRightColumns *self = g_new0 (SignetRightColumns, 1);

  self->n_columns = heads->cells->len;
  self->columns = g_new0 (const char *, self->n_columns + 1);
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *head = signet_sheet_row_get_cell (heads, i);
      const char *field = find_word (fields, G_N_ELEMENTS (fields), head);

      for (guint j = 0; field != NULL && j < i; j++)
        if (self->columns[j] == field)
          field = NULL;
      self->columns[i] = field;
      self->n_known += field != NULL;
      if (field == NULL && *head != '\0')
        g_ptr_array_add (self->unknown, g_strstrip (g_strdup (head)));
    }
  g_ptr_array_add (self->unknown, NULL);
  return self;
}

/** signet_right_columns_free: @self: (transfer full): what the columns are */
void
signet_right_columns_free (SignetRightColumns *self)
{
  g_ptr_array_unref (self->unknown);
  g_free (self->columns);
  g_free (self);
}

/** signet_right_columns_get_n_known: Returns: how many columns are a field of a right */
guint
signet_right_columns_get_n_known (SignetRightColumns *self)
{
  return self->n_known;
}

/** signet_right_columns_get_unknown: Returns: (transfer none): the heads of those that aren't */
const char *const *
signet_right_columns_get_unknown (SignetRightColumns *self)
{
  return (const char *const *) self->unknown->pdata;
}

/**
 * signet_right_columns_fill:
 * @self: what the columns are
 * @row: a row of the sheet
 * @right: what is filled from it; fields whose cells are empty stay as they are
 */
void
signet_right_columns_fill (SignetRightColumns *self, const SignetSheetRow *row, SignetRight *right)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *field = self->columns[i];
      g_autofree char *cell = g_strstrip (g_strdup (signet_sheet_row_get_cell (row, i)));

      if (field == NULL || *cell == '\0' || strcmp (field, PRINCIPAL) == 0 ||
          strcmp (field, CO_HOLDERS) == 0 || strcmp (field, GOODS) == 0)
        continue;
      if (strcmp (field, CLASSES) == 0)
        add_classes (right, cell, find_cell (self, row, GOODS));
      else if (strcmp (field, ACCOUNTS) == 0)
        {
          g_auto (GStrv) accounts = split_list (cell);

          signet_right_set_accounts (right, (const char *const *) accounts);
        }
      else
        set_text (right, field, cell);
    }
}

/** signet_right_columns_get_principal: Returns: (transfer none): the name or document number of who holds it,
 * or
 * "" */
const char *
signet_right_columns_get_principal (SignetRightColumns *self, const SignetSheetRow *row)
{
  return find_cell (self, row, PRINCIPAL);
}

/** signet_right_columns_split_co_holders: Returns: (transfer full): the names or document numbers of who
 * holds it with them */
char **
signet_right_columns_split_co_holders (SignetRightColumns *self, const SignetSheetRow *row)
{
  return split_list (find_cell (self, row, CO_HOLDERS));
}
