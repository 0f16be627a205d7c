"""What the policy in force makes of an account, or of somebody's wish for its login. It never guesses.

Whoever asks says what they know; what the register holds is looked up and counts before it. What nobody knows stays
unknown, and is named where it could change the answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils import timezone

from gatepost.channels.addresses import find
from gatepost.channels.alongside import alongside
from gatepost.channels.custody import names
from gatepost.channels.models import Administrator, Channel, LoginAsking, PosterRole
from gatepost.channels.queries import accounts_for
from gatepost.channels.standing import situation
from gatepost.channels.standings import standings
from gatepost.handbook.cited import Cited, each_cited
from gatepost.handbook.queries import InForce
from gatepost.policy import Reason, Verdict
from gatepost.schools.models import School
from gatepost.schools.roles import fact_role
from gatepost.schools.seat import Seat
from gatepost.screening import screen

TESTS: Final = frozenset({"channel", "master_rights", "editorial_oversight", "admins", "authorised"})
"""The facts by which policies tell whether an account is official."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account as somebody describes it. None and empty mean that they do not know.

    `platform` is a slug, `asked_by` the role of whoever wants it opened, where it is not there yet.
    """

    platform: str = ""
    name: str = ""
    address: str = ""
    uses_name: bool | None = None
    master_rights: str = ""
    editorial_oversight: bool | None = None
    admins: int | None = None
    authorised: bool | None = None
    in_privacy_notice: bool | None = None
    asked_by: str = ""
    uses_logo: bool | None = None

    @property
    def facts(self) -> dict[str, Any]:
        """What is known, by the names of facts.md."""
        facts = {
            "channel": self.platform, "account_name": self.name, "uses_org_name": self.uses_name,
            "uses_logo": self.uses_logo,
            "master_rights": self.master_rights, "editorial_oversight": self.editorial_oversight,
            "admins": self.admins, "authorised": self.authorised, "in_privacy_notice": self.in_privacy_notice,
            "requested_by": {"role": self.asked_by} if self.asked_by else None,
        }  # fmt: skip
        return {key: value for key, value in facts.items() if value not in (None, "")}


@dataclass(frozen=True, slots=True)
class Told:
    """What the policy says: the state is a slug of `channels.told`, `channel` the account where the register has it.

    `clauses` are those that decide, `others` those that say something more. `unknown` are the facts that could change
    the answer.
    """

    state: str
    verdict: Verdict
    clauses: tuple[Cited, ...]
    others: tuple[Cited, ...]
    unknown: tuple[str, ...]
    channel: Channel | None = None

    @property
    def outcome(self) -> str:
        """The outcome by the school's own policy, as the contract has it."""
        return self.verdict.answers["allowed"]

    @property
    def route(self) -> str:
        """Who can agree, as role slugs; empty where the policy names nobody or nobody has to."""
        return self.verdict.route or ""


def about_account(account: Account, *, school: School, policy: InForce, at: datetime) -> Told:
    """Return what the policy makes of an account. One query, three where the register has it; and one more
    where the policy says how many accounts there are, or which."""
    rows = Channel.objects.of(school).select_related("school__trust")
    channel = find(rows, platform=account.platform, name=account.name, address=account.address)
    on = timezone.localdate(at)
    facts: dict[str, Any] = {"on_register": channel is not None, "today": on, **account.facts}
    if channel is not None:
        facts |= _registered(channel, policy, at=at)
    elif account.name or account.address or account.asked_by:
        facts |= _beyond_register(account, school, policy, on=on)
    verdict = screen({"kind": "account", "facts": facts}, policies=policy.all)
    return _told(_state(verdict, channel, at=at), verdict, policy, channel)


def _registered(channel: Channel, policy: InForce, *, at: datetime) -> dict[str, Any]:
    """Return what the register holds of an account."""
    held = standings([channel], of=channel.school, policies={channel.school_id: policy.all}, on=timezone.localdate(at))[
        0
    ]
    facts = situation(channel, looks=held.looks, admins=len(held.admins), on=timezone.localdate(at))["facts"]
    known: dict[str, Any] = {**facts, **held.beside}
    return known


def _beyond_register(account: Account, school: School, policy: InForce, *, on: date) -> Mapping[str, Any]:
    """Return what is to be said of an account that the register does not have, alongside those that it has."""
    new = Channel(school=school, platform=account.platform, name=account.name, address=account.address, opened_on=on)
    return alongside(school, policies={school.pk: policy.all}, on=on, new=new).get(None, {})


