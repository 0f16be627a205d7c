"""What to do when somebody else may have got into an account, platform by platform. Data, and no database.

Steps marked `theirs` rest on the platform's own page at `help`, read on the day `checked` in the copy that `copy`
names, in some cases in another language than English, and told here in our words. Where `checked` is None nobody has
held the list against a page of the platform: its steps are ours and general, after what the National Cyber Security
Centre advises for any account. Menus move, so we name few.
"""

from collections.abc import Mapping
from typing import Final

from gatepost.channels.playbook_steps import MIDDLE, Playbook, Step, book, unread

GENERAL: Final = unread("https://www.ncsc.gov.uk/guidance/recovering-a-hacked-account")
"""For a platform that has no list of its own."""

PLAYBOOKS: Final[Mapping[str, Playbook]] = {
    "facebook": book(
        "https://www.facebook.com/help/131719720300233",
        {
            "recover": Step(
                "Begin with Facebook’s own guide",
                "Its page of help leads through it, signed in or shut out: a new password first, and then a look at "
                "who signed in of late.",
                theirs=True,
            ),
            "changed_email": Step(
                "Take back a changed e-mail address",
                "If the address of a login was changed, Facebook has written to the one before. The link in that "
                "letter undoes the change.",
                theirs=True,
            ),
            "sessions": Step(
                "Sign out everywhere else",
                "Look through the list of sign-ins, and end each that you do not recognise.",
                theirs=True,
            ),
            "admins": Step(
                MIDDLE["admins"].name,
                f"{MIDDLE['admins'].does} A page is run by the logins of people, so each of them goes through these "
                "steps for their own.",
            ),
        },
        copy="an archived copy of December 2018, so menus may have moved since",
    ),
    "instagram": book(
        "https://www.instagram.com/hacked",
        {
            "recover": Step(
                "Get back in, if you are shut out",
                "Open the page of help on a phone or computer, say that you think the account was hacked, and follow "
                "what it asks. If several accounts hang on your details, choose the school’s.",
                theirs=True,
            ),
            "mfa": Step(
                "Switch on two-step sign-in",
                "Instagram advises it with a strong password, and a look at its own security check-up.",
                theirs=True,
            ),
        },
    ),
    "linkedin": book(
        "https://www.linkedin.com/help/linkedin/answer/a1340402",
        {
            "recover": Step(
                "Send LinkedIn its form at once",
                "The form for trouble with access, on its page of help, with the address of the profile. Send it even "
                "while you can still sign in. If you can’t, it is how they find out that the profile is yours.",
                theirs=True,
            ),
            "password": Step(
                "Change the password",
                "Choose a long one that opens nothing else, and above all not the mailbox.",
                theirs=True,
            ),
            "email": Step(
                "Look at its e-mail addresses and phone numbers",
                "A way back in is sent there: take off what is not yours, and see that the mailboxes are safe.",
                theirs=True,
            ),
            "sessions": Step(
                "Sign out everywhere else",
                "The settings show each place where somebody is signed in. End those that you do not know, or all of "
                "them in one go.",
                theirs=True,
            ),
            "mfa": Step(
                "Switch on two-step verification",
                "With it, whoever knows name and password still does not get in.",
                theirs=True,
            ),
        },
        copy="a copy that another site keeps, of a day that it does not give",
    ),
    "x": book(
        "https://help.x.com/en/safety-and-security/x-account-compromised",
        {
            "password": Step(
                "Change the password",
                "In the settings, under password. If you are signed out, use the link for a forgotten password where "
                "one signs in. Choose one that was never used before.",
                theirs=True,
            ),
            "email": Step(
                "Secure the mailbox behind it",
                "Make sure that the e-mail address of the account is the school’s, and that only the school reads it.",
                theirs=True,
            ),
            "apps": Step(
                "Take connected apps off",
                "In the settings, under apps, take access from each that you do not recognise. Give the new password "
                "to those that you keep and that sign in with it: otherwise they can lock the account.",
                theirs=True,
            ),
        },
    ),
    "youtube": book(
        "https://support.google.com/youtube/answer/76187",
        {
            "google": Step(
                "Recover the Google account first",
                "Every channel hangs on at least one Google account, and that is what somebody got into. Recover and "
                "secure each account that is tied to the channel.",
                theirs=True,
            ),
            "undo": Step(
                "Undo what they did, at once",
                "Put back the picture, the description and the settings, and remove videos that you did not upload, so "
                "that the channel is not punished for them.",
                theirs=True,
            ),
        },
    ),
    "tiktok": book(
        "https://support.tiktok.com/en/log-in-troubleshoot/log-in/my-account-has-been-hacked",
        {
            "password": Step(
                "Change the password",
                "In the app: profile, menu, settings and privacy, account, password.",
                theirs=True,
            ),
            "phone": Step(
                "Tie the school’s phone number to it",
                "In the same place, under the information of the account. Look that no other number stands there.",
                theirs=True,
            ),
            "sessions": Step(
                "Remove devices that are not yours",
                "In the settings, under security, manage devices: take off each that you do not recognise.",
                theirs=True,
            ),
        },
    ),
    "whatsapp": book(
        "https://faq.whatsapp.com/1131652977717250",
        {
            "password": Step(
                "Sign in again with the phone number",
                "Enter the six-digit code that comes by text message: whoever else uses the account is signed out by "
                "it. If a two-step code is asked for that you do not know, they have set one; you can get in without "
                "it after seven days, and they are out all the same. Give the code to nobody.",
                theirs=True,
            ),
            "sessions": Step(
                "Sign out the computers",
                "If you still have the account, sign out every computer that is linked to it, from the phone.",
                theirs=True,
            ),
            "tell": Step(
                "Tell everybody in the groups and chats",
                "Somebody may write to them as the school. Tell them another way, with the words below.",
                theirs=True,
            ),
        },
        without=("email", "apps"),
    ),
    "bluesky": unread("https://bsky.social/about/support"),
    "threads": book(
        "https://www.instagram.com/hacked",
        {
            "instagram": Step(
                "Begin with the Instagram account",
                "Where you sign in to Threads with the school’s Instagram account, somebody got into that one too. "
                "Lock it here as well, and go through its steps: its password opens both.",
            ),
        },
        checked=None,
    ),
    "mastodon": book(
        "https://docs.joinmastodon.org/user/contacts/",
        {
            "password": Step(
                "Change the password",
                "In the account settings, where the e-mail address stands too. See that it is the school’s. If you are "
                "shut out, write to whoever runs the server.",
                theirs=True,
            ),
            "sessions": Step(
                "Sign out everywhere else",
                "The account settings list every session. End each that is not yours.",
                theirs=True,
            ),
            "apps": Step(
                "Take connected apps off",
                "The account settings list which apps were let in. Take off each that you do not know.",
                theirs=True,
            ),
            "mfa": Step("Switch on two-step sign-in", "In the account settings as well.", theirs=True),
        },
        copy="the source of its documentation, which says where these settings are and nothing of break-ins",
    ),
}  # fmt: skip
"""Slug of the platform → its list. Slugs of steps are stored."""


def playbook(platform: str) -> Playbook:
    """Return the list of a platform, the general one where it has none of its own."""
    return PLAYBOOKS.get(platform, GENERAL)


def holding_statement(*, school: str, account: str) -> str:
    """Return a draft of what families are told by another way. It says what is known, and asks nobody to do much."""
    return (
        f"Somebody else may be using {account}. It belongs to {school}, and we are working to get it back. Until we "
        "tell you here that it is ours again, please do not open links, answer messages or send money that are asked "
        "for there. If a message from it reached you or your child, do not delete it: ring the school office."
    )
