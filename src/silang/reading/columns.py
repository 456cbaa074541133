"""Which column of a dump holds which field of a report: the names that scrapers use, and a mapping file for others."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from silang.errors import SilangError

Columns = Mapping[str, tuple[str, ...]]
"""Field of a report → the names of columns that may hold it, in lower case, the first that has a value wins."""

COLUMNS: Columns = {
    "id": ("id", "uid", "uuid", "article_id", "doc_id", "_id", "stories_id"),
    "url": (
        "url", "link", "canonical_link", "canonical_url", "original_url", "source_url", "html.responded_url",
        "html.requested_url", "requested_url", "responded_url",
    ),
    "headline": ("title", "headline", "judul", "article_title", "title_page", "title_rss"),
    "text": (
        "text", "content", "body", "isi", "maintext", "plaintext", "plain_text", "article", "article_text",
        "text_content", "story_text", "full_text", "fulltext", "raw_text", "konten", "isi_berita", "teks",
    ),
    "published": (
        "published", "date", "date_publish", "publish_date", "publishing_date", "published_at", "publication_date",
        "published_date", "publishedat", "pubdate", "pub_date", "date_published", "datepublished", "tanggal",
        "datetime", "timestamp",
    ),
    "updated": ("updated", "date_modify", "updated_at", "modified", "date_modified", "datemodified"),
    "outlet": (
        "outlet", "source", "media", "site", "source_domain", "domain", "media_name", "canonical_domain", "media_url",
        "sitename", "publisher", "html.source_info.publisher", "meta_site_name", "site_name", "portal",
    ),
    "authors": ("authors", "author", "byline", "bylines", "penulis"),
}  # fmt: skip


class ColumnsError(SilangError):
    """A mapping file that is not as `read_columns` says; names the file and what is wrong."""


def read_columns(path: Path) -> Columns:
    """The columns of a mapping file: TOML, a field of a report on the left, the name of its column on the right, or a
    list of names (``text = "isi_lengkap"``). A field that it names is looked for nowhere else; the others as ever.

    Raises ColumnsError where the file cannot be read, is no TOML or names an unknown field.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ColumnsError(f"{path}: cannot be read: {error.strerror or error}") from error
    except ValueError as error:
        raise ColumnsError(f"{path}: not TOML: {error}") from error
    made = dict(COLUMNS)
    for field, names in given.items():
        if field not in COLUMNS:
            raise ColumnsError(f"{path}: {field!r} is no field of a report; the fields are {', '.join(COLUMNS)}")
        listed = [names] if isinstance(names, str) else names
        if not isinstance(listed, list) or not listed or not all(isinstance(name, str) for name in listed):
            raise ColumnsError(f'{path}: {field}: name a column, or a list of columns: {field} = "kolom"')
        made[field] = tuple(name.strip().casefold() for name in listed)
    return made
