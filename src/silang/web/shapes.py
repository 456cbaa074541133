"""What the API answers with. Spans are half-open ranges of code points into a report's text, times ISO 8601."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from silang.archive import Found, Hit, PersonLine, ReportLine, Ruling, StoryLine, Utterance, Version
from silang.model import Outlet, Span


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OutletShape(_Shape):
    """Who published a report."""

    id: str
    name: str
    group: str | None = None
    reports: int | None = None


class BoundsShape(_Shape):
    """On how many origins something stands."""

    at_least: int
    at_most: int


class StoryShape(_Shape):
    """A story in a list; `independent` is null where it was not compared yet, and for a single report. `line` is one
    sentence of its reports, `who` and `where` whom and what places they name most."""

    id: str
    headline: str
    first: str | None
    last: str | None
    reports: int
    outlets: int
    independent: BoundsShape | None
    line: str | None
    who: list[str]
    where: list[str]


class ReportShape(_Shape):
    """A report in a list."""

    id: str
    version: int
    outlet: OutletShape | None
    headline: str | None
    url: str | None
    published: str | None
    story: str | None


class SpanShape(_Shape):
    """A stretch of a report's text."""

    start: int
    end: int


class HitShape(_Shape):
    """A report that was found, an excerpt, and what in it was searched for."""

    report: ReportShape
    excerpt: SpanShape
    words: str
    marks: list[SpanShape]


class FacetShape(_Shape):
    """A value by which results can be narrowed, and how many reports it leaves."""

    value: str
    name: str
    reports: int


class PersonShape(_Shape):
    """A person who is named; `key` is what to ask for."""

    key: str
    name: str
    reports: int
    statements: int


class UtteranceShape(_Shape):
    """What a person says in one report: the words, where they stand, and who the report says it was."""

    report: ReportShape
    statement: str
    start: int
    end: int
    mode: str
    polarity: str
    words: str
    source: str | None


class CreditShape(_Shape):
    """Whom an outlet's reports credit, and in how many reports."""

    name: str
    kind: str
    reports: int


class EchoShape(_Shape):
    """An outlet whose reports share text with this one's, and in how many stories."""

    outlet: OutletShape
    stories: int


class OutletPage(_Shape):
    """An outlet, whom it credits, and with whom it shares text in its newest stories."""

    outlet: OutletShape
    credits: list[CreditShape]
    echoes: list[EchoShape]
    stories: Annotated[int, Field(description="How many of its newest stories the echoes were sought in.")]


class VersionShape(_Shape):
    """One text of a report's address."""

    id: str
    number: int
    added: str
    current: bool


class RulingShape(_Shape):
    """What an editor decided."""

    number: int
    kind: str
    verdict: bool
    left: str
    right: str
    who: str
    at: str
    note: str
    undoes: int | None
    undone: bool


class Page(_Shape):
    """One page of a list."""

    total: int
    next: Annotated[str | None, Field(description="Where the rest of the list goes on.")] = None


class Stories(Page):
    """A page of stories, by number of origins."""

    items: list[StoryShape]


class Reports(Page):
    """A page of reports, newest first."""

    items: list[ReportShape]


class Hits(Page):
    """A page of what was found, with the facets of all of it."""

    items: list[HitShape]
    facets: dict[str, list[FacetShape]]


class People(Page):
    """A page of people, those who say most first."""

    items: list[PersonShape]


class Said(Page):
    """A page of what a person says; `total` counts reports."""

    items: list[UtteranceShape]


class Outlets(Page):
    """A page of outlets, those of most reports first."""

    items: list[OutletShape]


class Versions(Page):
    """A page of the texts of one address, oldest first."""

    items: list[VersionShape]


class Rulings(Page):
    """A page of rulings, newest first."""

    items: list[RulingShape]


class Problem(_Shape):
    """Why a request was not answered (RFC 9457)."""

    status: int
    detail: str


def outlet(one: Outlet, reports: int | None = None) -> OutletShape:
    """The shape of an outlet, with how many reports it has where that is told."""
    return OutletShape(id=one.id, name=one.name, group=one.group, reports=reports)


def story(line: StoryLine) -> StoryShape:
    """The shape of a story."""
    bounds = line.independent
    return StoryShape(
        id=line.id,
        headline=line.headline,
        first=line.first,
        last=line.last,
        reports=line.reports,
        outlets=line.outlets,
        independent=BoundsShape(at_least=bounds.at_least, at_most=bounds.at_most) if bounds else None,
        line=line.line,
        who=list(line.who),
        where=list(line.where),
    )


def report(line: ReportLine) -> ReportShape:
    """The shape of a report."""
    return ReportShape(
        id=line.id,
        version=line.version,
        outlet=outlet(line.outlet) if line.outlet else None,
        headline=line.headline,
        url=line.url,
        published=line.published,
        story=line.story,
    )


def hits(found: Found[Hit]) -> Hits:
    """The shape of what a search finds."""
    items = [
        HitShape(report=report(h.report), excerpt=_span(h.excerpt), words=h.words, marks=[_span(m) for m in h.marks])
        for h in found.items
    ]
    facets: dict[str, list[FacetShape]] = {
        name: [FacetShape(value=f.value, name=f.name, reports=f.reports) for f in row]
        for name, row in found.facets.items()
    }
    return Hits(items=items, total=found.total, facets=facets)


def person(line: PersonLine) -> PersonShape:
    """The shape of a person."""
    return PersonShape(key=line.key, name=line.name, reports=line.reports, statements=line.statements)


def utterance(one: Utterance) -> UtteranceShape:
    """The shape of an utterance."""
    said = one.statement
    return UtteranceShape(
        report=report(one.report),
        statement=said.id,
        start=said.start,
        end=said.end,
        mode=said.mode,
        polarity=said.polarity,
        words=one.words,
        source=said.source.text if said.source else None,
    )


def version(one: Version) -> VersionShape:
    """The shape of a version."""
    return VersionShape(id=one.id, number=one.number, added=one.added, current=one.current)


def ruling(one: Ruling) -> RulingShape:
    """The shape of a ruling."""
    return RulingShape(
        number=one.number,
        kind=one.kind,
        verdict=one.verdict,
        left=one.left,
        right=one.right,
        who=one.who,
        at=one.at,
        note=one.note,
        undoes=one.undoes,
        undone=one.undone,
    )


def _span(span: Span) -> SpanShape:
    return SpanShape(start=span.start, end=span.end)
