/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signet-country.h"

#include "model/signet-words.h"

#include <string.h>

/*
 * Countries by ISO 3166-1 alpha-2 code, and how their public documents are made good for use in mainland
 * China: with an apostille or by consular legalisation. Any thread.
 *
 * Contracting parties of the Convention of 5 October 1961: status table of the Hague Conference (hcch.net,
 * no. 41) as of April 2025, 127 parties. In force for mainland China since 2023-11-07, for Hong Kong and
 * Macau before. It is not in force between China and India, which objected (notice of the Ministry of Foreign
 * Affairs of 2023-10-23). Codes and names: ISO 3166-1 as Debian's iso-codes has them, some shortened.
 */

typedef enum
{
  NO,       /* consular legalisation */
  MEMBER,   /* a contracting party */
  MEMBER_S, /* a territory of one, to which the Convention extends */
} Apostille;

static const struct
{
  const char *code;
  const char *en;
  const char *zh;
  Apostille apostille;
} rows[] = {
  { "AD", "Andorra", "安道尔", MEMBER },
  { "AE", "United Arab Emirates", "阿联酋", NO },
  { "AF", "Afghanistan", "阿富汗", NO },
  { "AG", "Antigua and Barbuda", "安提瓜和巴布达", MEMBER },
  { "AI", "Anguilla", "安圭拉", MEMBER_S },
  { "AL", "Albania", "阿尔巴尼亚", MEMBER },
  { "AM", "Armenia", "亚美尼亚", MEMBER },
  { "AO", "Angola", "安哥拉", NO },
  { "AQ", "Antarctica", "南极洲", NO },
  { "AR", "Argentina", "阿根廷", MEMBER },
  { "AS", "American Samoa", "美属萨摩亚", MEMBER_S },
  { "AT", "Austria", "奥地利", MEMBER },
  { "AU", "Australia", "澳大利亚", MEMBER },
  { "AW", "Aruba", "阿鲁巴", MEMBER_S },
  { "AX", "Åland Islands", "奥兰群岛", NO },
  { "AZ", "Azerbaijan", "阿塞拜疆", MEMBER },
  { "BA", "Bosnia and Herzegovina", "波斯尼亚和黑塞哥维那", MEMBER },
  { "BB", "Barbados", "巴巴多斯", MEMBER },
  { "BD", "Bangladesh", "孟加拉", MEMBER },
  { "BE", "Belgium", "比利时", MEMBER },
  { "BF", "Burkina Faso", "布基纳法索", NO },
  { "BG", "Bulgaria", "保加利亚", MEMBER },
  { "BH", "Bahrain", "巴林", MEMBER },
  { "BI", "Burundi", "布隆迪", MEMBER },
  { "BJ", "Benin", "贝宁", NO },
  { "BL", "Saint Barthélemy", "圣巴泰勒米岛", MEMBER_S },
  { "BM", "Bermuda", "百慕大", MEMBER_S },
  { "BN", "Brunei", "文莱", MEMBER },
  { "BO", "Bolivia", "波利维亚", MEMBER },
  { "BQ", "Bonaire, Sint Eustatius and Saba", "博奈尔、圣尤斯特歇斯岛和萨巴", MEMBER_S },
  { "BR", "Brazil", "巴西", MEMBER },
  { "BS", "Bahamas", "巴哈马", MEMBER },
  { "BT", "Bhutan", "不丹", NO },
  { "BV", "Bouvet Island", "布维群岛", NO },
  { "BW", "Botswana", "博兹瓦那", MEMBER },
  { "BY", "Belarus", "白俄罗斯", MEMBER },
  { "BZ", "Belize", "伯利兹", MEMBER },
  { "CA", "Canada", "加拿大", MEMBER },
  { "CC", "Cocos (Keeling) Islands", "科科斯群岛", NO },
  { "CD", "Congo (Kinshasa)", "刚果民主共和国", NO },
  { "CF", "Central African Republic", "中非", NO },
  { "CG", "Congo (Brazzaville)", "刚果", NO },
  { "CH", "Switzerland", "瑞士", MEMBER },
  { "CI", "Côte d'Ivoire", "科特迪瓦", NO },
  { "CK", "Cook Islands", "库克群岛", MEMBER },
  { "CL", "Chile", "智利", MEMBER },
  { "CM", "Cameroon", "喀麦隆", NO },
  { "CN", "China", "中国", MEMBER },
  { "CO", "Colombia", "哥伦比亚", MEMBER },
  { "CR", "Costa Rica", "哥斯达黎加", MEMBER },
  { "CU", "Cuba", "古巴", NO },
  { "CV", "Cabo Verde", "佛得角", MEMBER },
  { "CW", "Curaçao", "库拉索", MEMBER_S },
  { "CX", "Christmas Island", "圣诞岛", NO },
  { "CY", "Cyprus", "塞浦路斯", MEMBER },
  { "CZ", "Czechia", "捷克", MEMBER },
  { "DE", "Germany", "德国", MEMBER },
  { "DJ", "Djibouti", "吉布提", NO },
  { "DK", "Denmark", "丹麦", MEMBER },
  { "DM", "Dominica", "多米尼克", MEMBER },
  { "DO", "Dominican Republic", "多米尼加共和国", MEMBER },
  { "DZ", "Algeria", "阿尔及利亚", NO },
  { "EC", "Ecuador", "厄瓜多尔", MEMBER },
  { "EE", "Estonia", "爱沙尼亚", MEMBER },
  { "EG", "Egypt", "埃及", NO },
  { "EH", "Western Sahara", "西撒哈拉", NO },
  { "ER", "Eritrea", "厄立特里亚", NO },
  { "ES", "Spain", "西班牙", MEMBER },
  { "ET", "Ethiopia", "埃塞俄比亚", NO },
  { "FI", "Finland", "芬兰", MEMBER },
  { "FJ", "Fiji", "斐济", MEMBER },
  { "FK", "Falkland Islands (Malvinas)", "福克兰群岛(马尔维纳斯)", MEMBER_S },
  { "FM", "Micronesia", "密克罗尼西亚", NO },
  { "FO", "Faroe Islands", "法罗群岛", NO },
  { "FR", "France", "法国", MEMBER },
  { "GA", "Gabon", "加蓬", NO },
  { "GB", "United Kingdom", "英国", MEMBER },
  { "GD", "Grenada", "格林纳达", MEMBER },
  { "GE", "Georgia", "格鲁吉亚", MEMBER },
  { "GF", "French Guiana", "法属圭亚那", MEMBER_S },
  { "GG", "Guernsey", "根西岛", MEMBER_S },
  { "GH", "Ghana", "加纳", NO },
  { "GI", "Gibraltar", "直布罗陀", MEMBER_S },
  { "GL", "Greenland", "格陵兰", NO },
  { "GM", "Gambia", "冈比亚", NO },
  { "GN", "Guinea", "几内亚", NO },
  { "GP", "Guadeloupe", "瓜德罗普", MEMBER_S },
  { "GQ", "Equatorial Guinea", "赤道几内亚", NO },
  { "GR", "Greece", "希腊", MEMBER },
  { "GS", "South Georgia and the South Sandwich Islands", "南乔治亚岛和南桑德韦奇岛", NO },
  { "GT", "Guatemala", "瓜地马拉", MEMBER },
  { "GU", "Guam", "关岛", MEMBER_S },
  { "GW", "Guinea-Bissau", "几内亚比绍", NO },
  { "GY", "Guyana", "圭亚那", MEMBER },
  { "HK", "Hong Kong, China", "中国香港", NO },
  { "HM", "Heard Island and McDonald Islands", "赫德岛与麦克唐纳群岛", NO },
  { "HN", "Honduras", "洪都拉斯", MEMBER },
  { "HR", "Croatia", "克罗地亚", MEMBER },
  { "HT", "Haiti", "海地", NO },
  { "HU", "Hungary", "匈牙利", MEMBER },
  { "ID", "Indonesia", "印度尼西亚", MEMBER },
  { "IE", "Ireland", "爱尔兰", MEMBER },
  { "IL", "Israel", "以色列", MEMBER },
  { "IM", "Isle of Man", "曼岛", MEMBER_S },
  { "IN", "India", "印度", NO },
  { "IO", "British Indian Ocean Territory", "英属印度洋领地", NO },
  { "IQ", "Iraq", "伊拉克", NO },
  { "IR", "Iran", "伊朗", NO },
  { "IS", "Iceland", "冰岛", MEMBER },
  { "IT", "Italy", "意大利", MEMBER },
  { "JE", "Jersey", "泽西岛", MEMBER_S },
  { "JM", "Jamaica", "牙买加", MEMBER },
  { "JO", "Jordan", "约旦", NO },
  { "JP", "Japan", "日本", MEMBER },
  { "KE", "Kenya", "肯尼亚", NO },
  { "KG", "Kyrgyzstan", "吉尔吉斯坦", MEMBER },
  { "KH", "Cambodia", "柬埔塞", NO },
  { "KI", "Kiribati", "基里巴斯", NO },
  { "KM", "Comoros", "科摩罗", NO },
  { "KN", "Saint Kitts and Nevis", "圣基茨和尼维斯", MEMBER },
  { "KP", "North Korea", "朝鲜", NO },
  { "KR", "South Korea", "韩国", MEMBER },
  { "KW", "Kuwait", "科威特", NO },
  { "KY", "Cayman Islands", "开曼群岛", MEMBER_S },
  { "KZ", "Kazakhstan", "哈萨克斯坦", MEMBER },
  { "LA", "Laos", "老挝", NO },
  { "LB", "Lebanon", "黎巴嫩", NO },
  { "LC", "Saint Lucia", "圣路西亚", MEMBER },
  { "LI", "Liechtenstein", "列支敦士登", MEMBER },
  { "LK", "Sri Lanka", "斯里兰卡", NO },
  { "LR", "Liberia", "利比里亚", MEMBER },
  { "LS", "Lesotho", "莱索托", MEMBER },
  { "LT", "Lithuania", "立陶宛", MEMBER },
  { "LU", "Luxembourg", "卢森堡", MEMBER },
  { "LV", "Latvia", "拉脱维亚", MEMBER },
  { "LY", "Libya", "利比亚", NO },
  { "MA", "Morocco", "摩洛哥", MEMBER },
  { "MC", "Monaco", "摩纳哥", MEMBER },
  { "MD", "Moldova", "摩尔多瓦", MEMBER },
  { "ME", "Montenegro", "黑山", MEMBER },
  { "MF", "Saint Martin (French part)", "法属圣马丁", MEMBER_S },
  { "MG", "Madagascar", "马达加斯加", NO },
  { "MH", "Marshall Islands", "马绍尔群岛", MEMBER },
  { "MK", "North Macedonia", "北马其顿", MEMBER },
  { "ML", "Mali", "马里", NO },
  { "MM", "Myanmar", "缅甸", NO },
  { "MN", "Mongolia", "蒙古", MEMBER },
  { "MO", "Macau, China", "中国澳门", NO },
  { "MP", "Northern Mariana Islands", "北马里亚纳群岛", MEMBER_S },
  { "MQ", "Martinique", "马提尼克", MEMBER_S },
  { "MR", "Mauritania", "毛里塔尼亚", NO },
  { "MS", "Montserrat", "蒙塞拉特岛", MEMBER_S },
  { "MT", "Malta", "马尔他", MEMBER },
  { "MU", "Mauritius", "毛里求斯", MEMBER },
  { "MV", "Maldives", "马尔代夫", NO },
  { "MW", "Malawi", "马拉维", MEMBER },
  { "MX", "Mexico", "墨西哥", MEMBER },
  { "MY", "Malaysia", "马来西亚", NO },
  { "MZ", "Mozambique", "莫桑比克", NO },
  { "NA", "Namibia", "纳米比亚", MEMBER },
  { "NC", "New Caledonia", "新喀里多尼亚", MEMBER_S },
  { "NE", "Niger", "尼日尔", NO },
  { "NF", "Norfolk Island", "诺福克岛", NO },
  { "NG", "Nigeria", "尼日利亚", NO },
  { "NI", "Nicaragua", "尼加拉瓜", MEMBER },
  { "NL", "Netherlands", "荷兰", MEMBER },
  { "NO", "Norway", "挪威", MEMBER },
  { "NP", "Nepal", "尼泊尔", NO },
  { "NR", "Nauru", "瑙鲁", NO },
  { "NU", "Niue", "纽埃", MEMBER },
  { "NZ", "New Zealand", "新西兰", MEMBER },
  { "OM", "Oman", "阿曼", MEMBER },
  { "PA", "Panama", "巴拿马", MEMBER },
  { "PE", "Peru", "秘鲁", MEMBER },
  { "PF", "French Polynesia", "法属玻利尼西亚", MEMBER_S },
  { "PG", "Papua New Guinea", "巴布亚新几内亚", NO },
  { "PH", "Philippines", "菲律宾", MEMBER },
  { "PK", "Pakistan", "巴基斯坦", MEMBER },
  { "PL", "Poland", "波兰", MEMBER },
  { "PM", "Saint Pierre and Miquelon", "圣皮埃尔和密克隆", MEMBER_S },
  { "PN", "Pitcairn", "皮特克恩", NO },
  { "PR", "Puerto Rico", "波多黎各", MEMBER_S },
  { "PS", "Palestine", "巴勒斯坦", NO },
  { "PT", "Portugal", "葡萄牙", MEMBER },
  { "PW", "Palau", "帕劳", MEMBER },
  { "PY", "Paraguay", "巴拉圭", MEMBER },
  { "QA", "Qatar", "卡塔尔", NO },
  { "RE", "Réunion", "留尼汪", MEMBER_S },
  { "RO", "Romania", "罗马尼亚", MEMBER },
  { "RS", "Serbia", "塞尔维亚", MEMBER },
  { "RU", "Russia", "俄罗斯", MEMBER },
  { "RW", "Rwanda", "卢旺达", MEMBER },
  { "SA", "Saudi Arabia", "沙特阿拉伯", MEMBER },
  { "SB", "Solomon Islands", "所罗门群岛", NO },
  { "SC", "Seychelles", "塞舌尔", MEMBER },
  { "SD", "Sudan", "苏丹", NO },
  { "SE", "Sweden", "瑞典", MEMBER },
  { "SG", "Singapore", "新加坡", MEMBER },
  { "SH", "Saint Helena, Ascension and Tristan da Cunha", "圣赫勒拿-阿森松-特里斯坦达库尼亚", MEMBER_S },
  { "SI", "Slovenia", "斯洛文尼亚", MEMBER },
  { "SJ", "Svalbard and Jan Mayen", "斯瓦尔巴特和扬马延岛", NO },
  { "SK", "Slovakia", "斯洛伐克", MEMBER },
  { "SL", "Sierra Leone", "塞拉利昂", NO },
  { "SM", "San Marino", "圣马力诺市", MEMBER },
  { "SN", "Senegal", "塞内加尔", MEMBER },
  { "SO", "Somalia", "索马里", NO },
  { "SR", "Suriname", "苏里南", MEMBER },
  { "SS", "South Sudan", "南苏丹", NO },
  { "ST", "Sao Tome and Principe", "圣多美和普林西比", MEMBER },
  { "SV", "El Salvador", "萨尔瓦多", MEMBER },
  { "SX", "Sint Maarten (Dutch part)", "荷属圣马丁", MEMBER_S },
  { "SY", "Syria", "叙利亚", NO },
  { "SZ", "Eswatini", "斯威士兰", MEMBER },
  { "TC", "Turks and Caicos Islands", "特克斯和凯科斯群岛", MEMBER_S },
  { "TD", "Chad", "乍得", NO },
  { "TF", "French Southern Territories", "法属南半球领地", MEMBER_S },
  { "TG", "Togo", "多哥", NO },
  { "TH", "Thailand", "泰国", NO },
  { "TJ", "Tajikistan", "塔吉克斯坦", MEMBER },
  { "TK", "Tokelau", "托克劳", NO },
  { "TL", "Timor-Leste", "东帝汶", NO },
  { "TM", "Turkmenistan", "土库曼斯坦", NO },
  { "TN", "Tunisia", "突尼斯", MEMBER },
  { "TO", "Tonga", "汤加", MEMBER },
  { "TR", "Türkiye", "土耳其", MEMBER },
  { "TT", "Trinidad and Tobago", "特里尼达和多巴哥", MEMBER },
  { "TV", "Tuvalu", "图瓦卢", NO },
  { "TW", "Taiwan, China", "中国台湾", NO },
  { "TZ", "Tanzania", "坦桑尼亚", NO },
  { "UA", "Ukraine", "乌克兰", MEMBER },
  { "UG", "Uganda", "乌干达", NO },
  { "UM", "United States Minor Outlying Islands", "美国本土外小岛屿", NO },
  { "US", "United States", "美国", MEMBER },
  { "UY", "Uruguay", "乌拉圭", MEMBER },
  { "UZ", "Uzbekistan", "乌兹别克斯坦", MEMBER },
  { "VA", "Vatican City", "梵地冈", NO },
  { "VC", "Saint Vincent and the Grenadines", "圣文森特和格林纳丁斯", MEMBER },
  { "VE", "Venezuela", "委内瑞拉", MEMBER },
  { "VG", "British Virgin Islands", "英属维尔京群岛", MEMBER_S },
  { "VI", "US Virgin Islands", "美属维尔京群岛", MEMBER_S },
  { "VN", "Vietnam", "越南", NO },
  { "VU", "Vanuatu", "瓦努阿图", MEMBER },
  { "WF", "Wallis and Futuna", "瓦利斯和富图纳", MEMBER_S },
  { "WS", "Samoa", "萨摩亚", MEMBER },
  { "YE", "Yemen", "也门", NO },
  { "YT", "Mayotte", "马约特", MEMBER_S },
  { "ZA", "South Africa", "南非", MEMBER },
  { "ZM", "Zambia", "赞比亚", NO },
  { "ZW", "Zimbabwe", "津巴布韦", NO },
};

