import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.utils.html import escape

from gatepost.channels.actions import closing, looking
from gatepost.consents.actions import answers, pupils
from gatepost.publishing.actions import drafts, signoff
from gatepost.publishing.models import Post, Version
from tests.cast import AT, TEXT, Cast, by_system, cast, draft, jpeg, waiting
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, visitor

pytestmark = pytest.mark.django_db
NOW = AT + timedelta(minutes=30)


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    set_clock(monkeypatch, NOW)


@pytest.fixture
def people() -> Cast:
    return cast()


def now(it: Post) -> Post:
    return Post.objects.of(it.school_id).get(pk=it.pk)


def on_page(it: Post, **other) -> dict:
    """What the page of a draft sends when nothing has been changed."""
    fields = {"text": it.text, "edits": it.edits, "channels": [one.pk for one in it.channels.all()]}
    return {**fields, "other_ways": it.other_ways, **other}


def sent(people: Cast, it: Post, to: str = "", *, htmx: bool = False, **other) -> HttpResponse:
    headers = {"HX-Request": "true"} if htmx else {}
    address = f"/brookfield/posts/{it.pk}/{to}"
    return visitor(people.amara).post(address, on_page(it, **other), headers=headers)


def buttons(page: str) -> dict[str, str]:
    """The label of each button that puts something right → what it sends."""
    found = re.findall(r'name="remedy" value="([^"]+)".*?</svg>([^<]+)</button>', page, re.S)
    return {unescape(label).strip(): value for value, label in found}


# --- who sees what ---


def test_only_its_author_sees_a_draft(people):
    path = f"posts/{draft(people).pk}/"
    assert by_everybody(people, path) == {"amara": 200, "ben": 403, "carys": 403, "head": 403, "dev": 404}


def test_a_colleague_is_told_whose_draft_it_is(people):
    page = seen(get(people.head, f"posts/{draft(people).pk}/"))
    assert "This draft is Amara Begum’s." in page
    assert TEXT not in page


def test_nobody_changes_somebody_elses_draft(people):
    it = draft(people)
    assert post(people.head, f"posts/{it.pk}/", **on_page(it, text="Mine.")).status_code == 403
    assert now(it).text == TEXT


def test_a_discarded_draft_is_gone(people):
    it = draft(people)
    assert sent(people, it, "discard/").status_code == 302
    assert get(people.amara, f"posts/{it.pk}/").status_code == 404


# --- writing ---


def test_a_draft_is_started_by_a_button(people):
    answer = post(people.amara, "posts/new/")
    assert answer.headers["location"] == f"/brookfield/posts/{Post.objects.of(people.school).get().pk}/"


def test_a_page_is_saved_and_checked_without_a_script(people):
    it = draft(people)
    answer = sent(people, it, text="Ring Jo on 07700 900118.")
    assert answer.status_code == 302
    page = seen(get(people.amara, f"posts/{it.pk}/"))
    assert "A personal phone number" in page
    assert '<mark class="gp-mark">07700 900118</mark>' in page


def test_a_check_as_one_types_saves_and_answers_with_the_parts_that_change(people):
    it = draft(people)
    answer = sent(people, it, "check/", htmx=True, text="Ring Jo on 07700 900118.")
    assert "<html" not in seen(answer)
    assert "A personal phone number" in seen(answer)
    assert now(it).text == "Ring Jo on 07700 900118."


def test_a_check_of_what_has_not_changed_changes_nothing(people):
    it = draft(people)
    sent(people, it, "check/", htmx=True)
    assert now(it).edits == it.edits


def test_a_change_in_another_window_is_told_and_what_was_typed_stays(people):
    it = draft(people)
    sent(people, it, text="Theirs.")
    answer = sent(people, it, text="Mine.")
    assert answer.status_code == 409
    assert "changed in another window" in seen(answer)
    assert "\nMine.</textarea>" in seen(answer)


def test_whoever_was_told_so_keeps_theirs(people):
    it = draft(people)
    sent(people, it, text="Theirs.")
    sent(people, it, text="Mine.", mine="1")
    assert now(it).text == "Mine."


