"""The casebook's tables. Nothing in them is overwritten: triggers refuse every UPDATE and DELETE of what was stored.

A report may stand in several versions (same id, other text or metadata), a version of a report in several readings
(one for each version of the coder). Views take the latest. Times of the clock stand here alone, never in a record.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

APPLICATION_ID = 0x44_41_54_45  # "DATE": tells a casebook from any other SQLite file
HEAD = "0002"  # the newest migration that this version of Dateline knows

metadata = MetaData()

originals = Table(
    "originals",
    metadata,
    Column("sha256", Text, primary_key=True, comment="of the bytes as they came"),
    Column("media_type", Text, nullable=False),
    Column("length", Integer, nullable=False, comment="bytes, before compression"),
    Column("compressed", LargeBinary, nullable=False, comment="zlib"),
    Column("name", Text, comment="the name under which it first came"),
    Column("stored_at", Text, nullable=False, comment="UTC, ISO 8601"),
)

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True, comment="in the order of arrival"),
    Column("report_id", Text, nullable=False),
    Column("version", Integer, nullable=False, comment="1, 2, ...: same id, other text or metadata"),
    Column("digest", Text, nullable=False, comment="of text and metadata; equal where nothing that matters differs"),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("published", Text, comment="YYYY-MM-DD"),
    Column("language", Text),
    Column("source", Text),
    Column("details", Text, nullable=False, comment="JSON: authors, url, sections, notes"),
    Column("original", Text, ForeignKey("originals.sha256"), nullable=False),
    Column("stored_at", Text, nullable=False, comment="UTC, ISO 8601"),
    UniqueConstraint("report_id", "version", name="one_report_a_version"),
    UniqueConstraint("report_id", "digest", name="one_version_a_digest"),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report_id", Text, nullable=False),
    Column("report_version", Integer, nullable=False),
    Column("version", Integer, nullable=False, comment="1, 2, ...: same report version, other coder"),
    Column("coder", Text, nullable=False, comment="version of the coder"),
    Column("findings", Text, nullable=False, comment="JSON: the record without its report"),
    Column("stored_at", Text, nullable=False, comment="UTC, ISO 8601"),
    ForeignKeyConstraint(["report_id", "report_version"], ["reports.report_id", "reports.version"]),
    UniqueConstraint("report_id", "report_version", "version", name="one_reading_a_version"),
    UniqueConstraint("report_id", "report_version", "coder", name="one_reading_a_coder"),
)

failures = Table(
    "failures",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report_id", Text, nullable=False),
    Column("report_version", Integer, nullable=False),
    Column("coder", Text, nullable=False, comment="version of the coder"),
    Column("attempt", Integer, nullable=False, comment="1, 2, ...: how often this coder has tried"),
    Column("reason", Text, nullable=False),
    Column("stored_at", Text, nullable=False, comment="UTC, ISO 8601"),
    ForeignKeyConstraint(["report_id", "report_version"], ["reports.report_id", "reports.version"]),
    Index("failures_of_a_report", "report_id", "report_version", "coder"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("field", Text),
    Column("old", Text),
    Column("new", Text),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False, comment="ISO 8601, with its offset"),
    Column("reason", Text),
    Index("judgements_of_a_subject", "subject"),
)

sketches = Table(
    "sketches",
    metadata,
    Column("reading_number", Integer, ForeignKey("readings.number"), primary_key=True),
    Column("linker", Text, nullable=False, comment="version of linking; a sketch of another version is made anew"),
    Column("sketch", LargeBinary, nullable=False, comment="what linking needs to know of the reading"),
)

linked = Table(
    "linked",
    metadata,
    Column("report_id", Text, primary_key=True),
    Column("reading_number", Integer, ForeignKey("readings.number"), nullable=False, comment="that was linked last"),
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    Column("report_id", Text, primary_key=True),
    Column("event_id", Text, primary_key=True),
    Column("incident", Text, nullable=False, comment="the incident's id"),
    Column("origin", Text, nullable=False, comment="the report of the incident of which this one is a near copy"),
    Index("members_of_an_incident", "incident"),
    sqlite_with_rowid=False,
)

linking = Table(
    "linking",
    metadata,
    Column("number", Integer, primary_key=True, comment="1: the only row"),
    Column("linker", Text, nullable=False),
    Column("judgements", Integer, nullable=False, comment="how many were heeded"),
)

# The latest version of each report that was read, and its latest reading, by their numbers. A version that could not be
# read yet does not hide the one before it. `place_in_order` is where the report's first version came.
latest = Table(
    "latest",
    MetaData(),  # a view: not created with the tables, nor compared with them
    Column("report_number", Integer),
    Column("reading_number", Integer),
    Column("report_id", Text),
    Column("place_in_order", Integer),
)
