"""Put real output of the command line into the README, between its two markers, or with --check say whether it differs.

Run by `python3 dev.py docs`, in the root of the repository.
"""

import argparse
import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from gatepost.cli.examples import example_entries, shared
from gatepost.cli.main import main as gatepost

START, END = "<!-- transcript:start -->", "<!-- transcript:end -->"


def main(argv: list[str] | None = None) -> int:
    """Write the transcript. With --check, returns 1 where the README holds another."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit status 1 where the README differs")
    parser.add_argument("--readme", default="README.md", help="the file with the markers")
    args = parser.parse_args(argv)
    readme = Path(args.readme)
    before = readme.read_text("utf-8")
    after = inserted(before, transcript())
    if args.check:
        print("The README shows what the command prints." if before == after else "The README's transcript is old.")
        return int(before != after)
    readme.write_text(after, "utf-8", newline="\n")
    return 0


def inserted(page: str, text: str) -> str:
    """Return the page with this text between its markers, in a block of code."""
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not (start and end):
        raise ValueError(f"the page needs the lines {START} and {END}")
    return f"{before}{START}\n```text\n{text}\n```\n{END}{after}"


def transcript() -> str:
    """Return a session: a draft, and what two policies make of it."""
    drafts = [entry.data for entry in shared(example_entries())]
    first, second = drafts[0]["policy"], drafts[2]["policy"]
    with _somewhere_else():
        data = {key: value for key, value in drafts[0].items() if key not in ("policy", "situation")}
        written = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, default_flow_style=None, width=100).rstrip()
        Path("post.yaml").write_text(written, "utf-8")
        typed = [["check", "post.yaml", "--policy", name] for name in (first, second)]
        return "\n\n".join((f"$ cat post.yaml\n{written}", *(_session(words) for words in typed)))


def _session(typed: list[str]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        gatepost(typed)
    return f"$ gatepost {' '.join(typed)}\n{out.getvalue().rstrip()}"


@contextlib.contextmanager
def _somewhere_else() -> Iterator[None]:
    """Work in an empty folder, at a width that does not depend on the terminal."""
    before, columns = Path.cwd(), os.environ.pop("COLUMNS", None)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
            if columns is not None:
                os.environ["COLUMNS"] = columns


if __name__ == "__main__":
    sys.exit(main())
