import re

import pytest

from gatepost.publishing.actions import boxes, pictures, signoff
from gatepost.publishing.models import Picture, Post
from tests.cast import AT, Cast, cast, draft, jpeg, waiting
from tests.publishing.pictures.seeing import BADGE, FACE, OTHER, again, looked
from tests.publishing.pictures.seeing import seen as found
from tests.web.visits import by_everybody, get, post, queries_of, seen, set_clock, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(monkeypatch) -> Cast:
    set_clock(monkeypatch)
    return cast()


@pytest.fixture
def picture(people, monkeypatch, settings) -> Picture:
    """A picture of Amara's draft with two faces and a badge."""
    it = found(faces=(FACE, OTHER), words=[(BADGE, "Zofia Nowak"), ((10, 10, 90, 20), "Science fair")])
    return looked(monkeypatch, settings, people, draft(people), it)


def at(picture: Picture, rest: str = "") -> str:
    return f"posts/{picture.post_id}/pictures/{rest}"


def page(people: Cast, picture: Picture) -> str:
    return seen(get(people.amara, f"posts/{picture.post_id}/"))


def edits(picture: Picture) -> int:
    return Post.objects.of(picture.post.school_id).get(pk=picture.post_id).edits


def pressed(people: Cast, it: Picture, rest: str, **data):
    return post(people.amara, at(it, rest), edits=edits(it), text="Kept words.", **data)


# --- the page of a draft ---


def test_boxes_stand_over_the_picture_and_in_a_list_beside_it(people, picture):
    shown = page(people, picture)
    assert shown.count("gp-box--face") == 2
    assert len(re.findall(r">Face \d of 2<", shown)) == 2


def test_faces_and_pupils_are_counted(people, picture):
    pictures.describe(picture, pupils=[people.oliver.pk], seat=people.amara, at=AT)
    assert "2 faces: 1 pupil ticked, 1 not said yet." in page(people, picture)


def test_a_box_carries_the_number_of_the_finding_about_it(people, picture):
    boxes.say(picture, box="f2", said="pupil", pupil=people.zofia.pk, seat=people.amara, at=AT)
    number = re.search(r'id="f(\d+)" tabindex="-1" aria-labelledby[^>]*>\s*.*?\s*<h3[^>]*>Zofia can’t be shown',
                       page(people, picture), re.DOTALL)  # fmt: skip
    assert number is not None
    assert f"Finding {number[1]}, Face 2 of 2: Zofia Nowak can’t be shown" in page(people, picture)


def test_what_can_be_read_and_is_no_name_stands_apart(people, picture):
    shown = page(people, picture)
    assert "Other writing that was read (1)" in shown
    assert "Blur names" in shown


def test_a_proposal_is_shown_as_one_and_chosen_by_nobody(people, picture):
    shown = page(people, picture)
    assert "Gatepost proposes: A face can be recognised." in shown
    assert again(picture).face_shown == ""


def test_agreeing_with_a_proposal_is_one_tap(people, picture):
    field = f"p{picture.pk}-face_shown"
    post(people.amara, f"posts/{picture.post_id}/", edits=edits(picture), text="Words", **{field: ["", "recognisable"]})
    assert again(picture).face_shown == "recognisable"


def test_where_nothing_has_looked_the_page_says_so_and_asks_the_same(people, settings):
    settings.LOOK = False
    one = pictures.add(draft(people), data=jpeg(), name="fair.jpg", seat=people.amara, at=AT)
    shown = page(people, one)
    assert "Nothing has looked into this picture." in shown
    assert "Can a name be read in it?" in shown


# --- while it is looked into ---


@pytest.fixture
def unseen(people, monkeypatch, settings) -> Picture:
    settings.LOOK = True
    monkeypatch.setattr("gatepost.detectors.pictures.can_look", lambda: True)
    return pictures.add(draft(people), data=jpeg(), name="fair.jpg", seat=people.amara, at=AT)


def asked(people, picture):
    """What the page is answered that asks how far the look has come."""
    client = visitor(people.amara)
    return client.get(f"/brookfield/{at(picture, f'{picture.pk}/look/')}", headers={"HX-Request": "true"})


def test_the_page_asks_again_while_a_picture_is_looked_into(people, unseen):
    assert "Looking at the picture…" in page(people, unseen)
    answer = asked(people, unseen)
    assert ("hx-trigger" in seen(answer), "HX-Trigger" in answer.headers) == (True, False)


