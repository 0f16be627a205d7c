"""What secrets look like, and what looks like them and is harmless. Data for `secrets`.

Shapes from the issuers' own pages (GitHub, Google, Meta, AWS, Slack, Stripe), RFC 7468 (keys), RFC 7519 (JWT), RFC 6265
(cookies) and RFC 4648 (base32, in which one-time secrets are printed).
"""

from __future__ import annotations

import re
from typing import Final

SHAPES: Final = tuple((re.compile(pattern), why) for pattern, why in (
    (r"-----BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File|\bAGE-SECRET-KEY-1\w+", "a private key"),
    (r"(?i)otpauth(?:-migration)?://\S+", "the secret of a second step"),
    (r"(?i)\b[a-z][a-z+]{1,10}://[^\s/:@]+:[^\s/@]+@\S+", "an address with a password inside"),
    (r"(?i)[?&#;](?:access_?token|auth|token|api_?key|key|sig|secret|password|pwd)=[\w%.~+/-]{8,}", "a key"),
    (r"\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|sk[-_]|[pr]k_live_|whsec_|SG\.|npm_|hf_)[\w.-]{12,}", "a key"),
    (r"\b(?:AKIA|ASIA)[A-Z0-9]{12,}|\bAIza[\w-]{20,}|\bya29\.[\w-]{10,}|\b(?:GOCSPX-|1//0)[\w-]{10,}", "a key"),
    (r"\bEAA[A-Za-z0-9]{16,}|\bIGQ[\w-]{16,}|\bAQ[A-Za-z0-9_-]{30,}|\b\d{8,10}:AA[\w-]{25,}", "a key of a platform"),
    (r"\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?", "a token of a sign-in"),
    (r"(?i)\b(?:set-)?cookie ?: ?\S+=\S+|\b(?:remember_\w+|connect\.sid)=[\w%.:+/-]{6,}", "a cookie of a sign-in"),
    (r"(?i)\b(?:(?:php|j)?sess(?:ion)?(?:id)?|sid|c_user|xs|auth_token|csrftoken|li_at|sb|datr)=[\w%.:+/-]{6,}",
     "a cookie of a sign-in"),
    (r"(?i)\b(?:bearer|basic) (?=[\w.+/-]*\d)[\w.+/=-]{16,}", "a token of a sign-in"),
    (r"\b(?=[A-Z -]*[2-7])(?:[A-Z2-7]{4}[ -]){3,}[A-Z2-7]{2,4}\b", "the secret of a second step"),
    (r"\b(?=(?:[a-z2-7 -]*?\b(?=\d*[a-z])(?=[a-z]*\d)[a-z2-7]{4}\b){2})(?:[a-z2-7]{4}[ -]){3,}[a-z2-7]{2,4}\b",
     "the secret of a second step"),
    (r"\b(?=[A-Z]*[2-7])(?=[2-7]*[A-Z])[A-Z2-7]{16,}={0,6}(?!\w)", "the secret of a second step"),
    (r"(?i)\b(?:(?=[a-z-]*\d)[a-z0-9]{4,6}-[a-z0-9]{4,6}[\s,;/|*]+){2,}[a-z0-9]{4,6}-[a-z0-9]{4,6}\b",
     "recovery codes"),
    (r"\b(?:(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{6,12}[\s,;/|*]+){3,}[a-z0-9]{6,12}\b", "recovery codes"),
    (r"(?<![\d/+.-])(?!20[12]\d[01]\d)\d{4} ?\d{4}(?:(?:\s*[,;/|*]\s*|\s+(?:or |and )?)\d{4} ?\d{4})+(?![\d/.-])",
     "recovery codes"),
    (r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", "a key"),
    (r"\b(?=[A-Fa-f0-9]*\d)(?=[A-Fa-f0-9]*[A-Fa-f])(?:[a-f0-9]{24,}|[A-F0-9]{24,})\b", "a key"),
))  # fmt: skip
"""A pattern, and what it is the shape of."""

ALIKE: Final = re.compile(
    r"(?i)https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+|(?<!\S)[@#][\w.]+"  # addresses, handles
    r"|\b\w[\w-]*\.(?:com|org|net|uk|example|docx?|xlsx?|pdf|pptx?|jpe?g|png|csv|mp4|io|sch|gov)\b[\w./-]*"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b|\b\d{1,2}[.:]\d\d ?(?:am|pm)?\b|\b\d{1,2} ?(?:am|pm)\b"  # days, times
    r"|\b[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}\b"  # postcodes
    r"|\b(?!(?!19|20)\d{4}-\d{4}\b)(?:\d{1,4}[/.-]){1,2}\d{1,4}\b"  # dates, and no code of two fours
    r"|\b(?:year|yr|y|ks|room|rm|block|form|class|unit|floor|house|v|version|no|p|page|s|section|term|t|wk|week)\.?"
    r" ?-?\d{1,3}[a-z]{0,2}\b|(?<![\w-])\d{1,2}[a-z]{1,3}(?![\w-])"  # classes, rooms
    r"|\b(?:\w+ ?365|1password|2fa|2sv|mfa2?|o365|m365|i(?:phone|pad) ?\d{1,2}|wi-?fi|24/7|iso ?27001)\b"
)
"""Addresses, handles, days, times, postcodes, classes, rooms and names of products."""

REFERRED: Final = re.compile(
    r"(?i)\b(?:ref(?:erence)?|order|invoice|inv|serial|asset|ticket|case|job|po|purchase order|upn|urn|dfe|laestab"
    r"|charity|company|policy|form|licence|registration|tag|number|no|isbn|model|version|document|account id|page id"
    r"|budget|cost|nominal|request|incident|ico|vat|minute|id)\b[\w ]{0,12}?[ .:#]*\Z"
)
"""What stands before a number that lets nobody in."""

REFERENCE: Final = re.compile(
    r"[A-Z]{2,8}(?:[-/.][A-Z]{1,6}){0,3}[-/.]?\d{1,4}(?:[-/.]\d{1,6}){0,3}|[A-Z]{1,3}\d{5,12}[A-Z]?"
    r"|\d+|\d{1,4}(?:[-/.]\d{1,6})+|[A-Z]{1,6}\d{1,4}[A-Z]?|\d{1,3}[A-Z]{1,3}|£[\d.,]+[km]?|\d+(?:%|p|k|m|mb|gb|px|s)"
)
"""Numbers as offices write them: what a letter or an invoice bears, a sum, a size."""

ALONE: Final = re.compile(
    r"(?=\S*[A-Za-z]{3})(?=\S*\d)(?=\S*[!$^&*+=~#@£])(?!(?i:covid|attendance|grades?|gcses?|top))[\w!$^&*+=~#@£?-]{8,64}"
)
"""A word with letters, figures and a sign, which nobody writes as the whole of a note but for a password."""

SPACED: Final = re.compile(r"(?:\S ){7,}\S(?!\S)")
"""Letters that somebody wrote apart, as if nobody could read them then."""

WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""The wide letters of an eastern keyboard → those that they are read as. As many as before, so places stay."""

LOOKALIKE: Final = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051d\u0442\u043a\u04bb\u04cf"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u03b1\u03bf\u03c1\u03c5\u03bd\u03b9\u03ba\u03c9\u03c3"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aeopcyxijsdwtkhlABEKMHOPCTYXIJSaopuvikwoABEZHIKMNOPTYX",
)
"""Cyrillic and Greek letters → the Latin ones that they are taken for (Unicode, confusables.txt)."""

LETTERS: Final = re.compile(r"[^\W\d_]+")
"""A word: folded where all of it then is Latin, so that Cyrillic and Greek words stay what they are."""
