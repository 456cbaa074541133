"""The benchmark's measures: on cases small enough to count by hand, and on a gold read back as an export."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from silang.cli import NOTHING, app
from silang.errors import GoldError
from silang.evaluation import evaluate, golds
from silang.evaluation.ledger import Ledger
from silang.evaluation.links import distinct, link
from silang.evaluation.matching import folded, overlap, paired, same_name
from silang.evaluation.stories import Met

ROOT = Path(__file__).parent.parent.parent
PUBLIC = ROOT / "evaluation" / "public" / "gold"
RUN = CliRunner()
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


def figures(export: Json, one: Json, part: str) -> tuple[float, float]:
    row = evaluate(export, [one]).figures[part]
    return round(row["precision"], 3), round(row["recall"], 3)


def test_an_export_that_says_what_the_gold_says_is_perfect() -> None:
    got = evaluate(found(), [gold()])
    assert {row["f1"] for row in got.figures.values() if "f1" in row} == {1.0}
    assert got.figures["metadata independent at most"] == {"accuracy": 1.0}
    assert got.misses == {}


def test_an_export_that_says_nothing_finds_nothing() -> None:
    empty = {"schema": "silang/1", "entities": [], "reports": [], "stories": []}
    got = evaluate(empty, [gold()])
    assert {row["f1"] for row in got.figures.values() if "f1" in row} == {0.0}
    assert [miss.where for miss in got.misses["reports"]] == ["a", "b"]


def test_a_field_that_the_gold_leaves_out_is_not_measured() -> None:
    one = gold()
    for each in one["reports"]:
        del each["statements"]
    del one["story"]["conflicts"]
    parts = evaluate(found(), [one]).figures.keys()
    assert parts == {"claims", "independence", "metadata independent at most", "body lost", "stories (B-cubed)"}


def test_a_claim_at_another_place_is_missed_and_wrong() -> None:
    claim = found()["stories"][0]["claims"][0]
    claim["statements"][1] = {"report": "r2", "statement": "s1"}
    export = found(claims=[claim])
    assert figures(export, gold(), "claims") == (0.0, 0.0)
    kinds = [miss.kind for miss in evaluate(export, [gold()]).misses["claims"]]
    assert kinds == ["missed", "wrong"]


def test_a_claim_said_twice_at_two_grains_counts_once() -> None:
    claim = found()["stories"][0]["claims"][0]
    finer = {**claim, "id": "c2", "statements": [{**p, "end": p["end"] - 1} for p in claim["statements"]]}
    assert figures(found(claims=[claim, finer]), gold(), "claims") == (1.0, 1.0)


def test_a_tie_that_is_none_is_no_wrong_independence_but_a_missed_one() -> None:
    tie = [{"id": "o1", "reports": ["r1", "r2"]}]
    claim = {**found()["stories"][0]["claims"][0], "origins": ["o1"], "independent": {"at_most": 1}}
    export = found(origins=tie, claims=[claim])
    assert figures(export, gold(), "independence") == (0.0, 0.0)
    assert [miss.kind for miss in evaluate(export, [gold()]).misses["independence"]] == ["missed"]
    assert figures(export, gold(), "kinship") == (0.0, 0.0)


def test_independence_said_of_one_dispatch_is_wrong() -> None:
    claim = {**gold()["story"]["claims"][0], "origins": [["a", "b"]]}
    got = evaluate(found(), [gold(claims=[claim])])
    assert [miss.kind for miss in got.misses["independence"]] == ["wrong"]
    assert [miss.kind for miss in got.misses["kinship"]] == ["missed"]


def test_a_number_that_does_not_follow_from_the_ties_is_told() -> None:
    claim = {**found()["stories"][0]["claims"][0], "independent": {"at_most": 3}}
    assert evaluate(found(claims=[claim]), [gold()]).figures["metadata independent at most"] == {"accuracy": 0.0}


def test_a_conflict_of_another_kind_counts_where_kinds_do_not() -> None:
    conflict = {**found()["stories"][0]["conflicts"][0], "kind": "date"}
    export = found(conflicts=[conflict])
    assert figures(export, gold(), "conflicts") == (1.0, 1.0)
    assert figures(export, gold(), "conflicts typed") == (0.0, 0.0)


def test_a_reference_that_leads_nowhere_is_named() -> None:
    conflict = {**found()["stories"][0]["conflicts"][0], "left": {"report": "r2", "statement": "s9"}}
    misses = evaluate(found(conflicts=[conflict]), [gold()]).misses["references"]
    assert [miss.text for miss in misses] == ["no statement 's9'"]


def test_the_same_text_twice_in_an_export_is_one_report_of_the_gold() -> None:
    export = found()
    export["reports"].append({**export["reports"][0], "id": "r3"})
    export["stories"][0]["claims"][0]["statements"][0]["report"] = "r3"
    export["stories"][0]["reports"].append("r3")
    assert figures(export, gold(), "claims") == (1.0, 1.0)


def test_a_story_torn_apart_loses_recall_and_stories_thrown_together_precision() -> None:
    apart = found()
    apart["stories"] = [{**apart["stories"][0], "reports": [id], "claims": [], "conflicts": []} for id in ("r1", "r2")]
    assert figures(apart, gold(), "stories (B-cubed)") == (1.0, 0.5)
    one, other = gold(), gold()
    one["reports"], other["reports"] = one["reports"][:1], other["reports"][1:]
    two = [{"story": {"id": "x"}, "reports": each["reports"]} for each in (one, other)]
    row = evaluate(found(), two).figures["stories (B-cubed)"]
    assert (row["precision"], row["recall"]) == (0.5, 1.0)


def test_statements_with_the_wrong_source_are_half_right() -> None:
    export = found()
    export["reports"][0]["statements"][0]["source"] = {"text": "Sari", "name": "Gani", "entity": None}
    assert figures(export, gold(), "statements") == (1.0, 1.0)
    assert figures(export, gold(), "statement + source") == (0.5, 0.5)


def test_the_words_of_a_source_count_only_where_nothing_was_resolved() -> None:
    export = found()
    for each in export["reports"]:
        each["statements"][0]["source"] = {"text": "Sari", "name": None, "entity": None}
    assert figures(export, gold(), "statement + source") == (1.0, 1.0)


def test_metadata_is_asked_for_what_is_there_and_what_is_not() -> None:
    text = "Pasar Turi Ramai\n\nPedagang pulang."
    want: Json = {"id": "a", "text": text, "headline": "Pasar Turi Ramai", "dateline": None, "outlet": "Gelora Pagi"}
    want |= {"published": "2025-07-20", "bylines": [{"role": "author", "name": "Sri"}]}
    got = {
        "id": "r",
        "text": text,
        "headline": "PASAR TURI: ramai",
        "dateline": "Turi",
        "outlet": {"id": "g", "name": "GeloraPagi"},
    }
    got |= {"published": "2025-07-20T08:00+07:00", "bylines": []}
    export = {"reports": [got], "stories": []}
    rows = evaluate(export, [{"story": {"id": "x"}, "reports": [want]}]).figures
    told = {name.removeprefix("metadata "): row["accuracy"] for name, row in rows.items() if "accuracy" in row}
    assert told == {"headline": 1.0, "no dateline": 0.0, "outlet": 1.0, "published": 1.0}
    assert rows["bylines"]["recall"] == 0.0
    given = evaluate(export, [{"story": {"id": "x"}, "reports": [{**want, "given": ["published"]}]}]).figures
    assert "metadata published" not in given


def test_furniture_is_counted_by_printed_character_and_by_kind() -> None:
    text = "Tag: pasar\n\nPedagang pulang."
    want = {"id": "a", "text": text, "furniture": [{"start": 0, "end": 10, "kind": "tags"}]}
    got = {
        "id": "r",
        "text": text,
        "segments": [{"start": 0, "end": 20, "kind": "other"}, {"start": 20, "end": 28, "kind": "body"}],
    }
    rows = evaluate({"reports": [got], "stories": []}, [{"story": {"id": "x"}, "reports": [want]}]).figures
    assert rows["furniture"]["recall"] == 1.0
    assert rows["furniture"]["precision"] == pytest.approx(9 / 17)
    assert rows["body lost"]["share"] == pytest.approx(8 / 15)
    assert rows["furniture kinds"]["f1"] == 0.0


# ── when two things are the same ─────────────────────────────────────────────────────────────────────────────────


def test_overlap_is_intersection_over_union() -> None:
    assert overlap({"start": 0, "end": 10}, {"start": 5, "end": 20}) == 0.25
    assert overlap({"start": 0, "end": 5}, {"start": 5, "end": 9}) == 0.0
    assert overlap({"start": 3, "end": 3}, {"start": 3, "end": 3}) == 0.0


def test_pairs_are_one_to_one_and_the_closest_first() -> None:
    want = [{"start": 0, "end": 10}, {"start": 10, "end": 20}]
    got = [{"start": 0, "end": 12}, {"start": 0, "end": 10}]
    assert paired(want, got, 0.5) == [(0, 1)]
    assert paired(want, got, 0.1) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wening", "Sri Wening", True),
        ("Gelora Pagi", "gelorapagi", True),
        ("Menteri Perhubungan Sri Wening", "Sri Wening", True),
        ("Sri Wening", "Sri Lestari", False),
        ("Sri", "Sri dan enam orang lain dari kampung itu", False),
        ("", "Sri", False),
        (None, None, False),
    ],
)
def test_names(one: str | None, other: str | None, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_folding_takes_accents_and_punctuation_off() -> None:
    assert folded("Café—“Seri”, No. 2") == "cafe seri no 2"


def test_links_in_either_order_and_at_two_grains_are_one() -> None:
    one, other = place("a", A, "Tiga warga luka"), place("b", B, "Dua warga luka")
    wider = {**other, "end": other["end"] + 3}
    assert distinct([link(one, other), link(other, one), link(one, wider)]) == [(one, other)]


def test_evidence_outside_the_story_is_left_out() -> None:
    met = Met(gold(), [], {"r1": "a"}, {}, Ledger())
    assert list(met.located([place("r9", A, "Tiga")])) == []


# ── the public benchmark ─────────────────────────────────────────────────────────────────────────────────────────


def as_export(one: Json) -> Json:
    """A gold as an export that knows it all."""
    story = one["story"]
    parts = [part for claim in story["claims"] for part in claim["origins"] if len(part) > 1]
    parts += [kin["reports"] for kin in story["kinship"]]
    origins = {tuple(sorted(pair)): f"o-{pair}" for part in parts for pair in combinations(sorted(part), 2)}
    claims = []
    for n, claim in enumerate(story["claims"]):
        ids = [origins[pair] for part in claim["origins"] for pair in combinations(sorted(part), 2)]
        claims.append(
            {
                "id": f"c{n}",
                "statements": claim["statements"],
                "origins": ids,
                "independent": {"at_most": len(claim["origins"])},
            }
        )
    reports = []
    for each in one["reports"]:
        said = [{**s, "id": f"s{n}", "source": {"name": s["source"]}} for n, s in enumerate(each["statements"])]
        outlet = {"id": each["outlet"], "name": each["outlet"]} if each["outlet"] else None
        reports.append({**each, "segments": each["furniture"], "statements": said, "outlet": outlet})
    made = [{"id": id, "reports": list(pair)} for pair, id in origins.items()]
    told = {"reports": [r["id"] for r in reports], "origins": made, "claims": claims, "conflicts": story["conflicts"]}
    return {"reports": reports, "stories": [told]}


@pytest.mark.parametrize("path", sorted(PUBLIC.glob("*.gold.json")), ids=lambda path: path.name.partition(".")[0])
def test_a_public_gold_read_back_as_an_export_is_perfect(path: Path) -> None:
    (one,) = golds([path])
    rows = evaluate(as_export(one), [one]).figures
    off = {part: row for part, row in rows.items() if row.get("f1", row.get("accuracy", 1.0)) != 1.0}
    assert off == {}
    assert rows["body lost"]["share"] == 0.0


def test_all_public_gold_is_read() -> None:
    assert len(golds([PUBLIC])) == len(list(PUBLIC.glob("*.gold.json"))) >= 12


# ── bad input and the command ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "content",
    ["{", "[]", "{}", '{"story": {}}', '{"story": {}, "reports": [{"id": "a"}]}', '{"story": {}, "reports": [1]}'],
)
def test_what_is_no_gold_is_named(content: str, tmp_path: Path) -> None:
    path = tmp_path / "rusak.gold.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"rusak\.gold\.json"):
        golds([tmp_path])


def test_a_folder_without_gold_and_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="holds no"):
        golds([tmp_path])
    with pytest.raises(GoldError, match="tiada"):
        golds([tmp_path / "tiada.json"])


def test_a_gold_that_lacks_a_field_of_a_part_is_named() -> None:
    claim = {"statements": gold()["story"]["claims"][0]["statements"]}
    with pytest.raises(GoldError, match=r"melati: .*'origins'"):
        evaluate(found(), [gold(claims=[claim])])


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "melati.gold.json").write_text(json.dumps(gold()), encoding="utf-8")
    (tmp_path / "e.json").write_text(json.dumps(found(conflicts=[])), encoding="utf-8")
    return str(tmp_path), str(tmp_path / "e.json")


def test_the_command_prints_a_row_for_each_part(files: tuple[str, str]) -> None:
    run = RUN.invoke(app, ["evaluate", files[0], "--export", files[1]])
    assert run.exit_code == 0
    rows = {line[:30].strip(): line[30:].split() for line in run.stdout.splitlines()}
    assert rows["claims"] == ["precision", "1.000", "recall", "1.000", "f1", "1.000", "gold", "1"]
    assert rows["conflicts"][3] == "0.000"


def test_the_command_prints_json_and_misses(files: tuple[str, str]) -> None:
    made = json.loads(RUN.invoke(app, ["evaluate", files[0], "--export", files[1], "--json"]).stdout)
    assert made["claims"]["f1"] == 1.0
    run = RUN.invoke(app, ["evaluate", files[0], "--export", files[1], "--misses", "conflicts"])
    assert "Tiga warga luka || b: Dua warga luka" in run.stdout
    assert RUN.invoke(app, ["evaluate", files[0], "--export", files[1], "--misses", "apa"]).exit_code == 2


def test_the_command_names_what_it_cannot_use(files: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "f.json").write_text(json.dumps({**found(), "reports": []} | {"stories": []}), encoding="utf-8")
    run = RUN.invoke(app, ["evaluate", files[0], "--export", str(tmp_path / "f.json")])
    assert "2 gold reports are not in the export" in run.stderr
    run = RUN.invoke(app, ["evaluate", files[0], "--export", str(tmp_path / "tiada.json")])
    assert run.exit_code == NOTHING
    assert "tiada.json" in run.stderr
