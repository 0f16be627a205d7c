"""Which links are fit to be kept, and which two lead to one post."""

import pytest

from gatepost.publishing.links import LONGEST, WrongLink, check_host, link_of, platform_of

KEPT = {
    "as it is": ("https://www.facebook.com/brook/posts/12", "facebook.com/brook/posts/12"),
    "without https": ("facebook.com/brook/posts/12", "facebook.com/brook/posts/12"),
    "the page for phones": ("https://m.facebook.com/brook/posts/12", "facebook.com/brook/posts/12"),
    "a slash at the end": ("https://facebook.com/brook/posts/12/", "facebook.com/brook/posts/12"),
    "a part of the page": ("https://facebook.com/brook/posts/12#comments", "facebook.com/brook/posts/12"),
    "shared by somebody": ("https://facebook.com/p/12?fbclid=Iw&utm_source=x&mibextid=q", "facebook.com/p/12"),
    "spaces round it": ("  https://facebook.com/p/12  ", "facebook.com/p/12"),
    "capital letters in the host": ("https://WWW.Facebook.COM/p/12", "facebook.com/p/12"),
    "the old name of a platform": ("https://twitter.com/brook/status/9", "x.com/brook/status/9"),
    "which video it is": ("https://www.youtube.com/watch?v=aB9&si=x", "youtube.com/watch?v=aB9"),
    "which page of a school's site": ("https://brook.example/news?ref=9", "brook.example/news?ref=9"),
    "a port": ("https://brook.example:8443/news/1", "brook.example:8443/news/1"),
    "letters of another alphabet, as browsers send them": ("https://xn--brk-0qa.example/1", "xn--brk-0qa.example/1"),
}

REFUSED = {
    "a script": ("javascript:alert(1)", "begins with https://"),
    "a script in capitals": ("JavaScript:alert(1)", "begins with https://"),
    "data": ("data:text/html,<b>x", "begins with https://"),
    "a file": ("file:///etc/passwd", "begins with https://"),
    "an e-mail address": ("mailto:office@brook.example", "begins with https://"),
    "another way of sending": ("ftp://brook.example/1", "begins with https://"),
    "a password": ("https://me:secret@facebook.com/p/1", "password"),
    "this machine": ("https://localhost/p/1", "post that people can see"),
    "a number for a host": ("https://127.0.0.1/p/1", "post that people can see"),
    "a number in another notation": ("https://[::1]/p/1", "post that people can see"),
    "a host that looks like another": ("https://f\u0430cebook.com/p/1", "post that people can see"),
    "no host": ("//p/1", "post that people can see"),
    "a word": ("nothing", "post that people can see"),
    "a broken host": ("https://[::1", "no link that can be read"),
    "a port that is none": ("https://facebook.com:99999/p/1", "no link that can be read"),
    "two links": ("https://facebook.com/p/1 https://facebook.com/p/2", "one link on a line"),
    "a hidden line": ("https://facebook.com/p/1\u0000", "one link on a line"),
    "a front page": ("https://www.facebook.com/", "front page"),
    "a link without end": (f"https://facebook.com/{'p' * LONGEST}", "longer than"),
}


@pytest.mark.parametrize(("said", "key"), KEPT.values(), ids=KEPT)
def test_a_link_is_kept_by_what_two_to_one_post_share(said, key):
    assert link_of(said).key == key


@pytest.mark.parametrize(("said", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_link_to_a_post_is_refused_with_what_to_do(said, why):
    with pytest.raises(WrongLink, match=why):
        link_of(said)


@pytest.mark.parametrize("said", [said for said, _ in KEPT.values()], ids=KEPT)
def test_what_is_kept_opens_in_a_browser_as_a_page_and_nothing_else(said):
    assert link_of(said).address.startswith(("https://", "http://"))


PLATFORMS = {
    "www.facebook.com": "facebook", "fb.watch": "facebook", "youtu.be": "youtube", "x.com": "x", "brook.example": None,
    "notfacebook.com": None, "facebook.com.evil.example": None,
}  # fmt: skip


@pytest.mark.parametrize(("host", "platform"), PLATFORMS.items())
def test_a_host_tells_its_platform_and_one_like_it_does_not(host, platform):
    assert platform_of(host) == platform


FITS = {
    "its own host": ("https://facebook.com/p/1", "facebook", ()),
    "the account's own address": ("https://facebook.example/p/1", "facebook", {"facebook.example"}),
    "a website of which no address is known": ("https://brook.example/1", "website", ()),
    "the school's own website": ("https://www.brook.example/1", "website", {"brook.example"}),
}
MISFITS = {
    "another platform": ("https://instagram.com/p/1", "facebook", ()),
    "a site": ("https://brook.example/1", "facebook", ()),
    "a platform, for the website": ("https://facebook.com/p/1", "website", ()),
    "another site than the school's": ("https://other.example/1", "website", {"brook.example"}),
}


@pytest.mark.parametrize(("said", "platform", "others"), FITS.values(), ids=FITS)
def test_a_link_may_be_on_an_account(said, platform, others):
    assert check_host(link_of(said), platform=platform, others=others, called="it") is None


@pytest.mark.parametrize(("said", "platform", "others"), MISFITS.values(), ids=MISFITS)
def test_a_link_on_a_wrong_host_is_refused(said, platform, others):
    with pytest.raises(WrongLink, match="Choose the account that it is on"):
        check_host(link_of(said), platform=platform, others=others, called="it")
