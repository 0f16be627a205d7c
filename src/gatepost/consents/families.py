"""What one person reads about a pupil: each question, and their own answer to it. Nothing else of anybody.

Whether something may be shown today is not among it: beside one's own yes it would tell of somebody else's no, or of
the DSL's flag. The page is the same whatever others said, but for a yes on a form that names nobody: it may be theirs.

About the tier that is split they are asked platform by platform, and once about every other account that the school has
or may open: what they said of the whole tier counts for each platform, until they say something else of that one here.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from gatepost.consents.answering import who_answers
from gatepost.consents.customs import custom_of
from gatepost.consents.deciding import Bases
from gatepost.consents.effective import bases_at
from gatepost.consents.elements import ELEMENTS, SPLIT, TIERS
from gatepost.consents.models import Answer, Link, Pupil, Wording
from gatepost.consents.nameless import nameless
from gatepost.consents.own_answers import Place, own_of, ran_out
from gatepost.consents.telling import LINES, told
from gatepost.schools.models import School

FIRST: Final = ("photo", "name")
"""What stands open on the page; the rest stands below it, folded away."""

_FORM: Final[Place] = ("", "", "")


@dataclass(frozen=True, slots=True)
class Question:
    """One question as its reader sees it.

    `own` is the state of the reader's own last answer and `since` its day, `ran_out` whether that was a yes whose time
    is over; None and "" where they have not answered. `text` is what they are told, `wording` the version of it or of
    the whole form; None where the school has written neither. `listed` is, where they are asked and have not answered,
    the day on which a parent without a name said yes. `asks_consent` is False where the school needs no yes and they
    may object. `others` where it is about every platform that is not asked about by itself.
    """

    tier: str
    platform: str
    element: str
    own: str
    since: date | None
    ran_out: bool
    text: str
    wording: Wording | None
    asks_consent: bool
    others: bool = False
    listed: date | None = None

    @property
    def what(self) -> str:
        """What would be seen, in the words of a line."""
        return LINES[self.element]

    @property
    def key(self) -> str:
        """What a form calls it."""
        return "-".join(part for part in (self.tier, self.platform, self.element) if part)

    @property
    def place(self) -> Place:
        """Where it would be seen, and what."""
        return self.tier, self.platform, self.element

    @property
    def is_open(self) -> bool:
        """Whether its reader is asked for a yes and has not answered."""
        return self.asks_consent and not self.own

    @property
    def says_yes(self) -> bool:
        """Whether the reader's own answer is a yes that holds."""
        return self.own == "granted" and not self.ran_out


@dataclass(frozen=True, slots=True)
class Page:
    """What one reader may answer about one pupil. `may_say_yes` is False for whoever is not asked: they may say no.

    `pupil_alone` is True for a parent of a pupil who answers alone. `form` is what the school tells everybody before
    the questions.
    """

    pupil: Pupil
    questions: tuple[Question, ...]
    may_say_yes: bool
    pupil_alone: bool
    form: str = ""

    @property
    def words(self) -> str:
        """What says, in a form, which words stood on the page: an answer holds for those alone."""
        words = "\n".join((self.form, *(one.text for one in self.questions)))
        return hashlib.sha256(words.encode()).hexdigest()[:16]

    def question(self, key: str) -> Question | None:
        """Return a question by what a form calls it."""
        return next((one for one in self.questions if one.key == key), None)


def page_of(link: Link, *, at: datetime, platforms: Iterable[str]) -> Page:
    """Return what the holder of a link reads at a moment. Seven queries at most.

    Nothing rests on what anybody else said, but for the yes of a parent without a name.

    `platforms` are those on which the school has an account that everybody may see.
    """
    school, today = link.pupil.school, timezone.localdate(at)
    pupil, bases = link.pupil, bases_at(school, at=at)
    own = own_of(link, at=at)
    wordings = {(one.tier, one.platform, one.element): one for one in wordings_at(school, at=at)}
    named = {platform for tier, platform, _ in (*bases, *wordings, *own.last) if tier == SPLIT}
    split = sorted({*named, *platforms} - {""})
    asked = [_question(place, own.of(place, on=today), wordings, bases, today, split=split) for place in _places(split)]
    custom = custom_of(school, on=today)
    who = who_answers(custom, year=pupil.year, dob=pupil.dob, on=today, chosen=pupil.who_answers)
    if link.given_by == "parent" and who in ("parent", "both"):
        said = nameless(pupil, at=at)
        asked = [replace(one, listed=said.day_of(one.place)) if one.is_open else one for one in asked]
    return Page(
        pupil, tuple(asked), may_say_yes=who in (link.given_by, "both"),
        pupil_alone=link.given_by == "parent" and who == "pupil",
        form=wordings[_FORM].text if _FORM in wordings else "",
    )  # fmt: skip


def wordings_at(school: School, *, at: datetime) -> QuerySet[Wording]:
    """Return what a school has written by a moment, the newest last. What comes with Gatepost is not among it."""
    return Wording.objects.of(school).filter(since__lte=at, ours=False)


def _question(
    place: Place, last: Answer | None, wordings: Mapping[Place, Wording], bases: Bases, today: date, *,
    split: Sequence[str],
) -> Question:  # fmt: skip
    tier, platform, element = place
    own_text = next((wordings[key] for key in _texts(place) if key in wordings), None)
    wording = own_text or wordings.get(_FORM)
    basis = bases.get(place) or bases.get((tier, "", element), "consent")
    ended = last is not None and ran_out(last, on=today)
    return Question(
        tier, platform, element, own="" if last is None or last.state == "unknown" else last.state,
        since=timezone.localdate(last.given_at) if last else None, ran_out=ended,
        text=own_text.text if own_text else told(tier, element), wording=wording,
        asks_consent=basis == "consent", others=tier == SPLIT and not platform and bool(split),
    )  # fmt: skip


def _texts(place: Place) -> tuple[Place, ...]:
    tier, platform, element = place
    return (tier, platform, element), (tier, "", element), (tier, platform, ""), (tier, "", "")


def _places(platforms: Sequence[str]) -> Iterator[Place]:
    """Yield every question: each element in each tier, and of the one that is split on each platform, and elsewhere."""
    for tier in TIERS:
        for platform in (*(platforms if tier == SPLIT else ()), ""):
            yield from ((tier, platform, element) for element in ELEMENTS)
