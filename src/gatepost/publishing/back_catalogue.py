"""The look through earlier posts: which there are, how far it has come, and what is next. Named reads."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from django.utils import timezone

from gatepost.consents.models import Pupil
from gatepost.consents.queries import search
from gatepost.handbook.queries import InForce
from gatepost.publishing.models import Campaign, PastPost
from gatepost.publishing.past_matches import Matched, matched
from gatepost.schools.models import School

DUTY: Final = "past_post"
"""The kind of task by which an earlier post comes down or is replaced."""


def campaign_now(school: School) -> Campaign | None:
    """Return the look through earlier posts that is going on at a school."""
    return Campaign.objects.of(school).filter(ended_at__isnull=True).select_related("school__trust").first()


def campaigns(school: School) -> list[Campaign]:
    """Return every look through earlier posts of a school, the latest first."""
    return list(Campaign.objects.of(school).select_related("school__trust"))


def campaign_of(school: School, pk: int) -> Campaign:
    """Return one of them. Raises Campaign.DoesNotExist."""
    return Campaign.objects.of(school).select_related("school__trust").get(pk=pk)


def past_post(school: School, pk: int) -> PastPost:
    """Return an earlier post of a school. Raises PastPost.DoesNotExist."""
    rows = PastPost.objects.of(school).select_related("campaign", "channel", "decided_by", "school__trust")
    return rows.get(pk=pk)


def posts_of(campaign: Campaign) -> list[PastPost]:
    """Return the posts of a campaign, each with its account."""
    return list(PastPost.objects.of(campaign.school_id).filter(campaign=campaign).select_related("channel"))


def pupils_of(post: PastPost) -> frozenset[int]:
    """Return the ids of the pupils who are said to be in a post."""
    return frozenset(PastPost.pupils.through.objects.filter(pastpost=post).values_list("pupil_id", flat=True))


def _pupils_in(campaign: Campaign) -> dict[int, frozenset[int]]:
    """Return the ids of the pupils who are said to be in each post of a campaign, by the post's id. One query."""
    found: dict[int, set[int]] = {}
    rows = PastPost.pupils.through.objects.filter(pastpost__campaign=campaign)
    for post, pupil in rows.values_list("pastpost_id", "pupil_id"):
        found.setdefault(post, set()).add(pupil)
    return {key: frozenset(some) for key, some in found.items()}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a look through has come: how many posts stand where, and how many that were kept need another look."""

    counts: Mapping[str, int] = field(default_factory=dict)
    again: int = 0

    @property
    def total(self) -> int:
        """How many posts there are."""
        return sum(self.counts.values())

    @property
    def to_look_at(self) -> int:
        """How many somebody has to look at."""
        return self.counts.get("to_do", 0) + self.again

    @property
    def to_go(self) -> int:
        """How many are to come down or to be replaced."""
        return self.counts.get("remove", 0) + self.counts.get("replace", 0)

    @property
    def settled(self) -> int:
        """How many nothing is left to do about."""
        return self.total - self.to_look_at - self.to_go

    @property
    def percent(self) -> int:
        """How much of it is settled, rounded down: 100 where nothing at all is left."""
        return self.settled * 100 // self.total if self.total else 0

    @property
    def decided_percent(self) -> int:
        """How much of it is decided about, settled or not, rounded down."""
        return (self.settled + self.to_go) * 100 // self.total if self.total else 0

    @property
    def left(self) -> str:
        """What is left to do, in words; nothing where nothing is."""
        parts = ((self.to_look_at, "to look at"), (self.to_go, "to come down or be replaced"))
        return " and ".join(f"{number:,} {what}" for number, what in parts if number)


@dataclass(frozen=True, slots=True)
class Overview:
    """The posts of a campaign, the most pressing first, with what speaks against each; and how far it has come."""

    rows: tuple[Matched, ...]
    progress: Progress

    @property
    def open(self) -> tuple[Matched, ...]:
        """What somebody has to look at, in the order in which to do so."""
        return tuple(one for one in self.rows if one.open)


def overview(campaign: Campaign, *, policy: InForce | None, at: datetime) -> Overview:
    """Return how a campaign stands at a moment. Six queries, however many posts it has.

    Without a policy nothing can be judged, and nothing speaks against any post.
    """
    posts = posts_of(campaign)
    waiting = [post for post in posts if post.state in _JUDGED]
    if policy is None:
        found = [Matched(post, ()) for post in waiting]
    else:
        found = matched(campaign.school, waiting, pupils=_pupils_in(campaign), policy=policy, at=at)
    rows = [*found, *(Matched(post, ()) for post in posts if post.state not in _JUDGED)]
    rows.sort(key=_order)
    counts = Counter(post.state for post in posts)
    return Overview(tuple(rows), Progress(counts, sum(one.again for one in found)))


_JUDGED: Final = frozenset({"to_do", "keep"})
_PLACES: Final = ("remove", "replace", "keep", "replaced", "removed")


def _order(one: Matched) -> tuple[int, int, int, int]:
    """Return what sorts the list: what is open first, the most pressing, then the newest."""
    posted = one.post.posted_on.toordinal() if one.post.posted_on else 0
    if one.open:
        return 0, -one.pressing, -posted, one.post.pk
    return 1 + _PLACES.index(one.post.state), 0, -posted, one.post.pk


def next_after(rows: Iterable[Matched], pk: int | None) -> PastPost | None:
    """Return the post to look at after this one, from the top again after the last; None where none is left."""
    left = [one.post for one in rows if one.open]
    places = [place for place, post in enumerate(left) if post.pk == pk]
    others = [post for post in left if post.pk != pk]
    if not others:
        return None
    return others[places[0] % len(others)] if places else others[0]


def pupils_called(school: School, words: str, *, at: datetime) -> list[Pupil]:
    """Return the pupils whose names begin with these words, those who have left among them, at most thirty."""
    here = list(search(school, words, on=timezone.localdate(at))[:_MOST])
    return here if len(here) == _MOST else [*here, *_left(school, words, at=at)][:_MOST]


def _left(school: School, words: str, *, at: datetime) -> list[Pupil]:
    known = {"legal_first", "legal_last", "preferred_first", "preferred_last"}
    rows = Pupil.objects.of(school).filter(left_on__lt=timezone.localdate(at))
    found = [one for one in rows if all(
        any(getattr(one, name).casefold().startswith(word) for name in known) for word in words.casefold().split()[:4]
    )]  # fmt: skip
    return found[:_MOST]


_MOST: Final = 30
