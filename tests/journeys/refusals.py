"""Every way in which a page says no, brought about by what a person does, or by what happens to the server."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

LARGE = "large.jpg"
"""A file that is more than is taken at once."""
SIGN_OUT = "/account/logout/"
"""A page with a short form."""
TOO_MANY_FIELDS = """() => {
    const form = document.querySelector("main form");
    for (let n = 0; n < 1100; n++) {
        form.append(Object.assign(document.createElement("input"), {type: "hidden", name: `more${n}`}));
    }
    form.submit();
}"""
"""Sends more fields than the server reads."""


def refusals(visitor: Visitor, folder: Path) -> Iterator[str]:
    """Be refused in each way, as somebody who writes, and yield the name of the template while its page is shown.

    `folder` is the server's, whose database is spoilt at the end.
    """
    (folder / LARGE).touch()
    os.truncate(folder / LARGE, 101 * 1024 * 1024)
    for name, (refused, heading) in REFUSED.items():
        refused(visitor, folder)
        expect(visitor.page.get_by_role("heading", level=1)).to_have_text(heading)
        yield name


def _no_role(visitor: Visitor, _: Path) -> None:
    visitor.go("/brookfield/people/")


def _no_such_page(visitor: Visitor, _: Path) -> None:
    visitor.go("/brookfield/nothing-is-here/")


def _nothing_to_show_again(visitor: Visitor, _: Path) -> None:
    # Whoever came in without a password can't type it again.
    visitor.go("/account/reauthenticate/")


def _open_for_too_long(visitor: Visitor, _: Path) -> None:
    page = visitor.go(SIGN_OUT)
    page.context.clear_cookies(name="csrftoken")
    page.locator("main").get_by_role("button", name="Sign out").click()


def _too_many_fields(visitor: Visitor, _: Path) -> None:
    page = visitor.go(SIGN_OUT)
    with page.expect_navigation():
        page.evaluate(TOO_MANY_FIELDS)


def _too_much(visitor: Visitor, folder: Path) -> None:
    page = visitor.go("/brookfield/")
    page.get_by_role("button", name="Start a post").click()
    page.locator("input[type=file]").set_input_files(folder / LARGE)
    page.get_by_role("button", name="Add", exact=True).click()


def _too_often(visitor: Visitor, _: Path) -> None:
    page = visitor.go("/account/password/set/")
    for _ in range(6):
        page.get_by_label("New password", exact=True).fill("this")
        page.get_by_label("New password, once more").fill("that")
        with page.expect_navigation():
            page.get_by_role("button", name="Keep it").click()


def _fault(visitor: Visitor, folder: Path) -> None:
    with closing(sqlite3.connect(folder / "gatepost.sqlite3")) as store:
        store.execute("DROP TABLE django_session")
    visitor.go("/brookfield/")


REFUSED: dict[str, tuple[Callable[[Visitor, Path], None], str]] = {
    "refused": (_no_role, "You can’t do this"),
    "403": (_nothing_to_show_again, "You can’t do this"),
    "403_csrf": (_open_for_too_long, "This page was open for too long"),
    "404": (_no_such_page, "There’s no such page"),
    "400": (_too_many_fields, "That couldn’t be read"),
    "413": (_too_much, "Too much at once"),
    "429": (_too_often, "Too many at once"),
    "500": (_fault, "Something went wrong here"),
}
"""The template, what leads to it, and its heading. The last one leaves a server that answers nothing else."""
