"""Dev, at another school, sees nothing: what a query says there is the same, whatever happens at ours."""

import importlib
import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.db.models import Model

from gatepost.consents.imports.choices import choices_of
from gatepost.consents.models import Importing, Pupil
from gatepost.consents.roster import roster
from gatepost.detectors import Roster
from gatepost.duties.actions import closures
from gatepost.policy import CompiledPolicy
from gatepost.publishing.actions import incidents, stops, takedowns
from gatepost.publishing.actions.imports import CONSENTS, import_now
from gatepost.publishing.models import Delivery, Post, Use, Version
from gatepost.schools.models import School
from tests.cast import AT, SYSTEM, Cast, add_school, by_system, cast, draft, published, ready, waiting
from tests.rooms import ROOMS

pytestmark = pytest.mark.django_db
MODULES = {room: importlib.import_module(f"gatepost.{room}.queries") for room in ROOMS}
QUERIES = {
    f"{room}.{name}": function
    for room, module in MODULES.items()
    for name, function in inspect.getmembers(module, inspect.isfunction)
    if function.__module__ == module.__name__ and not name.startswith("_")
    if "school" in inspect.signature(function).parameters
} | {"consents.roster": roster}


@dataclass(frozen=True)
class Scene:
    """What our school has to show."""

    people: Cast
    post: Post
    version: Version
    delivery: Delivery

    def arguments(self, query, school: School) -> dict[str, object]:
        """What a query of a school is given: whom and what it asks about is ours, whichever school it is asked for."""
        by_slug = query.__module__ == "gatepost.audit.queries"
        amara = self.people.amara.person
        known = {
            "school": school.slug if by_slug else school, "trust": school.trust.slug if by_slug else school.trust,
            "person": amara, "people": [amara], "at": AT, "on": AT.date(), "words": "o",
            "kind": CONSENTS if query.__module__.startswith("gatepost.consents") else takedowns.KIND,
            "thing": self.delivery.subject, "things": [self.delivery.subject], "digest": self.version.policy_digest,
            "key": self.delivery.key, "ref": SYSTEM.ref, "ids": [self.people.oliver.pk],
            "pk": getattr(getattr(self, query.__name__, self.post), "pk", None),
        }  # fmt: skip
        wanted = inspect.signature(query).parameters.values()
        return {one.name: known[one.name] for one in wanted if one.default is one.empty}


def scene(people: Cast) -> Scene:
    """Tell what happens at our school: a draft, a post that waits, one that is ready, one that is live, and trouble."""
    draft(people)
    ready(people)
    version = waiting(people, shown=(people.oliver,))
    delivery = published(people)
    takedowns.ask(delivery, seat=people.head, reason="A family asks.", at=AT - timedelta(days=8))
    closures.add("INSET day", first_day=date(2026, 11, 27), last_day=date(2026, 11, 27), seat=people.head, at=AT)
    stops.start(seat=people.head, reason="A power cut.", at=AT)
    incidents.declare(seat=people.head, reason="A flood.", channels=[people.channel],
                      people=[people.head.person], at=AT)  # fmt: skip
    listed = b"UPN,Consent Type,Status\nA801260526001,Photo on social media,Yes\n"
    import_now(listed, school=people.school, kind=CONSENTS, file_name="list.csv", everything=True,
               choices=choices_of({"types": {"Photo on social media": ["photo@social"]}}), **by_system)  # fmt: skip
    Use.objects.create(version=version, pupil=people.zofia, how="named")
    Pupil.objects.of(people.school).filter(pk=people.zofia.pk).update(left_on=AT.date() - timedelta(days=1))
    Importing.objects.of(people.school).update(status="failed")
    return Scene(people, version.post, version, delivery)


def answer(query, given: Mapping[str, object]) -> object:
    """What a query says, as plain values."""
    try:
        return plain(query(**given))
    except ObjectDoesNotExist:
        return None


def plain(found: object) -> object:
    """A value without what makes two readings of the same rows differ."""
    if isinstance(found, Model):
        return found._meta.label, found.pk
    if isinstance(found, Roster):
        return plain(found.people)
    if is_dataclass(found) and not isinstance(found, CompiledPolicy):
        return [plain(getattr(found, field.name)) for field in fields(found)]
    if isinstance(found, Mapping):
        return {key: plain(value) for key, value in found.items()}
    if isinstance(found, Iterable) and not isinstance(found, str | bytes):
        return sorted((plain(one) for one in found), key=repr)
    return found


def answers(told: Scene, school: School) -> dict[str, object]:
    """What every query says of a school."""
    return {name: answer(query, told.arguments(query, school)) for name, query in QUERIES.items()}


def test_every_query_says_something_of_our_school():
    told = scene(cast())
    assert [name for name, said in answers(told, told.people.school).items() if not said] == []


@pytest.mark.parametrize("of_ours", [True, False], ids=["of our trust", "of another trust"])
def test_what_the_queries_say_of_another_school_does_not_depend_on_ours(of_ours):
    people = cast()
    other = add_school(people.trust, "nearby", policy="southport") if of_ours else people.other
    with transaction.atomic():
        told = scene(people)
        then = answers(told, other)
        transaction.set_rollback(True)
    now = answers(told, other)
    assert {name: said for name, said in then.items() if said != now[name]} == {}
