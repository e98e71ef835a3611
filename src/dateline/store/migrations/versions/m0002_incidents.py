"""Incidents: what linking made of the readings. All of it follows from the readings and the judgements, and is replaced
when they change; the judgements themselves are kept as they were.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sketches",
        sa.Column("reading_number", sa.Integer, sa.ForeignKey("readings.number"), primary_key=True),
        sa.Column("linker", sa.Text, nullable=False),
        sa.Column("sketch", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "linked",
        sa.Column("report_id", sa.Text, primary_key=True),
        sa.Column("reading_number", sa.Integer, sa.ForeignKey("readings.number"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "members",
        sa.Column("report_id", sa.Text, primary_key=True),
        sa.Column("event_id", sa.Text, primary_key=True),
        sa.Column("incident", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("members_of_an_incident", "members", ["incident"])
    op.create_table(
        "linking",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("linker", sa.Text, nullable=False),
        sa.Column("judgements", sa.Integer, nullable=False),
    )
