"""The tags and filters of the templates."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.template import engines
from django.utils import timezone

from tests.habits import SRC

TEMPLATES = sorted((SRC / "web" / "templates").rglob("*.html"))
SPRITE = (SRC / "web" / "templates" / "_icons.html").read_text(encoding="utf-8")


class Letter(forms.Form):
    """A form with one field of each kind."""

    name = forms.CharField(label="Your name")
    words = forms.CharField(label="Words", widget=forms.Textarea)
    sure = forms.BooleanField(label="I am sure")


def shown(source: str, **context: object) -> str:
    """A template as it is rendered, on one line."""
    return " ".join(engines["django"].from_string(source).render(context).split())


def test_an_icon_is_hidden_from_a_screen_reader():
    assert shown('{% icon "camera" %}') == '<svg class="i" aria-hidden="true"><use href="#i-camera"></use></svg>'


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_every_icon_of_a_template_is_in_the_sprite(template: Path):
    asked = re.findall(r'{% icon "([\w-]+)"', template.read_text(encoding="utf-8"))
    assert [name for name in asked if f'id="i-{name}"' not in SPRITE] == []


@pytest.mark.parametrize("kind", ["clear", "fix", "decide", "stop", "live", "none"])
def test_a_status_has_a_shape_of_the_sprite_and_words(kind):
    html = shown(f'{{% status "{kind}" "So it stands" pill=True %}}')
    assert f'id="{re.findall(r"#(s-[a-z]+)", html)[0]}"' in SPRITE
    assert "So it stands" in html


def test_a_clause_shows_the_owners_wording_in_quotation_marks():
    html = shown('{% clause "southport" "4.2" "our words" wording="Their words." strength="must_not" %}')
    assert "<q>Their words.</q>" in html
    assert "our words" not in html.lower()


def test_a_clause_without_wording_says_that_the_words_are_ours():
    html = shown('{% clause "baseline-england" "permission.holds" "Nobody is shown without it." %}')
    assert "Law and guidance, permission.holds" in html
    assert "In our words" in html


def test_what_a_clause_says_cannot_become_markup():
    assert "<script>" not in shown('{% clause "x" "1" says %}', says="<script>")


def test_an_error_summary_links_each_problem_to_its_field():
    html = shown("{% form_error form %}", form=Letter({"words": "x", "sure": "on"}))
    assert '<a href="#id_name">This field is required.</a>' in html


def test_an_error_summary_takes_a_sentence():
    assert "Choose where it will go." in shown('{% form_error "Choose where it will go." %}')


@pytest.mark.parametrize("problem", [None, "", Letter({"name": "x", "words": "x", "sure": "on"})])
def test_nothing_wrong_shows_nothing(problem):
    assert shown("{% form_error problem %}", problem=problem) == ""


def test_a_field_ties_its_hint_and_its_error_to_the_control():
    html = shown('{% field form.name hint="As in the register" %}', form=Letter({}))
    assert 'aria-describedby="id_name_hint id_name_error"' in html
    assert 'aria-invalid="true"' in html


@pytest.mark.parametrize("given", ["red", "#fff", "#123456;}body{display:none", None])
def test_nothing_but_a_colour_gets_into_a_style_sheet(given):
    assert shown("{{ given|colour }}", given=given) == "#155468"


def test_a_moment_is_in_the_time_of_the_school():
    assert shown("{{ at|clock }}", at=datetime(2026, 7, 1, 8, 41, tzinfo=UTC)) == "9.41am"


def test_roles_are_named_as_people_say_them():
    assert shown("{{ slugs|roles }}", slugs={"dsl", "teacher"}) == "DSL, teacher"


def test_strength_keeps_the_words_of_the_policy():
    assert shown('{{ "strongly_advised"|strength_words }}') == "strongly advised"


LEVELS = {"success": ("gp-note--clear", "#s-clear"), "warning": ("gp-note--fix", "#s-fix"),
          "error": ("gp-note--stop", "#s-stop"), "info": ("", "#i-bell")}  # fmt: skip


@pytest.mark.parametrize(("level", "looks"), LEVELS.items(), ids=LEVELS)
def test_a_message_has_the_look_of_what_it_says(level, looks):
    html = shown("{{ message|note_class }} {{ message|note_shape }}", message=SimpleNamespace(level_tag=level))
    assert html.startswith(looks[0])
    assert looks[1] in html


def test_a_day_says_which_year_only_where_it_is_another():
    assert shown("{{ on|long_day }}", on=date(2020, 3, 3)) == "Tuesday 3 March 2020"
    assert shown("{{ on|day }}", on=timezone.localdate()) == "today"


def test_a_moment_has_a_day_and_a_time():
    assert shown("{{ at|moment }}", at=datetime(2020, 3, 3, 9, 41, tzinfo=UTC)) == "Tuesday 3 March 2020 at 9.41am"


@pytest.mark.parametrize("named", ["clock", "day", "long_day", "moment"])
def test_no_time_is_nothing(named):
    assert shown(f"{{{{ at|{named} }}}}", at=None) == ""


@pytest.mark.parametrize(("count", "words"), [(0, ""), (1, "1 passkey"), (2, "2 passkeys")])
def test_passkeys_are_counted_in_words(count, words):
    assert shown("{{ count|passkeys }}", count=count) == words


def test_a_box_to_tick_has_its_label_beside_it():
    html = shown('{% field form.sure label="I am quite sure" %}', form=Letter())
    assert "govuk-checkboxes__label" in html
    assert "I am quite sure" in html
