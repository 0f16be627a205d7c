"""What somebody's authority to post rests on. It is computed whenever it is asked for, and never stored."""

from dataclasses import dataclass

from gatepost.channels.models import Channel
from gatepost.policy import CompiledPolicy
from gatepost.policy.controls.training import Trained
from gatepost.schools.models import Person


@dataclass(frozen=True, slots=True)
class Authority:
    """The parts of one person's authority to post on one account, or to sign off what goes there.

    `acknowledged` and `trained` are None where the policy in force asks for neither; unknown is not held. `listed` is
    None for somebody who signs off and does not post.
    """

    person: Person
    channel: Channel
    employed: bool
    listed: bool | None
    acknowledged: bool | None
    trained: bool | None

    @property
    def lapsed(self) -> tuple[str, ...]:
        """What keeps them from it, as sentences, the first to be put right first. Empty where they may."""
        signs = ", who signed this off," if self.listed is None else ""
        parts = (
            (self.employed, f"{self.person}{signs} does not work here any more."),
            (self.listed, f"{self.person} is not on the list of people who post on {self.channel}."),
            (self.acknowledged, f"{self.person}{signs} has not accepted the policy in force. They can on its page."),
            (self.trained, f"{self.person}{signs} has no training that still holds, and the policy asks for it."),
        )
        return tuple(sentence for held, sentence in parts if held is False)

    @property
    def holds(self) -> bool:
        """Return whether nothing has lapsed."""
        return not self.lapsed


def demands_training(policy: CompiledPolicy) -> bool:
    """Return whether a policy lets nobody post without training."""
    controls = (one.control for one in policy.by_kind["post"])
    return any(isinstance(control, Trained) and control.required for control in controls)
