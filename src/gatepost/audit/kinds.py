"""Every kind of event, with the sentence by which people read it."""

import re
from collections.abc import Mapping
from typing import Any, Final

KINDS: Final[dict[str, str]] = {
    # schools
    "trust.founded": "{who} set up {trust}.",
    "school.added": "{who} added {school}.",
    "person.added": "{who} added {person}.",
    "person.left": "{who} ended that {person}, who left, can sign in.",
    "person.returned": "{who} let {person} sign in again.",
    "role.given": "{who} made {person} {role}.",
    "role.ended": "{who} ended {person}’s role as {role}.",
    # handbook
    "policy.adopted": "{who} adopted “{policy}”, in force from {from}.",
    "policy.acknowledged": "{who} read “{policy}” and accepted it.",
    # channels
    "channel.opened": "{who} put the {platform} account {channel} on the register.",
    "channel.amended": "{who} changed what the register says of {channel}: {what}.",
    "register.taken_in": "{who} took in a table of accounts: new {new}, changed {changed}, as before {same}.",
    "channel.closing": "{who} chose {day} as the day from which nothing is posted on {channel}, and began to close it.",
    "channel.kept": "{who} stopped closing {channel}. It stays open.",
    "channel.closed": "{who} closed the {platform} account {channel}.",
    "closing.done": "{who} did a step of closing {channel}: {step}.",
    "closing.skipped": "{who} left out a step of closing {channel}, with a reason: {step}.",
    "lock.begun": "{who} locked {channel}, since somebody else may have got into it.",
    "lock.stepped": "{who} did what follows when somebody got into {channel}: {step}.",
    "lock.noted": "{who} wrote in the log of the lock of {channel}.",
    "lock.told": "{who} kept what families are told about {channel}.",
    "lock.ended": "{who} unlocked {channel}.",
    "poster.named": "{who} named {person} as a poster on {channel}.",
    "poster.removed": "{who} took {person} off the posters of {channel}.",
    "poster.role_named": "{who} let whoever is {role} post on {channel}.",
    "poster.role_removed": "{who} took the role {role} off the posters of {channel}.",
    "channel.checked": "{who} looked at {channel}. {check}: {found}.",
    "admin.added": "{who} put {person} among the administrators of {channel}.",
    "admin.removed": "{who} took {person} off the administrators of {channel}.",
    "sighting.reported": "{who} reported an account on {platform} that may be taken for the school’s.",
    "sighting.decided": "{who} decided about a reported account on {platform}: {decision}.",
    "sighting.shown": "{who} let the public page list a reported account on {platform} as not the school’s.",
    "sighting.hidden": "{who} took a reported account on {platform} off the list of those that are not the school’s.",
    "asking.sent": "{who} asked for a new account on {platform}.",
    "asking.answered": "{who} said {answer} to a new account on {platform}.",
    "officialpage.shown": "{who} put the public page of official accounts up.",
    "officialpage.hidden": "{who} took the public page of official accounts down.",
    # consents
    "pupil.added": "{who} put pupil {pupil} on the roll.",
    "pupil.leaves": "{who} set the last day of pupil {pupil} on the roll.",
    "pupil.stays": "{who} took back that pupil {pupil} leaves.",
    "answerer.decided": "{who} decided who answers about pupil {pupil}.",
    "answer.recorded": "{who} recorded an answer about pupil {pupil}.",
    "permission.changed": "{who} changed what may be shown of pupil {pupil}.",
    "pupil.looked_at": "{who} looked at the record of pupil {pupil}.",
    "contact.added": "{who} added somebody to ask about pupil {pupil}.",
    "contact.changed": "{who} changed what is kept of somebody to ask about pupil {pupil}.",
    "basis.set": "{who} set {basis} as the basis for {what}.",
    "asking.changed": "{who} changed who is asked: {who_is_asked}.",
    "wording.published": "{who} published wording {number} of what families are told.",
    "wording.kept": "{who} answered on words that come with Gatepost, which are kept as wording {number}.",
    "import.read": "{who} gave in a list with rows: {rows}.",
    "import.chosen": "{who} said how list {import} is to be read.",
    "import.looked_at": "{who} read what a list would change, pupils: {count}.",
    "import.begun": "{who} began to take in list {import}.",
    "import.failed": "{who} began to take in list {import}; it was broken off, and nothing of it stands.",
    "import.taken": "{who} took in list {import}, rows {rows}.",
    "import.followed": "After list {import}: posts stopped {stopped}, posts that are to come down {asked}.",
    "import.dropped": "{who} erased what was kept of list {import}.",
    "link.made": "{who} gave a family its link about pupil {pupil}.",
    "link.printed": "{who} printed a letter with a link about pupil {pupil}.",
    "link.opened": "{who} opened the page about pupil {pupil} for the first time.",
    "link.ended": "{who} ended a family’s link about pupil {pupil}.",
    "tripcard.made": "{who} made a trip card for {count} pupils, {class}, until {until}.",
    # duties
    "duty.opened": "{who} opened a task for {owner}: {what}.",
    "duty.done": "{who} finished the task: {what}.",
    "duty.handed": "{who} handed a task to {owner}: {what}.",
    "leaving.begun": "{who} recorded that {person} {why}, last day {day}.",
    "leaving.listed": "{who} closed items of what {person} could reach: {count}.",
    "leaving.ended": "{who} ended what {person} could still reach in Gatepost: {count}.",
    "leaving.withdrawn": "{who} took back that {person} {why}.",
    "closure.added": "{who} put {name} on the school’s calendar: closed {days}.",
    "closure.removed": "{who} took {name} off the school’s calendar: closed {days}.",
    # publishing
    "post.drafted": "{who} started a draft.",
    "post.edited": "{who} changed the draft.",
    "post.discarded": "{who} discarded the draft.",
    "picture.added": "{who} added a picture; what the file carried beside the picture was removed.",
    "picture.changed": "{who} changed what is said about a picture.",
    "picture.removed": "{who} removed a picture.",
    "picture.looked": "{who} looked into a picture: faces {faces}, pieces of writing {words}.",
    "picture.unseen": "{who} could not look into a picture.",
    "picture.marked": "{who} said what a box in a picture shows.",
    "picture.blurred": "{who} blurred parts of a picture.",
    "picture.cropped": "{who} cut something off a picture.",
    "picture.restored": "{who} took back the last blur or cut of a picture.",
    "picture.settled": "{who} erased what a picture was before it was blurred or cut.",
    "picture.dropped": "{who} erased what version {version} had before a blur or cut: pictures {count}, digests kept.",
    "fix.applied": "{who} put something right ({ref}).",
    "fix.undone": "{who} took back what they had put right ({ref}).",
    "waiver.given": "{who} kept something and said why ({ref}).",
    "waiver.withdrawn": "{who} no longer keeps what they had kept ({ref}).",
    "post.sent": "{who} sent version {version} for sign-off.",
    "post.recalled": "{who} took the post back to change it.",
    "approval.given": "{who} approved version {version} as {role}.",
    "post.approved": "Version {version} has every approval that it needs.",
    "post.sent_back": "{who} sent version {version} back: {reason}",
    "approval.void": "The approval of version {version} no longer holds: {reason}",
    "pack.opened": "{who} opened the copy pack for {channel}.",
    "pack.claimed": "{who} took on posting to {channel}.",
    "pack.released": "{who} gave back the posting to {channel}.",
    "post.published": "{who} marked the post live on {channel}.",
    "post.verified": "{who} looked at the live post on {channel} and found it as signed off.",
    "post.pulled": "{who} stopped the post before it went out on {channel}: {reason}",
    "takedown.asked": "{who} asked for the post on {channel} to be taken down: {reason}",
    "takedown.done": "{who} took the post down from {channel}.",
    "campaign.begun": "{who} began a look through earlier posts, “{campaign}”, to be finished by {due}.",
    "campaign.filled": "{who} added {count} earlier posts to “{campaign}”.",
    "campaign.ended": "{who} ended the look through earlier posts, “{campaign}”.",
    "campaign.resumed": "{who} went on with the look through earlier posts, “{campaign}”.",
    "pastpost.described": "{who} said what an earlier post on {where} shows.",
    "pastpost.decided": "{who} decided about an earlier post on {where}: {decision}.",
    "pastpost.reopened": "{who} took back what was decided about an earlier post on {where}.",
    "pastpost.gone": "{who} said that an earlier post on {where} is gone.",
    "stop.started": "{who} stopped all publishing: {reason}",
    "stop.ended": "{who} ended the stop on publishing: {reason}",
    "incident.declared": "{who} declared an incident: {reason}",
    "incident.ended": "{who} ended the incident: {reason}",
}
"""Kind → sentence. `{who}` is the actor; the other words in braces are facts of the event. Kinds are stored: a
renamed one needs a migration."""


def needs(kind: str) -> frozenset[str]:
    """Return the facts that the sentence of a kind is made of."""
    return frozenset(re.findall(r"\{(\w+)\}", KINDS[kind])) - {"who"}


def sentence(kind: str, *, who: str, facts: Mapping[str, Any]) -> str:
    """Return the event as a person reads it. An unknown kind, from a later version, is named as it stands."""
    if kind not in KINDS:
        return f"{who}: {kind}."
    return re.sub(r"\{(\w+)\}", lambda m: who if m[1] == "who" else str(facts.get(m[1], "…")), KINDS[kind])
