"""Every noun of Silang, as frozen dataclasses.

All spans are half-open ranges ``[start, end)`` of Unicode code points into the ``text`` of one report. The text is
fixed when the report is read; everything later is spans into it. Nothing is computed in constructors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

SegmentKind = Literal[
    "body", "headline", "section", "date", "byline", "dateline", "caption", "deck",
    "read_also", "related", "tags", "advert", "notice", "markup", "other",
]  # fmt: skip
Role = Literal["author", "reporter", "editor", "photographer", "contributor"]
Label = Literal["PER", "ORG", "LOC", "MISC"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Modifier = Literal["exact", "about", "at_least", "at_most"]
CreditKind = Literal["agency", "outlet", "broadcast", "social", "document"]
Mode = Literal["direct", "indirect", "mixed", "narrated"]
Polarity = Literal["affirmed", "negated", "uncertain"]
HopKind = Literal["interpreter", "spokesperson", "channel", "agency", "outlet", "broadcast", "social", "document"]
Heard = Literal["own", "taken"]
OriginKind = Literal["agency", "release", "outlet", "undeclared"]
SkipKind = Literal["kind", "unreadable", "broken", "too_large", "empty", "language", "duplicate", "in_part", "no_page"]
ConflictKind = Literal["number", "date", "place", "name", "source", "wording", "order", "denial"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch ``[start, end)`` of one report's text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of this span."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published a report. `group` is the publisher group's id; outlets of one group are one foot."""

    id: str
    name: str
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Byline:
    role: Role
    name: str


@dataclass(frozen=True, slots=True)
class Segment(Span):
    """A stretch of a report's text that is body, or furniture of one kind. Segments do not overlap."""

    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class Repair(Span):
    """A stretch that is printed wrongly; `reads` is what it is to be read as, empty for what is printed twice or has
    no shape. An entity is a character reference of HTML that was left in the text."""

    kind: Literal["mojibake", "doubled", "entity"]
    reads: str


@dataclass(frozen=True, slots=True)
class Archived:
    """The record of a web archive that a page lay in (WARC 1.1, ISO 28500): its WARC-Record-ID, and its
    WARC-Payload-Digest where it has one."""

    record: str
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One published item, as one outlet printed it; furniture is marked in `segments`, never cut out."""

    id: str
    input: str
    text: str
    segments: tuple[Segment, ...]
    language: str | None = None
    outlet: Outlet | None = None
    headline: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    dateline: str | None = None
    bylines: tuple[Byline, ...] = ()
    repairs: tuple[Repair, ...] = ()
    archived: Archived | None = None

    def body(self) -> Iterator[Segment]:
        """The segments that are the report's own sentences, in order."""
        return (segment for segment in self.segments if segment.kind == "body")


@dataclass(frozen=True, slots=True)
class Input:
    """One file (or standard input, `-`) that was read, with the SHA-256 of its bytes in hex."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was not read, or only in part: where and why, in plain words.

    `line` counts from 1, the records of a web archive and the rows of Parquet too. `note`: all was read all the same,
    and the reason is only something to know; no command fails for it. `count`: how many things of one `path` and
    `reason` this stands for; only those of kind ``no_page`` are counted together.
    """

    path: str
    reason: str
    line: int | None = None
    kind: SkipKind = "unreadable"
    note: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading some paths gave: reports in the order of input, and all that was passed over."""

    reports: tuple[Report, ...]
    skipped: tuple[Skipped, ...] = ()
    inputs: tuple[Input, ...] = ()


# ── extraction ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom or what mentions refer to (ACE). `name` is its fullest form; `aliases` are the other forms seen."""

    id: str
    label: Label
    name: str
    aliases: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A referring expression; `entity` is the id of an `Entity`."""

    entity: str


@dataclass(frozen=True, slots=True)
class Time(Span):
    """A time expression with its TIMEX3 value (ISO 24617-1)."""

    type: TimeType
    value: str


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A number with what it counts. `low` and `high` are decimal strings, equal where there is no range.

    `unit` is a UCUM code ("1" for a bare count, "%" for per cent) or an ISO 4217 currency ("IDR").
    """

    low: str
    high: str
    unit: str
    counted: str | None
    modifier: Modifier


