import json
from datetime import date
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from gatepost.consents.actions import answers
from gatepost.publishing.models import Post
from tests.cast import AT, Cast, by_system, cast, draft
from tests.publishing.worked import POSTS, put
from tests.web.visits import set_clock, visitor

pytestmark = pytest.mark.django_db
POLICIES = ["southport", "north-star", "true-learning", "littleover", "everyone-matters"]
DELETED = "Has the picture been deleted from the personal device?"
NOT_HELD = {
    "refused": {"state": "refused", "given_by": "parent"},
    "run out": {"state": "granted", "given_by": "parent", "expires_on": date(2026, 11, 1)},
    "given by somebody else": {"state": "granted", "given_by": "other"},
}
ASKED = [(policy, answer) for policy in POLICIES for answer in NOT_HELD]
ASKED.remove(("true-learning", "given by somebody else"))  # it does not ask who gave it


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch, AT)


def edited(people: Cast, it: Post, **body: Any) -> HttpResponse:
    client: Client = visitor(people.amara)
    return client.patch(f"/api/brookfield/posts/{it.pk}", json.dumps(body), content_type="application/json")


def shown(people: Cast, it: Post) -> str:
    return visitor(people.amara).get(f"/api/brookfield/posts/{it.pk}").content.decode()


@pytest.mark.parametrize(("policy", "answer"), ASKED)
def test_why_somebody_cannot_be_shown_makes_no_difference(policy, answer):
    people = cast(policy=policy)
    it = draft(people, text="Well done, Zofia Nowak.", shown=(people.zofia,))
    before = shown(people, it)
    answers.record(people.zofia, element="photo", tier="social", **NOT_HELD[answer], **by_system)
    assert shown(people, it) == before


@pytest.mark.parametrize("worked", POSTS)
def test_a_worked_post_is_judged_by_the_answers_on_record_as_the_command_line_judges_it(worked):
    people = cast(policy=POSTS[worked]["policy"])
    it = put(POSTS[worked], people)
    page = visitor(people.amara).get(f"/brookfield/posts/{it.pk}/").context["desk"]
    told = json.loads(shown(people, it))["answers"]["allowed"]
    assert (told, page.assessment.answers["allowed"]) == (POSTS[worked]["expected"],) * 2


def test_every_policy_has_a_worked_post_and_more_than_one_comes_out_otherwise():
    assert {one["policy"] for one in POSTS.values()} == {*POLICIES}
    assert {one["expected"] for one in POSTS.values()} == {"allow", "block"}


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"deleted_from_device": "maybe"}, f"Say yes or no to answer “{DELETED}”"),
        ({"post_type": "nonsense"}, "Choose one of the answers on the list to answer “What kind of post is it?”"),
    ],
)
def test_an_answer_that_is_none_is_refused(people, said, why):
    answer = edited(people, it := draft(people), said=said)
    assert (answer.status_code, answer.json()) == (409, {"why": why})
    assert Post.objects.of(people.school).get(pk=it.pk).said == {}


def test_an_answer_is_kept(people):
    edited(people, it := draft(people), said={"uses_org_name": True})
    assert Post.objects.of(people.school).get(pk=it.pk).said == {"uses_org_name": True}


@pytest.mark.parametrize(
    "body",
    [
        {"channels": [2**63]}, {"named": [2**70]}, {"channels": [0]}, {"said": {"purpose": ["a list"]}},
        {"go_out_at": "2026-11-27T09:00:00"}, {"go_out_at": "0001-01-01T00:00:00+14:00"}, {"text": "a" * 10_001},
    ],
)  # fmt: skip
def test_what_cannot_be_stored_is_refused(people, body):
    assert edited(people, draft(people), **body).status_code == 422


def test_what_no_page_shows_is_left_out_of_the_words(people):
    answer = edited(people, draft(people), text="Well\x00 done\ud800.", said={"purpose": "To\x00 praise\udfff"})
    assert answer.json()["text"] == "Well done."


def test_a_post_with_an_id_that_no_row_can_have_is_absent(people):
    assert visitor(people.amara).get(f"/api/brookfield/posts/{2**70}").status_code == 404


def test_a_reason_is_cleaned_and_kept_short(people):
    client = visitor(people.amara)
    path = f"/api/brookfield/posts/{draft(people).pk}/keep"
    sent = [{"key": "a\x00", "reason": "b\ud800"}, {"key": "a", "reason": "b" * 501}]
    found = [client.post(path, json.dumps(one), content_type="application/json").status_code for one in sent]
    assert found == [409, 422]


def posted(people: Cast, path: str, **body: Any) -> dict[str, Any]:
    client = visitor(people.amara)
    path = f"/api/brookfield/posts/{path}"
    found: dict[str, Any] = client.post(path, json.dumps(body), content_type="application/json").json()
    return found


def test_a_remedy_is_applied_and_taken_back(people):
    it = draft(people, text="Ring 07700 900118.")
    key = json.loads(shown(people, it))["findings"][0]["remedies"][-1]
    done = posted(people, f"{it.pk}/fix", key=key)
    (change,) = done["put_right"]
    assert (done["text"], change["was"].strip(), change["undo"]) == ("Ring.", "07700 900118", True)
    again = posted(people, f"{it.pk}/fix/undo", change=change["id"])
    assert (again["text"], again["put_right"]) == ("Ring 07700 900118.", [])


def test_what_was_kept_is_to_be_put_right_after_all():
    people = cast(policy="everyone-matters")
    it = draft(people, shown=(people.oliver,), names_visible="first")
    key = next(one["key"] for one in json.loads(shown(people, it))["findings"] if one["may_be_kept"])
    waived = [
        [one["waived"] for one in posted(people, f"{it.pk}/{path}", **body)["findings"] if one["key"] == key]
        for path, body in (("keep", {"key": key, "reason": "Hers"}), ("keep/undo", {"key": key}))
    ]
    assert waived == [["Hers"], [""]]


def test_a_picture_that_contradicts_itself_is_not_sent(people):
    it = draft(people, shown=(people.oliver,), face_shown="no_people")
    answer = visitor(people.amara).post(f"/api/brookfield/posts/{it.pk}/send")
    assert (answer.status_code, answer.json()["why"][:34]) == (409, "You chose that nobody is in pictur")
