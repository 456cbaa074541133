"""Where an archive lies: one SQLite file in WAL mode, or a Postgres database by URL; how it is opened and locked.

One writer at a time: SQLite's own write lock, an advisory lock on Postgres. Readers never wait for it, and what a
reader sees within one `reading` block is one moment of the archive. A commit is on disk when it returns.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from silang.archive.tables import HEAD, state
from silang.errors import ArchiveError

BUSY = 60  # seconds that a writer waits for the one before it
POOL = 40  # connections of one archive; a thread that finds none free waits half a minute
_MAPPED = 2**30  # bytes of a file that are read without copying: a search reads a page for each report it finds
_LOCK = 0x51A9  # any number that is ours alone
_TROUBLES = {
    "SQLITE_BUSY": "busy", "SQLITE_LOCKED": "busy", "55P03": "busy", "SQLITE_FULL": "full", "53100": "full",
    "SQLITE_READONLY": "read_only", "25006": "read_only", "42501": "read_only", "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged", "XX001": "damaged", "XX002": "damaged", "SQLITE_CANTOPEN": "unreachable",
    "08": "unreachable", "57P": "unreachable", "53300": "unreachable",
}  # fmt: skip
_VERSIONS = sa.text("SELECT version_num FROM alembic_version")


def place(where: str | Path | None = None) -> str:
    """The path or URL of an archive: `where`, else ``$SILANG_ARCHIVE``, else one in the user's data folder."""
    given = str(where or os.environ.get("SILANG_ARCHIVE") or "")
    return given or str(_data_folder() / "silang" / "archive.sqlite")


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def connect(where: str, *, create: bool) -> Engine:
    """The store at `where`, its tables brought up to date. Raises ArchiveError where that cannot be."""
    with told(where):
        engine = _server(where) if "://" in where else _file(Path(where), create)
        sa.event.listen(engine, "before_cursor_execute", _storable, retval=True)
        try:
            _bring_up_to_date(engine, where, create)
        except BaseException:
            engine.dispose()
            raise
    return engine


@contextmanager
def told(where: str) -> Iterator[None]:
    """What a store complains of, as an ArchiveError in one line."""
    try:
        yield
    except sa.exc.SQLAlchemyError as error:
        why = str(getattr(error, "orig", None) or error).strip().splitlines()[0]
        raise ArchiveError(f"the archive at {shown(where)}: {why}", key=trouble(error)) from error
    except OSError as error:
        raise ArchiveError(f"the archive at {shown(where)}: {error.strerror or error}") from error


def trouble(error: sa.exc.SQLAlchemyError) -> str:
    """What kind of trouble a store tells of (`ArchiveError.key`), by SQLite's result code or Postgres's SQLSTATE."""
    raised = getattr(error, "orig", None)
    code = getattr(raised, "sqlite_errorname", None) or getattr(raised, "sqlstate", None) or ""
    if not code and isinstance(error, sa.exc.OperationalError):
        return "unreachable"  # a server that was never reached gives no code
    return next((key for start, key in _TROUBLES.items() if code.startswith(start)), "other")


def shown(where: str) -> str:
    """`where` without a password."""
    if "://" not in where:
        return where
    try:
        return sa.make_url(where).render_as_string(hide_password=True)
    except sa.exc.ArgumentError:
        return "a URL that cannot be read"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One moment of the archive, which no writer changes while it is read."""
    options: dict[str, Any] = {} if is_sqlite(engine) else {"isolation_level": "REPEATABLE READ"}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, *, wait: float = BUSY) -> Iterator[Connection]:
    """All or nothing, one writer at a time; on disk once the block is left.

    Raises SQLAlchemy's OperationalError where the writer before is not done within `wait` seconds.
    """
    with engine.connect().execution_options(wait=wait) as connection, connection.begin():
        if not is_sqlite(engine):
            connection.execute(sa.select(sa.func.set_config("lock_timeout", f"{1000 * wait:.0f}", True)))
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        yield connection
        _count_write(connection)


def mark(connection: Connection) -> int:
    """How often the archive was written to: one more with every block of `writing`."""
    return int(connection.scalar(sa.select(state.c.value).where(state.c.name == "writes")) or 0)


def _count_write(connection: Connection) -> None:
    number = str(mark(connection) + 1)
    if not connection.execute(sa.update(state).where(state.c.name == "writes").values(value=number)).rowcount:
        connection.execute(sa.insert(state).values(name="writes", value=number))


def is_sqlite(store: Engine | Connection) -> bool:
    return store.dialect.name == "sqlite"


def _file(path: Path, create: bool) -> Engine:
    if not create and not path.is_file():
        raise ArchiveError(f"no archive at {path}; `silang add` makes one, --archive or $SILANG_ARCHIVE names another")
    path.parent.mkdir(parents=True, exist_ok=True)
    url = sa.URL.create("sqlite", database=str(path))
    engine = sa.create_engine(url, connect_args={"timeout": BUSY}, pool_size=POOL, max_overflow=0)

    @sa.event.listens_for(engine, "connect")
    def _prepare(connection: Any, record: object) -> None:
        connection.isolation_level = None  # transactions are begun below, not guessed by the driver
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"mmap_size = {_MAPPED}"):
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        wait = connection.get_execution_options().get("wait")
        if wait is not None:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {1000 * wait:.0f}")
        connection.exec_driver_sql("BEGIN" if wait is None else "BEGIN IMMEDIATE")

    return engine


def _server(where: str) -> Engine:
    url = sa.make_url(where)
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername != "postgresql+psycopg":
        raise ArchiveError(f"{shown(where)}: name a file, or a postgresql:// URL")
    try:
        return sa.create_engine(url, pool_pre_ping=True, pool_size=POOL, max_overflow=0)
    except ModuleNotFoundError as error:
        raise ArchiveError("Postgres needs the extra `postgres`: pip install 'silang[postgres]'") from error


def _storable(connection: object, cursor: object, statement: str, parameters: Any, *context: object) -> tuple[str, Any]:
    """Text as both stores can hold it: no NUL, no half of a surrogate pair. The noun beside it keeps it as it was."""
    return statement, _plain(parameters)


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return (
            value.encode("utf-8", "replace").decode().replace("\0", "")
            if "\0" in value or not value.isascii()
            else value
        )
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return type(value)(_plain(part) for part in value) if isinstance(value, list | tuple) else value


def _bring_up_to_date(engine: Engine, where: str, create: bool) -> None:
    if _version(engine) == HEAD:
        return
    with writing(engine) as connection:
        found = _version(engine, connection)
        if found == HEAD:
            return
        if found is None and not create:
            raise ArchiveError(f"no archive at {shown(where)}; `silang add` makes one")
        _migrate(connection, where)


def _version(engine: Engine, connection: Connection | None = None) -> str | None:
    if connection is None:
        with reading(engine) as opened:
            return _version(engine, opened)
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(_VERSIONS).scalar()


def _migrate(connection: Connection, where: str) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", "silang.archive:migrations")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise ArchiveError(f"the archive at {shown(where)} was made by a newer Silang; update Silang") from error
