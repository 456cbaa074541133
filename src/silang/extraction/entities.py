"""Entities of one report: its names tied where they name one person, organisation or place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from silang.extraction.names import Name
from silang.extraction.vocabulary import organisations, places
from silang.model import Entity, Label, Mention, Span

_SHORTEST = 5  # letters from which a name may be another one misspelt
_ALIKE = 0.8
_OPENING = 2  # letters of each of two names that a blend of them has at least
_ROSTER = 150  # names above which a report is a list, where slips would cost the square
_CALLED = re.compile(r"\s*(?:\(([A-Z][a-z]+)\)|alias ([A-Z][a-z]+(?: [A-Z][a-z]+)?))")
_BRACKET = re.compile(r"\s*\(\s*([A-Z][\w.-]{1,14}(?: [A-Z][\w.-]{1,14})?)\s*\)")


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what a report names: entities with their mentions, and the names behind them."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]
    roles: dict[str, frozenset[str]]  # the offices that each is given, casefolded
    by_id: Mapping[str, Entity]
    sure: frozenset[str]  # ids of entities that an office, or speaking, shows to be persons

    def within(self, span: Span) -> list[tuple[Name, Entity]]:
        """The names inside `span` with their entities, in order."""
        first = bisect_left(self.names, span.start, key=_start)
        last = bisect_left(self.names, span.end, lo=first, key=_start)
        pairs = zip(self.names[first:last], self.mentions[first:last], strict=True)
        return [(name, self.entity(mention.entity)) for name, mention in pairs if span.holds(name)]

    def entity(self, id: str) -> Entity:
        """The entity of that id; KeyError where there is none."""
        return self.by_id[id]

    def called(self, name: str) -> Entity | None:
        """The entity of that name or alias."""
        folded = _fold(name)
        return next((e for e in self.entities if folded in {_fold(n) for n in (e.name, *e.aliases)}), None)


def find_entities(text: str, names: Sequence[Name]) -> Cast:
    """The entities behind `names`, ids "e1" … in the order of their first mention."""
    keys = _keys(text, names)
    order: dict[str, str] = {}
    for key in keys:
        order.setdefault(key, f"e{len(order) + 1}")
    groups: dict[str, list[Name]] = {id: [] for id in order.values()}
    for key, name in zip(keys, names, strict=True):
        groups[order[key]].append(name)
    entities = tuple(
        _entity(id, members, key) for (key, id), members in zip(order.items(), groups.values(), strict=True)
    )
    mentions = tuple(Mention(name.start, name.end, order[key]) for key, name in zip(keys, names, strict=True))
    roles = {id: frozenset(m.role for m in members if m.role) for id, members in groups.items()}
    sure = frozenset(id for id, members in groups.items() if any(m.sure for m in members))
    by_id = {entity.id: entity for entity in entities}
    return Cast(entities, mentions, tuple(names), roles, by_id, sure)


def _start(span: Span) -> int:
    return span.start


def _fold(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name.casefold()).strip()


def _keys(text: str, names: Sequence[Name]) -> list[str]:
    """For each name the key of its entity: the folded fullest form, aliases learnt from brackets resolved."""
    aliases = _bracketed(text, names)
    persons = {_fold(n.name) for n in names if n.label == "PER"}
    called = _called(text, names)
    full = {short: called.get(short) or _fuller(short, persons) for short in persons}
    keys: list[str] = []
    for name in names:
        folded = _fold(name.name)
        if name.label == "PER":
            keys.append("PER " + full[folded])
        elif len(folded.split()) <= 2 and (person := _fuller(folded, persons)) != folded and name.label == "MISC":
            keys.append("PER " + full.get(person, person))
        else:
            known = (
                places().get(name.name.casefold()) if name.label == "LOC" else organisations().get(name.name.casefold())
            )
            root = _fold(known or name.name)
            keys.append("X " + aliases.get(root, aliases.get(folded, root)))
    return keys


def _fuller(short: str, persons: set[str]) -> str:
    """The one longer name that `short` is a part of; `short` itself where there is none, or more than one."""
    words = short.split()
    others = [p for p in sorted(persons) if p != short and len(p.split()) >= len(words)]
    longer = [p for p in others if _is_part(words, p.split())]
    if not longer and len(words) == 1 and len(short) > 3:  # Lusi, for Lusiana
        longer = [p for p in sorted(persons) if p != short and any(w.startswith(short) for w in p.split())]
    if not longer and len(words) == 1 and len(persons) <= _ROSTER:
        longer = [p for p in sorted(persons) if " " in p and any(_is_slip(short, w) for w in p.split())]
    if not longer and len(words) == 1:
        longer = [p for p in others if _is_blend(short, p.split()) or short == "".join(w[0] for w in p.split())]
    tops = [p for p in longer if not any(p != q and set(p.split()) <= set(q.split()) for q in longer)]
    return tops[0] if len(tops) == 1 else short


def _is_blend(short: str, long: Sequence[str]) -> bool:
    """Whether a name is the openings of two that follow each other, as headlines do: *Basas*, Bayu Sasmita."""
    cuts = range(_OPENING, len(short) - _OPENING + 1)
    return any(one.startswith(short[:n]) and two.startswith(short[n:]) for one, two in pairwise(long) for n in cuts)


def _is_slip(short: str, word: str) -> bool:
    """Whether a name that stands alone is another one misspelt: *Khoizin* for Khozin, *Henry* for Henri."""
    if min(len(short), len(word)) < _SHORTEST or abs(len(short) - len(word)) > 3:
        return False
    shared = sum(min(short.count(letter), word.count(letter)) for letter in set(short))  # no match has more
    if 2 * shared / (len(short) + len(word)) < _ALIKE:
        return False
    return SequenceMatcher(None, short, word, autojunk=False).ratio() >= _ALIKE


def _is_part(short: list[str], long: list[str]) -> bool:
    """Whether the words of `short` stand in `long` in order, an initial standing for its name (*M Yohan*)."""
    n = 0
    for word in long:
        if n < len(short) and (short[n] == word or (len(short[n]) == 1 and word.startswith(short[n]))):
            n += 1
    return n == len(short) and any(len(word) > 1 for word in short)


def _called(text: str, names: Iterable[Name]) -> dict[str, str]:
    """The other names that the report gives its persons, *Bayu Sasmita (Yuyu)*, *Bayu alias Yuyu*: folded → folded."""
    found: dict[str, str] = {}
    for name in names:
        if name.label == "PER" and " " in name.name and (given := _CALLED.match(text, name.end)):
            found[_fold(given.group(1) or given.group(2))] = _fold(name.name)
    return found


def _bracketed(text: str, names: Iterable[Name]) -> dict[str, str]:
    """Aliases that the report gives itself, *Korea Utara (Korut)*: folded alias → folded name."""
    found: dict[str, str] = {}
    for name in names:
        if name.label == "PER":
            continue
        if bracket := _BRACKET.match(text, name.end):
            alias, key = _fold(bracket.group(1)), _fold(name.name)
            known = places().get(name.name.casefold()) or organisations().get(name.name.casefold())
            if alias != key:
                found[alias] = _fold(known) if known else key
    return found


def _entity(id: str, members: list[Name], key: str) -> Entity:
    label: Label = "PER" if key.startswith("PER ") else _label(members)
    forms = Counter(member.name for member in members)
    ranked = sorted(forms, key=lambda form: (-len(form.split()), -forms[form], -len(form), form))
    name = ranked[0]
    return Entity(id, label, name, tuple(sorted(form for form in forms if form != name)))


def _label(members: list[Name]) -> Label:
    labels = Counter(m.label for m in members)
    return sorted(labels, key=lambda label: (-labels[label], label))[0]
