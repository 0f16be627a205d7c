from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gatepost import library
from gatepost.handbook.actions import policies
from gatepost.handbook.models import Adoption
from gatepost.handbook.queries import policy_in_force
from gatepost.schools.actions import organisations
from tests.cast import AT, add_person, by_system, cast
from tests.web.visits import set_clock

pytestmark = pytest.mark.django_db
MOST = 12
PAGES = ["policy", "policy_law", "policy_on", "policy_versions"]


@pytest.fixture
def people():
    """The cast."""
    return cast()


def page(client, seat, name, *, school="brookfield", **kwargs):
    """A page of the policy as somebody sees it."""
    client.force_login(seat.person)
    return client.get(reverse(name, kwargs={"school": school, **kwargs}))


def digest(people):
    """What names the text in force."""
    return policy_in_force(people.school, on=AT.date()).own.digest


@pytest.mark.parametrize("name", PAGES)
def test_everybody_at_the_school_may_read_the_policy(client, people, name):
    governor = add_person(people.school, "Gwen Ito", "governor")
    client.force_login(governor)
    assert client.get(reverse(name, kwargs={"school": "brookfield"})).status_code == 200


@pytest.mark.parametrize("name", [*PAGES, "policy_adopt"])
def test_somebody_from_another_school_finds_no_page(client, people, name):
    assert page(client, people.dev, name).status_code == 404


def test_the_page_says_since_when_and_by_whom(client, people):
    shown = page(client, people.amara, "policy").content.decode()
    assert ("In force since 1 September 2026" in shown, "Next review July 2027" in shown) == (True, True)


def test_every_clause_is_there_with_what_it_does(client, people):
    shown = page(client, people.amara, "policy").content.decode()
    assert [one.ref for one in library.document("southport").clauses if f'id="c-{one.ref}"' not in shown] == []


def test_words_are_looked_for_without_a_script(client, people):
    client.force_login(people.amara.person)
    shown = client.get(reverse("policy", kwargs={"school": "brookfield"}), {"words": "2.official.b6"}).content.decode()
    assert ('id="c-2.official.b6"' in shown, 'id="c-1.p1"' in shown) == (True, False)


def test_words_that_stand_nowhere_say_what_to_try(client, people):
    client.force_login(people.amara.person)
    shown = client.get(reverse("policy", kwargs={"school": "brookfield"}), {"words": "<zeppelin>"}).content.decode()
    assert "No clause has “&lt;zeppelin&gt;”" in shown


def test_a_school_without_a_policy_is_told_what_that_means(client, people):
    organisations.add_school(trust=people.trust, name="New", slug="new", colour="#155468", **by_system)
    people.head.person.held_roles.update(school=None)
    shown = page(client, people.head, "policy", school="new").content.decode()
    assert ("No policy is in force yet" in shown, "Adopt a policy" in shown) == (True, True)


@pytest.mark.parametrize("name", ["policy", "policy_law"])
@pytest.mark.parametrize(("year", "overdue"), [(2026, False), (2027, True)])
def test_a_review_whose_month_is_over_is_marked(client, people, monkeypatch, name, year, overdue):
    set_clock(monkeypatch, datetime(year, 11, 20, 10, tzinfo=UTC))
    assert ("Review overdue" in page(client, people.amara, name).content.decode()) is overdue


def test_a_review_is_not_overdue_on_the_last_day_of_its_month(client, people, monkeypatch):
    set_clock(monkeypatch, datetime(2027, 7, 31, 10, tzinfo=UTC))
    assert "Review overdue" not in page(client, people.amara, "policy").content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_what_is_printed_says_where_and_when(client, people, monkeypatch, name):
    set_clock(monkeypatch)
    assert "Brookfield, printed Friday 20 November at 10am" in page(client, people.amara, name).content.decode()


@pytest.mark.parametrize("name", ["policy", "policy_versions", "policy_on"])
def test_whose_policy_it_is_stands_with_its_title(client, people, name):
    client.force_login(people.amara.person)
    shown = client.get(reverse(name, kwargs={"school": "brookfield"}), {"day": "2026-10-01"}).content.decode()
    assert "Social media policy of Southport Learning Trust" in shown


