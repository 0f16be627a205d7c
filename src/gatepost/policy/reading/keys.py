"""The keys of a policy document and the closed lists of words that some of them take.

The reader checks against these tables, and the published JSON Schema is generated from them.
"""

from typing import Final

from gatepost.policy.document import CARRIERS

DOCUMENT_KEYS: Final = {
    "policy": "the short id of the policy, as it is given to the command line",
    "title": "the title as the policy prints it",
    "note": "whose text this is, of which date, and in whose words",
    "adopted_by": "the school or trust that adopted it",
    "body": "what adopted it: a school, a trust, or the law",
    "nation": "the nation whose law applies",
    "owner": "the role that keeps the policy",
    "approver": "the role or body that approves it",
    "reviewer": "the role or body that reviews it",
    "supplements": "the id of the trust's policy that this one tightens",
    "version": "the printed version",
    "approved": "when it was approved: a month or a day",
    "last_review": "when it was last reviewed: a month or a day",
    "next_review": "when it is to be reviewed next: a month or a day",
    "interval_months": "the stated months between two reviews",
    "people": "the groups of people whom the policy binds",
    "platforms": "the platforms that the policy names",
    "consent_items": "what families are asked to permit, each by itself",
    "pupil_answers_from_age": "the age in years from which a pupil's own permission counts",
    "channels": "the table of official accounts",
    "ours": "readings and numbers that are ours and not the text's",
    "conflicts": "pairs of clauses that disagree",
    "slips": "drafting slips, leftovers and dated references",
    "sections": "the sections with their clauses",
}
"""Key of a document → what stands under it."""

REQUIRED_KEYS: Final = ("policy", "title", "note", "adopted_by", "sections")
MONTH_KEYS: Final = ("approved", "last_review", "next_review")
NUMBER_KEYS: Final = ("interval_months", "pupil_answers_from_age")
WORDS_KEYS: Final = ("people", "platforms", "consent_items", "ours")

CHANNEL_KEYS: Final = ("platform", "ref", "name", "address", "master_admin", "posters", "opened", "closed")
CONFLICT_KEYS: Final = ("between", "about", "decides")
SLIP_KEYS: Final = ("refs", "kind", "says")
SECTION_KEYS: Final = ("id", "title", "clauses")
CLAUSE_KEYS: Final = ("ref", "points", "answer", "sources")
POINT_KEYS: Final = ("strength", "who", "says", "wording", "reading", "near", "controls", *CARRIERS[1:])
SOURCE_KEYS: Final = ("title", "edition", "paragraph", "in_force", "checked", "confidence")

CARRIER_KEYS: Final = {
    "question": ("ask", "when"),
    "route": ("to", "about", "soon"),
    "record": ("keeps", "fields", "where"),
    "duty": ("do", "owner", "every", "due", "clock"),
    "acknowledge": ("by", "note"),
    "guidance": ("answers", "topics"),
}
"""The keys of each carrier; the first is what a plain text stands for."""
BARE_CARRIERS: Final = ("acknowledge", "guidance")
"""Carriers for which `true` is enough."""

BODIES: Final = ("school", "trust", "law")
NATIONS: Final = ("england", "wales", "scotland", "northern_ireland")
READINGS: Final = ("express", "inference")
SLIP_KINDS: Final = ("leftover", "dated", "contradiction", "wording", "gap")
CONFIDENCE: Final = ("primary", "secondary", "notes", "background")
