"""What the invented schools tell everybody of their accounts."""

import pytest
from django.utils import timezone

from gatepost.channels.counting import is_ours
from gatepost.channels.official import official
from gatepost.channels.queries import all_channels
from gatepost.channels.standings import standings
from gatepost.handbook.queries import policy_in_force
from gatepost.web.public_list import barred_texts, public_list
from tests.config.demo.conftest import AT

pytestmark = pytest.mark.django_db


def test_every_open_account_that_counts_is_listed_and_no_text_of_it_is_left_out(schools):
    for school in schools:
        on = timezone.localdate(AT)
        policy = policy_in_force(school, on=on)
        judges = policy.all if policy else ()
        held = standings(list(all_channels(school)), of=school, policies={school.pk: judges}, on=on)
        counted = {one.channel.name for one in held if is_ours(one) and one.channel.closed_on is None}
        assert {one.name for one in public_list(school, at=AT).ours} == counted, school
        assert counted, school
        assert barred_texts(official(school, policies=judges, at=AT)) == ()
