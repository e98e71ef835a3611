"""One JSON document of a whole casebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dateline import __version__
from dateline.export.masking import masked_incident, veiled
from dateline.export.options import ExportOptions
from dateline.export.privacy import Veil, veil_of
from dateline.record import Incident, Record
from dateline.record.form import to_json
from dateline.record.record import GAZETTEER_ATTRIBUTION


def pieces(records: Iterable[Record], incidents: Iterable[Incident], options: ExportOptions) -> Iterator[bytes]:
    """`{"dateline": {...}, "records": [...], "incidents": [...]}`, a record or incident at a time.

    Names of private people are hidden unless `options.show_names`; the head says which.
    """
    head = {
        "version": __version__,
        "attribution": [GAZETTEER_ATTRIBUTION],
        "private_names": "shown" if options.show_names else "masked",
    }
    veils: dict[str, Veil] = {}
    yield b'{"dateline":' + msgspec.json.encode(head)
    yield b',\n"records":['
    yield from listed(records if options.show_names else noting_veils(records, veils))
    yield b'],\n"incidents":['
    yield from listed(incidents if options.show_names else (masked_incident(one, veils) for one in incidents))
    yield b"]}\n"


def noting_veils(records: Iterable[Record], veils: dict[str, Veil]) -> Iterator[Record]:
    """The records with private names masked; what was hidden is noted in `veils`, for the incidents after them."""
    for record in records:
        if veil := veil_of(record):
            veils[record.report.id] = veil
            yield veiled(record, veil)
        else:
            yield record


def listed(items: Iterable[Record] | Iterable[Incident]) -> Iterator[bytes]:
    """The items as JSON, each on a line, commas between them."""
    separator = b"\n"
    for item in items:
        yield separator + to_json(item)
        separator = b",\n"
