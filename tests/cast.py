"""The fixed cast of the tests: Amara drafts, Ben signs off, Carys is DSL, Dev is at another school and sees nothing.

Everything is made by the actions that the pages call, so that nothing stands in the database that could not.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from typing import Any

from PIL import Image

from gatepost.audit.actor import SYSTEM
from gatepost.channels.actions import looking, register
from gatepost.channels.models import Channel
from gatepost.consents.actions import answers, pupils
from gatepost.consents.models import Pupil
from gatepost.handbook.actions import policies
from gatepost.handbook.actions.acknowledging import acknowledge
from gatepost.handbook.queries import policy_in_force
from gatepost.publishing.actions import drafts, handover, pictures, signoff
from gatepost.publishing.asking import assess_version
from gatepost.publishing.models import Delivery, Post, Version
from gatepost.publishing.queries import current_version
from gatepost.publishing.steps import step_of
from gatepost.schools.actions import organisations, people
from gatepost.schools.models import Person, School, Trust
from gatepost.schools.queries import seat, seats
from gatepost.schools.seat import Seat
from tests.remembered import remembered

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
"""When everything happens, unless a test says otherwise: a Friday in term."""
PASSWORD = "a long word from the cast"  # noqa: S105 - of invented people
TEXT = "Well done to everybody who came to our science fair."
by_system = {"by": SYSTEM, "at": AT}


@dataclass(frozen=True)
class Cast:
    """A school of a trust with its people, an open account on Facebook, and two pupils."""

    school: School
    other: School
    amara: Seat
    ben: Seat
    carys: Seat
    head: Seat
    dev: Seat
    channel: Channel
    oliver: Pupil
    zofia: Pupil

    @property
    def trust(self) -> Trust:
        """The trust of the school."""
        return self.school.trust


@remembered
def cast(*, policy: str = "southport", slug: str = "brookfield") -> Cast:
    """Set up the school under a policy of the library. Oliver may be shown but not named; nobody asked about Zofia."""
    trust = organisations.found_trust(name="Ashgrove Learning Trust", slug=f"ashgrove-{slug}", **by_system)
    school = add_school(trust, slug, policy=policy)
    elsewhere = organisations.found_trust(name="Elsewhere Trust", slug=f"elsewhere-{slug}", **by_system)
    other = add_school(elsewhere, f"far-{slug}", policy=policy)
    amara = add_person(school, "Amara Begum", "poster", "teacher")
    channel = register.open_channel(school, platform="facebook", name="Brookfield Primary", **by_system)
    for poster in (amara, head := add_person(school, "Helen Achebe", "headteacher")):
        register.name_poster(channel, poster, **by_system)
    in_order(channel, seat(head, school, at=AT))
    oliver, zofia = pupils.add([_pupil("Oliver", "Hartley"), _pupil("Zofia", "Nowak")], school=school, **by_system)
    answers.record(oliver, element="photo", tier="social", state="granted", given_by="parent", **by_system)
    at_school = partial(seat, school=school, at=AT)
    return Cast(
        school, other, at_school(amara), at_school(add_person(school, "Ben Oduya", "approver", "line_manager")),
        at_school(add_person(school, "Carys Vaughan", "dsl")), at_school(head),
        seat(add_person(other, "Dev Anand", "poster", "approver", "headteacher"), other, at=AT), channel, oliver, zofia,
    )  # fmt: skip


def add_school(trust: Trust, slug: str, *, policy: str) -> School:
    """A school that has adopted a policy of the library."""
    school = organisations.add_school(trust=trust, name=slug.title(), slug=slug, colour="#7b2d43", **by_system)
    policies.adopt(trust=trust, school=school, source=policy, effective_from=date(2026, 9, 1), **by_system)
    return school


def add_person(school: School, name: str, *roles: str) -> Person:
    """Somebody at a school with these roles and positions, trained until next summer, who has accepted its policy."""
    email = f"{name.split(maxsplit=1)[0].lower()}@{school.slug}.example"
    person = people.add(
        trust=school.trust, email=email, name=name, password=PASSWORD, training_until=date(2027, 8, 31), **by_system
    )
    for role in roles:
        people.give_role(person, role, school=school, **by_system)
    accept(person, school)
    return person


def accept(person: Person, school: School, *, at: datetime = AT) -> None:
    """Somebody who works at a school reads and accepts the policy in force there."""
    policy, here = policy_in_force(school, on=at.date()), seat(person, school, at=at)
    if policy is not None and here.roles:
        acknowledge(seat=here, seen=policy.digest, at=at)


def in_order(channel: Channel, by: Seat, *, at: datetime = AT) -> None:
    """Somebody looks at an account, and finds in order whatever would stop posting there."""
    for kind in ("mfa", "privacy_settings", "administrators"):
        looking.record_check(channel, kind=kind, found="in_order", seat=by, at=at)


def _pupil(first: str, last: str) -> dict[str, Any]:
    return {"legal_first": first, "legal_last": last, "year": 4, "class_name": "4JM"}


def jpeg(*, width: int = 640, height: int = 480, colour: str = "teal") -> bytes:
    """A small picture."""
    out = BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "JPEG")
    return out.getvalue()


def draft(
    people: Cast, *, text: str = TEXT, shown: tuple[Pupil, ...] = (), channels: tuple[int, ...] = (), **described: str
) -> Post:
    """A draft of Amara's for the Facebook page; with pupils, one picture of them, from behind unless `described`."""
    post = drafts.start(seat=people.amara, at=AT)
    written = {"text": text, "channels": channels or [people.channel.pk], "other_ways": ["newsletter"]}
    post = drafts.edit(post, seat=people.amara, at=AT, **written)
    if shown:
        picture = pictures.add(post, data=jpeg(), name="fair.jpg", seat=people.amara, at=AT)
        said = {"alt_text": "Pupils with a model", "face_shown": "back_or_distance", "names_visible": "none",
                "capture_device": "school_device"} | described  # fmt: skip
        pictures.describe(picture, seat=people.amara, at=AT, pupils=[one.pk for one in shown], **said)
    return Post.objects.of(people.school).get(pk=post.pk)


def waiting(people: Cast, **of_draft: Any) -> Version:
    """A version of a draft that waits for sign-off."""
    return signoff.send(draft(people, **of_draft), seat=people.amara, at=AT)


def approved(people: Cast, **of_draft: Any) -> Version:
    """A version with every approval that its policy asks for, each from another person."""
    version = waiting(people, **of_draft)
    signed = {version.post.author_id}
    for kept in version.steps:
        step = step_of(kept)
        free = (one for one in seats(people.school, at=AT) if one.person.pk not in signed)
        signer = next(one for one in free if step.answered_by(one))
        signed.add(signer.person.pk)
        yes = {question.key: "yes" for question in assess_version(version, at=AT).questions()}
        signoff.approve(version, seat=signer, seen=version.digest, answers=yes, at=AT)
    found = current_version(Post.objects.of(people.school).get(pk=version.post_id))
    assert found is not None
    return found


def ready(people: Cast, **of_draft: Any) -> Delivery:
    """A delivery that waits to be posted."""
    return Delivery.objects.of(people.school).get(version=approved(people, **of_draft))


def published(people: Cast, **of_draft: Any) -> Delivery:
    """A delivery that Amara has posted."""
    delivery = handover.claim(ready(people, **of_draft), seat=people.amara, at=AT)
    return handover.mark_live(delivery, address="https://facebook.example/posts/1", seat=people.amara, at=AT)
