"""What the cells of the register say, field by field."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.channels.particulars import AUDIENCES, CHANNEL_KINDS, COMMENTS, LOGIN_PLACES, MASTER_RIGHTS, PLATFORMS
from gatepost.channels.secrets import plain_address, refusal_of
from gatepost.policy.facts.vocabulary import ALIASES
from gatepost.policy.facts.vocabulary import PLATFORMS as KNOWN
from gatepost.schools.errors import UnableTo
from gatepost.tables.sheets import risky

CHOICES: Final[Mapping[str, Mapping[str, str]]] = {
    "kind": CHANNEL_KINDS, "audience": AUDIENCES, "master_rights": MASTER_RIGHTS, "login_place": LOGIN_PLACES,
    "comments": COMMENTS,
}  # fmt: skip
"""Field → its slugs, with the words of each."""
DAYS: Final = ("opened_on", "trial_until", "closing_on", "closed_on")
FLAGS: Final = ("editorial_oversight", "authorised")
TEXTS: Final = ("name", "handle", "purpose", "recovery", "login_where", "login_custodians", "house_rules", "apps",
                "disclaimer", "note")  # fmt: skip
PEOPLE: Final = ("owner", "owner_role", "master_holder", "admins", "posters")
_NOTHING: Final = frozenset({"", "-", "–", "—", "n/a", "na", "n.a.", "none", "nil", "tbc", "tba", "?", "not applicable",
                             "not known", "unknown", "n/k"})  # fmt: skip
_YES: Final = {"yes": True, "y": True, "true": True, "1": True, "✓": True, "✔": True,
               "no": False, "n": False, "false": False, "0": False, "✗": False, "✘": False}  # fmt: skip
_LINK: Final = re.compile(r"(?i)(?:https?://|www\.)\S+|(?:[\w-]+\.)+(?:com|org|net|uk|app|tv|me|be|social)/\S*")
_is_address = URLValidator(schemes=("http", "https"))


class WrongCell(Exception):
    """A cell that cannot be taken in. `str()` is the sentence for whoever gave the table in."""


def bare(cell: str) -> str:
    """Return what a cell says, without the mark by which our files keep it from being taken for a formula.

    Empty where it says nothing: blank, “n/a”, “-” and the like.
    """
    text = cell[1:] if cell.startswith("'") and risky(cell) else cell
    return "" if text.strip().casefold() in _NOTHING else text.strip()


def platform_of(text: str) -> str:
    """Return the slug of a platform, empty where it is none that we know: “X (formerly Twitter)” is `x`."""
    for said in (text, re.sub(r"\(.*?\)", "", text), *re.split(r"[/(,]|\bformerly\b", text)):
        slug = "_".join(re.findall(r"[a-z0-9]+", said.casefold()))
        slug = ALIASES.get(slug, slug)
        if slug in KNOWN:
            return slug
        for one in KNOWN:
            if platform_name(one).casefold() == said.strip().casefold():
                return one
    return ""


def link_in(text: str) -> str:
    """Return the address that a cell is; empty where it is none."""
    return _with_scheme(text) if _LINK.fullmatch(text) else ""


def value_of(field: str, text: str) -> Any:
    """Return what a cell says, as the register keeps it. Raises WrongCell. Days and people are read elsewhere."""
    reader = _READERS.get(field)
    return reader(text) if reader else _chosen(field, text) if field in CHOICES else _text(field, text)


def _text(field: str, text: str) -> str:
    most = getattr(Channel._meta.get_field(field), "max_length", None)
    if most and len(text) > most:
        raise WrongCell(f"it is longer than {most} letters. Shorten it")
    if why := refusal_of(text):
        raise WrongCell(why)
    return text


def _chosen(field: str, text: str) -> str:
    said = _folded(text)
    for slug, words in CHOICES[field].items():
        if said in {_folded(slug), _folded(words)}:
            return slug
    raise WrongCell(f"“{text[:40]}” is none of: {'; '.join(CHOICES[field].values())}")


def _platform(text: str) -> str:
    if not (slug := platform_of(text)):
        usual = ", ".join(map(platform_name, PLATFORMS))
        raise WrongCell(f"“{text[:30]}” is no platform that Gatepost knows. Write one of {usual}, or the usual name of "
                        "another, such as Pinterest")  # fmt: skip
    return slug


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("_", " ")))


def _flag(text: str) -> bool:
    if text.casefold() not in _YES:
        raise WrongCell(f"“{text[:40]}” is neither yes nor no")
    return _YES[text.casefold()]


def _address(text: str) -> str:
    said = _with_scheme(_text("address", text))
    try:
        _is_address(said)
    except ValidationError:
        raise WrongCell("it is no web address. Copy it from the browser, beginning with https://") from None
    try:
        return plain_address(said)
    except UnableTo as refusal:
        raise WrongCell(str(refusal)) from None


def _with_scheme(text: str) -> str:
    return text if re.match(r"(?i)https?://", text) else f"https://{text}"


def _number(text: str) -> int:
    if not re.fullmatch(r"\d{1,4}", text):
        raise WrongCell(f"“{text[:40]}” is no number")
    return int(text)


_READERS: Final[dict[str, Callable[[str], Any]]] = {
    "platform": _platform, "address": _address, "most_admins": _number, **dict.fromkeys(FLAGS, _flag),
}  # fmt: skip
