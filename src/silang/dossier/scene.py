"""What every part of a page looks up: the reports of one story in order, their codes, paragraphs and anchors."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import cached_property

from silang.dossier.codes import outlet_codes, report_codes
from silang.dossier.page import Ref
from silang.dossier.wording import Wording
from silang.extraction.feet import footprints
from silang.language import parse
from silang.language.sentences import blocks
from silang.model import Comparison, Crosscheck, Entity, Evidence, Extraction, Outlet, Report, Span, Statement

_WIB = timezone(timedelta(hours=7))
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Stretch(Span):
    """A paragraph of the body (`number` from 1) or a piece of furniture of a `kind`, as the reader shows it."""

    number: int | None
    kind: str


@dataclass(frozen=True)
class Scene:
    """One story with all that was found in its reports; `say` holds the words of the page's language."""

    crosscheck: Crosscheck
    comparison: Comparison
    say: Wording
    quotes_only: bool

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The story's reports, first published first; those without a time stand last, in the order of input."""
        wanted = set(self.comparison.story.reports)
        found = [report for report in self.crosscheck.reading.reports if report.id in wanted]
        return tuple(sorted(found, key=lambda report: instant(report.published) or _NEVER))

    @cached_property
    def by_id(self) -> dict[str, Report]:
        return {report.id: report for report in self.reports}

    @cached_property
    def extractions(self) -> dict[str, Extraction]:
        pairs = zip(self.crosscheck.reading.reports, self.crosscheck.extractions, strict=True)
        return {report.id: found for report, found in pairs if report.id in self.by_id}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        own = {entity.id: entity for found in self.extractions.values() for entity in found.entities}
        return own | {entity.id: entity for entity in self.crosscheck.entities}

    @cached_property
    def codes(self) -> dict[str, str]:
        return report_codes(self.reports)

    @cached_property
    def outlet_codes(self) -> dict[str, str]:
        return outlet_codes(self.reports)

    @cached_property
    def outlets(self) -> tuple[Outlet, ...]:
        """The outlets of the story, each once, in the order of their first report."""
        return tuple({report.outlet.id: report.outlet for report in self.reports if report.outlet}.values())

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each report's id in `reports`."""
        return {report.id: n for n, report in enumerate(self.reports)}

    @cached_property
    def stretches(self) -> dict[str, tuple[Stretch, ...]]:
        return {report.id: stretches(report) for report in self.reports}

    @cached_property
    def statements(self) -> dict[tuple[str, str], Statement]:
        return {(id, s.id): s for id, found in self.extractions.items() for s in found.statements}

    @cached_property
    def carried(self) -> dict[str, set[int]]:
        """The places, among the comparison's claims, of those that each report carries."""
        found: dict[str, set[int]] = {}
        for n, claim in enumerate(self.comparison.claims):
            for evidence in claim.statements:
                found.setdefault(evidence.report, set()).add(n)
        return found

    @cached_property
    def own(self) -> dict[str, list[Span]]:
        """Where each report's text shows reporting of its own: its reporter on the spot, its interview."""
        return {report.id: footprints(report, parse(report), "own") for report in self.reports}

    def outlet_name(self, report: Report) -> str:
        return report.outlet.name if report.outlet else self.say("doubt.outlet")

    def statement(self, evidence: Evidence) -> Statement | None:
        """The attributed statement that this evidence is, or that fills most of it."""
        if evidence.statement is not None:
            return self.statements.get((evidence.report, evidence.statement))
        within = [s for s in self.extractions[evidence.report].statements if s.meets(evidence)]
        fills = [(min(s.end, evidence.end) - max(s.start, evidence.start), s) for s in within]
        best = max(fills, key=lambda pair: pair[0], default=None)
        return best[1] if best and 2 * best[0] >= evidence.end - evidence.start else None

    def host(self, report: str, span: Span) -> Stretch | None:
        """The first stretch of the report that shows some of `span`."""
        row = self.stretches[report]
        n = max(bisect_right(row, span.start, key=lambda stretch: stretch.start) - 1, 0)
        return next((stretch for stretch in row[n : n + 50] if stretch.meets(span)), None)

    def anchor(self, report: str, span: Span) -> str:
        """The anchor of a span in the reader; that of the whole report where its text is not shown."""
        if self.quotes_only or self.host(report, span) is None:
            return self.codes[report]
        return f"{self.codes[report]}-{span.start}-{span.end}"

    def ref(self, report: str, span: Span) -> Ref:
        """The printed place of a span, with the link that leads to it."""
        code, host = self.codes[report], self.host(report, span)
        place = f" {self.place(host)}" if host else ""
        return Ref(f"{code}{place}", f"{code}{place}, {self.spoken(host)}", f"#{self.anchor(report, span)}")

    def place(self, host: Stretch) -> str:
        return f"¶{host.number}" if host.number else self.say(f"furniture.{host.kind}")

    def spoken(self, host: Stretch | None) -> str:
        if host is None:
            return self.say("place.report")
        return self.say("place.paragraph", n=host.number) if host.number else self.say(f"furniture.{host.kind}")

    def published(self, report: Report) -> str:
        return self.say.moment(report.published) if report.published else self.say("doubt.published")

    def words(self, span: Evidence) -> str:
        """The words of a span, each run of white space as one blank."""
        return " ".join(span.of(self.by_id[span.report].text).split())

    def name(self, statement: Statement) -> str | None:
        """Who said it, by the fullest name known; None where that was not found."""
        source = statement.source
        if source is None:
            return None
        entity = self.entities.get(source.entity or "")
        return entity.name if entity else source.name


def instant(published: str | None) -> datetime | None:
    """An ISO day or time as a point in time, in WIB where it names no zone; None where it is no such thing."""
    if not published:
        return None
    try:
        found = datetime.fromisoformat(published)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=_WIB)


def stretches(report: Report) -> tuple[Stretch, ...]:
    """The report's text as paragraphs and furniture, in order; what no segment covers counts as other furniture."""
    body = blocks(report.text, report.body())
    found = [Stretch(block.start, block.end, n, "body") for n, block in enumerate(body, 1)]
    found += [Stretch(s.start, s.end, None, s.kind) for s in report.segments if s.kind != "body"]
    found.sort(key=lambda stretch: stretch.start)
    return tuple(sorted([*found, *_uncovered(report, found)], key=lambda stretch: stretch.start))


def _uncovered(report: Report, covered: Sequence[Stretch]) -> list[Stretch]:
    gaps, at = [], 0
    for stretch in [*covered, Stretch(len(report.text), len(report.text), None, "other")]:
        if report.text[at : stretch.start].strip():
            gaps.append(Stretch(at, stretch.start, None, "other"))
        at = max(at, stretch.end)
    return gaps


__all__ = ["Scene", "Stretch", "instant", "stretches"]
