"""What may be shown, from all that was said: tables with near misses, and a slow rule that is plainly right."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.consents.deciding import Said, decided
from gatepost.consents.elements import BASES, GIVERS, STATES

TODAY = date(2026, 11, 20)
YESTERDAY = TODAY - timedelta(days=1)


def said(state="granted", **changed):
    """A parent's word about pictures on social media."""
    plain = {"tier": "social", "platform": "", "element": "photo", "state": state, "given_by": "parent"}
    return Said(**{**plain, **changed})


def holds(*answers, who="parent", basis="consent", platform="", bases=None):
    """Whether a picture may be shown."""
    known = bases or {("social", "", "photo"): basis}
    return decided(answers, tier="social", bases=known, who=who, on=TODAY).on(platform).allows("photo")


MUM, DAD = {"contact": 1}, {"contact": 2}
PUPIL, OTHER = {"given_by": "pupil"}, {"given_by": "other"}
MOTHER, FATHER = {"relationship": "Mother"}, {"relationship": "Father"}
LISTED = {"listed": True}
NO = ("refused", "withdrawn", "objected")
FB, IG = {"platform": "facebook"}, {"platform": "instagram"}
CONSENT = {
    "nobody said anything": ([], {}, False),
    "a parent's yes": ([said()], {}, True),
    "withdrawn": ([said(), said("withdrawn")], {}, False),
    "withdrawn, and given again": ([said("withdrawn"), said()], {}, True),
    "asked again, and not answered yet": ([said(), said("unknown")], {}, False),
    "objected": ([said(), said("objected")], {}, False),
    "one parent yes, the other no": ([said(**MUM), said("refused", **DAD)], {}, False),
    "one parent no, then the other yes": ([said("refused", **MUM), said(**DAD)], {}, False),
    "one parent no, then that parent yes": ([said("refused", **MUM), said(**MUM)], {}, True),
    "one parent yes, the other's ran out": ([said(**MUM), said(expires_on=YESTERDAY, **DAD)], {}, False),
    "one parent yes, the other's runs out today": ([said(**MUM), said(expires_on=TODAY, **DAD)], {}, True),
    "one parent yes, the other asked": ([said(**MUM), said("unknown", **DAD)], {}, False),
    "a no of a parent whose time has ended": ([said(**MUM), said("refused", ended_on=YESTERDAY, **DAD)], {}, False),
    "a no taken back by one whose time has ended": (
        [said(**MUM), said("refused", ended_on=YESTERDAY, **DAD), said(ended_on=YESTERDAY, **DAD)],
        {},
        True,
    ),
    "a no set aside of one whose time has ended": (
        [said(**MUM), said("refused", ended_on=YESTERDAY, **DAD), said("unknown", ended_on=YESTERDAY, **DAD)],
        {},
        True,
    ),
    "a no of a parent whose time ends today": ([said(**MUM), said("refused", ended_on=TODAY, **DAD)], {}, False),
    "a yes of a parent whose time has ended": ([said(ended_on=YESTERDAY, **MUM)], {}, False),
    "a yes without parental responsibility": ([said(responsible=False, **MUM)], {}, False),
    "a yes, and nobody knows of responsibility": ([said(responsible=None, **MUM)], {}, True),
    "a no without parental responsibility": ([said(**MUM), said("refused", responsible=False, **DAD)], {}, False),
    "a no without a name, then a named yes": ([said("refused"), said(**MUM)], {}, False),
    "a mother's no without a name, then a father's yes": ([said("refused", **MOTHER), said(**FATHER)], {}, False),
    "a mother's yes without a name, then a father's no": ([said(**MOTHER), said("refused", **FATHER)], {}, False),
    "a mother's no without a name, then her yes": ([said("refused", **MOTHER), said(**MOTHER)], {}, True),
    "a mother's no without a name, then a parent's yes": ([said("refused", **MOTHER), said()], {}, False),
    "a parent's no, then a mother's yes": ([said("refused"), said(**MOTHER)], {}, False),
    "a parent's no in May, then a parent's yes": ([said("refused", relationship="Parent"), said()], {}, True),
    "a parent's no, then a yes in a list": ([said("refused"), said(**LISTED)], {}, False),
    "a parent's yes, then a yes in a list": ([said(), said(**LISTED)], {}, True),
    "a no in a list, then a yes on a form": ([said("refused", **LISTED), said()], {}, True),
    "a yes in a list, then a no in another": ([said(**LISTED), said("refused", **LISTED)], {}, False),
    "a named no, then a yes of that name in a list": ([said("refused", **MUM), said(**MUM, **LISTED)], {}, True),
    "a mother's no, then a yes in a list of a father of her name": (
        [said("refused", **MUM, **MOTHER), said(**MUM, **FATHER, **LISTED)],
        {},
        False,
    ),
    "a named mother's no, and her yes in another word": (
        [said("refused", **MUM, **MOTHER), said(**MUM, relationship="Mum", **LISTED)],
        {},
        True,
    ),
    "a pupil's no, then their yes in a list": (
        [said("refused", **PUPIL), said(**PUPIL, **LISTED)],
        {"who": "pupil"},
        True,
    ),
    "somebody else's yes": ([said(**OTHER)], {}, False),
    "somebody else's no": ([said(), said("refused", **OTHER)], {}, False),
    "somebody else was asked": ([said(), said("unknown", **OTHER)], {}, True),
    "a pupil's yes before the change-over": ([said(**PUPIL)], {}, False),
    "a pupil's no before the change-over": ([said(), said("refused", **PUPIL)], {}, False),
    "a pupil's yes that ran out, before": ([said(), said(expires_on=YESTERDAY, **PUPIL)], {}, True),
    "a parent's yes after the change-over": ([said()], {"who": "pupil"}, False),
    "a parent's no after the change-over": ([said("refused"), said(**PUPIL)], {"who": "pupil"}, False),
    "a parent's no set aside after it": ([said("refused"), said("unknown"), said(**PUPIL)], {"who": "pupil"}, True),
    "a pupil's yes after the change-over": ([said(**PUPIL)], {"who": "pupil"}, True),
    "both are asked, the parent said yes": ([said()], {"who": "both"}, False),
    "both are asked, the pupil said yes": ([said(**PUPIL)], {"who": "both"}, False),
    "both are asked and said yes": ([said(), said(**PUPIL)], {"who": "both"}, True),
    "both are asked, the parent said no": ([said("refused"), said(**PUPIL)], {"who": "both"}, False),
    "about something else": ([said(element="name")], {}, False),
    "about somewhere else": ([said(tier="web")], {}, False),
}


