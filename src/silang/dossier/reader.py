"""Each report in full: statements, sources, times and credits marked; every place that the page names an anchor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from silang.dossier.feet import Standing
from silang.dossier.naming import how
from silang.dossier.page import Block, Link, Node, NodeKind, Paper
from silang.dossier.scene import Scene, Stretch
from silang.model import Extraction, Report, Span

_DEPTH: dict[NodeKind, int] = {"statement": 0, "narrated": 1, "source": 2, "credit": 3, "time": 4, "place": 5}


@dataclass(frozen=True, slots=True)
class Marked(Span):
    """A stretch to mark. `id` is its anchor, `title` the value worked out for it."""

    kind: NodeKind
    id: str | None = None
    title: str | None = None


@dataclass(slots=True)
class Backlinks:
    """For each named place, (report, start, end), the ways back to what names it; filled while a page is built."""

    links: dict[tuple[str, int, int], dict[Link, None]] = field(default_factory=dict)
    narrated: set[tuple[str, int, int]] = field(default_factory=set)

    def add(self, report: str, span: Span, link: Link | None, *, narrated: bool = True) -> None:
        """Notes that `link` leads to what names this place; `narrated` marks it as compared."""
        key = (report, span.start, span.end)
        row = self.links.setdefault(key, {})
        if link is not None:
            row.setdefault(link)
        if narrated:
            self.narrated.add(key)


def papers(scene: Scene, stand: Standing, back: Backlinks) -> tuple[Paper, ...]:
    """All reports of the story, first published first."""
    by_report: dict[str, dict[tuple[int, int], tuple[Link, ...]]] = {}
    for (report, start, end), links in back.links.items():
        by_report.setdefault(report, {})[start, end] = tuple(links)
    return tuple(
        _paper(scene, stand, report, (by_report.get(report.id, {}), back.narrated)) for report in scene.reports
    )


_Places = tuple[dict[tuple[int, int], tuple[Link, ...]], set[tuple[str, int, int]]]


def _paper(scene: Scene, stand: Standing, report: Report, places: _Places) -> Paper:
    say, code = scene.say, scene.codes[report.id]
    outlet = scene.outlet_name(report)
    group = next(group for group in stand.groups if report.id in group.reports)
    heading, blocks = _blocks(scene, report, places)
    headline = report.headline or ""
    cited = [outlet, f"“{headline}”" if headline else "", scene.published(report)]
    return Paper(
        anchor=code,
        code=code,
        id=report.id,
        outlet=outlet,
        doubts=tuple(_doubts(scene, report)),
        badge=group.badge,
        how=how(scene, report.id, group.origins)[0] if len(scene.reports) > 1 else "",
        published=scene.published(report) if report.published else "",
        published_iso=report.published,
        bylines=tuple(say(f"role.{byline.role}", name=byline.name) for byline in report.bylines),
        headline=headline or say("page.unnamed"),
        heading=heading.nodes if heading else (),
        heading_back=heading.back if heading else (),
        url=Link(say("reader.original"), report.url) if report.url and safe(report.url) else None,
        language=report.language or "id",
        blocks=blocks,
        cite=", ".join(part for part in cited if part) + (f". {report.url}" if report.url else "."),
    )


def safe(url: str) -> bool:
    """Whether a link to `url` may be shown as one: http or https with a host, and no blank or control character."""
    from urllib.parse import urlsplit

    if any(c.isspace() or ord(c) < 32 for c in url):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _doubts(scene: Scene, report: Report) -> Iterator[str]:
    if report.outlet is None:
        yield scene.say("doubt.outlet")
    if report.published is None:
        yield scene.say("doubt.published")
    if not report.bylines:
        yield scene.say("doubt.author")
    if report.language not in (None, "id"):
        yield scene.say("doubt.language")


def _blocks(scene: Scene, report: Report, places: _Places) -> tuple[Block | None, tuple[Block, ...]]:
    """The headline's block, None where the text has none, and all others; nothing where full texts are left out."""
    if scene.quotes_only:
        return None, ()
    rows = scene.stretches[report.id]
    marks = sorted(_marks(scene, report, places), key=lambda m: (m.start, -m.end, _DEPTH[m.kind]))
    heading: Block | None = None
    blocks: list[Block] = []
    first = 0
    for stretch in rows:
        while first < len(marks) and marks[first].end <= stretch.start:
            first += 1
        here = [mark for mark in _until(marks, first, stretch.end) if mark.meets(stretch)]
        block = _block(scene, report, (stretch, here), places[0])
        words = " ".join(stretch.of(report.text).split())
        if heading is None and stretch.kind == "headline" and words == " ".join((report.headline or "").split()):
            heading = block
        else:
            blocks.append(block)
    return heading, tuple(blocks)


