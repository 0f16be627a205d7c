"""The settings as the type checker loads them: it has no environment of ours."""

import os

os.environ.setdefault("GATEPOST_DEMO", "1")

from gatepost.config.settings import *  # noqa: F403
