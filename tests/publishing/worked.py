"""Worked posts whose pupils have answered, put into a school: the answers on record, and the post as a draft."""

from typing import Any

from gatepost.consents.actions import answers, pupils
from gatepost.publishing.actions import pictures
from gatepost.publishing.models import Post
from tests import cast
from tests.policy.examples import Example, examples

ELEMENTS = {"photo_social": "photo", "name_social": "name", "quote_social": "quote"}
POSTS = {
    one["id"]: one
    for one in examples("worked/situations")
    if one["kind"] == "post" and any("consents" in person for person in one["facts"].get("people", ()))
}
"""Each by its id."""


def put(example: Example, people: cast.Cast) -> Post:
    """The draft of a worked post. Its first pupil is called as the words call them; null is a question never asked."""
    facts, told = example["facts"], example["facts"]["people"][0]
    first = next(word for word in ("Amelia", "Jay") if word in facts["text"])
    row = {"legal_first": first, "legal_last": "Okonedo", "year": told["year"], "class_name": "A"}
    pupil = pupils.add([row], school=people.school, **cast.by_system)[0]
    for fact, element in ELEMENTS.items():
        if told["consents"].get(fact) is not None:
            _answered(pupil, element, told["consents"], yes=told["consents"][fact])
    post = cast.draft(people, text=facts["text"], shown=(pupil,) if told["in_photo"] else ())
    if not told["in_photo"]:
        picture = pictures.add(post, data=cast.jpeg(), name="library.jpg", seat=people.amara, at=cast.AT)
        pictures.describe(picture, seat=people.amara, at=cast.AT, alt_text="The new library", face_shown="no_people",
                          names_visible="none", capture_device="school_device")  # fmt: skip
    return Post.objects.of(people.school).get(pk=post.pk)


def _answered(pupil: Any, element: str, consents: dict[str, Any], *, yes: bool) -> None:
    answers.record(pupil, element=element, tier="social", state="granted" if yes else "refused",
                   given_by=consents["given_by"], method="paper" if consents.get("written") else "phone",
                   **cast.by_system)  # fmt: skip
