"""A duty in the passive with nobody in it: "will be reported", "must be approved". By whom, or to whom?"""

from collections.abc import Iterator

from gatepost.policy.lint.finding import LintFinding
from gatepost.policy.lint.phrases import phrase
from gatepost.policy.lint.reading import Reading
from gatepost.policy.lint.sentences import Sentence

NAME = "unnamed-role"
_ACTS = (
    r"reported|reviewed|approved|logged|recorded|investigated|authorised|moderated|referred|checked|escalated"
    r"|signed off|monitored"
)
_DUTY = phrase(rf"\b(?:will|must|should|shall) (?:also |always )?be (?:\w+ly )?(?:{_ACTS})\b")
# Staff alone are nobody: "staff use will be monitored" names the watched and not the watcher.
_ROLES = phrase(
    r"\b(?:head ?teacher|head of \w+|head|principal|DSL|designated safeguarding|safeguarding (?:lead|team)|DPO"
    r"|data protection officer|governors?|governing|trustees?|board|CEO|chief executive|SLT|senior lead\w+|leadership"
    r"|(?:line )?managers?|committee|chair|office|administrators?|co-?ordinator|lead|officer|director|technician|police"
    r"|LADO|HR|human resources|bursar|clerk|team|tutor|class teacher|provider|approver)\b"
    r"|\bby (?:all |any )?(?:members? of )?staff\b"
)
_OWNED = phrase(
    r"\b(?:reviewed by|(?:policy )?(?:owner|reviewer)|responsible (?:person|officer|for review))\b[ \t:|]*\S"
)
_POLICY_REVIEW = phrase(r"\b(?:policy|document|procedure)\b[^.]{0,60}\breviewed\b")


def _nobody_in(sentence: Sentence, *, owned: bool) -> bool:
    if _ROLES.search(sentence.words) or _ROLES.search(sentence.lead):
        return False
    return not (owned and _POLICY_REVIEW.search(sentence.words))


def check(reading: Reading) -> Iterator[LintFinding]:
    """Report passive duties without a role in the sentence or in the line that leads its list.

    The policy's own review is not reported where the cover names an owner or reviewer.
    """
    owned = bool(_OWNED.search(reading.page.plain))
    for sentence in reading.sentences:
        duty = _DUTY.search(sentence.words)
        if duty and _nobody_in(sentence, owned=owned):
            says = " ".join(duty.group().lower().split())
            message = f"Something “{says}”, and the sentence names no role that does it or hears of it."
            hint = "Name a role, not a person: by the Headteacher, to the DSL, by the channel's approver."
            span = (sentence.start + duty.start(), sentence.end)
            yield reading.page.finding(NAME, "warning", span=span, message=message, hint=hint)
