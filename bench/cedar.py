"""The yes/no part of the same decisions by Cedar, where roles, channels, days and booleans are all that is asked.

Cedar answers whether something is permitted. It has no three-valued facts, routes, reasons in words, fixes or text
detectors, and no loop over people, so a post with three pupils asks once for itself and once for each use of a pupil.
"""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Any

from cedarpy import AuthzResult, Entities, PolicySet, is_authorized_batch

from bench.cedar_entities import POLICIES, entities
from bench.cedar_requests import requests, sayable
from bench.situations import Situation
from bench.timing import timed
from gatepost.policy import CompiledPolicy, evaluate, parse_situation
from gatepost.policy.outcomes import EASY

Under = dict[str, tuple[CompiledPolicy, ...]]
"""Policy id → the policy and the baseline."""

ALONE = 2_000
"""How many decisions are also asked for one call at a time."""


def measure_cedar(rows: list[Situation], under: Under) -> dict[str, Any]:
    """Return agreement and times on the situations that Cedar can say, for both, in this process.

    Policies and entities are parsed once (PolicySet, Entities) and requests are built beforehand: neither is timed,
    as compiling a policy and reading a situation are not on our side.
    """
    policies = PolicySet.from_str(POLICIES.read_text("utf-8"))
    known = Entities.from_json_str(entities(under))
    chosen = [(under[row["policy"]], parse_situation(row)) for row in rows]
    chosen = [(pair, situation) for pair, situation in chosen if sayable(situation)]
    asked = [requests(pair[0], situation) for pair, situation in chosen]
    ours = [evaluate(pair, situation).outcome in EASY for pair, situation in chosen]
    ask = partial(is_authorized_batch, policies=policies, entities=known)
    answers = iter(ask([request for group in asked for request in group]))
    theirs = [_all_yes(answers, len(group)) for group in asked]
    our_times = timed(partial(evaluate, pair, situation) for pair, situation in chosen)
    alone = timed(partial(ask, group) for group in asked[:ALONE])
    whole = timed([partial(ask, [request for group in asked for request in group])])
    batched = whole.mean / len(asked)
    return {
        "decisions": len(chosen),
        "requests": sum(map(len, asked)),
        "agreed_share": round(sum(a == b for a, b in zip(ours, theirs, strict=True)) / len(chosen), 4),
        "yes_share_ours": round(sum(ours) / len(ours), 3),
        "yes_share_cedar": round(sum(theirs) / len(theirs), 3),
        "ours": our_times.as_json(),
        "cedar, one call a decision": alone.as_json(),
        "cedar, one call for all, us a decision": round(batched, 1),
        "ratio ours / cedar one call a decision": round(our_times.mean / alone.mean, 2),
        "ratio ours / cedar one call for all": round(our_times.mean / batched, 2),
    }


def _all_yes(answers: Iterator[AuthzResult], count: int) -> bool:
    """Take so many answers, which belong to one decision, and tell whether all are yes."""
    return all([answer.allowed for answer in islice(answers, count)])  # noqa: C419  (every answer has to be taken)
