"""What the YAML parser complains of, in words for somebody who writes a policy and not YAML."""

import yaml

from gatepost.policy.errors import Place, Problem

_WORDS = (
    (
        "cannot start any token",
        "A value cannot begin with this character, which YAML keeps for itself.",
        "Put the text in quotes.",
    ),
    (
        "mapping values are not allowed",
        "A colon followed by a space stands inside text.",
        "Put the text in single quotes; if it was meant as a key, check the indent.",
    ),
    (
        "did not find expected key",
        "The line does not fit the indent of the lines above it, or a quoted text ends too soon.",
        "Indent keys of one block alike; write an apostrophe inside single quotes twice.",
    ),
    (
        "could not find expected ':'",
        "A line that should be `key: value` has no colon.",
        "Add the colon and a space, or indent the line so that it belongs to the text above.",
    ),
    (
        "did not find expected '-' indicator",
        "An entry of this list does not begin with `- `.",
        "Give every entry of a list the same indent and its own `- `.",
    ),
    ("block sequence entries are not allowed", "A list begins where it cannot.", "Begin the list on the next line."),
    ("did not find expected ',' or", "A bracket is opened here and not closed.", "Close it, or add the missing comma."),
    ("unexpected end of stream", "A text in quotes is opened and not closed.", "Add the closing quote."),
    ("constructor for the tag", "A tag such as `!!name` asks for a value of another kind.", "Take the tag out."),
    (
        "unexpected document indicator",
        "A line `---` stands inside a text in quotes.",
        "Close the quote before it, or take the line out.",
    ),
)
_CHARACTERS = "The file holds a character that no text file has, such as a null or a bell."


def yaml_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Return a parser's complaint about a text as a problem with its place."""
    if not isinstance(error, yaml.MarkedYAMLError):
        hint = "Check that it is the right file, and save it again as plain text in UTF-8."
        found = yaml.reader.Reader.NON_PRINTABLE.search(text)
        line = text[: found.start()].count("\n") + 1 if found else 1
        return Problem(Place(file, line), _CHARACTERS, hint)
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1)
    reason = str(error.problem or error.context)
    if mark and "cannot start any token" in reason and text[mark.index : mark.index + 1] == "\t":
        return Problem(place, "A tab stands where YAML allows only spaces.", "Indent with two spaces a level.")
    for words, message, hint in _WORDS:
        if words in reason:
            return Problem(place, message, hint)
    return Problem(place, f"The YAML does not parse: {reason}.", "Check the indents and quotes of this line.")
