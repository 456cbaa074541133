"""The closing summary: how much was read, and what was passed over, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, get_args

from silang.model import Input, Reading, Report, SkipKind, Skipped
from silang.reading.shards import Mark

SCHEMA = "silang-summary/1"
WORDS: Final[dict[SkipKind, str]] = {
    "kind": "of a kind that is not read",
    "unreadable": "unreadable",
    "broken": "broken",
    "too_large": "too large",
    "empty": "without a report",
    "language": "in another language",
    "duplicate": "read already",
    "in_part": "read in part",
    "no_page": "no page of a report",
}


class Counts:
    """How many inputs and reports were read, how many with a note, and how many things passed over of each kind, with
    one to show."""

    def __init__(self) -> None:
        self.reports = 0
        self.inputs = 0
        self.notes = 0
        self._skipped: dict[SkipKind, int] = {}
        self._shown: dict[SkipKind, Skipped] = {}

    @classmethod
    def of(cls, reading: Reading) -> Counts:
        made = cls()
        made.reports, made.inputs = len(reading.reports), len(reading.inputs)
        made.add(reading.skipped)
        return made

    def add(self, parts: Iterable[Report | Skipped | Input]) -> None:
        for part in parts:
            if isinstance(part, Report):
                self.reports += 1
            elif isinstance(part, Input):
                self.inputs += 1
            elif part.note:
                self.notes += part.count
            else:
                self._skipped[part.kind] = self._skipped.get(part.kind, 0) + part.count
                self._shown.setdefault(part.kind, part)

    def add_mark(self, mark: Mark) -> None:
        """Adds what one shard holds."""
        self.reports += mark.reports
        self.add((*mark.inputs, *mark.skipped))

    def totals(self) -> dict[str, Any]:
        """The counts alone as plain JSON, the same in every run."""
        return {"inputs": self.inputs, "reports": self.reports, "skipped": dict(self.skipped())}

    def skipped(self) -> list[tuple[SkipKind, int]]:
        """How many of each kind, in the order of `SkipKind`."""
        return [(kind, self._skipped[kind]) for kind in get_args(SkipKind) if kind in self._skipped]

    def fields(self, seconds: float) -> dict[str, Any]:
        """The summary as plain JSON; `seconds` is what the command took."""
        return {
            "schema": SCHEMA,
            "inputs": self.inputs,
            "reports": self.reports,
            "notes": self.notes,
            "skipped": [
                {"kind": kind, "count": count, "example": _example(self._shown[kind])} for kind, count in self.skipped()
            ],
            "seconds": round(seconds, 3),
            "reports_per_second": round(self.reports / seconds, 1) if seconds else None,
        }


def _example(skipped: Skipped) -> dict[str, Any]:
    return {"path": skipped.path, "line": skipped.line, "reason": skipped.reason}
