"""The table of accounts that a policy prints comes in: looked at first, whole or not at all, and once."""

from playwright.sync_api import Page, expect

from tests.journeys.shots import check_shot
from tests.journeys.visitor import Visitor, check_usable

SCHOOL, HEAD = "castlemoor", "Dr Eleanor Whitcombe"
HEADINGS = (
    "Platform\tAccount name\tMaster administration role\tApproved users (posting)\tDate\t",
    "\t\t\t\tOpened\tClosed",
)
TECHNICIAN = "AV technician"
ROWS = (
    f"Facebook\tCastlemoor Trips\t{TECHNICIAN}\tSenior deputy head, PA to Headteacher and {TECHNICIAN}\tSept 2023\tn/a",
    f"Facebook\tCastlemoor School\t{TECHNICIAN}\tMrs Moira Tennant and {TECHNICIAN}\tNov 2019\t",
    "Twitter\t@CastlemoorOld\tHeadteacher\tHeadteacher\t2014\tJuly 2023",
)
WRONG = ROWS[0].replace("PA to Headteacher", "Ms Olive Nobody")
"""The first row, with somebody among those who post who is neither on the staff nor a role."""


def test_a_table_comes_in_once_somebody_has_looked_and_the_second_time_it_changes_nothing(visit, own_server):
    head = visit(HEAD, at=own_server)
    read(head, WRONG, *ROWS[1:])
    check_told(head)
    correct(head.page)
    check_difference(head)
    check_shot(head, "table")
    head.page.get_by_role("button", name="Take it in").click()
    check_taken_in(head)

    give(head, "\r\n".join((*HEADINGS, *ROWS)).replace(", ", " and ").replace("\t", ","))
    expect(head.page.locator("main")).to_contain_text("0 new, 0 changed, 3 as before.")
    expect(head.page.get_by_role("button", name="Take it in")).to_have_count(0)


def read(head: Visitor, *rows: str) -> None:
    """Paste a table with its two rows of headings, as it stands in the policy."""
    page = head.go(f"/{SCHOOL}/accounts/")
    page.get_by_role("link", name="Import or export").click()
    page.get_by_label("Or paste the table").fill("\n".join((*HEADINGS, *rows)))
    page.get_by_role("button", name="Read it").click()


def give(head: Visitor, table: str) -> None:
    """Give the same table in as the CSV file that a spreadsheet saves."""
    page = head.go(f"/{SCHOOL}/accounts/import/")
    page.get_by_label("The file").set_input_files(
        {"name": "accounts.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )
    page.get_by_role("button", name="Read it").click()


def check_told(head: Visitor) -> None:
    """The wrong row is told by its number, with the cell and what to do, and nothing has come in."""
    main = head.page.locator("main")
    expect(main).to_contain_text("Nothing can be taken in yet")
    expect(main.get_by_role("listitem").filter(has_text="Row 3.")).to_contain_text("Ms Olive Nobody")
    expect(head.page.get_by_role("button", name="Take it in")).to_have_count(0)
    check_usable(head)


def correct(page: Page) -> None:
    """Correct the row where it was pasted: nothing of the table is lost."""
    box = page.get_by_label("The table", exact=True)
    expect(box).to_have_value("\n".join((*HEADINGS, WRONG, *ROWS[1:])))
    box.fill(box.input_value().replace(WRONG, ROWS[0]))
    page.get_by_role("button", name="Read it again").click()


def check_difference(head: Visitor) -> None:
    """What is new, what changes from what to what, and what the table leaves out, before anything is taken in."""
    page = head.page
    expect(page.locator("main")).to_contain_text("2 new, 1 changed, 0 as before.")
    changes = page.get_by_role("table", name="Accounts that change")
    expect(changes.get_by_role("row").filter(has_text="Castlemoor School")).to_contain_text("1 November 2019")
    missing = page.locator("section", has=page.get_by_role("heading", name="Not in the table"))
    expect(missing).to_contain_text("castlemoor_school on Instagram")
    check_usable(head)


def check_taken_in(head: Visitor) -> None:
    """The register has what was seen, with the history of each account, and nobody who was on a list is gone."""
    page = head.page
    expect(page.locator("main")).to_contain_text("Taken in: 2 new, 1 changed.")
    expect(page.get_by_role("table", name="Accounts that are closed")).to_contain_text("CastlemoorOld")
    row = page.get_by_role("row").filter(has_text="Facebook, since")
    row.get_by_role("link", name="Castlemoor School", exact=True).click()
    for poster in ("Mrs Moira Tennant", "Mr Kwame Boateng-Reid", "Whoever is AV technician"):
        expect(page.locator("section", has=page.get_by_role("heading", name="Who posts"))).to_contain_text(poster)
    check_usable(head)
    head.go(f"/{SCHOOL}/history/")
    expect(page.locator("main")).to_contain_text("CastlemoorOld")
