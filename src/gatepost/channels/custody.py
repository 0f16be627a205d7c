"""Whom the register’s own words name among those who get at a login. No database."""

from gatepost.schools.models import Person


def names(words: str, person: Person) -> bool:
    """Return whether words that people wrote name somebody: their surname as a word of its own, or their address."""
    said = words.casefold()
    surname = person.name.split()[-1].casefold()
    return (
        surname in said.replace(",", " ").replace(";", " ").replace(".", " ").split() or person.email.casefold() in said
    )
