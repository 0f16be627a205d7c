"""What Gatepost does by itself: end what no longer holds, look into pictures, and erase what is kept no longer."""

import logging
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings

from gatepost.audit.actor import SYSTEM
from gatepost.consents.actions import broken_off, imports
from gatepost.policy import PolicyError
from gatepost.publishing.actions import boxes, looks, pictures, stale, withdrawals
from gatepost.publishing.actions.signoff import void
from gatepost.publishing.gate import NoLonger, check_holds
from gatepost.publishing.models import Earlier, Picture, Version
from gatepost.publishing.pictures import stored
from gatepost.publishing.pictures.keeping import has_been_out
from gatepost.publishing.states import LOOKING
from gatepost.schools.errors import UnableTo
from gatepost.schools.models import School
from gatepost.schools.queries import every_school

log = logging.getLogger("gatepost.sweep")
FORGOTTEN: Final = timedelta(days=1)
"""A file that no row names is left for a day: one that has just been written is named a moment later."""


def sweep(*, at: datetime) -> int:
    """Void every approved version, not out yet, that may not go out any more. Returns how many were.

    Each is looked at on its own: one that cannot be judged is logged, by its id alone, and looked at again next time.
    """
    rows = Version.objects.everywhere(why="the sweep looks at every school").filter(
        ended_at__isnull=True, post__status="approved", deliveries__status__in=["ready", "claimed"]
    )
    ended = 0
    for version in rows.select_related("post__school__trust", "post__author").distinct():
        try:
            ended += _ended(version, at=at)
        except (PolicyError, UnableTo):
            log.error("Version %s could not be looked at.", version.pk)
    return ended


def _ended(version: Version, *, at: datetime) -> bool:
    """Void a version that may not go out any more, and return whether it was."""
    try:
        check_holds(version, at=at)
    except NoLonger as why:
        void(version, because=str(why), by=SYSTEM, at=at)
        return True
    return False


def look_again(*, at: datetime) -> int:
    """Ask for what is live and may not stay any more to come down, at every school. Returns how many were asked for.

    It finds what no door was told of: a yes that ran out, a last day at school, a pupil who is asked themselves from
    today on. Each school is looked at on its own.
    """
    return sum(_asked(school, at=at) for school in every_school(why="the nightly look goes to every school"))


def _asked(school: School, *, at: datetime) -> int:
    try:
        return withdrawals.look_at_live(school, by=SYSTEM, at=at)
    except UnableTo:
        log.error("What is live at school %s could not be looked at.", school.pk)
        return 0


def ask_if_wanted(*, at: datetime) -> int:
    """Ask at every school whether accounts on which nobody posts are still wanted. Returns how many tasks are new."""
    return sum(stale.ask(school, by=SYSTEM, at=at) for school in every_school(why="accounts fall silent everywhere"))


def forget_lists(*, at: datetime) -> int:
    """Erase lists from the MIS that nobody has taken in for an hour, and what is kept of those that were. How many.

    First it says of those whose server stopped meanwhile that they were broken off.
    """
    broken_off.fail_stopped(by=SYSTEM, at=at)
    return imports.forget_old(by=SYSTEM, at=at)


def look_next(*, at: datetime) -> bool:
    """Do the next half of a look into a picture of a draft, those without any first. Returns whether there was one."""
    why = "the worker looks into pictures of every school"
    rows = Picture.objects.everywhere(why=why).filter(look__in=LOOKING, post__status="draft")
    # Of the slugs of the two, the one for pictures that nobody has looked into comes last in the alphabet.
    picture = rows.select_related("post__school__trust").order_by("-look", "added_at", "pk").first()
    if picture is None:
        return False
    looks.look_into(picture, by=SYSTEM, at=at)
    return True


def tidy(*, at: datetime) -> int:
    """Erase pictures as they were before a blur once their days are over, and files that no row names. How many.

    The same days hold for a version that ended and has never been out, of which the post has blurred or lost a picture.
    """
    due = at - timedelta(days=settings.ORIGINAL_DAYS)
    rows = Earlier.objects.everywhere(why="what is kept too long is erased at every school").filter(made_at__lt=due)
    posts = {row.picture.post for row in rows.select_related("picture__post__school__trust")}
    erased = sum(boxes.let_go(post, by=SYSTEM, at=at, made_before=due) for post in posts)
    there = stored.names(before=at - FORGOTTEN)
    erased += _drop_replaced(there, ended_before=due, at=at)
    left = sorted(there - _named())
    for file in left:
        stored.forget(file)
    return erased + len(left)


def _drop_replaced(there: set[str], *, ended_before: datetime, at: datetime) -> int:
    why = "what is kept too long is erased at every school"
    rows = Version.objects.everywhere(why=why).filter(~has_been_out(), ended_at__lt=ended_before)
    files = rows.values_list("pk", "content__pictures").iterator()
    due = [pk for pk, kept in files if any(one["file"] in there for one in kept or ())]
    # One at a time: each is a transaction of its own, and there may be years of them.
    found = (rows.select_related("post__school__trust").get(pk=pk) for pk in due)
    return sum(pictures.drop_replaced(version, by=SYSTEM, at=at) for version in found)


def _named() -> set[str]:
    """Return the files that any row of any school names: drafts, pictures as they were, and versions."""
    why = "a file is erased only where no school names it"
    contents = Version.objects.everywhere(why=why).values_list("content__pictures", flat=True).iterator()
    sent = {one["file"] for pictures in contents for one in pictures or ()}
    drafts = Picture.objects.everywhere(why=why).values_list("file", flat=True)
    return sent | set(drafts) | set(Earlier.objects.everywhere(why=why).values_list("file", flat=True))
