"""Whom one may be in a demonstration."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from gatepost.handbook.compiled import compiled_text
from gatepost.handbook.models import Adoption
from gatepost.schools.models import HeldRole, Person, School, Trust
from gatepost.schools.roles import ROLES, role_name


@dataclass(frozen=True, slots=True)
class Player:
    """One of the invented people, with the roles and positions that they hold in one place."""

    person: Person
    held: list[str] = field(default_factory=list)

    @property
    def plays(self) -> str:
        """What they are, in words: what they may do here first, then their position."""
        return ", ".join(role_name(slug) for slug in sorted(self.held, key=_weight))


@dataclass(slots=True)
class Stage:
    """A school and its people; or a trust and those who work for all of its schools."""

    place: School | Trust
    players: list[Player] = field(default_factory=list)
    policy: str = ""


def cast_list() -> list[Stage]:
    """Return everybody that one may be, by where they work: schools by name, then trusts; posters first."""
    stages: dict[tuple[bool, int], Stage] = {}
    players: dict[tuple[bool, int, int], Player] = {}
    for row in _rows():
        place = row.school or row.person.trust
        key = (row.school is None, place.pk)
        stage = stages.setdefault(key, Stage(place))
        if (*key, row.person_id) not in players:
            stage.players.append(players.setdefault((*key, row.person_id), Player(row.person)))
        players[*key, row.person_id].held.append(row.role)
    for stage in stages.values():
        stage.players.sort(key=lambda player: min(_weight(slug) for slug in player.held))
    _name_policies(stages.values())
    return sorted(stages.values(), key=lambda stage: (isinstance(stage.place, Trust), stage.place.name))


def _rows() -> Iterable[HeldRole]:
    now = timezone.now()
    rows = HeldRole.objects.filter(Q(until__isnull=True) | Q(until__gt=now), since__lte=now, person__is_active=True)
    return rows.select_related("person__trust", "school").order_by("person__name")


def _weight(slug: str) -> int:
    return [*ROLES, slug].index(slug)


def _name_policies(stages: Iterable[Stage]) -> None:
    """Say whose policy each school runs: their titles are alike."""
    rows = Adoption.objects.filter(school__isnull=False).order_by("effective_from", "id")
    texts = {row.school_id: row.text for row in rows}
    for stage in stages:
        if isinstance(stage.place, School) and stage.place.pk in texts:
            stage.policy = f"Runs the policy of {compiled_text(texts[stage.place.pk]).document.head.adopted_by}"
