"""The way from the command line to the records, for the few commands that need a database."""

import os
from importlib import import_module
from typing import Any


def command(name: str) -> Any:
    """Return the module of `gatepost.config.commands` with this name, with every room set up.

    Raises UsageProblem, with what to do, where a setting is missing or wrong. The command line itself imports nothing
    of Django, so that checking a draft stays quick and needs no settings.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gatepost.config.settings")
    import_module("gatepost.config.commands.start").set_up()
    return import_module(f"gatepost.config.commands.{name}")
