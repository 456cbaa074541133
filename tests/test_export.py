"""The export: valid against its schema, deterministic, spans in the text, ids that resolve."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import silang
from silang.interchange import dumps, export, schema
from silang.model import Crosscheck, Reading

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())


def checked(path: Path) -> Crosscheck:
    return silang.crosscheck(silang.read([path]))


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda p: p.name)
def example(request: pytest.FixtureRequest) -> Crosscheck:
    return checked(request.param)


def validate(document: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(document)


def assert_sound(document: dict[str, Any]) -> None:
    """Every span lies in its text, every id that is named is there, every report is in one story."""
    entities = {entity["id"] for entity in document["entities"]}
    reports = {report["id"]: report for report in document["reports"]}
    assert len(reports) == len(document["reports"])
    statements = {(r["id"], s["id"]) for r in document["reports"] for s in r["statements"]}

    def inside(report: dict[str, Any], span: dict[str, Any]) -> None:
        assert 0 <= span["start"] <= span["end"] <= len(report["text"])

    def resolves(evidence: dict[str, Any]) -> None:
        if "statement" in evidence:
            assert (evidence["report"], evidence["statement"]) in statements
        else:
            inside(reports[evidence["report"]], evidence)

    for report in reports.values():
        end = 0
        for segment in report["segments"]:
            assert segment["start"] >= end, "segments overlap or are out of order"
            end = segment["end"]
        for field in ("segments", "sentences", "mentions", "times", "quantities", "credits", "statements"):
            for span in report[field]:
                inside(report, span)
        for mention in report["mentions"]:
            assert mention["entity"] in entities
        for statement in report["statements"]:
            assert set(statement["via"]) <= entities
            if statement["source"]:
                inside(report, statement["source"])
                assert statement["source"]["entity"] is None or statement["source"]["entity"] in entities
            if statement["cue"]:
                inside(report, statement["cue"])
        for credit in report["credits"]:
            assert credit["entity"] is None or credit["entity"] in entities
    seen: list[str] = []
    claim_ids: list[str] = []
    for story in document["stories"]:
        seen += story["reports"]
        origins = {origin["id"] for origin in story["origins"]}
        claims = {claim["id"] for claim in story["claims"]}
        claim_ids += [claim["id"] for claim in story["claims"]]
        for origin in story["origins"]:
            assert set(origin["reports"]) <= set(story["reports"])
        for claim in story["claims"]:
            assert set(claim["origins"]) <= origins
            assert claim["source"] is None or claim["source"] in entities
            assert 0 <= claim["independent"]["at_least"] <= claim["independent"]["at_most"]
            assert len({e["report"] for e in claim["statements"]}) >= 2
            for evidence in claim["statements"]:
                resolves(evidence)
        for conflict in story["conflicts"]:
            assert conflict["claim"] is None or conflict["claim"] in claims
            resolves(conflict["left"])
            resolves(conflict["right"])
        for moment in story["timeline"]:
            for evidence in moment["statements"]:
                resolves(evidence)
    assert sorted(seen) == sorted(reports), "a report is in no story, or in two"
    assert len(set(claim_ids)) == len(claim_ids)


def test_examples_are_valid(example: Crosscheck) -> None:
    document = export(example)
    validate(document)
    assert_sound(document)
    assert json.loads(dumps(example)) == document


def test_gold_is_valid(gold: Path) -> None:
    document = export(checked(gold / "dev" / "inputs.jsonl"))
    validate(document)
    assert_sound(document)


def test_texts_are_unchanged(gold: Path) -> None:
    lines = (gold / "dev" / "inputs.jsonl").read_text(encoding="utf-8").splitlines()
    given = {record["id"]: record["text"] for record in map(json.loads, lines)}
    document = export(checked(gold / "dev" / "inputs.jsonl"))
    assert {report["id"]: report["text"] for report in document["reports"]} == given


def test_same_input_same_bytes() -> None:
    """Two processes with different hash seeds write the same."""
    made = [
        subprocess.run(
            [sys.executable, "-m", "silang", "export", "examples"],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            cwd=ROOT,
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0]
    assert made[0] == made[1]


def test_a_lone_surrogate_survives() -> None:
    report = silang.read_text("Bupati Sari mengatakan jalan itu \ud800 rusak.", id="r1")
    result = silang.crosscheck(Reading((report,)))
    assert json.loads(dumps(result))["reports"][0]["text"] == report.text
