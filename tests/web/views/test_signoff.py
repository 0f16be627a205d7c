import re
from datetime import timedelta
from html import unescape

import pytest

from gatepost.publishing.actions import fixes, signoff
from gatepost.publishing.actions.withdrawals import record_answer
from gatepost.publishing.asking import Known, assess_version
from gatepost.publishing.desk import desk
from gatepost.publishing.models import Approval, Post, Version
from gatepost.schools.actions.people import give_role
from gatepost.schools.queries import seat
from tests.cast import AT, Cast, accept, add_person, by_system, cast, draft, waiting
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, sibling, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch, AT + timedelta(minutes=30))


@pytest.fixture
def people() -> Cast:
    return cast()


def answered(version: Version, answer: str = "yes") -> dict[str, str]:
    said = {f"answer {question.key}": answer for question in assess_version(version, at=AT).questions()}
    return {"seen": version.digest, **said}


def status(version: Version) -> str:
    return Post.objects.of(version.post.school_id).get(pk=version.post_id).status


def test_everybody_who_sees_posts_sees_the_queue_and_dev_does_not(people):
    waiting(people)
    everybody = {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    assert by_everybody(people, "sign-off/") == everybody


def test_an_empty_queue_is_good_news(people):
    assert "Good news" in seen(get(people.ben, "sign-off/"))


def test_whoever_signs_by_a_role_from_the_author_is_told_so_and_so_is_who_reads_it_later(people):
    version = waiting(people)
    priya = add_person(people.school, "Priya Nair")
    give_role(priya, "approver", school=people.school, by=people.amara.actor, at=AT + timedelta(minutes=5))
    accept(priya, people.school, at=AT + timedelta(minutes=6))
    page = seen(get(seat(priya, people.school, at=AT + timedelta(minutes=9)), f"sign-off/{version.pk}/"))
    assert "gave you the role of approver on Friday 20 November, after the post was begun" in page
    assert "gave" not in seen(get(people.ben, f"sign-off/{version.pk}/")).partition("Who must agree")[2]
    signer = seat(priya, people.school, at=AT + timedelta(minutes=9))
    post(signer, f"sign-off/{version.pk}/approve/", **answered(version))
    assert "gave Priya Nair the role of approver" in seen(get(people.ben, f"versions/{version.pk}/"))


def test_what_was_answered_is_read_with_the_approval(people):
    version = waiting(people)
    post(people.ben, f"sign-off/{version.pk}/approve/", **answered(version))
    page = seen(get(people.head, f"versions/{version.pk}/"))
    asked = assess_version(version, at=AT).questions()
    assert [one.ask in page for one in asked] == [True] * len(asked) != []


def test_the_queue_tells_the_approver_that_it_is_for_them(people):
    waiting(people)
    assert "1 waiting, 1 of them for you" in seen(get(people.ben, "sign-off/"))
    assert "1 waiting, none of them for you" in seen(get(people.amara, "sign-off/"))


def test_everybody_who_sees_posts_sees_the_version_and_dev_does_not(people):
    version = waiting(people, shown=(people.oliver,))
    everybody = {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    assert by_everybody(people, f"sign-off/{version.pk}/") == everybody


def test_a_version_of_ours_is_not_found_at_another_school(people):
    version = waiting(people)
    client = visitor(people.dev)
    assert client.get(f"/{people.other.slug}/sign-off/{version.pk}/").status_code == 404
    assert client.post(f"/{people.other.slug}/sign-off/{version.pk}/approve/").status_code == 404


def test_a_version_of_ours_is_not_found_at_a_school_of_the_same_trust(people):
    version = waiting(people)
    assert visitor(people.ben).get(f"/{sibling(people)}/sign-off/{version.pk}/").status_code == 404


def test_the_approver_is_offered_to_approve_and_the_author_is_not(people):
    version = waiting(people)
    assert "Approve</button>" in seen(get(people.ben, f"sign-off/{version.pk}/"))
    page = seen(get(people.amara, f"sign-off/{version.pk}/"))
    assert ("Approve</button>" in page, "You wrote this, so somebody else signs it off" in page) == (False, True)


def test_the_author_and_nobody_else_is_offered_to_take_it_back(people):
    version = waiting(people)
    offered = [f"/posts/{version.post_id}/recall/" in seen(get(who, f"sign-off/{version.pk}/"))
               for who in (people.amara, people.ben)]  # fmt: skip
    assert offered == [True, False]


def test_nothing_to_decide_is_chosen_beforehand(people):
    page = seen(get(people.ben, f"sign-off/{waiting(people, shown=(people.oliver,)).pk}/"))
    assert ('type="radio"' in page, "checked" in page) == (True, False)


def test_an_approval_is_of_the_version_that_was_read(people):
    version = waiting(people)
    answer = post(people.ben, f"sign-off/{version.pk}/approve/", **answered(version))
    assert (answer.status_code, status(version)) == (302, "approved")
    assert Approval.objects.of(people.school).get().digest == version.digest


@pytest.mark.parametrize("who", ["amara", "dev"])
def test_neither_the_author_nor_dev_approves(people, who):
    version = waiting(people)
    answer = post(getattr(people, who), f"sign-off/{version.pk}/approve/", **answered(version))
    assert (answer.status_code, status(version)) == ({"amara": 403, "dev": 404}[who], "waiting")


def test_an_author_who_may_sign_off_cannot_sign_off_their_own(people):
    version = waiting(people)
    Post.objects.of(people.school).filter(pk=version.post_id).update(author=people.head.person)
    answer = post(people.head, f"sign-off/{version.pk}/approve/", **answered(version))
    assert (answer.status_code, status(version)) == (422, "waiting")


def test_an_unanswered_question_keeps_what_was_answered_and_typed(people):
    version = waiting(people, shown=(people.oliver,))
    answers = answered(version)
    answers.popitem()
    answer = post(people.ben, f"sign-off/{version.pk}/approve/", reason="Is the date right?", **answers)
    page = seen(answer)
    assert (answer.status_code, status(version), page.count("checked")) == (422, "waiting", len(answers) - 1)
    assert ("Is the date right?" in page, "There’s a problem" in page) == (True, True)


def test_every_unanswered_question_is_listed_and_leads_to_its_place(people):
    version = waiting(people, shown=(people.oliver,))
    asked = len(answered(version)) - 1
    page = seen(post(people.ben, f"sign-off/{version.pk}/approve/", seen=version.digest))
    assert [page.count(f'href="#question-{n}"') == page.count(f'id="question-{n}"') == 1
            for n in range(1, asked + 2)] == [True] * asked + [False]  # fmt: skip


def test_whoever_approves_once_more_after_going_back_is_told_when_they_did(people):
    version = waiting(people)
    answers = [post(people.ben, f"sign-off/{version.pk}/approve/", **answered(version)) for _ in range(2)]
    page = seen(answers[1])
    assert ("You signed this off at 10.30am" in page, "It changed while" in page) == (True, False)
    assert (f"/versions/{version.pk}/" in page, Approval.objects.of(people.school).count()) == (True, 1)


def test_a_no_is_not_an_approval(people):
    version = waiting(people, shown=(people.oliver,))
    answer = post(people.ben, f"sign-off/{version.pk}/approve/", **answered(version, "no"))
    assert (answer.status_code, "Send it back" in seen(answer), status(version)) == (422, True, "waiting")


def test_sending_back_makes_it_a_draft_with_the_reason(people):
    version = waiting(people)
    answer = post(people.ben, f"sign-off/{version.pk}/send-back/", reason="Name the hall.")
    assert (answer.status_code, status(version)) == (302, "draft")
    assert Version.objects.of(people.school).get().ended_because == "Sent back by Ben Oduya: Name the hall."


def test_sending_back_without_a_reason_keeps_the_answers(people):
    version = waiting(people, shown=(people.oliver,))
    answer = post(people.ben, f"sign-off/{version.pk}/send-back/", **answered(version))
    assert (answer.status_code, status(version)) == (422, "waiting")
    assert seen(answer).count("checked") == len(answered(version)) - 1


def test_a_version_that_was_taken_back_while_it_was_read_is_said_to_have_changed(people):
    version = waiting(people)
    signoff.recall(version.post, seat=people.amara, at=AT)
    answer = post(people.ben, f"sign-off/{version.pk}/approve/", reason="Lovely", **answered(version))
    assert (answer.status_code, "It changed while you were reading" in seen(answer)) == (409, True)
    assert "Lovely" in seen(answer)


def test_a_version_that_was_sent_anew_is_offered_as_it_is_now(people):
    old = waiting(people)
    signoff.recall(old.post, seat=people.amara, at=AT)
    new = signoff.send(Post.objects.of(people.school).get(), seat=people.amara, at=AT)
    assert f"/sign-off/{new.pk}/" in seen(post(people.ben, f"sign-off/{old.pk}/approve/", **answered(old)))


def test_another_fingerprint_than_the_one_that_was_read_is_refused(people):
    version = waiting(people)
    answer = post(people.ben, f"sign-off/{version.pk}/approve/", **{**answered(version), "seen": "0" * 64})
    assert (answer.status_code, status(version)) == (409, "waiting")


def test_a_version_that_does_not_wait_is_shown_as_a_record(people):
    version = waiting(people)
    signoff.recall(version.post, seat=people.amara, at=AT)
    assert get(people.ben, f"sign-off/{version.pk}/")["Location"] == f"/brookfield/versions/{version.pk}/"


def test_a_link_to_approving_shows_the_page(people):
    version = waiting(people)
    assert get(people.ben, f"sign-off/{version.pk}/approve/")["Location"] == f"/brookfield/sign-off/{version.pk}/"


def test_whoever_cannot_be_shown_any_more_takes_approve_away_and_the_page_never_says_why(people):
    version = waiting(people, shown=(people.oliver,))
    record_answer(people.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    page = seen(get(people.ben, f"sign-off/{version.pk}/"))
    assert ("Approve</button>" in page, "Can’t be shown" in page, "We never say which" in page) == (False, True, True)
    assert not re.search(r"refus|withdr|objec", unescape(page), re.IGNORECASE)


def test_a_policy_that_names_nobody_is_said_to(people):
    version = waiting(people)
    rows = Version.objects.of(people.school)
    rows.filter(pk=version.pk).update(steps=[{"asks": ["approved_user"], "clauses": []}])
    assert "The policy names no approver" in seen(get(people.ben, f"sign-off/{version.pk}/"))


def test_a_governor_reads_the_post_but_not_who_is_in_it(people):
    version = waiting(people, shown=(people.oliver,))
    record_answer(people.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    governor = seat(add_person(people.school, "Gwen Hughes", "governor"), people.school, at=AT)
    page = seen(get(governor, f"sign-off/{version.pk}/"))
    assert ("this can’t go out" in page, "Oliver" in page) == (True, False)


def test_a_surname_is_never_in_an_address_of_the_page(people):
    page = seen(get(people.ben, f"sign-off/{waiting(people, shown=(people.oliver,)).pk}/"))
    assert not re.search(r'(href|src|action)="[^"]*(oliver|hartley)', page, re.IGNORECASE)


def test_the_approver_reads_what_the_author_says_of_it(people):
    page = seen(get(people.ben, f"sign-off/{waiting(people, shown=(people.oliver,)).pk}/"))
    assert ("What Amara Begum says about it" in page, "Said by the author" in page) == (True, True)
    assert ("As soon as it is signed off" in page, "From behind or far off" in page) == (True, True)


def test_what_was_put_right_stands_there_with_the_words_of_its_clause(people):
    post = draft(people, text="Well done to Oliver Hartley for his model.")
    remedy = next(
        one for shown in desk(post, at=AT, known=Known()).shown for one in shown.remedies if one.kind == "write"
    )
    fixes.apply(post, key=remedy.key, seat=people.amara, at=AT)
    page = seen(get(people.ben, f"sign-off/{signoff.send(post, seat=people.amara, at=AT).pk}/"))
    assert re.search(r"<p class=\"gp-small\">Asked by [^<]+: [^<]+</p>", page)
    assert re.search(r"<del>.*Oliver Hartley.*</del> <ins>.*one of our pupils.*</ins>", page)


def test_a_governor_does_not_read_whose_name_was_taken_out(people):
    post = draft(people, text="Well done to Zofia Nowak.")
    remedy = next(one for shown in desk(post, at=AT, known=Known()).shown for one in shown.remedies)
    fixes.apply(post, key=remedy.key, seat=people.amara, at=AT)
    governor = seat(add_person(people.school, "Gwen Hughes", "governor"), people.school, at=AT)
    page = seen(get(governor, f"sign-off/{signoff.send(post, seat=people.amara, at=AT).pk}/"))
    assert ("Put right" in page, "Zofia" in page) == (True, False)


@pytest.mark.parametrize("many", [2, 30])
def test_the_queue_costs_the_same_however_much_waits(people, many):
    for _ in range(many):
        waiting(people)
    assert queries_of(people.ben, "sign-off/") <= 12


def test_reading_one_costs_twelve_queries_at_most(people):
    version = waiting(people, shown=(people.oliver,))
    assert queries_of(people.ben, f"sign-off/{version.pk}/") <= 12
