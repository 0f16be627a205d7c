"""The columns of the register as a table: what each holds, what we call it, and what schools call it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading in our own files, and other names under which a school's table may have it, as `plain`.

    `private` is true for what only those who keep the accounts read.
    """

    heading: str
    names: str = ""
    private: bool = False


COLUMNS: Final[dict[str, Column]] = {
    "number": Column("Number", "gatepost number|account number"),
    "kind": Column("Kind", "sort|type|kind of account|type of account"),
    "platform": Column("Platform", "network|social network|social media platform|site|channel|service|app|media"),
    "name": Column("Account name", "account|account page name|page name|name|page|account title|group name|"
                   "name of account|name of page|account or page name|profile|profile name|account name page name"),
    "handle": Column("Handle", "username|user name|account handle"),
    "address": Column("Address", "url|link|web address|link to account|account url|page url|website|web link"),
    "purpose": Column("Purpose", "use|used for|reason|purpose of account|what it is for|rationale"),
    "audience": Column("Audience", "who can see it|intended audience|target audience"),
    "owner_role": Column("Owner role", "role of owner|responsible role|role responsible|responsible post"),
    "owner": Column("Owner", "account owner|responsible|person responsible|responsible person|lead|owned by|"
                    "account holder|account lead"),
    "master_rights": Column("Master rights", "master rights held by|master privileges"),
    "master_holder": Column("Master administration role", "master administrator|master admin|master admin role|"
                            "master administration|main administrator|main admin|master account holder|"
                            "master rights holder"),
    "editorial_oversight": Column("Editorial oversight", "oversight"),
    "authorised": Column("Authorised", "approved|authorised account"),
    "most_admins": Column("Most administrators", "maximum administrators|administrator limit"),
    "admins": Column("Administrators", "admins|administrator|admin|administration|account administrators|"
                     "administrator s|admin rights|other administrators|admin access"),
    "posters": Column("Approved users (posting)", "approved users|approved posters|posters|who may post|who can post|"
                      "posting|users|authorised users|permitted users|posting rights|editors|approved to post|"
                      "who posts|staff who can post|authorised posters"),
    "recovery": Column("Recovery contacts", "recovery contact|recovery", private=True),
    "login_place": Column("Login kept", "login held|login details held|where the login is kept", private=True),
    "login_where": Column("Login kept where", "login location|where login details are kept", private=True),
    "login_custodians": Column("Login custodians", "custodians|custodian", private=True),
    "comments": Column("Comments on posts", "comment mode|commenting|public comments"),
    "house_rules": Column("House rules"),
    "apps": Column("Connected apps", "third party apps|apps|integrations"),
    "disclaimer": Column("Disclaimer"),
    "note": Column("Note", "notes|remarks|comment|comments|further information"),
    "opened_on": Column("Date opened", "opened|open|opened on|start date|date of opening|created|date created|"
                        "set up|date set up|start|from|date started|live since|since"),
    "trial_until": Column("Trial until", "trial ends|end of trial"),
    "closing_on": Column("Closing from", "closing on|closing"),
    "closed_on": Column("Date closed", "closed|close|closed on|end date|date of closing|date of closure|until|end|"
                        "date ended|to"),
}  # fmt: skip
"""Field → its column, in the order of our files. Those of `Channel` bear the names of its fields."""

CHECK: Final = "Check: "
OFFICIAL: Final = "Official"
REASONS: Final = "Why each administers it"
"""Columns that our files have beside these: what was worked out or looked at. They are never taken in."""
DATES: Final = frozenset({"date", "dates"})
"""Headings that say nothing by themselves, above “opened” and “closed”."""
LOGINS: Final = re.compile(
    r"\b(?:passwords?|passcodes?|pwd|pins?|secrets?|tokens?|(?:recovery|backup) codes?|security answers?)\b"
)
"""Headings of columns that hold logins."""

_BY_NAME: Final = {
    name: field
    for field, column in COLUMNS.items()
    for name in (" ".join(re.findall(r"[0-9a-z]+", column.heading.casefold())), *column.names.split("|"))
    if name
}


def plain(heading: str) -> str:
    """Return a heading without case, marks and double spaces."""
    return " ".join(re.findall(r"[0-9a-z]+", heading.casefold()))


def field_of(heading: str) -> str | None:
    """Return the field that a column holds by its heading; None where the heading says nothing that we know."""
    return _BY_NAME.get(plain(heading))


def known(cells: Sequence[str]) -> int:
    """Return how many cells of a row are headings that we know; none where neither an account nor a platform is."""
    found = {field_of(cell) for cell in cells} - {None}
    return len(found) if found & {"platform", "name", "address"} else 0
