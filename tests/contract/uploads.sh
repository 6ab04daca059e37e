#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Signet authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Uploads: tus 1.0.0 with creation, termination, expiration and checksum; and what isn't taken.

. "$(dirname "$0")/lib.sh"
serve

sha() { sha256sum "$1" | cut -d' ' -f1; }
checksum() { openssl dgst -sha256 -binary "$1" | base64 -w0; }
offset() { call HEAD "/v1/files/$1" -H 'Tus-Resumable: 1.0.0'; }
# refused CODE: the last answer refuses the file for this reason
refused() {
  problem file-refused "$1" ".findings[0].code == \"$2\" and .findings[0].severity == \"error\"" : "${@:4}"
}

call OPTIONS /v1/files
expect 204 : what the server can do
same 'extensions' "$(header Tus-Extension)" creation,termination,expiration,checksum
same 'the largest file' "$(header Tus-Max-Size)" 52428800
same 'version' "$(header Tus-Version)" 1.0.0
create_upload a.pdf application/pdf "$(printf x | sha256sum | cut -d' ' -f1)" 1
problem unauthorised 401 : uploads need a token
join 13800001234 legal@yunjiaofang.example

# Creation
SHA=$(printf x | sha256sum | cut -d' ' -f1)
METADATA="filename $(b64 证书.pdf),filetype $(b64 application/pdf),sha256 $(b64 "$SHA")"
call POST /v1/files -H 'Upload-Length: 5' -H "Upload-Metadata: $METADATA"
problem tus-version 412 : the version must be said
same 'which one' "$(header Tus-Version)" 1.0.0
call POST /v1/files -H 'Tus-Resumable: 0.2.2' -H 'Upload-Length: 5' -H "Upload-Metadata: $METADATA"
problem tus-version 412 : another version
call POST /v1/files -H 'Tus-Resumable: 1.0.0' -H "Upload-Metadata: $METADATA"
problem malformed 400 '.detail == "Upload-Length"' : the length must be said
call POST /v1/files -H 'Tus-Resumable: 1.0.0' -H 'Upload-Length: -1' -H "Upload-Metadata: $METADATA"
problem malformed 400 : a negative length
for metadata in '' 'filename,filetype,sha256' "filename $(b64 a)" "filename $(b64 a),filetype $(b64 b),sha256 $(b64 abc)" \
  "filename $(b64 a),filetype $(b64 b),sha256 ${SHA}"; do
  call POST /v1/files -H 'Tus-Resumable: 1.0.0' -H 'Upload-Length: 5' -H "Upload-Metadata: $metadata"
  problem malformed 400 : "metadata: ${metadata:0:30}"
done
create_upload a.pdf application/pdf "$SHA" 0
refused 422 zero-bytes : an empty file
create_upload a.pdf application/pdf "$SHA" 52428801
refused 413 too-large : one byte too many
expect 413 '.findings[0].params == {name: "a.pdf", bytes: "52428801", limit: "52428800"}' : it says how many
create_upload a.exe application/x-msdownload "$SHA" 5
refused 422 type-not-accepted : a type that isn\'t taken

# One go
pdf "$WORK/a.pdf" one
create_upload 证书.pdf application/pdf "$(sha "$WORK/a.pdf")" "$(stat -c %s "$WORK/a.pdf")"
expect 201 : created
ID=$(basename "$(header Location)")
check 'it expires' test -n "$(header Upload-Expires)"
offset "$ID"
expect 200 : nothing yet
same 'offset 0' "$(header Upload-Offset)" 0
same 'length' "$(header Upload-Length)" "$(stat -c %s "$WORK/a.pdf")"
same 'never kept' "$(header Cache-Control)" no-store
call GET "/v1/files/$ID/content"
problem not-found 404 : no content before the last byte
append "$ID" 0 "$WORK/a.pdf"
expect 204 : all of it
same 'its digest' "$(header Repr-Digest)" "sha-256=:$(checksum "$WORK/a.pdf"):"
offset "$ID"
same 'offset is the length' "$(header Upload-Offset)" "$(header Upload-Length)"
call GET "/v1/files/$ID/content"
expect 200 : the content
check 'byte for byte' cmp -s "$WORK/a.pdf" "$WORK/body"
same 'its type' "$(header Content-Type)" application/pdf
same 'its digest' "$(header Repr-Digest)" "sha-256=:$(checksum "$WORK/a.pdf"):"
call DELETE "/v1/files/$ID" -H 'Tus-Resumable: 1.0.0'
problem locked 409 : a stored file is immutable
append "$ID" 0 "$WORK/a.pdf"
problem offset-mismatch 409 : nothing can be written over it

