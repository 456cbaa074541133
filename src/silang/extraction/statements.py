"""Statements of one report: who said what, with the rule that found it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from silang.extraction.cues import cue_at
from silang.extraction.drafts import Draft, cue_span, trimmed
from silang.extraction.entities import Cast
from silang.extraction.lines import Line, lines
from silang.extraction.memory import Memory
from silang.extraction.phrases import phrase_after, subject_before
from silang.extraction.quotations import Quotation
from silang.extraction.quoted import spoken
from silang.extraction.reported import reported
from silang.extraction.sources import resolve, topic_of
from silang.extraction.vocabulary import is_verb, particles
from silang.language import Parse
from silang.model import Credit, Mention, Mode, Source, Span, Statement

_GROUNDS = frozenset({"sebab", "sehingga", "karena", "agar", "supaya", "sebabnya"})
_NEAR = 6  # code points between a statement and the next sentence, where nothing of the outlet's stands between
_ALONE = 3  # words outside its marks that a quotation may have and still be its whole line


@dataclass(frozen=True, slots=True)
class Said:
    """The statements of a report in the order of the text, ids "s1" …, and the pronouns that were resolved."""

    statements: tuple[Statement, ...]
    pronouns: tuple[Mention, ...]


def find_statements(
    parse: Parse, cast: Cast, quotations: Sequence[Quotation], credits: Sequence[Credit], seen: Sequence[Span] = ()
) -> Said:
    """Who said what in a report's body; `seen` are the words by which the outlet says that it saw something itself."""
    memory = Memory(cast, tuple(credits))
    found: list[Statement] = []
    waiting: list[tuple[Draft, Line]] = []
    for line in lines(parse, quotations):
        drafts = _drafts(line)
        if waiting and (source := _announced(line, drafts, memory, parse.text)):
            found += [_statement(draft, source, there) for draft, there in waiting]
            memory.sources.append(source)
        waiting = []
        sources: dict[tuple[int, int] | None, Source | None] = {}
        for draft in sorted(drafts, key=lambda d: (d.at, d.content.start)):
            if draft.rule == "quote-continues" and memory.announced:
                source, cue = memory.announced
                found.append(_statement(replace(draft, cue=cue, rule="quote-announced"), source, line))
                continue
            if draft.rule == "quote-continues" and not memory.sources:
                waiting.append((draft, line))
                continue
            key = draft.source
            source = sources[key] if key and key in sources else _source(draft, line, memory, parse.text)
            sources[key] = source
            if source is not None and (key or draft.own):
                memory.sources.append(source)
            found.append(_statement(draft, source, line))
        if not drafts and (more := _more(line, found)):
            found.append(more)
        _turn(line, drafts, memory)
        memory.announced = None if drafts else _announcement(line, memory, parse.text)
        if memory.announced:
            memory.sources.append(memory.announced[0])
    found += _seen(parse, seen, found)
    found.sort(key=lambda s: (s.start, -s.end))
    return Said(_numbered(found), tuple(memory.pronouns))


def _seen(parse: Parse, seen: Sequence[Span], found: Sequence[Statement]) -> list[Statement]:
    """The sentences in which the outlet tells what it saw itself, where nobody else speaks in them."""
    held = [(sentence, next((cue for cue in seen if sentence.holds(cue)), None)) for sentence in parse.sentences]
    return [
        Statement(sentence.start, sentence.end, "", "narrated", cue=cue, rule="saw")
        for sentence, cue in held
        if cue and not any(statement.meets(sentence) for statement in found)
    ]


def _more(line: Line, found: Sequence[Statement]) -> Statement | None:
    """A sentence that only gives the ground or the end of what the one before it reports: *Sebab air naik lagi.*"""
    last = found[-1] if found else None
    if last is None or last.mode == "direct" or last.source is None or line.start - last.end > _NEAR:
        return None
    opens = line.words[0].lower in _GROUNDS and line.words[1:2] and line.words[1].lower not in particles("determiner")
    if not opens or line.quotations:
        return None
    content = trimmed(line, 0, len(line.words))
    known = Source(line.start, line.start, "", last.source.name, last.source.entity)
    if content is None:
        return None
    return Statement(content.start, content.end, "", "indirect", known, rule="goes-on")


