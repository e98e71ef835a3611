"""The page: a whole casebook in one HTML file that needs no network, no server and no other file."""

from __future__ import annotations

import base64
import hashlib
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import IO

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from dateline import __version__
from dateline.export import telling as wording
from dateline.export.marks import layers
from dateline.export.masking import masked_incident, veiled
from dateline.export.options import ExportOptions
from dateline.export.privacy import MASK, Veil, veil_of
from dateline.export.segments import Layer, Segment, blocks
from dateline.export.telling import Telling, one_line, report_name
from dateline.export.together import EventLink, told_together
from dateline.record import Incident, Record
from dateline.record.record import GAZETTEER_ATTRIBUTION

PIECE = 1 << 16  # bytes that are copied at once
KEPT_IN_MEMORY = 1 << 24  # bytes of the page after which the disk is used
MASKED = re.compile(f"{MASK}+")
REPORTS_OPEN = 1  # how many reports the page opens by itself


@dataclass(slots=True)
class Summary:
    """What the page says of the whole, gathered while the reports go by."""

    reports: int = 0
    events: int = 0
    types: set[str] = field(default_factory=set)
    factualities: set[str] = field(default_factory=set)
    links: dict[tuple[str, str], EventLink] = field(default_factory=dict)
    veils: dict[str, Veil] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        """Count one report, the next."""
        self.reports += 1
        self.events += len(record.events)
        self.types |= {event.type for event in record.events}
        self.factualities |= {event.factuality for event in record.events}
        name = one_line(record.report.publisher or "") or report_name(record.report)
        for number, event in enumerate(record.events, 1):
            self.links[record.report.id, event.id] = EventLink(f"e{self.reports}-{number}", name)


def pieces(records: Iterable[Record], incidents: Iterable[Incident], options: ExportOptions) -> Iterator[bytes]:
    """The page, piece by piece. Reports are rendered one at a time and laid by on the disk, so that a casebook of any
    size takes little memory. Names of private people are masked unless `options.show_names`.
    """
    summary = Summary()
    with (
        tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY) as tables,
        tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY) as texts,
    ):
        for record in records:
            veil = None if options.show_names else veil_of(record)
            if veil:
                summary.veils[record.report.id] = veil
            shown = veiled(record, veil) if veil else record
            summary.add(shown)
            context = report_context(shown, summary.reports)
            tables.write(rendered("events.html.j2", **context))
            texts.write(rendered("report.html.j2", **context))
        frame = rendered("page.html.j2", **page_context(summary, incidents, options))
        head, middle, foot = frame.split(b"<!-- cut -->")
        yield head
        yield from copied(tables)
        yield middle
        yield from copied(texts)
        yield foot


def page_context(summary: Summary, incidents: Iterable[Incident], options: ExportOptions) -> dict[str, object]:
    """What the frame of the page shows."""
    style, script = asset("page.css"), asset("page.js")
    shown = incidents if options.show_names else (masked_incident(one, summary.veils) for one in incidents)
    return {
        "title": options.title,
        "told_together": list(told_together(shown, summary.links)),
        "summary": summary,
        "style": Markup(style),
        "script": Markup(script),
        "style_digest": digest(style),
        "script_digest": digest(script),
        "version": __version__,
        "attribution": GAZETTEER_ATTRIBUTION,
        "is_masked": not options.show_names,
    }


def report_context(record: Record, number: int) -> dict[str, object]:
    """What the two parts of a report show: its text in marked blocks, and its events."""
    telling = Telling(record)
    return {
        "number": number,
        "report": record.report,
        "blocks": blocks(record.report, layers(telling)),
        "events": record.events,
        "telling": telling,
        "is_open": number <= REPORTS_OPEN,
    }


def rendered(template: str, **context: object) -> bytes:
    """A template filled in."""
    return environment().get_template(template).render(context).encode("utf-8", errors="replace")


@cache
def environment() -> Environment:
    """Jinja with everything escaped and nothing undefined let pass."""
    made = Environment(
        loader=PackageLoader("dateline.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(visible=visible, readable=readable, kinds=kinds, tips=tips, ties=ties)
    made.globals.update(wording=wording)
    return made


def visible(text: str) -> str:
    """The text with control characters, which HTML cannot hold, replaced one for one."""
    return "".join("\ufffd" if ord(letter) < 32 and letter not in "\t\n\r" else letter for letter in text)


def readable(text: str) -> Markup:
    """The text for people: escaped, visible, and what is masked marked as such."""
    return Markup(MASKED.sub(r'<span class="mask">\g<0></span>', str(escape(visible(text)))))


def kinds(segment: Segment) -> str:
    """The classes of a segment: the kinds of its layers, each once."""
    return " ".join(dict.fromkeys(layer.kind for layer in segment.layers))


def tips(segment: Segment) -> str:
    """What is told of a segment when it is pointed at."""
    return "\n".join(dict.fromkeys(visible(layer.tip) for layer in segment.layers if layer.tip))


def ties(segment: Segment) -> str:
    """The events that a segment belongs to, each with its part in it: "2:trigger 5:place"."""
    tied: Iterable[Layer] = (layer for layer in segment.layers if layer.event is not None)
    return " ".join(dict.fromkeys(f"{layer.event}:{layer.kind}" for layer in tied))


def asset(name: str) -> str:
    """A file of `static/`."""
    return (files("dateline.export") / "static" / name).read_text(encoding="utf-8")


def digest(content: str) -> str:
    """The name by which the page's security policy allows this content and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii")


def laid_by() -> tempfile.SpooledTemporaryFile[bytes]:
    """Room for a part of the page until its turn comes."""
    return tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY)


def copied(part: IO[bytes]) -> Iterator[bytes]:
    """What was laid by, from its beginning."""
    part.seek(0)
    while piece := part.read(PIECE):
        yield piece
