"""Take in a table of accounts, and give whoever keeps an account the task where a row begins to close it."""

from datetime import date, datetime

from django.db import transaction

from gatepost.audit.actor import Actor
from gatepost.channels.actions import exchange
from gatepost.channels.exchange.comparing import Difference
from gatepost.channels.models import Channel
from gatepost.duties.actions import chasing, closing
from gatepost.schools.models import School


@transaction.atomic
def take_in(data: bytes, *, school: School, by: Actor, at: datetime, seen: str = "") -> Difference:
    """Take in a file and return what it changed, as `channels.actions.exchange` says. Every door calls this one.

    Of an account that a row closes from some day on, the steps are owed as if its page had said so. What is overdue on
    accounts that are new, or have changed, is somebody's task at once. Raises Unreadable, NotTakenIn and UnableTo;
    nothing has changed then.
    """

    def begin(channel: Channel, day: date) -> None:
        closing.begin(channel, closing_on=day, by=by, at=at)

    found = exchange.take_in(data, school=school, by=by, at=at, close=begin, seen=seen)
    if found.count("same") < len(found.rows):
        chasing.look_round(school, by=by, at=at)
    return found
