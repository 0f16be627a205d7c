"""Access to accounts and custody of logins."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, param, route_words
from gatepost.policy.document_rows import open_row
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred
from gatepost.policy.verdict import Cause


@dataclass(frozen=True, slots=True, kw_only=True)
class Posters(Control):
    """Who may post on, or get into, an official account."""

    name = "posters"
    family = "access"
    kinds = ("post", "access", "question")
    triggers = ("author.role", "author.approved_poster", "requester.role", "action")
    reads = ("author.approved_poster", "requester.approved_poster", "requester.authorised", "channel", "account_name")
    asks = ("who may post on the school's page", "may I post on Facebook for the school")

    by_table: bool = param(False, says="the roles stand in the document's table of channels, row by row")
    otherwise: str = param("needs_approval", says="what it is for anybody else", choices=("block", "needs_approval"))
    route: str | None = param(None, says="who can put it up instead")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal":
            return
        if facts.kind != "post":
            yield from self._login(setting, facts)
            return
        row = open_row(setting.head.channels, facts) if self.by_table else None
        if self.by_table and (row is None or row.ref != setting.ref):
            return
        because = cause(facts, "author.role", "author.approved_poster", "channel")
        if row is not None and row.opened and facts.today and facts.today < row.opened.first_day():
            yield Hit("block", (*because, *cause(facts, "today")))
            return
        if self._holds(facts, setting, row):
            yield Hit("allow", because)
            return
        if not facts.has("author.approved_poster"):
            yield Unknown("author.approved_poster", self.otherwise)
        yield Hit(self.otherwise, because, route="|".join(row.posters) if row else self.route)

    def _holds(self, facts: Facts, setting: Setting, row: object) -> bool:
        role = facts.get("author.role")
        posters: Words = getattr(row, "posters", ())
        if role in posters:
            return True
        named = {poster for channel in setting.head.channels for poster in channel.posters}
        return facts.true("author.approved_poster") and role not in named

    def _login(self, setting: Setting, facts: Facts) -> Said:
        action = facts.get("action")
        if action not in ("share_login", "access_account", "post"):
            return
        row = open_row(setting.head.channels, facts) if self.by_table else None
        if self.by_table and (row is None or row.ref != setting.ref):
            return
        paths = ("requester.authorised", "requester.approved_poster", "author.approved_poster")
        because = cause(facts, "action", "requester.role", "author.role", *paths)
        roles = {facts.get("requester.role"), facts.get("author.role")} - {None}
        if any(facts.true(path) for path in paths) or roles & {*getattr(row, "posters", ())}:
            yield Hit("allow", because)
        elif facts.kind == "question" and action == "post":
            yield Hit(self.otherwise, because, route="|".join(row.posters) if row else self.route)
        else:
            yield Hit("block", because, basis="inference" if self.by_table else None)

    def explain(self) -> str:
        if self.by_table:
            return "Only the roles named in the policy's table for that account may post on it."
        other = f"; otherwise ask {route_words(self.route)}" if self.route else ""
        return f"Only people who have been authorised may post{other}."


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginSharing(Control):
    """Whether a login may be passed on."""

    name = "login_sharing"
    family = "access"
    kinds = ("access", "question")
    triggers = ("action",)
    reads = ("requester.authorised", "requester.approved_poster", "written_approval", "account")
    asks = ("may I share the Facebook login", "can I give a colleague the password")

    rule: str = param(says="when it may be passed on", choices=("authorised_only", "limited", "with_approval", "own"))
    route: str | None = param(None, says="who can approve it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        own = facts.get("account") == "personal"
        if facts.get("action") not in ("share_login", "access_account") or own != (self.rule == "own"):
            return
        because = cause(facts, "action", "requester.role", "requester.authorised", "written_approval")
        if self.rule == "own":
            yield Hit(barred(setting.strength, own=True), because)
        elif self.rule == "with_approval":
            if not facts.has("written_approval"):
                yield Unknown("written_approval", "needs_approval")
            yield self._by_approval(facts, because)
        elif facts.true("requester.authorised") or facts.true("requester.approved_poster") or _on_row(setting, facts):
            yield Hit("allow", because)
        else:
            yield Hit("block", because, basis="inference" if self.rule == "limited" else None)

    def _by_approval(self, facts: Facts, because: tuple[Cause, ...]) -> Hit:
        if facts.true("written_approval"):
            return Hit("allow", because)
        if facts.false("written_approval"):
            return Hit("block", because)
        return Hit("needs_approval", because, route=self.route)

    def explain(self) -> str:
        return {
            "authorised_only": "Nobody gets into an official account without being authorised to.",
            "limited": "Access goes to no more people than necessary, so a login is not passed on.",
            "with_approval": f"A work login is passed on with prior written approval: ask {route_words(self.route)}.",
            "own": "You are advised not to share your own logins.",
        }[self.rule]


def _on_row(setting: Setting, facts: Facts) -> bool:
    """Tell whether the person stands on the account's row of the table, as poster or administrator."""
    row = open_row(setting.head.channels, facts)
    role = facts.get("requester.role")
    return row is not None and role is not None and role in (*row.posters, row.master_admin)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginCustody(Control):
    """Where logins are kept."""

    name = "login_custody"
    family = "access"
    kinds = ("access", "account")
    triggers = ("custody", "central_record")
    asks = ("where do we keep the logins", "may I keep the password in my notebook")

    places: Words = param(("central", "central_record"), says="where logins may be kept", stricter="subset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.has("custody") and not facts.has("central_record"):
            return
        because = cause(facts, "custody", "central_record")
        if facts.true("central_record") or facts.get("custody") in self.places:
            yield Hit("allow", because)
        else:
            yield Hit("required", because)

    def explain(self) -> str:
        return "Account details and logins are held in one central place."


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginsInInvestigation(Control):
    """What a person under investigation may be asked to hand over."""

    name = "logins_in_investigation"
    family = "access"
    kinds = ("question", "access")
    triggers = ("investigation", "requested")
    reads = ("relevant",)
    asks = ("do I have to hand over my password in an investigation",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.true("investigation"):
            return
        wanted = facts.get("requested") or ()
        because = cause(facts, "investigation", "requested", "relevant")
        if wanted and facts.false("relevant"):
            yield Hit("no_action", because)
        else:
            yield Hit("required", because)

    def explain(self) -> str:
        return (
            "Anybody suspected of a breach co-operates, which may include relevant logins. Gatepost never stores them."
        )
