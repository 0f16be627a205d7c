"""The catalogue: every control, one line each. A new control is one class and one line here."""

from typing import Final

from gatepost.policy.controls import (
    access,
    accounts,
    approval,
    baseline,
    contact,
    content,
    images,
    moderation,
    names,
    organisation,
    permissions,
    personal_use,
    reporting,
)
from gatepost.policy.controls.base import Control

_ALL: Final[tuple[type[Control], ...]] = (
    # accounts
    accounts.ListedChannel,
    accounts.OpenChannel,
    accounts.OfficialTest,
    accounts.QuasiAccount,
    accounts.UnauthorisedName,
    accounts.SubjectAccounts,
    accounts.AccountList,
    accounts.PageLikes,
    accounts.StandingDuty,
    # access and custody
    accounts.Posters,
    access.LoginSharing,
    access.LoginCustody,
    access.LoginsInInvestigation,
    # approval and editorial
    approval.Oversight,
    approval.WorkUse,
    approval.WhenUnsure,
    approval.SecondChannel,
    approval.Suggestions,
    # permissions and images
    permissions.ElementPermission,
    permissions.WrittenPermission,
    images.PersonalAccountContent,
    images.SharingException,
    images.PicturesByFamilies,
    # names and personal data
    names.NameStyle,
    names.NamesInPicture,
    names.PersonalDetails,
    # content
    approval.Purpose,
    approval.PermittedKind,
    content.Prohibited,
    content.Political,
    content.Adverts,
    content.PrivateMessages,
    content.StaffLinks,
    content.NotPublic,
    # rights and sources
    accounts.Brand,
    images.OthersMaterial,
    images.OursForOneself,
    # moderation
    moderation.DeleteComments,
    moderation.BlockRepeated,
    moderation.PoliteFirst,
    # contact
    contact.ContactBar,
    contact.ContactPermission,
    contact.SchoolAddressOnly,
    contact.DiscussionBar,
    contact.WorkMessaging,
    contact.OfficialContact,
    # personal use
    personal_use.PersonalTime,
    personal_use.WorkEquipment,
    personal_use.Background,
    personal_use.WorkEmail,
    personal_use.BusinessOnOwnAccount,
    personal_use.References,
    personal_use.ExtremistGroups,
    personal_use.ForumCompany,
    personal_use.ProfessionalForums,
    personal_use.Blogs,
    personal_use.EmployerShown,
    personal_use.Disclaimer,
    content.OpinionTakenForOurs,
    personal_use.FamiliesConduct,
    # reporting and routing
    reporting.ReportTo,
    reporting.SiteReport,
    reporting.EvidenceKept,
    reporting.AskPoster,
    reporting.NotAlone,
    reporting.FreeOpinion,
    reporting.TakeDown,
    # incident, media, monitoring, candidate checks, training
    organisation.IncidentVoice,
    organisation.MediaEnquiry,
    content.OpinionOnBehalf,
    organisation.SystemMonitoring,
    organisation.OnlineSearch,
    organisation.Acknowledged,
    organisation.Trained,
    organisation.Sanction,
    # devices
    images.CaptureDevice,
    images.TidyDevice,
    images.WorkDevice,
    # lifecycle
    accounts.ClosedChannel,
    accounts.AccountClosure,
    organisation.ReviewDue,
    organisation.ReviewInterval,
    # scope
    contact.InScope,
    organisation.Topic,
    # the statutory baseline
    baseline.EffectivePermission,
    baseline.NobodyShown,
    baseline.ProtectiveAnswer,
    baseline.FaceShown,
    baseline.NamePictureSchool,
    baseline.LocationData,
    baseline.ImageryRefusal,
    baseline.CandidateTold,
    baseline.NoCovertMonitoring,
    baseline.ClaimSource,
    baseline.LiveLocation,
    baseline.AltText,
)

CONTROLS: Final[dict[str, type[Control]]] = {control.name: control for control in _ALL}
"""Name → control."""
