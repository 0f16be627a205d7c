from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gatepost.audit.actor import SYSTEM
from gatepost.audit.models import Event
from gatepost.consents.actions import imports as kept
from gatepost.consents.models import Answer, Importing, Pupil
from gatepost.detectors.upn import check_letter
from gatepost.publishing.actions import imports as taking
from gatepost.web import running
from tests.cast import AT, cast
from tests.web.test_running import AtOnce

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parents[2] / "consents" / "imports" / "files"
UPN = check_letter("801200000001") + "801200000001"
PHOTOS = "Photographs on social media"


@pytest.fixture(autouse=True)
def _kept_here(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def people(client):
    made = cast()
    Pupil.objects.of(made.school).filter(pk=made.zofia.pk).update(upn=UPN)
    client.force_login(made.head.person)
    return made


def address(name, **kwargs):
    return reverse(name, kwargs={"school": "brookfield", **kwargs})


def give(client, text, *, kind="consents", name="list.csv"):
    """Give a list in, and return the page that follows."""
    data = text if isinstance(text, bytes) else text.encode()
    return client.post(
        address("imports"), {"kind": kind, "file": SimpleUploadedFile(name, data)}, follow=True
    )  # fmt: skip


def the(people) -> Importing:
    return Importing.objects.of(people.school).latest("pk")


def send(client, people, name, **said):
    return client.post(address(name, importing=the(people).pk), said, follow=True)


def written(people) -> list[str]:
    return list(Answer.objects.of(people.school).filter(method="mis").values_list("state", flat=True))


def test_giving_a_list_in_shows_what_it_would_change_and_changes_nothing(client, people):
    page = give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n").content.decode()
    assert ("Newly a yes" in page, "Zofia Nowak" in page, "Nothing has changed yet" in page, written(people)) == (
        True, True, True, [],
    )  # fmt: skip


def test_it_is_taken_in_when_somebody_says_so(client, people):
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n")
    page = send(client, people, "import_take", what="everything").content.decode()
    assert ("Taken in" in page, written(people)) == (True, ["granted"])


def test_what_only_a_person_can_say_is_asked_and_then_remembered(client, people):
    text = f"UPN,Consent Type,Status\n{UPN},Photo consent,Perhaps\n"
    assert "What does “perhaps” mean" in give(client, text).content.decode()
    send(client, people, "import_choose", word_name="perhaps", word="granted")
    said = {"type_name": "Photo consent", "type_0_of": "photo", "type_0_in": ["web", "social"]}
    assert "Still to choose" not in send(client, people, "import_choose", **said).content.decode()
    send(client, people, "import_take", what="everything")
    assert written(people) == ["granted", "granted"]
    assert "Still to choose" not in give(client, text.replace("Perhaps", "perhaps")).content.decode()


def test_a_pupil_whom_only_the_name_and_day_fit_counts_once_a_person_has_said_so(client, people):
    Pupil.objects.of(people.school).filter(pk=people.zofia.pk).update(dob=AT.date())
    head = "UPN,Legal Surname,Legal Forename,DOB,Consent Type,Status\n"
    page = give(client, f"{head},Nowak,Zofia,20/11/2026,{PHOTOS},Yes\n").content.decode()
    assert "say whether it is this pupil" in page
    send(client, people, "import_choose", match_name="2", match=f"pupil:{people.zofia.pk}")
    send(client, people, "import_take", what="everything")
    assert written(people) == ["granted"]


def test_the_noes_can_be_taken_in_before_the_rest(client, people):
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},No\nB1,{PHOTOS},Yes\n")
    send(client, people, "import_take", what="noes")
    assert (written(people), the(people).status) == (["refused"], "read")


def test_the_rows_that_were_left_out_can_be_fetched_and_open_safely(client, people):
    give(client, f"UPN,Consent Type,Status,Date\n{UPN},{PHOTOS},Yes,=1+1\n")
    answer = client.get(address("import_rows", importing=the(people).pk))
    assert (answer["Content-Type"].startswith("text/csv"), b"\n=" in answer.content, b"2,wrong" in answer.content) == (
        True, False, True,
    )  # fmt: skip


def test_the_rows_that_were_left_out_stand_on_the_page_with_what_to_do(client, people):
    give(client, f"UPN,Consent Type,Status,Date\n{UPN},{PHOTOS},Yes,1/9/2026\nB1,{PHOTOS},Yes,1/9/2026\n")
    page = send(client, people, "import_take", what="everything").content.decode()
    assert ("<b>Row 3:</b>" in page, "<b>Row 2:</b>" in page, "record the answer by hand" in page) == (
        True, False, True,
    )  # fmt: skip


def test_a_file_that_is_no_list_is_refused_with_what_to_do(client, people):
    answer = give(client, b"%PDF-1.7 x", name="list.pdf")
    told = "Export the list as CSV" in answer.content.decode()
    assert (answer.status_code, told, Importing.objects.of(people.school).count()) == (422, True, 0)


