import re
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from gatepost.audit.actor import SYSTEM
from gatepost.audit.models import Event
from gatepost.consents.actions import answers
from gatepost.consents.actions import broken_off as breaking
from gatepost.consents.actions import imports as kept
from gatepost.consents.models import Answer, Importing, Pupil
from gatepost.detectors.upn import check_letter
from gatepost.publishing.actions import imports as taking
from gatepost.web import running
from tests.cast import AT, add_person, by_system, cast, published, ready
from tests.web.test_running import AtOnce

pytestmark = pytest.mark.django_db
FILES = Path(__file__).parents[2] / "consents" / "imports" / "files"
UPN = check_letter("801200000001") + "801200000001"
OTHER = check_letter("801200000002") + "801200000002"
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
    seen = [words in page for words in ("The list says yes", "Zofia Nowak", "Nothing has changed yet")]
    assert (seen, written(people)) == ([True, True, True], [])


ON_RECORD = ["granted", "refused", "withdrawn", "objected", "unknown", None]


def answered(people, state) -> None:
    if state:
        said = {"element": "photo", "tier": "social", "state": state, "given_by": "parent"}
        answers.record(people.zofia, **said, **by_system)


def dry_run(client, text) -> str:
    said = {"kind": "consents", "file": SimpleUploadedFile("list.csv", text.encode()), "dry_run": "true"}
    return client.post("/api/brookfield/imports", said).content.decode()


@pytest.mark.parametrize("role", ["headteacher", "office", "central_team"])
@pytest.mark.parametrize("word", ["Yes", "No", "Pending"])
def test_a_dry_run_tells_whoever_may_not_see_answers_nothing_of_what_is_on_record(client, people, word, role):
    client.force_login(add_person(people.school, "Olga Office", role))
    text = f"UPN,Consent Type,Status\n{UPN},{PHOTOS},{word}\n"
    told = set()
    for state in ON_RECORD:
        with undone():
            answered(people, state)
            page = without_tokens(give(client, text))
            files = [client.get(address(name, importing=the(people).pk)).content for name in FILES_OF_A_LIST]
            told.add((page, *files, dry_run(client, text)))
    assert len(told) == 1


FILES_OF_A_LIST = ("import_rows", "import_changes")
CLOCK = r"\b(\d+(\.\d\d)?[ap]m|midday|midnight)\b"


def without_tokens(answer) -> str:
    """What a page says, without what is another each time it is asked for."""
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    return re.sub(rf'csrfmiddlewaretoken" value="[^"]+"|imports/\d+/|{CLOCK}', "", main)


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_what_came_of_it_tells_them_nothing_of_it_either(client, people):
    text = f"UPN,Consent Type,Status\n{UPN},{PHOTOS},No\n"
    told = set()
    for state in ON_RECORD:
        with undone():
            answered(people, state)
            give(client, text)
            told.add(without_tokens(send(client, people, "import_take", what="everything")))
    assert len(told) == 1


def test_the_dsl_sees_what_was_on_record_and_which_no_stands(client, people):
    client.force_login(people.carys.person)
    answered(people, "withdrawn")
    page = give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n").content.decode()
    rows = client.get(address("import_rows", importing=the(people).pk)).content.decode()
    assert ("The no on record stands" in page, "Ask the family again" in page, "2,the no stands" in rows) == (
        True, True, True,
    )  # fmt: skip
    answered(people, "granted")
    page = give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},No\n").content.decode()
    assert "yes → <b>no</b>" in page


def test_of_a_yes_that_stays_a_yes_it_says_what_is_another(client, people):
    client.force_login(people.carys.person)
    answered(people, "granted")
    page = give(client, f"UPN,Consent Type,Status,Expiry\n{UPN},{PHOTOS},Yes,31/7/2027\n").content.decode()
    assert "yes of 20 November 2026 → <b>yes until 31 July 2027</b>" in page


def test_a_name_that_only_stands_the_other_way_round_is_not_said_twice(client, people):
    page = give(client, f'UPN,Name,Consent Type,Status\n{UPN},"Nowak, Zofia",{PHOTOS},Yes\n').content.decode()
    assert "Nowak, Zofia" not in page
    assert "In the list “Zosia Nowak”" in give(client, f"UPN,Name,{PHOTOS}\n{UPN},Zosia Nowak,Yes\n").content.decode()


def test_the_dsl_can_read_it_after_it_is_taken_in_too_and_the_head_can_not(client, people):
    answered(people, "withdrawn")
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n")
    heads = send(client, people, "import_take", what="everything").content.decode()
    client.force_login(people.carys.person)
    dsls = client.get(address("importing", importing=the(people).pk)).content.decode()
    assert ["Ask the family again" in page for page in (heads, dsls)] == [False, True]


