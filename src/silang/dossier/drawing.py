"""Pictures of a page as plain geometry: who took from whom, and the curve of a figure that grew. Units are SVG's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from silang.dossier.page import Branch, Leaf, Update
from silang.dossier.wording import Wording

MOST_REPORTS = 12  # beyond, the tree of the head says it better
_ROW, _TOP, _LEFT, _LANE, _BOX = 62, 34, 46, 172, 46
_LETTERS = 19  # code points that fit in a box


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    width: int
    title: str
    note: str
    href: str
    root: bool


@dataclass(frozen=True, slots=True)
class Line:
    path: str
    declared: bool


@dataclass(frozen=True, slots=True)
class Label:
    x: int
    y: int
    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes, the lines between them, and labels, in a picture `width` by `height`."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]


def origins(branches: Sequence[Branch], order: Sequence[str], alone: str) -> Drawing | None:
    """One lane per origin and one for all that stand alone, time downwards; None above a dozen reports.

    `order` are the codes of reports by time of publication; `alone` heads the last lane.
    """
    if not 1 < len(order) <= MOST_REPORTS:
        return None
    lanes: list[tuple[str, str, list[Leaf], bool]] = [
        (b.badge, b.title, list(b.leaves), True) for b in branches if b.tied
    ]
    if single := [(b.badge, leaf) for b in branches if not b.tied for leaf in b.leaves]:
        badge = single[0][0] if len(single) == 1 else f"{single[0][0]}–{single[-1][0]}"
        lanes.append((badge, alone, [leaf for _, leaf in single], False))
    top = _TOP + (_ROW if any(tied and not _root(leaves) for _, _, leaves, tied in lanes) else 0)
    rows = {code: top + n * _ROW for n, code in enumerate(order)}
    boxes, lines, labels = [], [], []
    for n, (badge, title, leaves, tied) in enumerate(lanes):
        x = _LEFT + n * _LANE
        labels.append(Label(x, 18, badge, strong=True))
        labels.append(Label(x + 12 + 8 * len(badge), 18, _short(title, 18)))
        drawn = _lane(x, (title, leaves, tied), rows)
        boxes += drawn[0]
        lines += drawn[1]
    for leaf in (leaf for _, _, leaves, _ in lanes for leaf in leaves):
        clock, day = leaf.clock
        labels += [Label(0, rows[leaf.code] + (20 if day else 28), clock), Label(0, rows[leaf.code] + 36, day)]
    return Drawing(
        max(360, _LEFT + len(lanes) * _LANE), top + len(order) * _ROW, tuple(boxes), tuple(lines), tuple(labels)
    )


def _root(leaves: Sequence[Leaf]) -> Leaf | None:
    return next((leaf for leaf in leaves if leaf.root), None)


def _lane(x: int, lane: tuple[str, list[Leaf], bool], rows: dict[str, int]) -> tuple[list[Box], list[Line]]:
    title, leaves, tied = lane
    wide = _LANE - 16
    if not tied:
        return [Box(x, rows[f.code], wide, _short(f.outlet), _short(f.how, 24), f.href, False) for f in leaves], []
    root = _root(leaves)
    if root:
        head = Box(x, rows[root.code], wide, _short(root.outlet), _short(root.how, 24), root.href, True)
    else:
        head = Box(x, _TOP, wide, _short(title), "", "#asal", True)
    boxes, lines = [head], []
    for leaf in leaves:
        if leaf is root:
            continue
        y = rows[leaf.code]
        boxes.append(Box(x + 30, y, wide - 30, _short(leaf.outlet, 15), _short(leaf.how, 19), leaf.href, False))
        trunk = x + (18 if leaf.declared else 8)
        start = head.y + _BOX if y > head.y else head.y
        lines.append(Line(f"M{trunk} {start}V{y + 23}H{x + 27}", leaf.declared))
    return boxes, lines


def _short(words: str, limit: int = _LETTERS) -> str:
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float
    label: str
    old: bool
    doubt: bool
    square: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """A step curve in a picture 360 by 200, its points, and labelled lines of its scale (y, text)."""

    path: str
    points: tuple[Point, ...]
    scale: tuple[tuple[float, str], ...]


def curve(update: Update, say: Wording) -> Curve:
    """The figure over publishing time; old figures stand below the line."""
    last = max(step.hour for step in update.steps) or 1.0
    low, high = min(s.value for s in update.steps), max(s.value for s in update.steps)

    def x(hour: float) -> float:
        return round(52 + 280 * hour / last, 1)

    def y(value: float) -> float:
        return round(160 - 120 * (value - low) / (high - low), 1)

    rising = [step for step in update.steps if not step.old]
    path = f"M{x(rising[0].hour)} {y(rising[0].value)}"
    for _, after in pairwise(rising):
        path += f"H{x(after.hour)}V{y(after.value)}"
    path += "H352"
    points = tuple(
        Point(
            x(s.hour), y(s.value), f"{s.code} {say.number(s.value)}", s.old, s.quote.doubt is not None, s.badge != "A"
        )
        for s in update.steps
    )
    values = sorted({s.value for s in update.steps})
    return Curve(path, points, tuple((y(value), say.number(value)) for value in values[:: max(1, len(values) // 5)]))
