"""A list from the MIS: what is written, what waits for a person, what follows for posts, and what a kill leaves."""

import hashlib
import os
import signal
import subprocess
import sys
import textwrap
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from gatepost.audit.models import Event
from gatepost.consents.actions import answers, contacts
from gatepost.consents.actions.imports import forget_old, keep
from gatepost.consents.effective import looked_up
from gatepost.consents.imports.choices import Choices, choices_of
from gatepost.consents.models import Answer, Contact, Importing, Mapping, Pupil
from gatepost.detectors.upn import check_letter
from gatepost.duties.models import Duty
from gatepost.publishing.actions import takedowns, withdrawals
from gatepost.publishing.actions.imports import file_of, import_now, take_in
from gatepost.publishing.models import Delivery
from gatepost.schools.errors import UnableTo
from gatepost.tables.refused import Unreadable
from tests import cast, malformed
from tests.cast import AT, Cast, by_system

pytestmark = pytest.mark.django_db
LATER = {"by": by_system["by"], "at": AT + timedelta(hours=1)}
FILES = Path(__file__).parents[2] / "consents" / "imports" / "files"
PHOTOS = "Photographs on social media"
BY_WHOM = "UPN,Consent Type,Status,Date,Given by"


def upn(number):
    return check_letter(f"801200{number:06d}") + f"801200{number:06d}"


@pytest.fixture
def school() -> Cast:
    made = cast.cast()
    for number, pupil in enumerate((made.oliver, made.zofia), start=1):
        Pupil.objects.of(made.school).filter(pk=pupil.pk).update(upn=upn(number))
    return made


def listed(*rows: str, head: str = "UPN,Consent Type,Status,Date") -> bytes:
    return "\n".join((head, *rows)).encode()


def take(school: Cast, data: bytes, *, everything: bool = False, kind: str = "consents", **chosen):
    when = {"at": chosen.pop("at", LATER["at"])}
    return import_now(
        data, school=school.school, kind=kind, file_name=chosen.pop("file_name", "list.csv"),
        choices=choices_of(chosen), everything=everything, **(LATER | when),
    )  # fmt: skip


def states(pupil: Pupil) -> list[str]:
    return list(Answer.objects.of(pupil.school_id).filter(pupil=pupil, method="mis").values_list("state", flat=True))


def may_show(school: Cast, pupil: Pupil, *, at: datetime = LATER["at"] + timedelta(minutes=1)) -> bool:
    tiers = looked_up(school.school, [pupil.pk], at=at)[1]
    held = tiers.get("social", {}).get(pupil.pk)
    return held is not None and held.allows("photo")


def test_a_yes_in_the_list_is_a_yes_on_record(school):
    take(school, listed(f"{upn(2)},{PHOTOS},Yes,1/9/2026"))
    assert (states(school.zofia), may_show(school, school.zofia)) == (["granted"], True)


def test_what_is_on_record_already_is_not_written_again(school):
    data = listed(f"{upn(1)},{PHOTOS},Yes,1/9/2026", f"{upn(2)},{PHOTOS},No,1/9/2026")
    take(school, data)
    done = take(school, data)
    assert (done.taken.counts["unchanged"], states(school.zofia)) == (2, ["refused"])


def test_a_no_pulls_what_is_ready_and_asks_for_what_is_live_to_come_down(school):
    ready, live = cast.ready(school, shown=(school.oliver,)), cast.published(school, shown=(school.oliver,))
    done = take(school, listed(f"{upn(1)},{PHOTOS},No,1/9/2026"))
    asked = Duty.objects.of(school.school).filter(kind=takedowns.KIND)
    status = Delivery.objects.of(school.school).get(pk=ready.pk).status
    assert (status, [one.about for one in asked]) == ("pulled", [live.subject])
    assert (done.followed.stopped, done.followed.asked) == (1, 1)
    kept = Importing.objects.of(school.school).get()
    assert (kept.counts["stopped"], kept.counts["asked"]) == (1, 1)


SIBLING = f"{upn(8)},002,Jan,Nowak"


