"""Reports in, sourced records out: who did what to whom, where, when, how many, and according to whom.

The names below are what Dateline promises to keep. Each is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from dateline.batch import Summary, code_reports
    from dateline.casebook import Casebook, export_casebook, open_casebook
    from dateline.errors import DatelineError, InputError, StoreError, UsageError
    from dateline.evaluate.factuality import evaluate_factuality
    from dateline.export import ExportOptions
    from dateline.ingest import IngestOptions
    from dateline.record import Event, Incident, Record, Report, Span
    from dateline.text import code_text
    from dateline.version import coder_version

ROOM_OF = {
    "Casebook": "dateline.casebook",
    "DatelineError": "dateline.errors",
    "Event": "dateline.record",
    "ExportOptions": "dateline.export",
    "Incident": "dateline.record",
    "IngestOptions": "dateline.ingest",
    "InputError": "dateline.errors",
    "Record": "dateline.record",
    "Report": "dateline.record",
    "Span": "dateline.record",
    "StoreError": "dateline.errors",
    "Summary": "dateline.batch",
    "UsageError": "dateline.errors",
    "code_reports": "dateline.batch",
    "code_text": "dateline.text",
    "coder_version": "dateline.version",
    "evaluate_factuality": "dateline.evaluate.factuality",
    "export_casebook": "dateline.casebook",
    "open_casebook": "dateline.casebook",
}

__all__ = [
    "Casebook",
    "DatelineError",
    "Event",
    "ExportOptions",
    "Incident",
    "IngestOptions",
    "InputError",
    "Record",
    "Report",
    "Span",
    "StoreError",
    "Summary",
    "UsageError",
    "__version__",
    "code_reports",
    "code_text",
    "coder_version",
    "evaluate_factuality",
    "export_casebook",
    "open_casebook",
]


def __getattr__(name: str) -> object:
    if name not in ROOM_OF:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(import_module(ROOM_OF[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
