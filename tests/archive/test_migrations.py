"""The migrations make the tables that the code asks."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from silang.archive import Archive
from silang.archive.store import connect
from silang.archive.tables import HEAD, meta
from silang.errors import ArchiveError


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


def test_an_archive_of_a_newer_silang(where: str) -> None:
    engine = connect(where, create=True)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(ArchiveError, match="newer Silang"):
        Archive.open(where)