def test_once_it_is_looked_into_the_page_checks_the_draft_again(people, picture):
    answer = asked(people, picture)
    assert (answer.headers["HX-Trigger"], "hx-get" in seen(answer)) == ("looked", False)


def test_without_scripts_asking_leads_back_to_the_draft(people, unseen):
    answer = get(people.amara, at(unseen, f"{unseen.pk}/look/"))
    assert answer.headers["Location"] == f"/brookfield/posts/{unseen.post_id}/#p{unseen.pk}-seen"


# --- one tap for all ---


def test_blurring_names_saves_the_page_and_blurs_them(people, picture):
    answer = pressed(people, picture, "blur/", blur=f"{picture.pk}:w2")
    now = again(picture)
    assert (answer.status_code, now.marks, now.post.text) == (302, {"w2": {"is": "blurred"}}, "Kept words.")


def test_the_button_for_faces_names_those_without_permission_alone(people, picture):
    boxes.say(picture, box="f1", said="pupil", pupil=people.oliver.pk, seat=people.amara, at=AT)
    shown = page(people, picture)
    assert f'value="{picture.pk}:f2"' in shown
    assert "Blur 1 face without permission" in shown


def test_a_blur_can_be_taken_back(people, picture):
    pressed(people, picture, "blur/", blur=f"{picture.pk}:f1,f2")
    assert "Take back the last blur or cut" in page(people, picture)
    pressed(people, picture, "take-back/", picture=picture.pk)
    assert again(picture).sha256 == picture.sha256


@pytest.mark.parametrize("sent", ["", "x", "1:", "99999999999999999999:f1", "{pk}:f9", "{pk}:f1;DROP"])
def test_a_button_that_is_none_blurs_nothing_and_loses_nothing(people, picture, sent):
    answer = pressed(people, picture, "blur/", blur=sent.format(pk=picture.pk))
    assert (answer.status_code, again(picture).sha256, again(picture).post.text) == (422, picture.sha256, "Kept words.")


# --- one box ---


def test_a_box_is_opened_by_a_button_that_saves_the_draft(people, picture):
    answer = pressed(people, picture, "box/", box=f"{picture.pk}-f1")
    assert answer.headers["Location"] == f"/brookfield/{at(picture, f'{picture.pk}/f1/')}"
    assert again(picture).post.text == "Kept words."


def test_pupils_are_looked_for_without_an_address_that_names_them(people, picture):
    answer = post(people.amara, at(picture, f"{picture.pk}/f1/"), find="Oli")
    assert ("Oliver Hartley" in seen(answer), "Zofia Nowak" in seen(answer)) == (True, False)


@pytest.mark.parametrize(("chosen", "marks"), [("pupil-{0}", "pupil"), ("adult", "adult"), ("blur", "blurred")])
def test_what_is_chosen_is_said_of_the_box(people, picture, chosen, marks):
    answer = post(people.amara, at(picture, f"{picture.pk}/f1/say/"), **{"is": chosen.format(people.oliver.pk)})
    assert (answer.status_code, again(picture).marks["f1"]["is"]) == (302, marks)


@pytest.mark.parametrize("chosen", ["", "pupil-", "pupil-x", "pupil-99999999999999", "tall"])
def test_what_is_no_answer_is_refused_with_a_sentence(people, picture, chosen):
    answer = post(people.amara, at(picture, f"{picture.pk}/f1/say/"), **{"is": chosen})
    assert (answer.status_code, "There is a problem" in seen(answer), again(picture).marks) == (422, True, {})


def test_a_side_with_a_box_in_it_is_cut_off(people, picture):
    post(people.amara, at(picture, f"{picture.pk}/f2/crop/"), side="right")
    assert [one["key"] for one in again(picture).seen["faces"]] == ["f1"]


def test_a_picture_is_cut_by_hand(people, picture):
    post(people.amara, at(picture, f"{picture.pk}/crop/crop/"), left="25", right="0", top="", bottom="50%")
    assert (again(picture).width, again(picture).height) == (480, 240)