static const char *const china[] = { "CN", "HK", "MO", "TW", NULL };

/* The row of @code, -1 if there is none. */
static int
find (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].code, code) == 0)
      return (int) i;
  return -1;
}

/**
 * signet_country_list:
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes of all countries that a foreign party may be
 * of, in the order of the codes
 */
const char *const *
signet_country_list (void)
{
  static const char *codes[G_N_ELEMENTS (rows) + 1];
  static gsize made;

  if (g_once_init_enter (&made))
    {
      gsize n = 0;

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        if (!signet_country_is_china (rows[i].code))
          codes[n++] = rows[i].code;
      g_once_init_leave (&made, 1);
    }
  return codes;
}

/**
 * signet_country_is_known:
 * @code: a code in capitals
 *
 * Returns: whether ISO 3166-1 has it
 */
gboolean
signet_country_is_known (const char *code)
{
  g_return_val_if_fail (code != NULL, FALSE);

  return find (code) >= 0;
}

/** signet_country_list_china: Returns: (transfer none): the codes of China, Hong Kong, Macau and Taiwan */
const char *const *
signet_country_list_china (void)
{
  return china;
}

/**
 * signet_country_is_china:
 * @code: a code in capitals
 *
 * Returns: whether it is China, Hong Kong, Macau or Taiwan, which have kinds of parties of their own
 */
