"""What goes in to keep the register: an account, a look, and who is on its lists. What is left out stays as it is."""

from datetime import date
from typing import Annotated, Any

from ninja import Field, Schema

from gatepost.api.channel_shapes import Address, Name, Slug
from gatepost.api.shapes import Id, Line


class ParticularsIn(Schema):
    """What the register says of an account, by the names under which it is given out. `owner` is the id of a person."""

    kind: Slug = ""
    platform: Slug = ""
    name: Name = ""
    handle: Name = ""
    address: Address = ""
    purpose: Line = ""
    audience: Slug = ""
    owner_role: Slug = ""
    owner: Id | None = None
    master_rights: Slug = ""
    master_holder: Slug = ""
    editorial_oversight: bool | None = None
    authorised: bool | None = None
    most_admins: Annotated[int, Field(ge=1, le=99)] | None = None
    recovery: Line = ""
    login_place: Slug = ""
    login_where: Line = ""
    login_custodians: Line = ""
    comments: Slug = ""
    house_rules: Line = ""
    apps: Line = ""
    disclaimer: Line = ""
    note: Line = ""
    trial_until: date | None = None

    def said(self) -> dict[str, Any]:
        """Return what was said, and nothing of what was left out; texts without the blanks around them."""
        given = self.dict(exclude_unset=True)
        return {name: value.strip() if isinstance(value, str) else value for name, value in given.items()}


class CheckIn(Schema):
    """A look at one thing on an account: its kind and what was found, as slugs; how, and where one can see it."""

    kind: Slug = ""
    found: Slug = ""
    how: Line = ""
    evidence: Line = ""


class WhoIn(Schema):
    """Who is put on a list: somebody at the school by id, or whoever holds a role."""

    person: Id | None = None
    role: Slug = ""


class AdminIn(WhoIn):
    """Who is to administer an account, and why they need it."""

    reason: Line = ""


class AdminEndIn(Schema):
    """Whether they left or changed jobs, so that the password is to change."""

    left: bool = False