def test_a_day_to_come_is_told_as_what_is_to_come(client, people, monkeypatch):
    set_clock(monkeypatch)
    adopt(client, people.head, choice="littleover")
    shown = client.get(reverse("policy_on", kwargs={"school": "brookfield"}), {"day": "2100-01-01"}).content.decode()
    told = ["as things stand, it will be", "It will be in force from 1 December 2099", "What is signed off that day"]
    assert [words for words in told if words not in " ".join(shown.split())] == []


def test_a_day_to_come_on_which_there_will_be_none_says_so(client, people, monkeypatch):
    august = datetime(2026, 8, 1, 10, tzinfo=UTC)
    set_clock(monkeypatch, august)
    people.amara.person.held_roles.update(since=august)
    client.force_login(people.amara.person)
    shown = client.get(reverse("policy_on", kwargs={"school": "brookfield"}), {"day": "2026-08-20"}).content.decode()
    assert ("there will be none" in shown, "there was none" in shown) == (True, False)


ON = {
    "2026-09-01": "in force from 1 september 2026",
    "3/3/2026": "there was none",
    "2027-01-01": "it will be",
    "soon": "there’s a problem",
}


@pytest.mark.parametrize(("day", "says"), ON.items())
def test_any_day_has_its_answer(client, people, day, says):
    client.force_login(people.amara.person)
    shown = client.get(reverse("policy_on", kwargs={"school": "brookfield"}), {"day": day}).content.decode()
    assert says in shown.lower()


def test_what_was_adopted_can_be_read_and_taken_away_by_its_digest(client, people):
    shown = page(client, people.amara, "policy_text", digest=digest(people))
    file = page(client, people.amara, "policy_file", digest=digest(people))
    assert (shown.status_code, file.content.decode()) == (200, library.text("southport"))


def test_a_text_that_only_another_trust_adopted_is_not_there(client, people):
    other = policies.adopt(
        trust=people.other.trust, school=people.other, source="littleover", effective_from=date(2026, 9, 1), **by_system
    )
    assert page(client, people.amara, "policy_text", digest=other.digest).status_code == 404


def adopt(client, seat, **said):
    """Send the form."""
    client.force_login(seat.person)
    return client.post(reverse("policy_adopt", kwargs={"school": "brookfield"}), {"day": "2099-12-01", **said})


def test_the_head_adopts_a_policy_of_the_library(client, people):
    done = adopt(client, people.head, choice="littleover")
    held = policy_in_force(people.school, on=date(2099, 12, 1))
    assert (done.status_code, held.own.policy_id, held.own.adopted_by) == (302, "littleover", people.head.person)


def test_whoever_writes_posts_does_not_adopt(client, people):
    before = Adoption.objects.count()
    assert (adopt(client, people.amara, choice="littleover").status_code, Adoption.objects.count()) == (403, before)


def test_only_the_central_team_adopts_for_the_whole_trust(client, people):
    refused = adopt(client, people.head, choice="littleover", whole_trust="on")
    assert (refused.status_code, "Only the central team" in refused.content.decode()) == (422, True)


def test_a_file_with_faults_is_shown_again_with_line_and_hint(client, people):
    raw = library.text("southport").replace("nation: england", "nation: atlantis")
    shown = adopt(client, people.head, file=SimpleUploadedFile("p.yaml", raw.encode())).content.decode()
    line = raw.splitlines().index("nation: atlantis") + 1
    assert (f"Line {line}" in shown, "nation: atlantis" in shown) == (True, True)


def test_the_same_file_mended_is_adopted(client, people):
    done = adopt(client, people.head, choice="own", text=library.text("southport"))
    assert (done.status_code, Adoption.objects.first().digest) == (302, digest(people))


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("rows", [10, 1000])
def test_a_page_costs_the_same_whatever_was_adopted(client, people, name, rows, django_assert_max_num_queries):
    first = Adoption.objects.get(school=people.school)
    fields = {one.name: getattr(first, one.name) for one in Adoption._meta.fields if one.name != "id"}
    Adoption.objects.bulk_create([Adoption(**fields) for _ in range(rows)])
    client.force_login(people.amara.person)
    with django_assert_max_num_queries(MOST):
        client.get(reverse(name, kwargs={"school": "brookfield"}))