gboolean
signet_country_is_china (const char *code)
{
  g_return_val_if_fail (code != NULL, FALSE);

  return g_strv_contains (china, code);
}

/**
 * signet_country_get_name:
 * @code: a code in capitals
 * @language: zh-CN or en; any other is en
 *
 * Returns: its short name; of an unknown one the code
 */
const char *
signet_country_get_name (const char *code, const char *language)
{
  int row;

  g_return_val_if_fail (code != NULL, "");

  row = find (code);
  if (row < 0)
    return code;
  return g_strcmp0 (language, SIGNET_LANGUAGE_ZH_CN) == 0 ? rows[row].zh : rows[row].en;
}

/**
 * signet_country_get_legalisation:
 * @code: a code in capitals
 *
 * Returns: %SIGNET_LEGALISATION_APOSTILLE or %SIGNET_LEGALISATION_CONSULAR, by the list of
 *   %SIGNET_COUNTRY_APOSTILLE_AS_OF; consular for a country it doesn't know
 */
const char *
signet_country_get_legalisation (const char *code)
{
  int row;

  g_return_val_if_fail (code != NULL, SIGNET_LEGALISATION_CONSULAR);

  row = find (code);
  return row >= 0 && rows[row].apostille != NO ? SIGNET_LEGALISATION_APOSTILLE : SIGNET_LEGALISATION_CONSULAR;
}
