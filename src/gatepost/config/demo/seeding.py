"""Make the whole invented trust."""

from datetime import date, datetime

from django.db import transaction

from gatepost import library
from gatepost.audit.actor import SYSTEM
from gatepost.config.demo import beside
from gatepost.config.demo.asking import settle
from gatepost.config.demo.days import working_days_before
from gatepost.config.demo.document import Site, central, sites, stories
from gatepost.config.demo.earlier import SCHOOL, look_back
from gatepost.config.demo.roll import enrol
from gatepost.config.demo.staff import employ, open_accounts
from gatepost.config.demo.standing import accept_policy, look_after
from gatepost.config.demo.telling import Teller, tale, tell
from gatepost.handbook.actions import policies
from gatepost.schools.actions import organisations
from gatepost.schools.models import Person, School, Trust
from gatepost.schools.queries import seat

NAME = "Ashgrove Learning Trust"
SLUG = "ashgrove"
CONTACTS = ("01632 960417", "office@ashgrove.example")
"""The schools' own number, of the range kept for stories, and address."""
_FOUNDED, _JOINED = 30, 20  # working days ago


@transaction.atomic
def seed(at: datetime) -> Trust:
    """Make the trust with its schools, people, accounts, pupils and a few days of posts, as of `at`.

    Everything is made by actions, at moments before `at`. Call it on a database without this trust.
    """
    founded = working_days_before(at, _FOUNDED, hour=9)
    trust = organisations.found_trust(name=NAME, slug=SLUG, by=SYSTEM, at=founded)
    employ(central(), trust=trust, school=None, at=founded)
    tellers = [_site(site, trust, at=working_days_before(at, _JOINED, hour=9, minute=5 * number))
               for number, site in enumerate(sites())]  # fmt: skip
    posted = (
        tale(story, teller, at=at, hour=9 + (number + 2 * place) % 5)
        for number, teller in enumerate(tellers)
        for place, story in enumerate(stories())
    )
    tell([*posted, *(look_back(one.school, one.pupils, at=at) for one in tellers if one.school.slug == SCHOOL)])
    return trust


def _site(site: Site, trust: Trust, *, at: datetime) -> Teller:
    school = organisations.add_school(
        trust=trust, name=site.name, slug=site.slug, colour=site.colour, contacts=CONTACTS, by=SYSTEM, at=at
    )
    staff = employ(site.people, trust=trust, school=school, at=at)
    head = staff[site.people[0].key]
    _adopt(site, school, head, at=at)
    accept_policy(school, but=("staff", "teaching_assistant"), at=at)
    open_accounts(site.channels, school=school, staff=staff, at=at)
    look_after(school, head=seat(head, school, at=at), at=at)
    if school.slug == beside.SCHOOL:
        beside.beside(school, staff, at=at)
    own_from = library.document(site.policy).head.pupil_answers_from_age
    known = enrol(school, years=site.years, own_from=own_from, at=at)
    dsl = next(staff[one.key] for one in site.people if "dsl" in one.roles)
    settle(known, head=seat(head, school, at=at), dsl=seat(dsl, school, at=at), own_from=own_from, at=at)
    return Teller(school, staff[site.teacher], dict(site.said), known)


def _adopt(site: Site, school: School, head: Person, *, at: datetime) -> None:
    since = _last_september(at)
    earlier = [(site.before, since.replace(year=since.year - 1))] if site.before else []
    for source, day in [*earlier, (site.policy, since)]:
        policies.adopt(
            trust=school.trust, school=school, source=source, effective_from=day, by=head.actor, person=head, at=at
        )


def _last_september(at: datetime) -> date:
    """Return the first day of the school year before this one, so that questions about last spring have an answer."""
    return date(at.year - 1 - (at.month < 9), 9, 1)
