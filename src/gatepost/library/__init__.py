"""The documents that ship with Gatepost, five paraphrased policies and the statutory baseline; read by their ids."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final

from gatepost.policy.compile import CompiledPolicy, compile_policy
from gatepost.policy.document import Document
from gatepost.policy.errors import Place, PolicyError, Problem
from gatepost.policy.reading import read_document

IDS: Final = ("southport", "north-star", "true-learning", "littleover", "everyone-matters")
"""The example policies, in the order in which they are listed."""

BASELINE: Final = "baseline-england"


def text(name: str) -> str:
    """Return the YAML of a document of the library."""
    return files(__name__).joinpath(f"{name}.yaml").read_text("utf-8")


@cache
def document(name: str) -> Document:
    """Return a document of the library. `name` is one of IDS or BASELINE."""
    return read_document(text(name), file=f"{name}.yaml")


@cache
def compiled(name: str) -> CompiledPolicy:
    """Return a policy of the library, ready to be evaluated."""
    return compile_policy(document(name))


def resolve(id_or_path: str) -> CompiledPolicy:
    """Return the policy of that id in the library, or the one in that file.

    Raises PolicyError, with a sentence that lists the library, when it is neither.
    """
    if id_or_path in (*IDS, BASELINE):
        return compiled(id_or_path)
    path = Path(id_or_path)
    if not path.is_file():
        message = f"There is no policy “{id_or_path}”: it is not in the library, and there is no such file."
        hint = f"The library has {', '.join(IDS)} and {BASELINE}; or give the path of a policy's YAML file."
        raise PolicyError((Problem(Place(id_or_path, 1), message, hint),))
    return compile_policy(read_document(path.read_bytes(), file=str(path)))