def test_a_list_that_is_put_aside_is_erased(client, people, tmp_path, django_capture_on_commit_callbacks):
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n")
    with django_capture_on_commit_callbacks(execute=True):
        send(client, people, "import_drop")
    assert (the(people).status, list(tmp_path.rglob("*.sealed"))) == ("dropped", [])


def test_a_roll_is_shown_and_taken_in(client, people):
    assert "New on the roll" in give(client, (FILES / "roll.csv").read_bytes(), kind="roll").content.decode()
    send(client, people, "import_take", what="everything")
    assert Pupil.objects.of(people.school).filter(legal_last="Whitfield").exists()


def test_how_far_a_long_list_has_come_is_shown_without_scripts(client, people, monkeypatch):
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n")
    monkeypatch.setattr(running, "progress", lambda _: "2,000 of 5,000 answers written")
    page = client.get(address("importing", importing=the(people).pk)).content.decode()
    assert ("2,000 of 5,000" in page, 'http-equiv="refresh"' in page) == (True, True)


BROKEN = "This list was not taken in, and nothing of it stands."


@pytest.fixture
def broken_off(client, people, monkeypatch):
    """A long list that was broken off after its answers were written."""
    monkeypatch.setattr(running, "LONG", 1)
    monkeypatch.setattr(running.threading, "Thread", AtOnce)
    monkeypatch.setattr(running, "close_old_connections", lambda: None)
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n")
    with monkeypatch.context() as patched:
        patched.setattr(taking, "_taken", _breaks)
        send(client, people, "import_take", what="everything")


def _breaks(importing, found, **more):
    TAKEN(importing, found, **more)
    raise OSError("the disk is full")


TAKEN = taking._taken


def test_a_list_that_was_broken_off_says_so_and_nothing_of_it_stands(client, people, broken_off):
    page = client.get(address("importing", importing=the(people).pk)).content.decode()
    assert (the(people).status, BROKEN in page, f"number of this list: {the(people).pk}" in page, written(people)) == (
        "failed", True, True, [],
    )  # fmt: skip


def test_whoever_gave_it_in_is_told_at_home_and_nobody_else(client, people, broken_off):
    mine = client.get(address("home")).content.decode()
    client.force_login(people.carys.person)
    hers = client.get(address("home")).content.decode()
    assert ("was not taken in" in mine, "was not taken in" in hers) == (True, False)


def test_it_can_be_taken_in_once_more(client, people, broken_off):
    send(client, people, "import_take", what="everything")
    assert (the(people).status, written(people)) == ("done", ["granted"])


def test_it_is_still_said_when_the_file_is_erased_until_somebody_puts_it_aside(client, people, broken_off):
    kept.forget_old(by=SYSTEM, at=timezone.now() + timedelta(hours=2))
    told = "was not taken in" in client.get(address("home")).content.decode()
    send(client, people, "import_drop")
    assert (told, "was not taken in" in client.get(address("home")).content.decode()) == (True, False)


def looked(people) -> list[dict]:
    return list(Event.objects.filter(kind="import.looked_at").values_list("facts", flat=True))


def test_reading_what_a_list_would_change_is_on_the_record_by_number_of_pupils(client, people):
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n")
    assert looked(people) == [{"count": 1}]


def test_a_dry_run_by_the_api_is_on_the_record_too(client, people):
    data = f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n".encode()
    said = {"kind": "consents", "file": SimpleUploadedFile("list.csv", data), "dry_run": "true"}
    client.post("/api/brookfield/imports", said)
    assert looked(people) == [{"count": 1}]


def test_a_list_about_nobody_is_no_look_at_anybody(client, people):
    give(client, f"UPN,Consent Type,Status\nB1,{PHOTOS},Yes\n")
    assert looked(people) == []


@pytest.mark.parametrize("rows", [10, 1000])
def test_the_page_asks_the_records_as_often_however_long_the_list_is(client, people, rows):
    give(client, "UPN,Consent Type,Status\n" + "".join(f"{UPN},Photos {n} on website,Yes\n" for n in range(rows)))
    page = address("importing", importing=the(people).pk)
    with CaptureQueriesContext(connection) as asked:
        client.get(page)
    # A look that is written down opens a transaction: its marks ask the database for nothing.
    assert sum("SAVEPOINT" not in one["sql"] for one in asked.captured_queries) <= 12


def test_the_api_answers_as_the_command_does(client, people):
    data = f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n".encode()
    said = {"kind": "consents", "file": SimpleUploadedFile("list.csv", data), "dry_run": "true"}
    told = client.post("/api/brookfield/imports", said).json()
    assert (told["rows"], told["states"][0]["state"], written(people)) == (1, "granted", [])
