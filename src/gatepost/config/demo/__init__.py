"""An invented trust with five schools, made by the same actions that the pages call.

Nobody in it is anybody: names, schools, addresses and numbers are made up, and the pictures are drawn by code.
"""

from gatepost.config.demo.seeding import seed

__all__ = ["seed"]
