"""Controls of the statutory baseline: what law and guidance ask whatever a school's own policy says.

One module a matter. Which clause cites which source stands in the baseline's document, never here.
"""

from gatepost.policy.controls.baseline.alt_text import AltText
from gatepost.policy.controls.baseline.candidates import CandidateShortlisted, CandidateTold
from gatepost.policy.controls.baseline.claims import ClaimSource
from gatepost.policy.controls.baseline.details import ProtectedDetails
from gatepost.policy.controls.baseline.faces import FaceShown
from gatepost.policy.controls.baseline.full_names import NamePictureSchool
from gatepost.policy.controls.baseline.imagery import ImageryRefusal
from gatepost.policy.controls.baseline.location import LiveLocation, LocationData
from gatepost.policy.controls.baseline.monitoring import NoCovertMonitoring
from gatepost.policy.controls.baseline.shown import EffectivePermission, NobodyShown, PeopleSaid
from gatepost.policy.controls.baseline.warnings_online import OnlineWarning

__all__ = [
    "AltText",
    "CandidateShortlisted",
    "CandidateTold",
    "ClaimSource",
    "EffectivePermission",
    "FaceShown",
    "ImageryRefusal",
    "LiveLocation",
    "LocationData",
    "NamePictureSchool",
    "NoCovertMonitoring",
    "NobodyShown",
    "OnlineWarning",
    "PeopleSaid",
    "ProtectedDetails",
]