def _announcement(line: Line, memory: Memory, text: str) -> tuple[Source, Span] | None:
    """The source and cue of a line that only says that somebody spoke: *X menambahkan.*"""
    words = line.words
    last = len(words) - 1 if words[-1].text in ".:" else len(words)
    cue = cue_at(words, last - 1, last, "active") if last else None
    phrase = subject_before(words, cue.first, 0) if cue else None
    return (resolve(line, phrase, memory, text), cue_span(line, cue)) if cue and phrase else None


def _turn(line: Line, drafts: Sequence[Draft], memory: Memory) -> None:
    """Who the next line's *dia* is: the subject of a narrated line; after speech, whoever spoke."""
    if not drafts:
        memory.topic = topic_of(line, memory) or memory.topic
    elif any(draft.source or draft.own for draft in drafts):
        memory.topic = None


def _announced(line: Line, drafts: Sequence[Draft], memory: Memory, text: str) -> Source | None:
    """Who spoke a quotation that stood alone before this line: *Demikian kata X*, or the speaker of the next one."""
    quoted = [draft for draft in drafts if draft.rule.startswith("quote") and draft.source]
    if quoted and quoted[0].source:
        return resolve(line, quoted[0].source, memory, text)
    words = line.words
    if words[0].lower in ("demikian", "begitu", "hal"):
        for n in range(1, min(len(words) - 1, 4)):
            if words[n].lower in ("kata", "ujar", "ungkap") or is_verb(words[n].lower):
                phrase = phrase_after(words, n + 1, len(words))
                return resolve(line, phrase, memory, text) if phrase else None
    return None


def _drafts(line: Line) -> list[Draft]:
    said = spoken(line)
    told = reported(line, said)
    kept = [draft for draft in told if _stands(draft, told, said, line)]
    return [*(draft for draft in said if draft.rule != "quote-continues" or _is_alone(line)), *kept]


def _is_alone(line: Line) -> bool:
    """Whether a quotation is all there is to a line: then it goes on with what was said before."""
    return sum(token.is_word and not line.quoted(n) for n, token in enumerate(line.words)) <= _ALONE


def _stands(draft: Draft, told: Sequence[Draft], said: Sequence[Draft], line: Line) -> bool:
    """Whether a draft is a statement by itself: not the frame of another, nor speech inside reported speech."""
    others = [other for other in told if other is not draft]
    if draft.rule.endswith("-opens"):
        return not any(_frames(draft, other, line) for other in others)
    if draft.rule == "via-closes":
        return not said and not any(other.content.meets(draft.content) for other in others)
    if draft.rule.startswith(("menurut", "post")):
        return True
    if any(other.content == draft.content for other in said):
        return False
    return not any(_swallows(other, draft) for other in others)


def _frames(frame: Draft, other: Draft, line: Line) -> bool:
    """Whether what follows *Menurut X,* is *Y mengatakan …*: the frame only says where that was heard."""
    if not other.rule.startswith(("active", "passive")) or other.at < frame.at:
        return False
    opens = {line.words[other.at].start} | ({line.words[other.source[0]].start} if other.source else set())
    return any(abs(start - frame.content.start) <= 1 for start in opens)


def _swallows(outer: Draft, inner: Draft) -> bool:
    """Whether `inner` is speech that `outer` reports as a whole."""
    if outer.rule.startswith(("via", "menurut")) or outer.content == inner.content:
        return False
    return outer.content.holds(inner.content) and (outer.at < inner.at or outer.rule.startswith("post"))


def _source(draft: Draft, line: Line, memory: Memory, text: str) -> Source | None:
    if draft.source is not None:
        return resolve(line, draft.source, memory, text)
    if draft.rule == "passive-open":
        return None  # Dilaporkan bahwa …: by whom is not said
    known = memory.speaker() if draft.own else memory.last()
    if draft.own and draft.cue is not None:  # the -nya itself is the word that names the source
        at = Span(draft.cue.end - 3, draft.cue.end)
        if known and known.entity:
            memory.pronouns.append(Mention(at.start, at.end, known.entity))
        name, entity = (known.name, known.entity) if known else (None, None)
        return Source(at.start, at.end, at.of(text), name, entity)
    return known and Source(draft.content.start, draft.content.start, "", known.name, known.entity)


def _statement(draft: Draft, source: Source | None, line: Line) -> Statement:
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


def _numbered(found: Sequence[Statement]) -> tuple[Statement, ...]:
    unique: dict[tuple[int, int], Statement] = {}
    for statement in found:
        unique.setdefault((statement.start, statement.end), statement)
    return tuple(replace(statement, id=f"s{n}") for n, statement in enumerate(unique.values(), 1))
