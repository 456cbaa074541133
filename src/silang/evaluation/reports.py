"""One report of the gold against the same text in the export. A field that the gold leaves out is not measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from silang.evaluation.ledger import Ledger, Miss
from silang.evaluation.matching import LENIENT, STRICT, Json, any_pair, folded, paired, same_name

Entities = Mapping[str, Json]


def measure_report(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    """`found` is the export's report of the same text, empty where it has none; `entities` are the export's by id."""
    for field, measured in _PARTS.items():
        if field in gold:
            measured(ledger, entities, gold, found)


def names(entities: Entities, ref: Json | str | None) -> list[str]:
    """The names of an entity (its id) or of a source, credit or outlet: its own and its entity's, else its words."""
    if not ref:
        return []
    if isinstance(ref, str):
        entity = entities.get(ref)
        return [entity["name"], *entity.get("aliases", [])] if entity else [ref]
    known = ([ref["name"]] if ref.get("name") else []) + names(entities, ref.get("entity"))
    return known or ([ref["text"]] if ref.get("text") else [])


def _furniture(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    """By printed character, and by kind; and how much of the body was taken for furniture."""
    marked = [segment for segment in found.get("segments", []) if segment["kind"] != "body"]
    printed = {n for n, c in enumerate(gold["text"]) if not c.isspace()}
    truth, guess = _covered(gold["furniture"]) & printed, _covered(marked) & printed
    hits = len(truth & guess)
    ledger.tallies["furniture"].add((hits, hits), len(truth), len(guess))
    ledger.body += len(printed - truth)
    ledger.body_lost += len(guess - truth)
    _spans(
        ledger, "furniture kinds", gold, (gold["furniture"], marked), LENIENT, lambda g, f: bool(g["kind"] == f["kind"])
    )


def _covered(spans: Sequence[Json]) -> set[int]:
    return {n for span in spans for n in range(span["start"], span["end"])}


def _outlet(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    got, want = names(entities, found.get("outlet")), gold["outlet"]
    right = any(same_name(name, want) for name in got) if want else not got
    _answer(ledger, "outlet", gold, right, got[0] if got else None)


def _headline(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    _printed(ledger, "headline", gold, found)


def _dateline(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    _printed(ledger, "dateline", gold, found)


def _printed(ledger: Ledger, field: str, gold: Json, found: Json) -> None:
    _answer(ledger, field, gold, folded(found.get(field)) == folded(gold[field]), found.get(field))


def _published(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    """As fine as the gold has it; not asked where it was given with the input."""
    want, got = gold["published"], found.get("published") or ""
    if "published" not in gold.get("given", ()):
        right = got.startswith(want) if want else not got
        ledger.answer("published", right, Miss("wrong", gold["id"], got, f"gold {want!r}"))


def _answer(ledger: Ledger, field: str, gold: Json, right: bool, got: str | None) -> None:
    """What is there is found; what is not there is not made up: two questions."""
    question = field if gold[field] else f"no {field}"
    ledger.answer(question, right, Miss("wrong", gold["id"], str(got), f"gold {gold[field]!r}"))


def _bylines(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    want, got = ({(b["role"], folded(b["name"])) for b in row} for row in (gold["bylines"], found.get("bylines", [])))
    ledger.tallies["bylines"].add((len(want & got),) * 2, len(want), len(got))
    for role, name in sorted(want ^ got):
        kind = "missed" if (role, name) in want else "wrong"
        ledger.misses["bylines"].append(Miss(kind, gold["id"], name, role))  # type: ignore[arg-type]


def _statements(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    want, got = gold["statements"], [s for s in found.get("statements", []) if s["mode"] != "narrated"]
    _spans(ledger, "statements strict", gold, (want, got), STRICT)
    pairs = _spans(ledger, "statements", gold, (want, got), LENIENT)
    for part, direct in (("statements direct", True), ("statements indirect", False)):
        halves = [[s for s in row if (s["mode"] == "direct") is direct] for row in (want, got)]
        _spans(ledger, part, gold, (halves[0], halves[1]), LENIENT)
    right = 0
    for i, j in pairs:
        told = names(entities, got[j].get("source"))
        if any(same_name(name, want[i]["source"]) for name in told):
            right += 1
        else:
            detail = f"gold {want[i]['source']!r}, found {told}"
            ledger.misses["statement + source"].append(Miss("wrong", gold["id"], _words(gold, want[i]), detail))
    ledger.tallies["statement + source"].add((right, right), len(want), len(got))


def _credits(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    """By name, each once, wherever it stands."""
    want = sorted({folded(credit["name"]) for credit in gold["credits"]})
    told = [row for credit in found.get("credits", []) if (row := names(entities, credit))]
    got = list({folded(row[0]): row for row in told}.values())
    missed = [name for name in want if not any(_named(row, name) for row in got)]
    wrong = [row[0] for row in got if not any(_named(row, name) for name in want)]
    ledger.tallies["credits"].add((len(want) - len(missed), len(got) - len(wrong)), len(want), len(got))
    ledger.misses["credits"] += [Miss("missed", gold["id"], name) for name in missed]
    ledger.misses["credits"] += [Miss("wrong", gold["id"], name) for name in wrong]


def _named(row: Sequence[str], name: str) -> bool:
    return any(same_name(one, name) for one in row)


def _times(ledger: Ledger, entities: Entities, gold: Json, found: Json) -> None:
    rows = (gold["times"], found.get("times", []))
    _spans(ledger, "times span", gold, rows, STRICT)
    _spans(
        ledger, "times value", gold, rows, LENIENT, lambda g, f: g["value"].upper() == (f.get("value") or "").upper()
    )


def _spans(
    ledger: Ledger,
    part: str,
    gold: Json,
    rows: tuple[Sequence[Json], Sequence[Json]],
    least: float,
    accept: Callable[[Json, Json], bool] = any_pair,
) -> list[tuple[int, int]]:
    """Counts how the spans of gold and export (`rows`) match, and gives the pairs."""
    want, got = rows
    pairs = paired(want, got, least, accept)
    ledger.tallies[part].add((len(pairs), len(pairs)), len(want), len(got))
    hits = ({i for i, _ in pairs}, {j for _, j in pairs})
    ledger.misses[part] += [
        Miss("missed", gold["id"], _words(gold, s), _tag(s)) for i, s in enumerate(want) if i not in hits[0]
    ]
    ledger.misses[part] += [
        Miss("wrong", gold["id"], _words(gold, s), _tag(s)) for j, s in enumerate(got) if j not in hits[1]
    ]
    return pairs


def _words(report: Json, span: Json) -> str:
    return str(report["text"][span["start"] : span["end"]])


def _tag(span: Json) -> str:
    return span.get("value") or span.get("kind") or span.get("mode") or ""


_PARTS: dict[str, Callable[[Ledger, Entities, Json, Json], None]] = {
    "furniture": _furniture,
    "outlet": _outlet,
    "headline": _headline,
    "dateline": _dateline,
    "published": _published,
    "bylines": _bylines,
    "statements": _statements,
    "credits": _credits,
    "times": _times,
}
