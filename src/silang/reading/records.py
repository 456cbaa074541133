"""What a file holds before it is a report: its text, and what its fields say of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from silang.model import Byline, Skipped
from silang.reading.times import iso_time

MAX_LINE = 8 * 1024 * 1024  # bytes; a longer line or record is no report
MAX_TEXT = 1_000_000  # code points; a longer text is no report
MAX_DOCUMENT = 64 * 1024 * 1024  # bytes of a file that can only be read whole

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "uid", "uuid", "article_id", "doc_id", "_id"),
    "url": ("url", "link", "canonical_link", "canonical_url", "source_url", "requested_url", "responded_url"),
    "headline": ("title", "headline", "judul", "title_page", "title_rss"),
    "text": (
        "text", "content", "body", "maintext", "plain_text", "article", "isi", "article_text", "full_text", "fulltext",
        "raw_text", "konten", "isi_berita", "teks",
    ),
    "published": (
        "published", "date", "date_publish", "publish_date", "publishing_date", "published_at", "publication_date",
        "published_date", "publishedat", "pubdate", "pub_date", "date_published", "datepublished", "tanggal",
        "datetime", "timestamp",
    ),
    "updated": ("updated", "date_modify", "updated_at", "modified", "date_modified", "datemodified"),
    "outlet": (
        "outlet", "source", "media", "site", "source_domain", "domain", "media_name", "sitename", "publisher",
        "site_name", "portal",
    ),
    "authors": ("authors", "author", "byline", "bylines", "penulis"),
}  # fmt: skip


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
class Record:
    """One text as it lies in a file, before its furniture is marked. `line` counts from 1, None for a whole file."""

    text: str
    given: Given
    stem: str
    input: str
    line: int | None = None


Found = Iterator[Record | Skipped]
"""What a reader of one kind of file gives: records, and what it passed over."""


def from_fields(fields: Mapping[str, object], stem: str, where: tuple[str, int | None]) -> Record | Skipped:
    """The record of one JSON object or CSV row; `where` is its path and line."""
    known = {key.strip().casefold().lstrip("\ufeff"): value for key, value in fields.items() if isinstance(key, str)}
    path, line = where
    text = _text(known)
    if text is None:
        names = ", ".join(sorted(fields)[:8]) or "none"
        return Skipped(path, f"no field with a text (text, content, body, isi …); its fields: {names}", line)
    given = Given(
        id=_word(known, "id"),
        url=_word(known, "url"),
        outlet=_outlet(known),
        headline=_word(known, "headline"),
        published=iso_time(_word(known, "published") or ""),
        updated=iso_time(_word(known, "updated") or ""),
        authors=_authors(known),
    )
    return Record(text, given, stem, path, line)


def _text(known: Mapping[str, object]) -> str | None:
    held = [value for name in _FIELDS["text"] if isinstance(value := known.get(name), str)]
    return next((value for value in held if value.strip()), held[0] if held else None)


def _word(known: Mapping[str, object], field: str) -> str | None:
    for name in _FIELDS[field]:
        value = known.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int):
            continue
        if word := str(value).strip():
            return word
    return None


def _outlet(known: Mapping[str, object]) -> str | None:
    for name in _FIELDS["outlet"]:
        value = known.get(name)
        if isinstance(value, Mapping):  # {"source": {"name": …}}
            value = value.get("name") or value.get("domain")
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _authors(known: Mapping[str, object]) -> tuple[str, ...]:
    for name in _FIELDS["authors"]:
        value = known.get(name)
        names = value if isinstance(value, list) else str(value or "").strip("[]").replace(";", ",").split(",")
        found = tuple(clean for n in names if isinstance(n, str) and (clean := n.strip(" \t\n'\"")))
        if found:
            return found
    return ()
