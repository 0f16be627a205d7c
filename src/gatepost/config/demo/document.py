"""The invented trust as it is written down: YAML beside this module, read into plain values."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Worker:
    """Somebody who works there. `key` names them in the documents and in their e-mail address."""

    key: str
    name: str
    post: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """An account on the register, and the keys of those who post on it.

    `roles` post there too, `admins` administer it, `said` holds particulars and `owner` is a key. `looks` is what was
    found of each kind of check, and those `long_ago` were in order more than a year ago.
    """

    platform: str
    name: str
    posters: tuple[str, ...]
    closed: bool = False
    kind: str = "account"
    owner: str = ""
    roles: tuple[str, ...] = ()
    admins: tuple[str, ...] = ()
    said: dict[str, Any] = field(default_factory=dict)
    looks: dict[str, str] = field(default_factory=dict)
    long_ago: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """A school. `teacher` is the key of who writes its posts, `said` what that person answers about each.

    `before` is the policy that it had a year earlier, where that was another.
    """

    name: str
    slug: str
    colour: str
    policy: str
    years: tuple[int, ...]
    people: tuple[Worker, ...]
    channels: tuple[Account, ...]
    teacher: str
    said: dict[str, Any] = field(default_factory=dict)
    before: str = ""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A picture to draw: the name of a scene, its description, how its people are shown, and which pupils."""

    scene: str
    alt: str
    face: str
    pupils: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A post, begun some working days ago, and how far it has come.

    `first_text` is what it said before it was `sent_back` for that reason; `verified` is whether somebody looked at
    the live post.
    """

    days: int
    until: str
    text: str
    pictures: tuple[Sketch, ...]
    first_text: str = ""
    sent_back: str = ""
    verified: bool = False
    taken_down: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """A pupil whom every school has, with what the family answered for public social media."""

    first: str
    last: str
    social: dict[str, bool]


@cache
def central() -> tuple[Worker, ...]:
    """Return the people of the trust."""
    return tuple(_worker(row) for row in _read("trust")["people"])


@cache
def sites() -> tuple[Site, ...]:
    """Return the schools."""
    return tuple(_site(row) for row in _read("trust")["schools"])


@cache
def stories() -> tuple[Story, ...]:
    """Return what each school has posted."""
    return tuple(_story(row) for row in _read("stories"))


@cache
def families() -> tuple[Family, ...]:
    """Return the pupils whom every school has."""
    return tuple(Family(**row) for row in _read("families")["known"])


def found_in(scene: str) -> dict[str, Any]:
    """Return what a look found in a scene: its `words`, and the `dhash` by which copies are known."""
    kept: dict[str, Any] = _read("looks")[scene]
    return kept


@cache
def names(part: str) -> tuple[str, ...]:
    """Return the names of everybody else; `part` is `first` or `last`."""
    return tuple(_read("families")[part].split())


def _site(row: dict[str, Any]) -> Site:
    people = tuple(_worker(each) for each in row["people"])
    channels = tuple(Account(**_tuples(each)) for each in row["channels"])
    return Site(**{**row, "years": tuple(row["years"]), "people": people, "channels": channels})


def _tuples(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}


def _worker(row: dict[str, Any]) -> Worker:
    return Worker(**{**row, "roles": tuple(row["roles"])})


def _story(row: dict[str, Any]) -> Story:
    sketches = tuple(Sketch(**{**each, "pupils": tuple(each.get("pupils", ()))}) for each in row["pictures"])
    return Story(**{**row, "pictures": sketches})


@cache
def _read(name: str) -> Any:
    return yaml.safe_load(files(__package__).joinpath(f"{name}.yaml").read_text("utf-8"))
