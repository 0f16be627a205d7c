"""Which account an address means, told by its letters alone: nothing here, nor anywhere else, opens it."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol, TypeVar
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

HOSTS: Final[dict[str, tuple[str, ...]]] = {
    "facebook": ("facebook.com", "fb.com", "fb.me"),
    "instagram": ("instagram.com", "instagr.am"),
    "x": ("x.com", "twitter.com"),
    "linkedin": ("linkedin.com",),
    "youtube": ("youtube.com",),
    "tiktok": ("tiktok.com",),
    "bluesky": ("bsky.app",),
    "threads": ("threads.net", "threads.com"),
}
"""Platform → the hosts on which its accounts stand."""

_KINDS: Final = frozenset({"company", "school", "showcase", "in", "channel", "c", "user", "groups", "people", "pages",
                           "profile", "p"})  # fmt: skip
"""First parts of a path that say what sort of account follows, and do not name one."""
_EXACT: Final = frozenset({"channel"})
"""Where what follows is a number in letters, large and small ones different."""
_APART: Final = frozenset({"in", "groups", "c", "user"})
"""Where the same name means another account than it does by itself."""
_SEARCHES: Final[dict[str, frozenset[str]]] = {
    "facebook": frozenset({"share", "login", "events", "hashtag", "marketplace"}),
    "instagram": frozenset({"explore", "share"}),
    "x": frozenset({"i", "home", "search", "hashtag", "intent"}),
    "linkedin": frozenset({"redir", "hashtag"}),
    "youtube": frozenset({"playlist", "results", "hashtag", "feed"}),
    "tiktok": frozenset({"tag", "search"}),
}
"""First parts of a path that lead to a search or to much at once: whose it is, nothing tells."""
_ONE_POST: Final[dict[str, frozenset[str]]] = {
    "facebook": frozenset({"watch", "photo", "photo.php", "story.php", "permalink.php", "video.php", "reel", "reels",
                           "stories", "posts", "videos", "photos"}),
    "instagram": frozenset({"p", "reel", "reels", "tv", "stories"}),
    "linkedin": frozenset({"posts", "feed", "pulse"}),
    "youtube": frozenset({"watch", "shorts", "live", "post", "clip", "embed"}),
    "tiktok": frozenset({"t", "v", "embed"}),
    "threads": frozenset({"t"}),
}  # fmt: skip
"""First parts of a path that lead to one post or film, of whoever it is."""
_POST_HOSTS: Final = frozenset({"youtu.be", "fb.watch", "vm.tiktok.com", "vt.tiktok.com"})
"""Hosts of short addresses, each of one film or post."""
_POSTS: Final = frozenset({"status", "statuses", "posts", "post", "p", "reel", "reels", "video", "videos", "photo",
                           "photos", "v", "r"})  # fmt: skip
"""Parts of a path that a post follows: its number alone is looked up, whatever name stands before it."""
_NUMBERED: Final = re.compile(r"@[^/]+/\d+")
"""The path of a post at Mastodon and what is built like it: they open whatever post has the number."""
_DOORS: Final = re.compile(r"(?:(?:www|m|mobile|web|touch|mbasic|[a-z]{2}(?:-[a-z]{2})?)\.)?")
"""What may stand before the host of a platform, its languages among them. Elsewhere other services stand there."""
_FRONT: Final = re.compile(r"(?:index|home|default|welcome)(?:\.\w+)?|[^/]*\.(?:html?|php|aspx?)")
"""The last part of an address that is the front page of all that stands beside it."""
_URL: Final = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#].*)?", re.IGNORECASE)
_LONGEST: Final = 500
_HTTPS: Final = 443


@dataclass(frozen=True, slots=True)
class Place:
    """An account by its address: the platform where the host tells it, else the host; and which account there."""

    where: str
    which: str


class Account(Protocol):
    """What an account is known by."""

    @property
    def platform(self) -> str:
        """Its platform, by slug."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def handle(self) -> str:
        """Its name on the platform, such as `@brookfield`; empty where nobody has said."""

    @property
    def address(self) -> str:
        """Where people see it; empty where nobody has said."""


Found = TypeVar("Found", bound=Account)


def place_of(said: str) -> Place | None:
    """Return the account that an address means; None where it is no address of one."""
    parts = _parts(said)
    if parts is None:
        return None
    host = _host(parts)
    if ":" in host:  # another service than the one that everybody is led to
        return Place(host, _small(parts.path.rstrip("/")))
    platform = platform_at(host)
    if platform is None:
        return Place(re.sub(r"^(?:www|m|mobile)\.", "", host), _small(parts.path.rstrip("/")))
    which = _which(platform, [part for part in parts.path.split("/") if part], parts.query)
    return Place(platform, which) if which else None


