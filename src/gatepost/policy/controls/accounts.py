"""Which accounts are official, and which are not."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred

_OTHER_ACTS = ("close", "delete", "like_page", "share_login", "view_account_register", "online_search", "follow")


_ORGANISATION = ("organisation", "school", "trust")


def _is_request(facts: Facts) -> bool:
    """Tell whether an account's standing is in question, rather than something done with a standing account."""
    return facts.get("action") not in _OTHER_ACTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedChannel(Control):
    """The organisation publishes only on the platforms listed."""

    name = "listed_channel"
    family = "accounts"
    kinds = ("post", "account")
    triggers = ("channel",)
    reads = ("account", "action", "requested_by.role", "uses_org_name", "older_accounts", "in_policy_table")
    asks = ("which platforms may we use", "may we open a TikTok account", "may we post on X")

    platforms: Words = param(says="the platforms on which there are official accounts", stricter="subset")
    unlisted: str = param(
        "not_official", says="what an account on another platform is", choices=("not_official", "block")
    )
    one_each: bool = param(False, says="one account on each platform is the whole set", stricter="true")
    tabled: bool = param(False, says="only the accounts in the document’s own table count", stricter="true")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal" or (facts.kind == "account" and not _is_request(facts)):
            return
        platform = facts.platform
        if platform is None:
            yield Unknown("channel", "block")
        elif platform not in self.platforms:
            yield Hit("block" if facts.kind == "post" else self.unlisted, cause(facts, "channel"))
        elif beyond := self._beyond(facts):
            yield Hit(self.unlisted, cause(facts, "channel", beyond))
        else:
            yield Hit("allow", cause(facts, "channel"), supports=facts.kind == "account")

    def _beyond(self, facts: Facts) -> str:
        """Return the fact by which an account on a listed platform is beyond the list; empty where none is known."""
        older = facts.get("older_accounts") if facts.kind == "account" and self.one_each else None
        if isinstance(older, int | float) and older > 0:
            return "older_accounts"
        out = facts.kind == "account" and self.tabled and facts.false("in_policy_table")
        return "in_policy_table" if out else ""

    def explain(self) -> str:
        each = ", one account on each," if self.one_each else ""
        table = " Only the accounts in the policy’s own table count." if self.tabled else ""
        return f"Official accounts are on {listed(self.platforms, last='and')}{each} and nowhere else.{table}"


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
    least_admins: int = param(1, says="the fewest administrators that an account has", stricter="higher")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not _is_request(facts):
            return
        fact = "admins" if self.test == "limited_admins" else self.test
        met = self._met(facts.get(fact))
        if met is None:
            yield Unknown(fact, "not_official")
        else:
            outcome = "allow" if met else "not_official"
            yield Hit(outcome, cause(facts, fact), supports=met and not self._asked(facts))

    def _asked(self, facts: Facts) -> bool:
        """Being authorised answers whether an account is official, not what else is due on a standing one."""
        return self.test != "authorised" or facts.has("uses_org_name") or facts.has("requested_by.role")

    def _met(self, value: object) -> bool | None:
        if value is None:
            return None
        if self.test == "master_rights":
            return value in _ORGANISATION
        if self.test == "limited_admins":
            return isinstance(value, int | float) and self.least_admins <= value <= self.most_admins
        return value is True

    def explain(self) -> str:
        tests = {
            "master_rights": "the organisation holds its master rights",
            "editorial_oversight": "the organisation has editorial oversight of everything on it",
            "limited_admins": f"administrator rights are limited to those who need them{self._least()}",
            "authorised": "it was authorised",
        }
        return f"An account counts as official only if {tests[self.test]}."

    def _least(self) -> str:
        return f", and at least {self.least_admins} people hold them" if self.least_admins > 1 else ""


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
        asked = facts.has("requested_by.role") or facts.get("master_rights") == "individual"
        unauthorised = facts.true("uses_org_name") and facts.false("authorised")
        if _is_request(facts) and (asked or unauthorised) and not facts.true("on_register"):
            yield Hit(barred(setting.strength, own=False), cause(facts, "requested_by.role", "account_name"))

    def explain(self) -> str:
        return "Staff do not set up further accounts for a subject, class or club."
