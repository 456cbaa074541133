"""The public benchmark: stories written with marks in the text, compiled to the gold's JSON.

usage: python -m evaluation.public.compile     (writes evaluation/public/gold/)

A story file holds a title, its reports, and what ties them:

    # title
    ## ID | OUTLET | PUBLISHED | DATELINE or -
    text with marks
    ## ties
    origin a b: NAME            reports that rewrite one dispatch or release (`copy a b: NAME` for republication)
    c3 = a b / c                how claim c3's reports part into origins, where the story's do not say it
    x1 number: note             a conflict between what is marked <x1a> and what is marked <x1b>

Marks: <c1>…</c1> claim, <s MODE|SOURCE|SOURCE TEXT or -|CUE or ->…</s> statement, <f KIND>…</f> furniture,
<b ROLE>…</b> a name in a byline, <k KIND>…</k> credit, <t VALUE>…</t> time (TIMEX3), <x1a>…</x1a> one side of a
conflict. Marks may overlap; the text is what is left when they are taken out. `PUBLISHED` is what the text itself
shows, with `=` before a day that the text does not show; that day and the outlet are given with the input, as a dump
gives them.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
STORIES, GOLD = HERE / "stories", HERE / "gold"

_MARK = re.compile(r"<(/?)(x\d+[ab]|c\d+|[sfbkt])(?: ([^<>]*))?>")
_HEAD = re.compile(r"^## ", re.MULTILINE)

Gold = dict[str, Any]


class StoryError(ValueError):
    """A story file that says what it may not: which file, and why."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked stretch `[start, end)` of a report's text: its tag, and what the tag says."""

    tag: str
    value: str
    start: int
    end: int


@dataclass(slots=True)
class Ties:
    """What the last part of a story file says."""

    kinship: list[tuple[str, list[str], str]] = field(default_factory=list)
    parted: dict[str, list[list[str]]] = field(default_factory=dict)
    conflicts: dict[str, tuple[str, str]] = field(default_factory=dict)


def unmarked(text: str) -> tuple[str, list[Mark]]:
    """The text without its marks, and the marks as spans into it; StoryError on a mark left open."""
    plain, at, opened, found = "", 0, list[tuple[str, str, int]](), list[Mark]()
    for hit in _MARK.finditer(text):
        plain += text[at : hit.start()]
        at = hit.end()
        closing, tag, value = hit[1], hit[2], hit[3] or ""
        if not closing:
            opened.append((tag, value, len(plain)))
            continue
        last = next((n for n in range(len(opened) - 1, -1, -1) if opened[n][0] == tag), None)
        if last is None:
            raise StoryError(f"</{tag}> closes nothing, after {plain[-40:]!r}")
        _, said, start = opened.pop(last)
        found.append(Mark(tag, said, start, len(plain)))
    if opened:
        raise StoryError(f"<{opened[0][0]}> is never closed")
    plain += text[at:]
    if "<" in plain or ">" in plain:
        raise StoryError(f"an unknown mark near {plain[max(0, plain.find('<') - 20) :][:60]!r}")
    return plain, sorted(found, key=lambda m: (m.start, m.end, m.tag))


def compiled(path: Path) -> Gold:
    """One story file as the gold's JSON; StoryError names the file."""
    try:
        return _story(path.stem, path.read_text(encoding="utf-8"))
    except StoryError as error:
        raise StoryError(f"{path.name}: {error}") from error


def _story(name: str, source: str) -> Gold:
    title, *parts = _HEAD.split(source)
    texts: dict[str, tuple[str, list[Mark]]] = {}
    reports, ties = [], Ties()
    for part in parts:
        head, _, text = part.partition("\n")
        if head.strip() == "ties":
            ties = _ties(text)
            continue
        told = [piece.strip() for piece in head.split("|")]
        if len(told) != 4:
            raise StoryError(f"a report's head has four parts, ID | OUTLET | PUBLISHED | DATELINE, not {head!r}")
        id, outlet, published, dateline = told
        id = f"{name}-{id}"
        texts[id] = unmarked(text.strip())
        reports.append(_report(id, outlet, published, dateline, texts[id]))
    return {"story": _between(name, title.strip("# \n"), texts, ties), "reports": reports}


def _report(id: str, outlet: str, published: str, dateline: str, read: tuple[str, list[Mark]]) -> Gold:
    text, marks = read
    of: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        of[mark.tag].append(mark)
    headline = next((text[m.start : m.end] for m in of["f"] if m.value == "headline"), None)
    return {
        "id": id,
        "outlet": outlet,
        "headline": headline,
        "published": None if published.startswith("=") else published,
        "given": ["outlet", "published"] if published.startswith("=") else ["outlet"],
        "reference_date": published.lstrip("=")[:10],
        "dateline": None if dateline == "-" else dateline,
        "bylines": [{"role": m.value, "name": text[m.start : m.end]} for m in of["b"]],
        "furniture": [{**_span(m, text), "kind": m.value} for m in of["f"]],
        "statements": [_statement(m, text) for m in of["s"]],
        "credits": [{**_span(m, text), "name": text[m.start : m.end], "kind": m.value} for m in of["k"]],
        "times": [{**_span(m, text), "type": _type(m.value), "value": m.value} for m in of["t"]],
        "text": text,
    }


