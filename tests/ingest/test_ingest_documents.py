"""Plain text, PDF, Word and mail files: one report each."""

from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path

import pytest
from made_files import (
    DATELINE,
    LEAD,
    SECOND,
    STORY,
    TITLE,
    mail,
    marked,
    only_error,
    only_report,
    only_source,
    page,
    pdf,
    read,
    reports,
)

from dateline.ingest import IngestOptions


def saved(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


# Plain text and Markdown


def test_plain_text_keeps_every_character(tmp_path: Path) -> None:
    text = "  Bombs 💣 fell.\r\n\r\n\tNa\u0308chte \u00a0 قتل\u200f.\n\n\n"
    source = only_source(saved(tmp_path, "a.txt", text.encode()))
    assert source.report.text == text
    assert source.original == text.encode()
    assert source.report.sha256 == hashlib.sha256(text.encode()).hexdigest()


def test_the_head_of_a_text_gives_title_author_and_date(tmp_path: Path) -> None:
    report = only_report(saved(tmp_path, "a.txt", STORY.encode()))
    assert (report.title, report.authors, report.published) == (TITLE, ("Mara Linde",), date(2031, 3, 3))
    assert report.language == "en"
    assert marked(report) == [
        ("title", TITLE),
        ("byline", "By Mara Linde"),
        ("dateline", DATELINE),
        ("paragraph", LEAD),
        ("paragraph", SECOND),
    ]


def test_the_id_follows_from_the_content_alone(tmp_path: Path) -> None:
    one = only_report(saved(tmp_path, "a.txt", STORY.encode()))
    same = only_report(saved(tmp_path, "b.md", STORY.encode()))
    other = only_report(saved(tmp_path, "c.txt", STORY.encode() + b"!"))
    assert one.id == same.id != other.id


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ("By Mara Linde, Kalden News\n\n", "Kalden News"),
        ("By Mara Linde\nThe Kalden Post\n3 March 2031\n\n", "The Kalden Post"),
        ("By Mara Linde, Staff Writer\n\n", None),
        ("By Mara Linde, Jo Beck and Ana Brod\n\n", None),
        ("By The Associated Press\n\n", "The Associated Press"),
        ("KALDEN, Norvania, March 3 (NPA) - ", "NPA"),
        ("KALDEN (NORVANIA), March 3 - ", None),
        ("", None),
    ],
)
def test_the_publisher_is_the_outlet_or_agency_that_the_head_names(
    tmp_path: Path, head: str, publisher: str | None
) -> None:
    report = only_report(saved(tmp_path, "a.txt", f"{TITLE}\n\n{head}{LEAD}\n\n{SECOND}\n".encode()))
    assert report.publisher == publisher
    assert report.title == TITLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    text = "Café owners in “Norva” say three men – all armed – fired at them on Monday."
    assert only_report(saved(tmp_path, "a.txt", text.encode(encoding))).text == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Полиция открыла огонь по протестующим в столице, сообщили свидетели. " * 5),
        ("shift_jis", "警察は首都で抗議者に発砲したと目撃者が語った。" * 8),
        ("cp1253", "Η αστυνομία άνοιξε πυρ κατά των διαδηλωτών στην πρωτεύουσα. " * 5),
    ],
)
def test_other_scripts_are_detected(tmp_path: Path, encoding: str, text: str) -> None:
    assert only_report(saved(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_an_encoding_can_be_given_and_is_held_to(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.txt", "Café".encode("cp1252"))
    assert only_report(path, options=IngestOptions(encoding="cp437")).text == "CafΘ"
    assert "is not utf-8" in only_error(path, options=IngestOptions(encoding="utf-8")).reason


def test_characters_that_no_encoding_has_are_noted(tmp_path: Path) -> None:
    report = only_report(saved(tmp_path, "a.txt", b"Rebels \x81 shelled the town of Kalden overnight, the army said."))
    assert report.notes == ("holds characters that could not be decoded",)


def test_a_date_is_never_made_up(tmp_path: Path) -> None:
    path = saved(tmp_path, "2024-05-06.txt", b"Rebels shelled the town on Monday. It was 3 May 2021 when they came.")
    assert only_report(path).published is None


def test_headings_of_markdown_are_sections(tmp_path: Path) -> None:
    report = only_report(saved(tmp_path, "a.md", f"# {TITLE}\n\n{LEAD}\n\n## Curfew\n\n{SECOND}\n".encode()))
    assert [kind for kind, _ in marked(report)] == ["title", "paragraph", "heading", "paragraph"]
    assert report.title == TITLE


# PDF


def test_a_pdf_is_read_with_its_parts(tmp_path: Path) -> None:
    source = only_source(saved(tmp_path, "a.pdf", pdf()))
    report = source.report
    assert (report.title, report.authors, report.published) == (TITLE, ("Mara Linde",), date(2031, 3, 3))
    assert " ".join(report.text.split()) == " ".join(f"{TITLE} By Mara Linde {DATELINE} {LEAD} {SECOND}".split())
    assert [part.kind for part in report.sections] == ["title", "byline", "dateline", "paragraph", "paragraph"]
    assert source.media_type == "application/pdf"


def test_when_a_pdf_was_made_is_no_date_of_publication(tmp_path: Path) -> None:
    assert only_report(saved(tmp_path, "a.pdf", pdf([LEAD, SECOND]))).published is None


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    data = pdf(["This is the part PAGE of a long report on Norvania.", LEAD, SECOND], pages=4, feet=True)
    text = only_report(saved(tmp_path, "a.pdf", data)).text
    assert "weekly edition" not in text
    assert "Page 2" not in text
    assert "number d of a long report" in text


def test_a_pdf_with_a_password_is_reported(tmp_path: Path) -> None:
    error = only_error(saved(tmp_path, "a.pdf", pdf(password="secret")))
    assert "password" in error.reason
    assert error.mend


def test_a_pdf_that_only_restricts_its_use_is_read(tmp_path: Path) -> None:
    assert LEAD[:40] in only_report(saved(tmp_path, "a.pdf", pdf(password=""))).text


def test_a_pdf_without_text_is_reported_as_a_scan(tmp_path: Path) -> None:
    error = only_error(saved(tmp_path, "a.pdf", pdf([])))
    assert "pictures" in error.reason
    assert "OCR" in (error.mend or "")


def test_a_pdf_cut_short_is_reported_or_read_and_never_raises(tmp_path: Path) -> None:
    data = pdf()
    for length in range(20, len(data), 97):
        assert len(read(saved(tmp_path, "a.pdf", data[:length]))) == 1


# Word


def word(*paragraphs: tuple[str, str | None], author: str = "Mara Linde", title: str = "") -> bytes:
    import docx

    document = docx.Document()
    for words, style in paragraphs:
        document.add_paragraph(words, style=style)
    document.core_properties.author, document.core_properties.title = author, title
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def test_a_word_file_is_read_by_its_styles(tmp_path: Path) -> None:
    data = word(
        (TITLE, "Title"), ("By Mara Linde", None), ("Police at the bridge", "Caption"), (f"{DATELINE} {LEAD}", None),
        ("Curfew", "Heading 1"), (SECOND, None),
    )  # fmt: skip
    report = only_report(saved(tmp_path, "a.docx", data))
    assert marked(report) == [
        ("title", TITLE),
        ("byline", "By Mara Linde"),
        ("caption", "Police at the bridge"),
        ("dateline", DATELINE),
        ("paragraph", LEAD),
        ("heading", "Curfew"),
        ("paragraph", SECOND),
    ]
    assert (report.title, report.authors, report.published) == (TITLE, ("Mara Linde",), date(2031, 3, 3))


def test_a_word_file_without_styles_is_read_by_its_looks(tmp_path: Path) -> None:
    report = only_report(saved(tmp_path, "a.docx", word((TITLE, None), (LEAD, None), (SECOND, None))))
    assert [kind for kind, _ in marked(report)] == ["title", "paragraph", "paragraph"]


def test_a_word_files_properties_are_its_metadata_but_not_its_dates(tmp_path: Path) -> None:
    report = only_report(saved(tmp_path, "a.docx", word((LEAD, None), (SECOND, None), title="Field notes")))
    assert (report.title, report.authors) == ("Field notes", ("Mara Linde",))
    assert report.published is None


def test_a_programs_name_is_no_author(tmp_path: Path) -> None:
    assert only_report(saved(tmp_path, "a.docx", word((LEAD, None), author="python-docx"))).authors == ()


def test_the_rows_of_a_table_are_read_in_their_place(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(LEAD)
    grid = document.add_table(2, 2)
    for index, words in enumerate(("Town", "Dead", "Kalden", "2")):
        grid.cell(index // 2, index % 2).text = words
    document.add_paragraph(SECOND)
    data = io.BytesIO()
    document.save(data)
    text = only_report(saved(tmp_path, "a.docx", data.getvalue())).text
    assert text == f"{LEAD}\n\nTown Dead\n\nKalden 2\n\n{SECOND}"


def test_an_empty_word_file_is_reported(tmp_path: Path) -> None:
    assert "no text" in only_error(saved(tmp_path, "a.docx", word())).reason


# Mail


def test_a_message_is_its_plain_text_with_subject_sender_and_date(tmp_path: Path) -> None:
    report = only_report(saved(tmp_path, "a.eml", mail(f"{LEAD}\n\n{SECOND}\n").as_bytes()))
    assert report.text == f"{LEAD}\n\n{SECOND}\n"
    assert (report.title, report.authors, report.published) == (TITLE, ("Mara Linde",), date(2031, 3, 3))


def test_the_sender_is_the_publisher_where_a_byline_names_the_writer(tmp_path: Path) -> None:
    message = mail(f"By Jo Beck\n\n{LEAD}\n\n{SECOND}\n", From="The Kalden Post <news@example.org>")
    report = only_report(saved(tmp_path, "a.eml", message.as_bytes()))
    assert (report.authors, report.publisher) == (("Jo Beck",), "The Kalden Post")


def test_plain_text_goes_before_html_in_a_message(tmp_path: Path) -> None:
    message = mail(LEAD)
    message.add_alternative("<p>The page.</p>", subtype="html")
    assert only_report(saved(tmp_path, "a.eml", message.as_bytes())).text.strip() == LEAD


def test_a_message_in_html_alone_is_read_as_a_page(tmp_path: Path) -> None:
    body = f"<html><body><div><p>{LEAD}</p><p>{SECOND}</p></div><script>track()</script></body></html>"
    report = only_report(saved(tmp_path, "a.eml", mail(body, subtype="html").as_bytes()))
    assert LEAD in report.text
    assert "track" not in report.text
    assert report.title == TITLE


def test_attachments_are_named_in_a_note(tmp_path: Path) -> None:
    message = mail(LEAD)
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="list of names.pdf")
    assert "list of names.pdf" in only_report(saved(tmp_path, "a.eml", message.as_bytes())).notes[0]


def test_a_message_without_text_is_reported(tmp_path: Path) -> None:
    assert "no text" in only_error(saved(tmp_path, "a.eml", mail("").as_bytes())).reason


@pytest.mark.parametrize("written", ["not a date", "Thu, 99 Foo 2031", "", "Mon, 03 Mar 0025 08:00:00 +0000"])
def test_a_broken_date_header_is_no_date(tmp_path: Path, written: str) -> None:
    data = f"Subject: x\r\nFrom: a@example.org\r\nDate: {written}\r\n\r\n{LEAD}\r\n".encode()
    assert only_report(saved(tmp_path, "a.eml", data)).published is None


def test_a_message_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    head = (
        b"Subject: =?iso-8859-1?Q?Caf=E9?=\r\nFrom: a@example.org\r\nContent-Type: text/plain; charset=iso-8859-1\r\n"
    )
    data = head + b"Content-Transfer-Encoding: 8bit\r\n\r\n" + "Café “Norva” was bombed.".encode("cp1252")
    report = only_report(saved(tmp_path, "a.eml", data))
    assert (report.title, report.text) == ("Café", "Café “Norva” was bombed.")


def test_a_page_saved_as_one_file_is_read_and_its_saving_is_not(tmp_path: Path) -> None:
    message = mail(page().decode(), subtype="html", From="<Saved by Blink>")
    message["Snapshot-Content-Location"] = "https://example.org/2031/02/28/story.html"
    report = only_report(saved(tmp_path, "a.mhtml", message.as_bytes()))
    assert report.url == "https://example.org/2031/02/28/story.html"
    assert report.published == date(2031, 2, 28)


def test_a_message_is_known_by_its_headers_alone(tmp_path: Path) -> None:
    path = saved(tmp_path, "message", mail(LEAD).as_bytes())
    assert [report.title for report in reports(read(path))] == [TITLE]
