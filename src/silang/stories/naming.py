"""What a story is called: an id, a headline in the words of its reports, its first and last day."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from silang.model import Extraction, Report

_WIDTH = 100  # code points of a headline that was cut from a lead
_WORDS = 6  # of an id
_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(r"[a-z0-9]+")


def headline(reports: Sequence[Report], extractions: Sequence[Extraction]) -> str:
    """The headline of the newest report that has one, else the lead of the newest, cut at a word.

    `reports` stand oldest first.
    """
    for report in reversed(reports):
        if report.headline and report.headline.strip():
            return _SPACES.sub(" ", report.headline).strip()
    for report, found in zip(reversed(reports), reversed(extractions), strict=True):
        if found.sentences:
            return _cut(_SPACES.sub(" ", found.sentences[0].of(report.text)).strip())
    return reports[-1].id


def _cut(sentence: str) -> str:
    if len(sentence) <= _WIDTH:
        return sentence
    return sentence[: _WIDTH - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + " …"


def ids(stories: Iterable[tuple[int | None, str]]) -> list[str]:
    """A readable id for each story, given its first day and headline: ``2025-06-10-kapal-kandas``; like ones are
    numbered in the order given."""
    used: Counter[str] = Counter()
    found: dict[str, None] = {}
    for first, title in stories:
        base = "-".join(filter(None, [iso(first), _slug(title)])) or "story"
        name = base
        while name in found:
            used[base] += 1
            name = f"{base}-{used[base] + 1}"
        found[name] = None
    return list(found)


def iso(day: int | None) -> str | None:
    """A proleptic ordinal as an ISO day."""
    return date.fromordinal(day).isoformat() if day is not None else None


def _slug(title: str) -> str:
    plain = unicodedata.normalize("NFKD", title.replace("’", "").replace("'", "")).casefold()
    return "-".join(_PLAIN.findall("".join(c for c in plain if not unicodedata.combining(c)))[:_WORDS])
