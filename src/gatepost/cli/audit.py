"""Look after the record of who did what: see that nobody has changed it, and print its heads to keep elsewhere."""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from gatepost.cli import records
from gatepost.cli.heads import read_heads
from gatepost.cli.output import print_json, print_text
from gatepost.cli.terminal import Terminal

_VERIFY: Final = """Read every event of the record, and say whether it is as it was written.

A changed, removed, reordered or inserted event is found and named. Whoever can change every row of a database can also
cut the record short, or write it anew: that is found against a head that was kept elsewhere (--head). Exit status 1
where anything is wrong."""
_HEAD: Final = """Print the head of each trust's record: the number of its events and the digest of the last.

Keep it where nobody who runs the database can change it, such as a mailbox. Later, `gatepost audit verify --head FILE`
finds a record that was cut short or written anew since."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the commands about the record."""
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="audit_command", required=True)
    verify = _command(commands, "verify", "see that nobody has changed the record", _VERIFY, run=_verify)
    verify.add_argument(
        "--head", metavar="FILE", help="what `gatepost audit head` printed earlier; - for standard input"
    )
    _command(commands, "head", "print where the record ends, to keep elsewhere", _HEAD, run=_head)


def _command(commands: Any, name: str, says: str, about: str, *, run: Callable[..., int]) -> argparse.ArgumentParser:
    plain = argparse.RawDescriptionHelpFormatter
    sub: argparse.ArgumentParser = commands.add_parser(
        name, help=says, description=about, formatter_class=plain, allow_abbrev=False
    )
    sub.add_argument("--trust", metavar="SLUG", help="only this trust; all of them unless said")
    sub.add_argument("--format", choices=("text", "json"), default="text", help="text for people, json for programs")
    sub.set_defaults(run_audit=run)
    return sub


def run(args: argparse.Namespace) -> int:
    """Run the chosen command about the record."""
    status: int = args.run_audit(args)
    return status


def _verify(args: argparse.Namespace) -> int:
    kept = read_heads(args.head) if args.head else []
    chains: Sequence[Mapping[str, Any]] = records.command("audit").verified(trust=args.trust, kept=kept)
    checked = sum(chain["checked"] for chain in chains)
    if args.format == "json":
        print_json({"checked": checked, "chains": chains})
    else:
        print_text("\n".join(_lines(chains, checked, Terminal.here())))
    return 1 if any(chain["fault"] for chain in chains) else 0


def _lines(chains: Sequence[Mapping[str, Any]], checked: int, terminal: Terminal) -> Iterator[str]:
    for chain in chains:
        fault, head = chain["fault"], chain["head"]
        yield terminal.paint(chain["trust"], "bold")
        yield f"  {chain['checked']:,} events checked"
        yield f"  head {head['count']} {head['digest']}"
        said = f"{fault['kind']}: {fault['says']}" if fault else "as it was written"
        yield f"  {terminal.paint(said, 'bold', 'red' if fault else 'green')}"
    wrong = sum(chain["fault"] is not None for chain in chains)
    yield f"{checked:,} events checked; {wrong or 'no'} record{'' if wrong == 1 else 's'} with a fault."


def _head(args: argparse.Namespace) -> int:
    heads: Sequence[Mapping[str, Any]] = records.command("audit").heads(trust=args.trust)
    if args.format == "json":
        print_json(heads)
    else:
        print_text("\n".join(f"{head['trust']} {head['count']} {head['digest']}" for head in heads))
    return 0