def _until(marks: Sequence[Marked], first: int, end: int) -> Iterator[Marked]:
    for n in range(first, len(marks)):
        if marks[n].start >= end:
            return
        yield marks[n]


def _marks(scene: Scene, report: Report, places: _Places) -> Iterator[Marked]:
    links, narrated = places
    found = scene.extractions[report.id]
    named = dict.fromkeys(links)
    for statement in found.statements:
        span = (statement.start, statement.end)
        if statement.mode != "narrated":
            named.pop(span, None)
            yield Marked(*span, "statement", scene.anchor(report.id, statement))
    for start, end in named:
        kind: NodeKind = "narrated" if (report.id, start, end) in narrated else "place"
        yield Marked(start, end, kind, scene.anchor(report.id, Span(start, end)))
    yield from _found(found)


def _found(found: Extraction) -> Iterator[Marked]:
    for statement in found.statements:
        if statement.source and statement.source.end > statement.source.start:
            yield Marked(statement.source.start, statement.source.end, "source")
    for time in found.times:
        yield Marked(time.start, time.end, "time", title=time.value)
    for credit in found.credits:
        yield Marked(credit.start, credit.end, "credit", title=credit.name)


_Links = dict[tuple[int, int], tuple[Link, ...]]


def _block(scene: Scene, report: Report, shown: tuple[Stretch, list[Marked]], links: _Links) -> Block:
    stretch, marks = shown
    hosted = [mark for mark in marks if mark.id and scene.host(report.id, mark) == stretch]
    ids = {mark.id for mark in hosted}
    clipped = _clipped(marks, stretch, ids)
    back: dict[str, Link] = {}
    for link in (link for mark in hosted for link in links.get((mark.start, mark.end), ())):
        back.setdefault(link.text, link)
    notes = _resolved(scene, scene.extractions[report.id], stretch) if stretch.number else ()
    label = "" if stretch.number else scene.say(f"furniture.{stretch.kind}")
    return Block(stretch.number, label, nodes(report.text, stretch, clipped), tuple(back.values()), tuple(notes))


def _clipped(marks: Iterable[Marked], stretch: Span, ids: set[str | None]) -> list[Marked]:
    """Marks cut to the stretch, none twice; an anchor stays only where the stretch hosts it."""
    found: dict[tuple[int, int, NodeKind], Marked] = {}
    for mark in marks:
        start, end = max(mark.start, stretch.start), min(mark.end, stretch.end)
        cut = Marked(start, end, mark.kind, mark.id if mark.id in ids else None, mark.title)
        if start < end:
            found.setdefault((start, end, mark.kind), cut)
    return uncrossed(found.values())


def _resolved(scene: Scene, found: Extraction, stretch: Span) -> Iterator[tuple[str, str]]:
    """What short or pronominal sources in the stretch stand for: (`dia`, `Ridwan Malaka`)."""
    seen = set()
    for statement in found.statements:
        source = statement.source
        if source is None or not stretch.holds(source):
            continue
        name = scene.name(statement)
        if name and not _names(source.text, name) and (source.text, name) not in seen:
            seen.add((source.text, name))
            yield source.text, name


def _names(words: str, name: str) -> bool:
    """Whether the words already hold the name, or a word of it."""
    return name.casefold() in words.casefold() or any(word in name.split() for word in words.split())


def uncrossed(marks: Iterable[Marked]) -> list[Marked]:
    """The same marks with the weaker of two that cross cut where the stronger begins or ends."""
    kept: list[Marked] = []
    for mark in sorted(marks, key=lambda m: (_DEPTH[m.kind], m.start, -m.end)):
        cuts = {edge for other in kept if _crosses(mark, other) for edge in (other.start, other.end)}
        edges = [mark.start, *sorted(edge for edge in cuts if mark.start < edge < mark.end), mark.end]
        for n, (start, end) in enumerate(pairwise(edges)):
            kept.append(Marked(start, end, mark.kind, mark.id if n == 0 else None, mark.title))
    return sorted(kept, key=lambda m: (m.start, -m.end, _DEPTH[m.kind]))


def _crosses(one: Span, other: Span) -> bool:
    return one.meets(other) and not one.holds(other) and not other.holds(one)


def nodes(text: str, span: Span, marks: Sequence[Marked]) -> tuple[Node, ...]:
    """`span` of `text` as a tree of marked stretches; no two of `marks` cross, and outer ones come first."""
    found: list[Node] = []
    at, n = span.start, 0
    while n < len(marks):
        mark, first = marks[n], n + 1
        n = first
        while n < len(marks) and marks[n].start < mark.end:
            n += 1
        if mark.start > at:
            found.append(Node("text", text[at : mark.start]))
        found.append(Node(mark.kind, children=nodes(text, mark, marks[first:n]), id=mark.id, title=mark.title))
        at = mark.end
    if at < span.end:
        found.append(Node("text", text[at : span.end]))
    return tuple(found)
