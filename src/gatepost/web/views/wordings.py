"""What families read about each place: written by the school, as versions that are never changed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost.channels.queries import open_channels
from gatepost.consents.actions import wordings as kept
from gatepost.consents.told import Told, told_by_place
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.pupils import PLATFORMS, WordingForm
from gatepost.web.page import school_page


@school_page(Permission.SET_BASES)
def wordings(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show what families read about each place, and since when."""
    return render(request, "wordings/list.html", {"places": _places(seat)})


@school_page(Permission.SET_BASES)
def wording_write(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Write the next text about one place: look at it as a family would, then publish it."""
    place = _place(seat, request.POST.get("place") or request.GET.get("place") or "social")
    form = WordingForm(request.POST or None, initial={"text": place.text})
    if request.method == "POST" and form.is_valid() and request.POST.get("what") == "publish":
        text = form.cleaned_data["text"]
        made = kept.publish(text=text, tier=place.tier, platform=place.platform, seat=seat, at=timezone.now())
        messages.success(
            request, f"Version {made.number} is what families read from now on. Earlier answers keep theirs."
        )
        return redirect("wordings", school=seat.school.slug)
    wrong = form.is_bound and not form.is_valid()
    seen = form.cleaned_data["text"] if form.is_bound and not wrong else place.text
    shown = {"place": place, "form": form, "wrong": wrong, "seen": seen, "typed": form.is_bound and not wrong}
    return render(request, "wordings/write.html", shown, status=422 if wrong else 200)


def _places(seat: Seat) -> list[Told]:
    now = timezone.now()
    channels = open_channels(seat.school, on=timezone.localdate(now)).values_list("platform", flat=True)
    return told_by_place(seat.school, platforms={*channels} & {*PLATFORMS}, at=now)


def _place(seat: Seat, key: str) -> Told:
    found = next((one for one in _places(seat) if one.key == key), None)
    if found is None:
        raise Http404
    return found


_HERE = "<slug:school>/permissions/words/"

urlpatterns = [
    path(_HERE, wordings, name="wordings"),
    path(f"{_HERE}write/", wording_write, name="wording_write"),
]
