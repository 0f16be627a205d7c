from django.http import QueryDict

from gatepost.web.forms.incidents import Sent, sent


def test_words_choices_and_reach_are_read():
    said = sent("declare", QueryDict("words=A flood&whole_trust=yes&channels=1&channels=2&people=3"))
    assert said == Sent("declare", 0, "A flood", whole_trust=True, channels=frozenset({1, 2}), people=frozenset({3}))


def test_what_is_no_number_is_nobody():
    assert sent("declare", QueryDict("people=x&people=-1")).people == frozenset()


def test_it_is_known_which_stop_was_meant():
    assert sent("stop_end", QueryDict("words=All clear"), pk=7).pk == 7
