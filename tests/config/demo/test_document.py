import re

import pytest

from gatepost import library
from gatepost.config.demo.document import central, families, names, sites, stories
from gatepost.config.demo.scenes import SCENES
from gatepost.consents.elements import ELEMENTS
from gatepost.publishing.states import FACES
from gatepost.schools.roles import ANSWERING, POSITIONS, ROLES

WORKERS = [*central(), *(worker for site in sites() for worker in site.people)]
SKETCHES = [sketch for story in stories() for sketch in story.pictures]


def test_everybody_holds_a_role_that_there_is():
    assert [one.name for one in WORKERS if not set(one.roles) <= ROLES.keys() | POSITIONS.keys()] == []


def test_everybody_may_come_in():
    assert [one.name for one in WORKERS if not set(one.roles) & ROLES.keys() and one not in central()] == []


def test_every_role_is_held_by_somebody_at_every_school():
    everywhere = {role for one in central() for role in one.roles}
    held = [everywhere | {role for one in site.people for role in one.roles} for site in sites()]
    assert [ROLES.keys() - roles for roles in held] == [set()] * len(held)


def test_no_two_have_one_name():
    assert len({one.name for one in WORKERS}) == len(WORKERS)


@pytest.mark.parametrize("site", sites(), ids=lambda site: site.slug)
def test_accounts_are_posted_to_by_people_of_the_school(site):
    keys = {one.key for one in site.people}
    named = (key for one in site.channels for key in (*one.posters, *one.admins, one.owner or site.teacher))
    assert {site.teacher, *named} <= keys


def test_the_accounts_are_on_platforms_that_the_policy_lists():
    listed = {site.slug: {row.platform for row in library.document(site.policy).head.channels} for site in sites()}
    ours = {site.slug: {one.platform for one in site.channels if one.kind == "account"} for site in sites()}
    outside = [slug for slug, platforms in ours.items() if platforms - listed[slug]]
    assert [slug for slug in outside if listed[slug]] == []


def test_what_is_drawn_can_be_drawn():
    assert {(one.scene in SCENES, one.face in FACES) for one in SKETCHES} == {(True, True)}


def test_whoever_is_shown_is_known_everywhere():
    assert {first for one in SKETCHES for first in one.pupils} <= {one.first for one in families()}


def test_nobody_else_has_the_name_of_somebody_known():
    assert {one.first for one in families()} & {*names("first")} == set()


def test_families_answer_about_what_is_asked():
    assert {element for one in families() for element in one.social} <= ELEMENTS.keys()


@pytest.mark.parametrize("site", sites(), ids=lambda site: site.slug)
def test_everybody_to_whom_a_policy_sends_something_is_there(site):
    held = {role for one in (*central(), *site.people) for role in one.roles}
    wanted = routed(library.document(site.policy)) & (ROLES.keys() | POSITIONS.keys())
    assert {role for role in wanted if not held & ANSWERING.get(role, frozenset({role}))} == set()


def routed(document):
    """The roles that a policy's controls and routes name."""
    carriers = [one for point in document.points for one in point.carriers]
    named = [one.control.parameters().get("route") if one.control else one.body.get("to") for one in carriers]
    listed = [each for one in named if one for each in ([one] if isinstance(one, str) else one)]
    return {role for one in listed for role in re.split(r"[+|]", one)}
