"""Ask for the login of an account, where the policy wants somebody's agreement in writing, and answer."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from gatepost.audit.actions.events import record
from gatepost.channels.actions import register
from gatepost.channels.actions.askings import check_answer, routed
from gatepost.channels.custody import names
from gatepost.channels.deciding import Login, about_login
from gatepost.channels.models import Channel, LoginAsking
from gatepost.channels.secrets import check_no_secret
from gatepost.detectors.unseen import is_blank
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

_LONGEST: Final = 200
"""Letters that the register has for who can reach a login."""


@transaction.atomic
def ask(channel: Channel, *, purpose: str, seat: Seat, at: datetime) -> LoginAsking:
    """Keep that somebody would like the login of an account, and who decides as the policy in force says now.

    Raises UnableTo where the policy leaves nothing to decide, where it is asked already, and where the purpose is
    missing or holds a secret.
    """
    seat.check_may(Permission.SEE_POLICY)
    here = Channel.objects.of(seat.school).select_for_update().get(pk=channel.pk)
    if is_blank(purpose):
        raise UnableTo("Say what you need the login for.")
    check_no_secret(purpose)
    waiting = LoginAsking.objects.of(seat.school).filter(channel=here, asked_by=seat.person, answer="")
    if waiting.exists():
        raise UnableTo("You have asked for this already, and it waits for an answer.")
    row = LoginAsking.objects.create(
        school=seat.school, channel=here, purpose=purpose.strip(), asked_by=seat.person, asked_at=at,
        route=routed(_who_agrees(here, seat=seat, at=at), seat),
    )  # fmt: skip
    _record("login.asked", row, seat=seat, at=at)
    return row


def _who_agrees(channel: Channel, *, seat: Seat, at: datetime) -> str:
    """Return who has to agree in writing. Raises UnableTo where the policy asks for nobody’s agreement."""
    on = timezone.localdate(at)
    policy = policy_in_force(seat.school, on=on)
    if policy is None:
        raise UnableTo(f"{seat.school} has not adopted a policy yet, so nothing says who decides.")
    if channel.kind != "account" or (channel.closed_on is not None and channel.closed_on <= on):
        raise UnableTo("This is no open account of the school, so there is no login to ask for.")
    told = about_login(Login(channel, seat=seat), policy=policy, at=at)
    if told.outcome == "needs_approval" and told.route:
        return told.route
    refs = ", ".join(dict.fromkeys(one.ref for one in told.clauses))
    says = f" It decides by itself: {refs}." if refs else ""
    raise UnableTo(f"Our policy asks for nobody’s agreement in writing here, so there is nothing to send.{says}")


@transaction.atomic
def answer(asking: LoginAsking, *, yes: bool, reason: str, seat: Seat, at: datetime) -> LoginAsking:
    """Say yes or no in writing, once. With a yes the register names them among those who can reach the login.

    Raises NotAllowed unless the policy routes it to a role of `seat`, and for whoever asked; UnableTo for what else.
    """
    rows = LoginAsking.objects.of(seat.school).select_for_update(of=("self",))
    row = rows.select_related("school__trust", "channel", "asked_by").get(pk=asking.pk)
    check_answer(row, reason=reason, seat=seat)
    if yes:
        _name(row, seat=seat, at=at)
    row.answer, row.reason, row.answered_by, row.answered_at = "yes" if yes else "no", reason.strip(), seat.person, at
    row.save(update_fields=["answer", "reason", "answered_by", "answered_at"])
    _record("login.answered", row, seat=seat, at=at, answer=row.answer, person=row.asked_by.name)
    return row


def _name(row: LoginAsking, *, seat: Seat, at: datetime) -> None:
    # So that it stands on their list of everything, and ends with it, when they leave.
    said = row.channel.login_custodians
    if names(said, row.asked_by):
        return
    both = f"{said}, {row.asked_by.name}" if said else row.asked_by.name
    if len(both) > _LONGEST:
        raise UnableTo("The register has no room left to say who can reach this login. Shorten it there, then answer.")
    register.amend(row.channel, said={"login_custodians": both}, by=seat.actor, at=at)


def _record(kind: str, asking: LoginAsking, *, seat: Seat, at: datetime, **facts: str) -> None:
    school = asking.school
    record(kind, by=seat.actor, at=at, trust=school.trust.slug, school=school.slug,
           subject=f"channel:{asking.channel_id}", facts={"channel": asking.channel.name, **facts})  # fmt: skip
