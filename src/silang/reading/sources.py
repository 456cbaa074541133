"""Many paths to one Reading: each file opened, read by its kind, its reports made and named; what is not is told."""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, cast

from silang.language.languages import language_name
from silang.model import Input, Reading, Report, Skipped
from silang.reading.feeds import read_feed
from silang.reading.files import (
    SNIFFED,
    UNREADABLE_TEXT,
    Kind,
    decode,
    digest,
    kind_of,
    not_text,
    opened,
    refusal,
    walk,
)
from silang.reading.records import MAX_LINE, MAX_TEXT, Found, Given, Record
from silang.reading.reports import read_text
from silang.reading.tables import read_csv, read_json, read_jsonl

STDIN = "-"
_LONE = re.compile("[\ud800-\udfff]")
_SPOOL = 8 * 2**20  # bytes of standard input that are kept in memory


def read(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
) -> Reading:
    """All reports of `paths` (folders, files, ``-`` for `stdin`), in the order of the paths and of names in a folder.

    Nothing raises for bad data: what cannot be read, or only in part, stands in `Reading.skipped` with its reason.
    `progress` is called with the path of each file once it is read.
    """
    desk = _Desk()
    for path in paths:
        for source in _sources(path):
            if isinstance(source, Skipped):
                desk.skipped.append(source)
                continue
            _read_file(source, stdin, desk)
            if progress:
                progress(source[0])
    return Reading(tuple(desk.reports), tuple(desk.skipped), tuple(desk.inputs))


@dataclass(slots=True)
class _Desk:
    """What has been read so far."""

    reports: list[Report] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    inputs: list[Input] = field(default_factory=list)
    ids: dict[str, int] = field(default_factory=dict)
    same: dict[bytes, list[tuple[str, Report]]] = field(default_factory=dict)


Source = tuple[str, Path | None]


def _sources(path: str | Path) -> Iterator[Source | Skipped]:
    if str(path) == STDIN:
        yield STDIN, None
        return
    root = Path(path)
    for found in walk(root):
        if isinstance(found, Skipped):
            yield found
        elif why := refusal(found, named=found == root):
            yield Skipped(str(found), why)
        else:
            yield str(found), found


def _read_file(source: Source, stdin: BinaryIO | None, desk: _Desk) -> None:
    name, path = source
    stream = _spooled(stdin) if path is None else opened(path)
    if isinstance(stream, str):
        desk.skipped.append(Skipped(name, stream))
        return
    with stream:
        try:
            head = stream.read(SNIFFED)
            if not head.strip():
                desk.skipped.append(Skipped(name, "empty: no report in it"))
                return
            if why := not_text(head):
                desk.skipped.append(Skipped(name, why))
                return
            desk.inputs.append(Input(name, digest(stream)))
            before = len(desk.reports), len(desk.skipped)
            for found in _records(stream, name, kind_of(path, head)):
                _take(found, desk)
            if before == (len(desk.reports), len(desk.skipped)):
                desk.skipped.append(Skipped(name, "no record in it: no report"))
        except OSError as error:
            desk.skipped.append(Skipped(name, f"cannot be read: {error.strerror or error}"))


def _spooled(stdin: BinaryIO | None) -> BinaryIO | str:
    if stdin is None:
        return "standard input is not at hand"
    spool = tempfile.SpooledTemporaryFile(max_size=_SPOOL)  # noqa: SIM115
    shutil.copyfileobj(stdin, spool)
    spool.seek(0)
    return cast(BinaryIO, spool)


def _records(stream: BinaryIO, name: str, kind: Kind) -> Found:
    stem = Path(name).stem if name != STDIN else "stdin"
    if kind == "jsonl":
        yield from read_jsonl(stream, name, stem)
    elif kind == "json":
        yield from read_json(stream, name, stem)
    elif kind in ("csv", "tsv"):
        yield from read_csv(stream, name, stem, tabs=kind == "tsv")
    else:
        data = stream.read(MAX_LINE + 1)
        if len(data) > MAX_LINE:
            yield Skipped(name, f"larger than {MAX_LINE // 2**20} MB; no report is that long")
        elif kind == "html":
            from silang.reading.html import read_html

            yield from read_html(data, stem, name)
        elif kind == "feed":
            yield from read_feed(data, stem, name)
        elif b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            yield Skipped(name, "a binary file, not text: it holds NUL bytes")
        elif (decoded := decode(data)) is None:
            yield Skipped(name, UNREADABLE_TEXT)
        else:
            if decoded[1]:
                yield Skipped(name, decoded[1], note=True)
            yield Record(decoded[0], Given(), stem, name)


def _take(found: Record | Skipped, desk: _Desk) -> None:
    if isinstance(found, Skipped):
        desk.skipped.append(found)
        return

    def skip(reason: str) -> None:
        desk.skipped.append(Skipped(found.input, reason, found.line))

    if why := _unfit(found.text):
        skip(why)
        return
    base = found.given.id or found.stem
    report = read_text(found.text, id=base, input=found.input, given=found.given)
    if report.language not in ("id", None):
        reads = "does not read as Indonesian" if report.language == "und" else f"reads as {_tongue(report)}"
        skip(f"{base}: {reads}; Silang reads Indonesian")
        return
    key = hashlib.sha256(found.text.encode()).digest()
    named = base if found.given.id or found.line is None else ""
    if twin := next((r for n, r in desk.same.get(key, ()) if _same(named, report, n, r)), None):
        skip(f"the same report as {twin.id} of {twin.input}; read once")
        return
    report = replace(report, id=_unique(base, desk.ids))
    desk.same.setdefault(key, []).append((named, report))
    desk.reports.append(report)


def _tongue(report: Report) -> str:
    return language_name(report.language or "")


def _unfit(text: str) -> str | None:
    if not text.strip():
        return "a report without text"
    if len(text) > MAX_TEXT:
        return f"a text of {len(text):,} characters; no report is longer than {MAX_TEXT:,}"
    if _LONE.search(text):
        return "broken Unicode (half of a surrogate pair); repair it at its source"
    return None


def _same(named: str, report: Report, other_name: str, other: Report) -> bool:
    """Whether two reports of one text are one report: by id, address or outlet."""
    return bool(
        (named and named == other_name)
        or (report.url and report.url == other.url)
        or (report.outlet and report.outlet == other.outlet)
    )


def _unique(base: str, taken: dict[str, int]) -> str:
    """`base`, or `base` with the next number that no report has; notes it as taken."""
    id, n = base, taken.get(base, 0)
    while id in taken:
        n += 1
        id = f"{base}-{n}"
    taken[base] = max(n, 1)
    taken.setdefault(id, 1)
    return id
