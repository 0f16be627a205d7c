"""The table of topics is complete and holds together."""

from dataclasses import fields

import pytest

from gatepost.policy.ask.topics import topics
from gatepost.policy.controls.table import CONTROLS

TOPICS = {topic.name: topic for topic in topics()}


def test_every_control_belongs_to_one_topic():
    held = sorted(name for topic in topics() for name in topic.controls if name != "topic")
    assert held == sorted(name for name in CONTROLS if name != "topic")


@pytest.mark.parametrize("topic", topics(), ids=TOPICS)
def test_a_topic_is_named_for_its_first_control_or_picks_a_subject(topic):
    assert topic.name == topic.controls[0] or topic.words


@pytest.mark.parametrize("topic", topics(), ids=TOPICS)
def test_a_topic_can_be_put_in_several_ways(topic):
    assert len(set(topic.wordings())) >= 4


@pytest.mark.parametrize("topic", topics(), ids=TOPICS)
def test_a_facet_is_a_parameter_of_one_of_the_controls(topic):
    known = {item.name for name in topic.controls for item in fields(CONTROLS[name])}
    assert set(topic.facets) <= known


@pytest.mark.parametrize("topic", topics(), ids=TOPICS)
def test_a_control_that_speaks_of_something_speaks_of_a_value_of_a_facet(topic):
    values = {value for facet in topic.facets.values() for value in facet}
    about = {value for entry in topic.decides for value in entry.about}
    assert {*topic.speaks_of.values(), *about} <= values
    assert set(topic.speaks_of) <= set(topic.controls)


@pytest.mark.parametrize("topic", topics(), ids=TOPICS)
def test_a_condition_names_a_control_or_a_parameter_of_the_topic(topic):
    known = {item.name for name in topic.controls for item in fields(CONTROLS[name])}
    conditions = [condition.partition("=") for entry in topic.decides for condition in entry.where]
    assert [each for each in conditions if each[0] not in known and each[2] not in topic.controls] == []
