"""What this room stores."""

from gatepost.publishing.models.approval import Approval
from gatepost.publishing.models.campaign import Campaign
from gatepost.publishing.models.change import Change
from gatepost.publishing.models.declined import Declined
from gatepost.publishing.models.delivery import Delivery
from gatepost.publishing.models.earlier import Earlier
from gatepost.publishing.models.incident import Incident
from gatepost.publishing.models.past_post import PastPost
from gatepost.publishing.models.picture import Picture
from gatepost.publishing.models.post import Post
from gatepost.publishing.models.stop import Stop
from gatepost.publishing.models.use import Use
from gatepost.publishing.models.version import Version
from gatepost.publishing.models.waiver import Waiver

__all__ = [
    "Approval",
    "Campaign",
    "Change",
    "Declined",
    "Delivery",
    "Earlier",
    "Incident",
    "PastPost",
    "Picture",
    "Post",
    "Stop",
    "Use",
    "Version",
    "Waiver",
]
