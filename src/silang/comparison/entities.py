"""Entities of several reports tied where they are one person, organisation or place.

Two persons are one where a form of two words or more is the same, or where the shorter name is part of exactly one
longer name of the story, or is it with an initial: a family name that two full names share ties nobody.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from silang.model import Credit, Entity, Extraction, Mention, Source, Statement, Story

_MARKS = re.compile(r"[^\w]+")

Node = tuple[int, str]
"""An entity of one report: the report's place and the entity's id there."""


@dataclass(frozen=True, slots=True)
class Tied:
    """All entities with story-wide ids, and the extractions that refer to them, in the order given."""

    entities: tuple[Entity, ...]
    extractions: tuple[Extraction, ...]


def tie_entities(stories: Sequence[Story], extractions: Sequence[Extraction]) -> Tied:
    """The entities of all reports, those of one story tied; ids e1, e2 … in the order of the reports.

    Across stories only entities whose fullest name is the same are one.
    """
    story = {report: n for n, s in enumerate(stories) for report in s.reports}
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for n, extraction in enumerate(extractions):
        groups[story.get(extraction.report, -1 - n)].append(n)
    key: dict[Node, tuple[int, Node]] = {}
    for places in groups.values():
        nodes = {(n, e.id): e for n in places for e in extractions[n].entities}
        for node, head in _heads(nodes).items():
            key[node] = (0, head)
    return _renumbered(extractions, _across(extractions, key))


def fold(name: str) -> str:
    """A name for comparing: casefolded, marks as blanks: *Kim Jong-un* and *Kim Jong Un* are one."""
    return _MARKS.sub(" ", name.casefold()).strip()


def _heads(nodes: Mapping[Node, Entity]) -> dict[Node, Node]:
    """For each entity of a story the first one that it is the same as."""
    head = {node: node for node in nodes}

    def find(node: Node) -> Node:
        while head[node] != node:
            node = head[node]
        return node

    def join(a: Node, b: Node) -> None:
        first, second = sorted((find(a), find(b)))
        head[second] = first

    by_form: defaultdict[tuple[str, bool], list[Node]] = defaultdict(list)
    for node, entity in nodes.items():
        person = entity.label == "PER"
        for form in sorted({fold(n) for n in (entity.name, *entity.aliases)}):
            if form and (not person or " " in form):
                by_form[form, person].append(node)
    for same in by_form.values():
        for other in same[1:]:
            join(same[0], other)
    for node, fuller in _fuller(nodes, find):
        join(node, fuller)
    return {node: find(node) for node in nodes}


def _fuller(nodes: Mapping[Node, Entity], find: object) -> Iterable[tuple[Node, Node]]:
    """Persons whose whole name is part of exactly one other person's name in the story."""
    assert callable(find)
    names: defaultdict[Node, set[str]] = defaultdict(set)
    for node, entity in nodes.items():
        if entity.label == "PER":
            names[find(node)].add(fold(entity.name))
    longest = {node: max(forms, key=lambda f: (len(f.split()), f)).split() for node, forms in names.items()}
    for node, words in sorted(longest.items()):
        longer = [o for o, w in longest.items() if (len(w) > len(words) and _within(words, w)) or _abridges(words, w)]
        tops = [o for o in longer if not any(o != p and _within(longest[o], longest[p]) for p in longer)]
        if len(tops) == 1:
            yield node, tops[0]


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words of `short` stand in `long` in order."""
    rest = iter(long)
    return any(len(word) > 1 for word in short) and all(word in rest for word in short)


def _abridges(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether `short` is `long` with an initial for a name: *M Yusran*, Mohamad Yusran."""
    pairs = list(zip(short, long, strict=False))
    return (
        len(short) == len(long)
        and short != long
        and all(a == b or (len(a) == 1 and b.startswith(a)) for a, b in pairs)
        and any(a == b and len(a) > 1 for a, b in pairs)
    )


def _across(extractions: Sequence[Extraction], key: Mapping[Node, tuple[int, Node]]) -> dict[Node, Node]:
    """Joins the tied entities of different stories that bear one fullest name (persons: of two words or more)."""
    members: defaultdict[Node, list[Entity]] = defaultdict(list)
    for n, extraction in enumerate(extractions):
        for entity in extraction.entities:
            members[key[n, entity.id][1]].append(entity)
    first: dict[tuple[str, bool], Node] = {}
    head: dict[Node, Node] = {}
    for node, entities in members.items():
        name, person = fold(_name(entities)), entities[0].label == "PER"
        head[node] = first.setdefault((name, person), node) if not person or " " in name else node
    return {node: head[found] for node, (_, found) in key.items()}


def _name(entities: Sequence[Entity]) -> str:
    """The fullest name: most words, then the most frequent."""
    counts = Counter(entity.name for entity in entities)
    return min(counts, key=lambda name: (-len(name.split()), -counts[name], name))


def _renumbered(extractions: Sequence[Extraction], head: Mapping[Node, Node]) -> Tied:
    ids: dict[Node, str] = {}
    members: defaultdict[str, list[Entity]] = defaultdict(list)
    for n, extraction in enumerate(extractions):
        for entity in extraction.entities:
            id = ids.setdefault(head[n, entity.id], f"e{len(ids) + 1}")
            members[id].append(entity)
    renamed = tuple(
        _renamed(extraction, {e.id: ids[head[n, e.id]] for e in extraction.entities}, members)
        for n, extraction in enumerate(extractions)
    )
    return Tied(tuple(_merged(id, members[id]) for id in ids.values()), renamed)


def _merged(id: str, entities: Sequence[Entity]) -> Entity:
    labels = Counter(entity.label for entity in entities)
    label = min(labels, key=lambda label: (-labels[label], label))
    name = _name(entities)
    forms = {form for entity in entities for form in (entity.name, *entity.aliases)} - {name}
    wikidata = next((entity.wikidata for entity in entities if entity.wikidata), None)
    return Entity(id, label, name, tuple(sorted(forms)), wikidata)


def _renamed(extraction: Extraction, ids: Mapping[str, str], members: Mapping[str, Sequence[Entity]]) -> Extraction:
    """The extraction with story-wide ids; a person's source name becomes the fullest one."""

    def source(found: Source | None) -> Source | None:
        if found is None or found.entity is None:
            return found
        id = ids.get(found.entity)
        person = id is not None and members[id][0].label == "PER"
        name = _name(members[id]) if id is not None and person else found.name
        return replace(found, entity=id, name=name)

    def statement(found: Statement) -> Statement:
        hops = tuple(replace(hop, entity=ids.get(hop.entity) if hop.entity else None) for hop in found.hops)
        via = tuple(dict.fromkeys(ids.get(v, v) for v in found.via))
        return replace(found, source=source(found.source), via=via, hops=hops)

    def credit(found: Credit) -> Credit:
        return replace(found, entity=ids.get(found.entity) if found.entity else None)

    return replace(
        extraction,
        mentions=tuple(Mention(m.start, m.end, ids[m.entity]) for m in extraction.mentions if m.entity in ids),
        credits=tuple(credit(c) for c in extraction.credits),
        statements=tuple(statement(s) for s in extraction.statements),
        entities=tuple(replace(e, id=ids[e.id]) for e in extraction.entities),
    )
