from datetime import timedelta

import pytest

from gatepost.audit.kinds import KINDS
from gatepost.audit.queries import GROUPS as KINDS_OF
from gatepost.publishing.actions import fixes, signoff, stops
from gatepost.publishing.actions.recording import recorded
from gatepost.publishing.actions.withdrawals import record_answer
from gatepost.publishing.asking import Known
from gatepost.publishing.desk import desk
from gatepost.schools.queries import seat
from gatepost.web.templatetags.publishing import event_icon
from gatepost.web.views.history import GROUPS
from tests.cast import AT, Cast, add_person, by_system, cast, draft, published, waiting
from tests.web.visits import by_everybody, get, queries_of, seen, set_clock, sibling, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch, AT + timedelta(minutes=30))


@pytest.fixture
def people() -> Cast:
    return cast()


def test_those_who_sign_off_and_govern_read_the_history(people):
    everybody = {"amara": 403, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    assert by_everybody(people, "history/") == everybody


def test_everybody_who_sees_posts_reads_what_happened_to_one(people):
    version = waiting(people)
    everybody = {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    assert by_everybody(people, f"posts/{version.post_id}/history/") == everybody


def test_the_history_of_a_draft_that_was_never_sent_is_its_authors_and_of_those_who_read_the_history(people):
    key = draft(people).pk
    colleague = seat(add_person(people.school, "Gwen Hughes", "poster"), people.school, at=AT)
    everybody = {"amara": 200, "ben": 200, "carys": 200, "head": 200, "dev": 404}
    assert by_everybody(people, f"posts/{key}/history/") == everybody
    assert get(colleague, f"posts/{key}/history/").status_code == 404


def test_the_history_of_a_draft_tells_nothing_of_its_words(people):
    key = draft(people, text="A secret about the fair").pk
    assert "secret" not in seen(get(people.ben, f"posts/{key}/history/"))


def test_dev_reads_nothing_of_ours_in_his_own_history(people):
    version = waiting(people)
    client = visitor(people.dev)
    assert "Amara" not in seen(client.get(f"/{people.other.slug}/history/"))
    assert client.get(f"/{people.other.slug}/posts/{version.post_id}/history/").status_code == 404


def test_a_school_of_the_same_trust_does_not_find_our_post(people):
    version = waiting(people)
    assert visitor(people.head).get(f"/{sibling(people)}/posts/{version.post_id}/history/").status_code == 404


def test_events_are_sentences_with_the_newest_first(people):
    waiting(people)
    page = seen(get(people.ben, "history/"))
    assert page.index("sent version 1 for sign-off") < page.index("Amara Begum started a draft.")


def test_only_what_is_chosen_is_shown(people):
    waiting(people)
    stops.start(seat=people.head, reason="A mistake.", at=AT)
    page = seen(get(people.ben, "history/", show="stops"))
    assert ("stopped all publishing: A mistake." in page, "started a draft" in page) == (True, False)


def test_a_kind_that_has_not_happened_says_so(people):
    assert "Nothing of this kind has happened" in seen(get(people.ben, "history/", show="stops"))


def test_no_pupil_is_named_in_the_history(people):
    record_answer(people.oliver, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    page = seen(get(people.carys, "history/", show="families"))
    assert ("recorded an answer about pupil" in page, "Oliver" in page, "Hartley" in page) == (True, False, False)


@pytest.mark.parametrize("show", ["", "families"])
@pytest.mark.parametrize(("who", "told"), [("ben", False), ("head", False), ("carys", True), ("dpo", True)])
def test_that_a_family_answered_is_read_by_the_dsl_and_the_dpo_alone(people, who, told, show):
    dpo = seat(add_person(people.school, "Dina Patel", "dpo"), people.school, at=AT)
    reader = dpo if who == "dpo" else getattr(people, who)
    assert ("recorded an answer" in seen(get(reader, "history/", show=show))) is told


def test_how_often_families_answered_is_not_to_be_counted(people):
    before = seen(get(people.ben, "history/")).partition(", the latest first")[0]
    record_answer(people.zofia, element="photo", tier="social", state="refused", given_by="parent", **by_system)
    assert seen(get(people.ben, "history/")).partition(", the latest first")[0].endswith(before[-40:])


def test_what_was_put_right_names_its_clause_in_words(people):
    recorded("fix.applied", draft(people), by=people.amara.actor, at=AT, ref="southport 2.official.b6")
    page = seen(get(people.ben, "history/"))
    assert ("our policy, 2.official.b6" in page, "southport" in page) == (True, False)


def test_what_a_tap_changed_is_read_by_its_author_at_once_and_by_others_once_it_is_sent(people):
    it = draft(people, text="Ring 07700 900118 about the fair.")
    remedy = next(one for shown in desk(it, at=AT, known=Known()).shown for one in shown.remedies)
    fixes.apply(it, key=remedy.key, seat=people.amara, at=AT)
    path = f"posts/{it.pk}/history/"
    assert ["07700" in seen(get(one, path)) for one in (people.amara, people.head)] == [True, False]
    signoff.send(it, seat=people.amara, at=AT)
    assert "07700" in seen(get(people.head, path))


def test_the_whole_way_of_a_post_can_be_read(people):
    delivery = published(people)
    page = seen(get(people.amara, f"posts/{delivery.version.post_id}/history/"))
    told = ["started a draft", "sent version 1", "approved version 1", "took on posting", "marked the post live"]
    assert [words for words in told if words not in page] == []


def test_every_choice_has_words_and_every_kind_an_icon_of_the_sprite(people):
    sprite = seen(get(people.ben, "history/"))
    assert GROUPS.keys() == KINDS_OF.keys()
    assert [kind for kind in KINDS if f'id="i-{event_icon(kind)}"' not in sprite] == []


@pytest.fixture
def long(people) -> str:
    """The address of the history of a post that has two pages."""
    post = draft(people)
    for number in range(40):
        recorded("fix.applied", post, by=people.amara.actor, at=AT, ref=f"southport {number}")
    return f"posts/{post.pk}/history/"


def events_on(page: str) -> int:
    """How many events a page shows."""
    return page.count('class="gp-time__dot')


def test_the_whole_history_is_on_one_page_to_be_printed(people, long):
    for path in ("history/", long):
        short, whole = (seen(get(people.ben, path, show="drafts", **said)) for said in ({}, {"whole": "1"}))
        assert ["All of it, to print" in one for one in (short, whole)] == [True, False]
        assert (events_on(short), events_on(whole) > 40) == (25, True)


def test_a_history_that_is_too_long_for_one_page_is_printed_by_several(people, long, monkeypatch):
    monkeypatch.setattr("gatepost.web.views.history.WHOLE", 30)
    assert "To print, 30 at a time" in seen(get(people.ben, "history/", show="drafts"))
    page = seen(get(people.ben, "history/", show="drafts", whole="1"))
    assert (events_on(page), "?show=drafts&amp;whole=1&amp;page=2" in page) == (30, True)


def test_the_whole_history_costs_no_more(people, long):
    assert [queries_of(people.ben, f"{path}?whole=1") <= 12 for path in ("history/", long)] == [True, True]


@pytest.mark.parametrize("many", [1, 12])
def test_the_history_costs_the_same_however_long_it_is(people, many):
    for _ in range(many):
        version = waiting(people)
    assert queries_of(people.ben, "history/") <= 12
    assert queries_of(people.ben, f"posts/{version.post_id}/history/") <= 12
