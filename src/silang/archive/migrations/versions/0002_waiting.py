"""What a report is placed by waits beside it; credits by key, and times of publication in one zone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from silang.archive.preparing import instant
from silang.comparison.entities import fold

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "waiting",
        sa.Column("address", sa.String, primary_key=True),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.add_column("report", sa.Column("instant", sa.String))
    op.add_column("credited", sa.Column("key", sa.String, nullable=False, server_default=""))
    op.create_index("credited_key", "credited", ["key", "report"])
    connection = op.get_bind()
    report = sa.table("report", sa.column("published"), sa.column("instant"))
    for (published,) in connection.execute(sa.select(report.c.published).distinct()).all():
        if told := instant(published):
            connection.execute(sa.update(report).where(report.c.published == published).values(instant=told))
    credited = sa.table("credited", sa.column("name"), sa.column("key"))
    for (name,) in connection.execute(sa.select(credited.c.name).distinct()).all():
        connection.execute(sa.update(credited).where(credited.c.name == name).values(key=fold(name)))


def downgrade() -> None:
    op.drop_index("credited_key", "credited")
    op.drop_column("credited", "key")
    op.drop_column("report", "instant")
    op.drop_table("waiting")
