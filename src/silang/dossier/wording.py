"""What Silang says on a page, from `wording.toml`, and how it writes dates and lists, in Indonesian or English."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("id", "en")
_ZONES = {"+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT", "Z": "UTC", "+00:00": "UTC"}
_PARTS = {"MO": "morning", "MI": "noon", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "noon"}
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CLOCK = re.compile(r"T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language. Calling it with a key (`section.agree`) and values gives the text."""

    lang: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: Any) -> str:
        """The text of `key`, filled in; KeyError where the table has no such key."""
        text = self.texts[key]
        one, bar, many = text.partition(" | ")
        if bar:
            text = one if str(values.get("n")) == "1" else many
        return text.format(**values) if values else text

    def known(self, key: str) -> str | None:
        """The text of `key`, None where the table has none."""
        return self.texts.get(key)

    def all(self, names: Sequence[str], limit: int = 6) -> str:
        """Names in a row: `a, b dan c`; those past `limit` are counted."""
        shown = list(names[:limit])
        if len(names) > limit:
            return self("list.comma").join(shown) + " " + self("count.more", n=len(names) - limit)
        if len(shown) < 2:
            return "".join(shown)
        return self("list.comma").join(shown[:-1]) + self("list.and") + shown[-1]

    def day(self, value: str, *, weekday: bool = False) -> str:
        """An ISO day, month or year in words; what is none of these comes back as it is."""
        if found := _DAY.match(value):
            return self._full(found, value, weekday)
        if found := re.fullmatch(r"(\d{4})-W(\d{2})", value):
            return self("time.week", week=int(found[2]), year=found[1])
        if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
            return self("time.quarter", n=found[2], year=found[1])
        if (found := re.fullmatch(r"(\d{4})-(\d{2})", value)) and 1 <= int(found[2]) <= 12:
            return self("time.month", month=self._month(int(found[2])), year=found[1])
        return value

    def days(self, first: str, last: str) -> str:
        """Two ISO days in words, what they share but once: `12 – 13 Agustus 2025`."""
        one, other = _DAY.fullmatch(first), _DAY.fullmatch(last)
        if not one or not other or one[1] != other[1]:
            return self("time.between", first=self.day(first), last=self.day(last))
        opening = f"{int(one[3])}" if one[2] == other[2] else self.short(first)
        return self("time.between", first=opening, last=self.day(last))

    def _full(self, found: re.Match[str], value: str, weekday: bool) -> str:
        try:
            day = date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return value
        names = {"day": day.day, "month": self._month(day.month), "year": f"{day.year}"}
        if not weekday:
            return self("time.date", **names)
        return self("time.day", weekday=self.texts["weekday.names"].split()[day.weekday()], **names)

    def _month(self, number: int) -> str:
        return self.texts["month.names"].split()[number - 1]

    def clock(self, value: str) -> str:
        """The hour of an ISO time with its zone (`07.42 WITA`), or the part of a day that TIMEX3 names; else empty."""
        if found := _CLOCK.search(value):
            dot = "." if self.lang == "id" else ":"
            zone = _ZONES.get(found[3] or "", found[3] or "")
            return f"{found[1]}{dot}{found[2]} {zone}".strip()
        _, t, part = value.partition("T")
        return self(f"time.{_PARTS[part]}") if t and part in _PARTS else ""

    def short(self, value: str | None) -> str:
        """The day without its year, and the hour: `6 Maret, 07.42 WITA`; empty where `value` is no day."""
        if not value or not (found := _DAY.match(value)) or not 1 <= int(found[2]) <= 12:
            return ""
        clock = self.clock(value)
        return f"{int(found[3])} {self._month(int(found[2]))}" + (f", {clock}" if clock else "")

    def number(self, value: float) -> str:
        """A number in digits: `1.240,5` in Indonesian, `1,240.5` in English."""
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "id" else text

    def detail(self, english: str) -> str | None:
        """A reason's detail in this language, None where the table knows no such sentence."""
        for pattern, text in _details(self.lang):
            if found := pattern.fullmatch(english):
                return text.format(**found.groupdict())
        return None

    def moment(self, value: str) -> str:
        """An ISO day or time in words: `6 Maret 2025, 07.42 WITA`."""
        clock = self.clock(value)
        return self.day(value) + (f", {clock}" if clock else "")


@cache
def wording(lang: str) -> Wording:
    """The words of `lang`, one of `LANGUAGES`; ValueError where it is none."""
    if lang not in LANGUAGES:
        raise ValueError(f"{lang!r} is not a language of the page; use one of {', '.join(LANGUAGES)}")
    parts = ((part, keys) for part, keys in _loaded().items() if part != "detail")
    return Wording(lang, {f"{part}.{key}": words[lang] for part, keys in parts for key, words in keys.items()})


@cache
def _loaded() -> dict[str, Any]:
    return tomllib.loads(files("silang.dossier").joinpath("wording.toml").read_text(encoding="utf-8"))


@cache
def _details(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Sentences that the stages write, as patterns; names in braces stand for any words."""
    if lang == "en":
        return ()
    return tuple(
        (re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^;]+?)", re.escape(entry["en"]))), entry[lang])
        for entry in _loaded()["detail"]
    )
