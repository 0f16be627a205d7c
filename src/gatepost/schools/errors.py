"""Refusals, with the sentence that the user reads."""


class NotAllowed(Exception):
    """This person may not do this, or not now. The text says why and what would help."""


class UnableTo(Exception):
    """It cannot be done as things stand. The text says what to do."""


class Unscoped(Exception):
    """A query that did not say which school, or which trust, it is about: a fault of the program."""
