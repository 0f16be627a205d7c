"""What a server runs."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gatepost.config.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018 - every page is loaded now, and not when it is first asked for
# What is loaded stays: to look through all of it for rubbish again and again would hold up pages of many rows.
gc.collect()
gc.freeze()
# A page of hundreds of accounts makes tens of thousands of objects, which its end frees by itself: to look for rubbish
# every 700 of them, which is the default, took a fifth of the page.
gc.set_threshold(50_000, 10, 10)
