"""The values that text facts may take, and families of them that the engine tells apart.

An unlisted value is unknown: it is listed among a verdict's hints and never presumed to be the harmless one.
"""

from typing import Final

from gatepost.policy.facts.roles import GROUP_OF


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PLATFORMS: Final = _set(
    """
    ask_fm blog bluesky discord email facebook flickr forum instagram learning_platform linkedin mastodon
    messenger msn nextdoor online_game pinterest reddit signal sms snapchat teams telegram text_message
    threads tiktok tumblr twitch twitter vimeo website whatsapp wikipedia wordpress x youtube
    """
)
ALIASES: Final = {"twitter": "x", "fb": "facebook", "insta": "instagram", "you_tube": "youtube", "tik_tok": "tiktok"}
"""Earlier or short names → the present one."""

MESSAGING: Final = _set("discord messenger signal snapchat telegram whatsapp")
NOT_SOCIAL: Final = _set("email learning_platform sms teams text_message website")
"""Means of communication that are not social media unless a policy's definition takes them in."""

IMMEDIATE_FAMILY: Final = _set(
    """
    brother child civil_partner daughter family father foster_child half_brother half_sister husband
    immediate_family mother own_child parent partner sibling sister son spouse stepchild stepdaughter
    stepfather stepmother stepson wife
    """
)
CLOSE_FAMILY: Final = IMMEDIATE_FAMILY | _set(
    """
    aunt brother_in_law close_family close_relative daughter_in_law grandchild granddaughter grandfather
    grandmother grandparent grandson nephew niece sister_in_law son_in_law uncle
    """
)
OWN_CHILD: Final = _set("child daughter foster_child own_child son stepchild stepdaughter stepson")
DISTANT: Final = _set("cousin family_friend friend godchild godparent neighbour second_cousin")
"""Relationships that no exception for family reaches."""

VALUES: Final[dict[str, frozenset[str]]] = {
    "role": frozenset(GROUP_OF) | {"self"},
    "platform": PLATFORMS | frozenset(ALIASES),
    "relation": CLOSE_FAMILY | DISTANT | {"none"},
    "about": _set("self"),
    "account": _set("official personal"),
    "action": _set(
        """
        accept_friend_request access_account become_friends close delete follow friend join_group
        keep_copies keystroke_capture like_page message monitor online_search open_account post promote
        record_check_outcome reply share_login suggest_post take_photo view_account_register
        write_reference
        """
    ),
    "address": _set("personal school work"),
    "addressee": _set("everyone group individual public"),
    "audience": _set("closed_group friends_only parents private_group public pupils staff"),
    "capacity": _set("personal professional"),
    "capture_device": _set("personal personal_device school school_device work"),
    "comment_category": _set(
        """
        abusive address advert bullying commercial complaint concern criticism discriminatory
        donation_request email harassing hateful homophobic inappropriate inflammatory link offensive
        personal_information phone_number positive praise question racist sexist spam swearing
        threatening transphobic
        """
    ),
    "consent_giver": _set("both carer individual parent parent_and_pupil pupil self"),
    "custody": _set("central central_record individual_notebook password_manager personal"),
    "device": _set("organisation personal school work"),
    "direction": _set("former_pupil_to_staff parent_to_staff pupil_to_staff staff_to_pupil"),
    "face_shown": _set("back_or_distance blurred hands_or_work no_people recognisable"),
    "master_rights": _set("individual organisation school trust"),
    "media_source": _set("licensed organisation own school stock third_party trust"),
    "media_type": _set("gif graphic image link logo meme photo screenshot video"),
    "members": _set("colleagues mixed parents public pupils staff"),
    "named_in_text": _set("first full initials none surname"),
    "names_visible": _set("first full none surname"),
    "network": _set("home organisation personal public school trust"),
    "objective": _set("celebration community_engagement education educational information recruitment"),
    "other_channel": _set("app email letter newsletter phone poster text_message website"),
    "owner": _set("organisation other personal school staff third_party trust"),
    "period": _set("after_work before_work break evening holiday lesson lunch ppa registration weekend"),
    "personal_data": _set("address car_reg dob email name ni_number personal_profile phone postcode upn"),
    "post_type": _set(
        """
        achievement advert alert event feedback fundraising greeting link news opinion reminder thanks
        trip vacancy warning
        """
    ),
    "proposed_action": _set(
        """
        confront delete disciplinary_action dismissal gross_misconduct ignore message reply_directly
        report
        """
    ),
    "pupil_status": _set("current former left prospective"),
    "requested": _set("content interview login_details password passwords"),
    "shows": _set("address car_reg logo names school_name uniform"),
    "subject": _set("colleagues headteacher organisation parents pupil pupils school staff trust"),
    "tone": _set(
        """
        abusive complaint defamatory discriminatory disparaging disrepute extremist false gossip
        harassing harmful homophobic illegal inappropriate inflammatory mocking negative offensive
        racist respectful sexist threatening
        """
    ),
    "where": _set("blog closed_group community_group forum page private_message profile"),
}
"""Vocabulary → its words; a field of the table of facts names its vocabulary."""
