"""What can be told to whoever took a yes back on paper or by telephone: what came down, and what cannot be recalled.

It stands open to whoever recorded the answer, who knows it, and to those who read every answer.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone

from gatepost.consents.actions import looks
from gatepost.consents.forms import forms_with_a_no
from gatepost.publishing.removals import brought_by
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.page import school_page


@school_page(Permission.RECORD_ANSWERS)
def pupil_told(request: HttpRequest, seat: Seat, pupil: int, form: int) -> HttpResponse:
    """Show, to be printed or read out, what came of one form."""
    now, everybodys = timezone.now(), seat.may(Permission.SEE_ANSWERS)
    forms = forms_with_a_no(seat.school, pupil, recorded_by=None if everybodys else seat.actor)
    one = next((each for each in forms if each.key == form), None)
    if one is None:
        seat.check_may(Permission.SEE_ANSWERS)  # the same for a form that is somebody else's and for none
        raise Http404
    held = one.first.pupil
    looks.look(held, seat=seat, at=now)
    shown = {"pupil": held, "form": one, "removals": brought_by(one.answers, at=now), "now": now}
    return render(request, "pupils/told.html", shown)


urlpatterns = [path("<slug:school>/pupils/<int:pupil>/told/<int:form>/", pupil_told, name="pupil_told")]
