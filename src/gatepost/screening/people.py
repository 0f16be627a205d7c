"""Names found in a text, joined to the people whom a situation lists (the contract's last words on `detect`)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gatepost.detectors import Finding, Roster
from gatepost.detectors.names.fold import fold_name
from gatepost.policy.facts.roles import GROUP_OF
from gatepost.screening.expected import expected_names
from gatepost.screening.names import FULLEST, STYLE, Directory, fuller, small_roster


@dataclass(frozen=True, slots=True)
class Read:
    """One text of a post, by the path of its fact, and what the detectors found in it."""

    path: str
    text: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a text names somebody. `listed` are positions among the people whom the situation names."""

    path: str
    finding: Finding
    style: str
    name: str
    listed: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What two mentions of one person share: who it may be on the roll, else the name itself."""
        return self.finding.who or (fold_name(self.name),)


@dataclass(slots=True)
class People:
    """The listed people, copied, as names are joined to them. `joined` maps a finding, with its text's path, to
    positions among them."""

    entries: list[dict[str, Any]]
    directory: Directory
    joined: dict[tuple[str, Finding], tuple[int, ...]] = field(default_factory=dict)
    _known: dict[str, int] = field(default_factory=dict)
    _room: dict[int, int] = field(default_factory=dict)

    def join(self, mention: Mention) -> None:
        """Join one mention to the people it is about, adding somebody where nobody listed fits."""
        positions = self._positions(mention)
        for position in positions:
            self._note(position, mention)
        for key in mention.key:
            self._known.setdefault(key, positions[0])
        self.joined[mention.path, mention.finding] = positions

    def _positions(self, mention: Mention) -> tuple[int, ...]:
        return (
            self._namesakes(mention)
            or self._met(mention)
            or self._on_the_roll(mention)
            or self._unnamed(mention)
            or self._added()
        )

    def _namesakes(self, mention: Mention) -> tuple[int, ...]:
        """Listed people of that name: the one said to be named so, else every one of whom nothing is said."""
        said = [i for i in mention.listed if self.entries[i].get("named_in_text") == mention.style]
        silent = [i for i in mention.listed if self.entries[i].get("named_in_text") is None]
        return tuple(said or silent or mention.listed[:1])

    def _met(self, mention: Mention) -> tuple[int, ...]:
        return tuple(self._known[key] for key in mention.key if key in self._known)[:1]

    def _on_the_roll(self, mention: Mention) -> tuple[int, ...]:
        """A listed person with the pupil number, or a name on file, of somebody whom the roll has under this name."""
        forms = self.directory.forms(mention.finding.who)
        for position, entry in enumerate(self.entries):
            name = entry.get("name")
            if entry.get("upn") in mention.finding.who or (isinstance(name, str) and fold_name(name) in forms):
                return (position,)
        return ()

    def _unnamed(self, mention: Mention) -> tuple[int, ...]:
        for position, entry in enumerate(self.entries):
            unnamed = (not entry.get("name") and not entry.get("upn")) or position in self._room
            if unnamed and entry.get("named_in_text") == mention.style and _may_be_pupil(entry):
                room = self._room.get(position, _count(entry))
                if room > 0:
                    self._room[position] = room - 1
                    return (position,)
        return ()

    def _added(self) -> tuple[int, ...]:
        self.entries.append({"role": "pupil"})
        return (len(self.entries) - 1,)

    def _note(self, position: int, mention: Mention) -> None:
        """Write down what the mention tells, never over what is given."""
        entry = self.entries[position]
        if entry.get("named_in_text") is None or entry.pop("_derived", False):
            entry["named_in_text"] = fuller(entry.get("named_in_text"), mention.style)
            entry["_derived"] = True
        name = self.directory.name(mention.finding.who) or (None if mention.style == "surname" else mention.name)
        if not entry.get("name") and name:
            entry["name"] = name
        if not entry.get("upn"):
            # Where the roll cannot tell who it is, the place in the list stands in, so that a reason finds the words.
            who = mention.finding.who
            entry["upn"] = who[0] if len(who) == 1 and who[0] in self.directory.people else place(position)


def place(position: int) -> str:
    """Return the path of a listed person."""
    return f"people[{position}]"


def _may_be_pupil(entry: Mapping[str, Any]) -> bool:
    role = entry.get("role")
    return not isinstance(role, str) or GROUP_OF.get(role, "pupil") == "pupil"


def _count(entry: Mapping[str, Any]) -> int:
    count = entry.get("count")
    return count if type(count) is int and count > 0 else 1


def join_people(listed: Any, *, read: Iterable[Read], roster: Roster | None) -> People | None:
    """Join the names in the texts of a post to the listed people.

    `listed` is the fact `people` as given, `read` the texts with what the detectors found in them under `roster`.
    Returns copies of the people, or None where what is given is no list of people: the parser reports that.
    """
    if listed is None:
        listed = []
    if not isinstance(listed, Sequence) or not all(isinstance(entry, Mapping) for entry in listed):
        return None
    people = People([dict(entry) for entry in listed], Directory.of(roster))
    mentions = [mention for one in read for mention in _mentions(one, people.entries)]
    for mention in sorted(mentions, key=lambda item: (-FULLEST.index(item.style), item.finding.start)):
        people.join(mention)
    for entry in people.entries:
        entry.pop("_derived", None)
    return people


def _mentions(read: Read, entries: Sequence[Mapping[str, Any]]) -> Iterator[Mention]:
    """Yield one mention for each place that names somebody on the roll or on the list; the longest name wins."""
    text = read.text
    small = small_roster((place(i), entry) for i, entry in enumerate(entries))
    positions = {place(i): i for i in range(len(entries))}
    own = (*small.find(text), *expected_names(text, small)) if small else ()
    on_roll = [item for item in read.findings if item.type in STYLE]
    spans: dict[tuple[int, int], list[Finding]] = {}
    for item in sorted((*on_roll, *own), key=lambda item: item.start - item.end):
        if all(
            item.end <= start or end <= item.start or (item.start, item.end) == (start, end) for start, end in spans
        ):
            spans.setdefault((item.start, item.end), []).append(item)
    for (start, end), same in spans.items():
        listed = dict.fromkeys(positions[key] for item in same if item in own for key in item.who)
        yield Mention(read.path, same[0], STYLE[same[0].type], text[start:end], tuple(listed))
