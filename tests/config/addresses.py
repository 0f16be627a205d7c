"""The addresses of a school's pages, and a school with one of each thing that an address can name."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date

from django.urls import URLResolver, get_resolver

from gatepost.channels.actions import looking, register, sightings
from gatepost.channels.deciding import Account
from gatepost.channels.models import Asking, LoginAsking
from gatepost.channels.wishes import Wish
from gatepost.consents.actions import contacts, imports
from gatepost.consents.imports.choices import Choices
from gatepost.consents.models import Importing
from gatepost.duties.actions import askings, leaving
from gatepost.duties.models import Leaving
from gatepost.handbook.actions import policies
from gatepost.publishing.actions import back_catalogue, incidents, stops, withdrawals
from gatepost.publishing.past_lists import Row
from tests import cast


def ours(resolver: URLResolver, start: str = "") -> Iterator[tuple[str, str]]:
    """The name and the pattern of each address that is ours, those of sign-in and of the API apart."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            if not str(one.pattern).startswith(("account", "api")):
                yield from ours(one, start + str(one.pattern))
        elif one.name:
            yield one.name, start + str(one.pattern)


PATTERNS = dict(ours(get_resolver()))


ROLL = b"UPN,Surname,Forename,Year\n,Hartley,Nia,4\n"
"""A list that can be given in."""
ACCOUNTS = b"Platform,Account name\nFacebook,Thornfield Trips\n"
"""A table of accounts that can be given in."""
STAFF = b"Name,E-mail,Roles\nNoor Aziz,noor@brookfield.example,Poster\n"
"""A list of staff that can be given in."""


def _list(people: cast.Cast) -> Importing:
    digest = hashlib.sha256(ROLL).hexdigest()
    return imports.keep(
        ROLL, school=people.school, kind="roll", file_name="roll.csv", sha256=digest, rows=1, choices=Choices(),
        **cast.by_system,
    )  # fmt: skip


def _wish(people: cast.Cast) -> Asking:
    wish = Wish("facebook", "Brookfield Trips", "News of trips.", "public", "Comments.", people.amara.person,
                people.ben.person)  # fmt: skip
    return askings.ask(wish, seat=people.carys, at=cast.AT)


def _login(people: cast.Cast) -> LoginAsking:
    return LoginAsking.objects.create(school=people.school, channel=people.channel, purpose="Pictures of the trip.",
                                      asked_by=people.amara.person, asked_at=cast.AT, route="line_manager")  # fmt: skip


def _form(people: cast.Cast) -> int:
    made = withdrawals.record_answers(
        people.oliver, said={"voice": "refused"}, tier="press", given_by="parent", relationship="Mother",
        given_on=cast.AT.date(), by=people.head.actor, at=cast.AT,
    )  # fmt: skip
    return made[0].pk


def _leaving(people: cast.Cast) -> Leaving:
    return leaving.begin(people.ben.person, last_day=date(2027, 7, 21), why="leaves", seat=people.head, at=cast.AT)


def things(people: cast.Cast | None = None) -> tuple[cast.Cast, dict[str, object]]:
    """A school with one of each thing that an address can name, and what each argument stands for."""
    people = people or cast.cast()
    ready = cast.ready(people, shown=(people.oliver,))
    waiting = cast.waiting(people, shown=(people.oliver,))
    live = cast.published(people)
    earlier = policies.adopt(
        trust=people.trust, school=people.school, source="littleover", effective_from=date(2020, 9, 1), **cast.by_system
    )
    stop = stops.start(seat=people.head, reason="A wrong post.", at=cast.AT)
    incident = incidents.declare(seat=people.head, reason="Snow.", channels=[people.channel],
                                 people=[people.head.person], at=cast.AT)  # fmt: skip
    campaign = back_catalogue.begin(seat=people.head, name="Autumn", due_on=date(2027, 1, 8), at=cast.AT)
    links = [Row(1, "https://facebook.com/brookfield/posts/1", text="Well done, Zofia Nowak.")]
    back_catalogue.add(campaign, rows=links, place=None, seat=people.head, at=cast.AT)
    return people, {
        "school": people.school.slug, "post": waiting.post_id, "version": waiting.pk, "delivery": ready.pk,
        "picture": waiting.content["pictures"][0]["id"], "key": ready.key, "number": 1, "pk": 0, "box": "crop",
        "live": live.pk, "stop": stop.pk, "incident": incident.pk, "person": people.amara.person.pk,
        "account": people.channel.pk, "poster": people.channel.posters.first().pk, "kind": "mfa",
        "poster_role": register.name_poster_role(people.channel, role="slt_member", **cast.by_system).pk,
        "admin": looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=cast.AT).pk,
        "sighting": sightings.report(Account("x", "Brookfield Fans"), note="", seat=people.amara, at=cast.AT).pk,
        "asking": _wish(people).pk,
        "login_asking": _login(people).pk,
        "leaving": _leaving(people).pk,
        "digest": earlier.digest, "campaign": campaign.pk, "past": campaign.posts.get().pk,
        "pupil": people.oliver.pk, "importing": _list(people).pk,
        "form": _form(people),
        "contact": contacts.add(people.oliver, name="Ruth Hartley", relationship="Mother", **cast.by_system).pk,
    }  # fmt: skip


def arguments(name: str, things: dict[str, object]) -> dict[str, object]:
    """What the address of that name is made of."""
    chosen = dict(things)
    if name.startswith("takedown"):
        chosen["delivery"] = things["live"]
    if name.startswith(("stop", "incident")):
        chosen["pk"] = things[name.split("_", maxsplit=1)[0]]
    return {key: chosen[key] for key in re.findall(r"<\w+:(\w+)>", PATTERNS[name])}
