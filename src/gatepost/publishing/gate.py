"""The gate: nothing goes out but an approved version by somebody other than its author, as things stand now.

Every way out comes through `check_may_go_out`: when a copy pack is opened, when it is claimed and when the post is
marked live. It reads today's permissions, roles, policy, stops, incidents and how the account stands; it remembers
nothing. It cannot see a copy that somebody has already taken, and the pages say so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils import timezone

from gatepost.channels.at_the_gate import gated
from gatepost.channels.authority import Authority, demands_training
from gatepost.channels.checks import check_in_order, check_is_open, check_may_post, not_listed
from gatepost.channels.stops import LOCKED
from gatepost.handbook.incidents import has_incident_mode
from gatepost.handbook.queries import InForce
from gatepost.publishing.asking import Known, assess_version, policy_now
from gatepost.publishing.assess import Assessment
from gatepost.publishing.content import digest
from gatepost.publishing.findings import Finding, findings
from gatepost.publishing.models import Approval, Delivery, Version
from gatepost.publishing.queries import Outside, incidents_now, outside, stop_now
from gatepost.publishing.states import WAITING_TO_GO
from gatepost.publishing.steps import step_of
from gatepost.publishing.uses import uses_a_leaver
from gatepost.schools.errors import NotAllowed
from gatepost.schools.models import Person, School
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats_of
from gatepost.schools.seat import Seat

CANNOT_BE_SHOWN: Final = "Somebody in this post can’t be shown any more. It goes back to its author."
"""The one sentence, whoever it is and whatever the reason."""


class NoLonger(NotAllowed):
    """The version itself may not go out any more. Its approval is void, and the post goes back to its author."""


def check_may_go_out(delivery: Delivery, seat: Seat, *, at: datetime, now: Outside | None = None) -> None:
    """Raise NotAllowed, with the sentence that the user reads, unless this may go out now, by this person.

    `now` is how things stand round it, where the caller has just read that with the delivery, under no lock.
    Raises NoLonger where what was approved no longer holds, so that the caller voids it; any other refusal passes.
    """
    if delivery.status not in WAITING_TO_GO:
        raise NotAllowed("This post is not waiting to go out.")
    now = now or outside(delivery, seat.person, on=timezone.localdate(at))
    if now.stopped:
        check_not_stopped(delivery.version.post.school)
    held = check_holds(delivery.version, at=at, now=now, asking=seat.person)
    held.seats[seat.person.pk].check_may(Permission.HAND_OVER)
    if now.in_incident:
        check_incident_lets(delivery, seat, at=at)
    if delivery.due_at > at and delivery.version.content["go_out_at"]:
        raise NotAllowed(f"This post goes out on {timezone.localtime(delivery.due_at):%-d %B at %-H.%M}, not before.")
    check_is_open(delivery.channel, on=timezone.localdate(at))
    if not now.listed:
        raise not_listed(delivery.channel)
    if now.locked:
        raise NotAllowed(LOCKED.format(delivery.channel))
    check_authority(delivery, held, posting=seat.person, on=timezone.localdate(at))


@dataclass(frozen=True, slots=True)
class Held:
    """What was found to hold: the policy of today, the approvals, and everybody concerned as they are now, by id."""

    policy: InForce
    approvals: Sequence[Approval]
    seats: Mapping[int, Seat]


def check_holds(
    version: Version, *, at: datetime, now: Outside | None = None, asking: Person | None = None
) -> Held:  # fmt: skip
    """Raise NoLonger unless a version is approved as it stands, by whom the policy asks, under today's facts.

    `now` is how things stand round it, where the caller has asked. Whoever is `asking` is among the seats returned.
    """
    if version.ended_at is not None or version.post.status != "approved":
        raise NoLonger("This version is no longer signed off.")
    if digest(version.content) != version.digest:
        raise NoLonger("What is stored is not what was signed off. Nothing goes out; tell whoever runs Gatepost.")
    said = approvals_that_hold(version, at=at)
    concerned = [version.post.author, *(row.person for row in said), *([asking] if asking else [])]
    seats = seats_of(concerned, version.post.school)
    check_roles_hold(version, said, seats)
    if now.uses_a_leaver if now else uses_a_leaver(version, on=timezone.localdate(at)):
        raise NoLonger(CANNOT_BE_SHOWN)
    # Signed-off content is judged again, with the permissions and under the policy of this moment.
    known = Known(seat=seats[version.post.author_id], incident=now.in_incident if now else None)
    today = assess_version(
        version, at=at, approved_by=agreed_roles(version, said), answers=answers_kept(said), known=known
    )
    check_still_passes(today, said)
    return Held(today.policy, said, seats)


def check_authority(delivery: Delivery, held: Held, *, posting: Person, on: date) -> None:
    """Raise NotAllowed while whoever posts, or whoever signed off, lacks what the policy asks of them or the account.

    It all may come back, so nothing is voided: a policy accepted tomorrow, or a check made, lets the post go out.
    """
    channel, school = delivery.channel, delivery.version.post.school
    people = [posting, *(row.person for row in held.approvals)]
    now = gated(channel, school=school, people=people, policy=held.policy, on=on)
    trained = demands_training(held.policy.policy)
    for number, person in enumerate(people):
        until = person.training_until
        check_may_post(Authority(
            person, channel, employed=bool(held.seats[person.pk].roles), listed=None if number else True,
            acknowledged=now.accepted[person.pk], trained=(until is not None and until >= on) if trained else None,
        ))  # fmt: skip
    check_in_order(now.standing)


def check_still_passes(today: Assessment, said: Sequence[Approval]) -> None:
    """Raise NoLonger where the policy and the permissions of today do not let signed-off content out."""
    if today.lost:
        raise NoLonger("Somebody in this post is not on this school’s roll any more. It goes back to its author.")
    if stopping := [one for one in findings(today) if one.stops]:
        raise NoLonger(_why(stopping[0]))
    if any(reason.outcome == "needs_approval" and not reason.supports for reason in today.reasons):
        raise NoLonger(_who_else(today))
    if any(all(row.answers.get(question.key) != "yes" for row in said) for question in today.questions()):
        raise NoLonger("The policy now has a question about this post that nobody who signed it off has answered.")
    if set(today.unknown) - {"approved_by"}:
        raise NoLonger("The policy now asks something about this post that nobody has answered.")


def approvals_that_hold(version: Version, *, at: datetime) -> list[Approval]:
    """Return the yeses to a version that have not run out. Raises NoLonger, saying why, where a step has none."""
    rows = Approval.objects.of(version.post.school_id).filter(version=version, yes=True).select_related("person")
    said = [row for row in rows if row.digest == version.digest and row.person_id != version.post.author_id]
    if expired := [row for row in said if row.expires_at <= at]:
        when = timezone.localtime(expired[0].expires_at)
        raise NoLonger(f"{expired[0].person}’s approval ran out on {when:%-d %B}. Send it for sign-off again.")
    if {row.step for row in said} != {step_of(kept).key for kept in version.steps}:
        raise NoLonger("This version does not have every approval that it needs.")
    return said


def check_roles_hold(version: Version, approvals: Sequence[Approval], seats: Mapping[int, Seat]) -> None:
    """Raise NoLonger where somebody who approved a version no longer holds what their step asks for."""
    for row in approvals:
        seat = seats[row.person_id]
        if not seat.may(Permission.SIGN_OFF) or step_of(_kept(version, row.step)).answered_by(seat) is None:
            raise NoLonger(f"{row.person}, who approved this, no longer holds the role. Send it for sign-off again.")


def _kept(version: Version, key: str) -> dict[str, list[str]]:
    return next(kept for kept in version.steps if step_of(kept).key == key)


def agreed_roles(version: Version, approvals: Sequence[Approval]) -> tuple[str, ...]:
    """Return the roles by which people have agreed, in the order of the version's steps."""
    by_step = {row.step: row.role for row in approvals}
    return tuple(by_step[key] for key in (step_of(kept).key for kept in version.steps) if key in by_step)


