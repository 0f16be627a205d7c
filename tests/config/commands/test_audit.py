import pytest

from gatepost.audit.models import Event, Head
from gatepost.config.commands.audit import heads, verified
from tests.cast import cast

pytestmark = pytest.mark.django_db
TRUST = "ashgrove-brookfield"


@pytest.fixture(autouse=True)
def _records():
    cast()


def test_every_trust_is_verified():
    assert [(one["trust"], one["fault"]) for one in verified(trust=None, kept=[])] == [
        (TRUST, None),
        ("elsewhere-brookfield", None),
    ]


def test_the_head_is_that_of_the_last_event():
    [head] = heads(trust=TRUST)
    last = Event.objects.filter(trust=TRUST).order_by("number").last()
    assert head == {"trust": TRUST, "count": last.number, "digest": last.digest}


def test_a_head_that_was_deleted_does_not_hide_its_events():
    Head.objects.filter(trust=TRUST).delete()
    assert verified(trust=TRUST, kept=[])[0]["fault"]["kind"] == "inserted"


def test_events_that_were_deleted_do_not_hide_behind_their_head():
    Event.objects.filter(trust=TRUST)._raw_delete("default")
    assert verified(trust=TRUST, kept=[])[0]["fault"]["kind"] == "removed"
