"""Sentence boundaries by rule, before the parser: full stops, closing quotes, and line breaks.

A line break ends a sentence, except where a scraper broke the line at a link: a line that opens in lower case or with a
closing mark goes on, and so does a short piece without a full stop. Fixed furniture lines stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from silang_id import columns

_STOPS = frozenset([".", "!", "?", "…", "...", "..", "?!", "!!", "??"])
_CLOSERS = frozenset("\"'”’»)]}") | {"''"}
_LINE_ENDS = _STOPS | {":", ";"}
_GOES_ON = frozenset(",.;:)]}?!%”’»")
_LINK = 40  # code points; a line that a lost link made is shorter
_POINTERS = frozenset(["baca juga", "baca", "simak juga", "lihat juga", "tonton juga", "berita terkait"])
_FURNITURE = (
    "baca juga", "baca selengkapnya", "baca berita lainnya", "simak juga", "simak video", "lihat juga", "lihat video",
    "tonton juga", "saksikan juga", "advertisement", "scroll to continue with content", "lanjutkan membaca",
    "pilihan editor", "artikel terkait", "berita terkait", "halaman selanjutnya", "gambas:video", "iklan",
)  # fmt: skip


@Language.factory("silang_sentences", assigns=["token.is_sent_start", "doc.sents"])
def make_sentences(nlp: Language, name: str) -> Sentences:
    """The component under its registered name."""
    return Sentences()


class Sentences:
    """Sets `token.is_sent_start` on every token of a document."""

    def __call__(self, doc: Doc) -> Doc:
        columns.write(doc, ["SENT_START"], np.where(sentence_starts(doc), 1, -1).reshape(-1, 1))
        return doc


def sentence_starts(doc: Doc) -> list[bool]:
    """One truth value per token: does a sentence start here? White space belongs to the sentence before it."""
    text = doc.text
    starts = [False] * len(doc)
    if starts:
        starts[0] = True
    spell = doc.vocab.strings
    words = [spell[key] for key in columns.read(doc, "ORTH").tolist()]
    offsets = columns.read(doc, "IDX").tolist()
    before = -1  # the last token that is no white space
    broken = 0  # line breaks since then
    line_start = 0
    pointed = False  # does the line before this one announce it as another report's headline?
    for at, word in enumerate(words):
        if not word.strip():
            broken += word.count("\n") + word.count("\r") + word.count("\u2028") + word.count("\u2029")
            continue
        if before >= 0:
            if broken:
                starts[at] = pointed or _breaks(text, words, before, (line_start, offsets[at]), broken)
                pointed = _points(text[line_start : offsets[at]])
                line_start = offsets[at]
            else:
                starts[at] = _ends(words, before, starts) and _opens(words, at)
        before, broken = at, 0
    return starts


def _ends(words: Sequence[str], at: int, starts: Sequence[bool]) -> bool:
    """Does the token `at` close a sentence: a full stop, closing marks after it allowed?"""
    while at >= 0 and words[at] in _CLOSERS and not starts[at]:
        at -= 1
    if at < 0 or words[at] not in _STOPS:
        return False
    return not (words[at] == "." and at and len(words[at - 1]) == 1 and words[at - 1].isupper())


def _opens(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if word in _CLOSERS and word not in {'"', "'"}:
        return False
    if word[0].isalpha():
        return not word[0].islower()
    if word[0].isdigit():
        return True
    follower = words[at + 1] if at + 1 < len(words) else ""
    if word in {'"', "'", "“", "‘", "«", "(", "[", "``", "-", "–", "—", "•", "*"}:
        return bool(follower) and (follower[0].isupper() or follower[0].isdigit() or follower[0] in "\"'“‘.…")
    return False


def _breaks(text: str, words: Sequence[str], before: int, lines: tuple[int, int], broken: int) -> bool:
    """Does the line break after the token `before` end a sentence? `lines`: where this line and the next start."""
    start, after = lines
    line = text[start:after].strip()
    end = text.find("\n", after)
    following = text[after : end if end >= 0 else len(text)].strip()
    if broken > 1 or _is_furniture(line) or _is_furniture(following):
        return True
    if following[:1].islower() or following[:1] in _GOES_ON:
        return False
    last = words[before]
    if last in _LINE_ENDS or last in _CLOSERS:
        return True
    return min(len(line), len(following)) >= _LINK


def _points(line: str) -> bool:
    return line.strip().strip(":").casefold() in _POINTERS


def _is_furniture(line: str) -> bool:
    folded = line.casefold().strip("[]() :-")
    return folded.startswith(_FURNITURE)


def spans(doc: Doc) -> Iterator[tuple[int, int]]:
    """Token spans [start, end) of the sentences of a document whose boundaries are set."""
    start = 0
    for at in range(1, len(doc)):
        if doc[at].is_sent_start:
            yield start, at
            start = at
    if len(doc):
        yield start, len(doc)
