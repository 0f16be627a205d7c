"""Which accounts are official, what they are called, and what is due on them."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.document_rows import open_row
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred

_OTHER_ACTS = ("close", "delete", "like_page", "share_login", "view_account_register", "online_search", "follow")
_ORGANISATION = ("organisation", "school", "trust")


def _is_request(facts: Facts) -> bool:
    """Tell whether an account's standing is in question, rather than something done with a standing account."""
    if facts.get("action") in _OTHER_ACTS:
        return False
    return any(
        facts.has(path)
        for path in ("requested_by.role", "uses_org_name", "master_rights", "on_register", "authorised", "account_name")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedChannel(Control):
    """The organisation publishes only on the platforms listed."""

    name = "listed_channel"
    family = "accounts"
    kinds = ("post", "account")
    triggers = ("channel",)
    reads = ("account", "action", "requested_by.role", "uses_org_name")
    asks = ("which platforms may we use", "may we open a TikTok account", "may we post on X")

    platforms: Words = param(says="the platforms on which there are official accounts", stricter="subset")
    unlisted: str = param(
        "not_official", says="what an account on another platform is", choices=("not_official", "block")
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or (facts.kind == "account" and not _is_request(facts)):
            return
        platform = facts.platform
        if platform is None:
            yield Unknown("channel", "block")
        elif platform in self.platforms:
            yield Hit("allow", cause(facts, "channel"), supports=facts.kind == "account")
        else:
            yield Hit("block" if facts.kind == "post" else self.unlisted, cause(facts, "channel"))

    def explain(self) -> str:
        return f"Official accounts are on {listed(self.platforms, last='and')} and nowhere else."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenChannel(Control):
    """One platform on which there is an official account."""

    name = "open_channel"
    family = "accounts"
    kinds = ("post", "account")
    triggers = ("channel",)
    reads = ("account",)
    asks = ("do we have an account there",)

    platform: str = param(says="the platform", vocabulary="platform")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.platform == self.platform and facts.get("account") != "personal":
            yield Hit("allow", cause(facts, "channel"), supports=facts.kind == "account")

    def explain(self) -> str:
        return f"{self.platform.capitalize()} is an official channel."


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedChannel(Control):
    """A platform is given up from a day on."""

    name = "closed_channel"
    family = "lifecycle"
    kinds = ("post", "account")
    triggers = ("channel",)
    reads = ("today", "account")
    asks = ("may we still post on X", "is our Twitter account closed")

    platform: str = param(says="the platform given up", vocabulary="platform")
    closed: str = param(says="the day from which it is closed", stricter="earlier")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.platform != self.platform or facts.get("account") == "personal":
            return
        today = facts.today
        if today is None:
            yield Unknown("today", "block")
        if today is None or today.isoformat() >= self.closed:
            yield Hit("block", cause(facts, "channel", "today"))
        else:
            yield Hit("allow", cause(facts, "channel", "today"))

    def explain(self) -> str:
        return f"{self.platform.capitalize()} is closed as an official channel from {self.closed}."


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialTest(Control):
    """One test that an account must meet to count as official."""

    name = "official_test"
    family = "accounts"
    kinds = ("account",)
    triggers = ("master_rights", "editorial_oversight", "admins", "authorised")
    reads = ("action", "requested_by.role", "uses_org_name")
    asks = ("what makes an account official", "is this account one of ours")

    test: str = param(
        says="what is tested", choices=("master_rights", "editorial_oversight", "limited_admins", "authorised")
    )
    most_admins: int = param(6, says="the most administrators that still count as limited", stricter="lower")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not _is_request(facts):
            return
        fact = "admins" if self.test == "limited_admins" else self.test
        met = self._met(facts.get(fact))
        if met is None:
            yield Unknown(fact, "not_official")
        else:
            outcome = "allow" if met else "not_official"
            yield Hit(outcome, cause(facts, fact), supports=met and self.test == "authorised")

    def _met(self, value: object) -> bool | None:
        if value is None:
            return None
        if self.test == "master_rights":
            return value in _ORGANISATION
        if self.test == "limited_admins":
            return isinstance(value, int | float) and value <= self.most_admins
        return value is True

    def explain(self) -> str:
        tests = {
            "master_rights": "the organisation holds its master rights",
            "editorial_oversight": "the organisation has editorial oversight of everything on it",
            "limited_admins": "administrator rights are limited to those who need them",
            "authorised": "it was authorised",
        }
        return f"An account counts as official only if {tests[self.test]}."


@dataclass(frozen=True, slots=True, kw_only=True)
class QuasiAccount(Control):
    """A lookalike account run by a member of staff is not official."""

    name = "quasi_account"
    family = "accounts"
    kinds = ("account",)
    triggers = ("uses_org_name", "requested_by.role")
    reads = ("master_rights", "editorial_oversight", "authorised")
    asks = ("may I run a subject account", "may my department have its own page")

    tests: Words = param(
        ("master_rights", "editorial_oversight"), says="the tests that it would have to meet", stricter="superset"
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not _is_request(facts) or not (facts.true("uses_org_name") or facts.has("requested_by.role")):
            return
        failed = [test for test in self.tests if _fails(facts, test)]
        if failed:
            yield Hit("not_official", cause(facts, "uses_org_name", *failed))

    def explain(self) -> str:
        return "An account run by staff in the school's name is not official unless it meets the tests."


def _fails(facts: Facts, test: str) -> bool:
    return facts.get(test) == "individual" if test == "master_rights" else facts.false(test)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnauthorisedName(Control):
    """An account that uses the name without being authorised is nobody's official account."""

    name = "unauthorised_name"
    family = "accounts"
    kinds = ("account",)
    triggers = ("uses_org_name", "authorised")
    reads = ("on_register",)
    asks = ("who answers for an account that uses our name",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.true("uses_org_name") and facts.false("authorised"):
            yield Hit("not_official", cause(facts, "uses_org_name", "authorised"))

    def explain(self) -> str:
        return "No liability is taken for accounts that use the name without being authorised."


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectAccounts(Control):
    """Staff do not open accounts beyond those there are."""

    name = "subject_accounts"
    family = "accounts"
    kinds = ("account",)
    triggers = ("requested_by.role", "uses_org_name")
    asks = ("may I set up an account for my subject", "may we open another page")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if _is_request(facts) and facts.has("requested_by.role") and not facts.true("on_register"):
            yield Hit(barred(setting.strength, own=False), cause(facts, "requested_by.role", "account_name"))

    def explain(self) -> str:
        return "Staff do not set up further accounts for a subject, class or club."


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand(Control):
    """The organisation's name, logo and marks: with permission, or not at all."""

    name = "brand"
    family = "rights"
    kinds = ("question", "account", "personal-post")
    triggers = ("uses_logo", "uses_org_name")
    reads = ("logo_permission", "written_approval", "authorised", "account", "media[].type")
    asks = ("may I use the school logo", "may I put the logo on my profile", "may I use the school's name")

    marks: Words = param(("logo",), says="what is protected", choices=("logo", "name"), stricter="superset")
    route: str | None = param(None, says="who can permit it; nobody when empty")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        used = [fact for fact, mark in (("uses_logo", "logo"), ("uses_org_name", "name")) if self._used(facts, fact, mark)]
        if not used or (facts.get("account") == "official" and facts.kind != "account"):
            return
        because = cause(facts, *used, "logo_permission", "written_approval")
        if self.route is None:
            yield Hit("block", because)
        elif any(facts.true(path) for path in ("logo_permission", "written_approval", "authorised")):
            yield Hit("allow", because)
        elif facts.false("logo_permission") or facts.false("written_approval"):
            yield Hit("block", because)
        else:
            yield Hit("needs_approval", because, route=self.route)

    def _used(self, facts: Facts, fact: str, mark: str) -> bool:
        pictured = mark == "logo" and any(item.get("type") == "logo" for item in facts.items("media"))
        return mark in self.marks and (facts.true(fact) or pictured)

    def explain(self) -> str:
        marks = listed(self.marks, last="and")
        if self.route is None:
            return f"The {marks} may not be used in posts or profiles; there is nobody who can permit it."
        return f"The {marks} may be used only with written permission from {route_words(self.route)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountClosure(Control):
    """The organisation may remove one of its accounts whenever it chooses."""

    name = "account_closure"
    family = "lifecycle"
    kinds = ("account", "question")
    triggers = ("action",)
    reads = ("authorised", "objection_from.role", "reason_recorded")
    asks = ("may the school close an account", "who owns the account")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("action") in ("close", "delete") and not facts.false("authorised"):
            yield Hit("allow", cause(facts, "action", "objection_from.role"))

    def explain(self) -> str:
        return "Official accounts belong to the organisation, which may close one at any time."


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountList(Control):
    """There is a list of accounts, and people may see it."""

    name = "account_list"
    family = "accounts"
    kinds = ("access", "account", "question")
    triggers = ("action",)
    reads = ("requester.role",)
    asks = ("where is the list of official accounts", "may I see the account register")

    holder: str | None = param(None, says="who hands the list over; printed in the policy when empty")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("action") == "view_account_register":
            yield Hit("allow", cause(facts, "action", "requester.role"), route=self.holder)

    def explain(self) -> str:
        if self.holder is None:
            return "The list of official accounts is in the policy itself."
        return f"Ask {route_words(self.holder)} for the list of official accounts."


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLikes(Control):
    """Which pages the official account may like."""

    name = "page_likes"
    family = "accounts"
    kinds = ("account", "question", "access")
    triggers = ("action", "page.commercial")
    reads = ("channel", "account", "page.name")
    asks = ("may the school like another page", "may we follow a business page")

    platform: str = param("facebook", says="the platform on which pages may be liked", vocabulary="platform")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("action") != "like_page" or facts.get("account") == "personal":
            return
        because = cause(facts, "action", "page.commercial", "channel")
        if facts.platform not in (None, self.platform) or facts.true("page.commercial"):
            yield Hit(barred(setting.strength, own=False), because)
        elif facts.false("page.commercial"):
            yield Hit("allow", because)
        else:
            yield Unknown("page.commercial", "block")

    def explain(self) -> str:
        return f"The official account likes only {self.platform.capitalize()} pages that have no commercial interest."


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingDuty(Control):
    """Something that must stand true of an account or a person: listed, linked, protected, checked."""

    name = "standing_duty"
    family = "accounts"
    kinds = ("account", "access", "question")
    triggers = (
        "in_privacy_notice",
        "linked_from_website",
        "mfa",
        "privacy_settings_checked",
        "third_party_apps_reviewed",
        "reset_protection",
        "own_privacy_settings",
        "password_length",
        "on_register",
    )
    asks = ("is two-factor sign-in required", "must the account be on our website", "what must be checked on an account")

    fact: str = param(says="the fact that must be true")
    possible: str | None = param(None, says="the fact that says whether it is possible at all")
    least: int = param(0, says="for a number: the least that will do", stricter="higher")
    undone: str = param("required", says="what it is when undone", choices=("required", "advise_against"))
    route: str | None = param(None, says="who sees to it")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        value = facts.get(self.fact)
        if not facts.has(self.fact):
            return
        because = cause(facts, self.fact, *([self.possible] if self.possible else []))
        if value is True or (self.least and isinstance(value, int | float) and value >= self.least):
            yield Hit("allow", because)
        elif self.possible and facts.false(self.possible):
            yield Hit("no_action", because)
        else:
            yield Hit(self.undone, because, route=self.route)

    def explain(self) -> str:
        where = ", where that is possible" if self.possible else ""
        least = f", at least {self.least}" if self.least else ""
        return f"This has to be in order: {self.fact.replace('_', ' ')}{least}{where}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Posters(Control):
    """Who may post on, or get into, an official account."""

    name = "posters"
    family = "access"
    kinds = ("post", "access")
    triggers = ("author.role", "author.approved_poster", "requester.role", "action")
    reads = ("author.approved_poster", "requester.approved_poster", "requester.authorised", "channel", "account_name")
    asks = ("who may post on the school's page", "may I post on Facebook for the school")

    by_table: bool = param(False, says="the roles stand in the document's table of channels, row by row")
    otherwise: str = param("needs_approval", says="what it is for anybody else", choices=("block", "needs_approval"))
    route: str | None = param(None, says="who can put it up instead")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal":
            return
        if facts.kind == "access":
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
        if facts.get("action") not in ("share_login", "access_account", "post"):
            return
        row = open_row(setting.head.channels, facts) if self.by_table else None
        if self.by_table and (row is None or row.ref != setting.ref):
            return
        because = cause(facts, "action", "requester.role", "requester.approved_poster", "requester.authorised")
        held = facts.true("requester.authorised") or facts.true("requester.approved_poster")
        if held or facts.get("requester.role") in getattr(row, "posters", ()):
            yield Hit("allow", because)
        else:
            yield Hit("block", because, basis="inference" if self.by_table else None)

    def explain(self) -> str:
        if self.by_table:
            return "Only the roles named in the policy's table for that account may post on it."
        other = f"; otherwise ask {route_words(self.route)}" if self.route else ""
        return f"Only people who have been authorised may post{other}."
