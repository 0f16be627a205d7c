"""Legible words in a picture, read by PP-OCR as the package rapidocr carries it.

Lines are looked for in a smaller picture and read from the larger one. Every model is given by its path inside the
package, so that it has no reason to fetch one.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from gatepost.detectors.pictures.models import MISSING, THREADS
from gatepost.detectors.pictures.refused import CannotLook
from gatepost.detectors.pictures.seen import Box, Words

if TYPE_CHECKING:
    from PIL import Image

LEAST: Final = 0.5
"""How sure the reader must be of a line, 0 to 1."""
SEARCHED: Final = 1280
"""Pixels of the long side at which lines are looked for."""
FILES: Final = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
}
"""What finds lines, what reads them, what tells whether one stands on its head."""


def words_in(image: Image.Image) -> tuple[Words, ...]:
    """Return the lines that can be read in an RGB picture, from the top. Lines may lie at any angle."""
    import numpy as np

    read = _reader()(np.asarray(image)[:, :, ::-1])  # it takes blue first
    if read.boxes is None or not read.txts:
        return ()
    lines = zip(read.boxes.tolist(), read.txts, read.scores, strict=True)
    return tuple(Words(_box(corners), text, round(float(sure), 3)) for corners, text, sure in lines if text.strip())


def _box(corners: list[list[float]]) -> Box:
    xs, ys = ([round(point[i]) for point in corners] for i in (0, 1))
    left, top = max(0, min(xs)), max(0, min(ys))
    return Box(left, top, max(xs) - left, max(ys) - top)


@lru_cache(maxsize=1)
def _reader() -> Any:
    """Return the reader, loaded. Raises CannotLook where its package is there and its models are not."""
    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    from rapidocr import RapidOCR

    spec = find_spec("rapidocr")
    folder = Path(spec.origin).parent / "models" if spec and spec.origin else Path()
    if not all((folder / file).is_file() for file in FILES.values()):
        raise CannotLook(MISSING)
    return RapidOCR(
        params={
            "Global.log_level": "error",
            "Global.text_score": LEAST,
            "Global.max_side_len": 4096,
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "Det.limit_type": "max",
            "Det.limit_side_len": SEARCHED,
            **{f"{part}.model_path": str(folder / file) for part, file in FILES.items()},
        }
    )
