"""Reports that were corrected after they had been placed wait to be placed anew, by the text that they have now."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from silang.archive.streams import UNREAD

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    report = sa.table("report", *map(sa.column, ("address", "version", "current", "story")))
    waiting = sa.table("waiting", sa.column("address"), sa.column("data"))
    placed = sa.select(report.c.address, sa.literal(UNREAD, sa.LargeBinary)).where(
        report.c.current.is_(sa.true()), report.c.version > 1, report.c.story.is_not(None)
    )
    op.get_bind().execute(sa.insert(waiting).from_select(["address", "data"], placed))


def downgrade() -> None:
    report = sa.table("report", *map(sa.column, ("address", "current", "story")))
    waiting = sa.table("waiting", sa.column("address"))
    placed = sa.select(report.c.address).where(report.c.current.is_(sa.true()), report.c.story.is_not(None))
    op.get_bind().execute(sa.delete(waiting).where(waiting.c.address.in_(placed)))
