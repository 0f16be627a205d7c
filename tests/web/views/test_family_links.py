"""The office gives a family its page, by e-mail or on paper, and can take it back."""

import re
import socketserver
import threading
from contextlib import contextmanager

import pytest
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from gatepost.audit.models import Event
from gatepost.consents.actions import contacts, links
from gatepost.consents.models import Answer, Link, Pupil
from tests import cast
from tests.cast import by_system

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def school():
    return cast.cast()


@pytest.fixture
def mother(school):
    return contacts.add(school.oliver, name="Grace Hartley", relationship="Mother", email="g@home.example", **by_system)


@pytest.fixture
def office(school):
    client = Client()
    client.force_login(school.head.person, backend=BACKEND)
    return client


def here(school, end=""):
    return f"/brookfield/pupils/{school.oliver.pk}/family/{end}"


class Taking(socketserver.StreamRequestHandler):
    """Takes e-mail as a server does (RFC 5321), and keeps what it was given."""

    def handle(self):
        self.wfile.write(b"220 mail.example\r\n")
        while line := self.rfile.readline().decode().strip():
            word = line[:4].upper()
            if word == "DATA":
                self.wfile.write(b"354 go on\r\n")
                self.server.taken.append("".join(iter(lambda: self.rfile.readline().decode(), ".\r\n")))
            self.wfile.write(b"221 bye\r\n" if word == "QUIT" else b"250 ok\r\n")
            if word == "QUIT":
                return


@contextmanager
def mail_server():
    with socketserver.TCPServer(("127.0.0.1", 0), Taking) as server:
        server.taken = []
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def through(port):
    return override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1",
                             EMAIL_PORT=port, EMAIL_USE_TLS=False)  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_an_e_mail_goes_through_the_schools_server_and_its_link_opens_the_page(school, mother, office):
    with mail_server() as server, through(server.server_address[1]):
        office.post(here(school, "send/"), {"reader": mother.pk})
    (message,) = server.taken
    link = re.search(r"http://testserver(/families/\S+)", message.replace("=\r\n", ""))[1]
    assert "To: g@home.example" in message
    assert "Photos of Oliver" in Client().get(link).content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_subject_names_no_pupil(school, mother, office):
    with mail_server() as server, through(server.server_address[1]):
        office.post(here(school, "send/"), {"reader": mother.pk})
    subject = re.search(r"Subject: (.*)", server.taken[0])[1]
    assert subject.strip() == "Photo permissions at Brookfield"


@pytest.mark.django_db(transaction=True)
def test_a_server_that_takes_nothing_is_told_of_in_words(school, mother, office):
    with mail_server() as server:
        port = server.server_address[1]
    with through(port):
        page = office.post(here(school, "send/"), {"reader": mother.pk})
    assert (page.status_code, "Print the letter instead" in page.content.decode()) == (422, True)


def test_a_letter_has_the_address_in_words_and_as_a_code(school, mother, office):
    page = office.post(here(school, "letter/"), {"reader": mother.pk}).content.decode()
    link = re.search(r"http://testserver(/families/[\w.-]+/)", page)[1]
    assert 'class="gp-qr"' in page
    assert Client().get(link).status_code == 200


def test_the_letter_can_be_printed_and_says_that_it_is_not_shown_again(school, mother, office):
    page = office.post(here(school, "letter/"), {"reader": mother.pk}).content.decode()
    assert re.search(r"<button[^>]* data-print", page)
    assert "cannot be shown again" in page
    assert "takes it down" not in page


def by_letter(school, mother, office):
    """The address on a letter that the office has printed."""
    page = office.post(here(school, "letter/"), {"reader": mother.pk}).content.decode()
    return re.search(r"http://testserver(/families/[\w.-]+/)", page)[1]


