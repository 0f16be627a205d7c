import pytest

from gatepost.schools.queries import seat
from tests.cast import AT, Cast, add_person, waiting
from tests.web.visits import set_clock, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch)


def content(people: Cast, seat):
    version = waiting(people, shown=(people.oliver,))
    return visitor(seat).get(f"/api/brookfield/versions/{version.pk}").json()["content"]


def test_an_approver_reads_who_is_in_it_and_not_where_its_files_lie(people):
    (picture,) = content(people, people.ben)["pictures"]
    assert (picture["pupils"], picture["alt_text"]) == ([people.oliver.pk], "Pupils with a model")
    assert not {"file", "seen", "marks", "dhash"} & picture.keys()


def test_a_governor_reads_what_it_says_and_not_who_is_in_it(people):
    governor = add_person(people.school, "Grace Poon", "governor")
    read = content(people, seat(governor, people.school, at=AT))
    assert ("text" in read, "named" in read, "pupils" in read["pictures"][0]) == (True, False, False)
