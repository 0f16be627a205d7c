"""The list of accounts, and what must stand in order about each."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause, param, route_words
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred


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
    asks = (
        "is two-factor sign-in required",
        "must the account be on our website",
        "what must be checked on an account",
    )

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
            if self.possible and not facts.has(self.possible):
                yield Unknown(self.possible, self.undone)
            yield Hit(self.undone, because, route=self.route)

    def explain(self) -> str:
        where = ", where that is possible" if self.possible else ""
        least = f", at least {self.least}" if self.least else ""
        return f"This has to be in order: {self.fact.replace('_', ' ')}{least}{where}."
