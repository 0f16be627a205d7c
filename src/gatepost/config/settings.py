"""Every setting. What a school may set is read from the environment; docs/reference/settings.md lists it."""

from pathlib import Path
from typing import Any

from csp.constants import NONCE, NONE, SELF

from gatepost import __version__
from gatepost.config import env

ROOT = Path(__file__).resolve().parents[1]

# --- what a school sets ---

DEMO = env.switch("GATEPOST_DEMO")
"""Sign-in by role, without a password, on invented data. Never on a server that holds real names."""
DEBUG = env.switch("GATEPOST_DEBUG")
"""Faults shown in full, for those who work on Gatepost. Never where others can reach the pages."""
SECRET_KEY = env.secret(
    "GATEPOST_SECRET_KEY", "only-for-the-demo" if DEMO else None, least=0 if DEMO else 32,
    otherwise="For a command about the invented records of the demo, set GATEPOST_DEMO=1 instead, and GATEPOST_DATA to "
    "their folder.",
)  # fmt: skip
"""What sign-ins and links are signed with: 50 characters or more that nobody else knows; fewer than 32 are refused.
The demo has one."""
DATA = env.folder("GATEPOST_DATA", Path.cwd() / "gatepost-data")
"""The folder of the database and the pictures: what to back up. Without it, `gatepost-data` where the server starts."""
ALLOWED_HOSTS = env.words("GATEPOST_HOSTS", "localhost,127.0.0.1,[::1]")
"""The names by which people reach the server, parted by commas."""
SECURE = env.switch("GATEPOST_HTTPS", default=not DEMO)
"""Whether people reach the server by HTTPS, as they must; off in the demo alone. A proxy in front says so to the
server in `X-Forwarded-Proto`."""
DATABASES: dict[str, Any] = {"default": env.database("GATEPOST_DATABASE", f"sqlite:///{DATA / 'gatepost.sqlite3'}")}
"""Where the records are: `sqlite:///path`, or `postgresql://user:password@host:port/name`. Without it, a file among the
data."""
EMAIL_HOST = env.text("GATEPOST_SMTP_HOST", "")
"""The server that takes e-mail, by STARTTLS. Without it, e-mail is printed instead of sent."""
EMAIL_HOST_USER = env.text("GATEPOST_SMTP_USER", "")
"""The name under which e-mail is handed in."""
EMAIL_HOST_PASSWORD = env.text("GATEPOST_SMTP_PASSWORD", "")
"""The password to that name."""
EMAIL_PORT = env.number("GATEPOST_SMTP_PORT", 587)
"""The port of that server."""
DEFAULT_FROM_EMAIL = env.text("GATEPOST_FROM", "gatepost@localhost")
"""The address that e-mail comes from."""
APPROVAL_DAYS = env.number("GATEPOST_APPROVAL_DAYS", 7)
"""How long an approval holds, in days."""
FAMILY_LINK_DAYS = env.number("GATEPOST_FAMILY_LINK_DAYS", 30)
"""How long a family's link to its own answers works, in days."""
TAKE_DOWN_SCHOOL_DAYS = env.number("GATEPOST_TAKE_DOWN_SCHOOL_DAYS", 2)
"""How long there is to take a live post down, in school days; ten days of any kind at the most."""
LOOK = env.switch("GATEPOST_LOOK", default=True)
"""Whether faces and words are looked for in pictures, where what does that is installed. Nothing leaves the server, and
nobody is recognised. Off, the page asks the same questions and says that nothing has looked."""
ORIGINAL_DAYS = env.number("GATEPOST_ORIGINAL_DAYS", 2)
"""How long a draft keeps a picture as it was before something in it was blurred or cut off, in days. It goes at once
when the draft is sent for sign-off."""

# --- what follows ---

EMAIL_USE_TLS = True
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else "gatepost.config.letters.EmailBackend"
MEDIA_ROOT = DATA / "pictures"
CACHES = {
    "default": {
        # Among the data, so that all processes of the server know the same tries at signing in.
        # Past as many entries as this some are forgotten by chance; Django's own 300 would not do for a staff room.
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}
# A message may hold a pupil's name, and can be read in a cookie by whoever has the computer.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
STATIC_URL = "/static/"
STATIC_ROOT = None  # whitenoise serves the files where they are
STATICFILES_DIRS = [ROOT / "web" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
VERSION = __version__

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "gatepost.audit",
    "gatepost.schools",
    "gatepost.handbook",
    "gatepost.consents",
    "gatepost.channels",
    "gatepost.duties",
    "gatepost.publishing",
    "gatepost.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "gatepost.web.limits.BodyLimit",
]

ROOT_URLCONF = "gatepost.config.urls"
WSGI_APPLICATION = "gatepost.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "gatepost.web.drawing.Templates",
        "NAME": "django",
        "DIRS": [ROOT / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                ("django.template.loaders.cached.Loader", [
                    "django.template.loaders.filesystem.Loader",
                    "django.template.loaders.app_directories.Loader",
                ]),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "gatepost.web.context.page",
            ],
            "builtins": ["gatepost.web.templatetags.gatepost"],
        },
    }
]  # fmt: skip

# --- people and sign-in ---

AUTH_USER_MODEL = "schools.Person"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ["name", "email"]}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]  # fmt: skip
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "gatepost.web.sign_in.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # people are added by the school, with the school's own address
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = None
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Gatepost: "
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # whoever types an address that is not on the register gets no letter
# A whole staff room signs in from one address; a login that is being guessed is locked by axes after eight tries.
ACCOUNT_RATE_LIMITS = {"login": "120/m/ip", "login_failed": "60/m/ip,20/15m/key"}
MFA_FORMS = {"authenticate": "gatepost.web.forms.codes.SignIn", "reauthenticate": "gatepost.web.forms.codes.Again"}
MFA_ADAPTER = "gatepost.web.sign_in.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO  # a demo is on localhost, without HTTPS
MFA_TOTP_ISSUER = "Gatepost"
MFA_TOTP_TOLERANCE = 1  # a phone may be half a minute fast or slow
USERSESSIONS_TRACK_ACTIVITY = False  # it would write to the database on every page
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "login"
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_HTTPONLY = True

# --- headers ---

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
# Gatepost is one host of a school's domain: what holds for the others, and for browsers' lists, is theirs to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF, NONCE],
        "script-src": [SELF, NONCE],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- limits ---

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes of a form, files apart
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
PICTURE_MAX_BYTES = 30 * 1024 * 1024
REQUEST_MAX_BYTES = 100 * 1024 * 1024  # all that a page sends at once, refused by its length before any is read
PICTURE_MAX_PIXELS = 60_000_000
PICTURES_PER_POST = 10

# --- place ---

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django.request": {"level": "ERROR"}},  # a form sent back to be put right is no fault
}
