"""Why a file cannot be taken in, and how large one may be."""

from typing import Final

MOST_BYTES: Final = 10 * 1024 * 1024
MOST_ROWS: Final = 20_000
MOST_COLUMNS: Final = 300
LONGEST_CELL: Final = 5_000


class Unreadable(Exception):
    """A file that cannot be taken in as it is. `str()` is the sentence for whoever gave it; nothing has changed."""
