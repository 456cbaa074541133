"""One report as its ties are read: its words, the media it credits, its marks of a prepared text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from silang.comparison.reuse import Words, words_of
from silang.extraction.feet import footprints
from silang.language import Parse
from silang.model import Credit, Extraction, Report, Span

_MEDIA = ("agency", "outlet", "broadcast")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`credits` are those of agencies, outlets and broadcasters, by folded name; `sources` the words of the names of
    all who are quoted; `release` and `own` are where the body shows a prepared text and a foot of its own."""

    report: Report
    words: Words
    sentences: tuple[Span, ...]
    credits: Mapping[str, Sequence[Credit]]
    sources: frozenset[frozenset[str]]
    release: Sequence[Span]
    own: Sequence[Span]

    @property
    def quoted(self) -> int:
        """Words inside quotation marks."""
        return sum(self.words.quoted)

    @property
    def narrated(self) -> int:
        """Words outside quotation marks."""
        return len(self.words.tokens) - self.quoted


def sheet_of(report: Report, parse: Parse, extraction: Extraction) -> Sheet:
    """The sheet of one report."""
    credits: dict[str, list[Credit]] = {}
    for credit in extraction.credits:
        if credit.kind in _MEDIA:
            credits.setdefault("".join(c for c in credit.name.casefold() if c.isalnum()), []).append(credit)
    return Sheet(
        report,
        words_of(parse),
        parse.sentences,
        credits,
        sources=frozenset(
            frozenset(s.source.name.casefold().split()) for s in extraction.statements if s.source and s.source.name
        ),
        release=footprints(report, parse, "release"),
        own=footprints(report, parse, "own"),
    )
