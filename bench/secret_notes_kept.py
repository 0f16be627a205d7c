"""Notes held back: made from a fourth set of words and sentences. Nobody tunes on these, or looks at what is missed."""

import random
import string
from typing import Final

from bench.secret_notes import Note, drawn, made, one_of

_ALL: Final = string.ascii_letters + string.digits
_PETS: Final = "Rosie Winston Pickle Domino Biscuit Hercules Poppy Marmite Captain Trixie".split()
_TOWNS: Final = "Whitby Ludlow Oban Tenby Cromer Bakewell Penarth Skipton".split()
_TELLING: Final = """\
Handover to {person}: {net} password {password}, please change it soon
The {net} one is {password}, same password as last year
PASSWORD: {password}
{net} logon is {user} and the password is {password}
Our pass word for {net} - {password}
password ({net}) = {password}
Please sign in with {user} and {password}
passcode on the office iPad: {digits}
Its PIN is {digits}, written down for {person}
To unlock the school phone type PIN {digits}
Safe combination: {digits}
{net} backup code {eight}
The 8 digit codes are {eight}, {eight} and {eight}
Recovery key: {groups}
Scheduling tool, access token {long}
our api key is {long}
Authorization header: Bearer {long}
Developer token: EAAC{long}
Slack bot xoxb-{eight}-{long}
private key begins -----BEGIN RSA PRIVATE KEY-----
otpauth://totp/School:{user}?secret={seed}&digits=6
{net} two-factor seed {seed}
cookie: c_user={eight}; xs={long}
Memorable word is {pet}
Security question (first pet) {net}: the answer is {pet}
Passphrase is {phrase}
Login to {net}: {user} / {password}
{password} <- {net} password""".splitlines()
_QUIET: Final = """\
{person} and {person} can both reach the vault
Kept by ICT in the trust’s Bitwarden, collection Schools
The password lives with {person} and never in an e-mail
If {person} is away, ask {person} for access
Password to be changed by {person} before half term
Passwords reset on {day}/11/2026 because a governor left
MFA by app for all four administrators, seen on {person}’s screen
PIN and pattern lock are both switched on for the iPads
Recovery codes are in the safe, sealed on {day} July 2026
The recovery number is the school office, 01632 9600{day}
{net} page reviewed with the DPO, nothing to change
Tagging switched off; messages open 8am to 5pm
Set up in {year} by a teacher who has since left
{follow} people follow it, most of them parents
Governors saw the list on {day} March, item {item} of the minutes
Ticket INC00{follow} closed by the helpdesk
Invoice {follow}/{day} from the web company
See folder S:/Office/Social/{year}/Checks
Asset tag LT-0{follow}, laptop in room {day}
Links from the footer of https://www.school.example/contact
Handle @OakfieldAcademy{item}, formerly @Oakfield_{year}
Token gesture posts are not what it is for
The key people are {person} and {person}
No code is needed on trusted devices, so there are none
Two pins on the map show both sites
Pass the phone to {person} on Fridays
DfE number 871/{follow}, URN 14{follow}
For Years 3 to 6, classes 3B and 6W
Log in through RM Unify, then choose the tile
Checked against policy section {item}.2, all in order""".splitlines()


def kept_notes(seed: int, *, count: int) -> list[Note]:
    """Return so many notes with a secret and as many without, in an order of chance."""
    return made(seed, count=count, telling=_TELLING, quiet=_QUIET, makers=_MAKERS)


def _password(chance: random.Random) -> str:
    pet, town, year = chance.choice(_PETS), chance.choice(_TOWNS), chance.randint(1990, 2026)
    return chance.choice([
        f"{pet}{year}", f"{town}{pet}{year % 100}", f"{pet.lower()}.{town.lower()}{year % 10}", f"{town}*{year % 100}*",
        pet.replace("i", "1").replace("o", "0") + f"!{year % 100}", drawn(chance, _ALL + "!@#$%", 13) + "K3",
        f"{drawn(chance, _ALL, 4)}_{drawn(chance, string.digits, 4)}_{drawn(chance, _ALL, 4)}",
    ])  # fmt: skip


_MAKERS: Final = {
    "password": _password,
    "person": one_of("the clerk|Mr Penhaligon|Zainab|the deputy head|Miss Quartey|the network manager"),
    "net": one_of("Facebook|Insta|YouTube|TikTok|Eventbrite|Vimeo|the PTA page|LinkedIn"),
    "user": one_of("oakfield_office|socials@oakfield.example|admin|head.oakfield"),
    "pet": lambda chance: chance.choice(_PETS),
    "phrase": lambda chance: chance.choice([" ", "-"]).join(one.lower() for one in chance.sample(_PETS + _TOWNS, 4)),
    "digits": lambda chance: drawn(chance, string.digits, chance.choice([4, 6])),
    "eight": lambda chance: "7" + drawn(chance, string.digits, 7),
    "groups": lambda chance: "-".join(drawn(chance, string.digits, 6) for _ in range(4)),
    "long": lambda chance: drawn(chance, _ALL, 30) + "5",
    "seed": lambda chance: drawn(chance, string.ascii_uppercase + "234567", 23) + "4",
    "day": lambda chance: str(chance.randint(10, 28)),
    "year": lambda chance: str(chance.randint(2009, 2025)),
    "item": lambda chance: str(chance.randint(2, 19)),
    "follow": lambda chance: str(chance.randint(1000, 4999)),
}
"""A name in braces → what draws its words."""