def test_one_pupil_is_one_entry_with_the_class_however_many_answers_the_list_has(client, people):
    page = give(client, f"UPN,Photos in press,Photos on website\n{UPN},Yes,Yes\n").content.decode()
    assert (page.count("Zofia Nowak"), page.count("<b>yes</b>"), "4JM" in page) == (1, 2, True)


def test_all_that_a_list_would_change_can_be_fetched_and_opens_safely(client, people):
    Pupil.objects.of(people.school).filter(pk=people.zofia.pk).update(class_name="=1+1")
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n")
    answer = client.get(address("import_changes", importing=the(people).pk))
    assert answer["Content-Type"].startswith("text/csv")
    assert "The list says yes,2,Zofia Nowak,'=1+1,A picture: public social media,,yes,," in answer.content.decode()


def test_of_many_pupils_the_page_shows_the_first_and_leads_to_all(client, people):
    rows = "".join(f"Ada{letter},Kerr,4,4B\n" for letter in map("x".__mul__, range(1, 62)))
    page = give(client, f"Legal forename,Legal surname,Year,Class\n{rows}", kind="roll").content.decode()
    where = address("import_changes", importing=the(people).pk)
    assert ("and 41 more pupils" in page, where in page, client.get(where).content.count(b"New on the roll")) == (
        True, True, 61,
    )  # fmt: skip


def test_who_is_in_a_row_can_be_said_by_name_and_class(client, people):
    page = give(client, f"UPN,Consent Type,Status\nB1,{PHOTOS},Yes\n").content.decode()
    assert '<option value="Zofia Nowak, 4JM">' in page
    send(client, people, "import_choose", match_name="2", match="Zofia Nowak, 4JM")
    send(client, people, "import_take", what="everything")
    assert written(people) == ["granted"]


def test_a_field_for_who_it_is_that_stays_empty_leaves_the_row_out(client, people):
    give(client, f"UPN,Consent Type,Status\nB1,{PHOTOS},Yes\n")
    page = send(client, people, "import_choose", match_name="2", match="").content.decode()
    assert ("Who it is" in page, the(people).choices) == (True, {})


ROLL = "UPN,Legal forename,Legal surname,Year,Class\n"


def on_roll(people) -> int:
    return Pupil.objects.of(people.school).count()


def test_a_roll_of_those_who_stand_on_it_without_numbers_makes_nobody_twice(client, people):
    before = on_roll(people)
    page = give(client, f"{ROLL}{OTHER},Oliver,Hartley,4,4JM\n", kind="roll").content.decode()
    send(client, people, "import_take", what="everything")
    assert ("Stands on the roll already" in page, on_roll(people)) == (True, before)


def test_once_somebody_said_that_they_are_the_same_they_get_their_numbers(client, people):
    before = on_roll(people)
    give(client, f"{ROLL}{OTHER},Oliver,Hartley,4,4JM\n", kind="roll")
    send(client, people, "import_choose", same="true")
    send(client, people, "import_take", what="everything")
    assert (on_roll(people), Pupil.objects.of(people.school).get(pk=people.oliver.pk).upn) == (before, OTHER)


def test_a_row_of_a_roll_can_be_said_to_be_a_new_pupil_of_the_same_name(client, people):
    before = on_roll(people)
    page = give(client, f"{ROLL}{OTHER},Oliver,Hartley,6,6AB\n", kind="roll").content.decode()
    assert "It is a new pupil" in page
    send(client, people, "import_choose", match_name="2", match="new")
    send(client, people, "import_take", what="everything")
    assert on_roll(people) == before + 1


ASKED_AGAIN = "asked again with the next list"


def test_it_says_that_what_rests_on_a_name_is_asked_again_and_why(client, people):
    roll = give(client, "Legal forename,Legal surname,Year,Class\nOliver,Hartley,4,4JM\n", kind="roll")
    answers_ = give(client, f"UPN,Consent Type,Status\nB1,{PHOTOS},Yes\n")
    assert [ASKED_AGAIN in page.content.decode() for page in (roll, answers_)] == [True, True]


def test_a_pupil_who_got_the_number_of_the_row_is_not_asked_about_again(client, people):
    text = f"{ROLL}{OTHER},Oliver,Hartley,6,6AB\n"
    give(client, text, kind="roll")
    send(client, people, "import_choose", match_name="2", match=f"pupil:{people.oliver.pk}")
    send(client, people, "import_take", what="everything")
    assert "Rows to look at" not in give(client, text, kind="roll").content.decode()


def test_how_the_list_is_read_is_said_in_words(client, people):
    page = give(client, f"UPN,Legal forename,Consent Type,Status\n{UPN},Zofia,{PHOTOS},Yes\n").content.decode()
    assert ("As it is: legal first name" in page, "legal_first<" in page) == (True, False)


