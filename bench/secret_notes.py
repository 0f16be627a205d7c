"""Notes of a school office, made by chance from a seed: some give a secret away and some do not. May be tuned on."""

import base64
import random
import re
import string
from collections.abc import Callable, Mapping, Sequence
from typing import Final

Note = tuple[str, bool]
"""A note, and whether it holds a secret."""
Maker = Callable[[random.Random], str]
"""What draws the words for a blank of a note."""

SMALL: Final = string.ascii_lowercase + string.digits
MIXED: Final = string.ascii_letters + string.digits
_WORDS: Final = "sunflower rainbow badger lantern teapot orchard marigold puffin biscuit harbour thunder meadow".split()
_TELLING: Final = """\
{app} password: {password}
The password for {app} is {password}, {person} knows it too.
Log in with socialmedia@brookfield.example / {password}
Username office, pw {password}. Kept with {person}.
Password changed to {password} on {day} May after Tom left
login: brookfieldprimary  pass: {password}
passphrase is {phrase}
Password is {Word}
pwd = {password}
{password} is the password, ask {person} if it fails
PIN {pin} for the phone that gets the codes
The safe code is {pin}; the book is inside.
Pin of the school mobile: {pin}
Backup codes for {app}: {codes}
Recovery codes {codes}
If the phone is lost use {codes}
API token {key}
{app} page access token: {key}
Connected app uses {key} since March
otpauth://totp/Brookfield:office?secret={base32}&issuer=Meta
Authenticator secret {grouped}
-----BEGIN OPENSSH PRIVATE KEY----- {base32}
Cookie: sessionid={cookie}
Stay signed in by c_user={id}; xs={cookie}
Security question, first pet: {Word}
https://office:{plain}@cms.brookfield.example/login""".splitlines()
_QUIET: Final = """\
Kept in {place}, with {person} and {person}.
Ask {person} for the password.
The password is kept in {place}.
Password: see {place}
The password is with {person}, who changes it every term.
Password changed on {day}/03/2026 after a leaver; new one in {place}.
Backup codes printed and kept in {place}.
Recovery phone 01632 960{three}, the office.
Recovery e-mail socialmedia@brookfield.example, read by {person}.
Rung 07700 900{three} and 020 7946 0{three}, no answer.
Looked at the settings of {app} on {day} November 2026 at 10.{day}am.
Screenshot in the folder IMG_2026{four}.jpg, reference GDPR-SM-2026/{day}.
Purchase order PO-{four}7, invoice INV{four}, paid from cost centre E{day}.
https://www.facebook.example/brookfieldprimary/posts/{id}
UPN J998732116{three} is not to be shown.
Meets in room {day}B, Year 4, class 4JM, on Tuesday at 3.{day}pm.
Two-step sign-in is on for {person} and {person}; the codes go to the school phone.
{app} asks for a code each time somebody signs in.
Pinned post: house rules, version 2.{day}, agreed by governors on {day} March 2026.
Only @BrookfieldPri posts here; hashtags #ProudOfBrookfield and #ScienceWeek{day}.
Office 365 sign-in through the trust, so that {app} needs no password of its own.
Brookfield Primary, {day} Mill Lane, BF4 {day}AB, DfE number 871/{four}.
Account ID {id}, page ID {id}.
iPad {day} of the office, serial DMPX{four}KL4, is the only device that is signed in.
Passwords are long and changed when somebody leaves; see {place}.
Canva and {app} no longer have access; removed by {person}.""".splitlines()


def notes(seed: int, *, count: int) -> list[Note]:
    """Return so many notes with a secret and as many without, in an order of chance."""
    return made(seed, count=count, telling=_TELLING, quiet=_QUIET, makers=_MAKERS)


def made(
    seed: int, *, count: int, telling: Sequence[str], quiet: Sequence[str], makers: Mapping[str, Maker]
) -> list[Note]:
    """Return so many notes of each sort. `makers` says what goes into the names in braces."""
    chance = random.Random(seed)
    found = [(_filled(chance.choice(telling), chance, makers), True) for _ in range(count)]
    found += [(_filled(chance.choice(quiet), chance, makers), False) for _ in range(count)]
    chance.shuffle(found)
    return found


