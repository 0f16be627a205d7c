"""What keeps a post from going out on its accounts as they stand now, so that it can be put right in time."""

from datetime import datetime

from django.utils import timezone

from gatepost.channels.checks import trouble
from gatepost.channels.models import Channel
from gatepost.channels.standings import standings
from gatepost.publishing.asking import policy_now
from gatepost.publishing.models import Version


def troubles(version: Version, *, at: datetime) -> tuple[str, ...]:
    """Return, in sentences, why nothing can be posted now on accounts that a version goes to. Empty where all is well.

    The gate asks again when it goes out.
    """
    school = version.post.school
    channels = list(Channel.objects.of(school).filter(pk__in=version.content["channels"]))
    policies = {school.pk: policy_now(school, at=at).all}
    standing = standings(channels, of=school, policies=policies, on=timezone.localdate(at))
    return tuple(filter(None, map(trouble, standing)))