@dataclass(frozen=True, slots=True)
class Credit(Span):
    """An agency, outlet, broadcaster, account or document that the report says it took something from."""

    name: str
    kind: CreditKind
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Source(Span):
    """Who said it: the words in the text, and whom they name. `name` is None where that was not found."""

    text: str
    name: str | None
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Hop(Span):
    """Somebody or something that words came through on their way from their source to the outlet."""

    kind: HopKind
    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Statement(Span):
    """A stretch that asserts something (PARC attribution: source, cue, content); the span is the content alone.

    `hops` are what stands between source and outlet, from the source on; `via` are their entities. `heard`: whether the
    outlet says that it heard or saw it itself ("own"), or took it over from another medium ("taken"); None where it
    says neither.
    """

    id: str
    mode: Mode
    source: Source | None = None
    cue: Span | None = None
    via: tuple[str, ...] = ()
    polarity: Polarity = "affirmed"
    rule: str = ""
    hops: tuple[Hop, ...] = ()
    heard: Heard | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one report. `entities` are those of this report; `reference` is the ISO day that
    relative times were counted from, None where none was known."""

    report: str
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    credits: tuple[Credit, ...] = ()
    statements: tuple[Statement, ...] = ()
    entities: tuple[Entity, ...] = ()
    reference: str | None = None

    def statement(self, id: str) -> Statement:
        """The statement of that id; KeyError where there is none."""
        for statement in self.statements:
            if statement.id == id:
                return statement
        raise KeyError(id)


# ── stories and comparison ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Outline:
    """A story at a glance, in its reports' own words.

    `line` is the sentence that says most of what they have in common, None where none is of a fit length; `who` and
    `where` are names, those of most reports first; `when` is the ISO day that most leads name, else the first day.
    """

    line: Evidence | None = None
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """Another story of one chain (a verdict, its appeal): its id, headline and first day, and the rare names that it
    shares with the story that it is told of, heaviest first."""

    story: str
    headline: str
    first: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The reports of one event. `first` and `last` are ISO days of publication (or reference), None if unknown.

    `chain` are the other stories of its chain, oldest first.
    """

    id: str
    headline: str
    reports: tuple[str, ...]
    first: str | None = None
    last: str | None = None
    reasons: tuple[Reason, ...] = ()
    outline: Outline = Outline()
    chain: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence(Span):
    """A span of one report that carries a claim, a side of a conflict or a moment; `statement` where it is one."""

    report: str
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was decided: a feature by name, what it says in words, its weight, and the span it saw."""

    name: str
    detail: str
    report: str | None = None
    start: int | None = None
    end: int | None = None
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the text of two or more reports comes from: one dispatch, one release, one another."""

    id: str
    name: str | None
    kind: OriginKind
    reports: tuple[str, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """On how many feet a claim stands: `at_least` with evidence of their own, `at_most` with no tie found."""

    at_least: int
    at_most: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What statements of two or more reports assert alike. `origins` are ids of origins that tie its reports."""

    id: str
    statements: tuple[Evidence, ...]
    source: str | None
    origins: tuple[str, ...]
    independent: Independence
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that cannot both be right, or one utterance rendered to another sense."""

    id: str
    kind: ConflictKind
    claim: str | None
    left: Evidence
    right: Evidence
    detail: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """One TIMEX3 value of a story and what is said to have happened then."""

    value: str
    statements: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One story laid side by side."""

    story: Story
    origins: tuple[Origin, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    timeline: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Crosscheck:
    """The whole result: what was read, what was found in each report, and each story compared.

    `extractions` stand in the order of `reading.reports`; their entity ids are those of `entities`.
    """

    reading: Reading
    extractions: tuple[Extraction, ...]
    entities: tuple[Entity, ...]
    stories: tuple[Comparison, ...]

    def report(self, id: str) -> Report:
        """The report of that id; KeyError where there is none."""
        return self._find(self.reading.reports, id)[1]

    def extraction(self, id: str) -> Extraction:
        """What was found in the report of that id; KeyError where there is none."""
        return self.extractions[self._find(self.reading.reports, id)[0]]

    @staticmethod
    def _find(reports: Iterable[Report], id: str) -> tuple[int, Report]:
        for n, report in enumerate(reports):
            if report.id == id:
                return n, report
        raise KeyError(id)
