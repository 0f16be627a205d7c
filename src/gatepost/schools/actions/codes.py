"""One-time codes: each lets somebody in once, whichever process of the server is asked."""

from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.utils.crypto import salted_hmac

from gatepost.audit.actor import Actor
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, UsedCode

KEPT: Final = timedelta(minutes=3)
"""How long a code is remembered: longer than it is right, which is 90 seconds with a slow and with a fast phone."""


@transaction.atomic
def use(person: Person, *, code: str, by: Actor, at: datetime) -> None:
    """Use up a code that was right. Raises UnableTo where it has let somebody in already.

    A cache cannot promise that: two processes may both find it unused, and it forgets (RFC 6238, section 5.2).
    Signing in is no act about a school, and so stands in no record.
    """
    if by.ref != str(person.pk):
        raise UnableTo("A code is used by the person whose it is.")
    UsedCode.objects.filter(at__lt=at - KEPT).delete()
    digest = salted_hmac(
        "gatepost one-time code", f"{person.pk} {''.join(filter(str.isalnum, code)).casefold()}", algorithm="sha256"
    )
    try:
        with transaction.atomic():
            UsedCode.objects.create(person=person, digest=digest.hexdigest(), at=at)
    except IntegrityError as already:
        raise UnableTo("This code has been used. Wait for the app to show the next one, and type that.") from already
