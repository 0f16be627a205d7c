"""Every page can be used by everybody: on a computer and on a phone, by whatever helps a person to see or click."""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.habits import ROOT
from tests.journeys import posting
from tests.journeys.crawl import crawl, name_of, names
from tests.journeys.refusals import REFUSED, refusals
from tests.journeys.visitor import Visitor
from tests.servers import pages

PEOPLE = {
    "nobody yet": "",
    "who writes": "Ms Amara Begum",
    "who signs off": "Mr Ben Oduya",
    "the head": "Mrs Helen Achebe",
    "a governor": "Mr Joseph Tamang",
    "somebody of the staff": "Mr Yusuf Demir",
    "the central team": "Mr Tunde Bakare",
}
"""Who looks. All but the last work at Brookfield."""
OWN = "/account/"
"""Where the pages of one's own sign-in are, which are the same for everybody: one person looks at them."""
DIRECTLY = [
    "/account/password/reset/done/", "/account/password/reset/key/done/", "/account/inactive/",
    "/account/password/reset/key/1-none/",
]  # fmt: skip
"""Pages before signing in to which a letter or a refusal leads, and no link."""
BY_A_FORM = ["/", "/brookfield/policy/on/?day=2026-10-01"]
"""Where everybody begins who has signed in: at home, and at what a form leads to."""
OTHERWISE = {
    "accounts_csv": "a file, which the page of import and export gives",
    "accounts_xlsx": "a file, which the page of import and export gives",
    "official_json": "a list for programs",
    "account_change_password": "whoever has a password, as in the journey of passwords",
    "session_end": "what ends a session, which shows the list of them again",
    "account_logout": "asked before one leaves, as the journey of passkeys is",
    "account_reauthenticate": "asked for the password before a sign-in is changed, as the journey of passwords is",
    "mfa_authenticate": "asked for a code after the password, as the journey of passwords is",
    "mfa_reauthenticate": "asked for a code before a sign-in is changed, as the journey of passwords is",
    "mfa_reauthenticate_webauthn": "asked for a passkey before a sign-in is changed, as the journey of passkeys is",
    "mfa_login_webauthn": "what the browser asks while somebody signs in with a passkey",
    "mfa_index": "leads to the page of one’s sign-in",
    "mfa_deactivate_totp": "once codes are on, as in the journey of passwords",
    "mfa_view_recovery_codes": "once codes are on, as in the journey of passwords",
    "mfa_generate_recovery_codes": "once codes are on, as in the journey of passwords",
    "mfa_edit_webauthn": "once there is a passkey, as in the journey of passkeys",
    "mfa_remove_webauthn": "once there is a passkey, as in the journey of passkeys",
    "earlier_evidence_latest": "leads to the figures of the latest look through earlier posts",
    "earlier_posts_next": "leads to the earlier post that is to be looked at next",
    "family": "by the link on a letter, as the journey of families does",
    "family_saved": "what a parent has answered, as the journey of families does",
    "importing": "once there is a list, as the journey of permissions does",
    "picture_box": "once a picture was looked into, as the journey of pictures does",
    "picture_look": "the part of a draft that says what was found in a picture",
    "pupil_told": "once somebody has recorded a no, as the journey of families does",
}
"""Pages that nobody comes to by a link when the demo is new, and when one does. Where people see something of their own
there, a journey of its own looks at them."""

TEMPLATES = ROOT / "src" / "gatepost" / "web" / "templates"
FOR_PROGRAMS = {"official_json"}
"""What a link leads to and is no page."""