def _filled(note: str, chance: random.Random, makers: Mapping[str, Maker]) -> str:
    return re.sub(r"{(\w+)}", lambda blank: makers[blank[1]](chance), note)


def drawn(chance: random.Random, letters: str, length: int) -> str:
    """Return so many of these letters by chance."""
    return "".join(chance.choice(letters) for _ in range(length))


def one_of(choices: str) -> Maker:
    """Return what draws one of these, which are parted by strokes."""
    return lambda chance: chance.choice(choices.split("|"))


def _password(chance: random.Random) -> str:
    word, other = chance.sample(_WORDS, 2)
    number, mark = chance.randint(1, 2026), chance.choice("!$%&*#?")
    return chance.choice([
        f"{word.title()}{number}", f"{word.title()}{other.title()}{number}{mark}", f"{word}{number}{mark}",
        f"{word}-{other}-{number}", f"{word.title().replace('a', '@').replace('o', '0')}{number}",
        drawn(chance, MIXED + "!$%&*#", 12) + "7a", drawn(chance, MIXED, 14) + "4",
    ])  # fmt: skip


def _codes(chance: random.Random) -> str:
    shape = chance.choice(["8", "4 4", "5-5"])
    letters = SMALL if shape == "5-5" else string.digits
    codes = (_groups(chance, shape, letters) for _ in range(chance.randint(3, 8)))
    return chance.choice([", ", " ", "; "]).join(codes)


def _groups(chance: random.Random, shape: str, letters: str) -> str:
    return "".join(drawn(chance, letters, int(part)) if part.isdigit() else part for part in shape)


def _key(chance: random.Random) -> str:
    return chance.choice([
        "ghp_" + drawn(chance, MIXED, 36), "EAA" + drawn(chance, MIXED, 60), "AIza" + drawn(chance, MIXED + "-_", 35),
        "sk_live_" + drawn(chance, MIXED, 24), "AKIA" + drawn(chance, string.ascii_uppercase + string.digits, 16),
        "xoxb-1234567890-" + drawn(chance, MIXED, 24), drawn(chance, "0123456789abcdef", 32),
    ])  # fmt: skip


def _base32(chance: random.Random) -> str:
    return base64.b32encode(chance.randbytes(20)).decode()


def _grouped(chance: random.Random) -> str:
    secret = _base32(chance)
    return " ".join(secret[start : start + 4] for start in range(0, 32, 4))


_MAKERS: Final[Mapping[str, Maker]] = {
    "app": one_of("Facebook|Instagram|LinkedIn|YouTube|Canva|Buffer|the Meta page|Hootsuite|X"),
    "person": one_of("the head|the office manager|Lena in the office|the deputy|Mr Okoro|the trust’s ICT team"),
    "place": one_of("the trust’s password manager|the locked cabinet in the office|the shared folder Social|"
                     "Bitwarden, vault Social media|the sealed envelope in the safe|the trust’s central record"),
    "password": _password,
    "plain": lambda chance: drawn(chance, MIXED, 10),
    "phrase": lambda chance: " ".join(chance.sample(_WORDS, 4)),
    "Word": lambda chance: chance.choice(_WORDS).title(),
    "pin": lambda chance: drawn(chance, string.digits, chance.randint(4, 6)),
    "codes": _codes,
    "key": _key,
    "base32": _base32,
    "grouped": _grouped,
    "cookie": lambda chance: drawn(chance, SMALL, 24),
    "id": lambda chance: drawn(chance, "123456789", 12),
    "day": lambda chance: str(chance.randint(10, 28)),
    "three": lambda chance: str(chance.randint(100, 999)),
    "four": lambda chance: str(chance.randint(1000, 9999)),
}  # fmt: skip
"""A name in braces → what makes its words."""
