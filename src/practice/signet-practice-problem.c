/* SPDX-FileCopyrightText: 2026 The Signet authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/signet-practice-problem.h"

/* Every way in which the platform refuses (RFC 9457), with its status and its words. Clients know a problem
 * by its code; the title is for people who look at the wire.
 */

static const SignetPracticeProblem problems[] = {
  { "binding-fixed", 409, "This binding can't be changed", "绑定后不可更改" },
  { "checksum-mismatch", 460, "The bytes don't match their checksum", "数据与校验和不符" },
  { "code-exhausted", 429, "No try is left for this code", "验证码尝试次数已用完" },
  { "code-expired", 410, "The code has expired", "验证码已过期" },
  { "email-not-bound", 403, "Bind an e-mail address first", "请先绑定邮箱" },
  { "file-refused", 422, "The file isn't taken", "文件未被接受" },
  { "idempotency-in-progress", 409, "The same request is still being handled", "相同请求正在处理中" },
  { "idempotency-mismatch", 422, "This key was used for another request", "该幂等键已用于其他请求" },
  { "idempotency-missing", 400, "Idempotency-Key is missing or isn't a quoted UUID",
    "缺少 Idempotency-Key 或格式不正确" },
  { "invalid", 422, "The request has errors", "请求内容有误" },
  { "locked", 409, "This can't be changed now", "当前不可修改" },
  { "malformed", 400, "The request can't be read", "请求无法解析" },
  { "media-type", 415, "Another Content-Type is asked for", "Content-Type 不受支持" },
  { "method", 405, "This method isn't served here", "不支持该方法" },
  { "not-found", 404, "There is nothing here", "资源不存在" },
  { "offset-mismatch", 409, "The upload goes on at another offset", "上传偏移量不符" },
  { "party-already-certified", 409, "This document is certified already", "该证件已被认证" },
  { "password-locked", 429, "Too many wrong passwords", "密码错误次数过多" },
  { "precondition-failed", 412, "It has changed meanwhile", "资源已发生变化" },
  { "precondition-required", 428, "If-Match is missing", "缺少 If-Match" },
  { "throttled", 429, "Too many requests", "请求过于频繁" },
  { "too-large", 413, "The request is too large", "请求内容过大" },
  { "tus-version", 412, "Only tus 1.0.0 is spoken here", "仅支持 tus 1.0.0" },
  { "unauthorised", 401, "Sign in first", "请先登录" },
  { "unavailable", 503, "The platform can't answer now", "平台暂不可用" },
  { "wrong-code", 422, "The code is wrong", "验证码错误" },
  { "wrong-password", 422, "The password is wrong", "密码错误" },
};

/**
 * signet_practice_problem_lookup:
 * @code: a problem's stable name
 *
 * Returns: (transfer none): the problem
 */
const SignetPracticeProblem *
signet_practice_problem_lookup (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    if (g_str_equal (problems[i].code, code))
      return &problems[i];
  g_return_val_if_reached (signet_practice_problem_lookup ("unavailable"));
}
