"""What a reader of an expression sees: its lexemes, what stands beside them, and what the text has named so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from silang.extraction.times import calendar
from silang.extraction.times.lexemes import Lexeme
from silang.language import lexicon
from silang.model import Time, TimeType

_FORWARD = frozenset({"depan", "mendatang", "berikutnya", "akan datang", "nanti", "besok"})
_BACK = frozenset({"lalu", "silam", "kemarin", "tadi"})
_LOOK_BACK = 14  # lexemes; about one clause
_EVENT = 45  # days; a day further from the report's own is no day of its events


def bounds(role: str) -> frozenset[str]:
    """The words of that role in `time_bounds`."""
    return lexicon.forms("time_bounds", role=role)


@dataclass(slots=True)
class Scene:
    """What has been named so far: the day of what is told, the last day and value of any kind, the last stretch."""

    reference: date | None
    day: date | None = None
    last: date | None = None
    value: str | None = None
    clock: tuple[date, int, int] | None = None
    stretch: str | None = None
    dates: dict[tuple[int, int], int] = field(default_factory=dict)

    def now(self) -> date | None:
        """The day on which a clock time stands that has none of its own."""
        return self.day or self.reference

    def name(self, day: date, spoken: bool = False) -> None:
        """Remembers a day that the text names; `spoken` where it is the day on which somebody said something."""
        self.last, self.value = day, day.isoformat()
        if not spoken and (self.reference is None or abs((self.reference - day).days) <= _EVENT):
            self.day = day


@dataclass(frozen=True, slots=True)
class Found:
    """A matched expression among all lexemes, with the scene so far."""

    lexemes: Sequence[Lexeme]
    first: int
    end: int
    scene: Scene

    def __iter__(self) -> Iterator[Lexeme]:
        return iter(self.lexemes[self.first : self.end])

    @property
    def words(self) -> set[str]:
        """The expression's words, casefolded."""
        return {lexeme.lower for lexeme in self}

    def of(self, *kinds: str) -> list[Lexeme]:
        """The lexemes of those classes or shapes, in order."""
        return [lexeme for lexeme in self if lexeme.kind in kinds or (not lexeme.kind and lexeme.shape in kinds)]

    def before(self, distance: int = 1) -> Lexeme | None:
        """The lexeme so far before the expression."""
        at = self.first - distance
        return self.lexemes[at] if at >= 0 else None

    def after(self, distance: int = 1) -> Lexeme | None:
        """The lexeme so far after the expression."""
        at = self.end + distance - 1
        return self.lexemes[at] if at < len(self.lexemes) else None

    def time(self, kind: TimeType, value: str | None) -> tuple[Time, ...] | None:
        """The whole expression with that value; None where there is no value."""
        return None if value is None else (self.part(self.first, self.end, kind, value),)

    def part(self, first: int, end: int, kind: TimeType, value: str) -> Time:
        """The lexemes `first` up to `end` as one expression."""
        return Time(self.lexemes[first].start, self.lexemes[end - 1].end, kind, value)

    @property
    def direction(self) -> int | None:
        """-1 for *lalu*, 1 for *depan*, 0 for *ini*, None where nothing points."""
        words = self.words
        if words & _FORWARD:
            return 1
        if words & _BACK:
            return -1
        return 0 if "ini" in words or any(w.endswith(" ini") for w in words) else None

    def clause(self) -> Iterator[str]:
        """The words before the expression in its sentence, nearest first."""
        for at in range(self.first - 1, max(-1, self.first - 1 - _LOOK_BACK), -1):
            if self.lexemes[at].text in (".", "\n"):
                return
            yield self.lexemes[at].lower

    @property
    def is_planned(self) -> bool:
        """Whether the clause says *akan* and the like."""
        return any(word in bounds("planned") for word in self.clause())

    @property
    def is_spoken(self) -> bool:
        """Whether this is the day on which somebody said or printed something: *ujar X, Selasa (10/6)*."""
        before = self.before()
        return before is not None and before.text in ",(" and any(word in bounds("said") for word in self.clause())

    @property
    def opens(self) -> bool:
        """Whether the expression opens a sentence."""
        before = self.before()
        return before is None or before.text in (".", "\n", '"', "“", "!", "?")

    def since(self, value: str) -> None:
        """Remembers *sejak X* as a stretch up to the report's day."""
        before, now = self.before(), self.scene.reference
        if before is None or before.lower != "sejak" or now is None:
            return
        year = int(value[:4])
        if len(value) == 4:
            self.scene.stretch = f"P{now.year - year}Y"
        elif len(value) == 7:
            self.scene.stretch = f"P{(now.year - year) * 12 + now.month - int(value[5:])}M"
        elif len(value) == 10 and (day := calendar.day(year, int(value[5:7]), int(value[8:]))):
            self.scene.stretch = f"P{(now - day).days}D"