def answers_kept(approvals: Iterable[Approval]) -> Mapping[str, str]:
    """Return what those who approved have answered, yes or no by question key. One no among them is a no."""
    found: dict[str, str] = {}
    for row in approvals:
        found |= {key: said for key, said in row.answers.items() if found.get(key) != "no"}
    return found


def check_not_stopped(school: School) -> None:
    """Raise NotAllowed while an emergency stop has not ended."""
    if stop := stop_now(school):
        raise NotAllowed(f"All publishing is stopped: {stop.reason} {stop.started_by} can end the stop.")


def check_incident_lets(delivery: Delivery, seat: Seat, *, at: datetime) -> None:
    """Raise NotAllowed while an incident, the school's or its trust's, lets only others publish, or elsewhere."""
    school = delivery.version.post.school
    incidents = incidents_now(school)
    if not incidents or not has_incident_mode(policy_now(school, at=at).policy):
        return
    if not all(delivery.channel in incident.channels.all() for incident in incidents):
        raise NotAllowed(f"An incident is on, and {delivery.channel} is not one of the accounts that may speak now.")
    if not all(seat.person in incident.people.all() for incident in incidents):
        raise NotAllowed("An incident is on, and you are not one of the people who post during it.")


def _who_else(today: Assessment) -> str:
    for one in today.judged:
        if one.channel is not None and one.situation.facts.false("author.approved_poster"):
            return f"Its author is not on the list of people who post on {one.channel} any more. The head can add them."
    return "The policy now asks for an approval that this post does not have."


def _why(finding: Finding) -> str:
    if finding.refused:
        return f"Somebody who signed this off answered no to “{finding.refused}” It goes back to its author."
    if ".consents" in finding.cause:
        return CANNOT_BE_SHOWN
    return "The policy, as things stand today, stops this post. It goes back to its author."
