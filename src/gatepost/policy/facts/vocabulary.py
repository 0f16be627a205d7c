"""The values that text facts may take, and what the engine needs to know of them.

An unlisted value is unknown: it is listed among a verdict's hints and never presumed to be the harmless one.
"""

from typing import Final

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    "pupil": ("pupil", "student", "pupils", "students", "sixth_former"),
    "former_pupil": ("former_pupil", "ex_pupil", "former_student", "past_pupil", "leaver", "alumnus", "alumna"),
    "parent": ("parent", "carer", "parents", "parent_carer", "mother", "father", "guardian", "mum", "dad"),
    "public": (
        "member_of_public",
        "public",
        "relative",
        "friend",
        "neighbour",
        "resident",
        "stranger",
        "journalist",
        "business",
        "community_member",
        "anonymous",
        "unknown",
        "grandparent",
        "former_colleague",
        "former_staff",
        "candidate",
        "applicant",
        "supplier",
        "local_business",
    ),
    "governor": ("governor", "governors", "chair_of_governors", "parent_governor", "clerk_to_governors"),
    "trustee": ("trustee", "trustees", "chair_of_trustees", "member_of_trust", "director_of_trust"),
    "volunteer": ("volunteer", "volunteers", "parent_helper", "parent_volunteer", "reading_volunteer"),
    "contractor": ("contractor", "consultant", "third_party", "peripatetic_teacher", "coach", "sports_coach"),
    "agency": ("agency_staff", "supply_teacher", "agency", "cover_supervisor_agency", "casual_staff"),
    "staff": (
        "staff",
        "teacher",
        "teachers",
        "colleague",
        "class_teacher",
        "form_tutor",
        "head_of_year",
        "head_of_department",
        "head_of_pe",
        "head_of_music",
        "head_of_sixth_form",
        "head_of_drama",
        "head_of_english",
        "head_of_maths",
        "head_of_science",
        "subject_leader",
        "teaching_assistant",
        "trainee",
        "trainee_teacher",
        "ect",
        "technician",
        "av_technician",
        "it_technician",
        "librarian",
        "office_manager",
        "administrator",
        "receptionist",
        "business_manager",
        "caretaker",
        "site_manager",
        "cook",
        "midday_supervisor",
        "nurse",
        "counsellor",
        "account_manager",
        "communications_officer",
        "marketing_officer",
        "approved_user",
        "pa_to_headteacher",
        "headteacher",
        "deputy_headteacher",
        "senior_deputy_head",
        "assistant_headteacher",
        "principal",
        "vice_principal",
        "ceo",
        "executive_headteacher",
        "slt",
        "slt_member",
        "elt",
        "dsl",
        "deputy_dsl",
        "dpo",
        "senco",
        "pastoral_lead",
        "line_manager",
        "line_leader",
        "managers",
        "manager",
        "central_team",
        "hr",
        "director_of_ict_and_networks",
        "school_operations_manager",
        "safeguarding_team",
        "union_rep",
        "employee",
    ),
}
"""Group → roles. The group decides whether a clause binds a person."""

GROUP_OF: Final = {role: group for group, roles in GROUPS.items() for role in roles}

HEADS: Final = frozenset({"headteacher", "principal", "executive_headteacher"})
PLATFORMS: Final = frozenset(
    {
        "facebook",
        "instagram",
        "linkedin",
        "youtube",
        "x",
        "twitter",
        "tiktok",
        "snapchat",
        "whatsapp",
        "messenger",
        "bluesky",
        "mastodon",
        "threads",
        "reddit",
        "pinterest",
        "tumblr",
        "flickr",
        "vimeo",
        "wordpress",
        "discord",
        "telegram",
        "signal",
        "twitch",
        "forum",
        "blog",
        "wikipedia",
        "online_game",
        "email",
        "website",
        "nextdoor",
        "ask_fm",
        "msn",
        "teams",
        "learning_platform",
        "sms",
        "text_message",
    }
)
ALIASES: Final = {"twitter": "x", "fb": "facebook", "insta": "instagram", "you_tube": "youtube", "tik_tok": "tiktok"}

