"""A text with the words underlined that a verdict is about."""

from collections.abc import Iterator, Sequence

from gatepost.cli.terminal import Terminal, columns, harmless

Stretch = tuple[int, int]
"""Characters `[start, end)` of a text."""

_MOST_LINES = 6


def excerpt(text: str, marked: Sequence[Stretch], *, terminal: Terminal, margin: str = "  ") -> list[str]:
    """Return the text in lines that fit, with the marked stretches underlined, or with ^^^^ below without colours.

    A long text is cut to the lines that are marked, else to its first ones.
    """
    shown = harmless(text)
    lines = [*_lines(shown, terminal.width - len(margin))]
    if len(lines) > _MOST_LINES:
        lines = _kept(lines, marked)
    out: list[str] = []
    for start, end in lines:
        if start < 0:
            out.append(f"{margin}…")
            continue
        within = [(max(a, start), min(b, end)) for a, b in marked if a < end and b > start]
        out += _line(shown, start, end, within, terminal, margin)
    return out


def _kept(lines: list[Stretch], marked: Sequence[Stretch]) -> list[Stretch]:
    """Keep at most six lines: those with a mark first, then from the top; (-1, -1) stands where lines are left out."""
    hit = [i for i, (start, end) in enumerate(lines) if any(a < end and b > start for a, b in marked)]
    chosen = sorted([*hit, *(i for i in range(len(lines)) if i not in hit)][:_MOST_LINES])
    out: list[Stretch] = []
    for previous, index in zip([-1, *chosen], chosen, strict=False):
        out += [(-1, -1), lines[index]] if index != previous + 1 else [lines[index]]
    return out if chosen[-1] == len(lines) - 1 else [*out, (-1, -1)]


def _line(text: str, start: int, end: int, within: list[Stretch], terminal: Terminal, margin: str) -> Iterator[str]:
    if terminal.colour:
        yield margin + "".join(_painted(text, start, end, within, terminal))
        return
    end = start + len(text[start:end].rstrip())
    yield margin + text[start:end]
    if within:
        under = ["^" if any(a <= i < b for a, b in within) else " " for i in range(start, end)]
        marks = "".join(sign * columns(text[start + i]) for i, sign in enumerate(under))
        yield (margin + marks).rstrip()


def _painted(text: str, start: int, end: int, within: list[Stretch], terminal: Terminal) -> Iterator[str]:
    at = start
    for a, b in sorted(within):
        yield text[at : max(a, at)]
        yield terminal.paint(text[max(a, at) : max(b, at)], "underline", "bold")
        at = max(b, at)
    yield text[at:end]


def _lines(text: str, width: int) -> Iterator[Stretch]:
    """Yield the stretches of a text that make a line each, broken at spaces where it can be."""
    start = 0
    for part in text.split("\n"):
        end = start + len(part)
        # Only the next few lines are measured, or a long line would be measured once for each of its pieces.
        while columns(text[start : min(end, start + 4 * width)]) > width:
            at = _break(text, start, end, width)
            yield start, at
            start = at
        yield start, end
        start = end + 1


def _break(text: str, start: int, end: int, width: int) -> int:
    used, at = 0, start
    while at < end and used + columns(text[at]) <= width:
        used += columns(text[at])
        at += 1
    space = text.rfind(" ", start + 1, at + 1)
    return space + 1 if space > start else max(at, start + 1)