def test_what_is_typed_after_it_was_sent_elsewhere_is_not_lost(people):
    it = waiting(people).post
    answer = sent(people, it, text="Mine.")
    assert answer.status_code == 409
    assert "Take it back first" in seen(answer)
    assert "\nMine.</textarea>" in seen(answer)


def test_words_too_long_to_save_stay_on_the_page(people):
    answer = sent(people, draft(people), text="a" * 10_001)
    assert answer.status_code == 409
    assert "a" * 10_001 in seen(answer)


def test_only_what_was_changed_elsewhere_is_to_be_chosen_between(people):
    long = seen(sent(people, draft(people), text="a" * 10_001))
    elsewhere = seen(sent(people, draft(people), edits=0))
    assert ("Keep what is on this page" in long, "Keep what is on this page" in elsewhere) == (False, True)


@pytest.mark.parametrize("text", ["<script>alert(1)</script> ", "</textarea><b>x</b> ", "\"'><img src=x> & 🌋 "])
def test_hostile_words_are_words(people, text):
    it = draft(people, text=f"{text}07700 900118")
    page = seen(get(people.amara, f"posts/{it.pk}/"))
    assert text not in page
    assert f'{escape(text)}<mark class="gp-mark">07700 900118</mark>' in page


def test_a_time_that_cannot_be_read_is_told_and_the_rest_is_saved(people):
    it = draft(people)
    answer = sent(people, it, text="New.", go_out_day="2026-13-40", go_out_time="10:00")
    assert "Write the day and the time" in seen(answer)
    assert now(it).text == "New."


def test_a_time_gone_by_is_not_taken(people):
    answer = sent(people, draft(people), go_out_day="2026-11-01", go_out_time="10:00")
    assert "still to come" in seen(answer)


# --- pictures and people ---


def test_a_picture_is_added_and_the_words_are_saved_with_it(people):
    it = draft(people)
    sent(people, it, "pictures/", text="New.", pictures=SimpleUploadedFile("a.jpg", jpeg(), "image/jpeg"))
    assert (now(it).text, it.pictures.count()) == ("New.", 1)


def test_a_picture_that_is_refused_leaves_the_words(people):
    it = draft(people)
    bad = SimpleUploadedFile("a.jpg", b"<svg/>", "image/jpeg")
    answer = sent(people, it, "pictures/", text="New.", pictures=bad)
    assert answer.status_code == 422
    assert "There’s a problem" in seen(answer)
    assert now(it).text == "New."


def test_one_of_several_files_that_is_refused_is_called_by_its_place(people):
    it = draft(people)
    bad = SimpleUploadedFile("Zofia Nowak.jpg", b"%PDF-1.7", "image/jpeg")
    good = [SimpleUploadedFile(f"{n}.jpg", jpeg(), "image/jpeg") for n in range(2)]
    page = seen(sent(people, it, "pictures/", pictures=[good[0], bad, good[1]]))
    assert re.search(r"The 2nd file was not added\. .* 2 others were added\.", page)
    assert ("Zofia Nowak" in page, it.pictures.count()) == (False, 2)


BUTTONS = ("", "send/", "people/", "fix/", "keep/", "pictures/box/", "pictures/blur/", "pictures/remove/")
"""Of the page of a draft, but for the one that adds a picture and the one that throws the draft away."""


@pytest.mark.parametrize("button", BUTTONS)
def test_a_picture_that_was_chosen_is_added_by_whatever_button_is_pressed(people, button):
    it = draft(people)
    sent(people, it, button, pictures=SimpleUploadedFile("a.jpg", jpeg(), "image/jpeg"))
    assert (it.pictures.count(), now(it).status) == (1, "draft")


def test_nothing_is_sent_beside_a_picture_that_has_just_come_in(people):
    it = draft(people)
    page = seen(sent(people, it, "send/", pictures=SimpleUploadedFile("a.jpg", jpeg(), "image/jpeg")))
    assert "The picture that you chose is added, and nothing is sent yet." in page
    assert f'action="/brookfield/posts/{it.pk}/"' in page


def test_nothing_is_sent_where_the_picture_that_was_chosen_is_refused(people):
    it = draft(people)
    page = seen(sent(people, it, "send/", pictures=SimpleUploadedFile("a.jpg", b"%PDF-1.7", "image/jpeg")))
    assert "There’s a problem" in page
    assert now(it).status == "draft"


