import pytest

from gatepost.channels.models.channel import platform_name
from gatepost.publishing.platform_limits import CHECKED, LIMITS, length, too_long, too_much


@pytest.mark.parametrize(
    ("text", "platform", "expected"),
    [
        ("Hello", "facebook", 5),
        ("Café", "x", 4),
        ("Cafe\u0301", "bluesky", 4),
        ("🌋", "x", 2),
        ("🌋", "bluesky", 1),
        ("“Curly”", "x", 7),
        ("👩\u200d🔬", "x", 2),
        ("👩\u200d🔬", "bluesky", 1),
        ("👍🏽", "x", 2),
        ("❤\ufe0f", "mastodon", 1),
        ("🇬🇧🇫🇷", "x", 4),
        ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "bluesky", 1),
        ("Two\nlines", "x", 9),
        ("See https://school.example/a-very-long-address-of-a-page now", "x", 4 + 23 + 4),
        ("See https://school.example/a now", "mastodon", 4 + 23 + 4),
        ("See https://a.example now", "linkedin", 25),
        ("Hello", "website", 5),
    ],
)
def test_a_text_is_as_long_as_its_platform_counts_it(text, platform, expected):
    assert length(text, platform) == expected


@pytest.mark.parametrize("platform", LIMITS)
def test_what_just_fits_is_taken_and_one_more_is_not(platform):
    limit = LIMITS[platform]
    assert too_much("a" * limit.characters, pictures=limit.pictures, platform=platform) == ()
    assert len(too_much("a" * (limit.characters + 1), pictures=limit.pictures + 1, platform=platform)) == 2


@pytest.mark.parametrize(("platform", "more"), [("x", 1), ("mastodon", 0), ("website", 0)])
def test_a_text_is_too_long_only_where_no_server_of_the_platform_takes_it(platform, more):
    most = LIMITS[platform].characters if platform in LIMITS else 9_000
    assert [too_long("a" * n, platform) for n in (most, most + 1)] == [0, more]


def test_what_is_too_much_is_said_with_the_number():
    assert too_much("a" * 281, pictures=5, platform="x") == (
        "The words are 1 character too long. It takes 280.",
        "There are 5 pictures. It takes 4 in one post.",
    )


def test_a_platform_that_is_not_known_takes_everything():
    assert too_much("a" * 9_000, pictures=10, platform="website") == ()


@pytest.mark.parametrize(("platform", "limit"), LIMITS.items())
def test_every_limit_has_a_source_and_a_platform_that_pages_can_name(platform, limit):
    assert limit.source
    assert platform_name(platform)[0].isupper()


def test_the_sources_say_when_they_were_read():
    assert CHECKED >= "2026-11"
