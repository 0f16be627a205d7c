"""Every way by which somebody can act on a post: the actions themselves, the API, the pages and the command line.

A door is asked to do a thing as a person; it returns nothing. That somebody is refused is no failure here: what counts
is where the post stands afterwards.
"""

from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from gatepost.cli.main import main
from gatepost.publishing import queries
from gatepost.publishing.actions import drafts, handover, signoff, stops, strays, takedowns
from gatepost.publishing.models import Delivery, Post, Version
from gatepost.schools.errors import NotAllowed, UnableTo
from gatepost.schools.models import Person, School
from gatepost.schools.queries import seat
from gatepost.web.forms.signoff import PREFIX

Act = Callable[..., Any]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


class Actions:
    """The actions, called as a programmer would."""

    def __init__(self, school: School, *, at: datetime) -> None:
        self.school, self.at = school, at

    def do(self, what: str, person: Person, thing: int, **given: Any) -> None:
        """Do it as this person, at this school, whatever roles they hold here."""
        try:
            self._ACTS[what](self, {"seat": seat(person, self.school, at=self.at), "at": self.at}, thing, given)
        except (NotAllowed, UnableTo, ObjectDoesNotExist):
            return

    def _post(self, pk: int) -> Post:
        return queries.post(self.school, pk)

    def _version(self, pk: int) -> Version:
        return Version.objects.of(self.school).select_related("post__school__trust", "post__author").get(pk=pk)

    def _delivery(self, pk: int) -> Delivery:
        return queries.delivery(self.school, pk)

    _ACTS: Mapping[str, Callable[["Actions", dict[str, Any], int, dict[str, Any]], Any]] = {
        "edit": lambda me, by, pk, given: drafts.edit(me._post(pk), **by, **given),
        "send": lambda me, by, pk, given: signoff.send(me._post(pk), **by),
        "recall": lambda me, by, pk, given: signoff.recall(me._post(pk), **by),
        "approve": lambda me, by, pk, given: signoff.approve(me._version(pk), **by, **given),
        "send-back": lambda me, by, pk, given: signoff.send_back(me._version(pk), **by, **given),
        "open": lambda me, by, pk, given: handover.open_pack(me._delivery(pk), **by),
        "claim": lambda me, by, pk, given: handover.claim(me._delivery(pk), **by),
        "live": lambda me, by, pk, given: handover.mark_live(me._delivery(pk), **by, **given),
        "give-back": lambda me, by, pk, given: handover.give_back(me._delivery(pk), **by),
        "verify": lambda me, by, pk, given: handover.verify(me._delivery(pk), **by),
        "pull": lambda me, by, pk, given: handover.pull(me._delivery(pk), **by, **given),
        "stray": lambda me, by, pk, given: strays.report(me._delivery(pk), **by, **given),
        "take-down": lambda me, by, pk, given: takedowns.ask(me._delivery(pk), **by, **given),
        "down": lambda me, by, pk, given: takedowns.done(me._delivery(pk), **by, **given),
        "stop": lambda me, by, pk, given: stops.start(**by, **given),
    }


KINDS = {"edit": "posts", "send": "posts", "recall": "posts", "approve": "versions", "send-back": "versions"}
"""What of the API's addresses each act belongs to; the others belong to deliveries."""


class Api:
    """The API's routes, as a signed-in browser calls them. Whoever acts often may be signed in before it begins."""

    def __init__(self, school: School, people: Iterable[Person] = ()) -> None:
        self.school = school
        self._clients: dict[int, Client] = {}
        self._cookies = {one.pk: deepcopy(self.client(one).cookies) for one in people}

    def begin(self) -> None:
        """Sign everybody in as they were at first: what happened since then was undone, and their sessions with it."""
        for pk, cookies in self._cookies.items():
            self._clients[pk].cookies = deepcopy(cookies)

    def client(self, person: Person) -> Client:
        """The browser of a person, signed in once."""
        if person.pk not in self._clients:
            self._clients[person.pk] = Client()
            self._clients[person.pk].force_login(person, backend=BACKEND)
        return self._clients[person.pk]

    def do(self, what: str, person: Person, thing: int, **given: Any) -> None:
        """Call the route of this act."""
        if what == "stop":
            path = f"/api/{self.school.slug}/stop"
        elif what == "edit":
            path = f"/api/{self.school.slug}/posts/{thing}"
        else:
            path = f"/api/{self.school.slug}/{KINDS.get(what, 'deliveries')}/{thing}/{what}"
        answer = self.send("patch" if what == "edit" else "post", person, path, given, content_type="application/json")
        assert answer.status_code in {200, 403, 404, 409}

    def send(self, method: str, person: Person, path: str, given: Any, **how: Any) -> HttpResponse:
        """Send it as this person, who signs in again where the session has run out."""
        answer: HttpResponse = getattr(self.client(person), method)(path, given, **how)
        if answer.status_code == 401 or "/account/login" in answer.headers.get("Location", ""):
            self.client(person).force_login(person, backend=BACKEND)
            answer = getattr(self.client(person), method)(path, given, **how)
        return answer


