"""An export with what its rows look up: texts, the places of statements, the story of each report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any

from silang.errors import ExportError

Json = dict[str, Any]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=T|$)")
_DECIMAL = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Flat:
    """An export, schema `silang/1`, to be laid flat."""

    document: Json

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {report["id"]: report["text"] for report in self.document["reports"]}

    @cached_property
    def _statements(self) -> dict[tuple[str, str], Json]:
        return {(report["id"], s["id"]): s for report in self.document["reports"] for s in report["statements"]}

    @cached_property
    def stories(self) -> dict[str, str]:
        """The story's id by each report's."""
        return {report: story["id"] for story in self.document["stories"] for report in story["reports"]}

    def words(self, report: str, span: Json) -> str:
        """The words of a span of a report; ExportError where it does not lie in the report's text."""
        text, start, end = self._texts[report], span["start"], span["end"]
        if not 0 <= start <= end <= len(text):
            raise ExportError(f"report {report!r}: a span from {start} to {end} in a text of {len(text)} code points")
        return text[start:end]

    def place(self, evidence: Json) -> tuple[str, str | None, int, int, str]:
        """Report, statement, start, end and words of a piece of evidence."""
        report, statement = evidence["report"], evidence.get("statement")
        span = evidence if statement is None else self._statements[report, statement]
        return report, statement, span["start"], span["end"], self.words(report, span)


def day(value: str | None) -> date | None:
    """The day of an ISO day or time, or of a TIMEX3 value as fine as a day; else None."""
    found = _DAY.match(value or "")
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def instant(value: str | None) -> datetime | None:
    """An ISO time that names its zone, in UTC, in whole seconds; else None: no hour and no zone is guessed."""
    try:
        found = datetime.fromisoformat(value or "")
        return found.astimezone(UTC).replace(microsecond=0) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None


def decimal(value: str) -> str | None:
    """A decimal string as it is; None where it is none."""
    return value if _DECIMAL.fullmatch(value) else None
