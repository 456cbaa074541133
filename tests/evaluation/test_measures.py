"""The benchmark's measures: on cases small enough to count by hand, and on a gold read back as an export."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from silang.evaluation import evaluate, golds
from tests.evaluation.melati import Json, found, gold

PUBLIC = Path(__file__).parent.parent.parent / "evaluation" / "public" / "gold"


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
