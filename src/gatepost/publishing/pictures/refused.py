"""A picture that is not taken, with the sentence that the user reads."""

from gatepost.schools.errors import UnableTo


class Refused(UnableTo):
    """This file is not taken as a picture. The text says why, and what to do."""
