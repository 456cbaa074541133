"""Whom the words that name a source mean: a name of this report, the person behind a pronoun, a group as it is.

What is not found stays None; nothing is guessed from what merely stands near.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from silang.extraction.content import opening
from silang.extraction.descriptions import described, is_description, is_relation, office_holder
from silang.extraction.entities import Cast
from silang.extraction.hops import interprets
from silang.extraction.lines import Line
from silang.extraction.memory import Memory
from silang.extraction.names import Name
from silang.extraction.phrases import Range, phrase_after
from silang.extraction.vocabulary import forms, is_verb, organisations, particles
from silang.language import Token
from silang.model import Credit, Entity, Mention, Source, Span

_SAID = frozenset({
    "disampaikan", "diungkapkan", "dikatakan", "dijelaskan", "dibenarkan", "dikemukakan", "ditegaskan",
    "diutarakan", "disebutkan", "tersampaikan", "dilontarkan", "dipaparkan", "dibeberkan", "diucapkan", "dibacakan",
    "diterangkan", "dituturkan", "ditekankan", "diamini",
})  # fmt: skip
_SINGULAR = frozenset({"dia", "ia", "beliau", "dirinya", "saya"})
_PLURAL = frozenset({"mereka", "pihaknya", "kami"})
_REPORTS = frozenset({
    "pesan", "pernyataan", "unggahan", "laporan", "video", "keterangan", "pidato", "surat", "cuitan", "postingan",
    "rekaman",
})  # fmt: skip
_MEDIA = frozenset({"laporan", "berita", "media", "kantor", "koran", "surat", "harian", "situs"})
_BODIES = frozenset({
    "agensi", "lembaga", "badan", "organisasi", "kelompok", "perusahaan", "kantor", "kementerian", "media",
    "koran", "partai",
})  # fmt: skip
_LATE = 12  # statements back to which *pejabat tersebut* may point
_LINKS = frozenset({"dan", "serta", "maupun"})
_INNER = re.compile(r"\((\w+)\)\s+(?=\w)")
_LEADS = frozenset({
    "laporan", "kantor", "berita", "penyiar", "media", "surat", "kabar", "harian", "stasiun", "majalah", "situs",
    "laman", "publik", "lokal", "keterangan", "pernyataan", "data", "televisi", "resmi", "tertulis", "portal",
    "koran", "seorang", "akun",
})  # fmt: skip


def phrase_span(line: Line, phrase: Range) -> Span:
    """A token range of a line as a span of text."""
    return Span(line.words[phrase[0]].start, line.words[phrase[1] - 1].end)


def resolve(line: Line, phrase: Range, memory: Memory, text: str) -> Source:
    """The source that the words of `phrase` name."""
    span = phrase_span(line, phrase)
    words = line.words[phrase[0] : phrase[1]]
    first = words[0].lower
    if first in _SINGULAR and len(words) == 1:
        return _same(span, text, _person_before(line, phrase[0], memory), memory)
    if first in _PLURAL and len(words) == 1:
        return _same(span, text, memory.several() if first == "mereka" else memory.speaker(), memory)
    if interprets(Source(span.start, span.end, span.of(text), None)):
        return _same(span, text, memory.speaker(), memory)  # who renders another's words says nothing of his own
    if first == "keduanya" and len(words) == 1:
        return Source(span.start, span.end, span.of(text), _both(memory))
    inside = memory.cast.within(span)
    persons = list(dict.fromkeys(entity for name, entity in inside if entity.label == "PER"))
    if words[-1].lower in ("itu", "tersebut", "ini") and (not persons or is_relation(words)):
        return _definite(line, phrase, memory, text)
    lower = {word.lower for word in words}
    joined = _joins_names(words, inside)
    if len(persons) == 1 and not joined:
        return Source(span.start, span.end, span.of(text), persons[0].name, persons[0].id)
    if len(persons) > 1 and joined and all(entity.label == "PER" for _, entity in inside):
        return Source(span.start, span.end, span.of(text), " dan ".join(dict.fromkeys(p.name for p in persons)))
    if persons and not joined and inside[0][0].start == span.start and inside[0][1].label == "PER":
        return Source(span.start, span.end, span.of(text), persons[0].name, persons[0].id)  # Bayu, direktur X
    if persons and not joined:
        return Source(span.start, span.end, span.of(text), persons[-1].name, persons[-1].id)
    media = [credit for credit in memory.credits if span.holds(credit)]
    if media and (len(media) == 1 or not lower & _LINKS):
        return Source(span.start, span.end, span.of(text), media[-1].name, media[-1].entity)
    if known := _known_organisation(words, inside, span) or _composite(span.of(text), memory.cast):
        return Source(span.start, span.end, span.of(text), known.name, known.id)
    if words[0].lower not in particles("article") - {"sang", "mantan", "eks"}:
        holder = office_holder(words, memory)
        if holder is None and is_description(line, phrase):
            holder = described(line, phrase, memory)
        if holder:
            return _meant(span, text, holder, memory)
    name = clean(span.of(text))
    full = organisations().get(name.casefold())  # pengawas nuklir PBB
    return Source(span.start, span.end, span.of(text), full if full and memory.cast.called(full) else name)


def _composite(words: str, cast: Cast) -> Entity | None:
    """The entity that a long form with its abbreviation inside names elsewhere: *Badan … (BPBD) DKI* → *BPBD DKI*."""
    bracket = _INNER.search(words)
    return cast.called(" ".join((bracket.group(1), words[bracket.end() :]))) if bracket else None


def _joins_names(words: Sequence[Token], inside: Sequence[tuple[Name, Entity]]) -> bool:
    """Whether *dan* joins two sources: it stands right before a person's name, or between one and another name."""
    starts = {name.start: entity.label for name, entity in inside}
    first = min((name.end for name, entity in inside if entity.label == "PER"), default=0)
    return any(
        a.lower in _LINKS and b.start in starts and (starts[b.start] == "PER" or first <= a.start)
        for a, b in itertools.pairwise(words)
    )


