"""Ingest: from files, folders, feeds and archives to reports, each with the bytes it came from.

`reports_from` is the way in. One module reads one kind of source; what they share is how a report is finished
(`finishing`), how bytes become text (`decoding`) and how a text falls into sections (`sections`).
"""

from dateline.ingest.batch import reports_from
from dateline.ingest.sections import sections
from dateline.ingest.source import IngestOptions, Source, SourceKind

__all__ = ["IngestOptions", "Source", "SourceKind", "reports_from", "sections"]
