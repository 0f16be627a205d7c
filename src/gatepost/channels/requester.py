"""Who would have a login: whoever asks, a colleague by name, or somebody known by their role alone."""

from datetime import datetime

from gatepost.channels.deciding import Login
from gatepost.channels.models import Channel
from gatepost.schools.errors import UnableTo
from gatepost.schools.queries import seat as seat_of
from gatepost.schools.seat import Seat
from gatepost.schools.staff import working


def login_for(
    channel: Channel, *, seat: Seat, role: str, name: str, agreed: bool | None, at: datetime
) -> Login:  # fmt: skip
    """Return the wish for a login. Without a role and a name it is that of `seat`, who asks. At most three queries.

    Raises UnableTo where nobody at the school bears the name.
    """
    if not role and not name.strip():
        return Login(channel, seat=seat, agreed=agreed)
    return Login(channel, seat=_colleague(seat, name, at) if name.strip() else None, role=role, agreed=agreed)


def _colleague(seat: Seat, name: str, at: datetime) -> Seat:
    wanted = " ".join(name.split()).casefold()
    named = [one for one in working(seat.school, at=at, words=name) if one.name.casefold() == wanted]
    if len(named) != 1:
        raise UnableTo(f"Nobody at {seat.school} is called that. Write the name as on the list of people, or leave it "
                       "out and choose what they are.")  # fmt: skip
    return seat_of(named[0], seat.school, at=at)
