"""A table of accounts is given in, looked at and taken in; the register leaves as a file."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from gatepost.channels.actions import register
from gatepost.channels.models import Channel
from tests import cast
from tests.channels.exchange import thornfield

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(name="people")
def _people():
    return cast.cast(policy="littleover")


def signed_in(seat):
    client = Client()
    client.force_login(seat.person, backend=BACKEND)
    return client


def address(name):
    return reverse(name, kwargs={"school": "brookfield"})


def give(people, text="", **files):
    return signed_in(people.head).post(address("accounts_import"), {"text": text, **files})


def field(page, name):
    """What a hidden field of a page holds."""
    found = re.search(rf'name="{name}" (?:value="([^"]*)"|hidden>\n(.*?)</textarea>)', page, re.DOTALL)
    assert found is not None
    return unescape(found[1] or found[2])


def take(people, page, **changed):
    sent = {name: field(page, name) for name in ("seen", "table")} | changed
    return signed_in(people.head).post(address("accounts_take"), sent)


def count(people):
    return Channel.objects.of(people.school).count()


def test_what_was_pasted_is_shown_and_only_then_taken_in(people):
    page = give(people, thornfield.tabbed()).content.decode()
    assert ("5 new, 0 changed" in page, "is taken as 1 September 2020" in page, count(people)) == (True, True, 1)
    take(people, page)
    assert count(people) == 6


def test_a_file_is_read_as_what_is_pasted_is(people):
    file = SimpleUploadedFile("accounts.csv", thornfield.as_csv().encode("cp1252"))
    assert "5 new, 0 changed" in give(people, file=file).content.decode()


def test_a_wrong_row_is_named_and_there_is_nothing_to_press(people):
    answered = give(people, "Platform\tAccount\tOpened\nFacebook\tThornfield\tone day\n")
    page = answered.content.decode()
    assert (answered.status_code, "<b>Row 2.</b>" in page, "Take it in" in page) == (422, True, False)
    assert "Facebook\tThornfield\tone day" in page  # what was pasted stays, to be corrected there


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({}, "Choose a file, or paste the table."),
        ({"text": "We post here and there."}, "No row names the columns"),
        ({"file": SimpleUploadedFile("policy.pdf", b"%PDF-1.7")}, "This is a PDF"),
    ],
)
def test_what_holds_no_table_is_refused_with_what_to_do(people, sent, why):
    answered = give(people, **sent)
    assert (answered.status_code, why in answered.content.decode()) == (422, True)


def test_what_was_pasted_is_not_lost_when_it_cannot_be_read(people):
    assert "We post here and there." in give(people, "We post here and there.").content.decode()


def test_whoever_changed_the_register_meanwhile_is_seen_before_anything_is_taken_in(people):
    page = give(people, thornfield.tabbed()).content.decode()
    register.open_channel(people.school, platform="facebook", name="Thornfield Trips", **cast.by_system)
    answered = take(people, page)
    assert (answered.status_code, "has changed since you looked" in answered.content.decode(), count(people)) == (
        422, True, 2
    )  # fmt: skip


@pytest.mark.parametrize("seen", ["", "0" * 64])
def test_nothing_is_taken_in_that_nobody_looked_at(people, seen):
    page = give(people, thornfield.tabbed()).content.decode()
    assert (take(people, page, seen=seen).status_code, count(people)) == (422, 1)


def test_a_secret_is_refused_and_stands_nowhere_on_the_page(people):
    page = give(people, "Platform\tAccount\tNote\nX\t@t\tthe password is Tr0ub4dor&3\n").content.decode()
    assert ("Say where it is kept" in page, "Tr0ub4dor" in page) == (True, False)


def test_a_column_of_logins_is_refused_and_what_stands_in_it_is_shown_nowhere(people):
    page = give(people, "Platform\tAccount\tPassword\nX\t@t\tcorrect horse\n").content.decode()
    assert ("Delete the column" in page, "correct horse" in page) == (True, False)


@pytest.mark.parametrize(("ending", "start"), [("csv", b"\xef\xbb\xbfNumber"), ("xlsx", b"PK")])
def test_the_register_leaves_as_a_file_by_the_name_of_the_school_and_the_day(people, ending, start):
    answered = signed_in(people.ben).get(address(f"accounts_{ending}"))
    assert answered.content.startswith(start)
    assert re.search(rf'"brookfield-accounts-\d{{4}}-\d\d-\d\d\.{ending}"', answered.headers["Content-Disposition"])


def test_how_to_get_a_login_back_leaves_with_those_alone_who_keep_it(people):
    register.amend(people.channel, said={"recovery": "ask the caretaker"}, by=cast.SYSTEM, at=cast.AT)
    files = {who: signed_in(getattr(people, who)).get(address("accounts_csv")).content
             for who in ("head", "ben", "amara")}  # fmt: skip
    told = {who: b"ask the caretaker" in file for who, file in files.items()}
    assert told == {"head": True, "ben": False, "amara": False}


def test_no_other_sort_of_file_is_there(people):
    assert signed_in(people.head).get("/brookfield/accounts/register.pdf").status_code == 404
