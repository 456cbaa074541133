"""The desk: pasted texts and dropped files to a cross-check, bounded in number, size and time; nothing is stored."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from threading import BoundedSemaphore

from silang.model import Crosscheck, Input, Reading, Report, Skipped
from silang.pipeline import crosscheck
from silang.reading import stream
from silang.reading.sources import Part, gathered

MAX_FILES = 50
MAX_REPORTS = 100
SECONDS = 90.0
_PART = re.compile(r"^-{3,}[ \t]*$", re.M)
_NAME = 100  # bytes of a file's name, its end; a folder holds 255
_UNFIT = re.compile(r"[^\w.() -]+")
_AT_WORK = BoundedSemaphore(1)  # a cross-check takes a whole core; the pages go on beside it


class RefusedError(Exception):
    """Why the desk did not take what it was given: a key of the wording, and its values."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file as the browser sent it."""

    name: str
    data: bytes


def check(pasted: str, dropped: Sequence[Dropped], *, clock: Callable[[], float] = time.monotonic) -> Crosscheck:
    """The cross-check of pasted reports, parted by lines of ``---``, and of dropped files.

    Files lie in a folder of their own for the moment in which they are read, and are gone with it.
    Raises RefusedError where there is nothing to read, too much of it, or no time left.
    """
    if len(dropped) > MAX_FILES:
        raise RefusedError("desk.many_files", most=MAX_FILES)
    if not _AT_WORK.acquire(blocking=False):
        raise RefusedError("desk.busy")
    try:
        return _checked(pasted, dropped, clock)
    finally:
        _AT_WORK.release()


def _checked(pasted: str, dropped: Sequence[Dropped], clock: Callable[[], float]) -> Crosscheck:
    until = clock() + SECONDS

    def watch(*_: object) -> None:
        if clock() > until:
            raise RefusedError("desk.slow", seconds=round(SECONDS))

    given = [*_pasted(pasted), *dropped]
    if not given:
        raise RefusedError("desk.nothing")
    return crosscheck(_read(given, watch), watch=watch)


def _pasted(text: str) -> list[Dropped]:
    parts = [part.strip("\r\n") for part in _PART.split(text.replace("\r\n", "\n"))]
    return [
        Dropped(f"teks {n}.txt", part.encode("utf-8", "replace")) for n, part in enumerate(parts, 1) if part.strip()
    ]


def _read(given: Sequence[Dropped], watch: Callable[..., None]) -> Reading:
    with tempfile.TemporaryDirectory(prefix="silang-") as folder:
        paths = []
        for n, file in enumerate(given):
            # A folder each, so that two files of one name stay two, in the order in which they came.
            path = Path(folder, f"{n:03}", _name(file.name, n))
            path.parent.mkdir()
            path.write_bytes(file.data)
            paths.append(path)
        return _named(gathered(_bounded(stream(paths), watch)), Path(folder))


def _bounded(parts: Iterable[Part], watch: Callable[..., None]) -> Iterator[Part]:
    """The parts as they are read: a small packed file may hold reports without end."""
    reports = 0
    for part in parts:
        watch()
        reports += isinstance(part, Report)
        if reports > MAX_REPORTS:
            raise RefusedError("desk.many", most=MAX_REPORTS)
        yield part


def _name(given: str, n: int) -> str:
    """The name of a file without its folders and without what a file name cannot hold."""
    last = PurePosixPath(given.replace("\\", "/")).name
    fit = _UNFIT.sub("_", last).encode("utf-8", "replace")[-_NAME:].decode("utf-8", "ignore")
    return fit.lstrip(". ") or f"berkas {n + 1}"


def _named(reading: Reading, folder: Path) -> Reading:
    """The reading with the names that files came with, in place of where they lay."""

    def name(path: str) -> str:
        within = Path(path)
        return within.name if within.is_relative_to(folder) else path

    return Reading(
        tuple(_report(report, name(report.input)) for report in reading.reports),
        tuple(Skipped(name(s.path), _reason(s.reason, folder), s.line) for s in reading.skipped),
        tuple(Input(name(i.path), i.sha256) for i in reading.inputs),
    )


def _report(report: Report, name: str) -> Report:
    return replace(report, input=name)


def _reason(reason: str, folder: Path) -> str:
    return re.sub(re.escape(f"{folder}/") + r"\d+/", "", reason)
