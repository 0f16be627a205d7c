"""What speaks against an earlier post staying: who is in it, under the permissions and the policy of this moment.

Nothing of it is stored, so that it is never out of date: whoever opens the list is shown what holds as they look.
Whose names stand in the words is kept in memory for each text and each state of the roll.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.models import Channel
from gatepost.consents.effective import Permissions, looked_up
from gatepost.consents.models import Pupil
from gatepost.consents.roster import id_of, roster
from gatepost.detectors import Roster
from gatepost.handbook.queries import InForce
from gatepost.policy import evaluate
from gatepost.publishing.models import PastPost
from gatepost.publishing.past_situations import content_of, ids_in, past_situation, speaks
from gatepost.publishing.situations import Names, tier_of
from gatepost.publishing.wording import DEFAULT, TITLES
from gatepost.schools.models import School
from gatepost.screening.names import STYLE, fuller
from gatepost.screening.screen import read_situation

PRESSING: Final = {"cannot": 4, "leaver": 3, "risk": 2, "doubt": 1, "unknown": 1}
"""What a mark is about → how pressing that is. Somebody who can't be shown comes first."""

WORDS: Final = {
    "cannot": "Somebody in it can’t be shown",
    "leaver": "Somebody in it has left the school",
    "doubt": "A name in it could be more than one pupil",
    "unknown": "Nobody has said who is in it",
}
_SPOKEN_OF: Final = frozenset({"cannot", "leaver", "risk"})


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that speaks against a post, or is not known of it. `kind` is a word of PRESSING.

    `key` stays the same while the thing does, and names pupils by id. Nothing of it says why somebody can't be shown.
    """

    key: str
    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Matched:
    """An earlier post with everything that speaks against it now, the most pressing first."""

    post: PastPost
    marks: tuple[Mark, ...]

    @property
    def pressing(self) -> int:
        """How pressing it is; 0 where nothing is found."""
        return max((PRESSING[one.kind] for one in self.marks), default=0)

    @property
    def against(self) -> tuple[Mark, ...]:
        """What speaks against it, what is only unknown left out."""
        return tuple(one for one in self.marks if one.kind in _SPOKEN_OF)

    @property
    def words(self) -> tuple[str, ...]:
        """What is found, each sentence once."""
        return tuple(words for _, words in self.said)

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """What is found, each sentence once, with its kind."""
        return tuple(dict.fromkeys((one.kind, one.words) for one in self.marks))

    @property
    def again(self) -> bool:
        """Whether it was kept, and something speaks against it that did not then."""
        return self.post.state == "keep" and bool({one.key for one in self.against} - {*self.post.found})

    @property
    def open(self) -> bool:
        """Whether somebody has to look at it."""
        return self.post.state == "to_do" or self.again


def matched(
    school: School, posts: Sequence[PastPost], *, pupils: Mapping[int, frozenset[int]], policy: InForce, at: datetime
) -> list[Matched]:
    """Return posts of a school with what speaks against each at a moment. Three queries, however many posts.

    `pupils` are those who are said to be in a picture, by the post's id.
    """
    roll = roster(school, on=timezone.localdate(at), leavers=True)
    said = {post.pk: pupils.get(post.pk, frozenset()) for post in posts}
    names = {post.pk: named_in(post.text, roll, chosen=said[post.pk]) for post in posts}
    meant = frozenset().union(*said.values(), *(one.sure for one in names.values()))
    known, held = looked_up(school, meant, at=at, policy=policy)
    judge = Judge(policy, known, held, at)
    return [Matched(post, judge(post, said[post.pk], names[post.pk])) for post in posts]


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a text names: how, by id, where there is no doubt; and the words that could mean several."""

    styles: Mapping[int, str]
    doubtful: Mapping[str, tuple[int, ...]]

    @property
    def sure(self) -> frozenset[int]:
        """Everybody who is named without doubt."""
        return frozenset(self.styles)

    @property
    def names(self) -> Names:
        """The same, as a situation is made of it."""
        full = frozenset(key for key, style in self.styles.items() if style == "full")
        return Names(full, self.sure - full, self.doubtful)


