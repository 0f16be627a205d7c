"""The office gives a family its page, by e-mail or on paper, and can take it back."""

import re
import socketserver
import threading
from contextlib import contextmanager

import pytest
from django.test import Client
from django.test.utils import override_settings

from gatepost.consents.actions import contacts
from gatepost.consents.models import Link
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


def test_the_letter_of_a_pupil_is_the_pupils(school, office):
    office.post(here(school, "letter/"), {"reader": "pupil"})
    link = Link.objects.of(school.school).get()
    assert (link.contact, link.given_by) == (None, "pupil")


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
