"""How much each platform takes, for the copy pack and for what is said before it: a table with its sources.

Gatepost never cuts words that somebody is to sign off. Where they are too long for a platform it says so beside the
draft, and does not send them.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

CHECKED: Final = "2026-11"
"""When the sources were last read."""


@dataclass(frozen=True, slots=True)
class Limit:
    """What a platform takes of one post: characters as it counts them, and pictures.

    `link` is what an address counts for; None where every character of it counts. `firm` is False where a server of
    the platform may take more.
    """

    characters: int
    pictures: int
    source: str
    link: int | None = None
    firm: bool = True


LIMITS: Final[dict[str, Limit]] = {
    "facebook": Limit(63_206, 10, "Facebook, “63,206 characters”, November 2011; Graph API, Page photos"),
    "instagram": Limit(2_200, 10, "Instagram Platform, Content Publishing"),
    "x": Limit(280, 4, "X developer documentation, Counting characters; Upload media", link=23),
    "linkedin": Limit(3_000, 20, "LinkedIn Posts API, commentary; Images API"),
    "youtube": Limit(5_000, 10, "YouTube Data API, videos: snippet.description"),
    "bluesky": Limit(300, 4, "Bluesky lexicon app.bsky.feed.post and app.bsky.embed.images"),
    "mastodon": Limit(
        500, 4, "Mastodon documentation, Posting to your profile (a server may set more)", link=23, firm=False
    ),
    "threads": Limit(500, 10, "Threads API, Posts"),
}
"""Platform slug → what it takes. A platform that is not listed is not known to have a limit."""

_ADDRESS: Final = re.compile(r"https?://\S+")
_X_LIGHT: Final = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))
"""Code points that X counts once; it counts every other twice (twitter-text, configuration v3)."""


_JOINED: Final = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|.[\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
    "(?:\u200d.[\ufe0f\U0001f3fb-\U0001f3ff]*)*", re.DOTALL,
)  # fmt: skip
"""What is seen as one: a flag, an emoji with its tone, several emoji that are joined (Unicode TR 51)."""


def length(text: str, platform: str) -> int:
    """Return how long a text is as a platform counts it. Emoji that are joined count as one."""
    limit = LIMITS.get(platform)
    links = 0
    if limit is not None and limit.link is not None:
        text, found = _ADDRESS.subn("", text)
        links = found * limit.link
    shown = "".join(one for one in unicodedata.normalize("NFC", text) if not unicodedata.combining(one))
    each = _JOINED.findall(shown)
    return links + (sum(map(_on_x, each)) if platform == "x" else len(each))


def _on_x(one: str) -> int:
    return 1 if len(one) == 1 and any(low <= ord(one) <= high for low, high in _X_LIGHT) else 2


def over(text: str, platform: str) -> int:
    """Return by how many characters a text is too long for a platform; 0 where it takes all of it."""
    limit = LIMITS.get(platform)
    return 0 if limit is None else max(length(text, platform) - limit.characters, 0)


def too_long(text: str, platform: str) -> int:
    """Return the same for a text that the platform takes on no server at all; 0 for any other."""
    return over(text, platform) if platform in LIMITS and LIMITS[platform].firm else 0


def too_much(text: str, *, pictures: int, platform: str) -> tuple[str, ...]:
    """Return, in sentences, what a platform will not take of a post; empty where it takes all of it."""
    limit = LIMITS.get(platform)
    if limit is None:
        return ()
    said: list[str] = []
    if more := over(text, platform):
        said.append(f"The words are {characters(more)} too long. It takes {limit.characters:,}.")
    if pictures > limit.pictures:
        said.append(f"There are {pictures} pictures. It takes {limit.pictures} in one post.")
    return tuple(said)


def characters(number: int) -> str:
    """Return a number of characters in words."""
    return f"{number:,} {'character' if number == 1 else 'characters'}"
