"""Statements of one report: who said what, with the rule that found it."""

from __future__ import annotations

from collections.abc import Sequence

from silang.extraction.attribution import Draft, reported, spoken
from silang.extraction.entities import Cast
from silang.extraction.lines import Line, lines
from silang.extraction.quotations import Quotation
from silang.extraction.sources import Memory, resolve, topic_of, unnamed
from silang.language import Parse
from silang.model import Mention, Mode, Source, Span, Statement


def find_statements(
    parse: Parse, cast: Cast, quotations: Sequence[Quotation]
) -> tuple[tuple[Statement, ...], tuple[Mention, ...]]:
    """The statements of a report in the order of the text, ids "s1" …; and the pronouns that were resolved."""
    memory = Memory(cast)
    found: list[Statement] = []
    read = lines(parse, quotations)
    for n, line in enumerate(read):
        drafts = _drafts(line)
        _demand_kin(drafts, read, n)
        shared: dict[tuple[int, int] | None, Source | None] = {}
        for draft in sorted(drafts, key=lambda d: (d.at, d.content.start)):
            source = (
                shared[draft.source]
                if draft.source in shared and draft.source
                else _source(draft, line, memory, parse.text)
            )
            shared[draft.source] = source
            if source is not None and (draft.source or draft.own):
                memory.sources.append(source)
            found.append(_statement(draft, source, line, parse.text))
        if not drafts:
            memory.topic = topic_of(line, memory)
        elif any(d.source or d.own for d in drafts):
            memory.topic = None
    found.sort(key=lambda s: (s.start, -s.end))
    return tuple(_numbered(found)), tuple(memory.pronouns)


def _drafts(line: Line) -> list[Draft]:
    said = spoken(line)
    told = reported(line, said)
    return [*said, *(draft for draft in told if _stands(draft, told, said, line))]


def _stands(draft: Draft, told: list[Draft], said: list[Draft], line: Line) -> bool:
    """Whether a draft is a statement by itself: not the frame of another, nor speech inside reported speech."""
    others = [d for d in told if d is not draft]
    if draft.rule.endswith("-opens"):
        return not any(_opens_with(draft, other, line) for other in others)
    if draft.rule == "via-closes":
        return not any(draft.content.holds(d.content) or d.content.meets(draft.content) for d in [*others, *said])
    if draft.rule.startswith(("active", "passive", "nominal")):
        return not any(
            other.rule.startswith(("active", "post", "passive", "nominal"))
            and other.content.holds(draft.content)
            and other.content != draft.content
            and other.at != draft.at
            and not (other.at > draft.at and other.rule.startswith("active"))
            for other in others
        ) and not any(d.content == draft.content for d in said)
    return True


def _opens_with(frame: Draft, other: Draft, line: Line) -> bool:
    """Whether what follows *Menurut X,* is *Y mengatakan …*: the frame only says where that was heard."""
    if other.source is None or not other.rule.startswith(("active", "passive")):
        return False
    start = line.words[other.source[0]].start
    return abs(start - frame.content.start) <= 1


def _demand_kin(drafts: list[Draft], read: list[Line], n: int) -> None:
    """A quotation alone in its line may be given its source by the line after (*Demikian kata X*)."""


def _source(draft: Draft, line: Line, memory: Memory, text: str) -> Source | None:
    if draft.source is not None:
        return resolve(line, draft.source, memory, text)
    if draft.own and draft.cue is not None:
        known = unnamed(memory)
        at = draft.cue.end - 3
        if known is None:
            return Source(at, draft.cue.end, text[at : draft.cue.end], None)
        if known.entity:
            memory.pronouns.append(Mention(at, draft.cue.end, known.entity))
        return Source(at, draft.cue.end, text[at : draft.cue.end], known.name, known.entity)
    known = memory.last()
    return known and Source(draft.content.start, draft.content.start, "", known.name, known.entity)


def _statement(draft: Draft, source: Source | None, line: Line, text: str) -> Statement:
    content, mode = _mode(draft.content, line)
    return Statement(content.start, content.end, "", mode, source, draft.cue, (), draft.polarity, draft.rule)


def _mode(content: Span, line: Line) -> tuple[Span, Mode]:
    """How the content is given, and its span: words that are one quotation lose its marks."""
    inside = [q for q in line.quotations if content.meets(q)]
    if not inside:
        return content, "indirect"
    if len(inside) == 1 and inside[0].start <= content.start + 2 and inside[0].end >= content.end - 2:
        return Span(inside[0].start, inside[0].end), "direct"
    return content, "mixed"


def _numbered(found: list[Statement]) -> list[Statement]:
    unique: dict[tuple[int, int], Statement] = {}
    for statement in found:
        unique.setdefault((statement.start, statement.end), statement)
    return [
        Statement(s.start, s.end, f"s{n}", s.mode, s.source, s.cue, s.via, s.polarity, s.rule)
        for n, s in enumerate(unique.values(), 1)
    ]
