"""Online searches on people."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Words, cause, listed, param
from gatepost.policy.facts.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineSearch(Control):
    """Online searches on people."""

    name = "online_search"
    family = "candidate_checks"
    kinds = ("question", "access")
    triggers = ("action", "subject.role")
    reads = ("subject.shortlisted", "candidate_told")
    asks = ("may we search for a candidate online", "may we check a member of staff's social media")

    subjects: Words = param(says="on whom", stricter="superset", vocabulary="role")
    recorded: bool = param(False, says="outcomes may be recorded")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        act = facts.get("action")
        subject = facts.get("subject.role")
        group = facts.group("subject.role")
        named = subject in self.subjects or (group in self.subjects and subject not in ("candidate", "applicant"))
        if act == ("record_check_outcome" if self.recorded else "online_search") and (named or subject is None):
            yield Hit("allow", cause(facts, "action", "subject.role"))

    def explain(self) -> str:
        what = "What a search found may be recorded for" if self.recorded else "Online searches may be made on"
        return f"{what} {listed(self.subjects, last='and')}."
