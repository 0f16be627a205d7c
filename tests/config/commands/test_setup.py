import re

import pytest
from django.test import Client

from gatepost.cli.output import UsageProblem
from gatepost.config.commands import setup
from gatepost.handbook.models import Adoption
from gatepost.schools.models import HeldRole, School, Trust

pytestmark = pytest.mark.django_db
HILLSIDE = {
    "school": "Hillside Primary", "slug": "hillside", "trust": "Hillside Primary", "policy": "littleover",
    "head": "Mrs Okafor", "email": "head@hillside.example", "colour": "#7b2d43",
}  # fmt: skip


def set_up(**changed):
    """Set up the school, and return what is printed."""
    said = []
    setup.set_up_school(**{**HILLSIDE, **changed}, say=said.append)
    return "\n".join(said)


def test_a_school_stands_with_its_policy_and_its_head():
    set_up()
    (adoption,) = Adoption.objects.all()
    (held,) = HeldRole.objects.all()
    assert (adoption.school.slug, adoption.policy_id, held.role) == ("hillside", "littleover", "headteacher")


def test_the_head_chooses_a_password_by_the_link_that_is_printed():
    link = re.search(r"https://[^/]+(/\S+)", set_up())[1]
    page = Client().get(link, follow=True)
    assert (page.status_code, "password" in page.content.decode()) == (200, True)


def test_the_next_school_joins_the_same_trust():
    set_up(trust="Ashgrove Learning Trust")
    set_up(trust="Ashgrove Learning Trust", slug="thornbeck", school="Thornbeck", email="head@thornbeck.example")
    assert (Trust.objects.count(), School.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"policy": "nowhere.yaml"}, "The library has southport"),
        ({"slug": "api"}, "Choose another"),
        ({"slug": "Hill Side"}, "letters, numbers"),
        ({"email": "head"}, "valid e-?mail"),
        ({"colour": "red"}, "valid value"),
    ],
)
def test_what_cannot_be_leaves_nothing_behind(changed, says):
    with pytest.raises(UsageProblem, match=says):
        set_up(**changed)
    assert (Trust.objects.count(), School.objects.count()) == (0, 0)


def test_a_school_is_set_up_once():
    set_up()
    with pytest.raises(UsageProblem, match="already"):
        set_up(email="other@hillside.example")


def test_a_policy_of_ones_own_is_checked_before_it_is_adopted(tmp_path):
    path = tmp_path / "policy.yaml"
    path.write_text("policy: hillside\n", encoding="utf-8")
    with pytest.raises(UsageProblem, match="cannot be adopted yet"):
        set_up(policy=str(path))
