import os
import subprocess
import sys
import time
from datetime import timedelta
from functools import partial

import pytest

from gatepost.schools.actions import codes
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import UsedCode
from tests import cast
from tests.cast import AT


def use(person, code="123456", *, at=AT):
    """Use a code up, as its owner."""
    codes.use(person, code=code, by=person.actor, at=at)


@pytest.mark.django_db
@pytest.mark.parametrize("again", ["123456", "123 456", " 123-456"])
def test_a_code_lets_nobody_in_twice_however_it_is_typed(again):
    person = cast.cast().amara.person
    use(person)
    with pytest.raises(UnableTo, match="Wait for the app to show the next one"):
        use(person, again, at=AT + timedelta(seconds=89))


@pytest.mark.django_db
def test_the_next_code_and_somebody_elses_are_other_codes():
    found = cast.cast()
    use(found.amara.person)
    use(found.amara.person, "654321")
    use(found.ben.person)
    assert UsedCode.objects.count() == 3


@pytest.mark.django_db
def test_a_code_is_forgotten_once_it_is_no_longer_right():
    person = cast.cast().amara.person
    use(person)
    use(person, at=AT + timedelta(minutes=4))
    assert [one.at for one in UsedCode.objects.all()] == [AT + timedelta(minutes=4)]


@pytest.mark.django_db
def test_nobody_uses_up_the_code_of_another():
    found = cast.cast()
    with pytest.raises(UnableTo, match="whose it is"):
        codes.use(found.amara.person, code="123456", by=found.ben.person.actor, at=AT)


SET_UP = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", "schools", verbosity=0)
from gatepost.schools.models import Person, Trust
Person.objects.create_user("a@example.org", name="Amara", joined_at="2026-11-21T09:00Z",
                           trust=Trust.objects.create(name="Brook", slug="brook"))
"""
SIGN_IN = """
import sys, time, django; django.setup()
from django.utils import timezone
from gatepost.schools.actions import codes
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import Person
person = Person.objects.get()
time.sleep(max(0, float(sys.argv[1]) - time.time()))
for code in range(30):
    try:
        codes.use(person, code=f"{code:06}", by=person.actor, at=timezone.now())
        print(code)
    except UnableTo:
        pass
"""


def test_of_two_processes_that_are_sent_one_code_at_once_one_takes_it(tmp_path):
    given = {"DJANGO_SETTINGS_MODULE": "gatepost.config.settings", "GATEPOST_DEMO": "1", "GATEPOST_DATA": str(tmp_path),
             "GATEPOST_DATABASE": f"sqlite:///{tmp_path / 'codes.sqlite3'}"}  # fmt: skip
    python = partial(subprocess.Popen, env=os.environ | given, stdout=subprocess.PIPE, text=True)
    python([sys.executable, "-c", SET_UP]).communicate(timeout=60)
    start = str(time.time() + 3)
    both = [python([sys.executable, "-c", SIGN_IN, start]) for _ in range(2)]
    taken = [int(code) for one in both for code in one.communicate(timeout=60)[0].split()]
    assert sorted(taken) == list(range(30))
