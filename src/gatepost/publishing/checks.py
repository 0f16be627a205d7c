"""Who may do what with a post now. `check_can_…` raises the sentence that the user reads."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from gatepost.channels.checks import check_is_open
from gatepost.channels.models import Channel
from gatepost.handbook.acknowledging import acknowledged
from gatepost.handbook.queries import InForce
from gatepost.policy.questions import Question
from gatepost.publishing.assess import Assessment
from gatepost.publishing.findings import findings
from gatepost.publishing.models import Post, Version
from gatepost.publishing.pictures.unsettled import unsettled
from gatepost.publishing.platform_limits import characters, too_long
from gatepost.publishing.said import contradicts
from gatepost.publishing.steps import Step, step_of, still_open
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.seat import Seat


def check_can_edit(post: Post, seat: Seat) -> None:
    """Raise NotAllowed unless this person may change this draft."""
    seat.check_may(Permission.WRITE_POSTS)
    if post.author_id != seat.person.pk:
        raise NotAllowed(f"This draft is {post.author}’s. Only they can change it.")
    if post.status != "draft":
        raise NotAllowed("This post has been sent for sign-off. Take it back first, and then change it.")


def check_is_whole(post: Post, *, at: datetime) -> None:
    """Raise UnableTo, saying what is missing, unless a draft says where it goes and what its pictures show."""
    if not post.text.strip() and not post.pictures.all():
        raise UnableTo("There is nothing to send yet. Write some words, or add a picture.")
    channels = list(Channel.objects.of(post.school_id).filter(posts=post))
    if not channels:
        raise UnableTo("Choose where it will go.")
    for channel in channels:
        check_is_open(channel, on=timezone.localdate(at))
        check_fits(post.text, channel)
    for number, picture in enumerate(post.pictures.all(), start=1):
        if not picture.face_shown:
            raise UnableTo(f"Say how picture {number} shows the people in it.")
        if contradicts(picture.face_shown, picture.pupils.all()):
            raise UnableTo(f"You chose that nobody is in picture {number}, and ticked who is. Change one of them.")
        if picture.face_shown != "no_people" and not picture.people_said:
            raise UnableTo(f"Say who is in picture {number}, or that it is nobody from the school.")


def check_fits(text: str, channel: Channel) -> None:
    """Raise UnableTo, with by how much, where a text is longer than the account's platform takes."""
    if more := too_long(text, channel.platform):
        raise UnableTo(f"Shorten the words for {channel.platform_name}: they are {characters(more)} too long.")


def check_can_send(assessment: Assessment, wanted: Sequence[Step], seat: Seat, *, at: datetime) -> None:
    """Raise UnableTo, with the first thing to do, while anything keeps a draft from being sent for sign-off."""
    stopping = [one for one in findings(assessment) if one.stops]
    if stopping:
        raise UnableTo(f"Put right what number {stopping[0].number} says before you send it.")
    for one in unsettled(assessment):
        raise UnableTo(f"{one.label}.")
    if still_open(assessment, wanted):
        raise UnableTo("Answer the questions that are still open before you send it.")
    taken: set[int] = {seat.person.pk}
    for step in wanted:
        holders = [one.person.pk for one in seats(seat.school, at=at) if step.answered_by(one)]
        free = [pk for pk in holders if pk not in taken]
        if not free:
            raise UnableTo(f"{step.name[0].upper()}{step.name[1:]} must agree to this, and nobody else at "
                           f"{seat.school} is one. The head can give somebody the role.")  # fmt: skip
        if len(free) == 1:
            taken.add(free[0])


def step_for(version: Version, seat: Seat) -> Step:
    """Return the approval that this person may give to a version. Raises NotAllowed, saying why they may not."""
    if version.post.author_id == seat.person.pk or version.sent_by_id == seat.person.pk:
        raise NotAllowed("You wrote this, so somebody else signs it off.")
    if version.ended_at is not None or version.post.status != "waiting":
        raise NotAllowed("This version is not waiting for sign-off any more.")
    decided = list(version.approvals.all())
    if any(row.person_id == seat.person.pk for row in decided):
        raise NotAllowed("You have decided about this version already. Each approval comes from another person.")
    given = {row.step for row in decided if row.yes}
    for kept in version.steps:
        step = step_of(kept)
        if step.key not in given and step.answered_by(seat):
            return step
    missing = [step_of(kept).name for kept in version.steps if step_of(kept).key not in given]
    raise NotAllowed(f"This waits for {' and '.join(missing)}.")


def can_sign_off(version: Version, seat: Seat) -> bool:
    """Return whether this person may give an approval to a version."""
    try:
        step_for(version, seat)
    except NotAllowed:
        return False
    return True


def check_has_accepted(seat: Seat, policy: InForce) -> None:
    """Raise NotAllowed where the policy in force asks people to read and accept it, and this person has not."""
    if acknowledged(seat.school, [seat.person], policy)[seat.person.pk] is False:
        raise NotAllowed("You have not accepted the policy in force yet. Read and accept it, then sign off.")


def check_same(version: Version, seen: str) -> None:
    """Raise UnableTo where the version is not the one that the approver was looking at."""
    if seen != version.digest:
        raise UnableTo("It changed while you were reading. Read it again, and then decide.")


def check_answered(asked: Sequence[Question], answers: Mapping[str, str]) -> None:
    """Raise UnableTo unless every question that the clauses raise has a yes or a no."""
    for question in asked:
        if answers.get(question.key) not in {"yes", "no"}:
            raise UnableTo(f"Answer this first: {question.ask}")


def check_nothing_stops(today: Assessment) -> None:
    """Raise UnableTo where the policy stops a version on the facts of today, the approver's answers among them."""
    stopping = [one for one in findings(today) if one.stops]
    if refused := next((one.refused for one in stopping if one.refused), ""):
        raise UnableTo(f"You answered no to “{refused}” Send it back, and say what should change.")
    if stopping:
        raise UnableTo("Something has changed since this was sent, and the policy now stops it. Send it back.")
