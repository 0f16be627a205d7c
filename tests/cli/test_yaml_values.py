import datetime

import pytest

from gatepost.cli.yaml_values import UnreadableYaml, yaml_documents


def values(text):
    """What the documents hold; a problem as its class."""
    read = (value for _, value in yaml_documents(text))
    return [UnreadableYaml if isinstance(value, UnreadableYaml) else value for value in read]


READ = {
    "a mapping": ("a: 1", [{"a": 1}]),
    "a list": ("- 1\n- 2", [1, 2]),
    "two documents": ("a: 1\n---\nb: 2", [{"a": 1}, {"b": 2}]),
    "a document behind its start": ("--- {a: 1}", [{"a": 1}]),
    "a document behind a directive": ("%YAML 1.1\n---\na: 1", [{"a": 1}]),
    "a dash inside a text": ("a: |\n  ---\n  b", [{"a": "---\nb"}]),
    "a longer row of dashes": ("a: 1\n#----\nb: 2", [{"a": 1, "b": 2}]),
    "a merged mapping": ("- &x {a: 1}\n- {<<: *x, b: 2}", [{"a": 1}, {"a": 1, "b": 2}]),
    "a day": ("a: 2026-11-21", [{"a": datetime.date(2026, 11, 21)}]),
    "a day that is none, beside one that is": (
        "- 2026-02-30\n- 2026-02-28",
        [UnreadableYaml, datetime.date(2026, 2, 28)],
    ),
    "a key twice, beside a sound entry": ("- {a: 1, a: 2}\n- {a: 1}", [UnreadableYaml, {"a": 1}]),
    "a key twice in different mappings": ("- {a: 1}\n- {a: 2}", [{"a": 1}, {"a": 2}]),
    "a broken document between sound ones": ("a: 1\n---\n[\n---\nb: 2", [{"a": 1}, UnreadableYaml, {"b": 2}]),
    "an unknown tag": ("a: !python/object:os.system x", [UnreadableYaml]),
    "an alias to nothing": ("a: *x", [UnreadableYaml]),
    "a control character": ("a: \x01", [UnreadableYaml]),
    "nothing": ("\n# a remark\n", []),
}


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_each_document_is_read_by_itself(text, expected):
    assert values(text) == expected


def test_a_problem_names_its_line():
    assert [line for line, _ in yaml_documents("a: 1\n---\nb: 2\nc: [\n---\nd: 4")] in ([1, 3, 6], [1, 4, 6], [1, 5, 6])