@pytest.mark.parametrize(("answers", "how", "held"), CONSENT.values(), ids=CONSENT)
def test_what_consent_holds(answers, how, held):
    assert holds(*answers, **how) is held


PLATFORMS = {
    "yes to the tier": ([said()], True, True),
    "yes to one platform alone": ([said(**FB)], True, False),
    "yes to the tier, no to one platform": ([said(), said("refused", **FB)], False, True),
    "no to the tier, yes to one platform": ([said("refused"), said(**FB)], False, False),
    "no to the tier, then on their page yes to one": ([said("refused"), said(**FB, own_page=True)], True, False),
    "on their page yes to one, then no to the tier": ([said(**FB, own_page=True), said("refused")], False, False),
    "no to the tier, on their page yes to one, and no": (
        [said("refused"), said(**FB, own_page=True), said("refused", **FB, own_page=True)], False, False,
    ),
    "no to the tier, on their page no to one, then yes by letter": (
        [said("refused"), said("refused", **FB, own_page=True), said(**FB)], False, False,
    ),
    "no of one to the tier, then on their page yes of the other": (
        [said("refused", **MUM), said(**FB, **DAD, own_page=True)], False, False,
    ),
    "yes to the tier that ran out, then on their page yes to one": (
        [said(expires_on=YESTERDAY), said(**FB, own_page=True)], True, False,
    ),
    "yes to one, no to the other": ([said(**FB), said("refused", **IG)], True, False),
    "yes to the tier, that to one ran out": ([said(), said(expires_on=YESTERDAY, **FB)], False, True),
    "yes to one of one parent, no to the other of the other": (
        [said(**FB, **MUM), said("refused", **IG, **DAD)], True, False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("answers", "facebook", "instagram"), PLATFORMS.values(), ids=PLATFORMS)
def test_a_platform_needs_no_no_to_itself_nor_to_the_tier(answers, facebook, instagram):
    assert (holds(*answers, platform="facebook"), holds(*answers, platform="instagram")) == (facebook, instagram)


IN = {"tier": "parents"}
CLOSED = {
    "yes to parents alone": ([said(**IN)], True),
    "yes to parents, no to the platform": ([said(**IN), said("refused", **FB)], False),
    "no to the platform, then yes to parents": ([said("refused", **FB), said(**IN)], False),
    "no to the platform, taken back": ([said(**IN), said("refused", **FB), said(**FB)], True),
    "no to the platform of one whose time has ended": (
        [said(**IN), said("refused", ended_on=YESTERDAY, **FB, **DAD)],
        False,
    ),
    "no of the other to the platform": ([said(**IN, **MUM), said("refused", **FB, **DAD)], False),
    "no to the platform about something else": ([said(**IN), said("refused", element="name", **FB)], True),
    "no to another platform": ([said(**IN), said("refused", **IG)], True),
    "no to all of social media": ([said(**IN), said("refused")], True),
    "yes to the platform alone": ([said(**FB)], False),
}


@pytest.mark.parametrize(("answers", "held"), CLOSED.values(), ids=CLOSED)
def test_a_no_to_a_platform_is_one_to_its_closed_pages(answers, held):
    found = decided(answers, tier="parents", bases={}, who="parent", on=TODAY)
    assert found.on("facebook").allows("photo") is held


def test_a_no_to_a_platform_leaves_pages_for_parents_that_are_elsewhere():
    found = decided([said(**IN), said("refused", **FB)], tier="parents", bases={}, who="parent", on=TODAY)
    assert (found.allows("photo"), found.on("whatsapp").allows("photo")) == (True, True)


OBJECTION = {
    "nobody objected": ([], True),
    "a yes that ran out": ([said(expires_on=YESTERDAY)], True),
    "asked, not answered": ([said("unknown")], True),
    "objected": ([said("objected")], False),
    "objected, and taken back": ([said("objected"), said()], True),
    "refused on a form": ([said("refused")], False),
    "the pupil objected": ([said("objected", **PUPIL)], False),
    "one parent objected, the other did not": ([said("objected", **MUM), said(**DAD)], False),
}


@pytest.mark.parametrize("basis", sorted(set(BASES) - {"consent"}))
@pytest.mark.parametrize(("answers", "held"), OBJECTION.values(), ids=OBJECTION)
def test_on_another_basis_no_objection_is_yes(answers, held, basis):
    assert holds(*answers, basis=basis) is held


def test_a_platform_has_a_basis_of_its_own_where_the_school_says_so():
    bases = {("social", "", "photo"): "public_task", ("social", "facebook", "photo"): "consent"}
    assert (holds(bases=bases, platform="facebook"), holds(bases=bases, platform="instagram")) == (False, True)


DESCRIBED = {
    "of one parent, in writing": ([said()], "parent", ("parent", True)),
    "by word of mouth": ([said(in_writing=False)], "parent", ("parent", False)),
    "of the pupil": ([said(**PUPIL)], "pupil", ("pupil", True)),
    "of both, one by word of mouth": ([said(in_writing=False), said(**PUPIL)], "both", ("parent", False)),
    "nothing is held": ([said("refused", **PUPIL)], "pupil", (None, False)),
}


@pytest.mark.parametrize(("answers", "who", "told"), DESCRIBED.values(), ids=DESCRIBED)
def test_whose_answers_are_held_and_how_they_came_is_known(answers, who, told):
    found = decided(answers, tier="social", bases={}, who=who, on=TODAY)
    assert (found.given_by, found.in_writing) == told


# --- against a rule that is slow and plain ---

SAIDS = st.builds(
    Said, tier=st.sampled_from(["social", "web"]), platform=st.just(""), element=st.sampled_from(["photo", "name"]),
    state=st.sampled_from(sorted(STATES)), given_by=st.sampled_from(sorted(GIVERS)),
    contact=st.sampled_from([None, 1, 2]), ended_on=st.sampled_from([None, None, None, YESTERDAY, TODAY]),
    responsible=st.sampled_from([None, True, False]), in_writing=st.booleans(),
    expires_on=st.sampled_from([None, None, YESTERDAY, TODAY]),
    relationship=st.sampled_from(["", "Parent", "Mother", "Dad"]), listed=st.booleans(),
    own_page=st.booleans(),
)  # fmt: skip
ANYTHING = st.lists(
    SAIDS | SAIDS.map(lambda one: Said(**{**fields(one), "tier": "social", "platform": "facebook"})), max_size=8
)


def fields(one):
    return {name: getattr(one, name) for name in Said.__slots__}


def plainly(answers, *, who, basis, platform):
    """The rule once more, as somebody would go through a pile of forms: person by person, each form by itself."""
    about = [one for one in answers if (one.tier, one.element) == ("social", "photo")]
    piles = {pile_of(one) for one in about if one.platform in ("", platform)}
    words = []
    for pile in piles:
        forms = [one for one in about if pile_of(one) == pile]
        if pile[2] == "":
            forms = since_the_last_yes_to(platform, forms, about)
        words.append(word_of(counted(forms), who=who))
    if "no" in words:
        return False
    if basis != "consent":
        return True
    wanted = {"parent": {"yes of a parent"}, "pupil": {"yes of a pupil"}}
    wanted["both"] = wanted["parent"] | wanted["pupil"]
    return "open" not in words and wanted[who] <= set(words)


def since_the_last_yes_to(platform, forms, about):
    """Leave out of what somebody said of all platforms what came before they said yes to this one on their page."""
    givers = [giver_of(one) for one in forms]
    yes = [n for n, one in enumerate(about) if is_page_yes(one, platform) and giver_of(one) in givers]
    later = about[max(yes) :] if yes else about
    return [one for one in forms if any(one is each for each in later)]


def is_page_yes(one, platform):
    """Whether somebody says yes to this platform on a page of their own."""
    here = platform and one.platform == platform
    return here and one.own_page and not one.listed and one.state == "granted"


def giver_of(one):
    """The pile of a form, on whichever platform."""
    given_by, contact, _, relationship = pile_of(one)
    return given_by, contact, relationship


def pile_of(one):
    """Whose form it is: of those who have no name and are not the pupil, each relationship has a pile."""
    named = one.contact or one.given_by == "pupil"
    return one.given_by, one.contact, one.platform, "" if named or one.relationship == "Parent" else one.relationship


def counted(forms):
    """Leave out what a list says after a no, unless it surely is the same person's word."""
    kept = []
    for one in forms:
        if kept and kept[-1].state in NO and one.state not in NO and one.listed and one.given_by != "pupil":
            told = {one.relationship, kept[-1].relationship} - {"", "Parent"}
            if one.contact is None or len(told) > 1:
                continue
        kept.append(one)
    return kept


def word_of(forms, *, who):
    """What the last form of somebody comes to: no, open, yes of whom, or nothing at all."""
    if not forms:
        return "nothing"
    last = forms[-1]
    if last.state in NO:
        return "no"
    if last.ended_on == YESTERDAY or (last.given_by == "parent" and who == "pupil"):
        return "nothing"
    if last.given_by == "other" or last.responsible is False or (who == "parent" and last.given_by == "pupil"):
        return "nothing"
    return f"yes of a {last.given_by}" if last.state == "granted" and last.expires_on != YESTERDAY else "open"


@given(
    ANYTHING, st.sampled_from(["parent", "pupil", "both"]), st.sampled_from(sorted(BASES)),
    st.sampled_from(["", "facebook", "instagram"]),
)  # fmt: skip
def test_the_rule_agrees_with_somebody_who_goes_through_the_forms(answers, who, basis, platform):
    expected = plainly(answers, who=who, basis=basis, platform=platform)
    assert holds(*answers, who=who, basis=basis, platform=platform) is expected


@given(ANYTHING, st.sampled_from(["parent", "pupil", "both"]), st.sampled_from(sorted(BASES)))
def test_a_no_of_a_parent_and_of_the_pupil_stands_against_everything(answers, who, basis):
    noes = [said("refused", contact=9), said("refused", **PUPIL)]
    assert not holds(*answers, *noes, who=who, basis=basis)


def test_everywhere_is_on_every_platform_and_in_the_tier_itself():
    cases = {(): False, (said(),): True, (said(), said("refused", **FB)): False, (said(**FB),): False,
             (said(), said(**FB)): True}  # fmt: skip
    found = {every: decided(every, tier="social", bases={}, who="parent", on=TODAY).allows_everywhere("photo")
             for every in cases}  # fmt: skip
    assert found == cases
