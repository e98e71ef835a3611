"""Web pages saved to disk: main text, title, authors, publisher, date and address, through trafilatura."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

from dateline.errors import InputError
from dateline.ingest.decoding import declared_encoding, decoded
from dateline.ingest.finishing import source_from
from dateline.ingest.fragments import fragment_parts
from dateline.ingest.layout import Part, laid_out
from dateline.ingest.packing import whole_document
from dateline.ingest.pagedates import address_date, page_date
from dateline.ingest.quiet import quiet
from dateline.ingest.source import Draft, IngestOptions, Source
from dateline.record.values import SectionKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MEDIA_TYPE = "text/html"
TEXT_MEND = "save the page again with its text on it, or pass the text itself"
SHORT_PAGE, MAIN_SHARE = 1_000, 0.6  # characters of text, and the share of them that must have been found
LARGEST_SHORT_PAGE = 500_000  # characters with markup
LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "readability")
# trafilatura's own search for a date fills in a missing day from the clock; `page_date` reads it instead.
NO_DATES = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}
BLOCKS: dict[str, SectionKind] = {
    "head": "heading", "p": "paragraph", "quote": "paragraph", "item": "paragraph", "row": "paragraph",
    "code": "paragraph", "ab": "paragraph", "fw": "paragraph",
}  # fmt: skip


def read_page(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The one report of an HTML file; InputError where no main text is found."""
    data = whole_document(stream, name, options)
    text = decoded(data, name, declared=declared_encoding(data), forced=options.encoding)
    yield source_from(page_draft(text, name), data, name=name, media_type=MEDIA_TYPE)


def page_draft(page: str, name: str, *, url: str | None = None) -> Draft:
    """What a page holds. `url` is where it was fetched from, which counts less than the address it gives itself.

    The title opens the text; captions stay where their pictures stood. Menus, comments and footers are left out.
    """
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    with quiet(*LIBRARIES):
        tree = load_html(page)
        if tree is None:
            raise InputError("is no web page", file=name, mend=TEXT_MEND)
        published = page_date(tree)
        captions = freed_captions(tree)
        found: Any = bare_extraction(
            tree, url=url, with_metadata=True, include_comments=False, date_extraction_params=NO_DATES
        )
        parts = main_parts(list(body_parts(found.body, captions)) if found is not None else [], page)
    title = found.title if found is not None else None
    if not any(part.words.strip() for part in parts):
        raise InputError("has no main text", file=name, mend=TEXT_MEND)
    text, sections = laid_out(parts, title=title)
    address = (found.url if found is not None else None) or url
    return Draft(
        text=text,
        sections=sections,
        title=title or None,
        authors=authors_of(found.author if found is not None else None),
        publisher=(found.sitename if found is not None else None) or host(address),
        published=published or address_date(address),
        url=address,
    )


def main_parts(found: list[Part], page: str) -> list[Part]:
    """What trafilatura found; all words of a short page where it found few of them: it is made for long ones."""
    length = sum(len(part.words) for part in found if part.kind == "paragraph")
    if length >= SHORT_PAGE or len(page) > LARGEST_SHORT_PAGE:
        return found
    everything = fragment_parts(page)
    words = sum(len(part.words) for part in everything)
    return everything if not length or (words < SHORT_PAGE and length < MAIN_SHARE * words) else found


def freed_captions(tree: HtmlElement) -> set[str]:
    """Turns captions into paragraphs, which trafilatura keeps, and returns their words."""
    words = set()
    for caption in list(tree.iter("figcaption")):
        caption.tag = "p"
        words.add(" ".join(caption.text_content().split()))
    for figure in list(tree.iter("figure")):
        figure.tag = "div"
    return words


def body_parts(body: HtmlElement, captions: set[str]) -> Iterator[Part]:
    """The blocks of trafilatura's body, in their order; a block inside another is read with the outer one."""
    for element in body.iterchildren():
        if element.tag in BLOCKS:
            words = " ".join(" ".join(element.itertext()).split()) if element.tag == "row" else inline(element)
            yield Part("caption" if words in captions else BLOCKS[element.tag], words)
        elif isinstance(element.tag, str):
            yield from body_parts(element, captions)
        if element.tail and element.tail.strip():
            yield Part("paragraph", element.tail)


def inline(element: HtmlElement) -> str:
    """An element's words, with a break where the page breaks the line."""
    for line_break in element.iter("lb"):
        line_break.tail = " " + (line_break.tail or "")
    return " ".join("".join(element.itertext()).split())


def authors_of(stated: str | None) -> tuple[str, ...]:
    """The names in what trafilatura gives as author."""
    return tuple(name.strip() for name in (stated or "").split(";") if name.strip())


def host(url: str | None) -> str | None:
    """The site of an address, which stands for the publisher where the page does not name it."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None
