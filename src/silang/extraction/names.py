"""Names of persons, organisations and places: runs of capitalised words, parted by titles and known names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from silang.extraction.cues import cue_at
from silang.extraction.vocabulary import is_field, is_verb, organisations, particles, place_at, title_at
from silang.language import Parse, Token
from silang.model import Label, Span

_PARTICLES = frozenset(
    {"bin", "binti", "van", "von", "der", "de", "del", "da", "dos", "el", "al", "ibn", "ben", "of", "the"}
)
_MARKS = frozenset("\"“”„«»‘'(")
_NEWS = 3  # words that a person's name has at most, where nothing else bounds it


@dataclass(frozen=True, slots=True)
class Name(Span):
    """A name in the text. `name` is it in clean spelling; `role` the office before it, casefolded, "" if none."""

    label: Label
    name: str
    role: str


def find_names(parse: Parse) -> tuple[Name, ...]:
    """The names of a report's body, in order, without overlap."""
    words = parse.tokens
    runs = list(_runs(parse))
    persons = _sure_persons(words, runs)
    return tuple(name for first, last in runs for name in _Parting(words, first, last, persons).names())


def _runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """Ranges of tokens that are capitalised and adjacent, without the common word that opens a sentence."""
    words = parse.tokens
    opens = {sentence.start for sentence in parse.sentences}
    inside = {
        t.text for n, t in enumerate(words) if t.is_capital and t.start not in opens and not _after_mark(words, n)
    }
    lowered = {t.lower for t in words if t.text.islower()}
    n = 0
    while n < len(words):
        if not _is_name_word(words[n]):
            n += 1
            continue
        first = n
        n += 1
        while n < len(words) and _goes_on(words, n, opens):
            n += 1
        if words[first].start in opens or _after_mark(words, first):
            first = _without_opener(words, first, n, inside, lowered)
        last = n
        while last > first and not words[last - 1].is_capital:
            last -= 1
        if last > first:
            yield first, last


def _is_name_word(token: Token) -> bool:
    return token.is_word and token.is_capital


def _after_mark(words: tuple[Token, ...], n: int) -> bool:
    return n > 0 and words[n - 1].text in _MARKS and words[n - 1].text != "("


def _goes_on(words: tuple[Token, ...], n: int, opens: set[int]) -> bool:
    token, before = words[n], words[n - 1]
    if token.start in opens:
        return False
    if _is_name_word(token):
        return token.start - before.end <= 2 and (before.text != "." or _is_initial(words, n - 2))
    if token.lower in _PARTICLES:
        return n + 1 < len(words) and _is_name_word(words[n + 1])
    return token.text == "." and _is_initial(words, n - 1) and n + 1 < len(words) and _is_name_word(words[n + 1])


def _is_initial(words: tuple[Token, ...], n: int) -> bool:
    return n >= 0 and (len(words[n].text) == 1 or title_at(words, n, n + 1) in (("honorific", 1), ("rank", 1)))


def _without_opener(words: tuple[Token, ...], first: int, last: int, inside: set[str], lowered: set[str]) -> int:
    """Past the words that are capitals only because they open a sentence."""
    while first < last:
        word = words[first]
        if (
            word.text in inside
            or (word.text.isupper() and len(word.text) > 1)
            or title_at(words, first, last)
            or place_at(words, first, last)
        ):
            return first
        common = word.lower in lowered or _is_small(word.lower) or is_verb(word.lower)
        if not common and (
            last - first > 1
            or (last < len(words) and (cue_at(words, last, len(words), "active") or is_verb(words[last].lower)))
        ):
            return first
        first += 1
    return first


def _is_small(word: str) -> bool:
    return any(
        word in particles(kind)
        for kind in ("adverb", "preposition", "conjunction", "pronoun", "article", "auxiliary", "time")
    )


def _sure_persons(words: tuple[Token, ...], runs: list[tuple[int, int]]) -> frozenset[str]:
    """Casefolded words that this report uses as a person's name by themselves: *Yohan mengatakan*, *kata Yohan*."""
    seen: Counter[str] = Counter()
    for first, last in runs:
        if last - first > 2 or title_at(words, first, last) or place_at(words, first, last):
            continue
        if words[first].text.isupper() or words[first].lower in organisations():
            continue
        verb = last
        while verb < len(words) and words[verb].lower in particles("adverb"):
            verb += 1
        said = verb < len(words) and cue_at(words, verb, len(words), "active")
        if (
            said
            or (first and cue_at(words, first - 1, first, "post"))
            or (first and words[first - 1].lower == "menurut")
        ):
            seen.update(t.lower for t in words[first:last])
    return frozenset(seen)


