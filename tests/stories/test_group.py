"""Grouping: an event is not a topic, every report is in one story, and the order of input decides nothing."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence

import pytest

from silang.language import parse
from silang.model import Extraction, Report, Segment, Story, Time
from silang.stories import group

FIRE = (
    "Api melalap Pasar Ngadirejo Lama di Kecamatan Wonosidi, Selasa dini hari. Sebanyak 112 kios hangus.",
    "Kebakaran menghanguskan 112 kios di Pasar Ngadirejo Lama, Wonosidi. Api padam setelah tiga jam.",
)
OTHER_FIRE = (
    "Api melalap gudang kapuk di Desa Karangsuwung, Kecamatan Plumbonan, Selasa dini hari. Tidak ada korban.",
    "Kebakaran gudang kapuk di Karangsuwung, Plumbonan, padam setelah enam mobil pemadam datang.",
)
RATE = (
    "Bank Sentral Nusatara menahan suku bunga acuan 5,25 persen. Gubernur Wirasena menyebut inflasi terkendali.",
    "Suku bunga acuan ditahan 5,25 persen. Inflasi masih terkendali, kata Gubernur Bank Sentral Nusatara Wirasena.",
)
MARKET = (
    "Indeks saham ditutup naik 41 poin ke level 7.318. Saham Tambangraya dan Sawitindo memimpin penguatan sore ini.",
    "Saham Sawitindo dan Tambangraya menguat sehingga indeks ditutup di 7.318, naik 41 poin dari kemarin sore.",
)
QUAKE = (
    "Gempa bumi bermagnitudo 5,1 mengguncang Kabupaten Serunai, Selasa pagi. Badan Meteorologi, Klimatologi, dan "
    "Geofisika (BMKG) menyebut pusat gempa berada di laut 42 kilometer barat daya Serunai pada kedalaman 10 kilometer. "
    "Gempa tidak berpotensi tsunami. Masyarakat diimbau tetap tenang dan tidak terpengaruh isu.",
    "Warga Kabupaten Serunai berhamburan saat gempa bermagnitudo 5,1 mengguncang, Selasa pagi. Pusat gempa "
    "berada di laut 42 kilometer barat daya Serunai pada kedalaman 10 kilometer, kata BMKG.",
)
OTHER_QUAKE = tuple(
    text.replace("Serunai", "Matawai").replace("5,1", "4,8").replace("di laut 42", "di darat 11") for text in QUAKE
)


def made(id: str, text: str, published: str | None = "2024-03-05", headline: str | None = None) -> Report:
    return Report(id, f"{id}.txt", text, (Segment(0, len(text), "body"),), published=published, headline=headline)


def grouped(reports: Sequence[Report], extractions: Sequence[Extraction] | None = None) -> tuple[Story, ...]:
    return group(reports, [parse(r) for r in reports], extractions or [Extraction(r.id, ()) for r in reports])


def together(stories: Sequence[Story]) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in stories}


@pytest.mark.parametrize(
    ("one", "two"),
    [(FIRE, OTHER_FIRE), (RATE, MARKET), (QUAKE, OTHER_QUAKE)],
    ids=["two fires on one day", "a rate and the market", "two quakes told by one template"],
)
def test_an_event_is_not_a_topic(one: tuple[str, ...], two: tuple[str, ...]) -> None:
    reports = [made(f"{name}{n}", text) for name, event in (("a", one), ("b", two)) for n, text in enumerate(event)]
    assert together(grouped(reports)) == {frozenset({"a0", "a1"}), frozenset({"b0", "b1"})}


def test_every_report_is_in_exactly_one_story() -> None:
    reports = [made(f"r{n}", text) for n, text in enumerate(FIRE + OTHER_FIRE + RATE + MARKET)]
    listed = [id for story in grouped(reports) for id in story.reports]
    assert sorted(listed) == sorted(report.id for report in reports)


def test_the_order_of_input_decides_nothing() -> None:
    reports = [made(f"r{n}", text) for n, text in enumerate(FIRE + OTHER_FIRE + RATE + MARKET)]
    shuffled = list(reports)
    random.Random(7).shuffle(shuffled)
    assert grouped(reports) == grouped(shuffled)


def test_a_copy_belongs_to_its_original() -> None:
    stories = grouped([made("original", FIRE[0]), made("other", RATE[0]), made("copy", FIRE[0])])
    assert together(stories) == {frozenset({"original", "copy"}), frozenset({"other"})}


def test_the_same_words_weeks_later_are_another_event() -> None:
    reports = [made("first", MARKET[0], "2024-03-05"), made("second", MARKET[0], "2024-04-16")]
    assert len(grouped(reports)) == 2


@pytest.mark.parametrize("published", [None, "2024-03-06T07:10+07:00"])
def test_a_report_of_unknown_day_or_of_the_day_after_still_joins(published: str | None) -> None:
    assert len(grouped([made("first", FIRE[0]), made("second", FIRE[1], published)])) == 1


def test_days_named_in_the_text_stand_in_for_an_unknown_day_of_publication() -> None:
    reports = [made("first", RATE[0]), made("second", RATE[1], None)]
    named = [Extraction("first", ()), Extraction("second", (), times=(Time(0, 4, "DATE", "2024-03-05"),))]
    unnamed = [Extraction("first", ()), Extraction("second", ())]
    scores = [grouped(reports, extractions)[0].reasons[-1].weight for extractions in (named, unnamed)]
    assert scores[0] is not None
    assert scores[1] is not None
    assert scores[0] > scores[1]


def test_the_reference_day_stands_in_for_an_unknown_day_of_publication() -> None:
    extraction = Extraction("r", (), reference="2024-03-05")
    (story,) = grouped([made("r", RATE[0], None)], [extraction])
    assert (story.first, story.last) == ("2024-03-05", "2024-03-05")


def test_a_story_says_why() -> None:
    (story,) = grouped([made(f"r{n}", text) for n, text in enumerate(FIRE)])
    assert [reason.name for reason in story.reasons] == ["time", "terms", "terms"]
    assert "Ngadirejo" in story.reasons[1].detail
    assert story.reasons[1].report == "r0"


def test_a_report_alone_says_what_it_resembles_most() -> None:
    stories = grouped([made("a", FIRE[0]), made("b", OTHER_FIRE[0])])
    assert [story.reasons[0].name for story in stories] == ["alone", "alone"]


def test_largest_story_first_then_the_earliest() -> None:
    reports = [made("late", RATE[0], "2024-03-09"), made("early", MARKET[0], "2024-03-01")]
    stories = grouped(reports + [made(f"r{n}", text) for n, text in enumerate(FIRE)])
    assert [story.reports for story in stories] == [("r0", "r1"), ("early",), ("late",)]


def test_no_reports_no_stories() -> None:
    assert grouped([]) == ()


@pytest.mark.parametrize("text", ["", "…", "12"])
def test_a_report_without_words_is_a_story_by_itself(text: str) -> None:
    assert together(grouped([made("a", text), made("b", FIRE[0])])) == {frozenset({"a"}), frozenset({"b"})}


def test_three_thousand_reports_take_seconds() -> None:
    chance = random.Random(5)
    syllables = ["ba", "ku", "ti", "ro", "sem", "lan", "du", "gi", "ma", "pe", "wo", "ja"]
    words = ["".join(chance.choices(syllables, k=3)) for _ in range(4000)]
    reports = []
    for event in range(1000):
        own = chance.sample(words, 40)
        day = f"2024-{1 + event % 12:02}-{1 + event % 28:02}"
        for outlet in range(3):
            text = " ".join(chance.sample(own, 30) + chance.choices(words[:200], k=30))
            reports.append(made(f"e{event}-{outlet}", text, day))
    started = time.process_time()
    stories = grouped(reports)
    assert time.process_time() - started < 30
    assert sum(len({id.split("-")[0] for id in story.reports}) == 1 for story in stories) > 0.95 * len(stories)