@pytest.mark.parametrize("left", ["x", "100", "-5", "99999999999", "99"])
def test_a_cut_that_leaves_nothing_is_refused_and_what_was_written_stays(people, picture, left):
    answer = post(people.amara, at(picture, f"{picture.pk}/crop/crop/"), left=left, bottom="7")
    assert (again(picture).sha256, 'value="7"' in seen(answer)) == (picture.sha256, True)


def test_a_box_that_is_gone_leads_back_to_the_draft(people, picture):
    boxes.blur(picture, boxes=["f1"], seat=people.amara, at=AT)
    assert get(people.amara, at(picture, f"{picture.pk}/f1/")).status_code == 302


# --- who may, and what it costs ---


@pytest.mark.parametrize("rest", ["f1/", "crop/", "look/"])
def test_a_picture_of_a_draft_is_its_authors_alone(people, picture, rest):
    found = by_everybody(people, at(picture, f"{picture.pk}/{rest}"))
    expected = 302 if rest == "look/" else 200
    assert found == {"amara": expected, "ben": 403, "carys": 403, "head": 403, "dev": 404}


def test_what_was_sent_is_not_changed_by_a_page_that_was_left_open(people):
    version = waiting(people, shown=(people.oliver,))
    one = version.post.pictures.get()
    answers = [post(people.amara, at(one, f"{one.pk}/{rest}")) for rest in ("crop/crop/", "f1/say/")]
    assert ([one.status_code for one in answers], again(one).sha256) == ([403, 403], one.sha256)


def test_the_page_of_a_box_costs_twelve_queries_at_most(people, picture):
    boxes.say(picture, box="f1", said="pupil", pupil=people.oliver.pk, seat=people.amara, at=AT)
    assert queries_of(people.amara, at(picture, f"{picture.pk}/f2/")) <= 12


def test_boxes_cost_the_page_of_a_draft_no_query(people, picture, settings):
    before = queries_of(people.amara, f"posts/{draft(people, shown=(people.oliver,)).pk}/")
    assert queries_of(people.amara, f"posts/{picture.post_id}/") <= before


# --- what an approver is told ---


def sent(people, picture, **said):
    described = {"face_shown": "back_or_distance", "names_visible": "none", "alt_text": "A fair",
                 "capture_device": "school_device", "pupils": [people.oliver.pk]} | said  # fmt: skip
    pictures.describe(picture, seat=people.amara, at=AT, **described)
    return signoff.send(Post.objects.of(people.school).get(pk=picture.post_id), seat=people.amara, at=AT)


def test_an_approver_is_told_what_was_found_and_that_the_author_chose_otherwise(people, picture):
    boxes.blur(picture, boxes=["w2"], seat=people.amara, at=AT)
    told = seen(get(people.ben, f"sign-off/{sent(people, picture).pk}/"))
    assert "2 faces: 1 pupil ticked, 1 not said yet." in told
    assert "Blurred: 1 place with words." in told
    assert "By the faces found, it seems: “A face can be recognised”." in told


def test_an_approver_sees_a_ring_on_every_face_and_what_was_blurred_as_put_right(people, picture):
    boxes.say(picture, box="f1", said="adult", seat=people.amara, at=AT)
    boxes.say(picture, box="f2", said="elsewhere", seat=people.amara, at=AT)
    boxes.blur(picture, boxes=["w2"], seat=people.amara, at=AT)
    told = seen(get(people.ben, f"sign-off/{sent(people, picture).pk}/"))
    assert told.count("gp-box--face") == 2
    assert "Put right: blurred in picture 1" in told
    assert "Nothing was put right" not in told


def test_an_approver_is_told_that_nothing_has_looked(people, settings):
    settings.LOOK = False
    one = pictures.add(draft(people), data=jpeg(), name="fair.jpg", seat=people.amara, at=AT)
    assert "Nothing has looked into this picture" in seen(get(people.ben, f"sign-off/{sent(people, one).pk}/"))


def test_an_approver_sends_a_picture_back_and_the_next_author_is_told(people, monkeypatch, settings):
    first = looked(monkeypatch, settings, people, draft(people), found(faces=()))
    version = sent(people, first, face_shown="no_people", pupils=[])
    post(people.ben, f"sign-off/{version.pk}/send-back/", reason="Not this one", for_a_picture="1", seen=version.digest)
    second = looked(monkeypatch, settings, people, draft(people), found(faces=()))
    assert "that was sent back because of a picture on 20 November 2026" in page(people, second)
