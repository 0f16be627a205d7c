"""The look through earlier posts: what is left of it, adding posts, and deciding about each."""

from datetime import date

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router, Schema

from gatepost.api.caller import caller
from gatepost.api.shapes import ProofIn, Why
from gatepost.publishing.actions import back_catalogue, past_posts
from gatepost.publishing.asking import policy_now
from gatepost.publishing.back_catalogue import Overview, campaign_now, overview, past_post
from gatepost.publishing.models import Campaign, PastPost
from gatepost.publishing.past_lists import LONGEST_TEXT, MOST, Row
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

router = Router(tags=["earlier posts"])
_REFUSALS = {403: Why, 404: Why, 409: Why}


class EarlierIn(Schema):
    """An earlier post: its link, and what is known of it. `where` is what its platform or account is called."""

    link: str
    posted_on: date | None = None
    text: str = ""
    where: str = ""


class EarliersIn(Schema):
    """Earlier posts to add."""

    posts: tuple[EarlierIn, ...] = ()


class ProblemOut(Schema):
    """A post that was not added: its place in the list, from 1, its link, and what to do."""

    number: int
    link: str
    why: str


class AddedOut(Schema):
    """How many were added, and which were not."""

    added: int
    not_added: list[ProblemOut]


class DecisionIn(Schema):
    """A decision: keep, replace or remove; why; and what the post shows, where that is said with it.

    `shows` is one of the choices on the page, such as `back_or_distance`, and `pupils` are ids.
    """

    decision: str = ""
    reason: str = ""
    shows: str | None = None
    pupils: tuple[int, ...] = ()
    nobody: bool = False


class EarlierOut(Schema):
    """An earlier post: where it stands, and what speaks against it now."""

    id: int
    address: str
    state: str
    found: tuple[str, ...] = ()


class ProgressOut(Schema):
    """How far it has come, and what is left to look at, the most pressing first."""

    name: str
    due_on: date
    total: int
    settled: int
    to_look_at: int
    to_go: int
    percent: int
    left: list[EarlierOut]


@router.get("", response={200: ProgressOut, **_REFUSALS})
def progress(request: HttpRequest, school: Path[str]) -> ProgressOut:
    """Return how far the look through earlier posts has come."""
    campaign = _campaign(seat := caller(request, school, Permission.LOOK_BACK))
    seen = overview(campaign, policy=policy_now(seat.school, at=timezone.now()), at=timezone.now())
    return _progress_out(campaign, seen)


@router.post("", response={200: AddedOut, **_REFUSALS})
def add(request: HttpRequest, school: Path[str], body: EarliersIn) -> AddedOut:
    """Add earlier posts. No link is ever opened."""
    seat = caller(request, school, Permission.LOOK_BACK)
    if len(body.posts) > MOST:
        raise UnableTo(f"This is more than {MOST:,} posts. Add them in parts.")
    rows = [_row(number, one, today=timezone.localdate()) for number, one in enumerate(body.posts, start=1)]
    found = back_catalogue.add(_campaign(seat), rows=rows, place=None, seat=seat, at=timezone.now())
    wrong = [ProblemOut(number=one.number, link=one.link, why=one.why) for one in found.problems]
    return AddedOut(added=found.count, not_added=wrong)


@router.post("/{past}/decide", response={200: EarlierOut, **_REFUSALS})
def decide(request: HttpRequest, school: Path[str], past: int, body: DecisionIn) -> EarlierOut:
    """Keep it, have it replaced, or have it removed."""
    held = _post(seat := caller(request, school, Permission.LOOK_BACK), past)
    told = past_posts.Describing(body.shows or "", body.pupils, body.nobody)
    said = None if body.shows is None and not body.pupils and not body.nobody else told
    made = past_posts.decide(held, seat=seat, decision=body.decision, reason=body.reason, said=said, at=timezone.now())
    return _out(made)


@router.post("/{past}/undo", response={200: EarlierOut, **_REFUSALS})
def undo(request: HttpRequest, school: Path[str], past: int) -> EarlierOut:
    """Take the decision back."""
    held = _post(seat := caller(request, school, Permission.LOOK_BACK), past)
    return _out(past_posts.reopen(held, seat=seat, at=timezone.now()))


@router.post("/{past}/gone", response={200: EarlierOut, **_REFUSALS})
def gone(request: HttpRequest, school: Path[str], past: int, body: ProofIn) -> EarlierOut:
    """Say that it is gone or replaced, with proof."""
    held = _post(seat := caller(request, school, Permission.LOOK_BACK), past)
    return _out(past_posts.down(held, seat=seat, proof=body.proof, at=timezone.now()))


def _campaign(seat: Seat) -> Campaign:
    found = campaign_now(seat.school)
    if found is None:
        raise UnableTo("No look through earlier posts is going on. Begin one on the page.")
    return found


def _post(seat: Seat, pk: int) -> PastPost:
    try:
        return past_post(seat.school, pk)
    except PastPost.DoesNotExist:
        raise Http404 from None


def _row(number: int, said: EarlierIn, *, today: date) -> Row:
    wrong = "The day is still to come." if said.posted_on and said.posted_on > today else ""
    text = said.text.replace("\x00", "")[:LONGEST_TEXT]
    return Row(number, said.link, said.posted_on, text, said.where, wrong=wrong)


def _out(post: PastPost, found: tuple[str, ...] = ()) -> EarlierOut:
    return EarlierOut(id=post.pk, address=post.address, state=post.state, found=found)


def _progress_out(campaign: Campaign, seen: Overview) -> ProgressOut:
    left = [_out(one.post, one.words) for one in seen.open]
    now = seen.progress
    return ProgressOut(name=campaign.name, due_on=campaign.due_on, total=now.total, settled=now.settled,
                       to_look_at=now.to_look_at, to_go=now.to_go, percent=now.percent, left=left)  # fmt: skip
