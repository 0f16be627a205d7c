"""Everything that a role may let somebody do."""

from enum import StrEnum


class Permission(StrEnum):
    """Sorted by what they are about. Whose post it is, and what state it is in, is asked by each room's checks."""

    SEE_POLICY = "see_policy"
    ADOPT_POLICY = "adopt_policy"
    SEE_POSTS = "see_posts"
    WRITE_POSTS = "write_posts"
    SIGN_OFF = "sign_off"
    HAND_OVER = "hand_over"
    TAKE_DOWN = "take_down"
    SEE_TAKE_DOWNS = "see_take_downs"
    SEE_HISTORY = "see_history"
    SEE_PUPILS = "see_pupils"
    RECORD_ANSWERS = "record_answers"
    SEE_ANSWERS = "see_answers"
    PROTECT_PUPILS = "protect_pupils"
    SET_BASES = "set_bases"
    LOOK_BACK = "look_back"
    STOP = "stop"
    DECLARE_INCIDENT = "declare_incident"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_TRUST_PEOPLE = "manage_trust_people"
    SEE_LEAVERS = "see_leavers"
    SEE_CHANNELS = "see_channels"
    CHECK_CHANNELS = "check_channels"
    LOCK_CHANNELS = "lock_channels"
    MANAGE_CHANNELS = "manage_channels"
    SEE_TRUST_CHANNELS = "see_trust_channels"
