"""Notes as a busy person types them, from other words and sentences than `secret_notes`. May be tuned on.

They were held back at first: 0.914 of their secrets were found before they were looked at.
"""

import random
from typing import Final

from bench.secret_notes import MIXED, Note, drawn, made, one_of

_FIGURES: Final = "0123456789"
_CLEAR: Final = "abcdefghjkmnpqrstuvwxyz"
_NOUNS: Final = "Kestrel Ashdown Pudding Velvet Trumpet Saffron Bramble Comet Walrus Fiddle Copper Juniper".split()
_TELLING: Final = """\
{begin}pword {password}{end}
{begin}our password is now {password}{end}
{begin}Pass - {password}{end}
{begin}{site} PW: {password}{end}
passwd={password}{end}
{begin}sign in as media / {password}{end}
user media@ashdown.example, then type {password}{end}
{begin}use {password} to log in{end}
{begin}pin is {pin}{end}
{begin}unlock code {pin}{end}
key safe code: {pin}{end}
PIN={pin}{end}
sim pin {pin}
{begin}rescue codes {codes}{end}
2FA backup codes – {codes}
{begin}one-time codes: {codes}{end}
{begin}scheduler key {key}{end}
token = {key}
{begin}Connected by {key}{end}
{begin}authenticator set-up key {base32}
totp {base32}{end}
2-step secret: {base32}
{begin}the passphrase is {phrase}{end}
-----BEGIN PRIVATE KEY----- MIIE{cookie}
li_at=AQED{cookie}
PHPSESSID={cookie}{end}
eyJhbGciOiJIUzI1NiJ9.eyJzdWIi{cookie}""".splitlines()
_QUIET: Final = """\
{begin}login is in the trust vault{end}
{begin}passwords live in Keeper, folder Comms{end}
The password was last changed in July{end}
two people know the PIN: {name} and {name}
no password is written down here{end}
{begin}{name} holds the recovery codes{end}
password reset goes to {name}, then {name}
{begin}checked the apps list with {name}, nothing connected{end}
office line 01632 960{number}, mobile 07700 900{number}
ticket {number}{number} with the ICT helpdesk{end}
see minute 7.4 of the governors, 17/06/2026
ring {name} on ext {number}{end}
https://ashdown.example/about/social-media?page=4
media@ashdown.example and head@ashdown.example
screenshot saved as insta-privacy-2026-05.png{end}
the page has {number} followers and 4 administrators
comments held for review; DMs off{end}
trolley of 30 iPads, asset tags BP0{number} to BP0{number}
second step by the Microsoft Authenticator on the school phone{end}
Hall, Room 12, Year 4 and 5KL
ownership: Ashdown Academy Trust, company 0812{number}0
MFA on for everyone; codes by app, not text{end}
DPIA ref DP/2026/{number}, agreed with the DPO
closed after the merger, handle kept so that nobody takes it{end}
sign-in needs the trust’s single sign-on{end}
budget code 4{number} pays for the scheduler
keys to the office: caretaker
password must be 15 characters or more
if locked out call the trust helpdesk and give the page name""".splitlines()


def typed_notes(seed: int, *, count: int) -> list[Note]:
    """Return so many notes with a secret and as many without, in an order of chance."""
    return made(seed, count=count, telling=_TELLING, quiet=_QUIET, makers=_MAKERS)


def _password(chance: random.Random) -> str:
    noun, other = chance.sample(_NOUNS, 2)
    return chance.choice([
        noun + str(chance.randint(10, 99)), f"{noun.lower()}_{other}!", drawn(chance, MIXED + "-_!£$%^&*+=", 16) + "q9",
        noun[:4] + drawn(chance, _FIGURES, 3) + other[:3].upper() + "?", f"{chance.randint(2, 9)}{noun}s&{other}",
    ])  # fmt: skip


def _codes(chance: random.Random) -> str:
    codes = (f"{drawn(chance, _CLEAR + _FIGURES, 4)}-{drawn(chance, _FIGURES, 4)}" for _ in range(4))
    return chance.choice([" | ", ", ", "\n"]).join(codes)


def _key(chance: random.Random) -> str:
    return chance.choice(["github_pat_11A", "glpat-", "EAAG", "ya29.a0", "sk-proj-", "SG.x"]) + drawn(chance, MIXED, 32)


_NAMES: Final = "Priya|Mrs Lund|our PA|Kofi (ICT)|the business manager|head’s PA|Gwen"
_MAKERS: Final = {
    "begin": one_of("|||NB |Updated by Mrs Lund. |fb – |From the handover sheet: |Spring term. |(see Priya) "),
    "end": one_of("|||.| – Gwen has a copy|, do not share|. Changed in September.| (case matters)|; works on fb"),
    "name": one_of(_NAMES),
    "site": one_of("fb|Insta|school YouTube|Threads|the TikTok|Meta Business Suite|Linkedin page|Twitter"),
    "number": lambda chance: str(chance.randint(100, 999)),
    "password": _password,
    "pin": lambda chance: drawn(chance, _FIGURES, chance.choice([4, 6])),
    "codes": _codes,
    "key": _key,
    "base32": lambda chance: drawn(chance, "ABCDEFGHJKLMNPQRSTUVWXYZ234567", 32),
    "phrase": lambda chance: "-".join(word.lower() for word in chance.sample(_NOUNS, 4)),
    "cookie": lambda chance: drawn(chance, _CLEAR + _FIGURES, 26),
}
"""A name in braces → what draws its words."""
