from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from gatepost.publishing.actions import drafts, pictures, signoff
from gatepost.publishing.models import Picture, Version
from gatepost.schools.seat import Seat
from gatepost.web.views.pictures import SIZES
from tests.cast import AT, Cast, add_person, add_school, cast, draft, jpeg, waiting

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


def test_a_version_shows_its_picture_after_the_draft_has_lost_it(people, django_capture_on_commit_callbacks):
    version, picture = sent(people)
    number, digest = picture.pk, picture.sha256
    signoff.recall(version.post, seat=people.amara, at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        pictures.remove(picture, seat=people.amara, at=AT)
    answer = signed_in(people.ben).get(address(people, number, version=version.pk))
    assert (answer.status_code, digest[:32] in answer["ETag"]) == (200, True)


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