# In pieces
{ cat "$WORK/a.pdf" && head -c 3000000 /dev/urandom; } >"$WORK/big.pdf"
split -b 100000 "$WORK/big.pdf" "$WORK/part."
create_upload big.pdf application/pdf "$(sha "$WORK/big.pdf")" "$(stat -c %s "$WORK/big.pdf")"
ID=$(basename "$(header Location)")
append "$ID" 5 "$WORK/part.aa"
problem offset-mismatch 409 : a wrong offset
call PATCH "/v1/files/$ID" -H 'Tus-Resumable: 1.0.0' -H 'Upload-Offset: 0' -H 'Content-Type: text/plain' --data-binary x
problem media-type 415 : a wrong type
append "$ID" 0 "$WORK/part.aa" -H "Upload-Checksum: sha256 $(checksum "$WORK/part.ab")"
problem checksum-mismatch 460 : a wrong checksum
append "$ID" 0 "$WORK/part.aa" -H 'Upload-Checksum: md5 x'
problem malformed 400 : another algorithm
offset "$ID"
same 'nothing of it was kept' "$(header Upload-Offset)" 0
append "$ID" 0 "$WORK/part.aa" -H "Upload-Checksum: sha256 $(checksum "$WORK/part.aa")"
expect 204 : the first piece
same 'offset' "$(header Upload-Offset)" 100000
tail -c +100001 "$WORK/big.pdf" >"$WORK/rest"
append "$ID" 100000 "$WORK/rest" --limit-rate 400k --max-time 1.5
check 'the line was cut' test "$RESULT" -ne 0
for _ in {1..100}; do
  offset "$ID"
  [[ $(header Upload-Offset) -gt 100000 ]] && break
  sleep 0.05
done
HERE=$(header Upload-Offset)
check "what came is kept ($HERE)" test "$HERE" -gt 100000 -a "$HERE" -lt "$(stat -c %s "$WORK/big.pdf")"
tail -c +$((HERE + 1)) "$WORK/big.pdf" >"$WORK/rest"
append "$ID" "$HERE" "$WORK/rest"
expect 204 : resumed
call GET "/v1/files/$ID/content"
check 'it is whole' cmp -s "$WORK/big.pdf" "$WORK/body"

# More than was said, and giving up
create_upload a.pdf application/pdf "$SHA" 10
ID=$(basename "$(header Location)")
append "$ID" 0 "$WORK/a.pdf"
problem too-large 413 : more bytes than were announced
call DELETE "/v1/files/$ID" -H 'Tus-Resumable: 1.0.0'
expect 204 : given up
offset "$ID"
expect 404 : it is gone
create_upload a.pdf application/pdf "$SHA" 10
ID=$(basename "$(header Location)")
steer POST /practice/v1/clock -H 'Content-Type: application/json' -d '{"advance":86401}'
sign_in 13800001234
offset "$ID"
expect 404 : after a day it has expired

# Looked at when whole
try() {
  create_upload "$(basename "$1")" "$2" "${3:-$(sha "$1")}" "$(stat -c %s "$1")"
  ID=$(basename "$(header Location)")
  append "$ID" 0 "$1"
}
try "$WORK/a.pdf" application/pdf "$SHA"
refused 422 digest-mismatch : other bytes than were announced
offset "$ID"
expect 404 : a refused file is gone
try "$WORK/a.pdf" image/png
refused 422 type-mismatch : a PDF that says it is a picture
expect 422 '.findings[0].params == {name: "a.pdf", media_type: "image/png", content: "application/pdf"}' : it says what it is
printf 'MZ\x90' >"$WORK/a.exe"
try "$WORK/a.exe" application/pdf
refused 422 type-not-accepted : a program that says it is a PDF
sed 's|/Root 1 0 R|/Root 1 0 R /Encrypt 5 0 R|' "$WORK/a.pdf" >"$WORK/secret.pdf"
try "$WORK/secret.pdf" application/pdf
refused 422 encrypted-pdf : an encrypted PDF
png "$WORK/a.png" x && try "$WORK/a.png" image/png
expect 204 : a PNG
printf '\xff\xd8\xff\xe0JFIF' >"$WORK/a.jpg" && try "$WORK/a.jpg" image/jpeg
expect 204 : a JPEG
MINE=$ID

# Somebody else's
join 13900005678 other@yunjiaofang.example
call GET "/v1/files/$MINE/content"
problem not-found 404 : "somebody else's file"
offset "$MINE"
expect 404 : "somebody else's upload"
call DELETE "/v1/files/$MINE" -H 'Tus-Resumable: 1.0.0'
problem not-found 404 : "can't be ended"

plan
