"""The worked examples that come with the library, read as `gatepost check` reads a file."""

from collections import Counter
from importlib.resources import files

from gatepost import library
from gatepost.cli.situations import Entry, read_entries

FILE = "examples.yaml"


def example_entries() -> list[Entry]:
    """Return the examples in order. The one that stands there several times is put to every policy."""
    return read_entries(files(library).joinpath(FILE).read_text("utf-8"), name=FILE)


def shared(entries: list[Entry]) -> list[Entry]:
    """Return the entries of the one situation that is put to several policies."""
    counts = Counter(entry.data["id"] for entry in entries)
    return [entry for entry in entries if counts[entry.data["id"]] > 1]
