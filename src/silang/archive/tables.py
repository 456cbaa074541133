"""The tables, the same on both stores. `migrations` makes them; a test holds the two against each other.

Nouns are kept whole in `noun` and `found` (see `records`); the columns beside them are what lists and search ask for.
The full-text index `terms` is each store's own and stands in `fulltext`.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

HEAD = "0003"  # the newest migration

meta = MetaData()

story = Table(
    "story", meta,
    Column("id", String, primary_key=True),
    Column("headline", Text, nullable=False),
    Column("first", String),
    Column("last", String),
    Column("reports", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("born", Integer, nullable=False, unique=True),
    Column("noun", LargeBinary, nullable=False),
    Index("story_last", "last"),
)  # fmt: skip

alias = Table(
    "alias", meta,
    Column("old", String, primary_key=True),
    Column("story", String, nullable=False),
    Column("born", Integer, nullable=False),
    Index("alias_story", "story"),
)  # fmt: skip

report = Table(
    "report", meta,
    Column("n", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("address", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("digest", String, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("read_as", Text, nullable=False),
    Column("outlet", String),
    Column("headline", Text),
    Column("url", Text),
    Column("published", String),
    Column("day", String),
    Column("added", String, nullable=False),
    Column("story", String, ForeignKey("story.id")),
    Column("noun", LargeBinary, nullable=False),
    Column("found", LargeBinary, nullable=False),
    Column("instant", String),
    UniqueConstraint("address", "version"),
    UniqueConstraint("address", "digest"),
    Index("report_day", "current", "day", "story"),
    Index("report_story", "story", "current"),
    Index("report_outlet", "outlet", "current", "day"),
)  # fmt: skip

placed = Table(
    "placed", meta,
    Column("place", Integer, primary_key=True),
    Column("address", String, nullable=False, unique=True),
    Column("day", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Index("placed_day", "day"),
)  # fmt: skip

waiting = Table(
    "waiting", meta,
    Column("address", String, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)  # fmt: skip

outlet = Table(
    "outlet", meta,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("group", String),
)  # fmt: skip

named = Table(
    "named", meta,
    Column("report", Integer, ForeignKey("report.n"), primary_key=True),
    Column("label", String, primary_key=True),
    Column("key", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Index("named_key", "label", "key", "statements", "report"),
    sqlite_with_rowid=False,
)  # fmt: skip

credited = Table(
    "credited", meta,
    Column("report", Integer, ForeignKey("report.n"), primary_key=True),
    Column("name", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("key", String, nullable=False, server_default=""),
    Index("credited_key", "key", "report"),
)  # fmt: skip

compared = Table(
    "compared", meta,
    Column("story", String, primary_key=True),
    Column("key", String, nullable=False),
    Column("noun", LargeBinary, nullable=False),
    Column("least", Integer),
    Column("most", Integer),
)  # fmt: skip

ruling = Table(
    "ruling", meta,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("verdict", Boolean, nullable=False),
    Column("left", String, nullable=False),
    Column("right", String, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("ruling.number"), unique=True),
    Column("address", String),
    Column("bound", Text),
)  # fmt: skip

source_file = Table(
    "input", meta,
    Column("path", Text, primary_key=True),
    Column("sha256", String, primary_key=True),
    Column("added", String, nullable=False),
)  # fmt: skip

state = Table(
    "state", meta,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)  # fmt: skip
