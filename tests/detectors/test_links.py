"""Links and account names, by what they lead to."""

import pytest

from gatepost.detectors import detect_text

TYPES = ["personal_profile", "commercial_link", "donation_link"]
FOUND = {
    "discord = lil_t#4417": ("personal_profile", "lil_t#4417"),
    "he's on snapchat, user jonnyb2009": ("personal_profile", "jonnyb2009"),
    "runs at strava.com/athletes/904188": ("personal_profile", "strava.com/athletes/904188"),
    "my insta: jessdraws": ("personal_profile", "jessdraws"),
    "my snap is bexterrrr, add me": ("personal_profile", "bexterrrr"),
    "add BlockyBen on Roblox": ("personal_profile", "BlockyBen"),
    "Snapchat 👻 mikey_skates22": ("personal_profile", "mikey_skates22"),
    "my gamer tag: ZapKing09": ("personal_profile", "ZapKing09"),
    "mastodon.example.social/@headhal is mine": ("personal_profile", "mastodon.example.social/@headhal"),
    "see scratch.mit.edu/users/codekid77": ("personal_profile", "scratch.mit.edu/users/codekid77"),
    "25% off at www.soleful-shoes.example/school": ("commercial_link", "www.soleful-shoes.example/school"),
    "insta @jazzy.dhal09 ok": ("personal_profile", "@jazzy.dhal09"),
    "my gamertag is SharkBoyTom now": ("personal_profile", "SharkBoyTom"),
    "find her as jess.draws on tiktok": ("personal_profile", "jess.draws"),
    "username: tommo_b7": ("personal_profile", "tommo_b7"),
    "his Insta (tommo.b7) is hilarious": ("personal_profile", "tommo.b7"),
    "on reddit as u/tommo_b7": ("personal_profile", "u/tommo_b7"),
    "Bluesky: tommo.bsky.social": ("personal_profile", "tommo.bsky.social"),
    "insta name kofi_skillz7": ("personal_profile", "kofi_skillz7"),
    "Follow me on tiktok: @the.real.lily.h": ("personal_profile", "@the.real.lily.h"),
    "https://www.instagram.com/mr_numbers_private/": (
        "personal_profile",
        "https://www.instagram.com/mr_numbers_private/",
    ),
    "see linkedin.com/in/jo-raven-48 now": ("personal_profile", "linkedin.com/in/jo-raven-48"),
    "https://bit.ly/maths-4-u": ("commercial_link", "https://bit.ly/maths-4-u"),
    "www.tidytoes-shoes.co.uk/lark": ("commercial_link", "www.tidytoes-shoes.co.uk/lark"),
    "at justgiving.com/oak-beard.": ("donation_link", "justgiving.com/oak-beard"),
    "paypal.me/invented99 please": ("donation_link", "paypal.me/invented99"),
}
NEAR_MISSES = [
    "put your gamertag please on no form",
    "our YouTube channel is live",
    "Watch part2 on YouTube at 5.30 on Twitch",
    "See the U11s on Twitter and Year7 on Insta",
    "Your username is on the slip",
    "Follow the school at @OakfieldAcademy for news",
    "Larkmoor PE on X: @LarkmoorSport, all fixtures",
    "https://www.facebook.com/oakfieldprimaryschool",
    "https://www.facebook.com/groups/123",
    "fb.com/oakfieldhigh is our only page",
    "Official accounts: x.com/OHS_Main, instagram.com/ohs.main",
    "The museum's page is instagram.com/thornby_past",
    "my insta: photos tomorrow",
    "Her Facebook account was hacked",
    "His YouTube channel, with nine subscribers",
    "Find MathsWatch on YouTube",
    "Follow @OakfieldHigh, like our photos",
    "My Twitter feed is full of snow",
    "TikTok: three tips for parents",
    "https://www.youtube.com/watch?v=abc",
    "see bbc.co.uk/bitesize",
    "Snap! A great game",
    "write to office@oakfield.sch.uk",
]


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_a_link_is_told_by_what_it_leads_to(text, expected):
    assert [(f.type, text[f.start : f.end]) for f in detect_text(text, types=TYPES)] == [expected]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_the_schools_own_pages_and_public_sites_are_let_be(text):
    assert detect_text(text, types=TYPES) == ()
