"""The `gatepost` command. Each command is a module of its own, imported only when it is run."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final, NamedTuple

from gatepost import __version__
from gatepost.cli.output import UsageProblem, complain


class Command(NamedTuple):
    """A command's module, which has `add_arguments(parser)` and `run(args) -> int`, and its line of help."""

    module: str
    says: str


COMMANDS: Final[dict[str, Command]] = {
    "check": Command("gatepost.cli.check", "say what a policy makes of a draft, a comment, a report, an account…"),
    "ask": Command("gatepost.cli.ask", "answer “may I…?” from a policy"),
    "policy": Command("gatepost.cli.policies", "list, show, validate, compare and lint policies"),
    "detect": Command("gatepost.cli.detect", "find names, personal details and risky words in texts"),
    "demo": Command("gatepost.cli.demo", "try it in a browser, on an invented trust"),
    "setup": Command("gatepost.cli.setup", "add a school, with its policy and its head"),
    "consents": Command("gatepost.cli.consents", "take in what families answered, from your MIS"),
    "roll": Command("gatepost.cli.roll", "put pupils on the roll, from your MIS"),
    "staff": Command("gatepost.cli.staff", "take in the list of staff"),
    "channels": Command("gatepost.cli.channels", "keep the register of official accounts"),
    "serve": Command("gatepost.cli.serve", "serve it to a school or a trust"),
    "worker": Command("gatepost.cli.worker", "do what Gatepost does by itself, each minute"),
    "audit": Command("gatepost.cli.audit", "see that nobody has changed the record of who did what"),
    "facts": Command("gatepost.cli.facts", "print every fact that a situation may give"),
    "docs": Command("gatepost.cli.docs", "write the reference pages, or check that they are up to date"),
}
"""Every command. One more command is one module and one line here."""

_CLOSING = """exit status: 0 nothing stands in the way, 1 something does, 2 an input could not be read
Nothing leaves this computer. Start with:  gatepost policy list"""


def parser(chosen: str | None = None) -> argparse.ArgumentParser:
    """Return the command line. Only the chosen command has its arguments; None leaves every command bare."""
    top = argparse.ArgumentParser(
        prog="gatepost",
        description="Run a school's own social media policy.",
        epilog=_CLOSING,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"gatepost {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for name, command in COMMANDS.items():
        plain = argparse.RawDescriptionHelpFormatter
        sub = commands.add_parser(name, help=command.says, formatter_class=plain, allow_abbrev=False)
        if name == chosen:
            module = import_module(command.module)
            sub.description = module.__doc__
            module.add_arguments(sub)
            sub.set_defaults(run=module.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status. `argv` is what was typed after `gatepost`."""
    typed = [*(sys.argv[1:] if argv is None else argv)]
    chosen = next((word for word in typed if not word.startswith("-")), None)
    args = parser(chosen).parse_args(typed)
    try:
        status: int = args.run(args)
        sys.stdout.flush()
    except UsageProblem as problem:
        complain(str(problem))
        return 2
    except BrokenPipeError:
        # The reader, such as `head`, has left. Python would complain again when it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as error:
        complain(f"The answer could not be written: {error.strerror or error}. Free some space, or write elsewhere.")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        return 130
    return status


if __name__ == "__main__":
    sys.exit(main())