MESSAGING: Final = frozenset({"whatsapp", "messenger", "signal", "telegram", "snapchat", "discord"})
NOT_SOCIAL: Final = frozenset({"email", "sms", "text_message", "website", "learning_platform", "teams"})

IMMEDIATE_FAMILY: Final = frozenset(
    {
        "daughter",
        "son",
        "child",
        "own_child",
        "stepdaughter",
        "stepson",
        "stepchild",
        "foster_child",
        "mother",
        "father",
        "parent",
        "stepmother",
        "stepfather",
        "sister",
        "brother",
        "sibling",
        "half_sister",
        "half_brother",
        "husband",
        "wife",
        "spouse",
        "partner",
        "civil_partner",
        "immediate_family",
        "family",
    }
)
CLOSE_FAMILY: Final = IMMEDIATE_FAMILY | frozenset(
    {
        "niece",
        "nephew",
        "grandchild",
        "granddaughter",
        "grandson",
        "grandmother",
        "grandfather",
        "grandparent",
        "aunt",
        "uncle",
        "sister_in_law",
        "brother_in_law",
        "daughter_in_law",
        "son_in_law",
        "close_family",
        "close_relative",
    }
)
OWN_CHILD: Final = frozenset(
    {"own_child", "daughter", "son", "child", "stepdaughter", "stepson", "stepchild", "foster_child"}
)
DISTANT: Final = frozenset({"cousin", "second_cousin", "godchild", "godparent", "family_friend", "friend", "neighbour"})

