"""A list whose server stopped while it was taken in: it says so, and can be taken in again."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gatepost.audit.actor import SYSTEM
from gatepost.consents.actions.broken_off import fail_stopped
from gatepost.consents.models import Answer, Importing, Pupil
from gatepost.detectors.upn import check_letter
from gatepost.publishing.actions import imports
from tests.cast import cast

pytestmark = pytest.mark.django_db
UPN = check_letter("801200000001") + "801200000001"
LIST = f"UPN,Consent Type,Status\n{UPN},Photographs on social media,Yes\n"


class Killed(BaseException):
    """The end of the server: nothing after it is done."""


def _killed(*_, **__):
    raise Killed


@pytest.fixture(name="given")
def _given(client, settings, tmp_path):
    """A short list that was given in."""
    settings.MEDIA_ROOT = tmp_path
    people = cast()
    Pupil.objects.of(people.school).filter(pk=people.zofia.pk).update(upn=UPN)
    client.force_login(people.head.person)
    client.post("/brookfield/imports/", {"kind": "consents", "file": SimpleUploadedFile("list.csv", LIST.encode())})
    return Importing.objects.of(people.school).get()


def take(client, given):
    return client.post(f"/brookfield/imports/{given.pk}/take/", {"what": "everything"})


def test_a_short_list_whose_server_was_killed_is_found_and_can_be_taken_in_again(client, given, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(imports, "_taken", _killed)
        with pytest.raises(Killed):
            take(client, given)
    fail_stopped(by=SYSTEM, at=timezone.now() + timedelta(minutes=2))
    listed = client.get("/brookfield/imports/").content.decode()
    assert ("Not taken in" in listed, "Waits for you" in listed) == (True, False)
    assert "The server stopped" in client.get(f"/brookfield/imports/{given.pk}/").content.decode()
    take(client, given)
    assert Answer.objects.of(given.school).get(method="mis").state == "granted"


def test_a_short_list_that_could_not_be_taken_in_says_why_and_waits_on(client, given, monkeypatch):
    monkeypatch.setattr(
        imports, "_taken", lambda *_, **__: (_ for _ in ()).throw(imports.UnableTo("The roll is shut."))
    )
    answer = take(client, given)
    given.refresh_from_db()
    assert (answer.status_code, given.status, given.trouble) == (422, "failed", "The roll is shut.")
