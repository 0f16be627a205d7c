"""What must hold of whoever posts and of the account at the moment of posting, read from the rows alone."""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from gatepost.channels.models import Check, Lock, Poster, PosterRole
from gatepost.handbook.models import Acknowledgement, Adoption
from gatepost.publishing.models import Approval, Delivery
from gatepost.schools.models import HeldRole, Person

WHY = "the test looks at everything"


def lapses(delivery: Delivery, *, asks: Collection[str], at: datetime) -> list[str]:
    """Why nobody should have posted this; nothing where all is well. `asks` is what the policy asks for."""
    version = delivery.version
    signed = [row.person for row in Approval.objects.everywhere(why=WHY).filter(version=version, yes=True)]
    poster = delivery.published_by
    found = [
        ("not on the list", not (by_name(delivery) or _by_role(delivery))),
        ("does not work here", not all(_works(person) for person in [poster, *signed])),
        ("locked", Lock.objects.everywhere(why=WHY).filter(channel=delivery.channel, ended_at=None).exists()),
        *_asked(delivery, [poster, *signed], asks=asks, on=at.date()),
    ]
    return [what for what, wrong in found if wrong]


def by_name(delivery: Delivery) -> bool:
    """Whether whoever posted this stands on the list by name, whatever roles are on it."""
    rows = Poster.objects.everywhere(why=WHY).filter(channel=delivery.channel, until__isnull=True)
    return rows.filter(person=delivery.published_by).exists()


def _by_role(delivery: Delivery) -> bool:
    rows = PosterRole.objects.everywhere(why=WHY).filter(channel=delivery.channel, until__isnull=True)
    listed = {row.role for row in rows}
    held = HeldRole.objects.filter(person=delivery.published_by, until__isnull=True)
    return any(one.role in listed and one.school_id in {None, delivery.channel.school_id} for one in held)


def _asked(delivery: Delivery, people: list[Person], *, asks: Collection[str], on: date) -> Iterator[tuple[str, bool]]:
    if "acknowledged" in asks:
        yield "not accepted", not all(_accepted(person, delivery.version.post.school_id, on=on) for person in people)
    if "trained" in asks:
        yield "not trained", not all(person.training_until and person.training_until >= on for person in people)
    for kind in ("mfa", "privacy_settings"):
        if kind in asks:
            yield kind, not _in_order(delivery, kind, on=on)
    if "administrators" in asks:
        last = _latest(delivery, "administrators")
        yield "administrators", last is not None and last.found == "not_in_order"


def _works(person: Person) -> bool:
    return HeldRole.objects.filter(person=person, until__isnull=True).exists()


def _accepted(person: Person, school: int, *, on: date) -> bool:
    rows = Adoption.objects.filter(school=school, effective_from__lte=on).order_by("effective_from", "id")
    digest = rows.last().digest
    return Acknowledgement.objects.everywhere(why=WHY).filter(person=person, school=school, digest=digest).exists()


def _latest(delivery: Delivery, kind: str) -> Check | None:
    return Check.objects.everywhere(why=WHY).filter(channel=delivery.channel, kind=kind).order_by("id").last()


def _in_order(delivery: Delivery, kind: str, *, on: date) -> bool:
    last = _latest(delivery, kind)
    if last is None:
        return False
    return last.found == "not_possible" or (last.found == "in_order" and last.expires_on >= on)
