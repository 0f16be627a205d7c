"""What the page of an earlier post shows."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from gatepost.consents.models import Pupil
from gatepost.consents.queries import chosen
from gatepost.duties.queries import open_about
from gatepost.handbook.queries import policy_in_force
from gatepost.publishing.actions.past_posts import TO_GO
from gatepost.publishing.back_catalogue import DUTY, pupils_called, pupils_of
from gatepost.publishing.models import PastPost
from gatepost.publishing.past_desk import PastDesk, past_desk
from gatepost.publishing.states import SHOWS
from gatepost.schools.seat import Seat
from gatepost.web.forms.back_catalogue import Looked


def page_of(seat: Seat, post: PastPost, said: Looked | None, *, at: datetime) -> dict[str, Any]:
    """Return what is shown of a post at a moment. `said` is what somebody has just sent; None for what is known."""
    known = pupils_of(post)
    policy = policy_in_force(seat.school, on=timezone.localdate(at))
    desk = past_desk(post, known, policy=policy, at=at) if policy else None
    looked = Looked.of(post, known) if said is None else said
    looked_for = pupils_called(seat.school, looked.find, at=at) if looked.find else []
    return {
        "post": post, "desk": desk, "said": looked, "choices": SHOWS.items(), "today": timezone.localdate(at),
        "pupils": _offered(seat, desk, looked, looked_for), "none_found": bool(looked.find) and not looked_for,
        "ended": post.campaign.ended_at is not None, "going": post.state in TO_GO, "now": at,
        "task": open_about(seat.school, [post.subject], kind=DUTY).get(post.subject) if post.state in TO_GO else None,
    }  # fmt: skip


def _offered(seat: Seat, desk: PastDesk | None, said: Looked, looked_for: Iterable[Pupil]) -> list[Pupil]:
    """Return the pupils to tick: whom the post names or shows, who is ticked, and who was looked for; each once."""
    offered = {one.pk: one for one in (desk.pupils if desk else ())}
    if ticked := set(said.pupils) - offered.keys():
        offered |= {one.pk: one for one in chosen(seat.school, ticked)}
    return [*(offered | {one.pk: one for one in looked_for}).values()]
