"""A photo of 12 megapixels looked into, beside its parts at full size; which names are read, which faces are found."""

import os
import statistics
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, NamedTuple

from PIL import ExifTags, Image

from bench.certificates import COUNT, Photo, photos
from bench.group_photos import Corners, groups
from bench.report import Asked, Result
from bench.situations import CAPTIONS
from bench.timing import peak_mib
from gatepost.detectors import Roster, read_roster

RUNS, NAIVE_RUNS, GROUPS = 15, 3, 48
SAME = 0.4
"""Intersection over union from which on a box found is the face that was set there."""


class Seconds(NamedTuple):
    """What a call took by the clock, and how long the cores worked on it."""

    wall: float
    worked: float


def measure() -> Result:
    """Return times for one photo, ours and naive, and what of names and faces is found."""
    os.sched_setaffinity(0, _two_cores())
    roster, photo = read_roster(Path(CAPTIONS / "roster.csv")), twelve_megapixels()
    faces, found = _faces(), _names(roster)
    ours = _times(partial(_look, photo, roster), RUNS)
    alone = {"faces alone": _times(partial(_faces_of, photo), RUNS)}
    peak = round(peak_mib())
    naive = _times(_naive(photo), NAIVE_RUNS)
    ratio = statistics.median(one.wall for one in naive) / statistics.median(one.wall for one in ours)
    asked = (
        Asked("a photo of 12 megapixels, faces and text and metadata: p95", _p95(ours), "s", at_most=3.3),
        Asked("its faces alone, decoding included: median", _median(alone["faces alone"]), "s", at_most=0.3),
        Asked("names read on certificates and badges, held back", found["held back"]["share"], "", at_least=0.92),
        Asked("upright faces of 24 pixels or more found", faces["upright"]["share"], "", at_least=0.99),
    )
    figures = {
        "a photo of 12 megapixels": {"ours": _told(ours), **{name: _told(of) for name, of in alone.items()}},
        "the same at full size (rapidocr, CenterFace)": {**_told(naive), "ratio_of_medians": round(ratio, 2)},
        "names": found,
        "faces": faces,
        "peak_mib_before_full_size": peak,
    }
    return Result("pictures", figures, asked, cores=2)


# --- times ---


def twelve_megapixels() -> bytes:
    """Return a photo of 4000 × 3000 pixels with faces, a certificate, and the place where it was taken."""
    roster = read_roster(Path(CAPTIONS / "roster.csv"))
    group = next(one for one in groups(40, seed=3) if len(one.faces) >= 8)
    image = Image.open(BytesIO(group.data)).resize((4000, 3000))
    certificate = Image.open(BytesIO(next(iter(photos(roster.people, count=1))).data))
    image.paste(certificate.resize((1600, 1200)), (2300, 1700))
    exif, out = Image.Exif(), BytesIO()
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (53.0, 39.0, 12.0), 3: "W", 4: (3.0, 0.0, 22.0)})
    image.save(out, "JPEG", quality=88, exif=exif)
    return out.getvalue()


def _two_cores() -> set[int]:
    return {*range(min(2, os.cpu_count() or 1))}


def _look(data: bytes, roster: Roster) -> Any:
    from gatepost.detectors.pictures import detect_picture

    return detect_picture(data, roster=roster)


def _faces_of(data: bytes) -> Any:
    from gatepost.detectors.pictures import look

    return look(data, words=False)


def _naive(data: bytes) -> Callable[[], Any]:
    """Return what somebody would write first: the whole picture to the reader and to the network."""
    from rapidocr import RapidOCR

    from gatepost.detectors.pictures.centerface import spots

    reader = RapidOCR(params={"Global.max_side_len": 4000, "Global.log_level": "error"})

    def at_full_size() -> Any:
        image = Image.open(BytesIO(data)).convert("RGB")
        return reader(data), spots(image, least=0.3)

    return at_full_size


