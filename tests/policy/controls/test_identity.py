"""Showing where one works."""

import pytest

from gatepost.policy.controls.identity import Disclaimer, EmployerShown, OpinionTakenForOurs
from tests.policy.controls.tables import cases, names, said

TABLE = (
    (
        EmployerShown(stance="barred"),
        {
            "discloses_employer: true, strength: should_not": "advise_against",
            "discloses_employer: false": "",
            "text: My views": "",
        },
    ),
    (
        EmployerShown(stance="if_harmless"),
        {
            "discloses_employer: true": "allow",
            "discloses_employer: true, tone: [disrepute]": "block",
            "discloses_employer: true, tone: [respectful]": "allow",
            "discloses_employer: true, text: Rubbish, found: [abuse]": "block",
            "discloses_employer: false, tone: [disrepute]": "",
        },
    ),
    (EmployerShown(stance="open"), {"discloses_employer: true, tone: [disrepute]": "allow"}),
    (
        Disclaimer(),
        {
            "discloses_employer: true, disclaimer: true": "allow",
            "discloses_employer: true, disclaimer: false, strength: should": "advise_against",
            "discloses_employer: true, strength: should": "?disclaimer advise_against",
            "disclaimer: false": "",
        },
    ),
    (
        OpinionTakenForOurs(),
        {
            "opinion_on_behalf: true": "block",
            "discloses_employer: true": "?opinion_on_behalf",
            "discloses_employer: true, opinion_on_behalf: null": "",
            "discloses_employer: true, opinion_on_behalf: false, text: A long walk": "",
            "discloses_employer: true, text: Our marking rules are daft, as.text: [school_matters]": "block",
            "discloses_employer: true, text: A long walk, as.text: [school_news]": "?opinion_on_behalf",
            "discloses_employer: false, text: Our marking rules, as.text: [school_matters]": "",
            "discloses_employer: true, disclaimer: true, text: Our rules, as.text: [school_matters]": "allow",
            "opinion_on_behalf: true, disclaimer: true": "block",
            "discloses_employer: true, disclaimer: true": "allow",
            "opinion_on_behalf: false": "",
        },
    ),
)


@pytest.mark.parametrize(("control", "facts", "expected"), cases(TABLE), ids=names(TABLE))
def test_an_employer_is_shown_as_the_policy_lets_it(control, facts, expected):
    assert said(control, facts) == expected
