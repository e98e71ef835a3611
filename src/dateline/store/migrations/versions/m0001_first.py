"""The first casebook: originals, reports, readings, failures, judgements, and the search over reports.

A migration is history: it is never edited after a release, whatever becomes of `schema.py`.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEPT = ("originals", "reports", "readings", "failures", "judgements")

LATEST = """
CREATE VIEW latest AS
SELECT report_number, reading_number, report_id, place_in_order FROM (
    SELECT r.number AS report_number, d.number AS reading_number, r.report_id,
           min(r.number) OVER (PARTITION BY r.report_id) AS place_in_order,
           row_number() OVER (PARTITION BY r.report_id ORDER BY r.version DESC, d.version DESC) AS rank
    FROM reports r JOIN readings d ON d.report_id = r.report_id AND d.report_version = r.version
) WHERE rank = 1
"""


def upgrade() -> None:
    create_tables()
    create_search()
    op.execute(LATEST)
    for table in KEPT:
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuse_{deed.lower()} BEFORE {deed} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'a casebook keeps what was stored in {table}'); END"
            )


def create_tables() -> None:
    op.create_table(
        "originals",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("compressed", sa.LargeBinary, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("stored_at", sa.Text, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("report_id", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("original", sa.Text, sa.ForeignKey("originals.sha256"), nullable=False),
        sa.Column("stored_at", sa.Text, nullable=False),
        sa.UniqueConstraint("report_id", "version", name="one_report_a_version"),
        sa.UniqueConstraint("report_id", "digest", name="one_version_a_digest"),
    )
    op.create_table(
        "readings",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("report_id", sa.Text, nullable=False),
        sa.Column("report_version", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("coder", sa.Text, nullable=False),
        sa.Column("findings", sa.Text, nullable=False),
        sa.Column("stored_at", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["report_id", "report_version"], ["reports.report_id", "reports.version"]),
        sa.UniqueConstraint("report_id", "report_version", "version", name="one_reading_a_version"),
        sa.UniqueConstraint("report_id", "report_version", "coder", name="one_reading_a_coder"),
    )
    op.create_table(
        "failures",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("report_id", sa.Text, nullable=False),
        sa.Column("report_version", sa.Integer, nullable=False),
        sa.Column("coder", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("stored_at", sa.Text, nullable=False),
        sa.ForeignKeyConstraint(["report_id", "report_version"], ["reports.report_id", "reports.version"]),
    )
    op.create_index("failures_of_a_report", "failures", ["report_id", "report_version", "coder"])
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("field", sa.Text),
        sa.Column("old", sa.Text),
        sa.Column("new", sa.Text),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
    )
    op.create_index("judgements_of_a_subject", "judgements", ["subject"])


def create_search() -> None:
    """Full-text search over `reports`, which holds the words: the index keeps none of its own."""
    op.execute(
        "CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='reports', content_rowid='number', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER reports_into_search AFTER INSERT ON reports "
        "BEGIN INSERT INTO report_words(rowid, title, text) VALUES (new.number, new.title, new.text); END"
    )
