"""A Postgres server of the tests' own, started once; each test gets an empty archive on either store."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

_NUMBER = count(1)
_ACCOUNT = "nobody"  # a server refuses to run as root


def _programs() -> Path | None:
    """The folder with initdb, postgres and pg_ctl; None where there is none."""
    found = [Path(shutil.which("initdb") or "").resolve().parent, *sorted(Path("/usr/lib/postgresql").glob("*/bin"))]
    wanted = ("initdb", "postgres", "pg_ctl")
    return next((place for place in found if all((place / name).is_file() for name in wanted)), None)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of an empty server; skips where Postgres is not installed."""
    pytest.importorskip("psycopg", reason="Postgres needs psycopg: pip install 'silang[postgres]'")
    programs = _programs()
    if programs is None:
        pytest.skip("no Postgres server on this machine (initdb, postgres, pg_ctl); install one to test against it")
    user = _ACCOUNT if os.getuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="silang-pg-", dir="/tmp") as folder:
        if user:
            shutil.chown(folder, user)
        home, socket = Path(folder) / "data", Path(folder)

        def run(*command: str | Path) -> None:
            done = subprocess.run(
                [str(part) for part in command], cwd=folder, capture_output=True, text=True, env={}, user=user
            )
            assert done.returncode == 0, done.stdout + done.stderr

        run(programs / "initdb", "-D", home, "-U", "silang", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
        options = f"-c listen_addresses='' -c unix_socket_directories='{socket}' -c fsync=off"
        run(programs / "pg_ctl", "-D", home, "-l", socket / "log", "-w", "-o", options, "start")
        try:
            yield f"postgresql://silang@/postgres?host={socket}"
        finally:
            run(programs / "pg_ctl", "-D", home, "-m", "immediate", "stop")


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
