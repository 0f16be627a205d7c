from django.http import QueryDict

from gatepost.web.forms.signoff import decision


def test_what_was_answered_and_typed_is_read():
    sent = QueryDict("seen=abc&reason=Shorter&answer a 1: Fine?=yes&other=1")
    said = decision(sent)
    assert (said.seen, said.reason, said.answers) == ("abc", "Shorter", {"a 1: Fine?": "yes"})


def test_nothing_is_answered_where_nothing_was_sent():
    said = decision(QueryDict(""))
    assert (said.seen, said.reason, said.answers) == ("", "", {})