def _span(mark: Mark, text: str) -> Gold:
    return {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end]}


def _statement(mark: Mark, text: str) -> Gold:
    try:
        mode, source, words, cue = mark.value.split("|")
    except ValueError:
        raise StoryError(f"a statement needs MODE|SOURCE|SOURCE TEXT|CUE, not {mark.value!r}") from None
    said = {key: None if value == "-" else value for key, value in (("source_text", words), ("cue", cue))}
    return {**_span(mark, text), "mode": mode, "source": source, **said}


def _type(value: str) -> str:
    if value.endswith("_REF"):
        return "DATE"
    if value.startswith("P"):
        return "DURATION"
    return "TIME" if "T" in value else "DATE"


def _ties(text: str) -> Ties:
    ties = Ties()
    for line in filter(None, map(str.strip, text.splitlines())):
        if hit := re.fullmatch(r"(origin|copy) ([^:]+): (.+)", line):
            ties.kinship.append((hit[1], hit[2].split(), hit[3]))
        elif hit := re.fullmatch(r"(c\d+) = (.+)", line):
            ties.parted[hit[1]] = [group.split() for group in hit[2].split("/")]
        elif hit := re.fullmatch(r"(x\d+) (\w+): (.+)", line):
            ties.conflicts[hit[1]] = hit[2], hit[3]
        else:
            raise StoryError(f"not a tie: {line!r}")
    return ties


def _between(name: str, title: str, texts: dict[str, tuple[str, list[Mark]]], ties: Ties) -> Gold:
    """What holds between the reports: claims parted by origin, conflicts, kinship."""
    marked: dict[str, list[Gold]] = defaultdict(list)
    for report, (text, marks) in texts.items():
        for mark in marks:
            if mark.tag[0] in "cx" and len(mark.tag) > 1:
                marked[mark.tag].append({"report": report, **_span(mark, text)})
    for id in sorted({id for _, ids, _ in ties.kinship for id in ids}):
        if f"{name}-{id}" not in texts:
            raise StoryError(f"a tie names {id!r}, which is no report of the story")
    groups = [[f"{name}-{id}" for id in ids] for _, ids, _ in ties.kinship]
    claims = []
    for tag in sorted((t for t in marked if t[0] == "c"), key=lambda t: int(t[1:])):
        sides = marked[tag]
        held = list(dict.fromkeys(side["report"] for side in sides))
        if len(held) < 2:
            raise StoryError(f"claim {tag} stands in one report alone")
        own = [[f"{name}-{id}" for id in group] for group in ties.parted.get(tag, [])]
        claims.append({"summary": sides[0]["text"], "statements": sides, "origins": parted(held, own or groups)})
    conflicts = []
    for tag, (kind, note) in ties.conflicts.items():
        left, right = marked.pop(f"{tag}a", []), marked.pop(f"{tag}b", [])
        if not left or not right:
            raise StoryError(f"conflict {tag} has one side alone")
        conflicts += [{"kind": kind, "left": a, "right": b, "note": note} for a in left for b in right]
    if loose := [tag for tag in marked if tag[0] == "x"]:
        raise StoryError(f"{loose[0]} is marked, but no conflict names it")
    pairs = [
        {"reports": [a, b], "relation": "copy" if kind == "copy" else "same_origin", "origin": origin, "evidence": ""}
        for (kind, _, origin), ids in zip(ties.kinship, groups, strict=True)
        for n, a in enumerate(ids)
        for b in ids[n + 1 :]
    ]
    return {"id": name, "title": title, "claims": claims, "conflicts": conflicts, "kinship": pairs}


def parted(held: Iterable[str], groups: Iterable[list[str]]) -> list[list[str]]:
    """The reports of a claim by origin: each group's reports together, the others alone, in order."""
    held, taken, out = list(held), set[str](), list[list[str]]()
    for group in groups:
        inside = [report for report in held if report in group and report not in taken]
        if inside:
            out.append(inside)
            taken |= set(inside)
    return out + [[report] for report in held if report not in taken]


def rendered() -> dict[str, str]:
    """File name → content of all that `main` writes."""
    golds = [compiled(path) for path in sorted(STORIES.glob("*.story"))]
    files = {f"{g['story']['id']}.gold.json": json.dumps(g, ensure_ascii=False, indent=1) + "\n" for g in golds}
    inputs = [_input(r) for g in golds for r in g["reports"]]
    return {**files, "inputs.jsonl": "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in inputs)}


def _input(report: Gold) -> Gold:
    """A report as it is handed to the program: what the gold says is given, and the text."""
    day = {"published": report["reference_date"]} if "published" in report["given"] else {}
    return {"id": report["id"], "source": report["outlet"], **day, "text": report["text"]}


def main() -> None:
    GOLD.mkdir(exist_ok=True)
    for name, content in rendered().items():
        (GOLD / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