def test_a_row_with_a_sibling_s_admission_number_gives_the_sibling_nothing(school):
    Pupil.objects.of(school.school).filter(pk=school.zofia.pk).update(admission_no="002")
    row = f"{SIBLING},{PHOTOS},Yes,"
    head = "UPN,Admission number,Legal forename,Legal surname,Consent Type,Status,Date"
    done = take(school, listed(row, head=head), everything=True)
    assert ([one.row for one in done.compared.review], states(school.zofia)) == ([2], [])


def test_a_roll_with_a_sibling_s_admission_number_changes_the_sibling_in_nothing(school):
    Pupil.objects.of(school.school).filter(pk=school.zofia.pk).update(admission_no="002")
    done = take(school, listed(SIBLING, head="UPN,Admission number,Legal forename,Legal surname"), kind="roll")
    zofia = Pupil.objects.of(school.school).get(pk=school.zofia.pk)
    assert ([one.row for one in done.compared.review], zofia.legal_first, zofia.upn) == ([2], "Zofia", upn(2))


def test_while_something_is_to_be_looked_at_every_sure_no_counts_and_no_new_yes(school):
    rows = f"{upn(1)},{PHOTOS},No,1/9/2026", f"{upn(2)},{PHOTOS},Yes,1/9/2026", f"{upn(9)},{PHOTOS},Yes,1/9/2026"
    done = take(school, listed(*rows))
    assert (states(school.oliver), states(school.zofia), done.held_back) == (["refused"], [], True)


def test_whoever_says_so_takes_in_the_rest(school):
    rows = f"{upn(2)},{PHOTOS},Yes,1/9/2026", f"{upn(9)},{PHOTOS},Yes,1/9/2026"
    take(school, listed(*rows), everything=True)
    assert states(school.zofia) == ["granted"]


