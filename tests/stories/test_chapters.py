"""An event is not its sequel: a verdict and its appeal are two stories of one chain, a running toll is one story."""

from __future__ import annotations

import pytest

from silang.extraction import extract
from silang.language import parse
from silang.model import Extraction, Report, Segment
from silang.stories import Profile, Stream, group, outline, profile
from tests.stories.sequel import APPEAL, VERDICT

TOLL = (
    "Tanah longsor menimbun Dusun Gumelar, Desa Watulawang, Kabupaten Banjarwangi, Senin (4/3/2024). Sebanyak 9 orang "
    "tewas dan 21 warga belum ditemukan. Kepala BPBD Banjarwangi, Sutrimo Hadi, mengatakan pencarian dilanjutkan.",
    "Korban tewas tanah longsor di Dusun Gumelar, Desa Watulawang, Banjarwangi, bertambah menjadi 14 orang, Selasa "
    "(5/3/2024). Kepala BPBD Banjarwangi, Sutrimo Hadi, menyebut 16 warga belum ditemukan. Pencarian terkendala hujan.",
    "Tim SAR menemukan enam jasad lagi di lokasi longsor Dusun Gumelar, Watulawang, Rabu (6/3/2024). Korban tewas "
    "menjadi 20 orang, kata Kepala BPBD Banjarwangi, Sutrimo Hadi. Sebanyak 10 warga belum ditemukan.",
)


def read(id: str, text: str, day: str) -> tuple[Report, Extraction]:
    report = Report(id, f"{id}.txt", text, (Segment(0, len(text), "body"),), published=day)
    return report, extract(report, parse(report))


def events() -> list[tuple[Report, Extraction]]:
    found = [read(f"vonis{n}", text, "2024-03-04") for n, text in enumerate(VERDICT)]
    found += [read(f"banding{n}", text, "2024-03-07") for n, text in enumerate(APPEAL)]
    return found + [read(f"longsor{n}", text, f"2024-03-0{4 + n}") for n, text in enumerate(TOLL)]


@pytest.fixture(scope="module")
def stream() -> Stream:
    made = Stream()
    for report, extraction in events():
        made.add(made_of(report, extraction))
    return made


def made_of(report: Report, extraction: Extraction) -> Profile:
    return profile(report, parse(report), extraction)


def test_a_verdict_and_its_appeal_are_two_stories(stream: Stream) -> None:
    assert stream.reports(stream.placement("vonis0").story) == ("vonis0", "vonis1")
    assert stream.reports(stream.placement("banding0").story) == ("banding0", "banding1")


def test_a_running_toll_is_one_story(stream: Stream) -> None:
    assert stream.reports(stream.placement("longsor0").story) == ("longsor0", "longsor1", "longsor2")


def test_the_appeal_follows_the_verdict_in_one_chain_and_says_by_which_names(stream: Stream) -> None:
    (chain,) = stream.chains()
    verdict, appeal = (stream.placement(id).story for id in ("vonis0", "banding0"))
    assert chain.stories == (verdict, appeal)
    ((other, names),) = chain.others(verdict)
    assert other == appeal
    assert "Darmaji" in names


def test_stories_too_far_apart_are_of_no_chain() -> None:
    stream = Stream()
    for id, day in (("dulu", "2023-03-04"), ("kini", "2024-03-04")):
        stream.add(made_of(*read(id, VERDICT[0], day)))
    assert stream.chains() == ()


def test_an_outline_is_in_the_words_of_the_reports() -> None:
    of_toll = [pair for pair in events() if pair[0].id.startswith("longsor")]
    reports, extractions = [r for r, _ in of_toll], [x for _, x in of_toll]
    found = outline(reports, extractions)
    assert found.line is not None
    (report,) = [report for report in reports if report.id == found.line.report]
    assert "longsor" in found.line.of(report.text)
    assert "Sutrimo Hadi" in found.who
    assert found.where
    assert found.when == "2024-03-06"


def test_a_story_without_reports_has_no_outline() -> None:
    with pytest.raises(ValueError, match="without reports"):
        outline([], [])


def test_the_batch_finds_the_same_stories() -> None:
    pairs = events()
    stories = group([r for r, _ in pairs], [parse(r) for r, _ in pairs], [x for _, x in pairs])
    assert sorted(len(story.reports) for story in stories) == [2, 2, 3]
