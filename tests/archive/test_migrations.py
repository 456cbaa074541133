"""The migrations make the tables that the code asks."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from silang.archive import Archive
from silang.archive.adding import put
from silang.archive.preparing import prepare
from silang.archive.store import connect, writing
from silang.archive.tables import HEAD, meta
from silang.errors import ArchiveError
from tests.archive.newsroom import bridge, bridge_too, corrected, school


def test_the_newest_migration_is_the_head() -> None:
    assert ScriptDirectory(str(files("silang.archive").joinpath("migrations"))).get_current_head() == HEAD


def test_migrations_make_the_tables(where: str) -> None:
    def ours(thing: Any, name: str | None, kind: str, reflected: bool, other: object) -> bool:
        return not (kind == "table" and str(name).startswith("terms")) and not str(name).startswith("terms_")

    engine = connect(where, create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": ours})
        assert compare_metadata(context, meta) == []
    engine.dispose()


def test_each_migration_can_be_taken_back(where: str) -> None:
    """Down to the tables before, and up again, with what they held."""
    with Archive.open(where) as archive:
        (added,) = archive.add([bridge()])
    engine = connect(where, create=False)
    with engine.begin() as connection:
        moved(connection, "0001")
        with pytest.raises(sa.exc.DatabaseError), connection.begin_nested():
            connection.execute(sa.text("SELECT address FROM waiting"))
        moved(connection, HEAD)
    with engine.begin() as connection:
        instant = connection.execute(sa.text("SELECT instant, published FROM report")).one()
        assert instant == (None, "2025-03-03")
    engine.dispose()
    with Archive.open(where) as archive:
        assert archive.line(added.id).story
        assert archive.search("tembakan").total == 1
    engine = connect(where, create=False)
    with engine.begin() as connection:
        moved(connection, "base")
        assert [name for name in sa.inspect(connection).get_table_names() if name in meta.tables] == []
    engine.dispose()


def test_what_was_corrected_before_is_placed_anew(where: str) -> None:
    with Archive.open(where) as archive:
        first, second, _ = archive.add([bridge(), bridge_too(), school()])
        story = archive.line(second.id).story
    engine = connect(where, create=False)
    with writing(engine) as connection:
        put(connection, prepare(corrected(bridge(), school())))
        moved(connection, "0002")
        assert connection.execute(sa.text("SELECT count(*) FROM waiting")).scalar() == 0
    engine.dispose()
    with Archive.open(where) as archive:
        assert archive.line(f"{first.id}.2").story == story
        archive.place()
        assert archive.line(f"{first.id}.2").story != story
        assert archive.line(second.id).story == story


def moved(connection: sa.Connection, to: str) -> None:
    config = Config()
    config.set_main_option("script_location", "silang.archive:migrations")
    config.attributes["connection"] = connection
    (command.downgrade if to != HEAD else command.upgrade)(config, to)


def test_an_archive_of_a_newer_silang(where: str) -> None:
    engine = connect(where, create=True)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(ArchiveError, match="newer Silang"):
        Archive.open(where)
