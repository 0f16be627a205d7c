"""What pages call the documents that clauses come from."""

from gatepost import library


def source_name(source: str) -> str:
    """Return what a page calls a document, given its id or a name that is already one for people."""
    if source == library.BASELINE:
        return "Law and guidance"
    return "Our policy" if source == source.lower() and " " not in source else source
