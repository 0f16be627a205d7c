"""The law that the package ships, read once for the tests of lint."""

from importlib.resources import files

from gatepost.policy.lint import Law, read_law


def shipped_law() -> Law:
    """Return the shipped law with its guidance topics."""
    library = files("gatepost.library")
    topics = library.joinpath("guidance_topics.yaml").read_text(encoding="utf-8")
    return read_law(library.joinpath("law.yaml").read_text(encoding="utf-8"), topics=topics)


LAW = shipped_law()