def test_an_answer_by_letter_is_none_by_e_mail_and_the_record_tells_who_printed_it(school, mother, office):
    address = by_letter(school, mother, office)
    words = re.search(r'name="words" value="(\w+)"', Client().get(address).content.decode())[1]
    Client().post(address, {"words": words, "answer-press-photo": "yes"})
    answer = Answer.objects.of(school.school).order_by("pk").last()
    printed, given = (Event.objects.filter(kind=kind).last() for kind in ("link.printed", "answer.recorded"))
    assert (answer.method, answer.state) == ("letter", "granted")
    assert printed.actor_ref == str(school.head.person.pk)
    assert given.actor_name == "Whoever has the letter to a parent or carer"


def test_a_page_that_is_opened_by_a_letter_says_so_and_since_when(school, mother, office):
    address = by_letter(school, mother, office)
    first, again = (Client().get(address).content.decode() for _ in range(2))
    assert ("with the letter that Brookfield printed" in first, "first opened on" in first) == (True, False)
    assert "It was first opened on" in again


def test_a_page_of_an_e_mail_says_nothing_of_a_letter(school, mother):
    made = links.make(school.oliver, contact=mother, seat=school.head, at=timezone.now())
    assert "with the letter" not in Client().get(f"/families/{made.token}/").content.decode()


def test_no_form_calls_an_answer_one_by_a_link_that_nobody_used(school, office):
    page = office.get(f"/brookfield/pupils/{school.oliver.pk}/answer/").content.decode()
    assert re.findall(r'<option value="(link|letter|paper)"', page) == ["paper"]


def answered_by(school, who):
    Pupil.objects.of(school.school).filter(pk=school.oliver.pk).update(who_answers=who)


@pytest.mark.parametrize(("who", "offered"), [
    ("parent", ["Grace Hartley"]), ("pupil", ["Oliver Hartley"]), ("both", ["Grace Hartley", "Oliver Hartley"]),
])  # fmt: skip
def test_a_letter_is_offered_to_those_alone_whom_the_school_asks(school, mother, office, who, offered):
    answered_by(school, who)
    page = office.get(here(school)).content.decode()
    assert re.findall(r'Letter<span class="govuk-visually-hidden"> for ([^<]+)<', page) == offered


def test_somebody_whom_the_school_does_not_ask_is_sent_nothing(school, mother, office):
    found = [office.post(here(school, end), {"reader": "pupil"}) for end in ("letter/", "send/")]
    assert [(one.status_code, "the school asks nobody else" in one.content.decode()) for one in found] == 2 * [
        (422, True)
    ]
    assert not Link.objects.of(school.school).exists()


def test_a_link_that_is_open_still_can_be_ended_when_its_holder_is_asked_no_more(school, mother, office):
    by_letter(school, mother, office)
    answered_by(school, "pupil")
    page = office.get(here(school)).content.decode()
    assert ("End the link" in page, "for Grace Hartley" in page) == (True, False)


def test_where_there_is_nobody_to_ask_the_page_says_what_to_do(school, office):
    assert "Add a parent or carer" in office.get(here(school)).content.decode()


def test_the_letter_of_a_pupil_is_the_pupils(school, office):
    answered_by(school, "pupil")
    office.post(here(school, "letter/"), {"reader": "pupil"})
    link = Link.objects.of(school.school).get()
    assert (link.contact, link.given_by, link.way) == (None, "pupil", "letter")


def test_a_new_link_ends_the_older_one(school, mother, office):
    for _ in range(2):
        office.post(here(school, "letter/"), {"reader": mother.pk})
    assert [one.revoked_at is None for one in Link.objects.of(school.school).order_by("pk")] == [False, True]


def test_a_link_can_be_ended(school, mother, office):
    office.post(here(school, "letter/"), {"reader": mother.pk})
    office.post(here(school, "end/"), {"link": Link.objects.of(school.school).get().pk})
    assert Link.objects.of(school.school).get().revoked_at is not None


def test_a_contact_without_an_address_is_offered_the_letter(school, office):
    father = contacts.add(school.oliver, name="Adam Hartley", **by_system)
    page = office.get(here(school)).content.decode()
    assert "no e-mail address" in page
    assert f'value="{father.pk}"><button class="govuk-button gp-btn--s"' not in page
