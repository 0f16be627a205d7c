"""Typed readers of the environment, which fail with what to do."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None, *, otherwise: str = "") -> str:
    """Return a setting; `<name>_FILE` names a file that holds it.

    Without a default it must be given; `otherwise` says, as a sentence, what else whoever has not given it may want.
    """
    if path := os.environ.get(f"{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE names {path}, which cannot be read: {error.strerror}.") from error
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(
            f"Set {name}, or {name}_FILE to the path of a file that holds it. {otherwise}".strip()
        )
    return value


def secret(name: str, default: str | None = None, *, least: int, otherwise: str = "") -> str:
    """Return a setting that nobody may guess, of this many characters or more. `otherwise` is as in `text`."""
    value = text(name, default, otherwise=otherwise)
    if len(value) < least:
        raise ImproperlyConfigured(
            f"{name} has {len(value)} characters. Give it {least} or more that nobody can guess; fifty are best."
        )
    return value


def switch(name: str, *, default: bool = False) -> bool:
    """Return a setting that is on or off."""
    value = text(name, "1" if default else "0").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    raise ImproperlyConfigured(f"{name} is 1 or 0, not “{value}”.")


def number(name: str, default: int) -> int:
    """Return a setting that is a whole number, none or more."""
    value = text(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} is a whole number, not “{value}”.")
    return int(value)


def words(name: str, default: str = "") -> list[str]:
    """Return a setting that is a list, parted by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path) -> Path:
    """Return a setting that is a folder."""
    return Path(text(name, str(default))).expanduser().resolve()


def database(name: str, default: str) -> dict[str, object]:
    """Return Django's settings of a database from `sqlite:///path` or `postgresql://user:password@host:port/name`."""
    given = text(name, default)
    parts = urlsplit(given)
    if parts.scheme == "sqlite":
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": parts.path[1:] or ":memory:", "OPTIONS": _SQLITE}
    if parts.scheme in {"postgres", "postgresql"}:
        host = dict(parse_qsl(parts.query)).get("host") or parts.hostname or ""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": parts.path[1:],
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": host,
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
    raise ImproperlyConfigured(f"{name} starts with sqlite:/// or postgresql://, not with “{parts.scheme}:”.")


# Django's own settings of SQLite insert ten times slower, and fail on a lock at once where a second would do.
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
}
