"""How often a policy says that it is reviewed."""

import pytest

from gatepost.policy.lint.intervals import stated_intervals
from gatepost.policy.lint.page import Page


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("This policy will be reviewed annually.", 12),
        ("This document is reviewed annually, or earlier if an Act demands it.", 12),
        ("The school will review the policy every year.", 12),
        ("The policy is reviewed each year by governors.", 12),
        ("The policy is subject to an annual review.", 12),
        ("An annual review of this policy takes place.", 12),
        ("This policy will be monitored and reviewed by the board\nevery two years.", 24),
        ("The policy is reviewed biennially.", 24),
        ("The policy is reviewed every 18 months.", 18),
        ("Review cycle: every three years", 36),
        ("Review frequency:\t2 years", 24),
        ("Reviewed annually", 12),
        ("This policy is **reviewed** on a two-year cycle.", 24),
        ("This policy is reviewed termly.", 4),
        ("Governors own this policy. It will be reviewed every two years or sooner.", 24),
    ],
)
def test_a_stated_interval_is_found_in_its_many_wordings(text: str, months: int) -> None:
    assert [each.months for each in stated_intervals(Page(text))] == [months]


@pytest.mark.parametrize(
    "text",
    [
        "Filtering is reviewed every year by the network manager.",
        "Our choice of channel will be reviewed annually.",
        "The policy says that accounts are reviewed annually.",
        "Consents are asked for every year under this policy.",
        "This policy is reviewed when the law changes. The fair is held annually.",
        "The annual report is reviewed.",
    ],
)
def test_an_interval_of_something_else_is_not_the_policys(text: str) -> None:
    assert stated_intervals(Page(text)) == ()