@dataclass
class Looked:
    """What is wrong with each kind of page, by its name, and the kinds of elements that were seen on it."""

    wrong: dict[str, list[str]] = field(default_factory=dict)
    known: dict[str, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def at(self, visitor: Visitor, who: str) -> None:
        """Look at the page that is shown, unless pages of its kind with all of its elements were looked at."""
        page, parts = name_of(visitor.page.url) or "", visitor.parts()
        if page in FOR_PROGRAMS:
            return
        problems = visitor.problems() if parts - self.known.setdefault(page, set()) else []
        self.known[page] |= parts
        self.wrong.setdefault(page, []).extend(f"{who}, {visitor.page.url}: {problem}" for problem in problems)


@pytest.fixture(scope="module")
def looked(browser, seeded, tmp_path_factory):
    """Every page, looked at by everybody, on a server of its own."""
    folder = tmp_path_factory.mktemp("pages") / "data"
    shutil.copytree(seeded, folder)
    found = Looked()
    with pages.demo(folder) as server:
        for who, name in PEOPLE.items():
            visitor = Visitor.opens(browser, server, phone=False, scripts=True)
            look_round(visitor, who, name, found)
            found.faults += visitor.faults
            visitor.page.context.close()
        for look in (look_at_answers, look_at_a_wish_for_a_login):
            visitor = Visitor.opens(browser, server, phone=False, scripts=True)
            look(visitor, found)
            found.faults += visitor.faults
            visitor.page.context.close()
        look_at_refusals(Visitor.opens(browser, server, phone=False, scripts=True), found, folder)
    return found


def look_round(visitor: Visitor, who: str, name: str, found: Looked) -> None:
    """Look at every page that somebody comes to; whoever writes takes a post on too, and opens its pack."""
    if name:
        visitor.sign_in(name)
    starts = BY_A_FORM if name else ["/demo/", *DIRECTLY]
    for _ in crawl(visitor, *starts, but=OWN if name and who != "who writes" else ""):
        found.at(visitor, who)
    if who == "who writes":
        posting.open_to_go(visitor, "brookfield", "Our new outdoor classroom")
        visitor.page.get_by_role("button", name=re.compile("I’ll post it")).click()
        found.at(visitor, who)
        visitor.page.get_by_role("button", name="Open the copy pack").click()
        found.at(visitor, who)


def look_at_answers(visitor: Visitor, found: Looked) -> None:
    """Look at what only the DSL and the DPO open: what was answered about a pupil, and who answers."""
    visitor.sign_in("Ms Carys Vaughan")
    visitor.go("/brookfield/pupils/?words=Oliver")
    visitor.page.locator("main a").filter(has_text="Oliver").first.click()
    visitor.page.get_by_role("link", name="What was answered, and who answers").click()
    found.at(visitor, "who guards")


def look_at_a_wish_for_a_login(visitor: Visitor, found: Looked) -> None:
    """Ask for a login where the policy wants that agreed to, and look at it as who asked and as who answers."""
    visitor.sign_in("Ms Lucia Marchetti")
    page = visitor.go("/foxglove-hill/accounts/logins/")
    page.get_by_label("Which account?").select_option("foxglovehill on Instagram")
    page.get_by_label("What do you need it for?").fill("The pictures of our trip.")
    page.get_by_role("button", name="Send it").click()
    for who in ("whoever asked", "whoever answers"):
        found.at(visitor, who)
        wish = visitor.page.url
        visitor.sign_in("Mrs Agnieszka Rowan")
        visitor.go(wish)


def look_at_refusals(visitor: Visitor, found: Looked, folder: Path) -> None:
    """Look at every page that says no. (What the browser complains of there is that it does.)"""
    visitor.sign_in("Ms Amara Begum")
    for name in refusals(visitor, folder):
        found.wrong[name] = visitor.problems()
    visitor.page.context.close()


def test_no_page_met_a_fault(looked):
    assert looked.faults == []


def test_every_page_was_looked_at(looked):
    assert {*names()} - looked.wrong.keys() == OTHERWISE.keys()


def test_every_page_that_says_no_was_looked_at():
    ours = {one.stem for one in TEMPLATES.glob("*.html") if one.stem.startswith(("4", "5", "refused"))}
    assert ours == REFUSED.keys()


@pytest.mark.parametrize("page", sorted(({*names()} - OTHERWISE.keys()) | REFUSED.keys()))
def test_a_page_can_be_used_by_everybody(looked, page):
    assert "\n".join(looked.wrong[page]) == ""
