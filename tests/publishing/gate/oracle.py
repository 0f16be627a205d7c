"""What must be true of a post at the moment at which it goes out, read from the rows without the gate's help."""

import hashlib
import json
from datetime import datetime

from gatepost.consents.models import Answer
from gatepost.publishing.models import Approval, Delivery, Stop
from gatepost.schools.models import HeldRole

WHY = "the test looks at everything"


def faults(delivery: Delivery, *, at: datetime) -> list[str]:
    """Why this delivery should not be out; nothing where all is well."""
    version = delivery.version
    approvals = Approval.objects.everywhere(why=WHY).filter(version=version, yes=True)
    good = [one for one in approvals if one.digest == _digest(version.content) and one.expires_at > at]
    others = {one.person_id for one in good} - {version.post.author_id}
    roles = HeldRole.objects.filter(person__in=others, since__lte=at, until__isnull=True)
    found = [
        ("no approval by another person", not others),
        ("fewer people than steps", len(others) < len(version.steps)),
        ("an approver without a role", {role.person_id for role in roles} != others),
        ("an approver said no to a question", any({*one.answers.values()} - {"yes"} for one in good)),
        ("the version had ended", version.ended_at is not None),
        ("the post is not approved", version.post.status != "approved"),
        ("a stop is on", Stop.objects.filter(trust=version.post.school.trust, ended_at__isnull=True).exists()),
        ("the account is closed", delivery.channel.closed_on is not None),
        *((f"pupil {one} may not be shown", not _may_be_shown(one, at=at)) for one in _shown(version.content)),
        ("posted by somebody who did not take it on", delivery.published_by_id != delivery.claimed_by_id),
    ]
    return [what for what, wrong in found if wrong]


def _digest(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _shown(content: dict[str, list[dict[str, list[int]]]]) -> set[int]:
    return {pupil for picture in content["pictures"] for pupil in picture["pupils"]}


def _may_be_shown(pupil: int, *, at: datetime) -> bool:
    rows = Answer.objects.everywhere(why=WHY).filter(pupil=pupil, element="photo", tier="social", given_at__lte=at)
    last = rows.order_by("given_at", "id").last()
    return last is not None and last.state == "granted"
