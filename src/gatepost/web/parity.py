"""The page that compares register, public page, policy, privacy notice and website: what it shows."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from gatepost.channels.notice import notice
from gatepost.channels.official import Official, is_public, official
from gatepost.channels.parity import PLACES, Mismatch, left_out, mismatches
from gatepost.channels.queries import all_channels
from gatepost.channels.standings import standings
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.schools.models import School
from gatepost.web.public_list import barred_texts, without


@dataclass(frozen=True, slots=True)
class Parity:
    """What differs place by place, and the words for the privacy notice.

    `left_out` are the accounts of the register that the public page does not call the school's. `has_list` is
    whether the policy in force has a table of accounts; `barred` are the texts that the public page leaves out,
    because they name somebody or hold a detail of somebody. `listed` is the list before that.
    """

    policy: InForce | None
    has_list: bool
    places: tuple[tuple[str, tuple[Mismatch, ...]], ...]
    public: bool
    left_out: tuple[Mismatch, ...]
    barred: tuple[str, ...]
    notice: str
    listed: Official


def parity_of(school: School, *, address: str, at: datetime) -> Parity:
    """Return how the places compare at a school. `address` is that of its public page. Eight queries,
    and two more where the roll has changed."""
    on = timezone.localdate(at)
    policy, public = policy_in_force(school, on=on), is_public(school)
    judges = policy.all if policy else ()
    rows = policy.policy.document.head.channels if policy else ()
    channels = list(all_channels(school).select_related("school__trust"))
    held = standings(channels, of=school, policies={school.pk: judges}, on=on, every=channels)
    listed = official(school, policies=judges, at=at, held=held)
    found = mismatches(held, rows, on=on)
    places = tuple((title, tuple(one for one in found if one.place == place)) for place, title in PLACES.items())
    barred = barred_texts(listed)
    words = notice(without(listed, barred), address=address if public else "")
    return Parity(policy, bool(rows), places, public, tuple(left_out(held, on=on)), barred, words, listed)
