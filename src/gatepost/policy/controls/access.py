"""Access to accounts and custody of logins."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Words, cause, param, route_words
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred


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
            yield self._by_approval(facts, because)
        elif facts.true("requester.authorised") or facts.true("requester.approved_poster"):
            yield Hit("allow", because)
        else:
            yield Hit("block", because, basis="inference" if self.rule == "limited" else None)

    def _by_approval(self, facts: Facts, because: tuple) -> Hit:  # type: ignore[type-arg]
        if facts.true("written_approval"):
            return Hit("allow", because)
        if facts.false("written_approval"):
            return Hit("block", because)
        return Hit("needs_approval", because, route=self.route)

    def explain(self) -> str:
        return {
            "authorised_only": "Nobody gets into an official account without being authorised to.",
            "limited": "Access goes to no more people than necessary, so a login is not passed on.",
            "with_approval": f"A work login may be passed on only with prior written approval from {route_words(self.route)}.",
            "own": "You are advised not to share your own logins.",
        }[self.rule]


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
        return "Anybody suspected of a breach has to co-operate, which may include relevant logins. Gatepost never stores them."