def clean(words: str) -> str:
    """A source's words as a name: on one line, brackets out, a common noun that opened a sentence in lower case."""
    pieces = words.replace("\n", " ").split()
    kept: list[str] = []
    depth = 0
    for piece in pieces:
        depth += piece.count("(")
        if not depth:
            kept.append(piece)
        depth -= piece.count(")")
    name = " ".join(kept) or " ".join(pieces)
    first, _, rest = name.partition(" ")
    common = first.lower() in particles("article") or (
        (
            not rest
            or not rest.split()[0][0].isupper()
            or first.lower() in ("polisi", "militer", "media", "pejabat", "juru")
        )
        and first.lower() in _group_words()
    )
    return name[0].lower() + name[1:] if common else name


def _group_words() -> frozenset[str]:
    from silang.language import lexicon

    return frozenset(form.split()[0] for form in lexicon.forms("groups"))


def _same(span: Span, text: str, source: Source | None, memory: Memory) -> Source:
    if source is None:
        return Source(span.start, span.end, span.of(text), None)
    if source.entity:
        memory.pronouns.append(Mention(span.start, span.end, source.entity))
    return Source(span.start, span.end, span.of(text), source.name, source.entity)


def _meant(span: Span, text: str, entity: Entity | None, memory: Memory) -> Source:
    found = Source(0, 0, "", entity.name, entity.id) if entity else None
    return _same(span, text, found, memory)


def _person_before(line: Line, n: int, memory: Memory) -> Source | None:
    """The person that *dia* at token `n` means: this line's subject, the last line's, the last source."""
    at = line.words[n].start
    for name, entity in memory.cast.within(Span(line.start, at)):
        if entity.id in memory.cast.sure and not _in_quotation(line, name):
            return _of(name, entity)
    return memory.one()


def _of(name: Name, entity: Entity) -> Source:
    return Source(name.start, name.end, name.name, entity.name, entity.id)


