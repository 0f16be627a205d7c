"""Ask for a new account, and answer."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.channels.actions import looking, register
from gatepost.channels.models import Administrator, Asking, Channel, LoginAsking
from gatepost.channels.models.channel import platform_name
from gatepost.channels.said import check_kind
from gatepost.channels.secrets import check_no_secret
from gatepost.channels.wishes import KINDS, Wish, judged
from gatepost.detectors.unseen import is_blank
from gatepost.handbook.queries import policy_in_force
from gatepost.policy.controls.base import route_words
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import Person
from gatepost.schools.permissions import Permission
from gatepost.schools.roles import answers
from gatepost.schools.seat import Seat

_ABOVE: Final = "central_team|chair_of_governors"
"""Who answers the head's own wish. Ours: no policy thinks of it."""


@transaction.atomic
def ask(wish: Wish, *, seat: Seat, at: datetime) -> Asking:
    """Keep a wish for a new account, and who decides as the policy in force says now.

    Raises UnableTo where something is missing, or where the policy does not allow such an account.
    """
    seat.check_may(Permission.SEE_POLICY)
    _check(wish, seat=seat, at=at)
    policy = policy_in_force(seat.school, on=timezone.localdate(at))
    if policy is None:
        raise UnableTo(f"{seat.school} has not adopted a policy yet, so nothing says who decides. The head can adopt "
                       "one.")  # fmt: skip
    found = judged(wish, seat=seat, policy=policy, at=at)
    if found.is_refused:
        refs = ", ".join(dict.fromkeys(one.ref for one in found.told.clauses))
        raise UnableTo(f"Our policy does not allow this account ({refs}), so there is nothing to decide.")
    row = Asking.objects.create(
        school=seat.school, kind=wish.becomes, platform=wish.platform, name=wish.name.strip(),
        purpose=wish.purpose.strip(), audience=wish.audience, risks=wish.risks.strip(),
        first_admin=wish.first_admin, second_admin=wish.second_admin, ends_on=wish.ends_on, uses_logo=wish.uses_logo,
        asked_by=seat.person, asked_at=at, route=routed(found.route, seat),
    )  # fmt: skip
    _record("asking.sent", row, seat=seat, at=at)
    return row


def routed(route: str, seat: Seat) -> str:
    """Return who answers. Whoever asks may be the very one whom the policy names: then those above answer too."""
    return f"{route}|{_ABOVE}" if answers(seat.roles, route) else route


@transaction.atomic
def answer(asking: Asking, *, yes: bool, reason: str, seat: Seat, at: datetime) -> Asking:
    """Say yes or no, once. With a yes the account is on the register today, with its administrators and its last day.

    Raises NotAllowed unless the policy routes it to a role of `seat`, and for whoever asked; UnableTo for what else.
    """
    rows = Asking.objects.of(seat.school).select_for_update()
    row = rows.select_related("school__trust", "first_admin", "second_admin").get(pk=asking.pk)
    check_answer(row, reason=reason, seat=seat)
    row.answer, row.reason, row.answered_by, row.answered_at = "yes" if yes else "no", reason.strip(), seat.person, at
    if yes:
        _open(row, seat=seat, at=at)
    row.save(update_fields=["answer", "reason", "answered_by", "answered_at", "channel"])
    _record("asking.answered", row, seat=seat, at=at, answer=row.answer)
    return row


def check_answer(asking: Asking | LoginAsking, *, reason: str, seat: Seat) -> None:
    """Raise NotAllowed unless somebody may answer a wish, for an account or a login; UnableTo for what else."""
    if asking.asked_by_id == seat.person.pk:
        raise NotAllowed("You asked for this, so somebody else answers.")
    if not answers(seat.roles, asking.route):
        raise NotAllowed(f"This is answered by {route_words(asking.route)}.")
    if asking.answer:
        raise UnableTo("This was answered already. Read on its page what was said, and by whom.")
    if is_blank(reason):
        raise UnableTo("Say in a sentence why: whoever asked will want to know.")
    check_no_secret(reason)


def _open(row: Asking, *, seat: Seat, at: datetime) -> None:
    """Put the account on the register. Its last day is kept as the end of a trial: then somebody decides again."""
    if row.ends_on is not None and row.ends_on < timezone.localdate(at):
        raise UnableTo("The last day that was asked for has gone by. Say no, and let it be asked for again.")
    row.channel = register.open_channel(
        row.school, kind=row.kind, platform=row.platform, name=row.name, by=seat.actor, at=at, purpose=row.purpose,
        audience=row.audience, authorised=True, trial_until=row.ends_on,
    )  # fmt: skip
    for person in (row.first_admin, row.second_admin):
        _administers(row.channel, person, seat=seat, at=at)
    evidence = f"Agreed with the yes: the risks stand in the wish of {timezone.localdate(row.asked_at):%-d %B %Y}."
    looking.keep_check(
        row.channel, kind="risk_assessment", found="in_order", seat=seat, at=at, how="", evidence=evidence
    )


def _administers(channel: Channel, person: Person, *, seat: Seat, at: datetime) -> None:
    # By the yes to the wish, so that whoever answers need not keep the register as well.
    school = seat.school
    Administrator.objects.create(channel=channel, person=person, since=at, reason="Named when it was asked for")
    record("admin.added", by=seat.actor, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"channel:{channel.pk}", facts={"channel": channel.name, "person": person.name})  # fmt: skip


def _check(wish: Wish, *, seat: Seat, at: datetime) -> None:
    if not (wish.platform and wish.name.strip() and wish.purpose.strip() and wish.risks.strip()):
        raise UnableTo("Say the platform, the name, what it is for and what could go wrong.")
    if wish.becomes not in KINDS:
        raise UnableTo("Say whether it will be an account or a messaging group.")
    check_kind(wish.becomes, platform=wish.platform)
    if wish.first_admin.pk == wish.second_admin.pk:
        raise UnableTo("Name two people as administrators, so that one can be ill or leave.")
    if {wish.first_admin.trust_id, wish.second_admin.trust_id} != {seat.school.trust_id}:
        raise UnableTo("Both administrators have to work at the school or its trust.")
    if wish.ends_on is not None and wish.ends_on <= timezone.localdate(at):
        raise UnableTo("Choose a last day after today, or leave it out.")
    check_no_secret(wish.name, wish.purpose, wish.risks)


def _record(kind: str, asking: Asking, *, seat: Seat, at: datetime, **facts: str) -> None:
    school = asking.school
    record(kind, by=seat.actor, at=at, trust=school.trust.slug, school=school.slug, subject=f"asking:{asking.pk}",
           facts={"platform": platform_name(asking.platform), **facts})  # fmt: skip