def _state(verdict: Verdict, channel: Channel | None, *, at: datetime) -> str:
    if channel is not None and channel.closed_on is not None and channel.closed_on <= timezone.localdate(at):
        return "closed"
    if channel is not None and channel.kind != "account":
        return channel.kind
    outcome = verdict.answers["allowed"]
    if outcome in {"block", "not_official", "needs_approval"}:
        return outcome
    if TESTS & set(verdict.unknown):
        return "open"
    if outcome == "no_rule":
        return "silent" if channel is None else "listed"
    return "unlisted" if channel is None else "official"


@dataclass(frozen=True, slots=True)
class Login:
    """A wish for the login of an account: whose, and whether somebody has agreed in writing (None: nobody knows).

    `seat` is who would have it, where that is somebody with a role at the school; else `role` says what they are.
    """

    channel: Channel
    seat: Seat | None = None
    role: str = ""
    agreed: bool | None = None
    action: str = "share_login"


def about_login(login: Login, *, policy: InForce, at: datetime) -> Told:
    """Return what the policy says to somebody's having a login. Two queries, three where nobody says who agreed.

    Whether they are an approved poster or an administrator stands on the register, and who agreed to what they asked.
    """
    channel = login.channel
    requester = {"role": login.role or fact_role(_roles(login)), "approved_poster": _posts(login, at=at),
                 "authorised": _administers(login, at=at)}  # fmt: skip
    facts: dict[str, Any] = {
        "channel": channel.platform, "account": "official", "account_name": channel.name, "action": login.action,
        "requester": requester, "today": timezone.localdate(at),
    }  # fmt: skip
    agreed = _agreed(login) if login.agreed is None else login.agreed
    if agreed is not None:
        facts["written_approval"] = agreed
    verdict = screen({"kind": "access", "facts": facts}, policies=policy.all)
    return _told(verdict.answers["allowed"], verdict, policy, channel)


def _agreed(login: Login) -> bool | None:
    """Tell whether somebody agreed in writing, for as long as the register names them among those at the login."""
    person = login.seat.person if login.seat is not None else None
    if person is None or not names(login.channel.login_custodians, person):
        return None
    said = LoginAsking.objects.of(login.channel.school_id).filter(channel=login.channel, asked_by=person, answer="yes")
    return True if said.exists() else None


def _roles(login: Login) -> frozenset[str]:
    return login.seat.roles if login.seat is not None else frozenset({login.role})


def _posts(login: Login, *, at: datetime) -> bool:
    if login.seat is not None:
        rows = accounts_for(login.seat.person, login.seat.school, at=at).filter(pk=login.channel.pk)
        return any(getattr(row, "listed", False) for row in rows)
    listed = PosterRole.objects.of(login.channel.school_id).filter(channel=login.channel, role=login.role)
    return listed.filter(since__lte=at).exclude(until__lte=at).exists()


def _administers(login: Login, *, at: datetime) -> bool:
    rows = Administrator.objects.of(login.channel.school_id).filter(channel=login.channel, since__lte=at)
    now = rows.exclude(until__lte=at).values_list("person", "role")
    person = login.seat.person.pk if login.seat is not None else None
    return any((person is not None and who == person) or role in _roles(login) for who, role in now)


def about_use(said: Mapping[str, Any], *, policy: InForce, at: datetime) -> Told:
    """Return what the policy says to somebody's own use of social media at work. No query.

    `said` has facts of an access situation: period, device, working_hours, timetabled_teaching, own_time, channel.
    """
    known = {key: value for key, value in said.items() if value not in (None, "")}
    facts = {"purpose": "personal", "today": timezone.localdate(at), **known}
    verdict = screen({"kind": "access", "facts": facts}, policies=policy.all)
    return _told(verdict.answers["allowed"], verdict, policy, None)


def _told(state: str, verdict: Verdict, policy: InForce, channel: Channel | None) -> Told:
    deciding = [reason for reason in verdict.reasons if reason.outcome == verdict.outcome and not reason.supports]
    others = [reason for reason in verdict.reasons if reason not in deciding]
    clauses = _of(deciding, policy)
    more = tuple(one for one in _of(others, policy) if one not in clauses)
    return Told(state, verdict, clauses, more, verdict.unknown, channel)


def _of(reasons: Iterable[Reason], policy: InForce) -> tuple[Cited, ...]:
    return each_cited(reasons, policies=policy.all)
