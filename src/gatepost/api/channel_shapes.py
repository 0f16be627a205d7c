"""What goes in and out about accounts that are asked about or reported. What is left out is not known."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Schema

from gatepost.api.shapes import Line, Words
from gatepost.channels.deciding import Account, Told
from gatepost.channels.models import Asking, Sighting
from gatepost.channels.told import questions, words_of
from gatepost.handbook.cited import Cited

Slug = Annotated[str, Field(max_length=40, pattern=r"^[a-z_]*$")]
"""A word of the vocabulary, such as a platform or a role."""
Name = Annotated[Words, Field(max_length=120)]
"""What an account, or somebody, is called."""
Address = Annotated[Words, Field(max_length=300)]
"""Where an account is seen. Nothing opens it."""


class AccountIn(Schema):
    """An account as far as it is known."""

    platform: Slug = ""
    name: Name = ""
    address: Address = ""
    uses_name: bool | None = None
    master_rights: Slug = ""
    editorial_oversight: bool | None = None
    admins: Annotated[int, Field(ge=0, le=1000)] | None = None
    authorised: bool | None = None
    in_privacy_notice: bool | None = None
    asked_by: Slug = ""
    uses_logo: bool | None = None


class LoginIn(Schema):
    """Who would have the login of an account; without role and name, the caller."""

    role: Slug = ""
    name: Name = ""
    agreed: bool | None = None


class UseIn(Schema):
    """Somebody's own use of social media at work."""

    platform: Slug = ""
    device: Slug = ""
    period: Slug = ""
    working_hours: bool | None = None
    timetabled_teaching: bool | None = None
    own_time: bool | None = None


class ClauseOut(Schema):
    """A clause: `wording` is the owner's where the school entered it, else empty; `says` is in our words."""

    source: str
    ref: str
    strength: str
    says: str
    wording: str


class ToldOut(Schema):
    """What the policy says. `allowed` is the outcome by the school's own policy, `state` a slug of the pages.

    `clauses` decide, `others` say something more; `unknown` are facts that could change the answer, and `questions`
    ask for them. `account` is the id on the register, where it is there.
    """

    allowed: str
    state: str
    headline: str
    says: str
    route: str
    refs: list[str]
    clauses: list[ClauseOut]
    others: list[ClauseOut]
    unknown: list[str]
    questions: list[str]
    account: int | None


def account_of(body: AccountIn) -> Account:
    """Return the account as it was described."""
    return Account(**body.dict(include=set(AccountIn.model_fields)))


def told_out(told: Told) -> ToldOut:
    """Return an answer as it goes out."""
    words = words_of(told)
    return ToldOut(
        allowed=told.outcome, state=told.state, headline=words.headline, says=words.says, route=told.route,
        refs=list(told.verdict.refs), clauses=_clauses(told.clauses), others=_clauses(told.others),
        unknown=list(told.unknown), questions=list(questions(told)),
        account=told.channel.pk if told.channel else None,
    )  # fmt: skip


def _clauses(cited: tuple[Cited, ...]) -> list[Any]:
    return [ClauseOut(source=one.source, ref=one.ref, strength=one.strength, says=one.says, wording=one.wording)
            for one in cited]  # fmt: skip


class SightingIn(AccountIn):
    """An account that somebody came across."""

    note: Line = ""


class SightingOut(Schema):
    """A report: `decision` is a slug, empty while nobody has decided."""

    id: int
    platform: str
    name: str
    address: str
    note: str
    reported_at: datetime
    decision: str
    reason: str
    decided_at: datetime | None
    account: int | None
    shown: bool


class DecisionIn(Schema):
    """What somebody decides about a report; `by_day` is by when the next step is to be done."""

    decision: Slug = ""
    reason: Line = ""
    by_day: date | None = None


class ShownIn(Schema):
    """Whether the public page lists a fake as not the school's."""

    shown: bool = False


class ProofIn(Schema):
    """How one can tell that the next step is done."""

    proof: Line = ""


def sighting_out(row: Sighting) -> SightingOut:
    """Return a report as it goes out."""
    names = ("id", "platform", "name", "address", "note", "reported_at", "decision", "reason", "decided_at", "shown")
    return SightingOut(account=row.channel_id, **{name: getattr(row, name) for name in names})


class WishIn(Schema):
    """A new account that somebody would like. The administrators are ids of people at the school.

    `kind` is account or group; left out it is what is usual on the platform: a group where people send messages.
    """

    kind: Slug = ""
    platform: Slug = ""
    name: Name = ""
    purpose: Line = ""
    audience: Slug = "public"
    risks: Annotated[Words, Field(max_length=1000)] = ""
    first_admin: int = 0
    second_admin: int = 0
    ends_on: date | None = None
    uses_logo: bool | None = None


class WishOut(Schema):
    """A wish: `route` are the roles of which one answers, `answer` is yes or no, empty while it waits."""

    id: int
    kind: str
    platform: str
    name: str
    purpose: str
    audience: str
    ends_on: date | None
    uses_logo: bool | None
    asked_at: datetime
    route: str
    answer: str
    reason: str
    answered_at: datetime | None
    account: int | None


class AnswerIn(Schema):
    """A yes or a no, and why."""

    yes: bool = False
    reason: Line = ""


def wish_out(row: Asking) -> WishOut:
    """Return a wish as it goes out."""
    names = ("id", "kind", "platform", "name", "purpose", "audience", "ends_on", "uses_logo", "asked_at", "route",
             "answer", "reason", "answered_at")  # fmt: skip
    return WishOut(account=row.channel_id, **{name: getattr(row, name) for name in names})
