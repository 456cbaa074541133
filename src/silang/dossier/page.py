"""The page model: all that a dossier of one story shows, in the words of one language, with no markup inside.

HTML and Markdown are rendered from these nouns alone, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Mark = Literal["same", "other", "added", "turned", "point"]
NodeKind = Literal["text", "statement", "narrated", "source", "time", "credit", "place"]


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another place of the page (`#…`), or out of it (http, https)."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A place in a report: as printed (`NK ¶6`), as read aloud, and where it leads."""

    label: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a quotation, and how they stand to the base wording; a `point` is what is pointed to."""

    text: str
    mark: Mark = "same"


@dataclass(frozen=True, slots=True)
class Quote:
    """An outlet's own words. `note` says how they are put (direct, narrated, …); `gone` is what the base has more,
    and `turned` what of that turns the sense where it is missing."""

    pieces: tuple[Piece, ...]
    refs: tuple[tuple[str, Ref], ...]
    note: str
    direct: bool = False
    doubt: str | None = None
    base: bool = False
    gone: tuple[str, ...] = ()
    turned: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words alone, verbatim."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Bracket:
    """Quotations that stand on one foot. `badge` is the letter of the origin."""

    badge: str
    title: str
    note: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One outlet's box in a row: its code, whether it carries the claim, and whether less exactly than another."""

    code: str
    carries: bool
    coarse: bool = False


@dataclass(frozen=True, slots=True)
class Foot:
    """The boxes of one origin. `count` is how many outlets of it carry the claim."""

    badge: str
    slots: tuple[Slot, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Feet:
    """The boxes of a row. `label` says the same in a sentence; `compact` asks for one box per origin."""

    feet: tuple[Foot, ...]
    label: str
    compact: bool


@dataclass(frozen=True, slots=True)
class Why:
    """One reason: its name in the page's language, strength from 0 to 1, the detail (in `lang`), and where."""

    name: str
    strength: str | None
    detail: str
    refs: tuple[Ref, ...] = ()
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """Two bounds, equal where there is one figure."""

    least: int
    most: int

    def __str__(self) -> str:
        return str(self.most) if self.least == self.most else f"{self.least}–{self.most}"


@dataclass(frozen=True, slots=True)
class Row:
    """A claim. `carried` is the number of its outlets in words."""

    anchor: str
    id: str
    number: int
    origins: Count
    outlets: int
    carried: str
    headline: str
    notes: tuple[str, ...]
    feet: Feet
    brackets: tuple[Bracket, ...]
    cite: str
    why: tuple[Why, ...]
    conflicts: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One reading of a conflict. `big` is the figure or word that differs, None where the whole wording does."""

    big: str | None
    total: str
    outlets: str
    brackets: tuple[Bracket, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A conflict."""

    anchor: str
    ids: tuple[str, ...]
    number: int
    kind: str
    title: str
    left: Side
    right: Side
    why: tuple[Why, ...]
    claim: Link | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One printing of a figure that grew. `hour` is hours since the first of the series."""

    published: str
    hour: float
    value: float
    shown: str
    old: bool
    badge: str
    code: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Update:
    """A figure that grew over publishing time: no conflict."""

    anchor: str
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Only:
    """What one outlet alone has."""

    badge: str
    outlet: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A claim that all outlets but one carry."""

    outlet: str
    claim: Link
    headline: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one person said in one matter. `compared` is whether wordings are marked against a base."""

    anchor: str
    feet: Feet
    brackets: tuple[Bracket, ...]
    compared: bool
    claim: Link | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is quoted. `doubt` stands in place of a name that was not found."""

    anchor: str
    name: str
    doubt: bool
    note: str
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A report in the tree of origins. `declared` is whether it names the origin; `root` whether it is the origin.

    `clock` is the hour and, where reports are of several days, the day, each empty where unknown.
    """

    code: str
    outlet: str
    href: str
    published: str
    clock: tuple[str, str]
    how: str
    declared: bool
    root: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """Reports that count once. `tied` is false where a report or outlet stands alone."""

    badge: str
    title: str
    note: str
    tied: bool
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Why reports are held to be of one origin."""

    anchor: str
    id: str | None
    badge: str
    title: str
    kind: str
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A moment (`kind` event) or a publication (`kind` published)."""

    kind: Literal["event", "published"]
    hour: str
    text: str
    quotes: tuple[Quote, ...] = ()
    link: Link | None = None
    feet: Feet | None = None


@dataclass(frozen=True, slots=True)
class Day:
    title: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Dateline:
    """A place that reports say they were written at, with links to them."""

    name: str
    reports: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that reports name. `entity` is its id; each report is quoted once, where it first names the place."""

    anchor: str
    entity: str
    name: str
    note: str
    reports: int
    feet: Feet
    brackets: tuple[Bracket, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A stretch of a report's text: plain `text`, or a marked stretch with `children`. `id` is its anchor."""

    kind: NodeKind
    text: str = ""
    children: tuple[Node, ...] = ()
    id: str | None = None
    title: str | None = None

    def walk(self) -> Iterator[Node]:
        """This node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`number` from 1), or furniture of the kind that `label` says. `notes` are values worked out."""

    number: int | None
    label: str
    nodes: tuple[Node, ...]
    back: tuple[Link, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """One report. `blocks` is empty where full texts are left out."""

    anchor: str
    code: str
    id: str
    outlet: str
    doubts: tuple[str, ...]
    badge: str
    how: str
    published: str
    published_iso: str | None
    bylines: tuple[str, ...]
    headline: str
    heading: tuple[Node, ...]
    heading_back: tuple[Link, ...]
    url: Link | None
    language: str
    blocks: tuple[Block, ...]
    cite: str


@dataclass(frozen=True, slots=True)
class Gist:
    """The story at a glance: one sentence of its reports, and who, where, when in words, empty where unknown."""

    line: Quote | None
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Episode:
    """Another story of the same chain, by id. `day` is in words, `names` says what ties the two."""

    story: str
    headline: str
    day: str
    names: str


@dataclass(frozen=True, slots=True)
class Page:
    """The dossier of one story. `answer` is what stands largest: reports, outlets, origins; `bounds` says on what the
    count of origins rests. `more_agreed`, `more_echoes` and `more_ties` are how many the page does not show."""

    id: str
    lang: str
    quotes_only: bool
    title: str
    headline: str
    headline_link: Link
    kicker: str
    answer: tuple[str, ...]
    lead: tuple[str, ...]
    origins: Count | None
    doubts: tuple[str, ...]
    branches: tuple[Branch, ...]
    agreed: tuple[Row, ...]
    clashes: tuple[Clash, ...]
    updates: tuple[Update, ...]
    echoes: tuple[Row, ...]
    only: tuple[Only, ...]
    missing: tuple[Missing, ...]
    people: tuple[Person, ...]
    ties: tuple[Tie, ...]
    days: tuple[Day, ...]
    papers: tuple[Paper, ...]
    story_why: tuple[Why, ...]
    skipped: tuple[str, ...]
    places: tuple[Place, ...] = ()
    datelines: tuple[Dateline, ...] = ()
    more_agreed: int = 0
    more_echoes: int = 0
    more_ties: int = 0
    bounds: str = ""
    gist: Gist = Gist(None, ())
    chain: tuple[Episode, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All claims."""
        return self.agreed + self.echoes
