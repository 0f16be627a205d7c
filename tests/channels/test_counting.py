"""Whether an account is official is one answer, in the same words wherever somebody reads it."""

import csv
from io import StringIO

import pytest

from gatepost.channels.actions import looking, register
from gatepost.channels.counting import SAID, counted, is_ours
from gatepost.channels.exchange.columns import OFFICIAL
from gatepost.channels.exchange.register import whole
from gatepost.channels.exchange.sending import file_of
from gatepost.channels.models import Channel
from gatepost.channels.standings import standings
from gatepost.handbook.queries import policy_in_force
from tests.cast import AT, by_system, cast

pytestmark = pytest.mark.django_db
MET = {"master_rights": "organisation", "editorial_oversight": True, "authorised": True}


def read(people):
    """How each account stands, in their order."""
    channels = list(Channel.objects.of(people.school).order_by("pk"))
    policies = {people.school.pk: policy_in_force(people.school, on=AT.date()).all}
    return standings(channels, of=people.school, policies=policies, on=AT.date())


def settle(people, **said):
    register.amend(people.channel, said={**MET, **said}, **by_system)
    looking.add_admin(people.channel, person=people.ben.person, seat=people.head, at=AT)


@pytest.mark.parametrize(
    ("policy", "said", "state", "ours"),
    [
        ("southport", {}, "official", True),
        ("southport", {"master_rights": "individual"}, "against", False),
        ("southport", {"master_rights": ""}, "unsettled", False),
        ("everyone-matters", {}, "silent", True),
    ],
)
def test_an_account_counts_by_the_policy_in_force(policy, said, state, ours):
    people = cast(policy=policy)
    settle(people, **said)
    (found,) = read(people)
    assert (counted(found), is_ours(found)) == (state, ours)


@pytest.mark.parametrize("kind", ["associated", "group"])
def test_what_is_no_account_of_the_schools_never_counts(kind):
    people = cast(policy="everyone-matters")
    register.open_channel(people.school, platform="whatsapp", name="Year 4", kind=kind, **by_system)
    assert counted(read(people)[-1]) == "against"


@pytest.mark.parametrize(
    ("policy", "says"), [("southport", "not settled yet"), ("everyone-matters", "policy does not say")]
)
def test_the_file_says_what_the_register_says(policy, says):
    people = cast(policy=policy)
    held = file_of(whole([people.channel], of=people.school), read(people), ending="csv", private=True).decode(
        "utf-8-sig"
    )
    assert [row[OFFICIAL] for row in csv.DictReader(StringIO(held))] == [says]
    assert says in SAID.values()
