"""Answering "may I…?" from a policy: the topic, what the policy says of it, and what to ask back."""

from dataclasses import dataclass
from typing import Any, Final

from gatepost.policy.ask.index import catalogue
from gatepost.policy.ask.speaking import Use, named, narrowed, open_facts, related, uses
from gatepost.policy.ask.topics import Decides, Topic, topics
from gatepost.policy.document import Document, Point

_NEAR_ENOUGH: Final = 0.33
"""Below this a question resembles nothing that people ask; 19 of 20 real questions reach it."""
_CLEAR_LEAD: Final = 0.15
"""The lead, as a share of its score, by which the first topic must be ahead of the second to be taken as meant."""
_OFFERED: Final = 3
_SENTENCES: Final = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to an everyday question under one policy.

    `sure` is false where another topic may have been meant; `topics` then holds up to three. `silent` is true where
    the policy holds nothing on the topic or on what the question names; that never depends on a score.
    """

    question: str
    policy: str
    topic: Topic | None
    sure: bool
    silent: bool
    answer: str
    points: tuple[Point, ...] = ()
    ask_back: tuple[Decides, ...] = ()
    topics: tuple[Topic, ...] = ()
    see_also: tuple[Point, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as an object; keys are always in the same order."""
        return {
            "question": self.question,
            "policy": self.policy,
            "topic": None if self.topic is None else self.topic.name,
            "sure": self.sure,
            "silent": self.silent,
            "answer": self.answer,
            "clauses": [_clause(point) for point in self.points],
            "ask_back": [{"fact": entry.fact, "question": entry.ask} for entry in self.ask_back],
            "topics": [{"topic": topic.name, "title": topic.title} for topic in self.topics],
            "see_also": [_clause(point) for point in self.see_also],
        }


def _clause(point: Point) -> dict[str, str]:
    return {"ref": point.ref, "strength": point.strength, "says": point.wording or point.says}


def answer(question: str, document: Document) -> Answer:
    """Return what a policy says to an everyday question.

    Which topic is meant is found by likeness; what the answer is rests on the policy's parameters alone.
    """
    by_name = {topic.name: topic for topic in topics()}
    ranked = catalogue().ranked(question)
    offered = tuple(by_name[name] for _, name in ranked[:_OFFERED])
    (best, name), (second, _) = ranked[:2]
    if best < _NEAR_ENOUGH:
        text = "I am not sure what you mean. The nearest things that I can answer are offered as topics."
        return Answer(question, document.head.id, None, sure=False, silent=False, answer=text, topics=offered)
    sure = best - second >= _CLEAR_LEAD * best
    return _on_topic(question, document, by_name[name], sure=sure, offered=() if sure else offered)


def _on_topic(question: str, document: Document, topic: Topic, *, sure: bool, offered: tuple[Topic, ...]) -> Answer:
    found = uses(document, topic)
    facets = named(question, topic)
    kept = narrowed(found, topic, facets)
    shown = kept or found
    points = tuple({(use.point.ref, use.point.number): use.point for use in shown}.values())
    return Answer(
        question=question,
        policy=document.head.id,
        topic=topic,
        sure=sure,
        silent=not kept,
        answer=_sentences(kept) if kept else _silence(topic, found, facets),
        points=points,
        ask_back=open_facts(question, topic, facets, kept) if kept else (),
        topics=offered,
        see_also=related(question, document, points),
    )


def _sentences(kept: tuple[Use, ...]) -> str:
    sentences = list(dict.fromkeys(use.control.explain() for use in kept))
    more = len(sentences) - _SENTENCES
    rest = [f"There are {more} more clauses on this below."] if more > 1 else sentences[_SENTENCES:]
    return " ".join([*sentences[:_SENTENCES], *rest])


def _silence(topic: Topic, found: tuple[Use, ...], facets: dict[str, str]) -> str:
    """Return what there is not: a clause on the topic, or on what the question names."""
    if not found:
        return f"Your policy does not say: it has no clause on {topic.title}."
    things = _listed([value.partition("|")[0].replace("_", " ") for value in facets.values()])
    rest = _sentences(found)
    return (
        f"Your policy does not say: its clauses on {topic.title} do not speak of “{things}”. What they do say: {rest}"
    )


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