def _times(call: Callable[[], Any], runs: int) -> list[Seconds]:
    """Run a call once to load what it needs, and then time it."""
    call()
    found = []
    for _ in range(runs):
        wall, worked = perf_counter(), process_time()
        call()
        found.append(Seconds(perf_counter() - wall, process_time() - worked))
    return found


def _median(times: Iterable[Seconds]) -> float:
    return statistics.median(one.wall for one in times)


def _p95(times: Iterable[Seconds]) -> float:
    walls = sorted(one.wall for one in times)
    return walls[min(len(walls) - 1, round(0.95 * len(walls)))]


def _told(times: list[Seconds]) -> dict[str, Any]:
    worked = statistics.median(one.worked for one in times)
    return {
        "runs": len(times),
        "median_s": round(_median(times), 3),
        "p95_s": round(_p95(times), 3),
        "median_cpu_s": round(worked, 3),
    }


# --- names ---


def _names(roster: Roster) -> dict[str, Any]:
    tried = [(photo, *_read(photo, roster)) for photo in photos(roster.people)]
    parts = {"tuned on": [one for one in tried if not one[0].held_back]}
    parts["held back"] = [one for one in tried if one[0].held_back]
    told = {name: _share(part) for name, part in parts.items()}
    by_angle = {angle: _share([one for one in tried if one[0].angle == angle])["share"] for angle in (0, 15, 90, 180)}
    return {"photos": COUNT, **told, "share by angle": {str(key): value for key, value in by_angle.items()}}


def _read(photo: Photo, roster: Roster) -> tuple[bool, bool]:
    """Return whether the pupil is found by the whole name and nobody else is, and whether the letters are all read."""
    from gatepost.detectors.names.fold import fold_name
    from gatepost.detectors.pictures import look, names_on

    seen = look(photo.data)
    named = names_on(seen, roster)
    alone = len(named) == 1 and named[0].form == "full" and photo.person.key in named[0].who
    letters = "".join(fold_name(words.text).replace(" ", "") for words in seen.words)
    wanted = [photo.person.preferred_first or photo.person.legal_first, photo.person.legal_last]
    return alone, all(fold_name(part).replace(" ", "") in letters for part in wanted)


def _share(tried: list[tuple[Photo, bool, bool]]) -> dict[str, Any]:
    count, right = len(tried), sum(alone for _, alone, _ in tried)
    letters = sum(read for _, _, read in tried)
    share = right / count if count else 0.0
    return {
        "photos": count,
        "the pupil and nobody else": right,
        "share": round(share, 4),
        "read to the letter": letters,
    }


# --- faces ---


def _faces() -> dict[str, Any]:
    """Count the faces found in composed group photographs: upright, and each turned once."""
    from gatepost.detectors.pictures.faces import faces_in

    tally: Counter[str] = Counter()
    for number, group in enumerate(groups(GROUPS)):
        image = Image.open(BytesIO(group.data)).convert("RGB")
        boxes = [face.box for face in faces_in(image)]
        hits = sum(any(_same(face, box) for box in boxes) for face in group.faces)
        turned = faces_in(image.rotate((90, 180, 270)[number % 3], expand=True))
        tally.update(set=len(group.faces), hits=hits, extra=max(0, len(boxes) - hits))
        tally.update(turned=min(len(turned), len(group.faces)))
    total = tally["set"]
    upright = {"found": tally["hits"], "share": round(tally["hits"] / total, 4), "boxes_beyond": tally["extra"]}
    turned_share = {"found": tally["turned"], "share": round(tally["turned"] / total, 4)}
    return {"pictures": GROUPS, "faces": total, "portraits": 2, "upright": upright, "turned": turned_share}


def _same(face: Corners, box: Any) -> bool:
    width = min(face[2], box.x + box.width) - max(face[0], box.x)
    height = min(face[3], box.y + box.height) - max(face[1], box.y)
    both = max(0, width) * max(0, height)
    return bool(both >= SAME * ((face[2] - face[0]) * (face[3] - face[1]) + box.width * box.height - both))
