"""What is sent to families."""

from smtplib import SMTPException
from typing import Final

from django.core.mail import send_mail
from django.utils import timezone

from gatepost.consents.models import Link
from gatepost.schools.errors import UnableTo

_LINK: Final = """Hello

This is your page about photos at {school}. It shows what you have answered about {first}, what each answer means and what could go wrong. You can change any of them there in two taps, and as often as you like:

{address}

Saying no takes no longer than saying yes, and makes no difference to anything else at school. You need no account and no password. The link is for you alone, so please do not pass it on. It works until {until}.

You would rather have it on paper, or talk to us? Ask the school office.

{school}
"""  # noqa: E501 - one line a paragraph, as e-mail has it


def send_link(link: Link, *, to: str, address: str) -> None:
    """Send the address of a family's page. The subject names the school and no pupil: it shows on a locked phone.

    Raises UnableTo where the school's server does not take it.
    """
    school = link.pupil.school.name
    until = f"{timezone.localtime(link.expires_at):%-d %B %Y}"
    words = _LINK.format(school=school, first=link.pupil.first, address=address, until=until)
    try:
        send_mail(f"Photo permissions at {school}", words, None, [to])
    except (SMTPException, OSError):
        raise UnableTo(
            "The e-mail could not be sent: the school’s e-mail server did not take it. Print the letter instead, or "
            "ask whoever runs Gatepost to look at the e-mail settings."
        ) from None
