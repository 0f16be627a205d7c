"""Which account an address means, by its letters alone: what looks alike is told apart."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.channels.addresses import find, is_at, is_post, place_of


@dataclass(frozen=True)
class Known:
    """An account as the register has it."""

    platform: str
    name: str = ""
    handle: str = ""
    address: str = ""


SAME = [
    ("https://www.facebook.com/Brook.Field", "m.facebook.com/brookfield/?ref=x", "fb.com/brookfield/posts/12"),
    ("https://www.facebook.com/profile.php?id=42&sk=about", "facebook.com/profile.php?id=42"),
    ("https://facebook.com/people/Brook-Field/42", "facebook.com/people/Other/42/"),
    ("https://www.instagram.com/brookfield/?igsh=a", "instagram.com/Brookfield"),
    ("https://twitter.com/brookfield", "https://x.com/Brookfield/status/1", "mobile.twitter.com/brookfield"),
    ("https://uk.linkedin.com/company/brook-field", "linkedin.com/company/brook-field/about/"),
    ("https://www.tiktok.com/@brook", "tiktok.com/@Brook/video/1"),
    ("https://youtube.com/@Brook", "youtube.com/@brook/videos"),
    ("https://youtube.com/channel/UCaBc", "http://www.youtube.com/channel/UCaBc/about"),
    ("https://bsky.app/profile/brook.example", "bsky.app/profile/Brook.example"),
    ("https://social.example/@brook/", "social.example/@Brook"),
]
APART = [
    ("facebook.com/brookfield", "facebook.com/brookfield1"),
    ("facebook.com/brookfield", "facebook.com.evil.example/brookfield"),
    ("facebook.com/brookfield", "evil.example/facebook.com/brookfield"),
    ("facebook.com/brookfield", "instagram.com/brookfield"),
    ("facebook.com/brookfield", "faceb00k.com/brookfield"),
    ("facebook.com/brookfield", "f\u0430cebook.com/brookfield"),
    ("facebook.com/brookfield", "facebook.com/groups/brookfield"),
    ("facebook.com/profile.php?id=42", "facebook.com/profile.php?id=43"),
    ("facebook.com/brookfield", "apps.facebook.com/brookfield"),
    ("instagram.com/brook.field", "instagram.com/brookfield"),
    ("linkedin.com/company/brook", "linkedin.com/in/brook"),
    ("youtube.com/channel/UCaBc", "youtube.com/channel/UCabc"),
    ("youtube.com/@brook", "youtube.com/user/brook"),
]
NONE = ["", "Brookfield", "@brookfield", "https://facebook.com/", "facebook.com/watch/?v=1", "instagram.com/p/abc",
        "https://facebook.com@evil.example/brookfield", "javascript:alert(1)", "http://[::1", "x.com/search?q=brook",
        "https://facebook.com/" + "a" * 600, "facebook.com/brookfield/../copy", "facebook.com/brookfield/%2e%2E/copy",
        "https://facebook.com/brookfield/..\\copy", "facebook.com/profile.php?id=42&id=43"]  # fmt: skip


@pytest.mark.parametrize("same", SAME)
def test_two_spellings_of_one_address_mean_one_account(same):
    assert len({place_of(one) for one in same}) == 1
    assert place_of(same[0]) is not None


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_looks_alike_is_another_account(one, other):
    assert place_of(one) is not None
    assert place_of(one) != place_of(other)


@pytest.mark.parametrize("said", NONE)
def test_what_is_no_address_of_an_account_is_none(said):
    assert place_of(said) is None


@given(st.text(max_size=60), st.sampled_from(["", "https://", "facebook.com/", "https://x.com/"]))
def test_whatever_somebody_pastes_is_read_without_a_fault(text, start):
    place = place_of(start + text)
    assert place is None or place.where


def test_an_account_is_found_by_its_address_before_its_name():
    rows = [
        Known("facebook", "Brook", address="https://facebook.com/brook"),
        Known("facebook", "Brook", address="https://facebook.com/real"),
    ]
    assert find(rows, platform="facebook", name="Brook", address="facebook.com/real") == rows[1]
    assert find(rows, platform="facebook", name="Brook", address="facebook.com/copy") is None


def test_a_name_finds_an_account_of_its_platform_alone():
    rows = [Known("facebook", "Brook Field"), Known("x", handle="@brookfield")]
    assert find(rows, platform="facebook", name="brookfield") == rows[0]
    assert find(rows, platform="x", name="Brook Field") == rows[1]
    assert find(rows, platform="instagram", name="Brook Field") is None
    assert find(rows, platform="facebook") is None


def test_every_page_of_the_schools_website_is_its():
    website = Known("website", address="https://www.brook.example/")
    news, other = place_of("brook.example/news/1"), place_of("brook.example.evil.example/news/1")
    assert news is not None
    assert other is not None
    assert (is_at(website, news), is_at(website, other)) == (True, False)


@pytest.mark.parametrize(
    "said",
    [
        "https://facebook.com:8443/brookfield",
        "http://facebook.com:80/brookfield",
        "https://faceboo\N{KELVIN SIGN}.com/brookfield",
        "https://facebook.com/broo\N{KELVIN SIGN}field",
        "https://facebook.com/brook\N{LATIN SMALL LIGATURE FI}eld",
        "https://facebook.com/broo\N{CYRILLIC SMALL LETTER KA}field",
    ],
)
def test_another_port_and_letters_that_only_look_alike_mean_another_place(said):
    ours = place_of("https://facebook.com/brookfield")
    assert place_of("https://FACEBOOK.com:443/Brookfield") == ours
    assert place_of(said) != ours


@pytest.mark.parametrize("said", ["https://brook.example:8443/", "https://broo\N{KELVIN SIGN}.example/"])
def test_no_page_of_another_port_or_of_a_look_alike_is_the_schools_website(said):
    website = Known("website", address="https://brook.example/")
    place = place_of(said)
    assert place is None or not is_at(website, place)


@pytest.mark.parametrize(
    ("address", "page", "ours"),
    [
        ("https://sites.example/view/brook", "https://sites.example/view/brook/news", True),
        ("https://sites.example/view/brook", "https://sites.example/view/brook2", False),
        ("https://sites.example/view/brook", "https://sites.example/view/copy", False),
        ("https://sites.example/brook/index.php", "https://sites.example/brook/news", True),
        ("https://sites.example/brook/index.php", "https://sites.example/copy", False),
        ("https://brook.example/home", "https://brook.example/news", True),
    ],
)
def test_on_a_host_that_others_share_the_schools_website_is_what_stands_below_its_address(address, page, ours):
    place = place_of(page)
    assert place is not None
    assert is_at(Known("website", address=address), place) is ours


@pytest.mark.parametrize(
    ("said", "post"),
    [
        ("https://x.com/brookfield/status/12", True),
        ("tiktok.com/@brook/video/12?is_copy_url=1", True),
        ("https://www.instagram.com/brookfield/p/abc/", True),
        ("https://www.instagram.com/brookfield/", False),
        ("https://www.facebook.com/brookfield/photos", False),
        ("https://uk.linkedin.com/company/brook/posts/", False),
        ("https://brook.example/news/posts/12", False),
        ("https://facebook.com:443/brookfield/posts/12", True),
        ("https://facebook.com/brookfield/%70osts/12", True),
        ("https://facebook.com/brookfield/posts/12?next=/../x", True),
        ("facebook.com/reel/12", True),
        ("https://www.facebook.com/watch/?v=12", True),
        ("https://www.facebook.com/share/v/abc/", True),
        ("https://www.facebook.com/p/Brook-Field-12/", False),
        ("https://www.instagram.com/p/abc/", True),
        ("linkedin.com/posts/brook_12", True),
        ("https://youtu.be/abc", True),
        ("https://www.youtube.com/shorts/abc", True),
        ("https://www.youtube.com/@brook/shorts", False),
        ("https://vm.tiktok.com/abc/", True),
        ("https://x.com/i/status/12", True),
        ("https://social.example/@brook/1123", True),
        ("https://social.example/@brook", False),
        ("https://facebook.com:8443/reel/12", False),
        ("https://facebook.com@evil.example/brookfield/posts/12", False),
        ("facebook.com/reel/../copy", False),
    ],
)
def test_an_address_of_one_post_does_not_tell_whose_it_is(said, post):
    assert is_post(said) is post


@pytest.mark.parametrize(("host", "post"), [("social.example", True), ("www.social.example", False)])
def test_elsewhere_a_post_is_told_on_the_hosts_where_accounts_stand(host, post):
    assert is_post("https://social.example/brook/posts/12", hosts={host}) is post
