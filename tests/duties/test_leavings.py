"""Begun, ticked, given and taken back in whatever order: after their last day nothing of a leaver stands."""

import logging
from collections import Counter
from contextlib import ExitStack, suppress
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from gatepost.channels.actions import looking, register
from gatepost.channels.models import Administrator, Channel, Poster
from gatepost.duties import tasks
from gatepost.duties.actions import duties, leaving
from gatepost.duties.models import Leaving
from gatepost.schools.actions import people as staff
from gatepost.schools.actions import staffing
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import HeldRole, Person
from gatepost.schools.queries import seat
from tests import cast

pytestmark = pytest.mark.django_db
WHY = "the test looks at everything"
EVERYBODY = ["amara", "ben", "carys"]
WHO = st.sampled_from(EVERYBODY)


class Staffroom(RuleBasedStateMachine):
    """A school in which people come and go."""

    cast: cast.Cast
    reached: Counter[str]

    def __init__(self):
        super().__init__()
        self.at, self.swept, self.returned = cast.AT, cast.AT, {}
        self.stack = ExitStack()
        self.stack.enter_context(transaction.atomic())
        self.stack.callback(transaction.set_rollback, True)  # noqa: FBT003 - Django's own

    def teardown(self):
        self.stack.close()

    def person(self, who):
        return Person.objects.get(pk=getattr(self.cast, who).person.pk)

    @property
    def head(self):
        return seat(self.cast.head.person, self.cast.school, at=self.at)

    def tries(self, what, /, *things, **given):
        with suppress(NotAllowed, UnableTo), transaction.atomic():
            return what(*things, **given, at=self.at)

    @rule(who=WHO, days=st.sampled_from([-2, 0, 1, 8]), why=st.sampled_from(["leaves", "leaves", "moves"]))
    def begins(self, who, days, why):
        day = self.at.date() + timedelta(days=days)
        self.tries(leaving.begin, self.person(who), last_day=day, why=why, seat=self.head)

    @rule(every=st.integers(1, 4), to=WHO)
    def some_of_it_is_ticked(self, every, to):
        for row in Leaving.objects.of(self.cast.school):
            chosen = list(row.items.values_list("pk", flat=True))[::every]
            self.tries(leaving.finish, row, items=chosen, proof="Seen.", to=self.person(to), seat=self.head)

    @rule()
    def the_last_is_taken_back(self):
        row = Leaving.objects.of(self.cast.school).order_by("pk").last()
        if row is not None:
            self.tries(leaving.take_back, row, seat=self.head)

    @rule(who=WHO, role=st.sampled_from(["approver", "poster", "teacher", "headteacher"]))
    def is_given_a_role(self, who, role):
        self.tries(staff.give_role, self.person(who), role, school=self.cast.school, by=cast.SYSTEM)

    @rule(who=WHO)
    def is_put_on_every_list(self, who):
        person = self.person(who)
        self.tries(looking.add_admin, self.cast.channel, person=person, seat=self.head)
        self.tries(register.name_poster, self.cast.channel, person, by=cast.SYSTEM)
        self.tries(register.amend, self.cast.channel, said={"owner": person}, by=cast.SYSTEM)
        self.tries(duties.open_duty, self.cast.school, owner=person, kind="check", what="Look", about=f"channel:{who}",
                   due_at=self.at, by=cast.SYSTEM)  # fmt: skip

    @rule(who=WHO)
    def comes_back(self, who):
        person = self.person(who)
        if not person.is_active:
            self.tries(staffing.join, seat=self.head, name=person.name, email=person.email, role="teacher")
            self.returned[person.pk] = self.at

    @rule(days=st.sampled_from([1, 3, 9]))
    def days_go_by_and_the_night_comes(self, days):
        self.at += timedelta(days=days)
        self.night()

    @rule()
    def night(self):
        tasks.close_leavers(at=self.at)
        self.swept = self.at
        for row in self.gone():
            self.reached[row.why] += 1
            assert self.stands(row.person) == [], row

    @invariant()
    def whoever_left_can_do_nothing_here(self):
        for row in self.gone():
            assert not seat(row.person, self.cast.school, at=self.at).roles

    def gone(self):
        """Those who left by the last night and have not come back since."""
        rows = Leaving.objects.of(self.cast.school).filter(why="leaves", withdrawn_at__isnull=True)
        for row in rows.filter(last_day__lt=self.swept.date()).select_related("person__trust"):
            back = self.returned.get(row.person_id)
            out = row.items.filter(what="sign_in", done_at__isnull=False).first()
            if back is None or (out is not None and out.done_at > back):
                yield row

    def stands(self, person):
        """Where somebody stands, read from the rows alone."""
        every = [model.objects.everywhere(why=WHY).filter(person=person, until__isnull=True)
                 for model in (Administrator, Poster)]  # fmt: skip
        owned = Channel.objects.everywhere(why=WHY).filter(owner=person)
        roles = HeldRole.objects.filter(person=person, until__isnull=True)
        return [*every[0], *every[1], *owned, *roles, *person.duties.filter(done_at__isnull=True)]


@pytest.fixture
def _quiet():
    """Refusals are lines in the log, and here there are thousands of them."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.usefixtures("_quiet")
def test_after_their_last_day_nothing_of_whoever_left_stands_anywhere():
    Staffroom.cast, Staffroom.reached = cast.cast(), Counter()
    everybody_leaves()  # by chance alone a few histories may end before anybody's last day
    tried = settings(max_examples=80, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Staffroom, settings=tried)
    assert Staffroom.reached["leaves"] >= len(EVERYBODY)


def everybody_leaves():
    """A written history: all are on every list, and leave tomorrow."""
    history = Staffroom()
    try:
        for who in EVERYBODY:
            history.is_put_on_every_list(who)
            history.begins(who, days=1, why="leaves")
        history.days_go_by_and_the_night_comes(days=3)
        history.whoever_left_can_do_nothing_here()
    finally:
        history.teardown()
