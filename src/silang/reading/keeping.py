"""Reading into a folder of reports, shard by shard, so that a run that was cut off is gone on with."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from silang.errors import SilangError
from silang.model import Input, Report, Skipped
from silang.reading.columns import COLUMNS, Columns
from silang.reading.counts import Counts
from silang.reading.files import MANIFEST
from silang.reading.ledger import Ledger
from silang.reading.shards import SCHEMA, At, Mark, manifest, marks, shard_path, whole, write_json, write_mark
from silang.reading.sources import STDIN, Desk, Part, Tally, items, places
from silang.reading.written import fields_of
from silang.version import VERSION

SHARD = 1000  # reports
_PASSED = 20  # times as many things passed over end a shard too
_LEDGER = ".ledger.sqlite"


class FolderError(SilangError):
    """A folder that cannot be read into; names the folder and what to do."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What became of one item, and how far that is."""

    at: At
    parts: tuple[Part, ...]


def _quiet(part: Part) -> None:
    pass


def read_into(
    folder: Path,
    paths: Sequence[str | Path],
    *,
    columns: Columns = COLUMNS,
    shard: int = SHARD,
    watch: Callable[[Part], None] = _quiet,
) -> Counts:
    """Reads `paths` as `stream` does and writes the reports into `folder`, a folder that `read` takes as a path.

    Called again after it was cut off, it goes on after the last whole shard, and the folder comes out the same, byte
    for byte. `watch` is called with what is newly read; the counts are of all. Raises FolderError where the folder
    holds something else, was begun otherwise, is being written, or where an input has changed since; OSError where it
    cannot be written.
    """
    asked = _asked(paths, columns, shard)
    counts = Counts()
    done = _begun(folder, asked)
    at: At | None = None
    number = 1
    for mark in _marks(folder):
        counts.add_mark(mark)
        number, at = number + 1, mark.next
    if done:
        _forget(folder)
        return counts
    if at and not (folder / _LEDGER).exists():
        raise FolderError(f"{folder / _LEDGER} is gone, without which it cannot be gone on with; read anew")
    with closing(_ledger(folder)) as ledger:
        ledger.go_on(number)
        steps = _steps((folder, paths, columns), Desk(ledger), at)
        while number == 1 or at:
            mark = _written(shard_path(folder, number), steps, shard, watch)
            ledger.keep(number + 1)
            write_mark(folder, number, mark)
            counts.add_mark(mark)
            number, at = number + 1, mark.next
    write_json(folder / MANIFEST, {**asked, "complete": True, **counts.totals()})
    _forget(folder)
    return counts


def _forget(folder: Path) -> None:
    """Removes the ledger, which a complete folder needs no more."""
    for name in (_LEDGER, f"{_LEDGER}-journal"):
        (folder / name).unlink(missing_ok=True)


def _asked(paths: Sequence[str | Path], columns: Columns, shard: int) -> dict[str, Any]:
    """What a folder is begun with; JSON."""
    if any(str(path) == STDIN for path in paths):
        raise FolderError("standard input cannot be gone on with; save it as a file and name that")
    own = {field: list(names) for field, names in columns.items() if names != COLUMNS[field]}
    return {"schema": SCHEMA, "version": VERSION, "paths": list(map(str, paths)), "columns": own, "shard": shard}


def _begun(folder: Path, asked: dict[str, Any]) -> bool:
    """Begins the folder, or finds it begun with the same; whether it is complete."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        held = manifest(folder)
    except ValueError as error:
        raise FolderError(str(error)) from error
    if held is None:
        if any(not name.name.endswith(".part") for name in folder.iterdir()):
            raise FolderError(f"{folder} is not empty, and no folder of reports; name another one")
        write_json(folder / MANIFEST, {**asked, "complete": False})
        return False
    for name, value in asked.items():
        if held.get(name) != value:
            was = json.dumps(held.get(name), ensure_ascii=False)
            raise FolderError(f"{folder} was begun with other {name} ({was:.200}); name another folder, or delete it")
    if not isinstance(held.get("complete"), bool):
        raise FolderError(f"{folder / MANIFEST} does not tell whether it is complete; delete {folder} and read anew")
    return held["complete"] is True


def _marks(folder: Path) -> Iterator[Mark]:
    try:
        yield from marks(folder)
    except ValueError as error:
        raise FolderError(f"{error}; delete {folder} and read anew") from error


def _ledger(folder: Path) -> Ledger:
    try:
        return Ledger(folder / _LEDGER)
    except sqlite3.OperationalError as error:
        raise FolderError(f"{folder}: another run is writing there ({error})") from error
    except sqlite3.DatabaseError as error:
        raise FolderError(f"{folder / _LEDGER}: {error}; delete {folder} and read anew") from error


def _steps(what: tuple[Path, Sequence[str | Path], Columns], desk: Desk, after: At | None) -> Iterator[_Step]:
    """Every item of the paths and what becomes of it, after `after`; nothing is made of those before."""
    folder, paths, columns = what
    reached = after is None
    for n, place in enumerate(places(paths)):
        if after and n < after.place:
            continue
        reached = True
        begun = after if after and n == after.place else None
        path = place.path if isinstance(place, Skipped) else place
        if begun and path != begun.path:
            raise FolderError(f"{begun.path}: files before it came or went since {folder} was begun; read anew")
        if isinstance(place, str) and Path(place).resolve() == folder.resolve():
            continue
        sha256: str | None = None
        for m, item in enumerate([place] if isinstance(place, Skipped) else items(place, columns), 1):
            if m == 1:
                sha256 = item.sha256 if isinstance(item, Input) else None
                if begun and sha256 != begun.sha256:
                    raise FolderError(f"{path} has changed since {folder} was begun; read anew into another folder")
            if not begun or m > begun.items:
                yield _Step(At(n, path, m, sha256), tuple(desk.made(item)))
    if after and not reached:
        raise FolderError(f"{after.path}: it, or files before it, went since {folder} was begun; read anew")


def _written(path: Path, steps: Iterator[_Step], shard: int, watch: Callable[[Part], None]) -> Mark:
    """One shard, written from the next steps."""
    reports = passed = 0
    inputs: list[Input] = []
    tally = Tally()
    at: At | None = None
    with whole(path, packed=True) as file:
        for step in steps:
            for part in step.parts:
                watch(part)
                if isinstance(part, Report):
                    line = json.dumps(fields_of(part), ensure_ascii=False)
                    file.write(line.encode("utf-8", "backslashreplace") + b"\n")
                    reports += 1
                elif isinstance(part, Input):
                    inputs.append(part)
                else:
                    tally.add(part)
                    passed += 1
            if reports >= shard or passed >= _PASSED * shard:
                at = step.at
                break
    return Mark(reports, tuple(inputs), tally.skipped(), at)
