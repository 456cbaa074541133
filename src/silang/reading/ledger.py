"""What has been read so far: ids taken and texts seen, kept on disk so that memory does not grow with a dump."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

from silang.model import Report

_TABLES = """
CREATE TABLE IF NOT EXISTS taken (id TEXT PRIMARY KEY, base TEXT, number INTEGER, shard INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bases ON taken (base, number);
CREATE TABLE IF NOT EXISTS seen (
  text BLOB, named TEXT, url TEXT, outlet TEXT, id TEXT, input TEXT, shard INTEGER
);
CREATE INDEX IF NOT EXISTS texts ON seen (text);
"""


class Ledger:
    """The reports of one run. Without a path it is gone with the run; at a path it can be gone on with.

    Raises sqlite3.OperationalError where another run writes at that path.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._base = sqlite3.connect(path or "", timeout=0, check_same_thread=False, isolation_level=None)
        self._base.execute("PRAGMA locking_mode = EXCLUSIVE" if path else "PRAGMA journal_mode = OFF")
        self._base.executescript(_TABLES)
        self._base.execute("BEGIN EXCLUSIVE")
        self._shard = 0

    def go_on(self, shard: int) -> None:
        """Notes what follows under that shard, and forgets what was noted under it or a later one before."""
        for table in ("taken", "seen"):
            self._base.execute(f"DELETE FROM {table} WHERE shard >= ?", (shard,))
        self._shard = shard

    def keep(self, shard: int) -> None:
        """Writes down what was noted, and notes what follows under `shard`."""
        self._base.commit()
        self._base.execute("BEGIN EXCLUSIVE")
        self._shard = shard

    def close(self) -> None:
        self._base.close()

    def twin(self, report: Report, named: str) -> tuple[str, str] | None:
        """Id and input of a report of the same text that is the same report, by name, address or outlet."""
        outlet = report.outlet.id if report.outlet else None
        found = self._base.execute(
            "SELECT id, input FROM seen WHERE text = ? AND (named = ? OR url = ? OR outlet = ?) ORDER BY rowid LIMIT 1",
            (_key(report), *map(_plain, (named, report.url, outlet))),
        )
        row: tuple[str, str] | None = found.fetchone()
        return row

    def note(self, report: Report, named: str) -> None:
        """Notes a report that is kept."""
        outlet = report.outlet.id if report.outlet else None
        names = map(_plain, (named, report.url, outlet, report.id, report.input))
        values = (_key(report), *names, self._shard)
        self._base.execute("INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?, ?)", values)

    def unique(self, base: str) -> str:
        """`base`, or `base` with the next number that no report has; notes it as taken."""
        id, number = base, 1
        if self._taken(base):
            (last,) = self._base.execute("SELECT max(number) FROM taken WHERE base = ?", (_plain(base),)).fetchone()
            number = last or 1
            while self._taken(id):
                number += 1
                id = f"{base}-{number}"
        self._base.execute("INSERT INTO taken VALUES (?, ?, ?, ?)", (_plain(id), _plain(base), number, self._shard))
        return id

    def _taken(self, id: str) -> bool:
        return self._base.execute("SELECT 1 FROM taken WHERE id = ?", (_plain(id),)).fetchone() is not None


def _plain(word: str | None) -> str | None:
    """The word as SQLite takes it: half a surrogate pair (of a broken field, or a file name that is no UTF-8) written
    out. None where there is none."""
    return word.encode("utf-8", "backslashreplace").decode() if word else None


def _key(report: Report) -> bytes:
    return hashlib.sha256(report.text.encode()).digest()[:16]
