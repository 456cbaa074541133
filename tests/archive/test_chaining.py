"""Chains and outlines in the archive: found on demand, on both stores, whatever came first."""

from __future__ import annotations

import pytest

from silang.archive import Archive
from silang.model import Report, Segment
from tests.stories.sequel import APPEAL, VERDICT


def made(id: str, text: str, day: str) -> Report:
    url = f"https://kabar.test/{id}"
    return Report(id, url, text, (Segment(0, len(text), "body"),), "id", None, f"Judul {id}", url, day)


def reports() -> list[Report]:
    found = [made(f"banding-{n}", text, "2024-03-07") for n, text in enumerate(APPEAL)]
    return found + [made(f"vonis-{n}", text, "2024-03-04") for n, text in enumerate(VERDICT)]


def test_a_story_names_those_of_its_chain_and_keeps_its_mark(where: str) -> None:
    with Archive.open(where) as archive:
        later, earlier = reports()[:2], reports()[2:]
        archive.add(later)
        (appeal,) = (line.id for line in archive.stories().items)
        assert archive.story(appeal).stories[0].story.chain == ()
        before = archive.story_mark(appeal)
        archive.add(earlier)
        (verdict,) = (line.id for line in archive.stories().items if line.id != appeal)
        (chapter,) = archive.story(appeal).stories[0].story.chain
        assert (chapter.story, chapter.headline, chapter.first) == (verdict, "Judul vonis-1", "2024-03-04")
        assert "Darmaji" in chapter.names
        assert archive.story_mark(appeal) == before


def test_lists_say_what_a_story_is_about(tmp_path: object) -> None:
    with Archive.open(f"{tmp_path}/a.sqlite") as archive:
        archive.add(reports())
        (line,) = [line for line in archive.stories().items if line.last == "2024-03-04"]
    assert line.line is not None
    assert line.line.startswith("Majelis hakim Pengadilan Negeri Tegalsari menjatuhkan vonis enam tahun")
    assert line.who[0] == "Darmaji Sukoco"


def test_a_story_of_its_own_has_no_chain(tmp_path: object) -> None:
    with Archive.open(f"{tmp_path}/a.sqlite") as archive:
        text = "Api melalap Pasar Ngadirejo Lama di Wonosidi, Selasa dini hari. Sebanyak 112 kios hangus."
        archive.add([*reports(), made("api-1", text, "2024-03-05")])
        (fire,) = [line.id for line in archive.stories().items if line.first == "2024-03-05"]
        assert archive.story(fire).stories[0].story.chain == ()


@pytest.mark.parametrize("headline", [None, ""])
def test_a_report_without_a_headline_is_called_by_its_lead(tmp_path: object, headline: str | None) -> None:
    text = "Api melalap Pasar Ngadirejo Lama di Wonosidi. Sebanyak 112 kios hangus."
    with Archive.open(f"{tmp_path}/a.sqlite") as archive:
        archive.add([Report("a", "a.txt", text, (Segment(0, len(text), "body"),), "id", headline=headline)])
        assert archive.stories().items[0].headline == "Api melalap Pasar Ngadirejo Lama di Wonosidi."
