"""The first tables, and each store's own full-text index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("first", sa.String),
        sa.Column("last", sa.String),
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("outlets", sa.Integer, nullable=False),
        sa.Column("born", sa.Integer, nullable=False, unique=True),
        sa.Column("noun", sa.LargeBinary, nullable=False),
    )
    op.create_index("story_last", "story", ["last"])
    op.create_table(
        "alias",
        sa.Column("old", sa.String, primary_key=True),
        sa.Column("story", sa.String, nullable=False),
        sa.Column("born", sa.Integer, nullable=False),
    )
    op.create_index("alias_story", "alias", ["story"])
    op.create_table(
        "report",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("read_as", sa.Text, nullable=False),
        sa.Column("outlet", sa.String),
        sa.Column("headline", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("published", sa.String),
        sa.Column("day", sa.String),
        sa.Column("added", sa.String, nullable=False),
        sa.Column("story", sa.String, sa.ForeignKey("story.id")),
        sa.Column("noun", sa.LargeBinary, nullable=False),
        sa.Column("found", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("address", "version"),
        sa.UniqueConstraint("address", "digest"),
    )
    op.create_index("report_day", "report", ["current", "day", "story"])
    op.create_index("report_story", "report", ["story", "current"])
    op.create_index("report_outlet", "report", ["outlet", "current", "day"])
    op.create_table(
        "placed",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("address", sa.String, nullable=False, unique=True),
        sa.Column("day", sa.String, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_index("placed_day", "placed", ["day"])
    op.create_table(
        "outlet",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("group", sa.String),
    )
    op.create_table(
        "named",
        sa.Column("report", sa.Integer, sa.ForeignKey("report.n"), primary_key=True),
        sa.Column("label", sa.String, primary_key=True),
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("statements", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("named_key", "named", ["label", "key", "statements", "report"])
    op.create_table(
        "credited",
        sa.Column("report", sa.Integer, sa.ForeignKey("report.n"), primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
    )
    op.create_table(
        "compared",
        sa.Column("story", sa.String, primary_key=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("noun", sa.LargeBinary, nullable=False),
        sa.Column("least", sa.Integer),
        sa.Column("most", sa.Integer),
    )
    op.create_table(
        "ruling",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("verdict", sa.Boolean, nullable=False),
        sa.Column("left", sa.String, nullable=False),
        sa.Column("right", sa.String, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("ruling.number"), unique=True),
        sa.Column("address", sa.String),
        sa.Column("bound", sa.Text),
    )
    op.create_table(
        "input",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("added", sa.String, nullable=False),
    )
    op.create_table(
        "state",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE terms USING fts5(headline, body, content='', "
            'tokenize="unicode61 remove_diacritics 0")'
        )
        return
    op.execute("CREATE TABLE terms (report INTEGER PRIMARY KEY REFERENCES report (n), vector TSVECTOR NOT NULL)")
    op.execute("CREATE INDEX terms_vector ON terms USING gin (vector)")


def downgrade() -> None:
    op.drop_table("terms")
    for name in ("state", "input", "ruling", "compared", "credited", "named", "outlet", "placed", "report", "alias"):
        op.drop_table(name)
    op.drop_table("story")
