"""What a file holds before it is a report: its text, and what its fields say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from silang.model import Archived, Byline, Input, Report, Skipped
from silang.reading.columns import Columns
from silang.reading.times import iso_time

MAX_LINE = 8 * 1024 * 1024  # bytes; a longer line or record is no report
MAX_TEXT = 1_000_000  # code points; a longer text is no report
MAX_FIELD = 4_096  # code points of a headline, a name, an address; what is longer tells nothing
MAX_DOCUMENT = 64 * 1024 * 1024  # bytes of a file that can only be read whole


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a report besides its text; times in ISO 8601, as precise as given."""

    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] = ()
    bylines: tuple[Byline, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """The file that a reader reads from: the path that names it, the stem that names its reports, and the columns in
    which the fields of a report lie."""

    path: str
    stem: str
    columns: Columns


@dataclass(frozen=True, slots=True)
class Record:
    """One text as it lies in a file, before its furniture is marked. `line` counts from 1, None for a whole file."""

    text: str
    given: Given
    stem: str
    input: str
    line: int | None = None
    archived: Archived | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page of HTML as it lies in a file; of a web archive, the record it came from and its address."""

    data: bytes
    stem: str
    input: str
    line: int | None = None
    url: str | None = None
    archived: Archived | None = None


Item = Record | Page | Report | Skipped | Input
Found = Iterator[Item]
"""What a reader gives: the input first, then records, pages, reports that Silang wrote, and what it passed over."""


def from_fields(fields: Mapping[str, object], file: File, line: int | None) -> Record | Skipped:
    """The record of one JSON object or row of a table."""
    known = {key.strip().casefold().lstrip("\ufeff"): value for key, value in fields.items() if isinstance(key, str)}
    text = _text(known, file.columns["text"])
    if text is None:
        names = ", ".join(sorted(map(str, fields))[:8]) or "none"
        wanted = ", ".join(file.columns["text"][:4])
        reason = f"no field with a text ({wanted} …); its fields: {names}"
        return Skipped(file.path, reason, line, "empty")

    def word(field: str) -> str | None:
        return _word(known, file.columns[field])

    given = Given(
        id=word("id"),
        url=word("url"),
        outlet=_outlet(known, file.columns["outlet"]),
        headline=word("headline"),
        published=iso_time(word("published") or ""),
        updated=iso_time(word("updated") or ""),
        authors=_authors(known, file.columns["authors"]),
    )
    return Record(text, given, file.stem, file.path, line)


def _value(known: Mapping[str, object], name: str) -> object:
    """The value of a column; of a column in an object, where the name has a point: ``html.requested_url``."""
    if name in known or "." not in name:
        return known.get(name)
    first, rest = name.split(".", 1)
    inner = known.get(first)
    return _value({str(k).casefold(): v for k, v in inner.items()}, rest) if isinstance(inner, Mapping) else None


def _text(known: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    held = [text for name in names if (text := _prose(_value(known, name))) is not None]
    return next((text for text in held if text.strip()), held[0] if held else None)


def _prose(value: object) -> str | None:
    """A text; also one in paragraphs, and one in summary and sections as fundus writes it."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping) and isinstance(sections := value.get("sections"), list):
        parts = [value.get("summary")]
        for section in sections:
            if isinstance(section, Mapping):
                parts += [section.get("headline"), section.get("paragraphs")]
        return "\n\n".join(line for part in parts if isinstance(part, list) for line in part if isinstance(line, str))
    if isinstance(value, list) and value and all(isinstance(line, str) for line in value):
        return "\n\n".join(value)
    return None


def _word(known: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = _value(known, name)
        if isinstance(value, bool) or not isinstance(value, str | int):
            continue
        if 0 < len(word := str(value).strip()) <= MAX_FIELD:
            return word
    return None


def _outlet(known: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = _value(known, name)
        if isinstance(value, Mapping):  # {"source": {"name": …}}
            value = value.get("name") or value.get("domain")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _authors(known: Mapping[str, object], columns: tuple[str, ...]) -> tuple[str, ...]:
    for name in columns:
        value = _value(known, name)
        names = value if isinstance(value, list) else str(value or "").strip("[]").replace(";", ",").split(",")
        found = tuple(clean for n in names if isinstance(n, str) and (clean := n.strip(" \t\n'\"")))
        if found:
            return found
    return ()
