"""The tests of the database run on the database that was asked for, and its server leaves nothing behind."""

import os
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from tests.servers import postgres


@pytest.mark.django_db
def test_the_tests_run_on_the_database_that_was_asked_for():
    asked = "postgresql" if os.environ.get("GATEPOST_DATABASE", "").startswith("postgres") else "sqlite"
    assert connection.vendor == asked


def connect(address):
    """A connection to the server at an address of ours."""
    return psycopg.connect(host=address.partition("host=")[2], user="gatepost", dbname="postgres")


@pytest.fixture(params=["the system's, where there is one", "the wheel's"])
def address(request, monkeypatch):
    """The address of a running server."""
    if request.param == "the wheel's":
        monkeypatch.setattr(postgres, "of_the_system", lambda: None)
    with postgres.server() as found:
        yield found


def test_a_server_answers_on_its_socket_and_on_no_port(address):
    with connect(address) as session:
        row = session.execute("select current_setting('listen_addresses'), current_setting('server_version_num')")
        ports, number = row.fetchone()
    assert (ports, int(number) >= postgres.OLDEST * 10_000) == ("", True)


def test_nothing_is_left_of_a_server():
    with postgres.server() as found:
        home = Path(found.partition("host=")[2])
    assert not home.exists()