def test_a_picture_that_came_with_words_that_are_not_saved_is_asked_for_again(people):
    it = draft(people)
    sent(people, it, text="Elsewhere.")
    page = seen(sent(people, it, edits=it.edits, pictures=SimpleUploadedFile("a.jpg", jpeg(), "image/jpeg")))
    assert "The picture that you chose is not added. Choose it again." in page


def test_no_more_of_a_file_is_read_than_tells_that_it_is_too_large(people, settings, monkeypatch):
    read = []
    monkeypatch.setattr("gatepost.publishing.actions.pictures.add", lambda *_, data, **__: read.append(len(data)))
    settings.PICTURE_MAX_BYTES = 50
    sent(people, draft(people), "pictures/", pictures=SimpleUploadedFile("a.jpg", jpeg(), "image/jpeg"))
    assert read == [51]


def test_a_picture_is_described_with_the_rest_of_the_page(people):
    it = draft(people, shown=(people.oliver,))
    key = it.pictures.get().pk
    sent(people, it, **{f"p{key}-reason": "They won", f"p{key}-who": "1", f"p{key}-pupils": [people.zofia.pk]})
    picture = it.pictures.get()
    assert (picture.reason, list(picture.pupils.all())) == ("They won", [people.zofia])


def test_unticking_everybody_takes_them_off(people):
    it = draft(people, shown=(people.oliver,))
    sent(people, it, **{f"p{it.pictures.get().pk}-who": "1"})
    assert it.pictures.get().pupils.count() == 0


def test_pupils_are_found_by_the_beginning_of_a_name(people):
    it = draft(people, shown=(people.oliver,))
    key = it.pictures.get().pk
    page = seen(sent(people, it, "people/", picture=key, **{f"p{key}-find": "zof", f"p{key}-pupils": people.oliver.pk}))
    assert "Zofia Nowak" in page
    assert f'value="{people.zofia.pk}"' in page


def test_a_search_shows_forty_pupils_at_most(people):
    many = [{"legal_first": "Sam", "legal_last": f"Ng{n}", "class_name": "1A", "year": 1} for n in range(50)]
    pupils.add(many, school=people.school, **by_system)
    it = draft(people, shown=(people.oliver,))
    key = it.pictures.get().pk
    page = seen(sent(people, it, "people/", htmx=True, picture=key, **{f"p{key}-class": "1A"}))
    assert page.count("Sam Ng") == 40
    assert "40 of 50" in page


def test_no_name_stands_in_an_address(people):
    it = draft(people, text="Well done to Zofia Nowak.", shown=(people.oliver,))
    page = seen(get(people.amara, f"posts/{it.pk}/"))
    addresses = re.findall(r'(?:href|src|action|formaction|hx-post)="([^"]*)"', page)
    assert [one for one in addresses if re.search("zofia|oliver", one, re.I)] == []


@pytest.mark.parametrize(
    "answer", [{"state": "refused"}, {"state": "granted", "expires_on": AT.date() - timedelta(days=1)}]
)
def test_the_page_is_the_same_whatever_the_reason_that_somebody_cannot_be_shown(people, answer):
    it = draft(people, text="Well done to Zofia Nowak.", shown=(people.zofia,))
    before = seen(sent(people, it, "check/", htmx=True))
    for element in ("photo", "name"):
        answers.record(people.zofia, element=element, tier="social", given_by="parent", **answer, **by_system)
    assert seen(sent(people, now(it), "check/", htmx=True)) == before
    assert "We never say which." in before


# --- putting right ---


def test_one_tap_puts_right_what_is_on_the_page_now(people):
    it = draft(people, text="Ring 07700 900118.")
    key = buttons(seen(get(people.amara, f"posts/{it.pk}/")))["Take the phone number out"]
    sent(people, it, "fix/", remedy=key)
    assert now(it).text == "Ring."


def test_a_tap_on_words_that_have_changed_says_so_and_keeps_what_was_typed(people):
    it = draft(people, text="Ring 07700 900118.")
    key = buttons(seen(get(people.amara, f"posts/{it.pk}/")))["Take the phone number out"]
    answer = sent(people, it, "fix/", remedy=key, text="Ring 07700 900119.")
    assert "has changed since" in seen(answer)
    assert now(it).text == "Ring 07700 900119."


