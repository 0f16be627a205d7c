"""What the commands about policies share: naming a policy, and the format."""

import argparse

from gatepost import library
from gatepost.cli.output import UsageProblem
from gatepost.policy import CompiledPolicy, PolicyError


def add_policy(parser: argparse.ArgumentParser, name: str = "policy") -> None:
    """Declare a policy by its id in the library or the path of its file."""
    parser.add_argument(name, metavar="ID_OR_PATH", help="an id of `gatepost policy list`, or a policy's YAML file")


def add_format(parser: argparse.ArgumentParser) -> None:
    """Declare `--format`."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")


def found(name: str) -> CompiledPolicy:
    """Return a policy by its id or path. Raises UsageProblem with every problem of its file."""
    try:
        return library.resolve(name)
    except PolicyError as error:
        raise UsageProblem(str(error)) from None
    except (OSError, ValueError) as error:
        raise UsageProblem(f"The policy “{name}” cannot be read: {error}.") from None
