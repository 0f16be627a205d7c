"""Forums, groups, references and blogs."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param, route_words
from gatepost.policy.controls.concerns import ABUSE
from gatepost.policy.controls.personal_use import WORK_DEVICES
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred


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
        if facts.platform not in ("blog", "wordpress", "tumblr") and not _mentions(facts, ("blog",)):
            return
        because = cause(facts, "channel", "topic", "device", "working_hours", "period")
        at_work = facts.true("working_hours") or facts.get("period") in ("lesson", "ppa", "registration")
        if at_work or facts.get("device") in WORK_DEVICES:
            yield Hit("block", because)
            return
        for fact in ("device", "working_hours"):
            if not facts.has(fact):
                yield Unknown(fact, "block")
        yield Hit("allow", because)

    def explain(self) -> str:
        return "A personal blog is set up outside work, without school equipment, and keeps to the rules."
