import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from gatepost.publishing.actions import boxes, drafts, pictures, signoff
from gatepost.publishing.models import Picture, Version
from gatepost.schools.seat import Seat
from gatepost.web.views.pictures import SIZES
from tests.cast import AT, Cast, add_person, add_school, cast, draft, jpeg, published, waiting

pytestmark = pytest.mark.django_db

EVERYBODY = ("amara", "ben", "carys", "head", "dev")
DRAFT = dict(zip(EVERYBODY, (200, 404, 404, 404, 404), strict=True))
SENT = dict(zip(EVERYBODY, (200, 200, 200, 200, 404), strict=True))


@pytest.fixture
def people() -> Cast:
    return cast()


def in_draft(people: Cast) -> Picture:
    return pictures.add(draft(people), data=jpeg(), name="fair.jpg", seat=people.amara, at=AT)


def sent(people: Cast) -> tuple[Version, Picture]:
    version = waiting(people, shown=(people.oliver,))
    return version, version.post.pictures.get()


def address(people: Cast, picture: int, *, version: int | None = None) -> str:
    school = people.school.slug
    if version is None:
        return reverse("picture", kwargs={"school": school, "picture": picture})
    return reverse("version_picture", kwargs={"school": school, "version": version, "picture": picture})


def signed_in(seat: Seat) -> Client:
    client = Client()
    client.force_login(seat.person)
    return client


@pytest.mark.parametrize(("who", "status"), DRAFT.items())
def test_a_picture_of_a_draft_is_its_authors_alone(people, who, status):
    at = address(people, in_draft(people).pk)
    assert signed_in(getattr(people, who)).get(at).status_code == status


@pytest.mark.parametrize(("who", "status"), SENT.items())
def test_a_picture_that_was_sent_for_sign_off_is_the_schools(people, who, status):
    at = address(people, sent(people)[1].pk)
    assert signed_in(getattr(people, who)).get(at).status_code == status


@pytest.mark.parametrize(("who", "status"), SENT.items())
def test_a_picture_of_a_version_is_the_schools(people, who, status):
    version, picture = sent(people)
    at = address(people, picture.pk, version=version.pk)
    assert signed_in(getattr(people, who)).get(at).status_code == status


@pytest.mark.parametrize(("who", "status"), DRAFT.items())
def test_a_picture_of_a_discarded_draft_is_its_authors_alone(people, who, status):
    picture = in_draft(people)
    drafts.discard(picture.post, seat=people.amara, at=AT)
    assert signed_in(getattr(people, who)).get(address(people, picture.pk)).status_code == status


def test_at_his_own_school_dev_finds_no_picture_of_ours(people):
    version, picture = sent(people)
    client, other = signed_in(people.dev), people.other.slug
    found = [client.get(f"/{other}/pictures/{picture.pk}/"),
             client.get(f"/{other}/versions/{version.pk}/pictures/{picture.pk}/")]  # fmt: skip
    assert [answer.status_code for answer in found] == [404, 404]


def test_a_school_of_the_same_trust_finds_no_picture_of_ours(people):
    version, picture = sent(people)
    other = add_school(people.trust, "sibling", policy="southport")
    client = Client()
    client.force_login(add_person(other, "Nia Rees", "headteacher"))
    assert client.get(f"/{other.slug}/versions/{version.pk}/pictures/{picture.pk}/").status_code == 404
    assert client.get(address(people, picture.pk)).status_code == 404


def test_nobody_sees_a_picture_without_signing_in(people):
    answer = Client().get(address(people, sent(people)[1].pk))
    assert (answer.status_code, "/account/login/" in answer["Location"]) == (302, True)


def test_somebody_with_no_role_that_sees_posts_is_told_so(people, monkeypatch):
    at = address(people, sent(people)[1].pk)
    monkeypatch.setattr("gatepost.schools.seat.permissions_of", lambda _: frozenset())
    assert signed_in(people.ben).get(at).status_code == 403


def blur(people: Cast, picture: Picture) -> Picture:
    """The same picture with a face in it covered."""
    picture = Picture.objects.of(people.school).select_related("post").get(pk=picture.pk)
    picture.seen = {"faces": [{"key": "f1", "box": [100, 100, 120, 120], "sure": 90, "frontal": True}], "words": []}
    picture.save(update_fields=["seen"])
    return boxes.blur(picture, boxes=["f1"], seat=people.amara, at=AT)


def lose(people: Cast, picture: Picture) -> None:
    pictures.remove(picture, seat=people.amara, at=AT)


def send_back(people: Cast, version: Version) -> None:
    signoff.send_back(version, seat=people.ben, reason="Blur the child on the left.", at=AT)


def take_back(people: Cast, version: Version) -> None:
    signoff.recall(version.post, seat=people.amara, at=AT)


@pytest.mark.parametrize("who", EVERYBODY[:4])
@pytest.mark.parametrize("end", [send_back, take_back])
@pytest.mark.parametrize("change", [blur, lose])
def test_nobody_is_shown_a_picture_as_it_was_once_it_is_replaced(
    people, who, end, change, django_capture_on_commit_callbacks
):
    version, picture = sent(people)
    number, client = picture.pk, signed_in(getattr(people, who))
    end(people, version)
    before = client.get(address(people, number, version=version.pk)).status_code
    with django_capture_on_commit_callbacks(execute=True):
        change(people, Picture.objects.of(people.school).get(pk=number))
    assert (before, client.get(address(people, number, version=version.pk)).status_code) == (200, 404)
    page = client.get(f"/{people.school.slug}/versions/{version.pk}/").content.decode()
    assert "This picture is not shown any more" in page
    assert f"/versions/{version.pk}/pictures/{number}/" not in page


