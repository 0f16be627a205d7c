"""Comments on official accounts."""

from dataclasses import dataclass

from gatepost.policy.controls.base import Control, Hit, Said, Setting, Unknown, Words, cause, listed, param
from gatepost.policy.facts.facts import Facts
from gatepost.policy.permission import is_pupil

ABUSIVE = (
    "abusive",
    "racist",
    "sexist",
    "homophobic",
    "inflammatory",
    "offensive",
    "threatening",
    "discriminatory",
    "harassing",
    "bullying",
    "transphobic",
    "hateful",
    "swearing",
)


_FOUND = {
    "abuse": "abusive",
    "inflammatory": "inflammatory",
    "phone": "phone_number",
    "donation_link": "donation_request",
}


_DETAILS = {
    "email": "personal_information",
    "address": "address",
    "postcode": "address",
    "commercial_link": "commercial",
}


def categories(facts: Facts) -> frozenset[str]:
    """Return what the comment is: as given, else as the detectors found."""
    given = facts.get("comment.categories")
    if given is not None:
        return frozenset(given)
    names = {**_FOUND, **_DETAILS}
    found = {names[item.type] for item in facts.found if item.fact == "comment.text" and item.type in names}
    return frozenset(found) | facts.classes("comment.text")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteComments(Control):
    """Kinds of comment that are deleted."""

    name = "delete_comments"
    family = "moderation"
    kinds = ("comment",)
    triggers = ("comment.categories", "comment.text")
    asks = ("which comments do we delete",)

    categories: Words = param(says="the kinds of comment", stricter="superset", vocabulary="comment_category")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if facts.get("account") == "personal":
            return
        met = categories(facts) & frozenset(self.categories)
        if met:
            yield Hit("delete", cause(facts, "comment.categories", "comment.text"))
        elif facts.has("comment.categories"):
            yield Hit("no_action", cause(facts, "comment.categories"), supports=True)
        elif not facts.has("comment.text"):
            yield Unknown("comment.categories", "delete")

    def explain(self) -> str:
        return f"Comments of these kinds are deleted: {listed(self.categories, last='and')}."


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRepeated(Control):
    """Users who keep being abusive are blocked."""

    name = "block_repeated"
    family = "moderation"
    kinds = ("comment",)
    triggers = ("commenter.prior_incidents",)
    reads = ("comment.categories", "commenter.polite_replies")
    asks = ("when do we block somebody",)

    incident: int = param(
        3, says="the incident at which a user is blocked; ours where the text gives none", stricter="lower"
    )
    categories: Words = param((*ABUSIVE, "inappropriate"), says="what counts as an incident", stricter="superset")

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if not categories(facts) & frozenset(self.categories):
            return
        prior = facts.get("commenter.prior_incidents")
        if prior is None:
            yield Unknown("commenter.prior_incidents", "block_user")
        elif prior + 1 >= self.incident:
            yield Hit("block_user", cause(facts, "commenter.prior_incidents", "comment.categories"))

    def explain(self) -> str:
        return (
            f"A user is blocked at the {self.incident}rd abusive or inappropriate comment."
            if self.incident == 3
            else (f"A user is blocked at abusive or inappropriate comment number {self.incident}.")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliteFirst(Control):
    """Concerns in comments are taken up politely."""

    name = "polite_first"
    family = "moderation"
    kinds = ("comment",)
    triggers = ("comment.categories",)
    reads = ("commenter.role",)
    asks = ("how do we answer a concern in the comments",)

    route: str | None = param(None, says="the procedure that is followed")
    categories: Words = param(
        ("concern", "complaint", "criticism", "question", "inappropriate"), says="the kinds of comment"
    )

    def decide(self, setting: Setting, facts: Facts) -> Said:
        met = categories(facts)
        if met & frozenset(self.categories):
            yield Hit("required", cause(facts, "comment.categories", "comment.text"), route=self.route)
        elif facts.has("comment.categories") and not met - {"positive", "praise"}:
            yield Hit("no_action", cause(facts, "comment.categories"))

    def explain(self) -> str:
        return "A concern is answered politely and taken through the complaints procedure."


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilActivityModerated(Control):
    """Activity on official accounts that involves pupils is moderated."""

    name = "pupil_activity_moderated"
    family = "moderation"
    kinds = ("question",)
    triggers = ("topic", "people")
    asks = ("are comments under pupils' work moderated",)

    def decide(self, setting: Setting, facts: Facts) -> Said:
        if "moderat" not in str(facts.get("topic") or "").casefold():
            return
        pupils = any(is_pupil(person) for person in facts.items("people"))
        yield Hit("required" if pupils else "no_action", cause(facts, "topic"))

    def explain(self) -> str:
        return "Official activity that involves pupils is moderated."
