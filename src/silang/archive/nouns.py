"""What the archive answers with. Days and times are ISO 8601; `added` and `at` are in UTC."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from silang.model import Independence, Label, Outlet, Span, Statement

T = TypeVar("T")
State = Literal["new", "version", "known"]
RulingKind = Literal["claim", "origin", "story"]
Order = Literal["relevance", "newest"]
FacetName = Literal["outlet", "person", "place", "day", "origin", "story"]


@dataclass(frozen=True, slots=True)
class Added:
    """A report that is on disk: `new`, a new `version` of one address, or `known` already and left as it was."""

    id: str
    state: State
    version: int = 1


@dataclass(frozen=True, slots=True)
class Version:
    """One text of one address; the highest number is the current one."""

    id: str
    number: int
    added: str
    current: bool


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report as a list shows it. `story` is None until it is placed, and for a version that is no longer current."""

    id: str
    version: int
    outlet: Outlet | None
    headline: str | None
    url: str | None
    published: str | None
    day: str | None
    story: str | None


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as a list shows it. `independent` is None where it was not compared since its reports changed, and for
    a story of one report. `line` is one sentence of its reports that says what it is about, `who` and `where` whom and
    what places they name most."""

    id: str
    headline: str
    first: str | None
    last: str | None
    reports: int
    outlets: int
    independent: Independence | None
    line: str | None = None
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person, organisation or place as a list shows it. `key` is its folded name, by which it is asked for."""

    key: str
    label: Label
    name: str
    reports: int
    statements: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """One statement of a person in one report, with its words."""

    report: ReportLine
    statement: Statement
    words: str


@dataclass(frozen=True, slots=True)
class Query:
    """What is searched for. `words` is what a reader types: words in any form, "a phrase", -without; no syntax errs.

    `person`, `place` and `origin` (whom a report credits) are keys, that is folded names, `outlet` and `story` ids,
    `since` and `until` ISO days, both within.
    Empty words find every report that the rest lets through, newest first.
    """

    words: str = ""
    outlet: str | None = None
    person: str | None = None
    place: str | None = None
    story: str | None = None
    since: str | None = None
    until: str | None = None
    order: Order = "relevance"
    limit: int = 20
    offset: int = 0
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found. `excerpt` and `marks` are spans into its text, `words` are those of the excerpt."""

    report: ReportLine
    excerpt: Span
    words: str
    marks: tuple[Span, ...] = ()

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The excerpt in order, cut where a mark starts or ends; True for what was searched for."""
        at = 0
        for mark in self.marks:
            start, end = mark.start - self.excerpt.start, mark.end - self.excerpt.start
            if at < start:
                yield self.words[at:start], False
            yield self.words[start:end], True
            at = end
        if at < len(self.words):
            yield self.words[at:], False


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which results can be narrowed: what to ask for, what to show, how many reports it leaves."""

    value: str
    name: str
    reports: int


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """One page of a list, and how many there are in all."""

    items: tuple[T, ...]
    total: int
    facets: dict[FacetName, tuple[Facet, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an editor decided, never changed: a later ruling that `undoes` this one's number takes it back.

    claim: `left` and `right` are evidence, ``REPORT:start-end``, that does or does not assert the same.
    origin: two report ids, of one origin or not. story: a report id and the story that it does or does not belong to.
    """

    number: int
    kind: RulingKind
    verdict: bool
    left: str
    right: str
    who: str
    at: str
    note: str = ""
    undoes: int | None = None
    undone: bool = False
