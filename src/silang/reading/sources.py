"""Many paths to reports, one at a time: each file opened, read by its kind, its reports made and named; what is not
is told."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, cast

from silang.language.languages import language_name
from silang.model import Input, Reading, Report, SkipKind, Skipped
from silang.reading.columns import COLUMNS, Columns
from silang.reading.feeds import read_feed
from silang.reading.files import UNREADABLE_TEXT, Kind, decode, digest, opened, refusal, stem_of, told_apart, walk
from silang.reading.joining import joined
from silang.reading.ledger import Ledger
from silang.reading.packed import PackedError
from silang.reading.parquet import read_parquet
from silang.reading.records import MAX_LINE, MAX_TEXT, File, Found, Given, Item, Page, Record
from silang.reading.reports import read_text
from silang.reading.shards import read_shards
from silang.reading.tables import read_csv, read_json, read_jsonl
from silang.reading.webarchive import read_wacz, read_warc

STDIN = "-"
_LONE = re.compile("[\ud800-\udfff]")
_SPOOL = 8 * 2**20  # bytes of standard input that are kept in memory
_PIECE = 1 << 16  # bytes
_STDIN = 16 * 2**30  # bytes of standard input that are kept on disk
Part = Report | Skipped | Input
"""What reading gives: each input before its reports, each report, and each thing passed over."""


def read(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
    columns: Columns = COLUMNS,
) -> Reading:
    """All reports of `paths` (folders, files, ``-`` for `stdin`), in the order of the paths and of names in a folder.

    Nothing raises for bad data: what cannot be read, or only in part, stands in `Reading.skipped` with its reason.
    `progress` is called with the path of each file once it is read; `columns` is for tables with names of their own.
    """
    return gathered(stream(paths, stdin=stdin, progress=progress, columns=columns))


def stream(
    paths: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    progress: Callable[[str], None] | None = None,
    columns: Columns = COLUMNS,
) -> Iterator[Part]:
    """What `read` gives, one part at a time, for dumps that memory does not hold: each input, report and thing passed
    over, in order. Pages of one article stay apart, for joining needs them all at hand. What it has read it notes in a
    file without a name, which goes with it."""
    with closing(Ledger()) as ledger:
        desk = Desk(ledger)
        for place in places(paths):
            if isinstance(place, Skipped):
                yield place
                continue
            for item in items(place, columns, stdin):
                yield from desk.made(item)
            if progress:
                progress(place)


def gathered(parts: Iterable[Part]) -> Reading:
    """The parts as one Reading, pages of one article joined; what is no page is counted together."""
    reports: list[Report] = []
    inputs: list[Input] = []
    tally = Tally()
    for part in parts:
        if isinstance(part, Report):
            reports.append(part)
        elif isinstance(part, Input):
            inputs.append(part)
        else:
            tally.add(part)
    return joined(Reading(tuple(reports), tally.skipped(), tuple(inputs)))


class Tally:
    """Things passed over, in order; those that are no page are counted together by path and reason."""

    def __init__(self) -> None:
        self._held: dict[object, Skipped] = {}

    def add(self, skipped: Skipped) -> None:
        if skipped.kind != "no_page":
            self._held[len(self._held)] = skipped
            return
        key = skipped.path, skipped.reason
        before = self._held.get(key, replace(skipped, count=0))
        self._held[key] = replace(before, count=before.count + skipped.count, line=None)

    def skipped(self) -> tuple[Skipped, ...]:
        return tuple(self._held.values())


def places(paths: Iterable[str | Path]) -> Iterator[str | Skipped]:
    """The files that paths lead to, in order: ``-``, the path of a file, or of a folder of reports."""
    for path in paths:
        if str(path) == STDIN:
            yield STDIN
            continue
        root = Path(path)
        for found in walk(root):
            if isinstance(found, Skipped):
                yield found
            elif not found.is_dir() and (why := refusal(found, named=found == root)):
                yield why
            else:
                yield str(found)


def items(place: str, columns: Columns, stdin: BinaryIO | None = None) -> Found:
    """The input of one place and all that lies in it, before reports are made of it; the same in every run."""
    path = None if place == STDIN else Path(place)
    if path and path.is_dir():
        yield from read_shards(path)
        return
    data = _spooled(stdin) if path is None else opened(path)
    if isinstance(data, str):
        yield Skipped(place, data)
        return
    last, empty = None, True
    with data:
        try:
            sha256 = digest(data)
            told = told_apart(data, path)
            if isinstance(told, str):
                yield Skipped(place, told, kind="empty" if told.startswith("empty") else "kind")
                return
            yield Input(place, sha256)
            for item in _records(told[0], told[1], File(place, stem_of(path) if path else "stdin", columns)):
                last, empty = (item.line if not isinstance(item, Report | Input) else last), False
                yield item
            if empty:
                yield Skipped(place, "no record in it: no report", kind="empty")
        except PackedError as error:
            after = f"; read up to line {last}" if last else ""
            yield Skipped(place, f"{error}{after}", last, "broken")
        except OSError as error:
            yield Skipped(place, f"cannot be read: {error.strerror or error}", last)


def _spooled(stdin: BinaryIO | None) -> BinaryIO | str:
    if stdin is None:
        return "standard input is not at hand"
    spool = tempfile.SpooledTemporaryFile(max_size=_SPOOL)  # noqa: SIM115
    size = 0
    try:
        while piece := stdin.read(_PIECE):
            size += len(piece)
            if size > _STDIN:
                spool.close()
                return f"more than {_STDIN / 2**30:g} GB; save it as a file and name that"
            spool.write(piece)
    except OSError as error:  # a full disk among them
        spool.close()
        return f"cannot be kept while it is read: {error.strerror or error}"
    spool.seek(0)
    return cast(BinaryIO, spool)


def _records(data: BinaryIO, kind: Kind, file: File) -> Found:
    if kind == "jsonl":
        return read_jsonl(data, file)
    if kind == "json":
        return read_json(data, file)
    if kind in ("csv", "tsv"):
        return read_csv(data, file, tabs=kind == "tsv")
    if kind == "parquet":
        return read_parquet(data, file)
    if kind == "warc":
        return read_warc(data, file)
    if kind == "wacz":
        return read_wacz(data, file)
    return _whole(data, kind, file)


def _whole(stream: BinaryIO, kind: Kind, file: File) -> Found:
    """The one record of a text or page."""
    data = stream.read(MAX_LINE + 1)
    if len(data) > MAX_LINE:
        reason = f"larger than {MAX_LINE // 2**20} MB; no report is that long"
        yield Skipped(file.path, reason, kind="too_large")
    elif kind == "html":
        yield Page(data, file.stem, file.path)
    elif kind == "feed":
        yield from read_feed(data, file.stem, file.path)
    elif b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield Skipped(file.path, "a binary file, not text: it holds NUL bytes", kind="kind")
    elif (decoded := decode(data)) is None:
        yield Skipped(file.path, UNREADABLE_TEXT)
    else:
        if decoded[1]:
            yield Skipped(file.path, decoded[1], kind="in_part", note=True)
        yield Record(decoded[0], Given(), file.stem, file.path)


class Desk:
    """Where reports are made of what lies in the files, named, and held against what was read before."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def made(self, item: Item) -> Iterator[Part]:
        """What becomes of one item of a file."""
        if isinstance(item, Skipped | Input):
            yield item
        elif isinstance(item, Report):
            why = _unfit(item.text)
            yield (
                replace(why, path=item.input)
                if why
                else self._kept(item, item.id, Skipped(item.input, "", kind="duplicate"))
            )
        elif isinstance(item, Page):
            for found in _of_page(item):
                yield self._report(found) if isinstance(found, Record) else found
        else:
            yield self._report(item)

    def _report(self, record: Record) -> Report | Skipped:
        def skip(reason: str, kind: SkipKind) -> Skipped:
            return Skipped(record.input, reason, record.line, kind)

        if why := _unfit(record.text):
            return replace(why, path=record.input, line=record.line)
        base = record.given.id or record.stem
        report = read_text(record.text, id=base, input=record.input, given=record.given)
        if report.language not in ("id", None):
            reads = "does not read as Indonesian" if report.language == "und" else f"reads as {_tongue(report)}"
            return skip(f"{base}: {reads}; Silang reads Indonesian", "language")
        named = base if record.given.id or record.line is None else ""
        return self._kept(replace(report, archived=record.archived), named, skip("", "duplicate"))

    def _kept(self, report: Report, named: str, otherwise: Skipped) -> Report | Skipped:
        if twin := self._ledger.twin(report, named):
            return replace(otherwise, reason=f"the same report as {twin[0]} of {twin[1]}; read once")
        report = replace(report, id=self._ledger.unique(report.id))
        self._ledger.note(report, named)
        return report


def _of_page(page: Page) -> list[Record | Skipped]:
    from silang.reading.html import read_html

    found = list(read_html(page.data, page.stem, page.input))
    held = any(isinstance(one, Record) for one in found)
    kind: SkipKind = "in_part" if held else "no_page" if page.archived else "empty"
    return [
        replace(one, line=page.line, kind=kind)
        if isinstance(one, Skipped)
        else replace(
            one, line=page.line, archived=page.archived, given=replace(one.given, url=one.given.url or page.url)
        )
        for one in found
    ]


def _tongue(report: Report) -> str:
    return language_name(report.language or "")


def _unfit(text: str) -> Skipped | None:
    if not text.strip():
        return Skipped("", "a report without text", kind="empty")
    if len(text) > MAX_TEXT:
        reason = f"a text of {len(text):,} characters; no report is longer than {MAX_TEXT:,}"
        return Skipped("", reason, kind="too_large")
    if _LONE.search(text):
        return Skipped("", "broken Unicode (half of a surrogate pair); repair it at its source", kind="broken")
    return None
