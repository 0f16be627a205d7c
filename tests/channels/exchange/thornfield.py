"""The accounts of an invented school as its policy prints them: two rows of headings, months without a day."""

HEADINGS = ("Platform", "Account name", "Master administration role", "Approved users (posting)", "Date", "")
UNDER = ("", "", "", "", "Opened", "Closed")
MEDIA = "AV Media and Creative Arts Technician"
THREE = f"Senior Deputy Head, PA to Headteacher and {MEDIA}"
ROWS = (
    ("LinkedIn", "https://uk.linkedin.com/company/thornfield-school", "PA to Headteacher", "PA to Headteacher",
     "Sept 2020", ""),
    ("Facebook", "Thornfield School", MEDIA, THREE, "Nov 2019", "n/a"),
    ("Facebook", "Thornfield Trips", MEDIA, THREE, "September 2023", ""),
    ("Instagram", "@ThornfieldSch", MEDIA, THREE, "Nov 2019", "-"),
    ("Twitter", "@ThornfieldOld", "Headteacher", "Headteacher", "2014", "July 2023"),
)  # fmt: skip
TABLE = (HEADINGS, UNDER, *ROWS)
ABOVE = "Thornfield School posts on these accounts:"
BELOW = "Everything that we post there celebrates what pupils do."


def tabbed() -> str:
    """The table as it comes out of the text of a PDF, with a sentence above and one below."""
    return "\n".join((ABOVE, "", *("\t".join(row) for row in TABLE), "", BELOW, ""))


def as_csv() -> str:
    """The table as a spreadsheet saves it."""
    return "\r\n".join(",".join(f'"{cell}"' if "," in cell else cell for cell in row) for row in TABLE) + "\r\n"


def laid_out() -> str:
    """The table as a PDF program lays it out with spaces: what is too long for its column goes on below."""
    lines = [ABOVE, ""]
    for row in TABLE:
        cells = [_broken(cell, width - 3) for cell, width in zip(row, (12, 54, 24, 28, 18, 12), strict=True)]
        for number in range(max(map(len, cells))):
            parts = [cell[number] if number < len(cell) else "" for cell in cells]
            padded = (part.ljust(width) for part, width in zip(parts, (12, 54, 24, 28, 18, 12), strict=True))
            lines.append("".join(padded).rstrip())
    return "\n".join(lines)


def _broken(cell: str, width: int) -> list[str]:
    lines = [""]
    for word in cell.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
