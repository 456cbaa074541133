"""A gold of two invented reports, and an export that says of it all there is to say."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

A = "Jembatan Melati putus. Tiga warga luka, kata Sari."
B = "Jembatan itu putus pagi tadi. Dua warga luka, kata Sari."


def place(report: str, text: str, words: str) -> Json:
    start = text.index(words)
    return {"report": report, "start": start, "end": start + len(words)}


def gold(**story: Any) -> Json:
    """Two reports that share one claim, contradict each other once and share no text."""
    claim = {
        "summary": "the bridge broke",
        "statements": [place("a", A, "Jembatan Melati putus."), place("b", B, "Jembatan itu putus pagi tadi.")],
        "origins": [["a"], ["b"]],
    }
    sides = {"left": place("a", A, "Tiga warga luka"), "right": place("b", B, "Dua warga luka")}
    told = {"id": "melati", "claims": [claim], "conflicts": [{"kind": "number", **sides}], "kinship": []}
    return {"story": told | story, "reports": [report("a", A), report("b", B)]}


def report(id: str, text: str) -> Json:
    words = "Tiga warga luka" if text is A else "Dua warga luka"
    said = {**place(id, text, words), "mode": "indirect", "source": "Sari Wening"}
    return {"id": id, "text": text, "statements": [said]}


def found(**story: Any) -> Json:
    """An export that says of `gold` all there is to say, under ids of its own."""
    told = {
        "id": "s",
        "reports": ["r1", "r2"],
        "origins": [],
        "claims": [
            {
                "id": "c1",
                "statements": [
                    place("r1", A, "Jembatan Melati putus."),
                    place("r2", B, "Jembatan itu putus pagi tadi."),
                ],
                "origins": [],
                "independent": {"at_least": 0, "at_most": 2},
            }
        ],
        "conflicts": [
            {
                "kind": "number",
                "left": {"report": "r2", "statement": "s1"},
                "right": {"report": "r1", "statement": "s1"},
            }
        ],
    }
    reports = []
    for id, text, words in (("r1", A, "Tiga warga luka"), ("r2", B, "Dua warga luka")):
        source = {"text": "Sari", "name": "Sari", "entity": "e1"}
        said = {"id": "s1", **place(id, text, words), "mode": "indirect", "source": source}
        reports.append({"id": id, "text": text, "statements": [said]})
    return {
        "schema": "silang/1",
        "entities": [{"id": "e1", "name": "Sari Wening", "aliases": ["Sari"]}],
        "reports": reports,
        "stories": [told | story],
    }
