"""The policy: what is in force, clause by clause, what was in force on another day, and adopting the next."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone

from gatepost import library
from gatepost.handbook.acknowledging import asked_by, said_by
from gatepost.handbook.actions.policies import adopt_as
from gatepost.handbook.carriers import month_words
from gatepost.handbook.compiled import compiled_text
from gatepost.handbook.errors import CannotAdopt
from gatepost.handbook.models import Adoption
from gatepost.handbook.queries import adopted_as, periods, policy_in_force
from gatepost.handbook.shown import called, carrying, sections
from gatepost.policy import Document
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.permissions import Permission
from gatepost.schools.seat import Seat
from gatepost.web.forms.policy import Sent, day_said, sent
from gatepost.web.page import school_page


@school_page(Permission.SEE_POLICY)
def policy(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show the policy in force, clause by clause, with what carries each; `words` looks for clauses."""
    today = timezone.localdate()
    held = policy_in_force(seat.school, on=today)
    coming = [one.adoption for one in periods(seat.school) if one.adoption.effective_from > today]
    if held is None:
        return render(request, "handbook/none.html", {"coming": coming})
    shown = {
        "held": held, "coming": coming, "day": "", "said": said_by(seat.person, seat.school, held),
        "asked": asked_by(held.policy), **_document(request, held.policy.document, today=today),
    }  # fmt: skip
    return render(request, "handbook/policy.html", shown)


@school_page(Permission.SEE_POLICY)
def policy_law(request: HttpRequest, _seat: Seat) -> HttpResponse:
    """Show what law and guidance ask, with sources: what every post is judged by beside the policy."""
    shown = _document(request, library.document(library.BASELINE), today=timezone.localdate())
    return render(request, "handbook/law.html", shown)


@school_page(Permission.SEE_POLICY)
def policy_on(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show which policy was in force on a day."""
    said = request.GET.get("day", "")
    day = day_said(said)
    held = policy_in_force(seat.school, on=day) if day else None
    wrong = "Write the day as 3/3/2026, or choose it from the calendar." if said and not day else ""
    today = timezone.localdate()
    shown = {"said": said, "day": day, "held": held, "wrong": wrong, "future": bool(day and day > today),
             "today": today, "now": timezone.now()}  # fmt: skip
    return render(request, "handbook/on.html", shown, status=422 if wrong else 200)


@school_page(Permission.SEE_POLICY)
def policy_versions(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Show every policy that was adopted for the school, with the days on which it was in force."""
    shown = {"periods": periods(seat.school), "today": timezone.localdate(), "day": "", "now": timezone.now()}
    return render(request, "handbook/versions.html", shown)


@school_page(Permission.SEE_POLICY)
def policy_text(request: HttpRequest, seat: Seat, digest: str) -> HttpResponse:
    """Show a policy as it was adopted, clause by clause."""
    adoption = _adopted(seat, digest)
    held = [one for one in periods(seat.school) if one.adoption.digest == digest]
    document = compiled_text(adoption.text).document
    shown = {"adoption": adoption, "periods": held, **_document(request, document, today=timezone.localdate())}
    return render(request, "handbook/text.html", shown)


@school_page(Permission.SEE_POLICY)
def policy_file(_request: HttpRequest, seat: Seat, digest: str) -> HttpResponse:
    """Give a policy's file, byte for byte as it was adopted."""
    adoption = _adopted(seat, digest)
    name = f"{adoption.policy_id}-{digest[:8]}.yaml"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(adoption.text, content_type="application/yaml; charset=utf-8", headers=headers)


@school_page(Permission.ADOPT_POLICY)
def policy_adopt(request: HttpRequest, seat: Seat) -> HttpResponse:
    """Adopt a policy from the library or from a file, from a day on."""
    if request.method != "POST":
        return _adopting(request, seat, Sent(day=timezone.localdate().isoformat()))
    said = sent(request.POST, request.FILES)
    try:
        source, day = said.checked()
        adopted = adopt_as(
            seat=seat, source=source, effective_from=day, at=timezone.now(), whole_trust=said.whole_trust
        )
    except (NotAllowed, UnableTo) as refusal:
        return _adopting(request, seat, said, refusal)
    when = "now" if adopted.effective_from <= timezone.localdate() else f"{adopted.effective_from:%-d %B %Y}"
    messages.success(request, f"“{adopted.title}” is adopted. It is in force from {when} on.")
    return redirect("policy_versions", school=seat.school.slug)


def _adopting(request: HttpRequest, seat: Seat, said: Sent, refusal: Exception | None = None) -> HttpResponse:
    problems = refusal.problems if isinstance(refusal, CannotAdopt) else ()
    why = "The policy can’t be adopted yet. What to put right stands below." if problems else str(refusal or "")
    shelf = [library.document(name).head for name in library.IDS]
    shown = {"said": said, "why": why, "problems": problems, "shelf": shelf, "central": "central_team" in seat.roles}
    return render(request, "handbook/adopt.html", shown, status=422 if refusal else 200)


def _adopted(seat: Seat, digest: str) -> Adoption:
    for adoption in adopted_as(seat.school, digest):
        return adoption
    raise Http404


def _document(request: HttpRequest, document: Document, *, today: date) -> dict[str, Any]:
    words = request.GET.get("words", "").strip()[:100]
    found = sections(document, words=words)
    review = document.head.next_review
    return {
        "document": document, "called": called(document), "now": timezone.now(),
        "sections": found, "words": words, "carrying": carrying(document),
        "found": sum(len(section.clauses) for section in found),
        "review": month_words(review) if review else "", "overdue": bool(review and review.last_day() < today),
    }  # fmt: skip


_HERE = "<slug:school>/policy/"

urlpatterns = [
    path(_HERE, policy, name="policy"),
    path(f"{_HERE}law/", policy_law, name="policy_law"),
    path(f"{_HERE}on/", policy_on, name="policy_on"),
    path(f"{_HERE}versions/", policy_versions, name="policy_versions"),
    path(f"{_HERE}adopt/", policy_adopt, name="policy_adopt"),
    path(f"{_HERE}text/<slug:digest>/", policy_text, name="policy_text"),
    path(f"{_HERE}text/<slug:digest>/file/", policy_file, name="policy_file"),
]
