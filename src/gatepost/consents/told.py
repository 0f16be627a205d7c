"""What families read at each place, and since when: for whoever writes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gatepost.consents.elements import SPLIT, TIERS
from gatepost.consents.models import Wording
from gatepost.consents.telling import told
from gatepost.schools.models import School


@dataclass(frozen=True, slots=True)
class Told:
    """What stands above the questions about one place. `versions` are the school's own texts, the newest first.

    `usual` is what stands there without one: the text of the whole tier, or the words that come with Gatepost.
    """

    tier: str
    platform: str
    versions: tuple[Wording, ...]
    usual: str

    @property
    def key(self) -> str:
        """What an address calls the place."""
        return "-".join(part for part in (self.tier, self.platform) if part)

    @property
    def now(self) -> Wording | None:
        """The school's own text that holds; None where it has written none."""
        return self.versions[0] if self.versions else None

    @property
    def text(self) -> str:
        """What families read there now."""
        return self.now.text if self.now else self.usual


def told_by_place(school: School, *, platforms: Iterable[str], at: datetime) -> list[Told]:
    """Return what families read at every tier, and at each of these platforms. One query."""
    own: dict[tuple[str, str], list[Wording]] = {}
    rows = Wording.objects.of(school).filter(element="", since__lte=at).exclude(tier="")
    for one in rows.order_by("-since", "-pk"):
        own.setdefault((one.tier, one.platform), []).append(one)
    named = sorted({*platforms, *(platform for _, platform in own if platform)})
    places = [(tier, one) for tier in TIERS for one in ("", *(named if tier == SPLIT else ()))]
    return [Told(tier, one, tuple(own.get((tier, one), ())), _usual(own, tier, one)) for tier, one in places]


def _usual(own: dict[tuple[str, str], list[Wording]], tier: str, platform: str) -> str:
    whole = own.get((tier, ""), ()) if platform else ()
    return whole[0].text if whole else told(tier, "photo")