def is_post(said: str, *, hosts: Collection[str] = ()) -> bool:
    """Return whether an address leads to one post, video or reel: whose it is, the name in the address does not tell.

    `hosts` are those beside the platforms' own on which accounts stand, as `Place.where` gives them.
    """
    found, place = _parts(said), place_of(said)
    if found is None:
        return False
    host, parts = _host(found), [_small(part) for part in unquote(found.path).split("/") if part]
    if re.sub(r"^(?:www|m)\.", "", host) in _POST_HOSTS:
        return True
    platform = platform_at(host)
    if platform is not None:
        return _follows_post(parts) or bool(parts and parts[0] in _ONE_POST.get(platform, ()))
    known = place is not None and place.where in hosts
    return (known and _follows_post(parts)) or _NUMBERED.fullmatch("/".join(parts)) is not None


def _parts(said: str) -> SplitResult | None:
    """Return an address in its parts; None where it is none, or a browser would open another than it seems."""
    text = said.strip()
    if len(text) > _LONGEST or not _URL.fullmatch(text):
        return None
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        _ = parts.port  # raises where it is no number
    except ValueError:
        return None
    return None if _goes_back(parts.path) else parts


def _host(parts: SplitResult) -> str:
    """Return the host in small letters, with its port where that is not the usual one."""
    host = _small(parts.netloc.partition(":")[0]).rstrip(".")
    return host if parts.port in (None, _HTTPS) else f"{host}:{parts.port}"


def _follows_post(parts: Sequence[str]) -> bool:
    return any(one in _POSTS for one in parts[1:-1])


def _goes_back(path: str) -> bool:
    """Return whether a browser would open another page than the path seems to name: one with `..` in it."""
    return bool({".", ".."}.intersection(re.split(r"[/\\]", unquote(path))))


def platform_at(host: str) -> str | None:
    """Return the platform whose accounts stand on a host; None where that is not known."""
    bare = _small(host)
    return next((slug for slug, hosts in HOSTS.items() if any(_is_door(bare, one) for one in hosts)), None)


def _is_door(host: str, of: str) -> bool:
    return host.endswith(of) and _DOORS.fullmatch(host.removesuffix(of)) is not None


def _which(platform: str, parts: list[str], query: str) -> str:
    if parts[:1] == ["profile.php"]:
        numbers = parse_qs(query).get("id", [])
        return numbers[0] if len(numbers) == 1 else ""
    first = _small(parts[0]) if parts else ""
    if first in _SEARCHES.get(platform, ()) or first in _ONE_POST.get(platform, ()):
        return ""
    kind = first if first in _KINDS else ""
    if kind in _EXACT:
        return "/".join([kind, *parts[1:2]])
    if kind in {"pages", "people"}:  # a name and a number, of which the number counts
        return parts[2] if len(parts) > 2 else ""
    named = parts[1:2] if kind else parts[:1]
    sort = f"{kind}/" if kind in _APART and named else ""
    return sort + handle_of(named[0], platform) if named else ""


def handle_of(said: str, platform: str = "") -> str:
    """Return a name on a platform as two spellings of it share it: without `@`, in small letters."""
    bare = _small(said.strip().removeprefix("@"))
    return bare.replace(".", "") if platform == "facebook" else bare  # Facebook counts no full stops


def _small(said: str) -> str:
    """Return a text with the letters A to Z small. Any other letter stays: what only looks like ours is not ours."""
    return "".join(char.lower() if char.isascii() else char for char in said)


def called(said: str) -> str:
    """Return a name as people compare it: small letters and figures alone."""
    return "".join(char for char in said.casefold() if char.isalnum())


def is_at(account: Account, place: Place) -> bool:
    """Return whether an account is the one at a place: by its address, else by its name on the platform."""
    if account.address:
        kept = place_of(account.address)
        if account.platform == "website" and kept is not None:
            return kept.where == place.where and _is_below(place.which, kept.which)
        return kept == place
    handle = handle_of(account.handle, account.platform)
    return bool(handle) and place == Place(account.platform, handle)


def _is_below(path: str, front: str) -> bool:
    """Return whether a page is of the website that begins at a path. On a shared host others begin beside it."""
    folder, _, last = front.rpartition("/")
    start = folder if _FRONT.fullmatch(last) else front
    return path == start or path.startswith(f"{start}/")


def find(accounts: Iterable[Found], *, platform: str, name: str = "", address: str = "") -> Found | None:
    """Return the account that is meant; None where none is.

    Two addresses that differ are two accounts, whatever they are called: a copy bears the same name.
    """
    rows, place = [one for one in accounts if one.platform == platform], place_of(address)
    if place is not None:
        at = next((one for one in rows if is_at(one, place)), None)
        if at is not None:
            return at
        rows = [one for one in rows if not one.address and not one.handle]
    wanted = called(name)
    return next((one for one in rows if wanted and wanted in {called(one.name), called(one.handle)}), None)
