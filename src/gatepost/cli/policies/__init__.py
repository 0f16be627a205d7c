"""Work with policies: list and show them, see what carries each clause, compare two, find what is out of date."""

import argparse
from importlib import import_module
from typing import Final

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "list": ("gatepost.cli.policies.shelf", "the policies that come with Gatepost"),
    "show": ("gatepost.cli.policies.whole", "one policy, clause by clause, in our words"),
    "validate": ("gatepost.cli.policies.problems", "say whether a policy's file can be used, and if not, why"),
    "coverage": ("gatepost.cli.policies.coverage", "what carries each point of each clause"),
    "compare": ("gatepost.cli.compare", "where two policies differ, parameter by parameter"),
    "lint": ("gatepost.cli.policies.remarks", "what is overdue, superseded, contradictory or missing in a policy"),
}
"""Name → module with `add_arguments` and `run`, and its line of help. One more is one line here."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the commands about policies."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="policy_command", required=True)
    for name, (module_name, says) in COMMANDS.items():
        module = import_module(module_name)
        plain = argparse.RawDescriptionHelpFormatter
        sub = commands.add_parser(
            name, help=says, description=module.__doc__, formatter_class=plain, allow_abbrev=False
        )
        module.add_arguments(sub)
        sub.set_defaults(run_policy=module.run)


def run(args: argparse.Namespace) -> int:
    """Run the chosen command about policies."""
    status: int = args.run_policy(args)
    return status
