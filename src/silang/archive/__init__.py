"""The archive: reports, what was found in them, their stories and the rulings on them, kept in SQLite or Postgres."""

from silang.archive.archive import Archive
from silang.archive.nouns import (
    Added,
    Facet,
    Found,
    Hit,
    PersonLine,
    Query,
    ReportLine,
    Ruling,
    StoryLine,
    Utterance,
    Version,
)

__all__ = [
    "Added",
    "Archive",
    "Facet",
    "Found",
    "Hit",
    "PersonLine",
    "Query",
    "ReportLine",
    "Ruling",
    "StoryLine",
    "Utterance",
    "Version",
]
