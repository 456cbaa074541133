"""Where a headline that stands inside a line ends, and the report goes on.

``… akhir perang. Baca juga: Tiga Kapal Tiba di Pelabuhan Menurut nakhoda, mereka …``: a headline is set in capitals;
the sentence after it soon shows words in lower case. Its first word is told by what words open sentences, by names that
the text has elsewhere, and by closing marks.
"""

from __future__ import annotations

import re

from silang.model import Span
from silang.reading.lines import bare, is_lower, is_title, listed, words

_WIDE = re.compile(r"(?:[ \u00a0]{2,}|&nbsp;\s)(?=[\"“A-Z0-9])")
_QUOTED = re.compile(r"[\"“](?=\w)")
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[\"“]?[A-Z][a-z])|(?<=[0-9])(?=[\"“][A-Z])")
_STOPS = re.compile(r"[.][\"”’)]*\s+(?=[\"“(]?[A-Z])")
_GLUED = re.compile(r"[!?](?=[\"“]?[A-Z])")
_SHORTEST = 3  # words of a headline
_NEAR = 12  # words in which a sentence shows one in lower case
_NAME = 4  # words of a title and a name
_AFTER_MARK = 5
_AT_ONCE = 2
_SPACES = ("&nbsp;", "&amp;nbsp;")
_INNER = ("di", "ke", "dalam", "pada", "oleh")  # opens a sentence, but not with a comma behind it
_OPEN_END = 140  # code points; what is longer and has no end is no headline


def headline_end(text: str, start: int, stop: int) -> int:
    """Where the headline that opens at `start` ends; `stop` where nothing of the report follows it before there."""
    parts = [part for part in words(text, start, stop) if part.of(text) not in _SPACES]
    if not parts:
        return start
    if (glued := _GLUED.search(text, start, stop)) and is_title(text[parts[0].start : glued.end()]):
        return glued.end()
    full = _STOPS.search(text, start, stop)
    if not full and is_title(text[parts[0].start : parts[-1].end]):
        return parts[-1].end
    if (wide := _WIDE.search(text, start, stop)) and is_title(text[start : wide.start()].strip()):
        return wide.start()
    first_lower = next((n for n, part in enumerate(parts) if is_lower(part.of(text))), None)
    if first_lower is None:
        return full.start() + 1 if full and stop - start > _OPEN_END else parts[-1].end
    if not full and _closes_as_headline(text, parts, first_lower):
        return parts[-1].end
    if first_lower < _SHORTEST:
        return _after_sentence_case(text, parts)
    if glued_word := _inside(text, parts, first_lower):
        return glued_word
    return parts[_opening(text, parts, first_lower) - 1].end


def _closes_as_headline(text: str, parts: list[Span], first_lower: int) -> bool:
    """Whether all of a line is one headline, in spite of some words in lower case."""
    whole = text[parts[0].start : parts[-1].end]
    if whole.endswith((".", ".”", '."', ",")) or len(whole) > _OPEN_END:
        return False
    return first_lower < _SHORTEST or is_title(whole)