def _in_quotation(line: Line, name: Span) -> bool:
    return any(quotation.outer.holds(name) for quotation in line.quotations)


def topic_of(line: Line, memory: Memory) -> Entity | None:
    """The person who is the subject of a narrated line: named before its first verb."""
    start = min(opening(line, 0), len(line.words) - 1)
    verbs = (n for n in range(start, len(line.words)) if is_verb(line.words[n].text) and not line.quoted(n))
    first_verb = next((line.words[n].start for n in verbs), line.end)
    first = line.words[start].start
    for name, entity in memory.cast.within(Span(line.start, first_verb)):
        subject = entity.id in memory.cast.sure or (entity.label == "PER" and name.start == first)
        if subject and not _in_quotation(line, name):
            return entity
    return _agent(line, memory)


def _agent(line: Line, memory: Memory) -> Entity | None:
    """Who is said to have said it: *Hal itu disampaikan (oleh) X*."""
    for n, word in enumerate(line.words[:-1]):
        if word.lower in _SAID and (phrase := phrase_after(line.words, n + 1, len(line.words))):
            persons = [entity for _, entity in memory.cast.within(phrase_span(line, phrase)) if entity.label == "PER"]
            if persons:
                return persons[-1]
    return None


def _both(memory: Memory) -> str | None:
    names: list[str] = []
    for source in reversed(memory.sources):
        if (
            source.name
            and source.name not in names
            and source.entity
            and memory.cast.entity(source.entity).label == "PER"
        ):
            names.append(source.name)
        if len(names) == 2:
            return f"{names[1]} dan {names[0]}"
    return None


def _definite(line: Line, phrase: Range, memory: Memory, text: str) -> Source:
    """*Presiden Rusia itu*, *agensi tersebut*, *pesan tersebut*."""
    span = phrase_span(line, phrase)
    words = line.words[phrase[0] : phrase[1] - 1]
    head = words[0].lower if words else ""
    if holder := office_holder(words, memory):
        return _meant(span, text, holder, memory)
    if spoken := _spoke_before(words, memory):
        return _same(span, text, spoken, memory)
    if head in _MEDIA and (medium := _last_credit(span, memory)):
        return Source(span.start, span.end, span.of(text), medium.name, medium.entity)
    if head in _REPORTS:
        return _same(span, text, memory.last(), memory)
    if head in _BODIES:
        body = next(
            (s for s in reversed(memory.sources) if not s.entity or memory.cast.entity(s.entity).label != "PER"), None
        )
        return _same(span, text, body, memory)
    if forms("titles", "kind", "role").at(line.words, *phrase) or is_description(line, phrase):
        return _meant(span, text, described(line, phrase, memory), memory)
    return Source(
        span.start, span.end, span.of(text), clean(span.of(text)) if any(w.is_capital for w in words[1:]) else None
    )


def _spoke_before(words: Sequence[Token], memory: Memory) -> Source | None:
    """The last source whose words in the text hold all of these: *seorang pejabat senior … pejabat senior tersebut*."""
    wanted = {t.lower for t in words}
    fits = (s for s in reversed(memory.sources[-_LATE:]) if wanted and wanted <= {w.casefold() for w in s.text.split()})
    return next(fits, None)


def _last_credit(span: Span, memory: Memory) -> Credit | None:
    before = [c for c in memory.credits if c.end <= span.start and c.kind != "social"]
    return before[-1] if before else None


def _known_organisation(words: Sequence[Token], inside: list[tuple[Name, Entity]], span: Span) -> Entity | None:
    """The organisation or place that the words are, apart from what kind of body it is."""
    if len({entity.id for _, entity in inside}) != 1:
        return None
    entity = inside[0][1]
    outside = [t for t in words if t.text[0].isalnum() and not any(name.holds(t) for name, _ in inside)]
    if entity.label == "LOC" and outside:
        return None
    return entity if all(t.lower in _LEADS for t in outside) else None
