from types import SimpleNamespace

from gatepost.cli import records
from gatepost.cli.main import main


def test_it_listens_to_this_computer_alone_unless_told(monkeypatch):
    given = {}
    monkeypatch.setattr(records, "command", lambda name: SimpleNamespace(serve=lambda **said: given.update(said) or 0))
    assert main(["serve"]) == 0
    assert (given["host"], given["port"], given["migrate"]) == ("127.0.0.1", 8000, False)
