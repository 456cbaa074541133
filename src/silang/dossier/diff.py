"""One utterance in two wordings, word by word.

Words are aligned by edit distance over their roots (Levenshtein); inflection, capitals, punctuation and function words
are not told apart. A negation always is, and so is a function word that tells before from after or why. A denial too
many or too few within the words, and a word whose opposite stands in its place, turn the sense.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from silang.dossier.page import Mark, Piece
from silang.language import lexicon
from silang.language.negations import NEGATIONS
from silang.language.stems import root

_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
_SMALL = frozenset({"preposition", "conjunction", "determiner"})
_TELLING = NEGATIONS | {
    "sebelum", "setelah", "sejak", "hingga", "sampai", "selama", "akibat", "karena", "atau", "antara",
}  # fmt: skip
_JOINING = frozenset({"yang", "dan"})
_NEAR = 0.7
_STRETCH = 3  # words that stand for each other
_ALIKE = 0.4  # the least share of base words kept, for wordings to be worth marking


@dataclass(frozen=True, slots=True)
class Difference:
    """A wording in pieces marked against a base, and what it leaves out of it; `turned` are denials among those."""

    pieces: tuple[Piece, ...]
    gone: tuple[str, ...]
    turned: tuple[str, ...]


def compared(base: str, words: str) -> Difference | None:
    """How `words` differ from `base`; None where they share too little."""
    old, new = list(_WORD.finditer(base)), list(_WORD.finditer(words))
    old_keys, new_keys = _keys(old), _keys(new)
    marks: list[Mark] = ["same"] * len(new)
    gone: list[str] = []
    turned: list[str] = []
    kept = 0
    for tag, i, i_end, j, j_end in _opcodes(old_keys, new_keys):
        if tag == "equal":
            kept += i_end - i
            continue
        if tag in ("replace", "insert"):
            marks[j:j_end] = ["other" if tag == "replace" else "added"] * (j_end - j)
        left, right = _lower(old[i:i_end]), _lower(new[j:j_end])
        if max(len(left), len(right)) <= _STRETCH:
            for n in (n for n, word in enumerate(right) if any((word, other) in _opposites() for other in left)):
                marks[j + n] = "turned"
        denied = len(left) + len(right) == 1 and {*left, *right} <= NEGATIONS and 0 < i < len(old) and 0 < j < len(new)
        if denied and right:
            marks[j] = "turned"
        if tag == "delete" and any(_content(word) for word in left):
            gone.append(base[old[i].start() : old[i_end - 1].end()])
            turned += gone[-1:] if denied else []
    if kept < _ALIKE * max(len(old), 1):
        return None
    for n, word in enumerate(new):
        if marks[n] != "turned" and not _content(word[0]):
            marks[n] = "same"
    return Difference(_pieces(words, new, marks), tuple(gone), tuple(turned))


def near(one: str, other: str) -> bool:
    """Whether two wordings share most of their words in one order, so that they render one utterance."""
    from rapidfuzz.distance import Levenshtein

    left, right = (_keys(list(_WORD.finditer(words))) for words in (one, other))
    return min(len(left), len(right)) > 1 and Levenshtein.normalized_similarity(left, right) >= _NEAR


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    from rapidfuzz.distance import Levenshtein

    return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Levenshtein.opcodes(old, new)]


def _keys(words: Sequence[re.Match[str]]) -> list[str]:
    return [root(word) for word in _lower(words)]


def _lower(words: Sequence[re.Match[str]]) -> list[str]:
    return [word[0].casefold() for word in words]


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [(str(entry["left"]), str(entry["right"])) for entry in lexicon.table("opposites")]
    return frozenset([*pairs, *((right, left) for left, right in pairs)])


def _content(word: str) -> bool:
    plain = word.casefold()
    return plain in _TELLING or plain not in _small()


@cache
def _small() -> frozenset[str]:
    return _JOINING | frozenset(str(e["form"]).casefold() for e in lexicon.table("particles") if e["kind"] in _SMALL)


def _pieces(words: str, found: Sequence[re.Match[str]], marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Neighbouring words of one mark as one piece; what stands between two words belongs to both or to neither."""
    pieces: list[Piece] = []
    at = 0
    for n, (word, mark) in enumerate(zip(found, marks, strict=True)):
        joins = mark != "same" and n and marks[n - 1] == mark
        between = words[at : word.start()]
        if joins:
            pieces[-1] = Piece(pieces[-1].text + between + word[0], mark)
        else:
            if between:
                pieces.append(Piece(between))
            pieces.append(Piece(word[0], mark))
        at = word.end()
    if words[at:]:
        pieces.append(Piece(words[at:]))
    return _fused(pieces)


def _fused(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    fused: list[Piece] = []
    for piece in pieces:
        if fused and fused[-1].mark == piece.mark == "same":
            fused[-1] = Piece(fused[-1].text + piece.text)
        else:
            fused.append(piece)
    return tuple(fused)
