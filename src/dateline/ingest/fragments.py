"""Pieces of HTML, as feeds and mails carry them: all their words, block by block, with nothing judged away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.ingest.layout import Part
from dateline.record.values import SectionKind

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "table", "tr", "section", "article", "figure",
    "figcaption", "header", "footer", "br", "hr", "body", *HEADINGS,
}  # fmt: skip
HIDDEN = {"script", "style", "noscript", "template", "head", "svg", "iframe"}
MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:[a-zA-Z]+|#\d+);")


def fragment_parts(source: str) -> list[Part]:
    """The blocks of a piece of HTML, or of plain text with a paragraph a line."""
    if not MARKUP.search(source):
        return [Part("paragraph", line) for line in re.split(r"\n\s*\n", source) if line.strip()]
    from lxml import html

    try:
        root = html.fragment_fromstring(source, create_parent="body")
    except (ValueError, html.etree.LxmlError):
        return [Part("paragraph", re.sub(r"<[^>]*>", " ", source))]
    return [part for part in blocks(root) if part.words.strip()]


def blocks(root: object) -> Iterator[Part]:
    """The words of a tree, parted where a block begins or ends; without recursion, for trees of any depth."""
    from lxml.etree import iterwalk

    words: list[str] = []
    kind: SectionKind = "paragraph"
    hidden = 0
    for event, element in iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event in ("comment", "pi"):
            words.append(element.tail or "")
            continue
        if tag in BLOCKS:
            yield Part(kind, "".join(words))
            words.clear()
            kind = block_kind(tag) if event == "start" else "paragraph"
        hidden += (tag in HIDDEN) * (1 if event == "start" else -1)
        if not hidden:
            words.append((element.text if event == "start" else element.tail if element is not root else "") or "")
    yield Part(kind, "".join(words))


def block_kind(tag: str) -> SectionKind:
    """What a block is by its tag."""
    if tag == "figcaption":
        return "caption"
    return "heading" if tag in HEADINGS else "paragraph"


def bare_words(source: str) -> str:
    """The words of a piece of HTML in one line."""
    return " ".join(" ".join(part.words for part in fragment_parts(source)).split())
