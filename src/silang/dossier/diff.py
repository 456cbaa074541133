"""One utterance in two wordings, word by word.

Words are aligned by edit distance over their roots (Levenshtein); inflection, capitals, punctuation and function words
are not told apart. A negation always is, and so is a function word that tells before from after or why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_ALIKE = 0.4  # the least share of base words kept, for wordings to be worth marking


def compared(base: str, words: str) -> tuple[tuple[Piece, ...], tuple[str, ...]] | None:
    """`words` in pieces marked against `base`, and what of `base` they leave out; None where they share too little."""
    old, new = list(_WORD.finditer(base)), list(_WORD.finditer(words))
    old_keys, new_keys = _keys(old), _keys(new)
    marks: list[Mark] = ["same"] * len(new)
    gone: list[str] = []
    kept = 0
    for tag, i, i_end, j, j_end in _opcodes(old_keys, new_keys):
        if tag == "equal":
            kept += i_end - i
            continue
        if tag in ("replace", "insert"):
            marks[j:j_end] = ["other" if tag == "replace" else "added"] * (j_end - j)
        if tag == "delete" and any(_content(word[0]) for word in old[i:i_end]):
            gone.append(base[old[i].start() : old[i_end - 1].end()])
    if kept < _ALIKE * max(len(old), 1):
        return None
    for n, word in enumerate(new):
        if not _content(word[0]):
            marks[n] = "same"
    return _pieces(words, new, marks), tuple(gone)


def near(one: str, other: str) -> bool:
    """Whether two wordings share most of their words in one order, so that they render one utterance."""
    from rapidfuzz.distance import Levenshtein

    left, right = (_keys(list(_WORD.finditer(words))) for words in (one, other))
    return min(len(left), len(right)) > 1 and Levenshtein.normalized_similarity(left, right) >= _NEAR


def _opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    from rapidfuzz.distance import Levenshtein

    return [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in Levenshtein.opcodes(old, new)]


def _keys(words: Sequence[re.Match[str]]) -> list[str]:
    return [root(word[0].casefold()) for word in words]


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
