import pytest

from gatepost.cli.transcripts import END, START, inserted, main, transcript


def test_the_transcript_shows_real_commands():
    text = transcript()
    assert (text.startswith("$ cat post.yaml\nid: sports-day\n"), text.count("\n$ gatepost check post.yaml")) == (
        True,
        2,
    )


def test_the_transcript_is_the_same_twice():
    assert transcript() == transcript()


def test_only_what_stands_between_the_markers_changes():
    assert inserted(f"a\n{START}\nold\n{END}\nb", "new") == f"a\n{START}\n```text\nnew\n```\n{END}\nb"


@pytest.mark.parametrize("page", ["", START, END, f"{END} {START}"])
def test_a_page_without_its_markers_is_refused(page):
    with pytest.raises(ValueError, match="needs the lines"):
        inserted(page, "new")


def test_an_old_transcript_is_noticed_and_written_again(tmp_path, capsys):
    readme = tmp_path / "README.md"
    readme.write_text(f"{START}\n{END}\n", "utf-8")
    words = ["--readme", str(readme)]
    assert [main(["--check", *words]), main(words), main(["--check", *words])] == [1, 0, 0]
