"""The text of a PDF."""

from pathlib import Path

import pytest

from gatepost.policy.lint.pdf import SCANNED, UnableToReadPdf, read_pdf_text


def one_page(content: str) -> bytes:
    """A PDF of one page with this content stream, as small as the format allows."""
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    trailer = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 6\n0000000000 65535 f \n{table}{trailer}".encode()


def test_the_text_of_a_policy_is_read_line_by_line(tmp_path: Path) -> None:
    shown = "BT /F 12 Tf 20 300 Td (Next review: May 2026) Tj 0 -20 Td (We follow KCSIE 2024.) Tj ET"
    (tmp_path / "policy.pdf").write_bytes(one_page(shown))
    assert read_pdf_text(tmp_path / "policy.pdf").splitlines() == ["Next review: May 2026", "We follow KCSIE 2024."]


def test_a_scan_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(one_page("0 0 400 400 re f"))
    with pytest.raises(UnableToReadPdf) as refused:
        read_pdf_text(tmp_path / "scan.pdf")
    assert str(refused.value) == SCANNED


def test_what_is_no_pdf_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "notes.pdf").write_bytes(b"not a pdf")
    with pytest.raises(UnableToReadPdf, match=r"notes\.pdf cannot be opened as a PDF"):
        read_pdf_text(tmp_path / "notes.pdf")


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_pdf_text(tmp_path / "none.pdf")
