"""ICON's constituents to dependencies by head rules, near to what UD CSUI makes of the same constructions.

Heads follow Alfina et al. (2020), "Tree Rotations for Dependency Trees": nominal heads left, function words below
content words. Labels are approximate; the network gives this corpus a style of its own, so that they cannot harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.pipeline.labels import MARKED, label, universal
from training.pipeline.sentences import ROOT, Sentence

_PIECE = re.compile(r"[()]|[^()\s]+")
_BRACKETS = {"-LRB-": "(", "-RRB-": ")"}
_CLITICS = {"nya", "lah", "kah", "pun", "ku", "mu"}


@dataclass(frozen=True, slots=True)
class Node:
    """A phrase with its parts, or a word with its place in the sentence."""

    tag: str
    parts: tuple[Node, ...] = ()
    word: str = ""
    place: int = -1


def read(path: Path, source: str = "icon") -> Iterator[Sentence]:
    """One sentence per bracketed line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield _join(_convert(_parse(line), source))


def _parse(line: str) -> Node:
    stack: list[tuple[str, list[Node]]] = [("", [])]
    place = 0
    pieces = _PIECE.findall(line)
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece == "(":
            stack.append((pieces[at + 1], []))
            at += 1
        elif piece == ")":
            tag, parts = stack.pop()
            if parts:
                stack[-1][1].append(Node(tag, tuple(parts)))
        else:
            tag, _ = stack[-1]
            stack[-1][1].append(Node(tag, word=_BRACKETS.get(piece, piece), place=place))
            place += 1
        at += 1
    return _squeeze(stack[0][1][0])


def _squeeze(node: Node) -> Node:
    """(NNO (NNO kata)) is the word; phrases keep their parts."""
    if node.word:
        return node
    parts = tuple(_squeeze(p) for p in node.parts)
    if len(parts) == 1 and parts[0].tag == node.tag and parts[0].word:
        return parts[0]
    return replace(node, parts=parts)


def _convert(tree: Node, source: str) -> Sentence:
    words = list(_leaves(tree))
    heads = [ROOT] * len(words)
    deps = ["root"] * len(words)
    _attach(tree, heads, deps)
    return Sentence(
        source=source,
        words=tuple(w.word for w in words),
        tags=tuple(universal(w.tag, w.word) for w in words),
        heads=tuple(heads),
        deps=tuple(deps),
    )


def _leaves(node: Node) -> Iterator[Node]:
    if node.word:
        yield node
    for part in node.parts:
        yield from _leaves(part)


def _attach(node: Node, heads: list[int], deps: list[str]) -> Node:
    """Attach all below `node`; returns the head word."""
    if node.word:
        return node
    tops = [_attach(part, heads, deps) for part in node.parts]
    chosen = head_part(node)
    head = tops[chosen]
    for at, (part, top) in enumerate(zip(node.parts, tops, strict=True)):
        if at == chosen:
            continue
        dep = label(
            node.tag, (node.parts[chosen].tag, head.tag, head.word), (_kind(part), top.tag, top.word), at < chosen
        )
        governor = head
        if (opener := _name_opener(node.parts, chosen, at)) is not None:
            governor, dep = tops[opener], "flat:name"
        if dep in ("cc", "punct") and at > chosen and _next_conjunct(node.parts, at):
            governor = tops[_next_conjunct(node.parts, at)]
        elif at > chosen and dep != "conj" and _coordinated(node.parts, chosen, at):
            dep = "conj"
        heads[top.place], deps[top.place] = governor.place, dep
    return head


def _kind(part: Node) -> str:
    first = next(_leaves(part))
    return MARKED if part.tag == "CP" and first.tag == "CSN" and first.word.casefold() != "bahwa" else part.tag


def _name_opener(parts: Sequence[Node], head: int, at: int) -> int | None:
    """Where the name starts that the proper noun `at` goes on, if it is one of several after the head."""
    if parts[at].tag != "NNP" or parts[head].tag == "NNP" or at - 1 <= head or parts[at - 1].tag != "NNP":
        return None
    while at - 1 > head and parts[at - 1].tag == "NNP":
        at -= 1
    return at


def _coordinated(parts: Sequence[Node], head: int, at: int) -> bool:
    """A part after a conjunction, or one in a list that a conjunction closes, of the head's own kind."""
    if any(p.tag in ("CCN", "CONJP") for p in parts[head + 1 : at]):
        return parts[at].tag not in ("PUN",)
    listed = any(p.tag in ("CCN", "CONJP") for p in parts[at + 1 :]) and parts[at].tag == parts[head].tag
    return listed and any(p.tag == "PUN" for p in parts[head + 1 : at])


def _next_conjunct(parts: Sequence[Node], at: int) -> int:
    """Where the next real part after `at` is, if a conjunction is between; else 0."""
    seen = parts[at].tag in ("CCN", "CONJP")
    for place in range(at + 1, len(parts)):
        if parts[place].tag in ("CCN", "CONJP"):
            seen = True
        elif parts[place].tag != "PUN":
            return place if seen else 0
    return 0


