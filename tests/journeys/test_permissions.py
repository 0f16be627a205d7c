"""An office manager takes a list from the MIS in, and is told of a class photo who can’t be shown, never why."""

import re

from playwright.sync_api import expect

from tests.journeys import posting
from tests.journeys.visitor import check_usable

OFFICE, SCHOOL = "Mrs Lena Kowalczyk", "brookfield"
NOW_YES, NOW_NO, NO, NOT_ASKED = "Zofia Nowak", "Maisie Fernsby", "Idris Abara", "Alfie Ekwueme"
LIST = "Surname,Forename,Permission,Response\nNowak,Zofia,Photo consent,Yes\nFernsby,Maisie,Photo consent,Rather not\n"
"""One who was never asked says yes, one who had said yes takes it back; the type and a word are the school’s own."""
WHYS = ("refus", "withdr", "expired", "run out", "has said", "objected", "do not show", "Rather not")
"""Words that would tell why somebody can’t be shown."""


def test_a_list_is_taken_in_and_a_class_photo_says_who_can_not_be_shown_and_never_why(visit, own_server):
    office = visit(OFFICE, at=own_server)
    give(office)
    choose(office)
    take_in(office)

    office.go(f"/{SCHOOL}/")
    posting.write(office, "Our sunflowers are taller than we are.")
    add_class_photo(office)
    expect(office.page.locator("#answers")).to_contain_text("Zofia can be shown")
    expect(office.page.locator("#answers")).to_contain_text("Maisie can’t be shown here")
    assert [said_of(office, pupil) for pupil in (NO, NOT_ASKED)] == [said_of(office, NOW_NO)] * 2 != [[]] * 2
    assert [why for why in WHYS if why.lower() in office.page.locator("main").inner_text().lower()] == []
    check_usable(office)


def give(office) -> None:
    """Give the list in, and see what it needs."""
    page = office.go(f"/{SCHOOL}/imports/")
    page.get_by_label("The file").set_input_files(
        {"name": "permissions.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    )
    check_usable(office)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("heading", name="Only you can say")).to_be_visible()
    check_usable(office)


def choose(office) -> None:
    """Say what the school’s own word and type mean, and who is in each row."""
    page = office.page
    page.get_by_label("What does “rather not” mean").select_option(label="they agreed and took it back")
    page.get_by_label("a picture", exact=True).check()
    page.get_by_label("public social media").check()
    for number, pupil in ((2, NOW_YES), (3, NOW_NO)):
        who = page.get_by_label(f"Who is in row {number}?")
        who.select_option(label=who.get_by_role("option", name=pupil).inner_text())
    page.get_by_role("button", name="Read it so").first.click()


def take_in(office) -> None:
    """See what it would change, and take it in."""
    page = office.page
    expect(page.get_by_text("Nothing has changed yet")).to_be_visible()
    expect(page.locator("main")).to_contain_text(NOW_YES)
    check_usable(office)
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("heading", name="Taken in")).to_be_visible()
    check_usable(office)


def add_class_photo(office) -> None:
    """Add a picture in which faces can be made out, and say who is in it."""
    page = office.page
    page.locator("input[type=file]").set_input_files(posting.photo())
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_label("Describe it for people").fill("Four pupils beside their sunflowers")
    page.get_by_label("How does it show the people").select_option(label="A face can be recognised")
    for pupil in (NOW_YES, NOW_NO, NO, NOT_ASKED):
        posting.tick(office, pupil)
    posting.save(office)


def said_of(office, pupil: str) -> list[str]:
    """All that is said of a pupil, beside the name and in the findings: without the name, and without numbers."""
    first = pupil.split(maxsplit=1)[0]
    found = office.page.locator("#answers article, .gp-who li").filter(has_text=first).all_inner_texts()
    return [re.sub(rf"{pupil}|{first}|\d[AB]?", "", words).strip() for words in found]
