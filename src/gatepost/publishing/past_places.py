"""On which account each post of a list stands, and which rows of the list cannot be taken in."""

from collections.abc import Iterable
from dataclasses import dataclass

from gatepost.channels.models import Channel
from gatepost.channels.models.channel import platform_name
from gatepost.channels.queries import all_channels
from gatepost.publishing.links import HOSTS, Link, WrongLink, check_host, host_of, link_of, platform_of
from gatepost.publishing.models import PastPost
from gatepost.publishing.past_lists import Row
from gatepost.publishing.states import PAST
from gatepost.schools.models import School

_SITE = "website"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post stands: an account of the register, or one that is not on it, by platform and what it is called."""

    platform: str
    channel: Channel | None = None
    account: str = ""

    @property
    def called(self) -> str:
        """What to call it in a sentence."""
        return str(self.channel) if self.channel is not None else platform_name(self.platform)


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was not taken in: its number, its link, and what to do about it."""

    number: int
    link: str
    why: str


class Places:
    """The accounts of a school, and the links that it has already. Two queries."""

    def __init__(self, school: School, place: Place | None) -> None:
        self.place = place
        self.channels = list(all_channels(school))
        kept = PastPost.objects.of(school).values_list("key", "state", "campaign__name")
        self.known = {key: (PAST[state].lower(), name) for key, state, name in kept}

    def sorted_out(self, rows: Iterable[Row]) -> tuple[list[PastPost], list[Problem]]:
        """Return the posts that can be kept, not saved yet, and the rows that cannot."""
        posts: list[PastPost] = []
        problems: list[Problem] = []
        seen: dict[str, int] = {}
        for row in rows:
            try:
                posts.append(self._post(row, seen))
            except WrongLink as why:
                problems.append(Problem(row.number, row.link, str(why)))
        return posts, problems

    def _post(self, row: Row, seen: dict[str, int]) -> PastPost:
        if row.wrong:
            raise WrongLink(row.wrong)
        link = link_of(row.link)
        place = self.place or self._told(link, row.where)
        check_host(link, platform=place.platform, others=self._own(place), called=place.called)
        self._check_is_new(link, seen)
        seen[link.key] = row.number
        return PastPost(
            channel=place.channel, platform=place.platform, account=place.account, address=link.address, key=link.key,
            posted_on=row.posted_on, text=row.text, shows="no_picture" if row.pictured is False else "",
        )  # fmt: skip

    def _check_is_new(self, link: Link, seen: dict[str, int]) -> None:
        if link.key in seen:
            raise WrongLink(f"This is the same post as in row {seen[link.key]}.")
        if link.key in self.known:
            state, name = self.known[link.key]
            raise WrongLink(f"This post is there already, in “{name}”: {state}.")

    def _own(self, place: Place) -> set[str]:
        hosts = {host_of(one.address) for one in self.channels if one.platform == place.platform}
        return hosts - {""}

    def _told(self, link: Link, where: str) -> Place:
        """Return the account that a row or a link tells of: the school's own there, where it has one alone."""
        said = " ".join(where.casefold().split())
        named = [one for one in self.channels if said and one.name.casefold() == said]
        if len(named) == 1:
            return Place(named[0].platform, named[0])
        platform = platform_of(link.host) or self._named(said) or self._of_host(link)
        if platform is None:
            raise WrongLink(f"Nothing tells which account {link.host} belongs to. Choose where these were posted.")
        there = [one for one in (named or self.channels) if one.platform == platform]
        if len(there) == 1:
            return Place(platform, there[0])
        own = [one for one in there if one.address and f"{link.address}/".startswith(f"{one.address.rstrip('/')}/")]
        if len(own) == 1:
            return Place(platform, own[0])
        return Place(platform, account=where.replace("\x00", "").strip()[:120])

    @staticmethod
    def _named(said: str) -> str | None:
        known = {platform_name(slug).casefold(): slug for slug in HOSTS} | {"twitter": "x", "x (twitter)": "x"}
        return known.get(said) or (_SITE if said in {"website", "school website", "web site", "the website"} else None)

    def _of_host(self, link: Link) -> str | None:
        there = {one.platform for one in self.channels if host_of(one.address) == link.host}
        return next(iter(there)) if len(there) == 1 else None
