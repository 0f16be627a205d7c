"""The page of one list: what was taken in first, what it asks again before it does it, and what it remembers."""

import io
import zipfile

import pytest

from gatepost.consents.models import Pupil
from tests.cast import cast, ready
from tests.web.views.test_imports import (
    ON_RECORD,
    OTHER,
    PHOTOS,
    UPN,
    address,
    answered,
    give,
    send,
    the,
    undone,
    without_tokens,
    written,
)  # fmt: skip

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kept_here(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def people(client):
    made = cast()
    for pupil, upn in ((made.zofia, UPN), (made.oliver, OTHER)):
        Pupil.objects.of(made.school).filter(pk=pupil.pk).update(upn=upn)
    client.force_login(made.head.person)
    return made


TWO_ROWS = f"UPN,Consent Type,Status\n{UPN},{PHOTOS},No\nB1,{PHOTOS},Yes\n"


@pytest.mark.parametrize("may_see_answers", [True, False])
def test_of_noes_that_are_taken_in_it_says_how_many_and_does_not_offer_them_again(client, people, may_see_answers):
    ready(people, shown=(people.oliver,))
    client.force_login((people.carys if may_see_answers else people.head).person)
    before = give(client, TWO_ROWS.replace(UPN, OTHER)).content.decode()
    page = send(client, people, "import_take", what="noes").content.decode()
    assert ("Take in the noes now" in before, "Take in the noes now" in page, "Nothing has changed yet" in page) == (
        True, False, False,
    )  # fmt: skip
    assert "The noes of the list are taken in: 1. Signed-off posts stopped: 1." in page
    assert "<dt>Noes taken in already</dt><dd>1</dd>" in page


@pytest.mark.parametrize("may_see_answers", [True, False])
def test_a_no_that_is_found_later_is_offered_to_be_taken_in_too(client, people, may_see_answers):
    client.force_login((people.carys if may_see_answers else people.head).person)
    give(client, f"{TWO_ROWS}{UPN},Photos on website,Nay\n")
    send(client, people, "import_take", what="noes")
    said = {"word_name": "nay", "word_column": "Status", "word": "refused"}
    assert "Take in the noes now" in send(client, people, "import_choose", **said).content.decode()
    assert "taken in: 2. No post had to be" in send(client, people, "import_take", what="noes").content.decode()
    assert written(people) == ["refused", "refused"]


def test_noes_that_were_taken_in_first_tell_nobody_what_was_on_record(client, people):
    told = set()
    for state in ON_RECORD:
        with undone():
            answered(people, state)
            give(client, TWO_ROWS)
            told.add(without_tokens(send(client, people, "import_take", what="noes")))
    assert len(told) == 1


def test_noes_that_were_taken_in_first_do_not_trouble_the_page_of_a_list_that_is_done(client, people):
    give(client, TWO_ROWS)
    send(client, people, "import_take", what="noes")
    page = send(client, people, "import_take", what="everything")
    assert (page.status_code, the(people).status) == (200, "done")


NOBODY_OF_THEM = f"UPN,Consent Type,Status\nB1,{PHOTOS},Yes\n"


def test_most_of_the_school_stays_on_the_roll_until_somebody_ticks_that_they_have_left(client, people):
    give(client, NOBODY_OF_THEM)
    page = send(client, people, "import_choose", options="1", full="on").content.decode()
    assert ("More than half of the school" in page, 'name="missing"' in page) == (True, True)
    send(client, people, "import_take", what="everything")
    assert Pupil.objects.of(people.school).filter(left_on__isnull=False).count() == 0


def test_once_it_is_ticked_nobody_asks_once_more(client, people):
    give(client, NOBODY_OF_THEM)
    send(client, people, "import_choose", options="1", full="on")
    page = send(client, people, "import_choose", options="1", full="on", missing="true").content.decode()
    assert "More than half of the school" not in page
    send(client, people, "import_take", what="everything")
    assert Pupil.objects.of(people.school).filter(left_on__isnull=False).count() == 2


def test_it_is_asked_once_more_where_the_list_is_read_in_another_way(client, people):
    give(client, NOBODY_OF_THEM)
    send(client, people, "import_choose", options="1", full="on")
    send(client, people, "import_choose", options="1", full="on", missing="true")
    other = {"column_name": "UPN", "column": "mis_id"}
    page = send(client, people, "import_choose", options="1", full="on", **other).content.decode()
    assert "More than half of the school" in page


GONE = "".join(f"{upn[-4:]},toBeDeleted,student,,,,{{upn:{upn}}}\n" for upn in (UPN, OTHER))


def all_deleted(client):
    """Give in files of OneRoster that mark everybody as deleted."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as folder:
        folder.writestr("users.csv", f"sourcedId,status,role,givenName,familyName,identifier,userIds\n{GONE}")
    return give(client, packed.getvalue(), kind="roll", name="roll.zip").content.decode()


def test_a_roll_that_takes_most_of_the_school_off_it_is_taken_in_after_a_tick_alone(client, people):
    page = all_deleted(client)
    refused = send(client, people, "import_take", what="everything")
    assert ("Take it in" in page, 'name="missing"' in page, refused.status_code) == (False, True, 422)
    assert "Take it in" in send(client, people, "import_choose", missing="true").content.decode()
    send(client, people, "import_take", what="everything")
    assert Pupil.objects.of(people.school).get(pk=people.zofia.pk).left_on is not None


def test_what_was_chosen_for_one_list_is_remembered_though_another_waited_at_once(client, people):
    lists = {word: f"UPN,Consent Type,Status\n{UPN},{PHOTOS},{word}\n" for word in ("perhaps", "maybe")}
    waiting = []
    for text in lists.values():
        give(client, text)
        waiting.append(the(people).pk)
    for pk, word in zip(waiting, lists, strict=True):
        said = {"word_name": word, "word_column": "Status", "word": "refused"}
        client.post(address("import_choose", importing=pk), said)
        client.post(address("import_take", importing=pk), {"what": "everything"})
    assert ["Still to choose" in give(client, text).content.decode() for text in lists.values()] == [False, False]


def test_a_word_that_was_explained_for_one_column_is_asked_about_in_another(client, people):
    give(client, f"UPN,Consent Type,Consent given?\n{UPN},{PHOTOS},j\n")
    send(client, people, "import_choose", column_name="Consent given?", column="status")
    said = {"word_name": "j", "word_column": "Consent given?", "word": "granted"}
    assert "Still to choose" not in send(client, people, "import_choose", **said).content.decode()
    send(client, people, "import_take", what="everything")
    page = give(client, f"UPN,Consent Type,Status\n{UPN},{PHOTOS},j\n").content.decode()
    assert "What does “j” mean in “Status”?" in page
