import socket

import pytest

from gatepost.cli.output import UsageProblem
from gatepost.config.commands.serving import free_port, is_free


@pytest.fixture
def taken():
    """A port that somebody listens to."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_port_that_is_taken_is_passed_over(taken):
    assert free_port(taken) > taken


def test_a_port_is_free_once_nobody_listens():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    assert is_free("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("192.0.2.1", 8000), ("127.0.0.1", 70_000)])
def test_where_nobody_can_listen_is_a_plain_sentence(host, port):
    with pytest.raises(UsageProblem):
        is_free(host, port)
