"""What a privacy notice says of the accounts, against the public list."""

import pytest

from gatepost.channels.notice_compared import compared
from gatepost.channels.official import Entry, Official
from gatepost.schools.models import School

FACEBOOK = Entry("open", "facebook", "Brookfield Primary", "@brook", "https://facebook.com/brook")
INSTAGRAM = Entry("open", "instagram", "Brookfield Primary", "@brook_pics", "https://instagram.com/brook_pics")
X = Entry("closed", "x", "Brookfield", "@brookfield", "https://x.com/brookfield")
FAKE = Entry("fake", "x", "Brook Memes", address="https://x.com/brookmemes")
LISTED = Official(School(name="Brookfield"), (FACEBOOK, INSTAGRAM), (X,), (), (FAKE,))
BOTH = "Facebook: https://www.facebook.com/Brook/\nInstagram: @brook_pics."


@pytest.mark.parametrize(
    "text",
    [BOTH, "We post on Facebook (facebook.com/brook) and on instagram.com/brook_pics?hl=en.",
     "Facebook | Brookfield Primary\nInstagram | Brookfield Primary",
     "Platform\nName\nFacebook\nBrookfield Primary\nfor news\n• Instagram:\n\n- Brookfield Primary",
     f"{BOTH}\nWe closed our account on X. An example of a post: https://facebook.com/other/posts/12",
     f"{BOTH}\nFacebook’s own notice: https://example.org/privacy"],
)  # fmt: skip
def test_a_notice_that_names_each_account_by_address_handle_or_name_agrees(text):
    assert compared(text, LISTED).agrees


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("facebook.com/brook", [INSTAGRAM]),
        ("Brookfield Primary posts on Facebook.", [INSTAGRAM]),
        ("Facebook: facebook.com/brookfieldfans (Brookfield Primary)\ninstagram.com/brook_pics", [FACEBOOK]),
        ("Brookfield Primary is on social media.", [FACEBOOK, INSTAGRAM]),
        ("Brookfield Primary\nFacebook\nX\nBrookfield Primary", [FACEBOOK, INSTAGRAM]),
        (
            "Facebook\nInstagram\nBrookfield Primary is the controller of what you give us by any form.",
            [FACEBOOK, INSTAGRAM],
        ),
        ("facebook.com/brook2\ninstagram.com/brook_pics2", [FACEBOOK, INSTAGRAM]),
    ],
)
def test_an_account_that_it_lacks_or_leads_past_is_missing(text, missing):
    assert list(compared(text, LISTED).missing) == missing


def test_an_address_that_is_closed_or_not_ours_or_a_fake_is_told():
    found = compared(f"{BOTH}\nhttps://twitter.com/brookfield, tiktok.com/@brook; x.com/brookmemes", LISTED)
    assert (found.missing, found.closed, found.strangers) == ((), (X,), ("tiktok.com/@brook", "x.com/brookmemes"))
