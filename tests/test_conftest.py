"""The network is closed to every test, this machine's own servers excepted."""

import socket

import pytest

from tests.conftest import NetworkBlocked, is_this_machine


# 192.0.2.1 and 2001:db8::1 are addresses kept for documentation: nobody is there.
@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "school.example", b"school.example", "localhost.example"])
def test_another_machine_is_not_this_one(host):
    assert not is_this_machine(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost", b"localhost"])
def test_the_loopback_is_this_machine(host):
    assert is_this_machine(host)


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_no_test_can_connect_to_another_machine(method):
    with socket.socket() as outward, pytest.raises(NetworkBlocked):
        getattr(outward, method)(("192.0.2.1", 443))


def test_no_test_can_send_a_datagram_to_another_machine():
    with socket.socket(type=socket.SOCK_DGRAM) as outward, pytest.raises(NetworkBlocked):
        outward.sendto(b"hello", ("192.0.2.1", 53))


def test_no_test_can_look_up_a_name():
    with pytest.raises(NetworkBlocked):
        socket.getaddrinfo("school.example", 443)


def test_a_server_on_this_machine_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()
