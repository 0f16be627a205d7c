"""A class photo on a phone: what is in it is boxed, said, blurred and cut off, sent, posted, and taken down again."""

import re
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.journeys.posting import approve, hand_over, open_to_go, open_waiting, save, send, write
from tests.journeys.visitor import check_usable
from tests.journeys.withdrawing import PUPIL, letter, withdraw
from tests.publishing.pictures.seeing import group

AUTHOR, SCHOOL, WORDS = "Ms Amara Begum", "brookfield", "Our science fair was full of volcanoes."
SOME_SECONDS = 60_000
"""Milliseconds for a look, on a machine that does much else."""


def add(visitor):
    """Add a photo of three people with a certificate that names a pupil."""
    photo = {"name": "IMG_4411.jpg", "mimeType": "image/jpeg", "buffer": group(text=PUPIL)}
    visitor.page.locator("input[type=file]").set_input_files(photo)
    visitor.page.get_by_role("button", name="Add", exact=True).click()


def describe(visitor, *, face):
    """Say of the picture what only its author knows."""
    page = visitor.page
    page.get_by_label("Describe it for people").fill("Three people at our science fair")
    page.get_by_label("How does it show the people").select_option(label=face)
    page.get_by_label("What was it taken with").select_option(label="A school device")
    page.get_by_label("Can a name be read").select_option(label="No name can be read")
    save(visitor)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_class_photo_is_boxed_mended_and_sent_from_a_phone(visit, looking_server, scripts):
    visitor = visit(AUTHOR, phone=True, at=looking_server, scripts=scripts)
    page = visitor.page
    write(visitor, WORDS)
    add(visitor)
    wait_for_boxes(page, scripts=scripts)
    check_from_the_top(visitor, scripts=scripts)

    # One is said to be somebody from the class, another is cut off, the rest is blurred.
    page.get_by_role("button", name="Face 1 of 3", exact=True).click()
    page.get_by_label("Name", exact=True).fill(PUPIL.split(maxsplit=1)[0])
    page.get_by_role("button", name="Find").click()
    page.get_by_label(PUPIL).check()
    check_from_the_top(visitor, scripts=scripts)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(re.compile("3 faces: 1 pupil ticked, 2 not said yet"))).to_be_visible()
    page.get_by_role("button", name="Face 3 of 3", exact=True).click()
    page.get_by_role("button", name="Cut off the right").click()
    expect(page.get_by_text(re.compile("2 faces: 1 pupil ticked, 1 not said yet"))).to_be_visible()
    page.get_by_role("button", name="Blur names").click()
    page.get_by_role("button", name=re.compile("Blur 1 face without permission")).click()
    expect(page.get_by_text(re.compile("2 faces: 1 pupil ticked, 1 blurred"))).to_be_visible()
    check_from_the_top(visitor, scripts=scripts)

    describe(visitor, face="From behind or far off")
    send(visitor)
    if scripts:  # without any, the journey of families goes on from here
        go_out_and_come_down(visitor, partial(visit, at=looking_server))


def go_out_and_come_down(author, own_visit):
    """Sign the post off, post it, withdraw on a phone, and find it on the list of what is to come down."""
    approver = own_visit("Mr Ben Oduya", phone=True)
    open_waiting(approver, SCHOOL, WORDS)
    approve(approver)
    open_to_go(author, SCHOOL, WORDS)
    hand_over(author, address="https://social.example/brookfield/volcanoes")
    expect(author.page.locator("main")).to_contain_text("Live")
    withdraw(own_visit(phone=True), letter(own_visit("Mrs Helen Achebe"), school=SCHOOL))
    row = author.go(f"/{SCHOOL}/take-downs/").get_by_role("listitem").filter(has_text=WORDS)
    expect(row).to_contain_text("Not down yet")
    check_usable(author)


def check_from_the_top(visitor, *, scripts):
    """Look at a page from its top: what the bar at the bottom covers by half would count as too small to tap.

    What looks is itself a script.
    """
    if scripts:
        visitor.page.evaluate("scrollTo(0, 0)")
        check_usable(visitor)


def wait_for_boxes(page, *, scripts):
    """Wait until faces and words were looked for; without scripts by looking again."""
    there = page.get_by_text(re.compile("A name on the roll can be read"))
    if scripts:
        expect(there).to_be_visible(timeout=SOME_SECONDS)
        return
    for _ in range(SOME_SECONDS // 500):
        if there.count():
            return
        page.wait_for_timeout(1000)
        page.get_by_role("button", name="Look again").click()
    expect(there).to_be_visible()
