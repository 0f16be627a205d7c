"""The pages of the look through earlier posts."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gatepost.consents.actions import pupils
from gatepost.publishing.back_catalogue import campaign_now
from gatepost.publishing.models import PastPost
from gatepost.schools.queries import seat
from tests.cast import AT, Cast, add_person, by_system, cast
from tests.publishing.looking_back import added, begun, decided, link
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, visitor

pytestmark = pytest.mark.django_db
HERE = "earlier-posts/"


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch)


@pytest.fixture
def people() -> Cast:
    return cast()


def texts(people: Cast) -> list[str]:
    return [one.address for one in PastPost.objects.of(people.school)]


def governor(people: Cast):
    return seat(add_person(people.school, "Gwen Hughes", "governor"), people.school, at=AT)


def test_whoever_looks_through_them_opens_the_page_and_nobody_else(people):
    begun(people)
    assert by_everybody(people, HERE) == {"amara": 403, "ben": 403, "carys": 403, "head": 200, "dev": 404}


def test_a_look_through_is_begun_with_a_name_and_a_day(people):
    answer = post(people.head, f"{HERE}begin/", name="Back-catalogue, autumn 2026", due_on="2026-12-18")
    assert (answer.status_code, str(campaign_now(people.school))) == (302, "Back-catalogue, autumn 2026")


def test_what_was_typed_stays_where_it_cannot_begin(people):
    answer = post(people.head, f"{HERE}begin/", name="Autumn", due_on="2020-01-01")
    assert (answer.status_code, 'value="Autumn"' in seen(answer), "still to come" in seen(answer)) == (422, True, True)


def test_links_are_pasted_and_added(people):
    begun(people)
    answer = post(people.head, f"{HERE}add/", links=f"{link(1)}\n{link(2)}\n", where="link")
    assert (answer.status_code, texts(people)) == (302, [link(1), link(2)])


def test_what_is_not_added_is_said_and_can_be_saved_as_a_list(people):
    begun(people)
    answer = post(people.head, f"{HERE}add/", links=f"{link(1)}\n=cmd()\njavascript:alert(1)")
    assert ("1 post added. 2 were not." in seen(answer), "begins with https://" in seen(answer)) == (True, True)
    file = post(people.head, f"{HERE}not-added/", rows=answer.context["rows"])
    assert file.headers["Content-Disposition"] == 'attachment; filename="posts-not-added.csv"'
    lines = file.content.decode("utf-8-sig").splitlines()
    assert (lines[0], lines[1].startswith("2,'=cmd(),"), len(lines)) == ("Row,Link,What to do", True, 3)


def test_a_list_that_somebody_made_up_is_not_handed_back(people):
    begun(people)
    assert post(people.head, f"{HERE}not-added/", rows="made:up").status_code == 302


def test_a_file_is_read_with_its_days_and_words(people):
    begun(people)
    data = f"Permalink,Publish time,Caption\n{link(1)},03/09/2024,Sports day\n".encode()
    post(people.head, f"{HERE}add/", file=SimpleUploadedFile("posts.csv", data, "text/csv"))
    row = PastPost.objects.of(people.school).get()
    assert (row.text, str(row.posted_on), row.channel) == ("Sports day", "2024-09-03", people.channel)


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"Name,Day\nx,y\n", b""], ids=["a PDF", "no links", "nothing"])
def test_a_file_that_is_no_list_changes_nothing_and_says_what_to_do(people, data):
    begun(people)
    answer = post(people.head, f"{HERE}add/", file=SimpleUploadedFile("posts.csv", data, "text/csv"), links=link(1))
    assert (answer.status_code, texts(people), link(1) in seen(answer)) == (422, [], True)


def test_the_list_says_how_far_it_has_come_and_what_is_left(people):
    campaign = begun(people)
    first, *_ = added(campaign, people.head, "Sports day.", "Well done, Zofia Nowak.", "A shelter.")
    decided(first, people.head, "keep", shows="no_picture")
    page = seen(get(people.head, HERE))
    assert ("33 % settled" in page, "1 of 3 posts settled. Left: 2 to look at." in page) == (True, True)
    assert page.index("Zofia Nowak") < page.index("A shelter.")


def test_at_a_hundred_it_can_be_finished_and_the_figures_follow(people):
    campaign = begun(people)
    decided(added(campaign, people.head, "Sports day.")[0], people.head, "keep", shows="no_picture")
    assert "100 % settled" in seen(get(people.head, HERE))
    answer = post(people.head, f"{HERE}{campaign.pk}/end/")
    assert answer.headers["Location"].endswith(f"{campaign.pk}/evidence/")
    assert campaign_now(people.school) is None


def test_it_cannot_be_finished_before(people):
    campaign = begun(people)
    added(campaign, people.head, "Sports day.")
    answer = visitor(people.head).post(f"/brookfield/{HERE}{campaign.pk}/end/", follow=True)
    assert ("Left: 1 to look at" in seen(answer), campaign_now(people.school)) == (True, campaign)


def test_a_governor_reads_the_figures_and_no_name(people):
    campaign = begun(people)
    added(campaign, people.head, "Well done, Zofia Nowak.")
    gwen = governor(people)
    page = get(gwen, f"{HERE}{campaign.pk}/evidence/")
    assert (page.status_code, "Zofia" in seen(page), "Primary on Facebook" in seen(page)) == (200, False, True)
    assert get(gwen, f"{HERE}evidence/").headers["Location"].endswith(f"{campaign.pk}/evidence/")


def test_the_figures_of_another_school_are_not_there(people):
    campaign = begun(people)
    for slug in ("brookfield", people.other.slug):
        for page in ("evidence/", "evidence.csv"):
            assert visitor(people.dev).get(f"/{slug}/{HERE}{campaign.pk}/{page}").status_code == 404


def test_the_archive_leads_there(people):
    assert f'href="/brookfield/{HERE}"' in seen(get(people.head, "archive/"))


def test_what_was_kept_and_holds_no_longer_is_told_after_it_has_ended(people):
    campaign = begun(people)
    kept = added(campaign, people.head, "Well done, Nia Thomas.")[0]
    decided(kept, people.head, "keep", shows="no_picture")
    post(people.head, f"{HERE}{campaign.pk}/end/")
    cast_pupil = {"legal_first": "Nia", "legal_last": "Thomas", "year": 4}
    pupils.add([cast_pupil], school=people.school, **by_system)
    assert "1 that was kept" in seen(get(people.head, HERE))


@pytest.mark.parametrize("rows", [3, 300])
def test_the_list_costs_the_same_however_many_there_are(people, rows):
    added(begun(people), people.head, *["Well done, Zofia Nowak."] * rows)
    assert queries_of(people.head, HERE) <= 12
