"""What columns are called in the systems that schools use."""

import pytest

from gatepost.consents.imports.columns import field_of

NAMES = {
    "UPN": "upn", "Unique Pupil Number": "upn", "Adno": "admission_no", "Admission Number": "admission_no",
    "Arbor ID": "mis_id", "MIS ID": "mis_id", "Legal Surname": "legal_last", "Last Name": "legal_last",
    "Legal Forename": "legal_first", "Known as": "preferred_first", "DOB": "dob", "NC Year": "year",
    "Tutor Group": "class_name", "Reg": "class_name", "Topic": "type", "Consent Type": "type", "Status": "status",
    "Consent given?": "status", "Response date": "date", "Rejected date": "rejected_at", "Respondee": "given_by",
    "Informed By": "given_by", "Given By (Student/Contact)": "given_by", "Given by (Staff)": "ignore",
    "Archived": "archived", "isActive": "active", "Date archived": "archived",
    "Relationship": "relationship", "Expiry": "expires_on", "legal_first": "legal_first",
    "admission_no": "admission_no",
    "givenName": "legal_first", "Photos on website": None, "Shoe size": None, "Former UPN": None,
}  # fmt: skip


@pytest.mark.parametrize(("name", "field"), NAMES.items())
def test_a_column_is_known_by_its_name(name, field):
    assert field_of(name) == field


def test_a_name_that_may_be_a_day_or_an_answer_is_told_by_its_cells():
    assert field_of("Consented", ["3/9/2026", "4/9/2026"]) == "consented_at"
    assert field_of("Consented", ["Yes", "No"]) == "status"


def test_a_name_that_may_be_a_type_or_an_answer_is_told_by_its_cells():
    assert field_of("Consent", ["Photographs on social media"]) == "type"
    assert field_of("Consent", ["Yes", "No", "Yes"]) == "status"
