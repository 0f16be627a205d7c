"""Where the register, the policy's own table, the privacy notice and the website differ."""

from datetime import date
from typing import Any

import pytest

from gatepost import library
from gatepost.channels.demands import demands
from gatepost.channels.models import Channel, Check
from gatepost.channels.parity import mismatches
from gatepost.channels.standing import standing
from gatepost.policy.document import Channel as Row
from gatepost.policy.document import Month
from tests.cast import AT

TODAY = date(2026, 11, 20)
FACEBOOK = Row("facebook", "3.t.r1", name="Brookfield Primary", opened=Month(2019, 11))
X = Row("x", "3.t.r5", closed=Month(2025, 11, 1))


def account(platform="facebook", name="Brookfield Primary", opened=date(2019, 11, 4), **more: Any):
    """An account of the register."""
    return Channel(platform=platform, name=name, opened_on=opened, **more)


def stands(channel, *found, policy="north-star"):
    """How it stands under a policy, with what was found of its checks."""
    policies = (library.compiled(policy),)
    latest = [Check(kind=kind, found=what, checked_at=AT) for kind, what in found]
    return standing(channel, policies=policies, asked=demands(policies), admins=(), latest=latest, left_at=None,
                    on=TODAY)  # fmt: skip


def said(rows, *channels, place="policy"):
    """What differs there."""
    return [one.says for one in mismatches([stands(one) for one in channels], rows, on=TODAY) if one.place == place]


@pytest.mark.parametrize(
    ("row", "channel", "words"),
    [
        (FACEBOOK, account(opened=date(2020, 1, 1)), "opening as November 2019, the register as 1 January 2020"),
        (FACEBOOK, account(closed_on=date(2026, 7, 1)), "The register has it closed, and the policy lists it as open"),
        (X, account("x", "@brook", date(2015, 1, 1)), "policy says that it closed (1 November 2025), and the register"),
        (X, account("x", "@brook", date(2015, 1, 1), closed_on=date(2025, 12, 1)), "closing as 1 November 2025, the"),
        (Row("facebook", "r", name="Brook"), account(), "calls it “Brook”, the register “Brookfield Primary”"),
        (
            Row("facebook", "r", address="https://facebook.com/a"),
            account(address="https://facebook.com/b"),
            "address as",
        ),
        (Row("facebook", "r", master_admin="av_technician"), account(master_holder="headteacher"), "the AV technician"),
    ],
)
def test_each_way_of_differing_is_told(row, channel, words):
    told = said([row], channel)
    assert len(told) == 1
    assert words in told[0]


@pytest.mark.parametrize(
    ("row", "channel"),
    [
        (FACEBOOK, account()),
        (FACEBOOK, account(name="BROOKFIELD primary", opened=date(2019, 11, 30))),
        (X, account("x", "@brook", date(2015, 1, 1), closed_on=date(2025, 11, 1))),
        (Row("facebook", "r", name="@brook"), account(handle="@Brook")),
        (
            Row("facebook", "r", address="https://www.facebook.com/brook/"),
            account(address="https://facebook.com/brook"),
        ),
        (Row("facebook", "r", closed=Month(2027, 3)), account()),
        (Row("facebook", "r", master_admin="headteacher"), account(master_holder="headteacher")),
        (Row("facebook", "r", master_admin="headteacher"), account()),
    ],
)
def test_near_misses_agree(row, channel):
    assert said([row], channel) == []


def test_what_only_one_of_them_has_is_told_with_what_to_do():
    extra = account("tiktok", "@brook", date(2026, 1, 1))
    assert said([FACEBOOK], extra) == ["The policy lists it, and the register does not.",
                                       "It is on the register, and the policy does not list it."]  # fmt: skip


def test_a_row_that_closed_and_that_the_register_never_had_is_to_be_put_there():
    found = mismatches([], [X], on=TODAY)
    assert [(one.ref, "closing day" in one.do) for one in found] == [("3.t.r5", True)]


def test_an_account_that_closed_before_the_policy_was_written_is_no_mismatch():
    assert said([FACEBOOK], account(), account("x", "@brook", date(2015, 1, 1), closed_on=date(2020, 1, 1))) == []


def test_a_row_without_a_name_stands_for_every_account_of_its_platform():
    assert said([Row("facebook", "r")], account(), account(name="Brookfield Trips")) == []


def test_two_pages_of_one_platform_are_told_apart_by_name():
    trips = Row("facebook", "r3", name="Brookfield Trips", opened=Month(2023, 9))
    pages = (account(name="Brookfield Trips", opened=date(2023, 9, 1)), account())
    assert said([FACEBOOK, trips], *pages) == []


def test_a_policy_without_a_list_is_compared_with_nothing():
    assert said([], account()) == []


def test_a_group_and_an_account_of_others_are_not_looked_for_in_the_policy():
    assert said([FACEBOOK], account(), account("whatsapp", "Y4", kind="group"), account(kind="associated")) == []


def test_the_privacy_notice_is_asked_about_where_the_policy_asks_for_it():
    silent, asking = stands(account()), stands(account(), policy="littleover")
    places = [[one.place for one in mismatches([one], [], on=TODAY)] for one in (silent, asking)]
    assert places == [[], ["notice", "website"]]


def test_a_look_that_found_it_missing_is_told_whatever_the_policy_asks():
    found = mismatches([stands(account(), ("website_link", "not_in_order"))], [], on=TODAY)
    assert [(one.place, one.says) for one in found] == [("website", "The website: not in order.")]


def test_a_closed_account_that_still_stands_in_the_notice_is_told():
    closed = stands(account(closed_on=date(2026, 7, 1)), ("privacy_notice", "in_order"))
    assert [one.place for one in mismatches([closed], [], on=TODAY)] == ["notice"]
