"""Editors' rulings: obeyed, kept, undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from silang import export, read
from silang.archive import Archive, Query
from silang.dossier import pages, render_html, render_markdown
from silang.errors import ArchiveError, RulingError, UnknownIdError
from tests.archive.newsroom import bridge, bridge_too, report, school

EXAMPLES = Path(__file__).parent.parent.parent / "examples"


@pytest.fixture
def archive(where: str) -> Archive:
    return Archive.open(where)


def story_of(archive: Archive, id: str) -> str:
    found = archive.line(id).story
    assert found
    return found


def test_a_report_that_does_not_belong(archive: Archive) -> None:
    one, two = archive.add([bridge(), bridge_too()])
    story = story_of(archive, one.id)
    ruling = archive.rule("story", False, (two.id, story), who="Sari", note="jembatan lain")
    assert story_of(archive, one.id) == story
    assert story_of(archive, two.id) != story
    archive.add([school()])
    assert story_of(archive, two.id) != story_of(archive, one.id) == story
    archive.undo(ruling.number, who="Bayu")
    assert story_of(archive, one.id) == story_of(archive, two.id) == story
    taken, said = archive.rulings()
    assert (taken.undoes, taken.who, taken.undone) == (said.number, "Bayu", False)
    assert (said.who, said.note, said.undone) == ("Sari", "jembatan lain", True)


def test_a_report_that_belongs(archive: Archive) -> None:
    one, _, far = archive.add([bridge(), bridge_too(), school()])
    story, old = story_of(archive, one.id), story_of(archive, far.id)
    archive.rule("story", True, (far.id, story), who="Sari")
    assert story_of(archive, far.id) == story
    assert archive.story(old).stories[0].story.id == story
    assert archive.search(Query(story=old)).total == archive.search(Query(story=story)).total == 3
    assert [s.reports for s in archive.stories().items] == [3]
    assert archive.rulings(story)
    archive.add([report("SUKARAYA - Pasar Kenanga di Wanasari dibuka, Senin (3/3/2025).\n", "gelora.test", page="3")])
    assert story_of(archive, far.id) == story


def test_not_the_same_claim_and_undone(archive: Archive) -> None:
    one, _ = archive.add([bridge(), bridge_too()])
    story = story_of(archive, one.id)
    before = archive.story(story).stories[0]
    claim = next(c for c in before.claims if len(c.statements) == 2)
    left, right = (f"{e.report}:{e.start}-{e.end}" for e in claim.statements)
    ruling = archive.rule("claim", False, (left, right), who="Sari")
    after = archive.story(story).stories[0]
    assert claim.statements not in [c.statements for c in after.claims]
    assert len(after.claims) == len(before.claims) - 1
    archive.undo(ruling.number, who="Sari")
    assert archive.story(story).stories[0] == before


def test_the_same_claim(archive: Archive) -> None:
    one, two = archive.add([bridge(), bridge_too()])
    story = story_of(archive, one.id)
    texts = archive.report(one.id).text, archive.report(two.id).text
    sides = []
    for id, text, words in zip(
        (one.id, two.id), texts, ("Polisi menembakkan gas", "Terdengar bunyi tembakan"), strict=True
    ):
        start = text.index(words)
        sides.append(f"{id}:{start}-{start + len(words)}")
    archive.rule("claim", True, (sides[0], sides[1]), who="Sari")
    claims = archive.story(story).stories[0].claims
    made = next(c for c in claims if any(r.name == "ruling" for r in c.reasons))
    assert {f"{e.report}:{e.start}-{e.end}" for e in made.statements} == set(sides)
    assert made.independent.at_least == 0
    assert len({c.id for c in claims}) == len(claims)


def test_one_origin_lowers_independence(archive: Archive) -> None:
    one, two = archive.add([bridge(), bridge_too()])
    story = story_of(archive, one.id)
    before = max(c.independent.at_most for c in archive.story(story).stories[0].claims)
    ruling = archive.rule("origin", True, (one.id, two.id), who="Sari")
    after = archive.story(story).stories[0]
    assert {c.independent.at_most for c in after.claims} == {1}
    assert any("Sari ruled" in reason.detail for origin in after.origins for reason in origin.reasons)
    archive.undo(ruling.number, who="Sari")
    assert max(c.independent.at_most for c in archive.story(story).stories[0].claims) == before
    archive.settle()
    archive.rule("origin", False, (two.id, one.id), who="Sari")
    assert archive.stories().items[0].independent is None
    assert not archive.story(story).stories[0].origins


def test_what_cannot_be_ruled(archive: Archive) -> None:
    one, _, far = archive.add([bridge(), bridge_too(), school()])
    for kind, sides, why in (
        ("origin", (one.id, one.id), "one report"),
        ("origin", (one.id, far.id), "not of one story"),
        ("claim", (f"{one.id}:5-900000", f"{one.id}:1-3"), "outside"),
        ("claim", ("apa", "saja"), "no evidence"),
    ):
        with pytest.raises(ArchiveError, match=why):
            archive.rule(kind, True, sides, who="Sari")  # type: ignore[arg-type]
    with pytest.raises(UnknownIdError):
        archive.rule("story", True, (one.id, "entah"), who="Sari")
    with pytest.raises(UnknownIdError):
        archive.rule("claim", True, (f"{one.id}/s99", f"{one.id}/s1"), who="Sari")
    with pytest.raises(UnknownIdError):
        archive.undo(7, who="Sari")
    with pytest.raises(ArchiveError, match="who made it"):
        archive.rule("story", True, (far.id, story_of(archive, one.id)), who=" ")
    assert archive.rulings() == ()


def test_undone_once(archive: Archive) -> None:
    one, two = archive.add([bridge(), bridge_too()])
    archive.rule("origin", True, (one.id, two.id), who="Sari")
    undoing = archive.undo(1, who="Sari")
    for number in (1, undoing.number):
        with pytest.raises(ArchiveError, match=f"ruling {number}"):
            archive.undo(number, who="Sari")


def test_a_ruled_story_still_makes_a_dossier(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "a.sqlite")
    added = archive.add(read([EXAMPLES / "pelabuhan"]).reports)
    story = story_of(archive, added[0].id)
    before = archive.story(story).stories[0]
    origin = before.origins[0]
    claim = before.claims[0]
    sides = [f"{e.report}:{e.start}-{e.end}" for e in claim.statements]
    archive.rule("origin", False, (origin.reports[0], origin.reports[1]), who="Sari")
    archive.rule("claim", False, (sides[0], sides[1]), who="Sari")
    lone = [(id, s) for id in (added[0].id, added[5].id) for s in archive.extraction(id).statements[:1]]
    archive.rule("claim", True, (f"{lone[0][0]}/{lone[0][1].id}", f"{lone[1][0]}/{lone[1][1].id}"), who="<b>Sari</b>")
    after = archive.story(story)
    assert archive.story(story) == after  # as kept
    assert after.stories[0] != before
    known = {origin.id for origin in after.stories[0].origins}
    assert all(set(c.origins) <= known for c in after.stories[0].claims)
    assert all(c.independent.at_least <= c.independent.at_most for c in after.stories[0].claims)
    (page,) = pages(after)
    assert "<b>Sari</b>" not in render_html(page)
    assert render_markdown((page,))
    assert export(after)["stories"][0]["claims"]


def test_the_only_report_of_a_story_stays_in_it(archive: Archive) -> None:
    (one,) = archive.add([bridge()])
    story = story_of(archive, one.id)
    with pytest.raises(RulingError, match=f"{one.id} is the only report of {story}") as found:
        archive.rule("story", False, (one.id, story), who="Sari")
    assert found.value.key == "only_report"
    assert archive.rulings() == ()


def test_a_ruling_on_where_a_report_is_already_changes_what_the_story_shows(archive: Archive) -> None:
    one, two = archive.add([bridge(), bridge_too()])
    story = story_of(archive, one.id)
    before, mark = archive.story(story), archive.story_mark(story)
    assert archive.story_mark(story) == mark
    archive.rule("story", True, (two.id, story), who="Sari")
    assert archive.story(story) != before
    assert archive.story_mark(story) != mark
