"""Add the first school, or the next."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email, validate_slug
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify

from gatepost import library
from gatepost.audit.actor import SYSTEM
from gatepost.cli.output import UsageProblem
from gatepost.config.commands.start import check_up_to_date, migrate
from gatepost.handbook.actions import policies
from gatepost.schools.actions import organisations, people
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person, School, Trust

_DONE: Final = """{school} is set up, and its policy “{policy}” is in force from today.

{head} chooses a password here, once, and then signs in:

  https://{host}{path}

Next, on the pages: the staff and their roles under People, the accounts and who posts on them under Accounts."""


def set_up_school(*, say: Callable[[str], None], **chosen: str) -> None:
    """Add a school to a trust, adopt its policy from today and make its head, with what `gatepost setup` takes.

    Makes the database where there is none. Raises UsageProblem, with what to do, where anything of it cannot be; then
    nothing of it is.
    """
    if not connection.introspection.table_names():
        migrate()
    check_up_to_date()
    say(_set_up(**chosen))


@transaction.atomic
def _set_up(*, school: str, slug: str, trust: str, policy: str, head: str, email: str, colour: str) -> str:
    now = timezone.now()
    try:
        _check(slug, email)
        made = organisations.add_school(trust=_trust(trust), name=school, slug=slug, colour=colour, by=SYSTEM, at=now)
        adopted = policies.adopt(
            trust=made.trust, school=made, source=_source(policy), effective_from=timezone.localdate(now), by=SYSTEM,
            at=now,
        )  # fmt: skip
        person = people.add(trust=made.trust, email=email, name=head, by=SYSTEM, at=now, post_title="Headteacher")
        people.give_role(person, "headteacher", school=made, by=SYSTEM, at=now)
    except UnableTo as refusal:
        raise UsageProblem(str(refusal)) from None
    except ValidationError as refusal:
        raise UsageProblem(" ".join(refusal.messages)) from None
    host = settings.ALLOWED_HOSTS[0]
    return _DONE.format(school=made, policy=adopted, head=person, host=host, path=_path(person))


def _check(slug: str, email: str) -> None:
    validate_slug(slug)
    validate_email(email)
    if School.objects.filter(slug=slug).exists():
        raise UnableTo(f"There is a school at “{slug}” already. Choose another --slug.")


def _trust(name: str) -> Trust:
    slug = slugify(name)[:60]
    found = Trust.objects.filter(slug=slug).first()
    return found or organisations.found_trust(name=name, slug=slug, by=SYSTEM, at=timezone.now())


def _source(policy: str) -> str:
    """Return the id of a policy of the library, or the YAML in a file."""
    if policy in library.IDS:
        return policy
    path = Path(policy)
    if not path.is_file():
        raise UnableTo(f"There is no policy “{policy}”. The library has {', '.join(library.IDS)}; or give a YAML file.")
    return path.read_text(encoding="utf-8")


def _path(person: Person) -> str:
    key = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    return reverse("account_reset_password_from_key", kwargs=key)
