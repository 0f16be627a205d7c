"""Whether the address of a live post is where the account is. A warning rests on it, and never a refusal."""

from typing import Final
from urllib.parse import urlsplit

from gatepost.channels.models import Channel


def elsewhere(address: str, channel: Channel) -> str:
    """Return the host of an address that is not where a channel's posts are; nothing where it is, or nobody knows."""
    host, own = _host(address), _host(channel.address)
    known = _HOSTS.get(channel.platform, ()) + ((own,) if own else ())
    here = any(host == one or host.endswith(f".{one}") for one in known)
    return "" if here or not known else host


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


_HOSTS: Final[dict[str, tuple[str, ...]]] = {
    "bluesky": ("bsky.app",),
    "facebook": ("facebook.com", "fb.com", "fb.me", "fb.watch"),
    "instagram": ("instagram.com",),
    "linkedin": ("linkedin.com", "lnkd.in"),
    "threads": ("threads.com", "threads.net"),
    "tiktok": ("tiktok.com",),
    "whatsapp": ("whatsapp.com", "wa.me"),
    "x": ("x.com", "twitter.com"),
    "youtube": ("youtube.com", "youtu.be"),
}
"""Platform → where its posts are. A website and a server of Mastodon are where the register says."""
