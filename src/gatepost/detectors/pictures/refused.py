"""Why a picture was not looked at, as the sentence that a person reads."""


class CannotLook(Exception):
    """What looks into pictures is not installed here."""


class Unreadable(Exception):
    """This file is no picture that can be looked into. The text says why, and what to do."""
