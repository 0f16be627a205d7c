"""The register as its page shows it: what a policy asks for, and what it only advises."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from gatepost.audit.actor import SYSTEM
from gatepost.duties.actions import chasing
from tests import cast

pytestmark = pytest.mark.django_db
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.mark.parametrize(
    ("policy", "told"), [("true-learning", "Our policy advises it"), ("southport", "Our policy asks for it")]
)
def test_what_is_first_to_be_put_right_is_pressed_no_further_than_the_policy_does(policy, told, monkeypatch):
    people = cast.cast(policy=policy)
    chasing.look_round(people.school, by=SYSTEM, at=cast.AT + timedelta(days=1))
    monkeypatch.setattr(timezone, "now", lambda: cast.AT + timedelta(days=120))
    client = Client()
    client.force_login(people.head.person, backend=BACKEND)
    page = client.get("/brookfield/accounts/").content.decode()
    said = {one for one in ("Our policy advises it", "Our policy asks for it") if one in page}
    assert said == {told}
