"""Online searches for people who apply for a post."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, cause
from gatepost.policy.facts.facts import Facts
from gatepost.policy.outcomes import barred
from gatepost.policy.verdict import Fix

_APPLY = ("candidate", "applicant")


def _searched(facts: Facts) -> bool:
    return facts.get("action") == "online_search" and facts.get("subject.role") in _APPLY


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateTold(Control):
    """Candidates are told before an online search."""

    name = "candidate_told"
    family = "baseline"
    kinds = ("question", "access")
    triggers = ("action", "subject.role")
    reads = ("candidate_told", "notice_given", "search.covert")
    asks = ("must candidates know about an online search",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not _searched(facts):
            return
        because = cause(facts, "action", "subject.role", "candidate_told", "notice_given", "search.covert")
        told = facts.true("candidate_told") or facts.true("notice_given")
        if told and not facts.true("search.covert"):
            yield Hit("allow", because)
            return
        yield Unknown("candidate_told", "required")
        yield Hit("required", because, fixes=(Fix("ask", role="author", fact="candidate_told"),))

    def explain(self) -> str:
        return "Tell candidates first that there will be an online search, and look at public content alone."


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateShortlisted(Control):
    """Only shortlisted candidates are searched for."""

    name = "candidate_shortlisted"
    family = "baseline"
    kinds = ("question", "access")
    triggers = ("action", "subject.role")
    reads = ("subject.shortlisted",)
    asks = ("may we search for every applicant online",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not _searched(facts):
            return
        because = cause(facts, "action", "subject.role", "subject.shortlisted")
        if facts.true("subject.shortlisted"):
            yield Hit("allow", because)
        elif facts.false("subject.shortlisted"):
            yield Hit(barred(setting.strength, own=False), because)
        else:
            yield Unknown("subject.shortlisted", barred(setting.strength, own=False))

    def explain(self) -> str:
        return "Search for candidates only once they are shortlisted, and for all of them alike."
