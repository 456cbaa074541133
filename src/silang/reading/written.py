"""A report as Silang writes it between `silang read` and what comes after: one JSON object, nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, get_args

from silang.model import Archived, Byline, Outlet, Repair, Report, Role, Segment, SegmentKind, Skipped

SCHEMA = "silang-report/1"
_KINDS = frozenset(get_args(SegmentKind))
_ROLES = frozenset(get_args(Role))
_REPAIRS = ("mojibake", "doubled", "entity")
_WORDS = ("language", "headline", "url", "published", "updated", "dateline")


def fields_of(report: Report) -> dict[str, Any]:
    """The report as plain JSON, keys in a fixed order; `report_of` undoes it."""
    outlet, archived = report.outlet, report.archived
    return {
        "schema": SCHEMA,
        "id": report.id,
        "input": report.input,
        "text": report.text,
        **{name: getattr(report, name) for name in _WORDS},
        "outlet": {"id": outlet.id, "name": outlet.name, "group": outlet.group} if outlet else None,
        "bylines": [[byline.role, byline.name] for byline in report.bylines],
        "segments": [[segment.start, segment.end, segment.kind] for segment in report.segments],
        "repairs": [[repair.start, repair.end, repair.kind, repair.reads] for repair in report.repairs],
        "archived": {"record": archived.record, "digest": archived.digest} if archived else None,
    }


def report_of(fields: Mapping[str, Any], path: str, line: int | None) -> Report | Skipped:
    """The report of such an object; passed over where a field is of another type or a span lies outside the text."""
    try:
        return _report(fields)
    except (KeyError, TypeError, ValueError) as error:
        reason = f"not a report as Silang writes it ({SCHEMA}): {type(error).__name__}: {error}"
        return Skipped(path, reason, line, "broken")


def _report(fields: Mapping[str, Any]) -> Report:
    text = _word(fields["text"])
    outlet, archived = fields["outlet"], fields["archived"]
    if not fields["id"]:
        raise ValueError("no id")
    return Report(
        id=_word(fields["id"]),
        input=_word(fields["input"]),
        text=text,
        segments=_segments(fields["segments"], text),
        **{name: _maybe(fields[name]) for name in _WORDS},
        outlet=outlet and Outlet(_word(outlet["id"]), _word(outlet["name"]), _maybe(outlet["group"])),
        bylines=tuple(Byline(_one(role, _ROLES), _word(name)) for role, name in fields["bylines"]),
        repairs=tuple(
            Repair(*_span(start, end, text), _one(kind, _REPAIRS), _word(reads))
            for start, end, kind, reads in fields["repairs"]
        ),
        archived=archived and Archived(_word(archived["record"]), _maybe(archived["digest"])),
    )


def _segments(listed: list[Any], text: str) -> tuple[Segment, ...]:
    made = tuple(Segment(*_span(start, end, text), _one(kind, _KINDS)) for start, end, kind in listed)
    if any(one.end > other.start for one, other in pairwise(made)):
        raise ValueError("segments overlap")
    return made


def _span(start: object, end: object, text: str) -> tuple[int, int]:
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise ValueError(f"no span of the text: {start!r} to {end!r}")
    return start, end


def _one(word: object, words: Any) -> Any:
    if word not in words:
        raise ValueError(f"unknown: {word!r}")
    return word


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r:.40}")
    return value


def _maybe(value: object) -> str | None:
    return None if value is None else _word(value)
