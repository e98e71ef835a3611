"""Web pages, feeds and web archives."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest
from made_files import (
    LEAD,
    RSS,
    SECOND,
    TITLE,
    errors,
    marked,
    only_error,
    only_report,
    only_source,
    page,
    pdf,
    read,
    reports,
    warc,
)

META = (
    '<meta property="og:site_name" content="The Kalden Post"><meta name="author" content="Mara Linde">'
    '<meta property="article:published_time" content="2031-03-03T23:30:00-05:00">'
    '<link rel="canonical" href="https://example.org/clashes">'
)


def saved(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_a_page_is_its_main_text_with_its_metadata(tmp_path: Path) -> None:
    source = only_source(saved(tmp_path, "a.html", page(head=META)))
    report = source.report
    assert report.text == f"{TITLE}\n\n{LEAD}\n\n{SECOND}"
    assert (report.title, report.authors, report.publisher) == (TITLE, ("Mara Linde",), "The Kalden Post")
    assert (report.published, report.url) == (date(2031, 3, 3), "https://example.org/clashes")
    assert marked(report) == [("title", TITLE), ("paragraph", LEAD), ("paragraph", SECOND)]
    assert source.original == page(head=META)


def test_captions_and_headings_of_a_page_are_sections(tmp_path: Path) -> None:
    body = (
        "<figure><img src='a.jpg'><figcaption>Police stand guard at the burnt bridge.</figcaption></figure>"
        f"<p>{LEAD}</p><h2>Curfew in the old town</h2><p>{SECOND}</p>"
    )
    assert marked(only_report(saved(tmp_path, "a.html", page(body=body)))) == [
        ("title", TITLE),
        ("caption", "Police stand guard at the burnt bridge."),
        ("paragraph", LEAD),
        ("heading", "Curfew in the old town"),
        ("paragraph", SECOND),
    ]


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("", "", None),  # the footer says when the page was generated, and which year the rights are of
        ("", "<p>On 4 May 2012 the army took the town.</p>", None),
        ("", '<time datetime="2012-05">May 2012</time>', None),
        ('<meta name="date" content="0025-02-03">', "", None),
        ('<meta property="article:modified_time" content="2015-02-03">', "", None),
        ('<meta name="pubdate" content="20120504">', "", date(2012, 5, 4)),
        ('<meta property="article:published_time" content="1987-05-04T08:00:00Z">', "", date(1987, 5, 4)),
        ("", '<time datetime="2012-05-04T10:00">4 May</time>', date(2012, 5, 4)),
        ("", "<p>Published 4 May 2012</p>", date(2012, 5, 4)),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "dateModified": "2014-01-01",'
            '"datePublished": "2013-02-03T10:00:00Z"}]}</script>',
            "",
            date(2013, 2, 3),
        ),
        ('<script type="application/ld+json">{broken</script>', "", None),
        ('<link rel="canonical" href="https://example.org/2012/05/04/x.html">', "", date(2012, 5, 4)),
    ],
)
def test_a_page_has_the_date_it_states_and_no_other(
    tmp_path: Path, head: str, body: str, published: date | None
) -> None:
    data = page(head=head, body=f"{body}<p>{LEAD}</p><p>{SECOND}</p>")
    assert only_report(saved(tmp_path, "a.html", data)).published == published


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "utf-16", "iso-8859-1"])
def test_the_encoding_a_page_declares_is_read(tmp_path: Path, charset: str) -> None:
    data = page(body=f"<p>Café owners in Norvânia fled. {LEAD}</p><p>{SECOND}</p>", charset=charset)
    assert "Café owners in Norvânia fled." in only_report(saved(tmp_path, "a.html", data)).text


def test_a_very_short_page_is_read(tmp_path: Path) -> None:
    data = b"<html><head><title>Note</title></head><body>Dockers struck.<br>Police came.</body></html>"
    assert "Dockers struck." in only_report(saved(tmp_path, "a.html", data)).text


@pytest.mark.parametrize(
    "data", [b"<html><body></body></html>", b"<!doctype html>", b"<html><script>x()</script></html>"]
)
def test_a_page_without_text_is_reported(tmp_path: Path, data: bytes) -> None:
    assert only_error(saved(tmp_path, "a.html", data)).file == str(tmp_path / "a.html")


def test_a_feed_gives_a_report_an_entry(tmp_path: Path) -> None:
    first, second = reports(read(saved(tmp_path, "a.rss", RSS)))
    assert marked(first) == [
        ("title", "Rebels & army trade fire"),
        ("paragraph", LEAD),
        ("heading", "Curfew"),
        ("paragraph", SECOND),
    ]
    assert (first.published, first.authors, first.publisher) == (date(2031, 3, 3), ("Mara Linde",), "The Kalden Post")
    assert (first.url, first.source) == ("https://example.org/1", f"{tmp_path / 'a.rss'}, entry 1")
    assert second.text == "Strike called off\n\nDockers ended their strike. They return on Friday."
    assert second.published is None


def test_an_entrys_original_is_its_own_bytes_and_gives_its_id(tmp_path: Path) -> None:
    longer = RSS.replace(b"<item><title>Rebels", b"<item><title>New</title></item><item><title>Rebels")
    before = {report.title: report.id for report in reports(read(saved(tmp_path, "a.rss", RSS)))}
    after = {report.title: report.id for report in reports(read(saved(tmp_path, "b.rss", longer)))}
    assert before.items() <= after.items()
    assert len(after) == 3


def test_an_atom_feed_is_known_by_its_content(tmp_path: Path) -> None:
    atom = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Strike</title>'
        '<updated>2031-03-03T08:00:00Z</updated><link href="https://example.org/3"/>'
        '<content type="html">&lt;p&gt;Dockers struck.&lt;/p&gt;</content></entry></feed>'
    )
    source = only_source(saved(tmp_path, "download", atom.encode()))
    assert source.report.text == "Strike\n\nDockers struck."
    assert source.report.published == date(2031, 3, 3)
    assert source.media_type == "application/atom+xml"


def test_a_feed_cut_short_gives_what_stands_before_and_an_error(tmp_path: Path) -> None:
    found = read(saved(tmp_path, "a.rss", RSS[: RSS.index(b"Strike called off")]))
    assert reports(found)[0].title == "Rebels & army trade fire"
    assert "broken" in errors(found)[-1].reason


def test_a_feed_without_entries_is_reported(tmp_path: Path) -> None:
    data = b'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title></channel></rss>'
    assert "no entries" in only_error(saved(tmp_path, "a.xml", data)).reason


def test_the_same_entry_twice_is_reported(tmp_path: Path) -> None:
    item = b"<item><title>Strike</title><description>Dockers struck.</description></item>"
    found = read(saved(tmp_path, "a.xml", b'<rss version="2.0"><channel>' + item + item + b"</channel></rss>"))
    assert len(reports(found)) == 1
    assert errors(found)[0].row == 2


@pytest.mark.parametrize("packed", [False, True])
def test_an_archive_gives_its_pages_and_passes_over_the_rest(tmp_path: Path, packed: bool) -> None:
    archive = warc(
        ("https://example.org/2031/03/03/a", "200 OK", "text/html; charset=utf-8", page()),
        ("https://example.org/gone", "404 Not Found", "text/html", b"<html>gone</html>"),
        ("https://example.org/a.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://example.org/b.pdf", "200 OK", "application/pdf", pdf()),
        ("https://example.org/c.txt", "200 OK", "text/plain", b"Dockers struck."),
    )
    path = saved(tmp_path, "a.warc.gz" if packed else "a.warc", gzip.compress(archive) if packed else archive)
    html, document, text = read(path)
    found = reports([html, document, text])
    assert [report.url for report in found] == [
        "https://example.org/2031/03/03/a",
        "https://example.org/b.pdf",
        "https://example.org/c.txt",
    ]
    assert [report.source for report in found] == [f"{path}, record {number}" for number in (1, 4, 5)]
    assert found[0].published == date(2031, 3, 3)
    assert (found[0].publisher, found[2].text) == ("example.org", "Dockers struck.")


def test_an_archived_page_has_the_servers_bytes_as_its_original(tmp_path: Path) -> None:
    archive = warc(("https://example.org/a", "200 OK", "text/html", page()))
    assert only_source(saved(tmp_path, "a.warc", archive)).original == page()


def test_an_archived_page_without_text_is_named_and_the_rest_go_on(tmp_path: Path) -> None:
    archive = warc(
        ("https://example.org/empty", "200 OK", "text/html", b"<html><body></body></html>"),
        ("https://example.org/a", "200 OK", "text/html", page()),
    )
    found = read(saved(tmp_path, "a.warc", archive))
    (error,) = errors(found)
    assert error.row == 1
    assert "https://example.org/empty" in error.reason
    assert len(reports(found)) == 1


def test_an_archive_cut_short_is_reported(tmp_path: Path) -> None:
    archive = warc(("https://example.org/a", "200 OK", "text/html", page()))
    assert "cut short" in only_error(saved(tmp_path, "a.warc", archive[: len(archive) // 2])).reason


def test_an_archive_without_pages_is_reported(tmp_path: Path) -> None:
    archive = warc(("https://example.org/a.png", "200 OK", "image/png", b"\x89PNG"))
    assert "no page" in only_error(saved(tmp_path, "a.warc", archive)).reason
