"""Notes that give a secret away, and notes that only say where one is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatepost.detectors.secrets import find_secrets

TELLING = [
    "Password: Sunflower", "password is sunflower", "The Instagram password was changed to Puffin22", "pw Teapot7",
    "P/W = Lantern!", "Logs in with social@brookfield.example / Badger2019", "user: office, pass: harbour",
    "passphrase: correct horse battery staple", "Password - Marigold-Orchard-12", "Thunder99 is the password",
    "Password for the Facebook page is Meadow5", "password “Tre3house”", "The password is now Welcome1",
    "PIN 4821", "pin is 482913 for the school phone", "safe code: 1984", "Passcode of the iPad 246810",
    "The alarm code is 5566", "Backup codes: 1234 5678, 8765 4321", "use 48120573 or 19475620",
    "recovery code k3j9d-29dk2", "Facebook sent the security code 559201", "mother’s maiden name is Harper",
    "Security answer: Rex", "Key for the page EAAJZCZBZAZCaZBkBAOxyz123456789",
    "ghp_16C7e42F292c6912E7710c838347Ae178B4a", "otpauth://totp/Meta:office?secret=JBSWY3DPEHPK3PXP",
    "Setup key JBSW Y3DP EHPK 3PXP", "-----BEGIN RSA PRIVATE KEY-----", "sessionid=38afes7a8e1f4c0b",
    "https://office:harbour@cms.example/", "https://cms.example/?access_token=af81cc0d2291", "xK9#mQ2vLp7",
    "Put in Tr0ub4dor&3 when it asks", "login: admin / letmein", "The code for the phone is 408186", "pin no. 51995",
    "office@brookfield.example / elephant14", "You need Limpet1951 to get into Canva", "Safe: 4821", "pw Lantern",
    "PIN four eight two one", "password is NdnXu-DvcuH-7x",
    "jbsw y3dp ehpk 3pxp", "JBSWY3DPEHPK3PXP", "Passphrase: lamp-otter-quilt-river - on the card",
    "k3j9d2 29dk2a 8dm3ps 1ls9xw", "use 48120573 | 19475620", "Login details: Office2026x",
    "Authorization: Bearer 9f8a7b6c5d4e3f2a1b0c", "Sunflower9!", "“Brookfield2026!”", "letmein123!.", "Br00kf!eld",
    "backup code 4829-1193", "Backup codes: 4829-1193, 2211-0098", "P a s s w o r d : S u n f l o w e r 9",
    "Ｐassword： Sunflower9！", "Pa55: Sunflower9", "p@ssw0rd Sunflower9",
]  # fmt: skip
NEAR_MISSES = [
    "Y6's trip", "KS2!", "MFA on 12/11", "SW1A 1AA", "01632 960417", "5B", "Class5B!", "Covid19!", "@Brookfield2026",
    "#ScienceWeek2026!", "Attendance96%", "IMG_2026-11-20.png", "GDPR/2026/114", "INV-20419", "Microsoft365!",
    "Backup codes renewed for 2026-2027", "Backup codes, see 14-11-2026", "S c i e n c e   F a i r   2 0 2 6",
    "Kept in the trust’s password manager, shared folder Social, with the head and the office manager",
    "Password is kept in the safe", "Password: see the office manager", "password is with Lena",
    "Ask Lena for the password",
    "Password changed on 14/03/2026", "Password changed after Tom left", "The password was changed by the office",
    "Passwords are long and unique", "Password manager: Bitwarden", "Password: in Bitwarden",
    "Login via Microsoft 365",
    "Login held centrally, trust’s record 2026", "pinned post", "Pin board by room 12",
    "The PIN is known to the head",
    "PIN: ask the office", "Safe code known to two people", "Dress code and code of conduct, page 12",
    "Postcode BF1 2AB", "Backup codes printed, in the sealed envelope", "Recovery codes: 10 left, in the safe",
    "Recovery e-mail office@brookfield.example", "Recovery phone 07700 900123", "01632 960123, 01632 960456",
    "Two-step sign-in is on for all 3", "The security code goes to the school phone", "DfE number 871/2041",
    "Reference GDPR-SM-2026/04", "IMG_20260512.jpg", "INV-2026-00173", "J998732116243", "Year 6, room 12B, 3.15pm",
    "@LittleoverLCS", "#ScienceWeek26",
    "https://www.facebook.example/brookfieldprimary/posts/123456789",
    "Serial number DMPX1234KL5", "Keys of the cabinet: office", "Sign in with Google Workspace",
    "1Password, vault Social",
    "Token of thanks to the PTA", "Security answers are kept in the safe", "Secret Santa 2026",
    "Cookie policy on the website",
    "Checked on 20 November 2026 at 10.05am by looking at Settings > Accounts Centre > Password and security",
    "The dress code is on page 1204", "The course code is 4821", "Item code: 4821",
    "office@brookfield.example, head@brookfield.example", "office@brookfield.example, Room 12",
    "pw kept in the safe", "Password: LastPass", "Password in OneDrive", "You need Windows 11 to get into it",
    "Login: Google single sign-on", "Login: office / head", "Password: Bitwarden", "Budget code 4762 pays for it",
    "MEET YEAR FOUR HERE NEXT TERM", "Closed 20260512, 20260613, 20260714",
    "Logged in as the office on iPad7", "McDonald and O’Brien look after it", "Login is by single sign-on",
]  # fmt: skip


@pytest.mark.parametrize("note", TELLING)
def test_a_note_that_gives_a_secret_away_is_found(note):
    assert find_secrets(note)


@pytest.mark.parametrize("note", NEAR_MISSES)
def test_a_note_that_says_only_where_or_when_passes(note):
    assert find_secrets(note) == ()


def test_a_finding_says_where_and_never_repeats_the_secret():
    (found,) = find_secrets("Facebook, password: Sunflower12, kept by the office")
    assert (found.start, found.end, "Sunflower" in found.why) == (20, 31, False)


@given(st.text(max_size=300))
def test_no_text_breaks_it(text):
    assert all(0 <= one.start < one.end <= len(text) for one in find_secrets(text))
