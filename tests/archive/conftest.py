"""A Postgres server of the tests' own, started once; each test gets an empty archive on either store."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from benchmarks import server

_NUMBER = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of an empty server; skips where Postgres is not installed."""
    opened = server.postgres(durable=False)
    try:
        url = opened.__enter__()
    except server.NoServerError as error:
        pytest.skip(str(error))
    try:
        yield url
    finally:
        opened.__exit__(None, None, None)


@pytest.fixture
def fresh_database(postgres: str) -> str:
    """The URL of an empty schema, which is sooner made than a database."""
    import psycopg

    name = f"archive{next(_NUMBER)}"
    with psycopg.connect(postgres, autocommit=True) as server:
        server.execute(f"CREATE SCHEMA {name}".encode())
    return f"{postgres}&options=-csearch_path%3D{name}"


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an archive may be made: a path, then a URL."""
    if request.param == "sqlite":
        return str(tmp_path / "archive.sqlite")
    url: str = request.getfixturevalue("fresh_database")
    return url