def test_a_tap_by_script_sends_the_new_words_back(people):
    it = draft(people, text="Ring 07700 900118.")
    key = buttons(seen(get(people.amara, f"posts/{it.pk}/")))["Take the phone number out"]
    assert "\nRing.</textarea>" in seen(sent(people, it, "fix/", htmx=True, remedy=key))


def test_a_tap_is_taken_back_by_the_button_in_its_message(people):
    it = draft(people, text="Ring 07700 900118.")
    key = buttons(seen(get(people.amara, f"posts/{it.pk}/")))["Take the phone number out"]
    page = seen(sent(people, it, "fix/", htmx=True, remedy=key))
    gate = page[page.index('id="gate"') :]
    change = re.findall(r'name="change" value="(\d+)"', gate)[0]
    page = seen(sent(people, now(it), "fix/undo/", htmx=True, change=change))
    assert ("\nRing 07700 900118.</textarea>" in page, now(it).text) == (True, "Ring 07700 900118.")


def test_without_a_script_the_message_says_where_a_tap_is_taken_back(people):
    it = draft(people, text="Ring 07700 900118.")
    key = buttons(seen(get(people.amara, f"posts/{it.pk}/")))["Take the phone number out"]
    sent(people, it, "fix/", remedy=key)
    page = seen(get(people.amara, f"posts/{it.pk}/"))
    change = re.findall(r'name="change" value="(\d+)"', page)[0]
    sent(people, now(it), "fix/undo/", change=change)
    assert ("07700 900118" in page, now(it).text) == (True, "Ring 07700 900118.")


def test_a_tap_is_not_taken_back_over_what_was_typed_since(people):
    it = draft(people, text="Ring 07700 900118.")
    key = buttons(seen(get(people.amara, f"posts/{it.pk}/")))["Take the phone number out"]
    sent(people, it, "fix/", remedy=key)
    change = now(it).changes.get().pk
    answer = sent(people, now(it), "fix/undo/", change=change, text="Ring us.")
    assert ("by one tap any more" in seen(answer), now(it).text) == (True, "Ring us.")


def test_a_picture_that_a_tap_takes_out_is_said_to_be_gone_for_good_before(people):
    it = draft(people, shown=(people.zofia,))
    assert "can’t be brought back by a tap" in seen(get(people.amara, f"posts/{it.pk}/"))


def test_what_was_kept_can_be_put_right_after_all():
    people = cast(policy="everyone-matters")
    it = draft(people, shown=(people.oliver,), names_visible="first")
    key = re.findall(r'name="finding" value="(\w+)"', seen(get(people.amara, f"posts/{it.pk}/")))[0]
    sent(people, it, "keep/", finding=key, **{f"keep-{key}": "It is his own work"})
    assert "Put it right after all" in seen(get(people.amara, f"posts/{it.pk}/"))
    sent(people, now(it), "keep/undo/", finding=key)
    assert it.waivers.count() == 0


def test_a_finding_is_kept_only_with_a_reason(people):
    it = draft(people, shown=(people.oliver,), face_shown="recognisable", reason="They won")
    page = seen(get(people.amara, f"posts/{it.pk}/"))
    assert "the headteacher decides" in page
    assert sent(people, it, "keep/", finding="0" * 16).status_code == 422


def test_a_question_that_only_the_author_can_answer_is_asked_and_its_answer_kept():
    people = cast(policy="everyone-matters")
    it = draft(people, shown=(people.oliver,), capture_device="personal_device")
    assert "Has the picture been deleted from the personal device?" in seen(get(people.amara, f"posts/{it.pk}/"))
    sent(people, it, **{"said-deleted_from_device": "yes"})
    assert now(it).said == {"deleted_from_device": True}


def test_nobody_answers_for_an_approver(people):
    it = draft(people)
    sent(people, it, **{"said-approved_by": "headteacher", "said-personal_data": "none"})
    assert now(it).said == {}


# --- sending ---


def test_a_picture_that_contradicts_itself_is_not_sent(people):
    it = draft(people, shown=(people.oliver,), face_shown="no_people")
    assert "and ticked who is in it" in seen(sent(people, it, "send/"))
    assert now(it).status == "draft"


