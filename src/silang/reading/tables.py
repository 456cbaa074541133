"""JSON Lines, JSON and CSV: each object or row one record. Lines are bounded, so that no line is loaded whole."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import BinaryIO

from silang.model import Report, Skipped
from silang.reading import written
from silang.reading.files import CP1252_NOTE, UNREADABLE_TEXT, bom_encoding, decode
from silang.reading.records import MAX_DOCUMENT, MAX_LINE, File, Found, Record, from_fields

_TOO_LONG = f"longer than {MAX_LINE // 2**20} MB; no report is that long"
_UNCLOSED = 50  # rows that run on to the bound, each read for nothing, before a file is given up
Line = tuple[int, str | Skipped]


def lines(stream: BinaryIO, path: str) -> Iterator[Line]:
    """The lines of a stream with their numbers from 1, line ends kept; one that cannot be read is a Skipped."""
    number, noted = 0, False
    while raw := stream.readline(MAX_LINE):
        number += 1
        if number == 1 and bom_encoding(raw) == "utf-16":
            stream.seek(0)
            yield from _wide_lines(stream, path)
            return
        if len(raw) >= MAX_LINE and not raw.endswith(b"\n"):
            while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, Skipped(path, f"a line {_TOO_LONG}", number, "too_large")
            continue
        text = decode(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw, "utf-8")
        if text is None:
            yield number, Skipped(path, UNREADABLE_TEXT, number)
            continue
        if text[1] and not noted:
            noted = True
            yield number, Skipped(path, CP1252_NOTE, number, "in_part", note=True)
        yield number, text[0]


def _wide_lines(stream: BinaryIO, path: str) -> Iterator[Line]:
    data = stream.read(MAX_DOCUMENT + 1)
    if len(data) > MAX_DOCUMENT:
        reason = f"in UTF-16 and larger than {MAX_DOCUMENT // 2**20} MB; save it as UTF-8"
        yield 1, Skipped(path, reason, kind="too_large")
        return
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        yield 1, Skipped(path, "starts as UTF-16 and is not; save it as UTF-8")
        return
    for number, line in enumerate(io.StringIO(text, newline="\n"), 1):
        yield number, line if len(line) < MAX_LINE else Skipped(path, f"a line {_TOO_LONG}", number, "too_large")


def read_jsonl(stream: BinaryIO, file: File) -> Found:
    """The records of JSON Lines; a broken line is passed over. One object over many lines is read as JSON."""
    for number, line in lines(stream, file.path):
        if isinstance(line, Skipped):
            yield line
            continue
        if not line.strip():
            continue
        try:
            value = json.loads(line.rstrip())
        except (ValueError, RecursionError) as error:
            if number == 1 and line.strip() in ("{", "["):
                stream.seek(0)
                yield from read_json(stream, file)
                return
            yield Skipped(file.path, f"not valid JSON: {_what(error)}", number, "broken")
            continue
        yield _object(value, file, number)


def read_json(stream: BinaryIO, file: File) -> Found:
    """The records of one JSON document: an object, or a list of them. JSON Lines under that name are read too."""
    data = stream.read(MAX_DOCUMENT + 1)
    if len(data) > MAX_DOCUMENT:
        reason = f"JSON larger than {MAX_DOCUMENT // 2**20} MB; save it as JSON Lines (.jsonl)"
        yield Skipped(file.path, reason, kind="too_large")
        return
    text = decode(data)
    if text is None:
        yield Skipped(file.path, UNREADABLE_TEXT)
        return
    if text[1]:
        yield Skipped(file.path, text[1], kind="in_part", note=True)
    try:
        value = json.loads(text[0])
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data" and error.lineno > 1:
            stream.seek(0)
            yield from read_jsonl(stream, file)
            return
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        yield Skipped(file.path, f"not valid JSON: {_what(error)}", line, "broken")
        return
    if isinstance(value, Mapping):
        listed = next((v for k, v in value.items() if k in ("articles", "stories", "items", "data", "results")), None)
        value = listed if isinstance(listed, list) else [value]
    if not isinstance(value, list):
        yield Skipped(file.path, "JSON, but neither an object nor a list of objects", kind="broken")
        return
    for number, item in enumerate(value, 1):
        made = _object(item, file, None)
        yield replace(made, reason=f"item {number}: {made.reason}") if isinstance(made, Skipped) else made


def _object(value: object, file: File, line: int | None) -> Record | Report | Skipped:
    if not isinstance(value, Mapping):
        reason = f"JSON, but no object: {json.dumps(value, ensure_ascii=False)[:40]}"
        return Skipped(file.path, reason, line, "broken")
    if value.get("schema") == written.SCHEMA:
        return written.report_of(value, file.path, line)
    return from_fields(value, file, line)


def _what(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} (column {error.colno})"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)


class _Feed:
    """Lines for `csv.reader`: it remembers those of the row that is being read, and puts aside what cannot be read."""

    def __init__(self, source: Iterator[Line]) -> None:
        self.source = source
        self.passed: list[Skipped] = []
        self.row: list[tuple[int, str]] = []
        self.again: list[tuple[int, str]] = []
        self.size = 0
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            if self.size > MAX_LINE:
                self.ended = True
                raise StopIteration
            if self.again:
                number, line = self.again.pop()
            else:
                got = next(self.source, None)
                if got is None:
                    self.ended = True
                    raise StopIteration
                if isinstance(got[1], Skipped):
                    self.passed.append(got[1])
                    continue
                number, line = got[0], got[1]
            self.row.append((number, line))
            self.size += len(line)
            return line

    def begin(self) -> None:
        self.row, self.size, self.ended = [], 0, False

    def give_back(self) -> None:
        """All lines of this row but its first are to be read once more."""
        self.again.extend(self.row[:0:-1])


def read_csv(stream: BinaryIO, file: File, tabs: bool = False) -> Found:
    """The records of a CSV or TSV with a header row. Commas, semicolons and tabs are told apart by the header."""
    feed = _Feed(lines(stream, file.path))
    header: list[str] | None = None
    delimiter = "\t" if tabs else ""
    unclosed = 0
    limit = csv.field_size_limit(MAX_LINE)
    try:
        while True:
            feed.begin()
            if unclosed > _UNCLOSED:
                yield Skipped(file.path, f"more than {_UNCLOSED} broken rows; the rest is left out", kind="broken")
                break
            if not delimiter:
                first = next(feed, None)
                if first is None:
                    break
                delimiter = max(",;\t", key=first.count)
                feed.again, feed.row = feed.row, []
                feed.begin()
            try:
                row = next(csv.reader(feed, delimiter=delimiter), None)
            except csv.Error as error:
                feed.give_back()
                unclosed += 1
                yield Skipped(file.path, f"not a CSV row: {error}", feed.row[0][0] if feed.row else None, "broken")
                continue
            yield from feed.passed
            feed.passed = []
            if row is None:
                break
            number = feed.row[0][0]
            if feed.ended:  # the row took in all that follows
                reason = "a quotation mark opens in this row and never closes; the row is left out"
                yield Skipped(file.path, reason, number, "broken")
                feed.give_back()
                unclosed += 1
                continue
            if header is None:
                header = row
            elif any(cell.strip() for cell in row):
                yield from_fields(dict(zip(header, row, strict=False)), file, number)
    finally:
        csv.field_size_limit(limit)
    if header is None:
        yield Skipped(file.path, "no header row with the names of its columns", kind="empty")