def test_the_browser_that_has_it_is_not_told_that_nothing_changed(people):
    version, picture = sent(people)
    client, at = signed_in(people.ben), address(people, picture.pk, version=version.pk)
    tag = client.get(at)["ETag"]
    send_back(people, version)
    blur(people, picture)
    assert client.get(at, headers={"if-none-match": tag}).status_code == 404


def test_the_version_that_is_sent_next_shows_the_blurred_picture(people):
    version, picture = sent(people)
    send_back(people, version)
    blurred = blur(people, picture)
    after = signoff.send(blurred.post, seat=people.amara, at=AT)
    answer = signed_in(people.ben).get(address(people, picture.pk, version=after.pk))
    assert hashlib.sha256(answer.content).hexdigest() == blurred.sha256


def test_a_picture_that_nobody_changed_stays_on_the_version_that_was_sent_back(people):
    version, picture = sent(people)
    send_back(people, version)
    signoff.send(version.post, seat=people.amara, at=AT)
    assert signed_in(people.ben).get(address(people, picture.pk, version=version.pk)).status_code == 200


def test_what_has_been_out_stays_as_it_was_signed_off(people):
    delivery = published(people, shown=(people.oliver,))
    kept = delivery.version.content["pictures"][0]
    Version.objects.of(people.school).filter(pk=delivery.version_id).update(ended_at=AT, ended_because="Taken down")
    Picture.objects.of(people.school).filter(pk=kept["id"]).delete()
    answer = signed_in(people.ben).get(address(people, kept["id"], version=delivery.version_id))
    assert hashlib.sha256(answer.content).hexdigest() == kept["sha256"]


def test_a_version_shows_no_picture_that_it_does_not_hold(people):
    version, _ = sent(people)
    stranger = in_draft(people)
    assert signed_in(people.ben).get(address(people, stranger.pk, version=version.pk)).status_code == 404


def test_the_headers_let_nothing_be_made_of_it_but_a_picture(people):
    answer = signed_in(people.ben).get(address(people, sent(people)[1].pk))
    wanted = {
        "Content-Type": "image/jpeg",
        "Content-Disposition": 'inline; filename="picture.jpg"',
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, no-cache",
    }
    assert {name: answer[name] for name in wanted} == wanted


def test_a_picture_that_can_be_seen_through_says_that_it_is_a_png(people):
    out = BytesIO()
    Image.new("RGBA", (20, 20), (1, 2, 3, 4)).save(out, "PNG")
    picture = pictures.add(draft(people), data=out.getvalue(), name="x.jpg", seat=people.amara, at=AT)
    answer = signed_in(people.amara).get(address(people, picture.pk))
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")


@pytest.mark.parametrize(("size", "longest"), SIZES.items())
def test_a_picture_is_given_at_a_size_of_the_table(people, size, longest):
    picture = pictures.add(draft(people), data=jpeg(width=2000, height=1000), name="", seat=people.amara, at=AT)
    answer = signed_in(people.amara).get(address(people, picture.pk), {"size": size})
    assert Image.open(BytesIO(answer.content)).size == (longest, longest // 2)


@pytest.mark.parametrize("size", ["huge", "10000", "../small", "small\0"])
def test_no_other_size_is_made(people, size):
    answer = signed_in(people.amara).get(address(people, in_draft(people).pk), {"size": size})
    assert answer.status_code == 404


def test_a_picture_that_the_browser_has_is_not_sent_again(people):
    client, at = signed_in(people.ben), address(people, sent(people)[1].pk)
    tag = client.get(at)["ETag"]
    again = client.get(at, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again["Cache-Control"]) == (304, b"", "private, no-cache")


def test_whether_somebody_may_still_see_it_is_asked_before_saying_that_nothing_changed(people):
    version, picture = sent(people)
    at = address(people, picture.pk)
    tag = signed_in(people.ben).get(at)["ETag"]
    signoff.recall(version.post, seat=people.amara, at=AT)
    assert signed_in(people.ben).get(at, headers={"if-none-match": tag}).status_code == 404


def test_another_size_is_another_picture_to_the_browser(people):
    client, at = signed_in(people.ben), address(people, sent(people)[1].pk)
    tag = client.get(at)["ETag"]
    assert client.get(at, {"size": "small"}, headers={"if-none-match": tag}).status_code == 200


def test_a_file_that_was_exchanged_behind_our_back_is_not_shown(people):
    picture = sent(people)[1]
    with Path(default_storage.path(picture.file.name)).open("ab") as file:
        file.write(b"more")
    assert signed_in(people.ben).get(address(people, picture.pk)).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_a_picture_is_only_looked_at(people, method):
    assert getattr(signed_in(people.ben), method)(address(people, sent(people)[1].pk)).status_code == 405


def test_no_file_is_served_by_its_own_name(people):
    name = sent(people)[1].file.name
    client = signed_in(people.amara)
    assert {client.get(f"/{start}{name}").status_code for start in ("", "media/", "pictures/")} == {404}


@pytest.mark.parametrize("of_version", [False, True])
def test_a_picture_costs_few_queries(people, of_version):
    version, picture = sent(people)
    client, at = signed_in(people.ben), address(people, picture.pk, version=version.pk if of_version else None)
    with CaptureQueriesContext(connection) as queries:
        client.get(at)
    assert len(queries) <= 6