class _Parting:
    """One run of capitalised words, read from left to right into titles, organisations, places and persons."""

    def __init__(self, words: tuple[Token, ...], first: int, last: int, persons: frozenset[str]) -> None:
        self.words, self.first, self.last, self.persons = words, first, last, persons

    def names(self) -> Iterator[Name]:
        n, role = self.first, self._role_before()
        while n < self.last:
            title = title_at(self.words, n, self.last)
            if title and title[0] in ("role", "rank", "honorific"):
                role = " ".join([*([role] if role else []), *(t.lower for t in self.words[n : n + title[1]])])
                n += title[1]
            elif self.words[n].lower in particles("time") or not self.words[n].is_capital:
                n += 1
            elif title and title[0] == "organisation":
                end = self._organisation_end(n + title[1])
                yield self._name(n, end, "ORG", "")
                role = f"{role} {self._text(n, end).casefold()}" if role else ""
                n = end
            elif title and title[0] == "place" and n + title[1] < self.last:
                end = self._place_end(n + title[1])
                yield self._name(n, end, "LOC", "")
                n = end
            elif length := place_at(self.words, n, self.last):
                yield self._name(n, n + length, "LOC", "")
                role = f"{role} {self._text(n, n + length).casefold()}" if role else ""
                n += length
            else:
                end = self._unknown_end(n)
                if role and (start := self._person_start(n, end)) is not None:
                    role = " ".join([role, *(t.lower for t in self.words[n:start])])
                    yield self._name(start, end, "PER", role)
                    role = ""
                elif role:
                    role = " ".join([role, *(t.lower for t in self.words[n:end])])
                else:
                    yield self._name(n, end, self._label(n, end), "")
                n = end

    def _role_before(self) -> str:
        """A title in lower case just before the run: *juru bicara Kremlin*, *gubernur*."""
        for back in (3, 2, 1):
            at = self.first - back
            if at >= 0 and (title := title_at(self.words, at, self.first)) == ("role", back) and title:
                return " ".join(t.lower for t in self.words[at : self.first])
        return ""

    def _text(self, first: int, last: int) -> str:
        pieces: list[str] = []
        for token in self.words[first:last]:
            if token.text == "." and pieces:
                pieces[-1] += "."
            else:
                pieces.append(token.text)
        return " ".join(pieces)

    def _name(self, first: int, last: int, label: Label, role: str) -> Name:
        return Name(self.words[first].start, self.words[last - 1].end, label, self._text(first, last), role)

    def _organisation_end(self, n: int) -> int:
        """An organisation's name runs to the next office or to the person whom the report knows by name."""
        while n < self.last:
            title = title_at(self.words, n, self.last)
            if title and title[0] in ("role", "rank", "honorific") and self.words[n].is_capital and n > self.first + 1:
                break
            if self.words[n].lower in self.persons and not place_at(self.words, n, self.last):
                while n - 1 > self.first + 1 and not is_field(self.words[n - 1].lower) and self._is_given(n - 1):
                    n -= 1
                break
            n += 1
        return n

    def _is_given(self, n: int) -> bool:
        before = self.words[n]
        return before.is_capital and not before.text.isupper() and not _in_place(self.words, n, self.first)

    def _place_end(self, n: int) -> int:
        end = n + 1
        while (
            end < self.last and not title_at(self.words, end, self.last) and self.words[end].lower not in self.persons
        ):
            end += 1
        return end

    def _unknown_end(self, n: int) -> int:
        end = n + 1
        while end < self.last and not self._opens_other(end):
            end += 1
        return end

    def _opens_other(self, n: int) -> bool:
        title = title_at(self.words, n, self.last)
        if title and title[0] in ("role", "organisation", "rank") and self.words[n].lower not in self.persons:
            return True
        return place_at(self.words, n, self.last) > 0 and self.words[n].lower not in self.persons

    def _person_start(self, n: int, end: int) -> int | None:
        """Where the person's name begins among unknown words after an office: past what the office is for."""
        start = n
        while start < end and (
            is_field(self.words[start].lower) or (self.words[start].text.isupper() and end - start > 1)
        ):
            if self.words[start].lower in self.persons:
                break
            start += 1
        if start >= end:
            return None
        known = [k for k in range(start, end) if self.words[k].lower in self.persons]
        if known and known[0] - start >= _NEWS - 1:
            return known[0] - 1
        return start

    def _label(self, n: int, end: int) -> Label:
        words = self.words[n:end]
        text = self._text(n, end)
        if text.casefold() in organisations():
            return "ORG"
        if any(t.lower in self.persons for t in words):
            return "PER"
        if all(t.text.isupper() for t in words) and len(text) <= 8:
            return "ORG"
        if n and self.words[n - 1].lower in ("di", "ke", "dari"):
            return "LOC"
        if (
            2 <= end - n <= 4
            and all(t.text[1:].islower() or len(t.text) < 3 for t in words)
            and not any(is_field(t.lower) for t in words)
        ):
            return "PER"
        return "MISC"


def _in_place(words: tuple[Token, ...], n: int, first: int) -> bool:
    return any(back + place_at(words, back, n + 1) == n + 1 for back in range(max(first, n - 3), n + 1))
