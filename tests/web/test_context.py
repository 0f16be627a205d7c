"""What every page is given."""

import re

import pytest

from tests.cast import cast

pytestmark = pytest.mark.django_db

PAGES = ["/", "/brookfield/", "/brookfield/posts/", "/account/", "/account/login/", "/nonsense/"]


@pytest.fixture
def page(client):
    """A page as Helen, who runs the school, is given it."""
    client.force_login(cast().head.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return lambda address: client.get(address, follow=True)


@pytest.mark.parametrize("address", PAGES)
def test_every_style_and_script_carries_the_word_that_lets_it_run(page, address):
    given = page(address)
    nonce = re.search(r"'nonce-([^']+)'", given["Content-Security-Policy"])[1]
    parts = re.findall(r"<(?:style|script)\b[^>]*>", given.content.decode())
    assert parts
    assert [part for part in parts if f'nonce="{nonce}"' not in part and "application/json" not in part] == []


@pytest.mark.parametrize("address", PAGES)
def test_no_page_holds_an_inline_style_or_handler(page, address):
    assert re.findall(r"""<[^>]+\s(?:style|on\w+)=["'][^>]*>""", page(address).content.decode()) == []


@pytest.mark.parametrize("address", PAGES)
def test_a_page_begins_with_the_way_past_its_menu(page, address):
    body = page(address).content.decode().partition("<body")[2]
    assert body.index('href="#main"') < body.index("<header")


def test_a_page_shows_the_colour_of_its_school(page):
    assert ":root { --school: #7b2d43; }" in page("/brookfield/").content.decode()


def test_a_page_that_is_not_there_is_in_our_frame(page):
    given = page("/nonsense/")
    assert given.status_code == 404
    assert "There’s no such page" in given.content.decode()


def test_a_page_that_one_may_not_see_says_who_can_help(client):
    client.force_login(cast().amara.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    given = client.get("/brookfield/history/")
    assert given.status_code == 403
    assert "That takes the role of approver, headteacher, DSL, DPO, governor or central team" in given.content.decode()
