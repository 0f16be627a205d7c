"""Links to posts as people paste them: which are fit to be kept, and which two lead to one post.

Nothing here, nor anywhere else, opens a link. What it is, is told by its letters alone.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

LONGEST: Final = 500

HOSTS: Final[dict[str, tuple[str, ...]]] = {
    "facebook": ("facebook.com", "fb.com", "fb.watch", "fb.me"),
    "instagram": ("instagram.com", "instagr.am"),
    "x": ("x.com", "twitter.com"),
    "linkedin": ("linkedin.com", "lnkd.in"),
    "youtube": ("youtube.com", "youtu.be"),
    "tiktok": ("tiktok.com",),
    "bluesky": ("bsky.app",),
    "threads": ("threads.net", "threads.com"),
}
"""Platform → the hosts on which its posts stand. Of the others, any host may be theirs."""

_SAME: Final = {host: hosts[0] for hosts in HOSTS.values() for host in hosts if host in {"twitter.com", "threads.com"}}
"""Hosts that were renamed, and so lead to the same post → the name by which a post is known."""
_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid")
_SHARING: Final = re.compile(r"igsh|igshid|si|mibextid|ref|ref_src|rcm|feature|__\w+")
"""What a platform adds to a link when somebody shares it. On any other site it may say which page is meant."""
_HOST: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_CONTROL: Final = re.compile(r"[\x00-\x20\x7f]")


class WrongLink(Exception):
    """A link that is not fit to be kept. `str()` is the sentence for whoever gave it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link that is fit to be kept: as it was given, what two links to one post share, and its host."""

    address: str
    key: str
    host: str


def link_of(said: str) -> Link:
    """Return a link. One without `https://` is taken as having it. Raises WrongLink, saying what to do."""
    text = said.strip()
    if _CONTROL.search(text):
        raise WrongLink("This has a space in it. Put one link on a line, and nothing else.")
    if len(text) > LONGEST:
        raise WrongLink(f"This is longer than {LONGEST} characters. Copy the link of the post by itself.")
    if _SCHEME.match(text) and not text.lower().startswith(("http://", "https://")) and not _is_host(text):
        raise WrongLink("This is no address of a web page. Paste a link that begins with https://")
    parts = _split(text if "://" in text else f"https://{text}")
    host = (parts.hostname or "").rstrip(".")
    if parts.username is not None or parts.password is not None:
        raise WrongLink("This has a name or a password before the address. Copy the link of the post again.")
    if not _HOST.fullmatch(host):
        raise WrongLink("This is no address of a post that people can see. Paste its link, such as "
                        "https://www.facebook.com/…")  # fmt: skip
    if parts.path in {"", "/"} and not parts.query:
        raise WrongLink("This is the front page of a site and not one post. Open the post, and copy its link.")
    query = _without_tracking(parts.query, shared=platform_of(host) is not None)
    tail = f"{parts.path}{'?' if query else ''}{query}"
    bare = re.sub(r"^(?:www|m|mobile|web|old)\.", "", host)
    known = _SAME.get(bare, bare)
    same = f"{parts.path.rstrip('/')}{'?' if query else ''}{query}"
    return Link(f"{parts.scheme}://{host}{_port(parts)}{tail}", f"{known}{_port(parts)}{same}", host)


def platform_of(host: str) -> str | None:
    """Return the platform whose posts stand on a host; None where that is not known."""
    return next((slug for slug, hosts in HOSTS.items() if any(_within(host, one) for one in hosts)), None)


def check_host(link: Link, *, platform: str, others: Collection[str], called: str) -> None:
    """Raise WrongLink where a link cannot be one of an account. `others` are hosts that are known to be its own."""
    if any(_within(link.host, one) for one in (*HOSTS.get(platform, ()), *others)):
        return
    elsewhere = platform_of(link.host) is not None
    if elsewhere or platform in HOSTS or others:
        raise WrongLink(f"This is on {link.host}, and so not on {called}. Choose the account that it is on.")


def host_of(address: str) -> str:
    """Return the host of an account's own address; nothing where it has none."""
    return _split(address).hostname or "" if address else ""


def _split(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        raise WrongLink("This is no link that can be read. Open the post, and copy its link again.") from None
    return parts


def _is_host(text: str) -> bool:
    """Return whether what looks like `scheme:` is a host with a port, such as `school.example:8443/news/1`."""
    return bool(re.match(r"[\w.-]+\.[a-z]+:\d+(?:/|$)", text))


def _port(parts: SplitResult) -> str:
    return f":{parts.port}" if parts.port not in {None, 80, 443} else ""


def _within(host: str, whole: str) -> bool:
    return host == whole or host.endswith(f".{whole}")


def _without_tracking(query: str, *, shared: bool) -> str:
    said = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in said if not _TRACKING.fullmatch(name)]
    return urlencode([(name, value) for name, value in kept if not (shared and _SHARING.fullmatch(name))])
