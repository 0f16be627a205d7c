import gc
import weakref

import pytest
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.test import RequestFactory


class Shown:
    """Something that a page shows."""


def test_what_a_page_was_drawn_from_is_let_go_with_it():
    shown = Shown()
    gone = weakref.ref(shown)
    gc.collect()
    gc.disable()  # nobody looks for rubbish meanwhile
    try:
        assert "There’s no such page" in render_to_string("404.html", {"why": shown}, RequestFactory().get("/"))
        del shown
        assert gone() is None
    finally:
        gc.enable()


def test_a_template_that_is_not_there_is_named():
    with pytest.raises(TemplateDoesNotExist, match="nowhere"):
        render_to_string("accounts/nowhere.html")
