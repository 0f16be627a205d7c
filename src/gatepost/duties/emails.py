"""Letters to members of staff about what they owe. They name accounts, and never a pupil."""

import logging

from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from gatepost.duties.models import Duty

log = logging.getLogger("gatepost.letters")


def remind(duty: Duty) -> None:
    """Write to whoever owes a task, once what opened it is stored. A letter that cannot be sent is logged."""
    transaction.on_commit(lambda: _sent(duty), robust=True)


def _sent(duty: Duty) -> None:
    when = f"{timezone.localtime(duty.due_at):%A %-d %B}"
    words = (
        f"{duty.what}.\n\nPlease do it by {when}. Sign in to Gatepost at {duty.school}: it stands on your home page.\n"
    )
    try:
        send_mail(f"{duty.school}: to do by {when}", words, None, [duty.owner.email])
    except OSError:
        log.warning("The letter about task %s could not be sent.", duty.pk)
