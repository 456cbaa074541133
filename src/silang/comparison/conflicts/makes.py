"""One vehicle of which two reports name two makes: *truk Isuzu*, *truk Hino*."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from silang.comparison.conflicts.facing import Facing
from silang.language import lexicon
from silang.model import Conflict, Span

Made = dict[str, dict[str, Span]]
"""By kind of vehicle and by maker, where the make is first printed."""


def makes_apart(facing: Facing) -> Iterator[Conflict]:
    """A conflict for each kind of vehicle of which both units name one make, and the two reports no other one."""
    inside = [makes_in(r.text, u) for r, u in zip(facing.reports, facing.units, strict=True)]
    for vehicle in sorted(inside[0].keys() & inside[1].keys()):
        printed = [makes_in(r.text, Span(0, len(r.text)))[vehicle] for r in facing.reports]
        if len(printed[0]) == len(printed[1]) == 1 and not printed[0].keys() & printed[1].keys():
            spans = [next(iter(found[vehicle].values())) for found in inside]
            both = spans[0], spans[1]
            values = both[0].of(facing.reports[0].text), both[1].of(facing.reports[1].text)
            yield facing.conflict("name", values, facing.printed("make", both))


def makes_in(text: str, within: Span) -> Made:
    """The makes of vehicles that are printed inside a span."""
    found: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for made in _pattern().finditer(text, within.start, within.end):
        found[made[1].casefold()].setdefault(_makers()[made[2]], Span(made.start(), made.end()))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    vehicles = "|".join(sorted(lexicon.forms("vehicles", kind="vehicle"), key=lambda form: (-len(form), form)))
    makes = "|".join(sorted(map(re.escape, _makers()), key=lambda form: (-len(form), form)))
    return re.compile(rf"\b(?i:({vehicles})) (?:merek |merk |jenis |bermerek )?({makes})\b")


@cache
def _makers() -> dict[str, str]:
    return {entry["form"]: entry["maker"] for entry in lexicon.table("vehicles") if entry["kind"] == "make"}
