"""Set up every room, and bring the database up to date or say that it is not."""

from importlib import import_module

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import get_resolver

from gatepost.cli.output import UsageProblem


def set_up() -> None:
    """Load the settings and every room. Raises UsageProblem, with what to set, where a setting is missing or wrong."""
    try:
        django.setup()
    except (ImproperlyConfigured, OSError, ValueError) as error:
        raise UsageProblem(str(error)) from None
    settings.DATA.mkdir(parents=True, exist_ok=True)


def migrate() -> None:
    """Bring the database up to date."""
    _reached()
    call_command("migrate", interactive=False, verbosity=0)


def check_up_to_date() -> None:
    """Raise UsageProblem unless the database is as this version of Gatepost needs it."""
    _reached()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise UsageProblem("The database is not up to date. Make a copy of it, and then run: gatepost serve --migrate")


def check_can_serve() -> None:
    """Raise UsageProblem, saying what fails, unless all that answers can be loaded.

    The processes that serve load it for themselves, after this one has said that Gatepost is running.
    """
    try:
        import_module("gatepost.config.wsgi")
        get_resolver().url_patterns  # noqa: B018 - reading them loads every page
    except Exception as error:
        raise UsageProblem(f"Gatepost cannot start. {told(error)}") from error


def told(error: Exception) -> str:
    """Return what failed, in one line."""
    return f"{type(error).__name__}: {' '.join(str(error).split()) or 'it says no more'}"


def _reached() -> None:
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise UsageProblem(f"The database cannot be reached: {error}. Look at GATEPOST_DATABASE.") from None
