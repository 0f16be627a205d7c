"""Pictures of a draft."""

from django.conf import settings
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import File, Path, Router
from ninja.files import UploadedFile

from gatepost.api.caller import caller, post_of
from gatepost.api.shapes import BlurIn, BoxIn, CropIn, PictureIn, PictureOut, PostOut, Why
from gatepost.api.shown import picture_out, post_out
from gatepost.publishing.actions import boxes, pictures
from gatepost.publishing.models import Picture
from gatepost.publishing.pictures.boxes import Area
from gatepost.publishing.queries import picture_of
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat

router = Router(tags=["pictures"])
_REFUSALS = {403: Why, 404: Why, 409: Why}


@router.post("/{post}/pictures", response={200: PictureOut, **_REFUSALS})
def add(request: HttpRequest, school: Path[str], post: int, file: File[UploadedFile]) -> PictureOut:
    """Add a picture; what the file carries beside its pixels is removed."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    data = file.read(settings.PICTURE_MAX_BYTES + 1)
    return picture_out(pictures.add(post_of(seat, post), data=data, name=file.name or "", seat=seat, at=timezone.now()))


@router.patch("/{post}/pictures/{picture}", response={200: PictureOut, **_REFUSALS})
def describe(request: HttpRequest, school: Path[str], post: int, picture: int, body: PictureIn) -> PictureOut:
    """Say what a picture shows, and who is in it."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    found = _picture(seat, post, picture)
    said = body.dict(exclude_unset=True)
    return picture_out(pictures.describe(found, seat=seat, at=timezone.now(), **said))


@router.get("/{post}/pictures/{picture}", response={200: PictureOut, **_REFUSALS})
def show(request: HttpRequest, school: Path[str], post: int, picture: int) -> PictureOut:
    """Return a picture of one's own draft, with what has been found in it so far."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    return picture_out(_picture(seat, post, picture))


@router.post("/{post}/pictures/{picture}/say", response={200: PictureOut, **_REFUSALS})
def say(request: HttpRequest, school: Path[str], post: int, picture: int, body: BoxIn) -> PictureOut:
    """Say who or what is in a box."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    found = _picture(seat, post, picture)
    done = boxes.say(found, box=body.box, said=body.said, pupil=body.pupil, seat=seat, at=timezone.now())
    return picture_out(done)


@router.post("/{post}/pictures/{picture}/blur", response={200: PictureOut, **_REFUSALS})
def blur(request: HttpRequest, school: Path[str], post: int, picture: int, body: BlurIn) -> PictureOut:
    """Cover boxes for good."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    return picture_out(boxes.blur(_picture(seat, post, picture), boxes=body.boxes, seat=seat, at=timezone.now()))


@router.post("/{post}/pictures/{picture}/crop", response={200: PictureOut, **_REFUSALS})
def crop(request: HttpRequest, school: Path[str], post: int, picture: int, body: CropIn) -> PictureOut:
    """Keep only a part of a picture."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    area = Area(body.x, body.y, body.width, body.height)
    return picture_out(boxes.crop(_picture(seat, post, picture), area=area, seat=seat, at=timezone.now()))


@router.post("/{post}/pictures/{picture}/take-back", response={200: PictureOut, **_REFUSALS})
def take_back(request: HttpRequest, school: Path[str], post: int, picture: int) -> PictureOut:
    """Make a picture what it was before it was last blurred or cropped."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    return picture_out(boxes.take_back(_picture(seat, post, picture), seat=seat, at=timezone.now()))


@router.delete("/{post}/pictures/{picture}", response={200: PostOut, **_REFUSALS})
def remove(request: HttpRequest, school: Path[str], post: int, picture: int) -> PostOut:
    """Take a picture out."""
    seat = caller(request, school, Permission.WRITE_POSTS)
    pictures.remove(_picture(seat, post, picture), seat=seat, at=timezone.now())
    return post_out(post_of(seat, post))


def _picture(seat: Seat, post: int, pk: int) -> Picture:
    found = picture_of(post_of(seat, post), pk)
    if found is None:
        raise Http404
    return found
