"""How people come in."""

import pytest
from allauth.core import context
from cryptography.fernet import InvalidToken
from django.test import RequestFactory

from gatepost.web.sign_in import Adapter, SecondStep
from tests.cast import PASSWORD, cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def adapter():
    """allauth's way in, during a request."""
    request = RequestFactory().post("/account/login/")
    with context.request_context(request):
        yield Adapter(request)


def test_nobody_adds_themselves(adapter):
    assert adapter.is_open_for_signup(adapter.request) is False


@pytest.mark.parametrize(("password", "known"), [(PASSWORD, True), (PASSWORD.upper(), False), ("", False)])
def test_a_person_has_an_address_and_a_password(adapter, password, known):
    amara = cast().amara.person
    found = adapter.authenticate(adapter.request, email=amara.email, password=password)
    assert found == (amara if known else None)


def test_an_address_is_known_however_it_is_written(adapter):
    amara = cast().amara.person
    assert adapter.authenticate(adapter.request, email=amara.email.upper(), password=PASSWORD) == amara


def test_showing_again_who_one_is_takes_ones_own_password(adapter):
    people = cast()
    assert adapter.reauthenticate(people.amara.person, PASSWORD) is True
    assert adapter.reauthenticate(people.amara.person, "something else") is False


def test_the_secret_of_a_code_app_is_not_stored_as_it_is():
    sealed = SecondStep().encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in sealed
    assert SecondStep().decrypt(sealed) == "JBSWY3DPEHPK3PXP"


def test_another_server_cannot_read_the_secret_of_a_code_app(settings):
    sealed = SecondStep().encrypt("JBSWY3DPEHPK3PXP")
    settings.SECRET_KEY = "another"  # noqa: S105 - of no server
    with pytest.raises(InvalidToken):
        SecondStep().decrypt(sealed)
