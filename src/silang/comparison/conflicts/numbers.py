"""Numbers that two reports give differently: counts of one thing, sums of one currency.

Only exact numbers are compared, and only where neither report has the other's too. A later, higher count is
an update, and a rounded number agrees with the one that it rounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from silang.comparison.conflicts.facing import Facing
from silang.comparison.units import Unit
from silang.extraction.quantities.find import comparable
from silang.language.stems import stem
from silang.model import Conflict, Extraction, Quantity, Reason, Report

Thing = tuple[str, str]
Range = tuple[Decimal, Decimal]


def numbers_apart(facing: Facing) -> Iterator[Conflict]:
    """A conflict for each thing that both units count, each once, and by different numbers.

    Units that name no one and nothing alike may count at two places.
    """
    names = [unit.names for unit in facing.units]
    if any(names) and not names[0] & names[1]:
        return
    left, right = (_counts(unit, found) for unit, found in zip(facing.units, facing.found, strict=True))
    for thing in sorted(left.keys() & right.keys()):
        x, y = left[thing], right[thing]
        known = _knows(facing.found[1], thing, x) or _knows(facing.found[0], thing, y)
        grown = bool(thing[1]) and _is_update(facing.reports, x, y)  # counts grow with the hours, sums do not
        if not known and not grown:
            counted = thing[1] or thing[0]
            why = Reason("number", f"both count {counted}, exactly, and neither is a later, higher count")
            yield facing.conflict("number", (_plain(x), f"{_plain(y)} {thing[1]}".rstrip()), [why])


def _counts(unit: Unit, found: Extraction) -> dict[Thing, Range]:
    """The exact numbers of a unit by unit of measure and what is counted; what is counted twice is left out."""
    seen: dict[Thing, list[Range]] = {}
    for quantity in found.quantities:
        if unit.holds(quantity) and quantity.modifier == "exact" and (thing := thing_of(quantity)):
            seen.setdefault(thing, []).append(range_of(quantity))
    return {thing: values[0] for thing, values in seen.items() if len(values) == 1}


def _knows(found: Extraction, thing: Thing, value: Range) -> bool:
    """Whether a report has that number of that thing anywhere, or one that rounds it."""
    held = [range_of(q) for q in found.quantities if thing_of(q) == thing]
    return any(rounds(value, other) or rounds(other, value) for other in held)


def thing_of(quantity: Quantity) -> Thing | None:
    """What is counted, comparable across wordings: a noun, or a sum of one currency; None for a bare number."""
    _, _, unit = comparable(quantity)
    head = (quantity.counted or "").casefold().split()
    if head:
        return unit, stem(head[0])
    return (unit, "") if unit.isalpha() and len(unit) == 3 else None  # ISO 4217


def range_of(quantity: Quantity) -> Range:
    low, high, _ = comparable(quantity)
    return low.normalize(), high.normalize()


def _is_update(reports: tuple[Report, Report], x: Range, y: Range) -> bool:
    """Whether the later report has the higher count; unknown times leave both standing, as a conflict."""
    a, b = (report.published for report in reports)
    if not a or not b:
        return False
    earlier, later = (x, y) if a[:16] <= b[:16] else (y, x)
    return later[0] > earlier[0]


def rounds(coarse: Range, fine: Range) -> bool:
    """Whether `coarse` is `fine`, or `fine` with fewer digits: 310 million for 310.42 million."""
    a, b = coarse[1], fine[1]
    step = Decimal(1).scaleb(int(a.as_tuple().exponent)) if a.is_finite() and abs(a) >= 10 else Decimal(0)
    return coarse == fine or abs(a - b) < step


def _plain(value: Range) -> str:
    low, high = (f"{float(v):g}" for v in value)
    return low if low == high else f"{low}–{high}"
