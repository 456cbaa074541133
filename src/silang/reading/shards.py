"""A folder of reports: shards of JSON Lines, each with a mark that says that it is whole and what it was made of.

``silang-reports.json`` tells what was read and whether it is done; ``00001.jsonl.gz`` holds reports (`written`), and
``00001.json`` is its mark. Every file is written under another name, brought to the disk, and then renamed: a mark that
is there stands for a shard that is there.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from silang.model import Input, Report, Skipped
from silang.reading.columns import COLUMNS
from silang.reading.files import MANIFEST
from silang.reading.packed import unpacked
from silang.reading.records import File, Found
from silang.reading.tables import read_jsonl

SCHEMA = "silang-reports/1"


@dataclass(frozen=True, slots=True)
class At:
    """How far reading had come: `items` of the `place`th place were read, whose path and SHA-256 are noted."""

    place: int
    path: str
    items: int
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """What one shard holds. `next` is where the next one goes on, None where all was read."""

    reports: int
    inputs: tuple[Input, ...]
    skipped: tuple[Skipped, ...]
    next: At | None


def shard_path(folder: Path, number: int) -> Path:
    """The file of the shard of that number, from 1."""
    return folder / f"{number:05}.jsonl.gz"


def marks(folder: Path) -> Iterator[Mark]:
    """The marks of the shards that are whole, in order. Raises ValueError where one is no mark."""
    number = 1
    while (path := _mark_path(folder, number)).exists():
        try:
            yield _mark(json.loads(path.read_bytes()))
        except (KeyError, TypeError, ValueError) as error:
            raise ValueError(f"{path}: not the mark of a shard: {error}") from error
        number += 1


def write_mark(folder: Path, number: int, mark: Mark) -> None:
    """Says that a shard is whole."""
    after = mark.next
    fields = {
        "reports": mark.reports,
        "inputs": [[one.path, one.sha256] for one in mark.inputs],
        "skipped": [[one.path, one.reason, one.line, one.kind, one.note, one.count] for one in mark.skipped],
        "next": [after.place, after.path, after.items, after.sha256] if after else None,
    }
    write_json(_mark_path(folder, number), fields)


def manifest(folder: Path) -> dict[str, Any] | None:
    """What the folder says of itself, None where it says nothing. Raises ValueError where that is another thing."""
    path = folder / MANIFEST
    if not path.exists():
        return None
    fields = json.loads(path.read_bytes())
    if not isinstance(fields, dict) or fields.get("schema") != SCHEMA:
        raise ValueError(f"{path}: not the manifest of a folder of reports ({SCHEMA})")
    return fields


def read_shards(folder: Path) -> Found:
    """The inputs and reports of a folder of reports, as they were found when it was written."""
    number = 0
    try:
        manifest(folder)
        for number, mark in enumerate(marks(folder), 1):
            yield from mark.inputs
            path = shard_path(folder, number)
            with path.open("rb") as packed:
                data = unpacked(packed)
                if isinstance(data, str):
                    raise ValueError(f"{path}: {data}")
                held = 0
                for item in read_jsonl(data, File(str(path), path.stem, COLUMNS)):
                    held += isinstance(item, Report)
                    yield item
            if held != mark.reports:
                reason = f"it holds {held} of the {mark.reports} reports that its mark tells of"
                yield Skipped(str(path), reason, kind="broken")
            done = mark.next is None
        if number == 0 or not done:
            reason = "reading into this folder was not finished; run the same command once more"
            yield Skipped(str(folder), reason, kind="in_part")
    except (OSError, ValueError) as error:
        yield Skipped(str(folder), f"a folder of reports that cannot be read: {error}", kind="broken")


def write_json(path: Path, fields: Mapping[str, Any]) -> None:
    """The fields as JSON, in one move."""
    with whole(path) as file:
        file.write(json.dumps(fields, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n")


@contextmanager
def whole(path: Path, packed: bool = False) -> Iterator[BinaryIO]:
    """A file that is there whole or not at all; with `packed`, what is written to it is packed with gzip."""
    draft = path.with_name(path.name + ".part")
    with draft.open("wb") as file:
        if packed:
            with gzip.GzipFile("", "wb", 6, file, mtime=0) as packing:
                yield cast(BinaryIO, packing)
        else:
            yield file
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _mark_path(folder: Path, number: int) -> Path:
    return folder / f"{number:05}.json"


def _mark(fields: Mapping[str, Any]) -> Mark:
    after = fields["next"]
    mark = Mark(
        reports=fields["reports"],
        inputs=tuple(Input(*one) for one in fields["inputs"]),
        skipped=tuple(Skipped(*one) for one in fields["skipped"]),
        next=At(*after) if after else None,
    )
    numbers = [mark.reports, *(one.count for one in mark.skipped)]
    numbers += [mark.next.place, mark.next.items] if mark.next else []
    if not all(type(number) is int and number >= 0 for number in numbers):
        raise ValueError(f"no number: {numbers!r:.80}")
    return mark
