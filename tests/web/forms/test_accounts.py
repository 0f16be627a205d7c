from datetime import date

import pytest

from gatepost.channels.particulars import AUDIENCES, PLATFORMS
from gatepost.policy.facts.vocabulary import VALUES
from gatepost.web.forms.accounts import AccountForm, AdminForm, ParticularsForm, PosterForm

NEW = {"kind": "account", "platform": "facebook", "name": "Ours", "address": "", "audience": "public"}


def particulars(**said):
    """The form of an account of which this is said."""
    return ParticularsForm({**NEW, **said}, people=[], opened_on=date(2026, 9, 1))


def test_platforms_and_audiences_are_words_that_policies_know():
    assert (set(PLATFORMS) <= VALUES["platform"], AUDIENCES.keys() <= VALUES["audience"]) == (True, True)


@pytest.mark.parametrize(("address", "right"), [("facebook.com/us", True), ("", True), ("javascript:alert(1)", False)])
def test_an_address_is_one_on_the_web(address, right):
    assert AccountForm({**NEW, "address": address}).is_valid() == right


@pytest.mark.parametrize("form", [AdminForm, PosterForm])
def test_nobody_is_named_who_is_not_offered(form):
    assert not form({"who": "person-1"}, people=[]).is_valid()


def test_a_role_that_lets_nobody_post_is_not_offered_as_a_poster():
    offered = {slug for slug, _ in PosterForm(people=[]).offered()}
    assert ("poster" in offered, "teacher" in offered, "governor" in offered) == (True, True, False)


def test_a_password_is_refused_and_not_shown_back_and_the_rest_is():
    form = particulars(login_where="password: Sunflower12", purpose="News for families")
    shown = "".join(str(field) for field in form)
    assert ("Say where it is kept" in form.errors["login_where"][0], "Sunflower" in shown) == (True, False)
    assert "News for families" in shown


@pytest.mark.parametrize(("answer", "kept"), [("yes", True), ("no", False), ("", None)])
def test_what_nobody_has_said_is_kept_as_unknown(answer, kept):
    form = particulars(authorised=answer)
    assert (form.is_valid(), form.said()["authorised"]) == (True, kept)


@pytest.mark.parametrize(("day", "right"), [("2026-09-01", True), ("2026-08-31", False), ("soon", False)])
def test_a_trial_does_not_end_before_it_begins(day, right):
    assert particulars(trial_until=day).is_valid() == right
