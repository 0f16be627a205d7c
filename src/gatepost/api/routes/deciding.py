"""Asking the policy about an account, its login, or one's own use of social media. Nothing of it is kept."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Router

from gatepost.api.caller import caller
from gatepost.api.channel_shapes import AccountIn, LoginIn, ToldOut, UseIn, account_of, told_out
from gatepost.api.shapes import Id, Why
from gatepost.channels import deciding
from gatepost.channels.models import Channel
from gatepost.channels.queries import all_channels
from gatepost.channels.requester import login_for
from gatepost.handbook.queries import InForce, policy_in_force
from gatepost.schools.errors import UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

router = Router(tags=["ask"])
_REFUSED = {403: Why, 404: Why, 409: Why}


@router.post("/ask/account", response={200: ToldOut, **_REFUSED})
def ask_account(request: HttpRequest, school: Path[str], body: AccountIn) -> ToldOut:
    """Say what the policy makes of an account. Whether it is on the register is looked up."""
    seat = caller(request, school, Permission.SEE_POLICY)
    told = deciding.about_account(account_of(body), school=seat.school, policy=_policy(seat), at=timezone.now())
    return told_out(told)


@router.post("/ask/login/{account}", response={200: ToldOut, **_REFUSED})
def login(request: HttpRequest, school: Path[str], account: Path[Id], body: LoginIn) -> ToldOut:
    """Say what the policy says to somebody's having the login of an account. Without role and name: the caller's."""
    seat = caller(request, school, Permission.SEE_POLICY)
    now = timezone.now()
    rows = all_channels(seat.school).select_related("school__trust")
    try:
        channel = rows.get(pk=account)
    except Channel.DoesNotExist:
        raise Http404 from None
    wish = login_for(channel, seat=seat, role=body.role, name=body.name, agreed=body.agreed, at=now)
    return told_out(deciding.about_login(wish, policy=_policy(seat), at=now))


@router.post("/ask/own-use", response={200: ToldOut, **_REFUSED})
def use(request: HttpRequest, school: Path[str], body: UseIn) -> ToldOut:
    """Say what the policy says to somebody's own use of social media at work."""
    seat = caller(request, school, Permission.SEE_POLICY)
    said = body.dict(exclude={"platform"}) | {"channel": body.platform}
    return told_out(deciding.about_use(said, policy=_policy(seat), at=timezone.now()))


def _policy(seat: Seat) -> InForce:
    found = policy_in_force(seat.school, on=timezone.localdate())
    if found is None:
        raise UnableTo(f"{seat.school} has not adopted a policy yet, so nothing can be asked of it. The head can adopt "
                       "one.")  # fmt: skip
    return found