def test_a_list_that_changes_nothing_for_want_of_a_match_does_not_speak_of_noes(client, people):
    page = give(client, f"UPN,Consent Type,Status\nB1,{PHOTOS},Yes\n").content.decode()
    assert ("every no now" in page, "It changes nothing" in page, "None of the rows that are sure" in page) == (
        False, False, True,
    )  # fmt: skip


def test_rows_to_look_at_with_nothing_to_fill_in_have_no_button(client, people):
    page = give(client, f"UPN,Consent Type,Status,Date\n{UPN},{PHOTOS},Yes,1/1/1x\n").content.decode()
    look = page.partition('id="look"')[2].partition("</section>")[0]
    assert ("1/1/1x" in look, "Read it so" in look) == (True, False)


def test_a_file_with_nothing_in_it_is_refused_in_words_that_say_what_to_do(client, people):
    assert "Export the list again, and choose the new file" in give(client, b"").content.decode()


def test_it_is_taken_in_when_somebody_says_so(client, people):
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n")
    page = send(client, people, "import_take", what="everything").content.decode()
    assert ("Taken in" in page, written(people)) == (True, ["granted"])


def test_what_only_a_person_can_say_is_asked_and_then_remembered(client, people):
    text = f"UPN,Consent Type,Status\n{UPN},Photo consent,Perhaps\n"
    assert "What does “perhaps” mean" in give(client, text).content.decode()
    send(client, people, "import_choose", word_name="perhaps", word_column="Status", word="granted")
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


@pytest.mark.parametrize("role", ["headteacher", "office"])
def test_it_says_how_many_posts_were_stopped_and_must_come_down(client, people, role):
    ready(people, shown=(people.oliver,))
    published(people, shown=(people.oliver,))
    Pupil.objects.of(people.school).filter(pk=people.oliver.pk).update(upn=OTHER)
    client.force_login(add_person(people.school, "Olga Office", role))
    give(client, f"UPN,Consent Type,Status\n{OTHER},{PHOTOS},No\n")
    page = send(client, people, "import_take", what="everything").content.decode()
    said = [
        f"<dt>{words}</dt><dd>1</dd>" in page
        for words in ("Signed-off posts stopped", "Live posts that must come down")
    ]
    assert (said, address("takedowns") in page) == ([True, True], True)


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
    breaking.begin(the(people), by=SYSTEM, at=timezone.now())
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


@pytest.fixture
def killed(client, people, monkeypatch):
    """A long list whose server was killed while it was taken in: how far it had come is still remembered."""
    monkeypatch.setattr(running, "LONG", 1)
    monkeypatch.setattr(running.threading, "Thread", NeverRun)
    give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},Yes\n")
    send(client, people, "import_take", what="everything")
    assert running.progress(the(people).pk)


class NeverRun(AtOnce):
    """A thread that ends with its process, before it has done anything."""

    def start(self):
        pass


def listed_as(client) -> str:
    """What the page with all lists says of the only one."""
    page = client.get(address("imports")).content.decode()
    return next(said for said in ("Being taken in", "Not taken in", "Waits for you", "Taken in") if said in page)


def test_a_list_whose_server_was_killed_says_that_it_was_broken_off(client, people, killed):
    meanwhile = listed_as(client)
    running.forget(the(people).pk)  # as it is by itself after some minutes
    page = client.get(address("importing", importing=the(people).pk)).content.decode()
    assert (meanwhile, BROKEN in page, "The server stopped" in page, "Take it in" in page) == (
        "Being taken in", True, True, True,
    )  # fmt: skip


def test_the_worker_finds_it_and_whoever_gave_it_in_is_told_at_home(client, people, killed):
    in_time = [breaking.fail_stopped(by=SYSTEM, at=timezone.now() + timedelta(minutes=late)) for late in (0, 2)]
    assert (in_time, listed_as(client)) == ([0, 1], "Not taken in")
    assert "was not taken in" in client.get(address("home")).content.decode()


def test_what_the_killed_server_remembered_does_not_keep_it_from_being_taken_in(client, people, killed, monkeypatch):
    breaking.fail_stopped(by=SYSTEM, at=timezone.now() + timedelta(minutes=2))
    monkeypatch.setattr(running.threading, "Thread", AtOnce)
    monkeypatch.setattr(running, "close_old_connections", lambda: None)
    send(client, people, "import_take", what="everything")
    assert (the(people).status, written(people)) == ("done", ["granted"])


def test_a_list_that_is_being_taken_in_is_not_begun_again(client, people, killed):
    send(client, people, "import_take", what="everything")
    assert Event.objects.filter(kind="import.begun").count() == 1


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
