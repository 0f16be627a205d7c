"""Letters to members of staff about what they owe. They name accounts, and never a pupil."""

import logging
from datetime import datetime

from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from gatepost.duties.models import Duty

log = logging.getLogger("gatepost.letters")


def remind(duty: Duty, *, at: datetime) -> None:
    """Write to whoever owes a task, once what opened it is stored. A letter that cannot be sent is logged."""
    transaction.on_commit(lambda: _sent(duty, late=duty.due_at < at), robust=True)


def _sent(duty: Duty, *, late: bool) -> None:
    when = f"{timezone.localtime(duty.due_at):%A %-d %B}"
    asked = f"This was to be done by {when}: please do it now." if late else f"Please do it by {when}."
    words = f"{duty.what}.\n\n{asked} Sign in to Gatepost at {duty.school}: it stands on your home page.\n"
    try:
        send_mail(f"{duty.school}: {'overdue since' if late else 'to do by'} {when}", words, None, [duty.owner.email])
    except OSError:
        log.warning("The letter about task %s could not be sent.", duty.pk)
