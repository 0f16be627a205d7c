"""Worked situations about accounts and logins, as somebody puts them to a page or to the API."""

from collections.abc import Iterator
from typing import Any

from gatepost.channels.actions import register
from gatepost.channels.models import Administrator, Channel, PosterRole
from gatepost.web.forms.deciding import DEVICES, PERIODS, ROLES
from tests import cast
from tests.policy.examples import Example, examples, judged

FILES = ("worked/situations", "sets", "rows_2_6", "rows_7_11", "unseen")
ACCOUNT = {"channel", "account_name", "uses_org_name", "master_rights", "editorial_oversight", "admins", "on_register",
           "in_privacy_notice", "requested_by", "authorised", "today"}  # fmt: skip
LOGIN = {"channel", "account", "requester", "action", "written_approval", "today"}
USE = {"at", "period", "working_hours", "timetabled_teaching", "own_time", "device", "purpose", "channel", "today"}
SAID = {True: "yes", False: "no", None: ""}


def situations(policy: str) -> Iterator[tuple[str, Example]]:
    """Each situation of a policy that somebody can put in words here, with the question that it is."""
    for example in (one for name in FILES for one in examples(name) if one["policy"] == policy):
        question = _question(example["kind"], example["facts"])
        if question:
            yield question, example


def _question(kind: str, facts: dict[str, Any]) -> str:
    role = (facts.get("requested_by") or facts.get("requester") or {}).get("role", "teacher")
    if kind == "account" and set(facts) <= ACCOUNT and not facts.get("on_register") and role in ROLES:
        return "account"
    if kind == "access" and facts.get("action") == "share_login" and set(facts) <= LOGIN and role in ROLES:
        return "login" if facts.get("account") == "official" else ""
    own = kind == "access" and set(facts) <= USE and facts.get("purpose") == "personal"
    return "use" if own and facts.get("period") in PERIODS and facts.get("device") in DEVICES else ""


def expected(example: Example) -> str:
    """What the command line says of it, under that policy alone."""
    return judged(example).outcome


def as_account(facts: dict[str, Any]) -> dict[str, Any]:
    """An account as the API takes it."""
    body = {name: facts[name] for name in ("master_rights", "editorial_oversight", "admins", "authorised",
                                           "in_privacy_notice") if name in facts}  # fmt: skip
    body |= {"platform": facts.get("channel", ""), "name": facts.get("account_name", "")}
    body |= {"uses_name": facts.get("uses_org_name"), "asked_by": facts.get("requested_by", {}).get("role", "")}
    return {key: value for key, value in body.items() if value is not None}


def as_use(facts: dict[str, Any]) -> dict[str, Any]:
    """Somebody's own use of social media as the API takes it."""
    names = ("period", "device", "working_hours", "timetabled_teaching", "own_time")
    return {"platform": facts["channel"], **{name: facts[name] for name in names if facts.get(name) is not None}}


def as_form(body: dict[str, Any]) -> dict[str, Any]:
    """What the API takes, as a form sends it."""
    return {key: SAID[value] if isinstance(value, bool) else value for key, value in body.items()}


def account_for(people: cast.Cast, facts: dict[str, Any]) -> Channel:
    """An account on the register, with the role of the situation on its lists where the situation says so."""
    name = f"Page {Channel.objects.of(people.school).count()}"
    channel = register.open_channel(people.school, platform=facts["channel"], name=name, **cast.by_system)
    who = facts["requester"]
    if who.get("approved_poster"):
        PosterRole.objects.create(channel=channel, role=who["role"], since=cast.AT)
    if who.get("authorised"):
        Administrator.objects.create(channel=channel, role=who["role"], since=cast.AT)
    return channel