def named_in(text: str, roll: Roster, *, chosen: Iterable[int]) -> Named:
    """Return whom a text names. `chosen` are the pupils who are said to be in the picture: a shared name means them."""
    meant = frozenset(chosen)
    styles: dict[int, str] = {}
    doubtful: dict[str, tuple[int, ...]] = {}
    for words, style, ids in _found(text, roll):
        sure = tuple(one for one in ids if one in meant) or ids
        if len(sure) == 1:
            styles[sure[0]] = fuller(styles.get(sure[0]), style)
        elif sure:
            doubtful[words] = sure
    return Named(styles, doubtful)


@lru_cache(maxsize=20_000)
def _found(text: str, roll: Roster) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    found = roll.find(text) if text else ()
    pupils = ((one, tuple(key for key in map(id_of, one.who) if key is not None)) for one in found)
    return tuple((text[one.start : one.end], STYLE[one.type], ids) for one, ids in pupils if ids and one.type in STYLE)


def channel_of(post: PastPost) -> Channel:
    """Return the account of a post; for one that is not on the register, one like it that everybody sees."""
    return post.channel or Channel(platform=post.platform, name=post.account, audience="public")


def permissions_on(
    channel: Channel, held: Mapping[str, Mapping[int, Permissions]]
) -> Mapping[int, Permissions]:  # fmt: skip
    """Return what may be shown of each pupil on an account, of what `looked_up` returned."""
    return {key: one.on(channel.platform) for key, one in held.get(tier_of(channel), {}).items()}


@dataclass(frozen=True, slots=True)
class Judge:
    """What is needed to say what speaks against posts: the policy, and what `looked_up` returned of their pupils."""

    policy: InForce
    pupils: Mapping[int, Pupil]
    held: Mapping[str, Mapping[int, Permissions]]
    at: datetime

    def __call__(self, post: PastPost, said: frozenset[int], named: Named) -> tuple[Mark, ...]:
        """Return what speaks against a post in which these pupils are said to be shown, and these named."""
        used = said | named.sure
        marks = [self._leaver(key) for key in sorted(used) if self._has_left(key)]
        if named.doubtful:
            marks.append(Mark("doubt", "doubt", WORDS["doubt"]))
        if not post.shows or not (post.people_said or post.shows in {"no_picture", "no_people"}):
            marks.append(Mark("unknown", "unknown", WORDS["unknown"]))
        if used or post.shows not in {"", "no_picture", "no_people"}:
            marks += self._spoken(post, said, named)
        marks.sort(key=lambda one: -PRESSING[one.kind])
        return tuple(dict.fromkeys(marks))

    def _has_left(self, key: int) -> bool:
        pupil = self.pupils.get(key)
        return pupil is not None and pupil.left_on is not None and pupil.left_on < timezone.localdate(self.at)

    @staticmethod
    def _leaver(key: int) -> Mark:
        return Mark(f"leaver:{key}", "leaver", WORDS["leaver"])

    def _spoken(self, post: PastPost, said: frozenset[int], named: Named) -> list[Mark]:
        """Return what the policy says of people and pictures. The words are judged when the post is opened."""
        channel = channel_of(post)
        data = past_situation(
            content_of(post, said, text=""), channel=channel, names=named.names, pupils=self.pupils,
            permissions=permissions_on(channel, self.held), at=self.at,
        )  # fmt: skip
        people: list[dict[str, Any]] = data["facts"].get("people", [])
        for person in people:
            person["named_in_text"] = named.styles.get(id_of(person["upn"]) or 0, "none")
        verdict = evaluate(self.policy.all, read_situation(data, all_on_roll=True))
        found: list[Mark] = []
        for reason in verdict.reasons:
            if speaks(reason):
                ids = ids_in(reason, people)
                found += [self._person(key) for key in ids] or [_risk(reason.control)]
        return found

    def _person(self, key: int) -> Mark:
        return self._leaver(key) if self._has_left(key) else Mark(f"cannot:{key}", "cannot", WORDS["cannot"])


def _risk(control: str) -> Mark:
    return Mark(f"risk:{control}", "risk", TITLES.get(control, DEFAULT))
