"""What is recorded of what somebody chose on their page. Pure."""

from collections.abc import Iterator, Mapping

from gatepost.consents.elements import NOES
from gatepost.consents.families import Page, Question


def changes(page: Page, chosen: Mapping[str, bool]) -> list[tuple[Question, bool | None]]:
    """Return each question of which an answer is to be recorded: yes, no, or None where it stays open.

    `chosen` is by their keys. What is said of all other accounts comes first, and what was chosen for single platforms
    beside it follows anew: so each stands for itself, and a platform that nothing was said about gets no yes by it.
    Whoever newly says no to the last platform that is asked about says no to all others too, also to those that the
    school opens later, unless a yes to them is what is new.
    """
    wanted = {**chosen, **{one.key: False for one in _left(page, chosen)}}
    changed = {one.key: wanted[one.key] for one in page.questions if _changes(one, wanted)}
    others = {one.element: changed[one.key] for one in page.questions if one.others and one.key in changed}
    found: list[tuple[Question, bool | None]] = []
    for one in page.questions:
        if one.key in changed:
            found.append((one, changed[one.key]))
        elif one.platform and one.element in others:
            found += _again(one, wanted, others_yes=others[one.element], may_say_yes=page.may_say_yes)
    return sorted(found, key=lambda each: each[0].platform != "")


def _changes(one: Question, wanted: Mapping[str, bool]) -> bool:
    return one.key in wanted and is_new(one, yes=wanted[one.key])


def _again(
    one: Question, wanted: Mapping[str, bool], *, others_yes: bool, may_say_yes: bool
) -> Iterator[tuple[Question, bool | None]]:
    """Yield what stays as it was on one platform, where all others change."""
    if one.key in wanted:
        if may_say_yes or not wanted[one.key]:
            yield one, wanted[one.key]
    elif others_yes and not one.says_yes:
        yield one, False if one.own in NOES else None


def is_new(question: Question, *, yes: bool) -> bool:
    """Return whether an answer says something else than its giver's last one; also where there is none."""
    return not question.own or question.says_yes != yes


def state_of(question: Question, *, yes: bool | None) -> str:
    """Return what an answer is called: a slug of STATES. None is one that stays open."""
    if yes is None:
        return "unknown"
    if yes:
        return "granted"
    if not question.asks_consent:
        return "objected"
    return "withdrawn" if question.own == "granted" else "refused"


def _left(page: Page, chosen: Mapping[str, bool]) -> Iterator[Question]:
    """Yield the questions about all other accounts to which a no follows from those to every platform."""
    for one in page.questions:
        beside = [each for each in page.questions if each.platform and each.element == one.element]
        newly_yes = chosen.get(one.key) is True and not one.says_yes
        newly_no = any(chosen.get(each.key) is False and is_new(each, yes=False) for each in beside)
        if one.others and newly_no and not newly_yes and not any(_yes(each, chosen) for each in beside):
            yield one


def _yes(question: Question, chosen: Mapping[str, bool]) -> bool:
    """Return whether a platform is left standing: by what is chosen, or what was said, or because nothing was."""
    return chosen.get(question.key, question.says_yes or not question.own)