_VERBS = ("VBT", "VBI", "VBP")
_NOMINAL = ("NP", "NNO", "NNP", "PRN", "QP", "NUM")
_PREFER: dict[str, tuple[tuple[str, ...], ...]] = {
    "S": (("VP", "UCP", *_VERBS), ("S", "SINV"), ("ADJP", "ADJ"), ("SBARQ", "SQ"), ("CP", "RPN")),
    "VP": (_VERBS, ("VP", "UCP"), ("ADJP", "ADJ"), _NOMINAL, ("CP", "S", "RPN"), ("PP",)),
    "NP": (
        ("NP", "NNO", "NNP", "PRN", "PRI", "WHNP", "UCP"), ("ADJP", "ADJ"), ("VP", *_VERBS), ("QP", "NUM", "KUA"),
        ("ART", "PRK"),
    ),
    "PP": (
        (*_NOMINAL, "UCP", "S", "CP", "VP", "RPN", *_VERBS), ("ADJP", "ADJ", "ADVP", "ADV", "ART", "PRI", "PRK"),
        ("PP",),
    ),
    "CP": (("S", "SINV", "VP", "ADJP", "UCP", *_VERBS, "CP", "RPN"), ("NP", "PP", "NNO", "NNP", "PRN", "ADJ")),
    "RPN": (
        ("VP", "S", "SINV", "ADJP", "ADJ", "UCP", *_VERBS, "RPN"), ("PP",), ("NP", "NNO", "NNP", "NUM", "QP"),
        ("ADV",),
    ),
    "ADJP": (("ADJ", "ADJP", "UCP"), ("NP", "NNO", "VP", *_VERBS)),
    "QP": (("NUM", "QP"), ("KUA",), ("NNO",)),
    "ADVP": (("ADV", "ADVP"),),
}  # fmt: skip
_CLAUSES = ("SINV", "SBARQ", "SQ", "SBAR", "FRAG", "PRN", "UCP", "INTJ")
_WEAK = ("PUN", "CCN", "CONJP", "PAR", "CSN", "PPO", "PRR")


def head_part(node: Node) -> int:
    """Which part of a phrase holds its head."""
    tags = [p.tag for p in node.parts]
    if node.tag == "SINV" and "S" in tags and "VP" in tags:
        return tags.index("S")  # what is said governs who says it, as in CSUI
    if node.tag in ("S", "SINV", "SBARQ") and not {"VP", "S", "ADJP", "SINV", "UCP"} & set(tags):
        places = [n for n, t in enumerate(tags) if t in ("NP", "PP", "QP", "RPN", "CP")]
        if len(places) >= 2 and tags[places[0]] in ("NP", "CP", "RPN"):
            return places[1]  # a clause without a verb: the second phrase says something of the first
    if "VBL" in tags:
        after = [n for n in range(tags.index("VBL") + 1, len(tags)) if tags[n] not in _WEAK]
        if after and node.parts[tags.index("VBL")].word.casefold() in ("adalah", "ialah"):
            return after[0]
        return tags.index("VBL")
    for wanted in _PREFER.get("S" if node.tag in _CLAUSES else node.tag, ()):
        found = [n for n, t in enumerate(tags) if t in wanted]
        if found:
            return found[0]
    return next((n for n, t in enumerate(tags) if t not in _WEAK), 0)


def _join(sentence: Sentence) -> Sentence:
    """Glue what ICON cuts: clitics to their host, the parts of a hyphenated word to each other."""
    words = sentence.words
    leader = list(range(len(words)))
    spelled = list(words)
    for at in range(1, len(words)):
        hyphen = words[at] == "-" and at + 1 < len(words) and _hyphenates(words[at - 1], words[at + 1])
        after_hyphen = words[at - 1] == "-" and at >= 2 and leader[at - 1] != at - 1
        clitic = words[at].lower() in _CLITICS and words[at].lower() == words[at] and words[at - 1][-1:].isalpha()
        if hyphen or after_hyphen or clitic:
            leader[at] = leader[at - 1]
            spelled[leader[at]] += words[at]
    return _contract(sentence, leader, spelled)


def _hyphenates(left: str, right: str) -> bool:
    if left.isdigit() and right.isdigit():
        return False
    short = {"an", "nya"}
    return (
        left.isalnum()
        and right.isalnum()
        and (
            right in short
            or left[:2].lower() == right[:2].lower()
            or left in {"ke", "Ke", "non", "anti", "se", "pro", "pasca", "pra"}
            or left[-3:].lower() == right[-3:].lower()
        )
    )


def _contract(sentence: Sentence, leader: Sequence[int], spelled: Sequence[str]) -> Sentence:
    kept = [n for n, at in enumerate(leader) if n == at]
    new = {old: place for place, old in enumerate(kept)}
    heads: list[int] = []
    deps: list[str] = []
    for old in kept:
        members = [n for n, at in enumerate(leader) if at == old]
        top = next((n for n in members if sentence.heads[n] == ROOT or leader[sentence.heads[n]] != old), old)
        heads.append(ROOT if sentence.heads[top] == ROOT else new[leader[sentence.heads[top]]])
        deps.append(sentence.deps[top])
    return Sentence(
        source=sentence.source,
        words=tuple(spelled[n] for n in kept),
        tags=tuple(sentence.tags[n] for n in kept),
        heads=tuple(heads),
        deps=tuple(deps),
    )
