import json

import pytest

from gatepost.cli.heads import read_heads
from gatepost.cli.output import UsageProblem
from tests.cli.commands import written

HEAD = {"trust": "ashgrove", "count": 12, "digest": "a" * 64}
LINE = f"ashgrove 12 {'a' * 64}"


@pytest.mark.parametrize("text", [f"{LINE}\n", f"\n  {LINE}\n\n", json.dumps(HEAD), json.dumps([HEAD])])
def test_a_head_is_read_as_it_was_printed(tmp_path, text):
    assert read_heads(str(written(tmp_path, text, "head.txt"))) == [HEAD]


@pytest.mark.parametrize(
    "text", ["", "ashgrove 12", f"ashgrove -1 {'a' * 64}", f"{LINE}\nnothing", "{}", "[1]", '{"trust": 1', "[[]]"]
)
def test_anything_else_is_refused_with_what_to_give(tmp_path, text):
    with pytest.raises(UsageProblem, match="gatepost audit head"):
        read_heads(str(written(tmp_path, text, "head.txt")))
