"""Where reports cannot both be right: numbers, dates, spellings and wording, on units that assert alike.

Fail closed: only exact numbers of one counted thing or sums of one currency are compared, and only where neither report
has the other's too; a later report with a higher count is an update, a rounded number agrees with what it rounds;
hours far apart are of two things. Places, order, denial by an outlet and sources are not compared yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from silang.comparison.dates import days_apart, months_apart
from silang.comparison.likeness import Likeness
from silang.comparison.spellings import spelt_apart
from silang.comparison.tying import Tied
from silang.comparison.units import Unit
from silang.comparison.wordings import turned
from silang.extraction.quantities.find import comparable
from silang.language.stems import stem
from silang.model import Conflict, Evidence, Extraction, Quantity, Reason, Report, Time

SEEN = 0.1  # chance of asserting the same from which units are compared at all; two hours need no more
_COUNTED = 0.8  # for numbers
_NAMED = 0.34  # for spellings
_DATED = 0.5  # for months and years
_TOLD = 0.34  # for the wording of one utterance
_SAID = 0.85  # for the day on which something was said
_NEAR = 60  # minutes


def find_conflicts(
    reports: Sequence[Report], extractions: Sequence[Extraction], likeness: Likeness, tied: Sequence[Tied]
) -> list[Conflict]:
    """The conflicts between tied units, in the order of their units; ids are given later."""
    found: dict[tuple[str, str, str, str], Conflict] = {}
    for pair in sorted(tied, key=lambda t: (-t.chance, t.edge)):
        left, right = likeness.units[pair.left], likeness.units[pair.right]
        for conflict, values in _between(pair, (left, right), reports, extractions):
            key = (conflict.kind, conflict.left.report, conflict.right.report, values)
            found.setdefault(key, conflict)
    return sorted(
        found.values(), key=lambda c: (c.left.report, c.left.start, c.right.report, c.right.start, c.kind, c.detail)
    )


def _between(
    pair: Tied, units: tuple[Unit, Unit], reports: Sequence[Report], extractions: Sequence[Extraction]
) -> Iterator[tuple[Conflict, str]]:
    left, right = units
    a, b = reports[left.report], reports[right.report]
    sides = Evidence(left.start, left.end, a.id), Evidence(right.start, right.end, b.id)
    numbers = _numbers(left, extractions[left.report]), _numbers(right, extractions[right.report])
    for thing in sorted(numbers[0].keys() & numbers[1].keys()) if pair.chance >= _COUNTED else ():
        x, y = numbers[0][thing], numbers[1][thing]
        shared = _has(extractions[right.report], thing, x) or _has(extractions[left.report], thing, y)
        grown = bool(thing[1]) and _is_update(a, b, x, y)  # counts grow with the hours, sums do not
        if not shared and not (_rounds(x, y) or _rounds(y, x)) and not grown:
            said = f"{a.id} has {_plain(x)}, {b.id} has {_plain(y)} {thing[1]}".rstrip()
            reason = Reason(
                "number", f"both count {thing[1] or thing[0]}, exactly, and neither is a later, higher count"
            )
            yield Conflict("", "number", None, *sides, said, (reason,)), f"{thing} {x} {y}"
    hours = _hour(left, extractions[left.report]), _hour(right, extractions[right.report])
    if hours[0] and hours[1] and 0 < abs(_minutes(hours[0]) - _minutes(hours[1])) <= _NEAR:
        said = f"{a.id} has {hours[0]}, {b.id} has {hours[1]}"
        yield Conflict("", "date", None, *sides, said, (Reason("times", "one hour in each"),)), f"{hours[0]} {hours[1]}"
    found = extractions[left.report], extractions[right.report]
    renderings = list(turned((a, b), units, found)) if pair.chance >= _TOLD else []
    yield from renderings
    if pair.chance >= _DATED and not renderings:  # *next month* for *last month* is one conflict, not two
        yield from months_apart((a, b), units, found)
    if pair.chance >= _SAID:
        yield from days_apart((a, b), units, found)
    for name in spelt_apart(left, right, (a.text, b.text)) if pair.chance >= _NAMED else ():
        both = zip((a, b), (name.left, name.right), name.spans, strict=True)
        reasons = tuple(Reason("name", f"spells {form}", r.id, span.start, span.end) for r, form, span in both)
        said = f"{a.id} spells {name.left}, {b.id} spells {name.right}"
        yield Conflict("", "name", None, *sides, said, reasons), f"{name.left} {name.right}"


Thing = tuple[str, str]
Range = tuple[str, str]


def _numbers(unit: Unit, found: Extraction) -> dict[Thing, Range]:
    """The exact numbers of a unit by unit and what is counted; what is counted twice is left out."""
    seen: dict[Thing, list[Range]] = {}
    for quantity in found.quantities:
        if unit.holds(quantity) and quantity.modifier == "exact" and (thing := _thing(quantity)):
            seen.setdefault(thing, []).append(_range(quantity))
    return {thing: values[0] for thing, values in seen.items() if len(values) == 1}


def _has(found: Extraction, thing: Thing, value: Range) -> bool:
    """Whether a report holds that number of that thing anywhere, or one that rounds it: then both are known to it."""
    held = [_range(q) for q in found.quantities if _thing(q) == thing]
    return any(_rounds(value, other) or _rounds(other, value) for other in held)


def _range(quantity: Quantity) -> Range:
    low, high, _ = comparable(quantity)
    return str(low.normalize()), str(high.normalize())


def _thing(quantity: Quantity) -> Thing | None:
    """What is counted, comparable across wordings: a noun, or a sum of one currency; None for a bare number."""
    _, _, unit = comparable(quantity)
    head = (quantity.counted or "").casefold().split()
    if head:
        return unit, stem(head[0])
    return (unit, "") if unit.isalpha() and len(unit) == 3 else None  # ISO 4217


def _is_update(a: Report, b: Report, x: Range, y: Range) -> bool:
    """Whether the later report has the higher count; unknown times leave both standing, as a conflict."""
    if not a.published or not b.published:
        return False
    earlier, later = (x, y) if a.published[:16] <= b.published[:16] else (y, x)
    return float(later[0]) > float(earlier[0])


def _rounds(coarse: Range, fine: Range) -> bool:
    """Whether `coarse` is `fine`, or `fine` with fewer digits: 310 million for 310.42 million."""
    a, b = Decimal(coarse[1]), Decimal(fine[1])
    step = Decimal(1).scaleb(int(a.as_tuple().exponent)) if a.is_finite() and abs(a) >= 10 else Decimal(0)
    return coarse == fine or abs(a - b) < step


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")[:2]
    return int(hours) * 60 + int(minutes)


def _hour(unit: Unit, found: Extraction) -> str | None:
    """The one clock time of a unit, to the minute."""
    clocks = {_clock(time) for time in found.times if unit.holds(time)} - {""}
    return clocks.pop() if len(clocks) == 1 else None


def _clock(time: Time) -> str:
    _, mark, clock = time.value.partition("T")
    return clock if mark and time.type == "TIME" and clock[:1].isdigit() and ":" in clock else ""


def _plain(value: Range) -> str:
    low, high = (f"{float(v):g}" for v in value)
    return low if low == high else f"{low}–{high}"
