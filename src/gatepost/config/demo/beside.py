"""What else goes on about the accounts of an invented school: a page that somebody reported, a wish, and a leaver."""

from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from gatepost.channels.actions import sightings as reported
from gatepost.channels.deciding import Account
from gatepost.channels.wishes import Wish
from gatepost.config.demo.staff import Staff
from gatepost.duties.actions import askings, leaving, sightings
from gatepost.schools.models import School
from gatepost.schools.queries import seat

SCHOOL: Final = "brookfield"
"""The school at which all of it goes on."""
_LOOKALIKE: Final = Account(
    platform="instagram", name="Brookfield Year 4 fun", address="https://instagram.example/brookfield-y4",
    uses_name=True, master_rights="individual", editorial_oversight=False, admins=1,
)  # fmt: skip
_NOTICE: Final = timedelta(days=40)


def beside(school: School, staff: Staff, *, at: datetime) -> None:
    """Let a page be reported and decided about, a new account be asked for, and somebody give notice."""
    head = seat(staff["helen"], school, at=at)
    row = reported.report(_LOOKALIKE, note="Seen on a pupil’s phone", seat=seat(staff["yusuf"], school, at=at), at=at)
    sightings.decide(row, decision="quasi", reason="One of us set it up alone, and means well.", seat=head, at=at)
    films = Wish("youtube", f"{school.name} films", "Films of assemblies and plays.", "public", "Comments, and faces.",
                 staff["lena"], staff["helen"])  # fmt: skip
    askings.ask(films, seat=seat(staff["siobhan"], school, at=at), at=at)
    leaving.begin(staff["yusuf"], last_day=timezone.localdate(at + _NOTICE), why="leaves", seat=head, at=at)
