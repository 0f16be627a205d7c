"""Pictures with people and words in them, and what a look finds there, for tests that need no model."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from gatepost.detectors.pictures import Box, Face, Seen, Words
from gatepost.publishing import tasks
from gatepost.publishing.actions import pictures
from gatepost.publishing.models import Picture, Post
from tests.cast import AT, Cast, jpeg

PHOTOS = Path(__file__).resolve().parents[2] / "detectors" / "pictures" / "photos"
FACE = (100, 100, 120, 150)
"""A face in a picture of 640 × 480: large."""
OTHER = (400, 120, 110, 140)
BADGE = (200, 400, 180, 40)


def seen(*, faces=(FACE,), words=(), frontal=True, dhash=0x0F0F_F0F0_3C3C_55AA) -> Seen:
    """What a look into a picture of 640 × 480 hands back. `words` are pairs of a box and a text."""
    return Seen(
        640, 480, tuple(Face(Box(*one), 0.95, frontal) for one in faces),
        tuple(Words(Box(*box), text, 0.9) for box, text in words), dhash,
    )  # fmt: skip


def looked(monkeypatch, settings, people: Cast, post: Post, found: Seen, *, data: bytes | None = None) -> Picture:
    """A picture of a draft, into which something has looked that found just this."""
    settings.LOOK = True
    monkeypatch.setattr("gatepost.detectors.pictures.can_look", lambda: True)
    monkeypatch.setattr("gatepost.detectors.pictures.look", lambda data, *, words: found)
    added = pictures.add(post, data=data or jpeg(), name="fair.jpg", seat=people.amara, at=AT)
    while tasks.look_next(at=AT):
        pass
    return Picture.objects.of(people.school).select_related("post").get(pk=added.pk)


def again(picture: Picture) -> Picture:
    """A picture as it stands now."""
    return Picture.objects.of(picture.post.school_id).select_related("post").get(pk=picture.pk)


def group(*, text: str = "Oliver Hartley") -> bytes:
    """Three portraits that anybody may use, beside each other, above a certificate with a name."""
    ground = Image.new("RGB", (1600, 1100), (214, 222, 205))
    one, two = (Image.open(PHOTOS / name).convert("RGB") for name in ("astronaut.jpg", "officer.jpg"))
    ground.paste(one.resize((400, 400)), (80, 180))
    ground.paste(two.resize((360, 433)), (600, 150))
    ground.paste(one.resize((260, 260)).transpose(Image.Transpose.FLIP_LEFT_RIGHT), (1180, 240))
    pen = ImageDraw.Draw(ground)
    pen.rectangle((620, 820, 1240, 1020), fill="white", outline="navy", width=6)
    pen.text((680, 870), text, fill="navy", font=ImageFont.load_default(64))
    out = BytesIO()
    ground.save(out, "JPEG", quality=92)
    return out.getvalue()
