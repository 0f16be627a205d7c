"""Roles of people, and the group of each: the group decides whether a clause binds a person."""

from typing import Final

GROUPS: Final[dict[str, tuple[str, ...]]] = {
    group: tuple(roles.split())
    for group, roles in {
        "pupil": """
            pupil student pupils students sixth_former
        """,
        "former_pupil": """
            former_pupil ex_pupil former_student past_pupil leaver alumnus alumna
        """,
        "parent": """
            parent carer parents parent_carer mother father guardian mum dad
        """,
        "public": """
            member_of_public public relative friend neighbour resident stranger journalist business
            community_member anonymous unknown grandparent former_colleague former_staff candidate
            applicant supplier local_business
        """,
        "governor": """
            governor governors chair_of_governors parent_governor clerk_to_governors
        """,
        "trustee": """
            trustee trustees chair_of_trustees member_of_trust director_of_trust
        """,
        "volunteer": """
            volunteer volunteers parent_helper parent_volunteer reading_volunteer
        """,
        "contractor": """
            contractor consultant third_party peripatetic_teacher coach sports_coach
        """,
        "agency": """
            agency_staff supply_teacher agency cover_supervisor_agency casual_staff
        """,
        "staff": """
            staff teacher teachers colleague class_teacher form_tutor head_of_year
            head_of_department head_of_pe head_of_music head_of_sixth_form head_of_drama
            head_of_english head_of_maths head_of_science subject_leader teaching_assistant trainee
            trainee_teacher ect technician av_technician it_technician librarian office_manager
            administrator receptionist business_manager caretaker site_manager cook
            midday_supervisor nurse counsellor account_manager communications_officer
            marketing_officer approved_user pa_to_headteacher headteacher deputy_headteacher
            senior_deputy_head assistant_headteacher principal vice_principal ceo
            executive_headteacher slt slt_member elt dsl deputy_dsl dpo senco pastoral_lead
            line_manager line_leader managers manager central_team hr director_of_ict_and_networks
            school_operations_manager safeguarding_team union_rep employee
        """,
    }.items()
}
"""Group → roles."""

GROUP_OF: Final = {role: group for group, roles in GROUPS.items() for role in roles}


def group_of(role: str) -> str | None:
    """Return the group of a role, reading words inside compound roles; None when it cannot be told."""
    known = GROUP_OF.get(role)
    if known:
        return known
    parts = set(role.replace("-", "_").split("_"))
    if parts & {"former", "ex"}:
        return "former_pupil" if parts & {"pupil", "student"} else "public"
    for word, group in _WORDS:
        if word in parts:
            return group
    return None


_WORDS: Final = (
    ("governor", "governor"),
    ("trustee", "trustee"),
    ("volunteer", "volunteer"),
    ("contractor", "contractor"),
    ("supply", "agency"),
    ("parent", "parent"),
    ("carer", "parent"),
    ("pupil", "pupil"),
    ("student", "pupil"),
    ("teacher", "staff"),
    ("head", "staff"),
    ("manager", "staff"),
    ("assistant", "staff"),
    ("technician", "staff"),
    ("officer", "staff"),
    ("tutor", "staff"),
    ("leader", "staff"),
    ("lead", "staff"),
)
