"""Staff members' own use: when, on what, and with which address."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.controls.concerns import ABUSE
from gatepost.policy.facts.facts import Facts
from gatepost.policy.facts.vocabulary import NOT_SOCIAL
from gatepost.policy.outcomes import barred

_OUTSIDE = ("weekend", "evening", "holiday", "before_work", "after_work")
_WORK = ("work", "organisation", "school")


def _private(facts: Facts) -> bool:
    """Tell whether the use is private: said so, or on a personal account and not said to be for work."""
    purpose = facts.get("purpose")
    if facts.has("action") or facts.get("account") == "official":
        return False
    if facts.get("capacity") == "professional" or facts.true("business.use"):
        return False
    return purpose in (None, "personal") if purpose in (None, "personal") else "social" in facts.classes("purpose")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalTime(Control):
    """When private use is allowed in the working day."""

    name = "personal_time"
    family = "personal_use"
    kinds = ("access", "question")
    triggers = ("period", "working_hours", "own_time", "timetabled_teaching")
    reads = ("purpose", "capacity", "device")
    asks = ("may I look at Instagram at lunch", "may I use my phone in a free period")

    barred_time: str = param(says="when it is barred", choices=("working_time", "working_hours", "timetabled_teaching"))
    allowed_periods: Words = param(
        (), says="parts of the working day in which it is allowed", stricter="subset", vocabulary="period"
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not any(facts.has(path) for path in self.triggers) or facts.has("action"):
            return
        because = cause(facts, "period", "working_hours", "own_time", "timetabled_teaching", "purpose")
        if not _private(facts):
            if self.barred_time == "timetabled_teaching" and not facts.has("action") and facts.kind == "access":
                yield Hit("allow", because)
            return
        allowed = self._allowed(facts)
        if allowed is None:
            yield Unknown("period", "block")
        else:
            yield Hit("allow" if allowed else "block", because)

    def _allowed(self, facts: Facts) -> bool | None:
        period = facts.get("period")
        if self.barred_time == "timetabled_teaching":
            teaching = facts.get("timetabled_teaching")
            return not teaching if teaching is not None else (None if period is None else period != "lesson")
        if period in self.allowed_periods or period in _OUTSIDE:
            return True
        if self.barred_time == "working_time" and facts.has("own_time"):
            return facts.true("own_time")
        if period is not None:
            return False
        hours = facts.get("working_hours")
        return None if hours is None else not hours

    def explain(self) -> str:
        if self.barred_time == "timetabled_teaching":
            return "Private use is barred in timetabled teaching time; the policy has no rule for other times."
        return f"Private use belongs to one's own time: before or after work and at {listed(self.allowed_periods)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkEquipment(Control):
    """Private use of social media on work equipment."""

    name = "work_equipment"
    family = "personal_use"
    kinds = ("access",)
    triggers = ("device",)
    reads = ("purpose", "period")
    asks = ("may I use a work laptop for my own social media",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.has("action") or facts.items("media") or not _private(facts) or facts.get("account") == "official":
            return
        if facts.platform in NOT_SOCIAL:
            return
        device = facts.get("device")
        if device is None:
            yield Unknown("device", "block")
        else:
            yield Hit("block" if device in _WORK else "allow", cause(facts, "device", "purpose"))

    def explain(self) -> str:
        return "Private use of social media never happens on work equipment; your own phone is not barred at any time of day."


@dataclass(frozen=True, slots=True, kw_only=True)
class Background(Control):
    """A private site left running at work."""

    name = "background"
    family = "personal_use"
    kinds = ("access",)
    triggers = ("in_background",)
    asks = ("may I leave Facebook open in the background",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.has("in_background"):
            yield Hit("block" if facts.true("in_background") else "allow", cause(facts, "in_background", "period"))

    def explain(self) -> str:
        return "A private site is not left running in the background at work."


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkEmail(Control):
    """Signing up to social media with the work address."""

    name = "work_email"
    family = "personal_use"
    kinds = ("question", "access")
    triggers = ("signup_email",)
    asks = ("may I use my work email to sign up", "may I link LinkedIn to my school address")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        address = facts.get("signup_email")
        if address is None or facts.get("account") == "official":
            return
        because = cause(facts, "signup_email")
        yield Hit(barred(setting.strength, own=True) if address in ("work", "school") else "allow", because)

    def explain(self) -> str:
        return "A work e-mail address is not used for a personal social media account."


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessOnOwnAccount(Control):
    """School business on a personal account."""

    name = "business_on_own_account"
    family = "personal_use"
    kinds = ("question", "personal-post", "access")
    triggers = ("business.use", "purpose")
    reads = ("account", "members")
    asks = ("may I run school business from my own account",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") != "personal" or facts.get("members") in ("colleagues", "staff") or facts.platform in NOT_SOCIAL:
            return
        about_work = facts.true("business.use") or "work_matters" in facts.classes("purpose")
        if about_work and facts.get("capacity") != "professional":
            yield Hit(barred(setting.strength, own=True), cause(facts, "business.use", "purpose", "account"))

    def explain(self) -> str:
        return "School business is not done from a personal account."


@dataclass(frozen=True, slots=True, kw_only=True)
class References(Control):
    """References for others on networking sites."""

    name = "references"
    family = "personal_use"
    kinds = ("question", "access", "personal-post")
    triggers = ("action",)
    reads = ("channel", "subject.role")
    asks = ("may I write a LinkedIn recommendation", "may I give a colleague a reference online")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("action") == "write_reference":
            yield Hit(barred(setting.strength, own=True), cause(facts, "action", "channel"))

    def explain(self) -> str:
        return "References, good or bad, are not given on networking sites."


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtremistGroups(Control):
    """Groups and sites with extremist views."""

    name = "extremist_groups"
    family = "personal_use"
    kinds = ("question", "personal-post", "access", "account")
    triggers = ("concern",)
    reads = ("certain", "topic", "action")
    asks = ("may I join a group with extremist members",)

    route: str | None = param(None, says="whom to speak to when in doubt")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.classes("concern", "topic", "content") & {"extremist", "radicalisation"}:
            return
        because = cause(facts, "concern", "certain", "topic")
        if facts.true("certain") or self.route is None:
            yield Hit(barred(setting.strength, own=True), because)
        else:
            yield Hit("needs_approval", because, route=self.route)

    def explain(self) -> str:
        doubt = f"; if in doubt speak to {route_words(self.route)}" if self.route else ""
        return f"Staff neither promote nor join groups known for extremist views{doubt}."


@dataclass(frozen=True, slots=True, kw_only=True)
class ForumCompany(Control):
    """Forums in which others post what is banned here."""

    name = "forum_company"
    family = "personal_use"
    kinds = ("question", "personal-post", "access")
    triggers = ("concern", "channel")
    reads = ("topic",)
    asks = ("may I stay in a group where others post nasty things",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        nasty = facts.classes("concern", "content") & (ABUSE | {"gossip_false", "defamatory"})
        if nasty and facts.get("account") != "official" and not facts.has("contact_with.role"):
            yield Hit(barred(setting.strength, own=True), cause(facts, "concern", "channel"))

    def explain(self) -> str:
        return "Keep out of forums where others post what this policy bars, and leave when it starts."


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalForums(Control):
    """Professional discussion groups and networking."""

    name = "professional_forums"
    family = "personal_use"
    kinds = ("question", "personal-post", "access")
    triggers = ("capacity", "channel")
    reads = ("topic", "purpose")
    asks = ("may I post in a professional forum", "may I use LinkedIn for work contacts")

    platforms: Words = param(("forum",), says="where", stricter="subset", vocabulary="platform")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        named = facts.get("capacity") == "professional" or _mentions(facts, ("cpd", "professional"))
        if named and facts.platform in self.platforms:
            yield Hit("allow", cause(facts, "capacity", "channel", "topic", "purpose"))

    def explain(self) -> str:
        return f"Professional groups are welcome on: {listed(self.platforms)}. You represent the school there."


def _mentions(facts: Facts, words: Words) -> bool:
    prose = " ".join(str(facts.get(path) or "") for path in ("topic", "purpose", "concern")).casefold()
    return any(word in prose for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blogs(Control):
    """Personal blogs and web forums."""

    name = "blogs"
    family = "personal_use"
    kinds = ("question", "access")
    triggers = ("channel", "topic")
    reads = ("device", "working_hours", "period")
    asks = ("may I start a blog",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.platform != "blog" and not _mentions(facts, ("blog",)):
            return
        because = cause(facts, "channel", "topic", "device", "working_hours", "period")
        at_work = facts.true("working_hours") or facts.get("period") in ("lesson", "ppa", "registration")
        if at_work or facts.get("device") in _WORK:
            yield Hit("block", because)
        else:
            yield Hit("allow", because)

    def explain(self) -> str:
        return "A personal blog is set up outside work, without school equipment, and keeps to the rules."


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployerShown(Control):
    """Showing on a profile or in a post where one works."""

    name = "employer_shown"
    family = "identity"
    kinds = ("personal-post", "question")
    triggers = ("discloses_employer",)
    reads = ("tone", "text")
    asks = ("may I say on my profile where I work",)

    stance: str = param(says="whether it may be shown", choices=("barred", "if_harmless", "open"))

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.true("discloses_employer"):
            return
        because = cause(facts, "discloses_employer", "tone")
        if self.stance == "barred":
            yield Hit(barred(setting.strength, own=True), because)
        elif self.stance == "if_harmless" and self._harmful(facts):
            yield Hit(barred(setting.strength, own=True), because)
        else:
            yield Hit("allow", because)

    def _harmful(self, facts: Facts) -> bool:
        harm = {"disrepute", "abusive", "offensive", "racist", "sexist", "homophobic", "extremist", "mocking"}
        found = any(item.type in ("abuse", "disparaging") for item in facts.found)
        return found or bool(harm & {*(facts.get("tone") or ())}) or bool(facts.classes("text", "topic") & harm)

    def explain(self) -> str:
        return {
            "barred": "You are asked not to associate yourself with the school or trust on a profile or in posts.",
            "if_harmless": "You may show where you work, but not in a way that could bring the school into disrepute.",
            "open": "Be open about your role, above all when you speak officially.",
        }[self.stance]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclaimer(Control):
    """A line that the views are one's own."""

    name = "disclaimer"
    family = "identity"
    kinds = ("personal-post", "question")
    triggers = ("disclaimer", "discloses_employer")
    asks = ("do I need a views-are-my-own line",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not facts.true("discloses_employer"):
            return
        because = cause(facts, "discloses_employer", "disclaimer")
        if facts.true("disclaimer"):
            yield Hit("allow", because)
            return
        if not facts.has("disclaimer"):
            yield Unknown("disclaimer", "advise_against")
        yield Hit(barred(setting.strength, own=True), because)

    def explain(self) -> str:
        return "If it shows where you work, say that the views are your own and not your employer's."


@dataclass(frozen=True, slots=True, kw_only=True)
class FamiliesConduct(Control):
    """What pupils and parents are asked not to do online."""

    name = "families_conduct"
    family = "personal_use"
    kinds = ("question", "personal-post")
    triggers = ("topic", "text")
    reads = ("author.role", "channel")
    asks = ("may a parent complain on Facebook", "may pupils complain about a teacher online")

    subjects: Words = param(says="what about", choices=("complaint", "behaviour_incident", "inappropriate"), stricter="superset")
    route: str | None = param(None, says="where it goes instead")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        classes = facts.classes("topic", "text", "concern") | frozenset(facts.get("tone") or ())
        wanted = {name for subject in self.subjects for name in _SUBJECTS[subject]}
        if facts.actor in ("parent", "pupil") and classes & wanted:
            outcome = barred(setting.strength, own=True) if setting.strength != "should" else "advise_against"
            yield Hit(outcome, cause(facts, "topic", "text", "tone"), route=self.route)

    def explain(self) -> str:
        instead = f" It goes through the {self.route.replace('_', ' ')} instead." if self.route else ""
        return f"Families are asked to keep this off social media: {listed(self.subjects)}.{instead}"


_SUBJECTS = {
    "complaint": ("complaint", "criticism", "disparaging"),
    "behaviour_incident": ("behaviour_incident",),
    "inappropriate": ("abusive", "offensive", "inappropriate", "bullying", "mocking", "sexist", "racist", "homophobic"),
}
