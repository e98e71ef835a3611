"""Builds the PDF, Word and e-mail samples of `examples/reports/` from their words in `examples/sources/`.

    python tools/build_examples.py [FOLDER]      (FOLDER: where to write, examples/reports unless given)

Guaranteed: the same sources give the same words, properties and dates, whenever it runs; with the same zlib, the same
bytes. Needs fpdf2, of the `dev` extra.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from docx import Document
from fpdf import FPDF

EXAMPLES = Path(__file__).parent.parent / "examples"
ZIP_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can hold


def blocks(name: str) -> list[str]:
    """The paragraphs of a source text; the first is the headline."""
    return (EXAMPLES / "sources" / name).read_text(encoding="utf-8").strip().split("\n\n")


def rent_marches() -> bytes:
    """A PDF as an outlet's press office would send it."""
    headline, *paragraphs = blocks("rent-marches.txt")
    pdf = FPDF(format="A4")
    pdf.core_fonts_encoding = "windows-1252"
    pdf.set_creation_date(datetime(2023, 10, 23, 8, 0, tzinfo=UTC))
    pdf.set_title(headline)
    pdf.set_author("Clara Nogueira")
    pdf.set_margin(25)
    pdf.set_compression(False)  # so that the bytes hang on no version of zlib
    pdf.add_page()
    pdf.set_font("Times", "B", 20)
    pdf.multi_cell(0, 9, headline, align="L", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Times", "", 11.5)
    for paragraph in paragraphs:
        pdf.ln(3.5)
        pdf.multi_cell(0, 5.5, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def solwezi_weekly_note() -> bytes:
    """A Word file with headings, its date and author in the properties too."""
    title, *paragraphs = blocks("solwezi-weekly-note.txt")
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "Kabompo Civilian Monitor"
    for moment in ("created", "modified"):
        setattr(document.core_properties, moment, datetime(2024, 3, 22, 9, 0))
    document.add_heading(title, level=0)
    for paragraph in paragraphs:
        is_heading = len(paragraph) < 60 and not paragraph.endswith((".", "2024"))
        document.add_heading(paragraph, level=1) if is_heading else document.add_paragraph(paragraph)
    packed = io.BytesIO()
    document.save(packed)
    return dateless_zip(packed.getvalue())


def dateless_zip(packed: bytes) -> bytes:
    """The same zip file without the times at which its parts were written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(out, "w") as after:
        for entry in before.infolist():
            plain = zipfile.ZipInfo(entry.filename, ZIP_DATE)
            plain.external_attr = 0o644 << 16
            plain.create_system = 3
            after.writestr(plain, before.read(entry), compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def market_post() -> bytes:
    """An e-mail newsletter: headers, then the text."""
    headline, *paragraphs = blocks("market-post.txt")
    message = EmailMessage(policy=SMTP)
    message["From"] = "Lusaka Evening Post <newsroom@evening-post.example>"
    message["To"] = "Readers <readers@evening-post.example>"
    message["Subject"] = headline
    message["Date"] = "Thu, 14 Mar 2024 18:30:00 +0200"
    message["Message-ID"] = "<20240314.183000@evening-post.example>"
    message.set_content("\n\n".join(paragraphs) + "\n", cte="quoted-printable")
    return message.as_bytes()


BUILDERS: dict[str, Callable[[], bytes]] = {
    "rent-marches.pdf": rent_marches,
    "solwezi-weekly-note.docx": solwezi_weekly_note,
    "market-post.eml": market_post,
}


def main(folder: Path = EXAMPLES / "reports") -> None:
    """Write the three files into the folder."""
    for name, build in BUILDERS.items():
        (folder / name).write_bytes(build())


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
