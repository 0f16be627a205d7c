"""The pages of docs/reference, each written from the code that it describes."""

from collections.abc import Callable
from typing import Final

from gatepost.cli.reference.commands import commands_page
from gatepost.cli.reference.controls import controls_page
from gatepost.cli.reference.document_format import document_format_page
from gatepost.cli.reference.facts import facts_page
from gatepost.cli.reference.outcomes import outcomes_page
from gatepost.cli.reference.settings import settings_page
from gatepost.cli.reference.states import states_page

PAGES: Final[dict[str, Callable[[], str]]] = {
    "cli.md": commands_page,
    "facts.md": facts_page,
    "controls.md": controls_page,
    "document-format.md": document_format_page,
    "outcomes.md": outcomes_page,
    "settings.md": settings_page,
    "post-states.md": states_page,
}
"""File → what writes it. One more page is one line here."""