VALUES: Final[dict[str, frozenset[str]]] = {
    "role": frozenset(GROUP_OF) | {"self"},
    "platform": PLATFORMS | frozenset(ALIASES),
    "relation": CLOSE_FAMILY | DISTANT | {"none"},
    "about": frozenset({"self"}),
    "account": frozenset({"official", "personal"}),
    "action": frozenset(
        {
            "accept_friend_request",
            "access_account",
            "become_friends",
            "close",
            "delete",
            "follow",
            "friend",
            "join_group",
            "like_page",
            "message",
            "online_search",
            "open_account",
            "post",
            "monitor",
            "keep_copies",
            "keystroke_capture",
            "promote",
            "record_check_outcome",
            "reply",
            "share_login",
            "suggest_post",
            "take_photo",
            "view_account_register",
            "write_reference",
        }
    ),
    "address": frozenset({"personal", "school", "work"}),
    "addressee": frozenset({"individual", "group", "public", "everyone"}),
    "audience": frozenset({"closed_group", "friends_only", "public", "pupils", "parents", "private_group", "staff"}),
    "capacity": frozenset({"personal", "professional"}),
    "capture_device": frozenset({"personal_device", "school_device", "personal", "school", "work"}),
    "comment_category": frozenset(
        {
            "abusive",
            "address",
            "advert",
            "commercial",
            "concern",
            "complaint",
            "criticism",
            "donation_request",
            "email",
            "homophobic",
            "inappropriate",
            "inflammatory",
            "link",
            "offensive",
            "personal_information",
            "phone_number",
            "positive",
            "praise",
            "question",
            "racist",
            "sexist",
            "spam",
            "swearing",
            "threatening",
            "transphobic",
            "discriminatory",
            "harassing",
            "bullying",
            "hateful",
        }
    ),
    "consent_giver": frozenset({"parent", "carer", "pupil", "both", "individual", "self", "parent_and_pupil"}),
    "custody": frozenset({"central", "individual_notebook", "personal", "password_manager", "central_record"}),
    "device": frozenset({"personal", "work", "organisation", "school"}),
    "direction": frozenset({"pupil_to_staff", "staff_to_pupil", "parent_to_staff", "former_pupil_to_staff"}),
    "face_shown": frozenset({"no_people", "hands_or_work", "back_or_distance", "blurred", "recognisable"}),
    "master_rights": frozenset({"individual", "organisation", "school", "trust"}),
    "media_source": frozenset({"own", "school", "third_party", "trust", "organisation", "licensed", "stock"}),
    "media_type": frozenset({"photo", "video", "meme", "image", "graphic", "logo", "link", "screenshot", "gif"}),
    "members": frozenset({"colleagues", "parents", "pupils", "staff", "public", "mixed"}),
    "named_in_text": frozenset({"first", "full", "surname", "initials", "none"}),
    "names_visible": frozenset({"first", "full", "surname", "none"}),
    "network": frozenset({"organisation", "trust", "school", "personal", "home", "public"}),
    "objective": frozenset(
        {"education", "educational", "community_engagement", "celebration", "information", "recruitment"}
    ),
    "other_channel": frozenset({"email", "letter", "newsletter", "website", "text_message", "app", "phone", "poster"}),
    "owner": frozenset({"trust", "school", "organisation", "personal", "third_party", "staff", "other"}),
    "period": frozenset(
        {
            "lesson",
            "lunch",
            "break",
            "ppa",
            "weekend",
            "before_work",
            "after_work",
            "evening",
            "holiday",
            "registration",
        }
    ),
    "personal_data": frozenset(
        {"phone", "email", "address", "postcode", "upn", "ni_number", "dob", "car_reg", "personal_profile", "name"}
    ),
    "post_type": frozenset(
        {
            "alert",
            "reminder",
            "event",
            "vacancy",
            "link",
            "achievement",
            "trip",
            "greeting",
            "feedback",
            "advert",
            "opinion",
            "thanks",
            "news",
            "fundraising",
            "warning",
        }
    ),
    "proposed_action": frozenset(
        {"reply_directly", "message", "confront", "report", "ignore", "delete", "dismissal"}
        | {"disciplinary_action", "gross_misconduct"}
    ),
    "pupil_status": frozenset({"current", "former", "left", "prospective"}),
    "requested": frozenset({"login_details", "password", "passwords", "content", "interview"}),
    "shows": frozenset({"school_name", "uniform", "address", "car_reg", "logo", "names"}),
    "subject": frozenset(
        {"colleagues", "staff", "school", "trust", "pupils", "pupil", "parents", "headteacher", "organisation"}
    ),
    "tone": frozenset(
        {
            "abusive",
            "offensive",
            "discriminatory",
            "threatening",
            "gossip",
            "false",
            "mocking",
            "harassing",
            "disparaging",
            "inflammatory",
            "defamatory",
            "racist",
            "sexist",
            "homophobic",
            "extremist",
            "illegal",
            "disrepute",
            "inappropriate",
            "complaint",
            "respectful",
            "negative",
            "harmful",
        }
    ),
    "where": frozenset({"community_group", "profile", "page", "closed_group", "forum", "blog", "private_message"}),
}


def group_of(role: str) -> str | None:
    """Return the group of a role, reading words inside compound roles; None when it cannot be told."""
    known = GROUP_OF.get(role)
    if known:
        return known
    parts = set(role.replace("-", "_").split("_"))
    if parts & {"former", "ex"}:
        return "former_pupil" if parts & {"pupil", "student"} else "public"
    for word, group in _WORDS:
        if word in parts:
            return group
    return None


_WORDS: Final = (
    ("governor", "governor"),
    ("trustee", "trustee"),
    ("volunteer", "volunteer"),
    ("contractor", "contractor"),
    ("supply", "agency"),
    ("parent", "parent"),
    ("carer", "parent"),
    ("pupil", "pupil"),
    ("student", "pupil"),
    ("teacher", "staff"),
    ("head", "staff"),
    ("manager", "staff"),
    ("assistant", "staff"),
    ("technician", "staff"),
    ("officer", "staff"),
    ("tutor", "staff"),
    ("leader", "staff"),
    ("lead", "staff"),
)
