"""One run of capitalised words, parted into offices, organisations, places and persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from silang.extraction.vocabulary import is_field, organisation_at, organisations, particles, place_at, title_at
from silang.language import Token
from silang.model import Label, Span
from silang.reading.outlets import media

_PERSONAL = frozenset({"role", "rank", "honorific"})
_PROPER = frozenset({
    "pt", "cv", "bank", "universitas", "institut", "politeknik", "sekolah", "klub", "partai", "yayasan", "liga",
    "koalisi", "serikat", "fc",
})  # fmt: skip
_GIVEN = frozenset({"raja", "ratu", "sultan", "putri"})  # offices that stand inside names: *Bayu Raja Sasmita*
_LONG = 3  # words of a person's name, where nothing but its length bounds it


@dataclass(frozen=True, slots=True)
class Name(Span):
    """A name in the text. `name` is it in clean spelling; `role` the office before it, casefolded, "" if none.

    `sure`: an office, or its use as a speaker, shows that it is a person.
    """

    label: Label
    name: str
    role: str = ""
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Usage:
    """How a report uses its capitalised words, casefolded: alone as `persons`, `apart` from any one next word,
    `placed` after *di*, *ke*, *dari*, and as names of `bodies` after *PT*, *partai*, *klub*."""

    persons: frozenset[str]
    apart: frozenset[str]
    placed: frozenset[str]
    bodies: frozenset[str] = frozenset()


def part(words: Sequence[Token], run: tuple[int, int], usage: Usage, role: str = "") -> tuple[list[Name], str]:
    """The names in one run of capitalised words, and the office that it leaves without a holder; `role` is that of the
    run before, where this one goes on with it."""
    reading = _Run(words, run, usage)
    return list(reading.names(role)), reading.left


@cache
def _platforms() -> frozenset[str]:
    """Casefolded names of social media, which are no part of a name beside them."""
    return frozenset(name.casefold() for medium in media() if medium.kind == "social" for name in medium.names)


class _Run:
    def __init__(self, words: Sequence[Token], run: tuple[int, int], usage: Usage) -> None:
        self.words, self.persons, self.apart = words, usage.persons, usage.apart
        self.placed, self.bodies = usage.placed, usage.bodies
        self.left = ""
        self.first, self.last = run
        self.listed = self.last + 1 < len(words) and words[self.last].text == "," and words[self.last + 1].is_capital

    def names(self, role: str) -> Iterator[Name]:
        n, role = self.first, self._role_before() or role
        while n < self.last:
            title = title_at(self.words, n, self.last)
            kind, size = title or ("", 1)
            if kind in _PERSONAL and not self._is_person_here(n) and not self._is_placed(n):
                role, n = self._add(role, n, n + size), n + size
                continue
            if (
                self.words[n].lower in _platforms()
                or self.words[n].lower in particles("time")
                or not self.words[n].is_capital
            ):
                n += 1
                continue
            if (length := organisation_at(self.words, n, self.last)) > 1 and not self._goes_on(n + length):
                end, label = n + length, "ORG"
            elif (length := place_at(self.words, n, self.last)) > 1:
                end, label = n + length, "LOC"
            elif kind == "organisation":
                end, label = self._organisation_end(n, n + size, bool(role)), "ORG"
            elif kind == "place" and n + size < self.last and not self._is_office(n + size):
                end, label = self._place_end(n + size), "LOC"
            elif length := place_at(self.words, n, self.last):
                end, label = n + length, "LOC"
            else:
                end = self._unknown_end(n)
                start = self._person_start(n, end) if role and not self._is_pointed() else None
                if start is not None:
                    yield self._name((start, end), "PER", self._add(role, n, start))
                    role = ""
                elif not role:
                    yield self._name((n, end), self._label(n, end))
                else:
                    role = self._add(role, n, end)
                n = end
                continue
            yield self._name((n, end), "ORG" if label == "ORG" else "LOC")
            role, n = (self._add(role, n, end) if role else ""), end
        self.left = role

    def _is_placed(self, n: int) -> bool:
        """Whether a title is the first word of a place, one known or one that the report uses so: *Raja Ampat*."""
        if place_at(self.words, n, self.last) > 1:
            return True
        return n + 1 < self.last and {self.words[n].lower, self.words[n + 1].lower} <= self.placed

    def _goes_on(self, n: int) -> bool:
        """Whether a place or field goes on an organisation's name: *Kementerian Luar Negeri Rusia*."""
        return n < self.last and self._is_body(n) and not self._is_office(n)

    def _is_office(self, n: int) -> bool:
        title = title_at(self.words, n, self.last)
        return title is not None and title[0] in _PERSONAL

    def _is_pointed(self) -> bool:
        """Whether *itu* follows the run: *Gubernur Melur itu* names nobody."""
        return self.last < len(self.words) and self.words[self.last].lower in particles("determiner")

    def _add(self, role: str, first: int, last: int) -> str:
        return " ".join([*role.split(), *(token.lower for token in self.words[first:last])])

    def _role_before(self) -> str:
        """A title in lower case just before the run: *juru bicara Kremlin*, *gubernur*."""
        for back in (3, 2, 1):
            at = self.first - back
            if at >= 0 and title_at(self.words, at, self.first) == ("role", back):
                if at and self.words[at - 1].lower in particles("article") - {"mantan", "eks", "calon", "sang", "si"}:
                    return ""  # para pejabat Melur
                return self._add("", at, self.first)
        return ""

    def _name(self, bounds: tuple[int, int], label: Label, role: str = "") -> Name:
        first, last = bounds
        while label == "PER" and last - first > 1 and title_at(self.words, last - 1, last) == ("degree", 1):
            last -= 1
        sure = label == "PER" and (bool(role) or self._is_person_here(first))
        return Name(self.words[first].start, self.words[last - 1].end, label, self._text(first, last), role, sure)

    def _text(self, first: int, last: int) -> str:
        pieces: list[str] = []
        for token in self.words[first:last]:
            if token.text in ".," and pieces:
                pieces[-1] += token.text
            else:
                pieces.append(token.text)
        return " ".join(pieces)

    def _is_person_here(self, n: int) -> bool:
        return self.words[n].lower in self.persons and place_at(self.words, n, self.last) == 0

    def _organisation_end(self, start: int, n: int, office: bool) -> int:
        """An organisation's name runs to the next office, or to the person who holds the `office` before it."""
        while n < self.last:
            title = title_at(self.words, n, self.last)
            given = self.words[n].lower in _GIVEN
            if title and not given and title[0] in _PERSONAL and (n > start + 1 or title[0] == "rank"):
                return n
            if self._is_person_here(n):
                back = n - 1
                lone = n == self.last - 1 and office and back > start and self._is_given(back)
                return back if lone else n
            if office and not self.listed and not self._is_body(n) and self._is_holder(start, n):
                return n
            n += 1
        return n

    def _is_body(self, n: int) -> bool:
        """Whether a word belongs to what an office is for: a field, a place, an abbreviation, a known body."""
        word = self.words[n]
        return (
            is_field(word.lower)
            or word.text.isupper()
            or not word.is_capital
            or word.lower in organisations()
            or any(back + place_at(self.words, back, n + 1) == n + 1 for back in range(max(self.first, n - 3), n + 1))
        )

    def _is_short(self, n: int, end: int) -> bool:
        return sum(len(token.text) > 1 for token in self.words[n:end]) < _LONG

    def _given_before(self, n: int, start: int) -> int:
        """How many tokens before `n` are one more part of the name: a word, or a letter with its full stop."""
        words = self.words
        if n - 2 >= start and words[n - 1].text == "." and len(words[n - 2].text) == 1:
            return 2
        return int(n > start and self._is_given(n - 1))

    def _is_given(self, n: int) -> bool:
        """Whether a word may be the first part of the name of a person known by the last."""
        return not self._is_body(n) and self.words[n].lower not in self.apart

    def _is_holder(self, start: int, n: int) -> bool:
        """Whether the unknown words from `n` on are the holder's name: the last two or three of the run."""
        left = self.last - n
        if self.words[start].lower in _PROPER:
            return left == 2 and n > start + 2
        return 1 < left <= _LONG and not any(
            is_field(w) and w not in _GIVEN for w in (t.lower for t in self.words[n : self.last])
        )

    def _place_end(self, n: int) -> int:
        end = n + 1
        while end < self.last and not title_at(self.words, end, self.last) and not self._is_person_here(end):
            if self.last - end == 2 and not self.listed and self._role_before():
                break
            end += 1
        return end

    def _unknown_end(self, n: int) -> int:
        end = n + 1
        while end < self.last and not self._opens_other(end):
            end += 1
        return end

    def _opens_other(self, n: int) -> bool:
        if self._is_person_here(n) or not self.words[n - 1].is_capital:
            return False
        title = title_at(self.words, n, self.last)
        if self.words[n].lower in _GIVEN:
            return False
        return bool(title and title[0] in ("role", "organisation", "rank")) or (
            place_at(self.words, n, self.last) > 0 and self.words[n].lower not in self.persons
        )

    def _person_start(self, n: int, end: int) -> int | None:
        """Where the person's name begins among unknown words after an office: past what the office is for."""
        known = [k for k in range(n, end) if self._is_person_here(k)]
        if not known and end < self.last and self._is_office(end):
            return None  # Kapolres Melur AKBP Bayu
        if known:
            first = known[0]
            while known[0] == end - 1 and self._is_short(first, end) and (back := self._given_before(first, n)):
                first -= back
            return first
        start = n
        while start < end and not self._is_initial(start) and self._is_office_word(start, end):
            start += 1
        if start >= end or (self.listed and start > n) or (self.listed and self._followed_by_person(end - start)):
            return None
        return start

    def _is_office_word(self, n: int, end: int) -> bool:
        return self._is_body(n) or (end - n > 1 and self.words[n].lower in self.placed | self.bodies)

    def _is_initial(self, n: int) -> bool:
        """Whether capitals before the last word are a name's initials, no abbreviation: *HM Sasmita*."""
        text = self.words[n].text
        known = text.casefold() in organisations() or place_at(self.words, n, n + 1) or title_at(self.words, n, n + 1)
        return text.isupper() and len(text) <= 2 and not known and n + 2 == self.last and not self._is_body(n + 1)

    def _followed_by_person(self, size: int) -> bool:
        """Whether the run after the comma is the name: *Ps Kasubdit Gakkum Ditlantas Polda Melur, Kompol Bayu*; after
        one word that may be either, also *pelatih Elang, Bayu Sasmita*."""
        words, nxt = self.words, self.last + 1
        title = title_at(words, nxt, min(len(words), nxt + 4))
        if title:
            return title[0] in ("rank", "honorific")
        end = nxt
        while end < len(words) and words[end].is_capital and words[end].is_word:
            end += 1
        plain = all(t.text[1:].islower() and not is_field(t.lower) for t in words[nxt:end])
        placed = any(place_at(words, k, end) or words[k].lower in particles("time") for k in range(nxt, end))
        listed = any(t.lower in ("dan", "serta") for t in words[end : end + 2])
        return size == 1 and 2 <= end - nxt <= _LONG and plain and not placed and not listed

    def _label(self, n: int, end: int) -> Label:
        words, text = self.words[n:end], self._text(n, end)
        if text.casefold() in organisations():
            return "ORG"
        if any(self._is_person_here(k) for k in range(n, end)):
            return "PER"
        if all(t.text.isupper() for t in words) and len(text) <= 8:
            return "ORG"
        if n and self.words[n - 1].lower in ("di", "ke", "dari"):
            return "LOC"
        spelled = all(t.text[1:].islower() or len(t.text) < 3 for t in words)
        return "PER" if 2 <= end - n <= 4 and spelled and not any(is_field(t.lower) for t in words) else "MISC"
