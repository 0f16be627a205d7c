"""The page of one account: what it is, how it stands, who administers it and who posts there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from gatepost.channels.check_kinds import CHECK_KINDS, FOUND, can_be_impossible
from gatepost.channels.listing import account, checks_of
from gatepost.channels.models import Channel, Check
from gatepost.channels.particulars import AUDIENCES, CHANNEL_KINDS, COMMENTS, LOGIN_PLACES, MASTER_RIGHTS
from gatepost.channels.standing import is_watched
from gatepost.schools.permissions import Permission
from gatepost.schools.queries import seats
from gatepost.schools.roles import role_name
from gatepost.schools.seat import Seat
from gatepost.web.forms.accounts import AdminForm, PosterForm
from gatepost.web.register import Kind, Row, kinds_of, row_of

LATEST: Final = 50
"""How many looks the page lists."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A look at one thing, as the history lists it."""

    row: Check

    @property
    def name(self) -> str:
        """What was looked at, in words."""
        return CHECK_KINDS[self.row.kind].name if self.row.kind in CHECK_KINDS else self.row.kind

    @property
    def words(self) -> str:
        """What was found, in words."""
        return FOUND.get(self.row.found, self.row.found).capitalize()


@dataclass(frozen=True, slots=True)
class Wrong:
    """What could not be done, and what was typed. `kind` is the check it is about; a form is shown with its errors."""

    why: str = ""
    kind: str = ""
    typed: str = ""
    admin_form: AdminForm | None = None
    poster_form: PosterForm | None = None


def channel_of(seat: Seat, pk: int) -> Channel:
    """Return an account of the school. Raises Http404."""
    try:
        return account(seat.school, pk)
    except Channel.DoesNotExist:
        raise Http404 from None


def account_page(request: HttpRequest, seat: Seat, pk: int, *, wrong: Wrong | None = None) -> HttpResponse:
    """Return the page; with `wrong`, saying what could not be done. Raises Http404 where there is no such account."""
    now = timezone.now()
    try:
        checks = list(checks_of(seat.school, pk))
        policy, row = row_of(seat.school, pk, checks=checks, at=now)
    except Channel.DoesNotExist:
        raise Http404 from None
    kinds = kinds_of(row, policies=policy.all if policy else ())
    shown: dict[str, Any] = {
        "account": row.channel, "row": row, "policy": policy, "kind": CHANNEL_KINDS[row.channel.kind],
        "asked": [one for one in kinds if one.clauses], "unasked": [one for one in kinds if not one.clauses],
        "watched": is_watched(row.channel), "impossible": _impossible(row.channel), "policy_page": _policy_page(seat),
        "history": [Looked(one) for one in checks[:LATEST]],
        "password": _password(row, kinds),
        "most": next((one for one in row.standing.demands if one.most is not None), None),
        **_particulars(row), **_may(seat, row), **_forms(seat, row, wrong or Wrong()),
    }  # fmt: skip
    return render(request, "accounts/account.html", shown, status=422 if wrong else 200)


def _password(row: Row, kinds: Iterable[Kind]) -> Kind | None:
    """The password of a closed account that is to be changed: somebody keeps its name, and whoever left knows it."""
    found = (one for one in kinds if one.look.kind == "password_changed" and one.look.state == "outstanding")
    return next(found, None) if row.is_closed else None


def _impossible(channel: Channel) -> list[str]:
    """The checks of which somebody may say that they cannot be made on this platform."""
    return [kind for kind in CHECK_KINDS if can_be_impossible(kind, platform=channel.platform)]


def _may(seat: Seat, row: Row) -> dict[str, bool]:
    """What somebody may do on the page. A closed account stays as it is."""
    may_look, may_keep = seat.may(Permission.CHECK_CHANNELS), seat.may(Permission.MANAGE_CHANNELS)
    still = not row.is_closed
    return {"may_change": may_keep and still, "may_check": may_look and still, "may_look": may_look}


def _forms(seat: Seat, row: Row, wrong: Wrong) -> dict[str, Any]:
    shown: dict[str, Any] = {"wrong": wrong.why, "wrong_kind": wrong.kind, "typed": wrong.typed}
    if seat.may(Permission.MANAGE_CHANNELS) and not row.is_closed:
        here = seats(seat.school, at=timezone.now())
        shown |= {"admin_form": wrong.admin_form or AdminForm(people=here, prefix="admin")}
        shown |= {"poster_form": wrong.poster_form or poster_form_of(row.channel, here)}
    return shown


def poster_form_of(channel: Channel, here: list[Seat], data: QueryDict | None = None) -> PosterForm:
    """Return the form that puts somebody on the list: of an account who may post, of a messaging group everybody."""
    group = channel.kind == "group"
    people = here if group else [one for one in here if one.may(Permission.HAND_OVER)]
    return PosterForm(data, people=people, everybody=group, prefix="poster")


def _particulars(row: Row) -> dict[str, Any]:
    """The lines of the register that say something, and the words of those that say nothing yet."""
    lines = _lines(row.channel)
    return {
        "particulars": [(words, _capital(value)) for words, value in lines if value],
        "unsaid": [words.lower() for words, value in lines if not value and words in _WANTED],
    }


_WANTED: Final = frozenset({"What it is for", "Owner", "Master rights", "Login kept", "Who can reach it", "Comments"})
"""The lines of which the page says that nobody has filled them in."""
_YES_NO: Final = {True: "Yes", False: "No", None: ""}


def _lines(of: Channel) -> list[tuple[str, str]]:
    owner = ", ".join(part for part in (str(of.owner or ""), role_name(of.owner_role) if of.owner_role else "") if part)
    rights = MASTER_RIGHTS.get(of.master_rights, "")
    holder = f" ({role_name(of.master_holder)})" if rights and of.master_holder else ""
    place = LOGIN_PLACES.get(of.login_place, "")
    kept = ". ".join(part for part in (_capital(place), of.login_where) if part)
    return [
        ("What it is for", of.purpose), ("Handle", of.handle), ("Who sees it", AUDIENCES.get(of.audience, "")),
        ("Owner", owner), ("Master rights", f"{rights}{holder}"), ("Authorised", _YES_NO[of.authorised]),
        ("Most administrators", str(of.most_admins or "")), ("School oversees posts", _YES_NO[of.editorial_oversight]),
        ("Login kept", kept),
        ("Who can reach it", of.login_custodians), ("Recovery contacts", of.recovery),
        ("Comments", COMMENTS.get(of.comments, "")), ("House rules", of.house_rules), ("Connected apps", of.apps),
        ("On trial until", f"{of.trial_until:%-d %B %Y}" if of.trial_until else ""), ("Note", of.note),
    ]  # fmt: skip


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _policy_page(seat: Seat) -> str:
    return reverse("policy", kwargs={"school": seat.school.slug})