PAGES: dict[str, tuple[str, str]] = {
    "edit": ("post", "post"),
    "send": ("post_send", "post"),
    "recall": ("post_recall", "post"),
    "approve": ("signoff_approve", "version"),
    "send-back": ("signoff_send_back", "version"),
    "open": ("delivery_open", "delivery"),
    "claim": ("delivery_claim", "delivery"),
    "live": ("delivery_live", "delivery"),
    "give-back": ("delivery_give_back", "delivery"),
    "verify": ("delivery_verify", "delivery"),
    "pull": ("delivery_pull", "delivery"),
    "stray": ("delivery_stray", "delivery"),
    "take-down": ("takedown_ask", "delivery"),
    "down": ("takedown_done", "delivery"),
    "stop": ("stop", ""),
}
"""Act → the name of its page's address, and the argument by which the address names the thing."""


class Pages(Api):
    """The forms of the pages, sent as a browser sends them."""

    def do(self, what: str, person: Person, thing: int, **given: Any) -> None:
        """Send the form of this act."""
        name, argument = PAGES[what]
        path = reverse(name, kwargs={"school": self.school.slug, **({argument: thing} if argument else {})})
        answer = self.send("post", person, path, self.form(what, thing, given))
        assert answer.status_code in {200, 302, 403, 404, 409, 422}

    def form(self, what: str, thing: int, given: Mapping[str, Any]) -> dict[str, Any]:
        """What a browser sends for this act: the page of a draft sends the whole draft each time."""
        if what in {"edit", "send"}:
            post = Post.objects.of(self.school).get(pk=thing)
            channels = list(post.channels.values_list("pk", flat=True))
            return {"text": given.get("text", post.text), "channels": channels, "other_ways": post.other_ways,
                    "edits": post.edits}  # fmt: skip
        answers = {f"{PREFIX}{key}": value for key, value in given.get("answers", {}).items()}
        return {**{key: value for key, value in given.items() if key != "answers"}, **answers}


NEEDED = "Admission number,First name,Surname,"
LISTS = {
    "yes": f"{NEEDED}Consent type,Consent\n100,Oliver,Hartley,Photographs on social media,Yes\n",
    "no": f"{NEEDED}Consent type,Consent\n100,Oliver,Hartley,Photographs on social media,No\n",
    "left": "admission_no,legal_first,legal_last,year,class_name\n101,Zofia,Nowak,4,4JM\n",
    "staff": "Name,E-mail,Job title,Roles,Starts,Leaves\nAmara Begum,amara@brookfield.example,,approver,,\n",
}
"""The lists that are taken in: Oliver, number 100, may be shown, may not, has left; and Amara may sign posts off."""
TYPED = {
    "worker": ["worker", "--once"],
    "yes": ["consents", "import", "yes.csv", "--school", "brookfield", "--skip-review"],
    "no": ["consents", "import", "no.csv", "--school", "brookfield"],
    "left": ["roll", "import", "left.csv", "--school", "brookfield", "--full"],
    "staff": ["staff", "import", "staff.csv", "--school", "brookfield", "--by", "helen@brookfield.example"],
}
"""The commands that bear on what may go out, the worker among them."""


class CommandLine:
    """The commands, typed as somebody at the server types them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in LISTS.items():
            (folder / f"{name}.csv").write_text(text)

    def type(self, what: str) -> int:
        """Run a command and return its exit status."""
        return main([str(self.folder / word) if word.endswith(".csv") else word for word in TYPED[what]])
