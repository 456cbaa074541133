"""The public benchmark: its marks compile to the gold's form, and what is committed is what they compile to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.public.compile import GOLD, STORIES, StoryError, compiled, parted, rendered, unmarked

FILES = sorted(STORIES.glob("*.story"))


def test_what_is_committed_is_what_the_stories_compile_to() -> None:
    made = rendered()
    assert {path.name for path in GOLD.iterdir()} == set(made)
    for name, content in made.items():
        assert (GOLD / name).read_text(encoding="utf-8") == content, f"{name}: run python -m evaluation.public.compile"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_story_is_a_story(path: Path) -> None:
    gold = compiled(path)
    ids = [report["id"] for report in gold["reports"]]
    assert len(ids) >= 5
    assert len({report["outlet"] for report in gold["reports"]}) == len(ids)
    for claim in gold["story"]["claims"]:
        held = {statement["report"] for statement in claim["statements"]}
        assert sorted(report for part in claim["origins"] for report in part) == sorted(held)
    for conflict in gold["story"]["conflicts"]:
        assert conflict["left"]["report"] != conflict["right"]["report"]


def test_marks_become_spans() -> None:
    text, marks = unmarked("<c1>Hujan <t 2025>turun</t></c1> lagi.")
    assert text == "Hujan turun lagi."
    assert [(mark.tag, mark.value, text[mark.start : mark.end]) for mark in marks] == [
        ("c1", "", "Hujan turun"),
        ("t", "2025", "turun"),
    ]


@pytest.mark.parametrize("text", ["<c1>Hujan", "Hujan</c1>", "<hujan>"])
def test_marks_that_do_not_fit(text: str) -> None:
    with pytest.raises(StoryError):
        unmarked(text)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ("## a | Gelora | =2025-01-01 | -\n<c1>Hujan.</c1>\n## ties\n", "claim c1"),
        ("## a | Gelora\nHujan.\n## ties\n", "a report's head has four parts"),
        ("## a | Gelora | =2025-01-01 | -\nHujan.\n## ties\norigin a b: Wira\n", "a tie names 'b'"),
    ],
)
def test_an_error_names_the_file(tmp_path: Path, told: str, why: str) -> None:
    story = tmp_path / "sepi.story"
    story.write_text(f"# Sepi\n{told}", encoding="utf-8")
    with pytest.raises(StoryError, match=rf"sepi\.story: {why}"):
        compiled(story)


def test_reports_part_by_origin() -> None:
    assert parted(["a", "b", "c"], [["c", "a", "x"]]) == [["a", "c"], ["b"]]


def test_inputs_hold_every_report() -> None:
    rows = [json.loads(line) for line in (GOLD / "inputs.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == sum(len(compiled(path)["reports"]) for path in FILES)