def test_a_yes_in_the_list_stays_a_no_where_another_parent_said_no(school):
    answers.record(school.zofia, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    take(school, listed(f"{upn(2)},{PHOTOS},Yes,2/9/2026,Ewa Nowak", head="UPN,Consent Type,Status,Date,Given by"))
    assert (states(school.zofia), may_show(school, school.zofia)) == (["granted"], False)


YESES = {"no day": "", "the same day": "20/11/2026", "an earlier time of the same day": "20/11/2026 08:00"}


@pytest.mark.parametrize("day", YESES.values(), ids=YESES)
@pytest.mark.parametrize("named", [True, False])
def test_the_mis_s_stale_yes_undoes_no_withdrawal_that_came_by_another_door(school, day, named):
    who = Contact.objects.create(pupil=school.oliver, name="Jane Hartley", changed_at=AT)
    withdrawn = {"element": "photo", "tier": "social", "state": "withdrawn", "given_by": "parent", "contact": who}
    answers.record(school.oliver, **withdrawn, **by_system)
    head = "UPN,Consent Type,Status,Date,Given by"
    row = f"{upn(1)},{PHOTOS},Yes,{day},{'Jane Hartley' if named else ''}"
    done = take(school, listed(row, head=head), everything=True)
    assert (done.taken.counts["stands"], states(school.oliver), may_show(school, school.oliver)) == (1, [], False)


def test_a_withdrawal_on_paper_stands_against_a_list_without_days(school):
    said = {"element": "photo", "tier": "social", "state": "withdrawn", "given_by": "parent"}
    answers.record(school.oliver, **said, given_at=AT.replace(hour=23), **by_system)
    done = take(school, listed(f"{upn(1)},{PHOTOS},Yes", head="UPN,Consent Type,Status"), everything=True)
    assert ([one.row for one in done.compared.stands], may_show(school, school.oliver)) == ([2], False)


def test_a_withdrawal_between_the_look_and_the_taking_in_stands(school, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    importing = kept(school, listed(f"{upn(1)},{PHOTOS},Yes,20/11/2026"))
    said = {"element": "photo", "tier": "social", "state": "withdrawn", "given_by": "parent"}
    answers.record(school.oliver, **said, **by_system)
    done = take_in(importing, everything=True, **LATER)
    assert (done.taken.counts["stands"], may_show(school, school.oliver)) == (1, False)


def test_a_yes_that_the_list_dates_on_a_later_day_lifts_a_no_of_the_same_person(school):
    jane = contacts.add(school.oliver, name="Jane Hartley", relationship="Mother", **by_system)
    said = {"element": "photo", "tier": "social", "state": "withdrawn", "given_by": "parent"}
    answers.record(school.oliver, **said, contact=jane, **by_system)
    data = listed(f"{upn(1)},{PHOTOS},Yes,21/11/2026,Jane Hartley", head=BY_WHOM)
    take(school, data, at=AT + timedelta(days=1))
    assert may_show(school, school.oliver, at=AT + timedelta(days=2))


PARENTS = {
    "by relationship in the column of givers": ("Mother,", "Father,"),
    "by surname": ("Smith,Mother", "Hartley,Father"),
    "by title": ("Mrs,Mother", "Mr,Father"),
    "by relationship alone": (",Mother", ",Father"),
    "by nothing": (",", ","),
    "by name": ("Jane Hartley,Mother", "Tom Hartley,Father"),
    "by one written name": ("J Hartley,Mother", "J Hartley,Father"),
}


@pytest.mark.parametrize(("mother", "father"), PARENTS.values(), ids=PARENTS)
def test_a_mother_s_no_stands_however_a_list_tells_of_a_father_s_later_yes(school, mother, father):
    rows = f"{upn(2)},{PHOTOS},No,10/1/2026,{mother}", f"{upn(2)},{PHOTOS},Yes,1/3/2026,{father}"
    take(school, listed(*rows, head=f"{BY_WHOM},Relationship"), everything=True)
    assert ("refused" in states(school.zofia), may_show(school, school.zofia)) == (True, False)


@pytest.mark.parametrize(("mother", "father"), PARENTS.values(), ids=PARENTS)
def test_a_mother_s_no_in_one_list_stands_against_a_father_s_yes_in_the_next(school, mother, father):
    for row in f"{upn(2)},{PHOTOS},No,10/1/2026,{mother}", f"{upn(2)},{PHOTOS},Yes,1/3/2026,{father}":
        take(school, listed(row, head=f"{BY_WHOM},Relationship"), everything=True)
    assert not may_show(school, school.zofia)


def test_what_a_nameless_mother_said_by_list_is_taken_back_by_hand_for_her_alone(school):
    take(school, listed(f"{upn(2)},{PHOTOS},No,10/1/2026,Mother", head=BY_WHOM))
    seen = []
    for relationship in ("Father", "", "Mum"):
        said = {"element": "photo", "tier": "social", "state": "granted", "given_by": "parent"}
        answers.record(school.zofia, **said, relationship=relationship, **LATER)
        seen.append(may_show(school, school.zofia))
    assert seen == [False, False, True]


def test_an_older_day_in_the_list_does_not_hide_a_no(school):
    take(school, listed(f"{upn(2)},{PHOTOS},Yes,1/10/2026"))
    take(school, listed(f"{upn(2)},{PHOTOS},No,1/9/2026"))
    assert not may_show(school, school.zofia)


def test_a_question_that_is_open_again_takes_a_yes_away(school):
    take(school, listed(f"{upn(2)},{PHOTOS},Yes,1/9/2026"))
    take(school, listed(f"{upn(2)},{PHOTOS},Requested,"))
    assert not may_show(school, school.zofia)


def test_whoever_a_full_list_leaves_out_is_not_used_any_more(school):
    ready = cast.ready(school, shown=(school.oliver,))
    rows = [f"{upn(2)},{PHOTOS},Yes,1/9/2026"]
    take(school, listed(*rows), full=True)
    oliver = Pupil.objects.of(school.school).get(pk=school.oliver.pk)
    assert (oliver.left_on < AT.date(), Delivery.objects.of(school.school).get(pk=ready.pk).status) == (True, "pulled")


def test_most_of_a_school_is_not_put_off_the_roll_by_a_list_that_nobody_confirmed(school):
    done = take(school, listed(f"{upn(9)},{PHOTOS},No,1/9/2026"), full=True)
    assert ([one.kind for one in done.compared.choices], done.taken.counts["missing"]) == (["missing"], 0)


def test_the_record_has_one_line_for_it_with_numbers_and_no_name(school):
    data = listed(f"{upn(2)},{PHOTOS},No,1/9/2026,Ewa Nowak", head="UPN,Consent Type,Status,Date,Given by")
    take(school, data)
    (event,) = Event.objects.filter(kind="import.taken")
    assert (event.facts["sha256"], event.facts["rows"]) == (hashlib.sha256(data).hexdigest(), 1)
    assert event.facts.keys() == {"import", "rows", "missing", "sha256", "mapping"}
    assert not {"Nowak", "Zofia", upn(2), "refused"} & set(str(event.facts).replace("'", " ").split())


def test_who_answered_is_kept_beside_the_pupil_once(school):
    head = "UPN,Consent Type,Status,Date,Given by,Relationship,Parental Responsibility"
    for day in (1, 2):
        take(school, listed(f"{upn(2)},{PHOTOS},Yes,{day}/9/2026,Ewa Nowak,Mother,Yes", head=head))
    (contact,) = Contact.objects.of(school.school)
    assert (contact.name, contact.relationship, contact.parental_responsibility) == ("Ewa Nowak", "Mother", True)


RESPONSIBLE = "UPN,Consent Type,Status,Date,Given by,Relationship,Parental Responsibility"


def responsible(school, word, *, day=1):
    row = f"{upn(2)},{PHOTOS},Yes,{day}/9/2026,Ewa Nowak,Mother,{word}"
    return take(school, listed(row, head=RESPONSIBLE), at=AT + timedelta(hours=day))


def test_who_is_said_to_have_no_parental_responsibility_any_more_says_yes_to_nothing(school):
    responsible(school, "Yes")
    ready = cast.ready(school, shown=(school.zofia,))
    done = responsible(school, "No", day=2)
    (contact,) = Contact.objects.of(school.school)
    assert (contact.parental_responsibility, may_show(school, school.zofia)) == (False, False)
    status = Delivery.objects.of(school.school).get(pk=ready.pk).status
    assert (status, done.taken.counts["responsibility"]) == ("pulled", 1)


def test_parental_responsibility_goes_also_where_no_answer_of_the_list_is_new(school):
    responsible(school, "Yes")
    done = responsible(school, "No")
    assert (done.taken.counts["unchanged"], may_show(school, school.zofia)) == (1, False)


def test_a_list_gives_nobody_parental_responsibility_back(school):
    responsible(school, "No")
    done = responsible(school, "Yes", day=2)
    (contact,) = Contact.objects.of(school.school)
    told = [(one.row, "pupil’s page" in one.why) for one in done.compared.responsibility.stands]
    assert (contact.parental_responsibility, told) == (False, [(2, True)])


@pytest.mark.parametrize("more", ["year", "dob"])
def test_a_roll_by_which_the_pupil_answers_looks_at_the_posts_at_once(school, more):
    asked = {"year": {"from_year": 9, "from_age": None}, "dob": {"from_year": None, "from_age": 13}}[more]
    withdrawals.set_asking(**asked, with_parent=False, seat=school.head, at=AT)
    Pupil.objects.of(school.school).filter(pk=school.oliver.pk).update(dob=date(2017, 1, 1))
    ready = cast.ready(school, shown=(school.oliver,))
    row = {"year": f"{upn(1)},Oliver,Hartley,9,1/1/2017", "dob": f"{upn(1)},Oliver,Hartley,4,1/1/2012"}[more]
    take(school, listed(row, head="UPN,Legal forename,Legal surname,Year,DOB"), kind="roll")
    assert Delivery.objects.of(school.school).get(pk=ready.pk).status == "pulled"


def test_what_was_chosen_is_remembered_for_the_next_list(school):
    take(school, listed(f"{upn(2)},Photo consent,Yes,1/9/2026"), types={"Photo consent": ["photo@social"]})
    (kept,) = Mapping.objects.of(school.school)
    assert kept.choices["types"] == {"photo consent": ["photo@social"]}


def test_another_schools_pupil_is_nobody_here(school):
    Pupil.objects.bulk_create([Pupil(school=school.other, legal_first="X", legal_last="Y", upn=upn(7), changed_at=AT)])
    done = take(school, listed(f"{upn(7)},{PHOTOS},Yes,1/9/2026"), everything=True)
    assert (len(done.compared.review), Answer.objects.of(school.other).count()) == (1, 0)


@pytest.mark.parametrize("kind", ["consents", "roll"])
def test_none_of_200_malformed_files_changes_anything(school, kind):
    before = (Answer.objects.of(school.school).count(), Pupil.objects.of(school.school).count(), Event.objects.count())
    for what, data in malformed.files():
        if kind == "roll" and what == "no column for the answer":
            continue  # a roll needs no answers
        with pytest.raises(Unreadable):
            take(school, data, everything=True, kind=kind)
    after = (Answer.objects.of(school.school).count(), Pupil.objects.of(school.school).count(), Event.objects.count())
    assert (before, Importing.objects.of(school.school).count()) == (after, 0)


MODELLED = {
    "arbor-photographs-for-social-media.csv": ({}, {"granted": 5, "refused": 2}),
    "sims-consents.xlsx": ({}, {"granted": 12, "refused": 4}),
    "bromcom-students.xlsx": ({}, {"granted": 17, "refused": 5}),
    "scholarpack-permissions.csv": ({}, {"granted": 12, "refused": 8}),
    "juniper-consents.csv": ({}, {"granted": 3, "refused": 3}),
    "databridge-consents.csv": ({"inverted": ["Consent Denied"]}, {"granted": 4, "refused": 5}),
}


@pytest.mark.parametrize("roll", ["roll.csv", "oneroster.zip"])
@pytest.mark.parametrize(("name", "chosen", "counts"), [(name, *told) for name, told in MODELLED.items()])
def test_a_modelled_file_is_taken_in_whole(name, chosen, counts, roll):
    empty = cast.cast(slug="files")
    take(empty, (FILES / roll).read_bytes(), kind="roll")
    done = take(empty, (FILES / name).read_bytes(), file_name=name, **chosen)
    written = {sort: number for sort, number in done.taken.counts.items() if number and sort != "unchanged"}
    assert (written, done.held_back) == (counts, False)


def test_a_roll_adds_changes_and_brings_back(school):
    head = "upn,admission_no,legal_first,legal_last,year,class"
    take(school, listed(f"{upn(1)},1,Oliver,Hartley,5,5KL", f"{upn(5)},5,Nia,Lund,5,5KL", head=head), kind="roll")
    Pupil.objects.of(school.school).filter(upn=upn(5)).update(left_on=AT.date() - timedelta(days=9))
    done = take(school, listed(f"{upn(5)},5,Nia,Lund,5,5KL", head=head), kind="roll")
    oliver, nia = (Pupil.objects.of(school.school).get(upn=upn(number)) for number in (1, 5))
    assert (oliver.year, nia.left_on, done.taken.counts["changed"]) == (5, None, 1)


def test_from_a_full_roll_whoever_is_missing_leaves_and_their_posts_stop(school):
    ready = cast.ready(school, shown=(school.oliver,))
    take(school, listed(f"{upn(2)},Zofia,Nowak", head="upn,legal_first,legal_last"), kind="roll", full=True)
    assert Delivery.objects.of(school.school).get(pk=ready.pk).status == "pulled"


# --- a file that waits for a person ---


def kept(school: Cast, data: bytes) -> Importing:
    return keep(data, school=school.school, kind="consents", file_name="list.csv", sha256="0" * 64, rows=1,
                choices=Choices(), **LATER)  # fmt: skip


def test_a_file_that_waits_can_be_read_by_this_server_alone(school, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    importing = kept(school, listed(f"{upn(2)},{PHOTOS},Yes,1/9/2026"))
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*.sealed"))
    assert (upn(2).encode() in stored, upn(2).encode() in file_of(importing)) == (False, True)


def test_a_file_is_erased_once_it_is_taken_in(school, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path
    importing = kept(school, listed(f"{upn(2)},{PHOTOS},Yes,1/9/2026"))
    with django_capture_on_commit_callbacks(execute=True):
        take_in(importing, everything=True, **LATER)
    assert list(tmp_path.rglob("*.sealed")) == []


def test_a_file_that_still_needs_a_person_stays_and_can_be_taken_in_later(school, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    rows = f"{upn(1)},{PHOTOS},No,1/9/2026", f"{upn(2)},{PHOTOS},Yes,1/9/2026", f"{upn(9)},{PHOTOS},Yes,1/9/2026"
    importing = kept(school, listed(*rows))
    take_in(importing, everything=False, **LATER)
    take_in(importing, everything=True, **LATER)
    assert (states(school.oliver), states(school.zofia)) == (["refused"], ["granted"])


def test_a_list_is_not_taken_in_twice(school, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    importing = kept(school, listed(f"{upn(2)},{PHOTOS},Yes,1/9/2026"))
    take_in(importing, everything=True, **LATER)
    with pytest.raises(UnableTo, match="not here any more"):
        take_in(importing, everything=True, **LATER)


def test_after_an_hour_a_file_that_nobody_took_in_is_erased(
    school, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    kept(school, listed(f"{upn(2)},{PHOTOS},Yes,1/9/2026"))
    with django_capture_on_commit_callbacks(execute=True):
        erased = [forget_old(by=by_system["by"], at=LATER["at"] + timedelta(minutes=minutes)) for minutes in (59, 61)]
    assert (erased, list(tmp_path.rglob("*.sealed"))) == ([0, 1], [])


# --- a kill ---

KILLED = """
import os, sys
os.environ.pop("GATEPOST_DATABASE", None)  # records of its own, in a file
os.environ |= {{"DJANGO_SETTINGS_MODULE": "gatepost.config.settings", "GATEPOST_DEMO": "1", "GATEPOST_DATA": {data!r}}}
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests import cast
from tests.publishing.actions.test_imports import PHOTOS, listed, upn
from gatepost.consents.imports.choices import Choices
from gatepost.consents.models import Answer, Contact, Importing, Pupil
from gatepost.publishing.actions.imports import import_now
made = cast.cast()
Pupil.objects.bulk_create([
    Pupil(school=made.school, legal_first="A", legal_last="B", upn=upn(n), changed_at=cast.AT) for n in range(2500)
])
def say(said):
    if said.startswith("2,000"):
        print("half", flush=True)
        sys.stdin.read()  # until this process is killed
data = listed(*[f"{{upn(n)}},{{PHOTOS}},No,1/9/2026" for n in range(2500)])
import_now(data, school=made.school, kind="consents", file_name="x", choices=Choices(), everything=True,
           by=cast.SYSTEM, at=cast.AT, say=say)
"""
LEFT = """
select (select count(*) from consents_answer where method = 'mis'), (select count(*) from consents_importing),
       (select count(*) from audit_event where kind like 'import.%')
"""


def test_a_kill_in_the_middle_leaves_nothing_half_done(tmp_path):
    import sqlite3

    code = textwrap.dedent(KILLED).format(data=str(tmp_path))
    root = Path(__file__).parents[3]
    child = subprocess.Popen([sys.executable, "-c", code], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.readline() == b"half\n"
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    with sqlite3.connect(tmp_path / "gatepost.sqlite3") as records:
        assert records.execute(LEFT).fetchone() == (0, 0, 0)
    records.close()


def test_five_thousand_rows_are_taken_in_whole(school):
    Pupil.objects.bulk_create([
        Pupil(school=school.school, legal_first="A", legal_last="B", upn=upn(n), changed_at=AT) for n in range(3, 5003)
    ])  # fmt: skip
    data = listed(*[f"{upn(n)},{PHOTOS},{'No' if n % 9 == 0 else 'Yes'},1/9/2026" for n in range(3, 5003)])
    done = take(school, data)
    assert sum(done.taken.counts[sort] for sort in ("granted", "refused")) == 5000