def test_nobody_ticked_together_with_a_pupil_is_refused_and_both_ticks_stay(people):
    it = draft(people, shown=(people.oliver,))
    key = it.pictures.get().pk
    both = {f"p{key}-who": "1", f"p{key}-pupils": [people.zofia.pk], f"p{key}-nobody": "1"}
    page = seen(sent(people, it, "send/", **both))
    assert "You ticked that no pupil is in picture 1, and ticked who is in it. Change one of them." in page
    assert re.search(rf'id="p{key}-u{people.zofia.pk}" value="\d+" checked', page)
    assert re.search(rf'name="p{key}-nobody" value="1" checked', page)
    assert (now(it).status, list(it.pictures.get().pupils.all())) == ("draft", [people.oliver])


def test_a_draft_whose_time_cannot_be_read_is_not_sent(people):
    it = draft(people)
    assert sent(people, it, "send/", go_out_day="soon").status_code == 422
    assert now(it).status == "draft"


def test_a_draft_that_is_ready_is_sent(people):
    it = draft(people)
    assert sent(people, it, "send/").status_code == 302
    assert now(it).status == "waiting"


def test_a_draft_that_is_not_ready_says_all_that_is_to_do_and_loses_nothing(people):
    it = draft(people)
    answer = sent(people, it, "send/", text="Ring 07700 900118.")
    assert answer.status_code == 422
    assert '<li><a href="#f1">' in seen(answer)
    assert (now(it).status, now(it).text) == ("draft", "Ring 07700 900118.")


def test_a_sent_post_is_shown_with_its_picture_its_account_and_who_must_agree(people):
    version = waiting(people, shown=(people.oliver,))
    page = seen(get(people.amara, f"posts/{version.post_id}/"))
    assert f"/versions/{version.pk}/pictures/" in page
    assert re.search(r"<b>Brookfield Primary on Facebook</b>.*Who must agree.*[Aa]pprover", page, re.S)


def test_a_sent_post_can_be_taken_back(people):
    it = waiting(people).post
    assert "Take it back" in seen(get(people.amara, f"posts/{it.pk}/"))
    sent(people, it, "recall/")
    assert now(it).status == "draft"


def test_what_came_back_says_why(people):
    version = waiting(people)
    signoff.send_back(version, seat=people.ben, reason="Spell volcano", at=AT)
    page = seen(get(people.amara, f"posts/{version.post_id}/"))
    assert "Spell volcano" in page


def test_a_colleague_who_sees_posts_reads_a_sent_one_as_a_record(people):
    version = waiting(people)
    answer = get(people.ben, f"posts/{version.post_id}/")
    assert str(Version.objects.of(people.school).get().pk) in answer.headers["location"]


# --- what it costs ---


def test_a_page_costs_twelve_queries_at_most_whatever_is_on_it(people):
    it = draft(people, text="Well done to Zofia Nowak.", shown=(people.oliver, people.zofia))
    few = queries_of(people.amara, f"posts/{it.pk}/")
    many = [{"legal_first": "Sam", "legal_last": f"Ng{n}", "class_name": f"{n % 9}A", "year": 1} for n in range(1000)]
    pupils.add(many, school=people.school, **by_system)
    assert queries_of(people.amara, f"posts/{it.pk}/") == few <= 12


def test_whoever_sends_is_told_what_keeps_it_from_going_out(people):
    looking.record_check(people.channel, kind="mfa", found="not_in_order", seat=people.head, at=AT)
    it = draft(people)
    page = visitor(people.amara).post(f"/brookfield/posts/{it.pk}/send/", on_page(it), follow=True)
    assert "Two-step sign-in: not in order" in seen(page)


@pytest.mark.parametrize("chosen", [True, False])
def test_an_account_that_is_being_closed_is_offered_to_nobody_and_says_so_where_it_was_chosen(people, chosen):
    it = draft(people) if chosen else drafts.start(seat=people.amara, at=AT)
    closing.choose_day(people.channel, closing_on=AT.date(), by=people.head.actor, at=AT)
    page = get(people.amara, f"posts/{it.pk}/").content.decode()
    assert (f'id="channel-{people.channel.pk}"' in page, "it is being closed" in page) == (chosen, chosen)
    assert "Ready to send" not in page
