"""Notes from a third set of words and sentences. May be tuned on.

They were held back at first: 0.897 of their secrets were found before they were looked at.
"""

import random
import string
from typing import Final

from bench.secret_notes import SMALL, Note, drawn, made, one_of

_LETTERS: Final = string.ascii_letters + string.digits
_THINGS: Final = "Gooseberry Tramline Elephant Wednesday Limpet Cathedral Mustard Paddock Zeppelin Conker".split()
_TELLING: Final = """\
Hootsuite seat, the password being {password}
Password is currently {password} (set by the last office manager)
password reset to {password} this morning
New pw for {site} is {password}
credentials: {email} {password}
{email} / {password}
{site} - user {user}, password {password}
You need {password} to get into {site}
The code for the phone is {pin}
pin no. {pin}
School mobile, passcode {pin}, lives in the drawer
Alarm combination {pin}
The keypad code is {pin}
Spare codes if the phone is lost: {codes}
Emergency codes ({site}) {codes}
Verification code {pin} came by text
Zapier uses api_key={token}
Webhook: https://hooks.ashgrove.example/in?token={token}
Bot token {token}
Client secret is {token}
Page token EAAB{token}{token}
AWS key AKIA{upper}
Scan otpauth://totp/{site}?secret={upper}
Set up the authenticator by typing {upper}
ssh key: -----BEGIN EC PRIVATE KEY-----
Session cookie for the shared browser: auth_token={token}
mother’s maiden name = {thing}
Answer to the security question: {thing}
The passphrase: {phrase}
Type “{password}” when it asks for the password""".splitlines()
_QUIET: Final = """\
In the head’s safe, envelope marked Social media
The PA changes the password each September and after every leaver
Only {who} and {who} can open the vault
Password last changed {day} October; next change due in March
No shared passwords: everybody signs in with their own trust account
{who} keeps the backup codes in the fireproof box
Codes arrive on the school mobile, which stays in the office
Two administrators: {who} and {who}
Signed in with {who} watching, second step asked for
Looked in Settings, Privacy, Tagging; all limited to friends
Reported to Meta on {day}/09/2026, case {case}
Bill paid on card ending {four}
Room {day}, next to the library; ring extension 2{day}
The office is on 01632 960{three} from 8.30am to 4.15pm
Write to socialmedia@ashgrove.example or dpo@ashgrove.example
The page is at https://www.linkedin.example/company/ashgrove-school-{three}
DPIA agreed by governors, minute 6.2 of {day} May 2026
Insurance policy number SCH/{four}/26, renewed each August
Camera model DMC-TZ{day}, laptop asset {four}
Fundraising page for the Year 6 trip, target £{four}
PIN known to the caretaker and {who}
Login through the trust’s single sign-on, no separate password
Has to be at least fifteen characters with no names in it
Comments off since {day} June; message filter set to strict
Handle kept after closing so that nobody else takes @ashgrove{day}
Mobile 07700 900{three}, held by {who}
Ofsted URN 1{four}{day}, DfE 871/{four}
Class 5KL, Year 11 and Key Stage 3 only
Unlocks with a fingerprint; {who} and {who} are enrolled
Shared inbox; see the guide on page {day}""".splitlines()


def written_notes(seed: int, *, count: int) -> list[Note]:
    """Return so many notes with a secret and as many without, in an order of chance."""
    return made(seed, count=count, telling=_TELLING, quiet=_QUIET, makers=_MAKERS)


def _password(chance: random.Random) -> str:
    one, other = chance.sample(_THINGS, 2)
    small, three = other.lower(), chance.randint(100, 999)
    return chance.choice([
        f"{one}{other}{chance.randint(1, 9)}", f"{one.lower()}{chance.randint(1950, 2026)}", f"{one}!{small[:3]}7",
        f"{one.upper()}{chance.randint(10, 99)}#", f"{drawn(chance, _LETTERS, 5)}-{drawn(chance, _LETTERS, 5)}-7x",
        f"{drawn(chance, _LETTERS + '!?$%&', 11)}4Z", f"{one[:2]}{three}{small[-3:]}@{three % 9}",
    ])  # fmt: skip


_MAKERS: Final = {
    "password": _password,
    "site": one_of("YouTube|Instagram|our Facebook|LinkedIn|the X account|Canva|Mailchimp|Bluesky"),
    "email": one_of("comms@ashgrove.example|office@ashgrove.example|media.team@ashgrove.example"),
    "user": one_of("ashgroveoffice|comms|headspa|ashgrove.media"),
    "who": one_of("the bursar|Mrs Obi|the site manager|our DPO|Femi|the head of English"),
    "thing": lambda chance: chance.choice(_THINGS),
    "pin": lambda chance: drawn(chance, string.digits, chance.choice([4, 5, 6])),
    "codes": lambda chance: ", ".join(drawn(chance, SMALL, 3) + "7-" + drawn(chance, SMALL, 4) for _ in range(5)),
    "token": lambda chance: drawn(chance, _LETTERS, 27) + "8",
    "upper": lambda chance: drawn(chance, string.ascii_uppercase + "234567", 15) + "7",
    "phrase": lambda chance: " ".join(word.lower() for word in chance.sample(_THINGS, 4)),
    "day": lambda chance: str(chance.randint(10, 28)),
    "three": lambda chance: str(chance.randint(100, 999)),
    "four": lambda chance: str(chance.randint(1000, 9999)),
    "case": lambda chance: drawn(chance, "123456789", 10),
}
"""A name in braces → what draws its words."""
