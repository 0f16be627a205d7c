"""What the policy says of an account or a login, in words. Data, and no database."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from gatepost.channels.deciding import Told
from gatepost.policy.controls.base import route_words
from gatepost.policy.facts import FIELDS


@dataclass(frozen=True, slots=True)
class Words:
    """A headline, what follows from it, and how it looks: clear, fix, decide, stop or none."""

    headline: str
    says: str
    tone: str


ACCOUNTS: Final[Mapping[str, Words]] = {
    "official": Words("Official", "It is on our register, and meets what our policy asks of an official account.",
                      "clear"),
    "listed": Words("On our register", "It is on our register. Our policy has no tests for what counts as official.",
                    "clear"),
    "unlisted": Words("Not on our register", "It would meet the tests of our policy. It is not ours until the head or "
                      "the central team puts it on the register.", "decide"),
    "open": Words("Cannot be told yet", "It depends on what nobody has said so far. Find out, and ask again.",
                  "decide"),
    "silent": Words("Our policy does not say", "It is not on our register, and our policy has no tests for it. The "
                    "head decides.", "decide"),
    "not_official": Words("Not an official account", "As it is run now, our policy does not count it as ours.", "stop"),
    "block": Words("May not be", "Our policy does not allow an account like this.", "stop"),
    "needs_approval": Words("Needs agreement first", "Nobody opens or runs it before somebody has agreed.", "decide"),
    "closed": Words("Closed", "It was ours and has been closed. What appears there now is not from us.", "stop"),
    "associated": Words("Not ours, but known to us", "Somebody close to the school runs it. What appears there is not "
                        "from us.", "none"),
    "group": Words("A messaging group on our register", "The register says who runs it and what it is for.", "none"),
}  # fmt: skip
"""State of an account → words."""

ACCESS: Final[Mapping[str, Words]] = {
    "allow": Words("Yes", "Our policy allows it.", "clear"),
    "no_action": Words("Yes", "Our policy asks for nothing here.", "clear"),
    "no_rule": Words("Our policy does not say", "Nothing in our policy settles this. Ask the head.", "decide"),
    "acknowledge_required": Words("Read the policy first", "They have to read and accept our policy before.", "decide"),
    "advise_against": Words("Better not", "Our policy advises against it.", "fix"),
    "required": Words("Something has to be done first", "Our policy asks for something here.", "fix"),
    "needs_approval": Words("Not before somebody has agreed", "Our policy wants it agreed first, in writing where it "
                            "says so.", "decide"),
    "block": Words("No", "Our policy does not allow it.", "stop"),
}  # fmt: skip
"""Outcome of a wish for access → words."""

QUESTIONS: Final[Mapping[str, str]] = {
    "channel": "Which platform is it on?",
    "master_rights": "Who holds the rights that nobody else can take away: the school, or one person?",
    "editorial_oversight": "Does the school see to everything that appears there?",
    "admins": "How many people have administrator rights?",
    "authorised": "Has the school or the trust authorised it?",
    "written_approval": "Has somebody agreed in writing?",
    "manager_permission": "Has a manager agreed?",
    "working_hours": "Is it within working hours?",
    "timetabled_teaching": "Is it a lesson that they teach?",
    "own_time": "Is it their own time?",
    "in_privacy_notice": "Does the privacy notice name it?",
    "linked_from_website": "Does the school’s website link to it?",
    "mfa": "Does everybody who signs in need a second step?",
    "mfa_supported": "Does the platform offer a second step at sign-in?",
}
"""Fact → the question to ask about it."""


def words_of(told: Told) -> Words:
    """Return what an answer says in words."""
    return (ACCOUNTS if told.verdict.kind == "account" else ACCESS)[told.state]


def questions(told: Told) -> Iterator[str]:
    """Yield what to find out, as questions."""
    for fact in told.unknown:
        yield QUESTIONS.get(fact) or f"{FIELDS[fact].says}?"


def who_agrees(told: Told) -> str:
    """Return who can agree, in words; empty where the policy names nobody."""
    return route_words(told.route) if told.route else ""
