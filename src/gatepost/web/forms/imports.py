"""What is sent about a list from the MIS: the file itself, and how it is to be read."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from django import forms
from django.http import QueryDict

from gatepost.consents.imports.choices import Choices, choices_of
from gatepost.consents.imports.types import NOTHING
from gatepost.consents.imports.words import folded
from gatepost.tables.decoding import ENCODINGS
from gatepost.tables.delimited import DELIMITERS
from gatepost.tables.refused import MOST_BYTES

_KINDS: Final = {"consents": "What families answered (permissions)", "roll": "Who is on the roll"}
_WRONG: Final = {
    "required": "Choose the file that your system exported.",
    "empty": "The file has nothing in it. Export the list again, and choose the new file.",
    "missing": "The file did not come with the form. Choose it again.",
    "invalid": "The file did not come with the form. Choose it again.",
}
_NAMED_DELIMITERS: Final = {"comma": ",", "semicolon": ";", "tab": "\t"}


class FileForm(forms.Form):
    """A list to read: the file, what it holds, and how its text is written where that is not plain."""

    kind = forms.ChoiceField(label="What is in it?", choices=list(_KINDS.items()))
    file = forms.FileField(
        label="The file",
        error_messages=_WRONG,
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.txt,.zip"}),
    )
    encoding = forms.ChoiceField(label="Letters", required=False, choices=[("", "Find out"), *ENCODINGS.items()])
    delimiter = forms.ChoiceField(
        label="Columns are parted by", required=False,
        choices=[("", "Find out"), *((name, DELIMITERS[sign]) for name, sign in _NAMED_DELIMITERS.items())],
    )  # fmt: skip

    def data_of_file(self) -> bytes:
        """Return the bytes of the file, one more than are allowed where it is larger."""
        data: bytes = self.cleaned_data["file"].read(MOST_BYTES + 1)
        return data

    def said(self) -> dict[str, str]:
        """Return how the text is written, as a mapping has it."""
        delimiter = _NAMED_DELIMITERS.get(self.cleaned_data["delimiter"], "")
        return {"encoding": self.cleaned_data["encoding"], "delimiter": delimiter}


def chosen(sent: QueryDict, before: Choices) -> Choices:
    """Return what was chosen on the page, with what was chosen before. Raises WrongChoice where something is none."""
    said = before.as_json()
    columns = {name: field for name, field in _pairs(sent, "column") if field}
    inverted = {name: turns == "true" for name, turns in _pairs(sent, "inverted") if turns}
    said["columns"] = {**before.columns, **columns, **_claimed(sent)}
    said["words_in"] = _worded(sent, before)
    said["types"] = {**said.get("types", {}), **dict(_types(sent))}
    said["inverted"] = {**before.inverted, **inverted}
    said["matches"] = {**said.get("matches", {}), **{row: who for row, who in _pairs(sent, "match") if who}}
    made = choices_of(said)
    if "options" in sent:
        giver = "pupil" if sent.get("giver") == "pupil" else "parent"
        made = replace(made, full="full" in sent, in_writing="in_writing" in sent, giver=giver)
    made = replace(made, same=True) if sent.get("same") == "true" else made
    # Who is missing follows from how the list is read: where that changed, what was said of them holds no more.
    stands = before.missing_have_left and (made.columns, made.full) == (before.columns, before.full)
    return replace(made, missing_have_left=stands or sent.get("missing") == "true")


def _pairs(sent: QueryDict, name: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in two lists of fields of one form, side by side."""
    return zip(sent.getlist(f"{name}_name"), sent.getlist(name), strict=False)


def _worded(sent: QueryDict, before: Choices) -> dict[str, dict[str, str]]:
    """Return what words mean by the column in which they stand: what is said of one column holds in no other."""
    made = {column: dict(words) for column, words in before.words_in.items()}
    columns = sent.getlist("word_column")
    for column, (word, state) in zip(columns, _pairs(sent, "word"), strict=False):
        if state:
            made.setdefault(column, {})[word] = state
    return made


def _claimed(sent: QueryDict) -> dict[str, str]:
    """Return the columns that claim one field: the one that was chosen has it, the others hold nothing."""
    made: dict[str, str] = {}
    for field in sent.getlist("claim_field"):
        one = sent.get(f"claim_{field}", "")
        if one:
            made |= {name: field if name == one else "ignore" for name in sent.getlist(f"claim_{field}_columns")}
    return made


def _types(sent: QueryDict) -> Iterator[tuple[str, list[str] | str]]:
    """Yield what each type was said to mean: every element in every place that was ticked, or nothing."""
    for number, name in enumerate(sent.getlist("type_name")):
        of, places = sent.getlist(f"type_{number}_of"), sent.getlist(f"type_{number}_in")
        if f"type_{number}_nothing" in sent:
            yield folded(name), NOTHING
        elif of and places:
            yield folded(name), [f"{element}@{place}" for element in of for place in places]
