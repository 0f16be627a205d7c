"""What every rule is given: the text, the day, the law, and the review dates found once."""

from dataclasses import dataclass, field
from datetime import date

from gatepost.policy.lint.law import Law
from gatepost.policy.lint.page import Page
from gatepost.policy.lint.review_dates import ReviewDates, find_review_dates
from gatepost.policy.lint.sentences import Sentence, sentences


@dataclass(frozen=True, slots=True)
class Reading:
    """One text as read on one day. Without a day, what depends on one is not judged."""

    page: Page
    today: date | None
    law: Law
    dates: ReviewDates = field(init=False)
    sentences: tuple[Sentence, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "dates", find_review_dates(self.page))
        object.__setattr__(self, "sentences", sentences(self.page))

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds a character; an empty one where no sentence does."""
        held = (each for each in self.sentences if each.start <= offset <= each.end)
        return next(held, Sentence(offset, offset, ""))
