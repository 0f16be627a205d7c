"""Add a school, with its policy and its head, before anybody can sign in.

The trust is set up where it is not there yet; a lone school is a trust of one. The head then signs in, adds the staff
and the accounts, and everything else happens on the pages.
"""

import argparse

from gatepost.cli import records
from gatepost.cli.output import print_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what `gatepost setup` takes."""
    parser.add_argument("--school", required=True, metavar="NAME", help="the school's name")
    parser.add_argument("--slug", required=True, help="its part of every address: small letters, digits and hyphens")
    parser.add_argument("--trust", metavar="NAME", help="the trust's name; the school's own unless said")
    parser.add_argument(
        "--policy", required=True, metavar="POLICY", help="an id of `gatepost policy list`, or a YAML file"
    )
    parser.add_argument("--head", required=True, metavar="NAME", help="the headteacher's name, as staff know it")
    parser.add_argument("--email", required=True, help="the headteacher's school e-mail address")
    parser.add_argument("--colour", default="#155468", help="the school's colour, such as #7b2d43; a slate unless said")


def run(args: argparse.Namespace) -> int:
    """Add the school and print where its head chooses a password."""
    records.command("setup").set_up_school(
        school=args.school, slug=args.slug, trust=args.trust or args.school, policy=args.policy, head=args.head,
        email=args.email, colour=args.colour, say=print_text,
    )  # fmt: skip
    return 0