def _opening(text: str, parts: list[Span], first_lower: int) -> int:
    """The index of the word that opens the sentence whose first word in lower case is `first_lower`."""
    near = range(first_lower - 1, max(_SHORTEST, first_lower - _NEAR) - 1, -1)
    for n in range(first_lower - 1, _SHORTEST - 1, -1):
        if _QUOTED.match(text, parts[n].start):
            return n
    for n in near:
        word = parts[n].of(text)
        if word[0].isupper() and _opens(word, first_lower - n) and not parts[n - 1].of(text).endswith((":", ",")):
            return n
    for n in near:
        if parts[n - 1].of(text).rstrip("\"'”’)").endswith(("?", "!")) and first_lower - n <= _AFTER_MARK:
            return n
    at = first_lower - 1
    while at > _SHORTEST and not _is_capital(parts[at].of(text)):
        at -= 1
    if parts[at].of(text).endswith(","):  # Komisaris Sarwono Adi, yang …: what stands before the comma belongs together
        titles = (n for n in near if n < at and bare(parts[n].of(text)) in listed("title"))
        at = next(titles, at - 1)
    for n in range(at - 1, max(_SHORTEST, at - _NAME) - 1, -1):  # Menteri Sarwono Adi mengatakan
        word = parts[n].of(text)
        if not _is_capital(word) or word.endswith((",", ":", "?", "!")):
            break
        if bare(word) in listed("title") and _is_capital(parts[n - 1].of(text)):
            at = n
    at = _office(text, parts, at)
    while at > _SHORTEST and _goes_back(text, parts[at - 1], parts[at]) and _is_capital(parts[at - 2].of(text)):
        at -= 1
    return max(at, 1)


def _office(text: str, parts: list[Span], at: int) -> int:
    """Where the office opens that a comma parts from the name at `at`, `at` itself where none does: *Kepala Bidang
    Bencana dan Siaga, Sarwono Adi menjelaskan*."""
    comma = at - 1
    while comma > _SHORTEST and at - comma < _NAME and _is_name(parts[comma].of(text)):
        comma -= 1
    if not parts[comma].of(text).endswith(","):
        return at
    for n in range(comma, max(_SHORTEST, at - _NEAR) - 1, -1):
        word = parts[n].of(text)
        if bare(word) in listed("title"):
            return n
        if not _is_capital(word) and bare(word) not in listed("particle"):
            break
    return at


def _is_name(word: str) -> bool:
    return _is_capital(word) and not word.endswith((",", ":", "?", "!", "."))


def _inside(text: str, parts: list[Span], first_lower: int) -> int | None:
    """Where the sentence opens inside a word, its space lost: ``… Melawan RusiaKetika lulus``."""
    for n in range(first_lower - 1, max(_SHORTEST, first_lower - _AT_ONCE - 1) - 1, -1):
        if camel := _CAMEL.search(text, parts[n].start, parts[n].end):
            head, tail = bare(text[parts[n].start : camel.start()]), bare(text[camel.start() : parts[n].end])
            opens = tail in listed("opener") | listed("starter")
            if opens or (n == first_lower - 1 and head not in listed("title")):
                return camel.start()
    return None


def _opens(word: str, distance: int) -> bool:
    """Whether `word` opens a sentence whose first word in lower case is `distance` words on; *Dalam,* does not."""
    said = bare(word)
    if word.endswith(",") and said in _INNER:
        return False
    return said in listed("opener") or (said in listed("starter") and distance <= _AT_ONCE)


def _is_capital(word: str) -> bool:
    letter = next((c for c in word if c.isalnum()), "")
    return letter.isupper() or letter.isdigit()


def _goes_back(text: str, before: Span, word: Span) -> bool:
    """Whether `before` and `word` belong together: a title and a name, or a name that the text has elsewhere."""
    if not _is_capital(before.of(text)) or before.of(text).endswith((",", ":", "?", "!", "'", '"')):
        return False
    if bare(before.of(text)) in listed("title"):
        return True
    pair = text[before.start : word.end].rstrip(",.;:()")
    return text.find(pair) != before.start or text.find(pair, word.end) >= 0


def _after_sentence_case(text: str, parts: list[Span]) -> int:
    """The end of a headline in sentence case: before a word that opens sentences; its first word where none does."""
    for n in range(_SHORTEST + 1, len(parts)):
        word, before = parts[n].of(text), parts[n - 1].of(text)
        if before.endswith((".", "?", "!")) and _is_capital(word):
            return parts[n - 1].end
        if (word[0].isupper() and bare(word) in listed("opener") | listed("starter")) or (
            _QUOTED.match(word) and before[-1].islower()
        ):
            return parts[n - 1].end
    return parts[-1].end
