"""A story laid side by side, on invented reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from silang.comparison import Numbering, compare
from silang.extraction import extract
from silang.language import parse
from silang.model import Claim, Comparison, Outlet, Report, Segment, Story

FILLER = (
    "Pasar ikan di Teluk Ranai buka lagi setelah dua pekan. Harga cumi turun seribu rupiah. "
    "Sekolah dasar di desa sebelah menggelar lomba lukis. Panitia menyiapkan hadiah buku."
)
OTHER = (
    "Perpustakaan keliling singgah di balai warga setiap Kamis. Relawan membacakan dongeng untuk anak-anak. "
    "Pengurus mencari sukarelawan baru sampai akhir bulan. Koleksi komik paling laris dipinjam."
)
BARGE = (
    "Kapal tongkang Sinar Bahari kandas di muara Sungai Lembang, Kabupaten Ranai, Selasa pagi.",
    "Tujuh awak kapal dievakuasi ke dermaga oleh petugas pelabuhan.",
    "Kepala Pelabuhan Ranai Wiryawan Sutejo mengatakan muatan batu bara tidak tumpah ke sungai.",
    "Lalu lintas perahu di muara ditutup sampai tongkang itu ditarik kapal tunda.",
)
REWORDED = (
    "Tongkang Sinar Bahari karam di muara Sungai Lembang, Ranai, pada Selasa.",
    "Petugas pelabuhan mengevakuasi tujuh awak tongkang itu ke dermaga.",
    "Warga setempat menonton dari jembatan gantung yang baru diresmikan bupati.",
    "Perahu nelayan dilarang melintasi muara hingga tongkang ditarik.",
)

APART = (
    "Nelayan di Ranai sempat mengira suara itu petasan.",
    "Bunyi itu datang dari tongkang Sinar Bahari yang kandas dekat muara dan membuat anjing-anjing menyalak.",
    "Harga cumi di pasar tidak ikut naik.",
    "Syahbandar belum mau bicara soal penyebabnya.",
    "Anak-anak menonton dari dermaga sampai petang.",
)


def report(id: str, text: str, published: str | None = "2024-05-07T10:00") -> Report:
    return Report(id, "-", text, (Segment(0, len(text), "body"),), language="id", published=published)


def compared(reports: Sequence[Report], numbering: Numbering | None = None) -> Comparison:
    parses = [parse(r) for r in reports]
    found = [extract(r, p) for r, p in zip(reports, parses, strict=True)]
    story = Story("s1", "tongkang", tuple(r.id for r in reports))
    return (numbering or Numbering()).of(compare(story, reports, parses, found))


def claim_on(result: Comparison, texts: dict[str, str], words: str) -> Claim:
    return next(c for c in result.claims if any(words in texts[e.report][e.start : e.end] for e in c.statements))


def test_sentences_that_are_reworded_are_one_claim() -> None:
    a, b = report("a", " ".join(BARGE)), report("b", " ".join(REWORDED))
    result = compared([a, b])
    texts = {r.id: r.text for r in (a, b)}
    claim = claim_on(result, texts, "Tujuh awak")
    assert [texts[e.report][e.start : e.end] for e in claim.statements] == [BARGE[1], REWORDED[1]]
    assert claim.reasons


def test_what_only_one_report_has_is_in_no_claim() -> None:
    a, b = report("a", " ".join(BARGE)), report("b", " ".join(REWORDED))
    said = {e.start for c in compared([a, b]).claims for e in c.statements if e.report == "b"}
    assert b.text.index("Warga setempat") not in said


def test_a_single_report_and_unrelated_ones_claim_nothing() -> None:
    assert compared([report("a", " ".join(BARGE))]).claims == ()
    unrelated = compared([report("a", " ".join(BARGE)), report("b", FILLER)])
    assert unrelated.claims == ()
    assert unrelated.origins == ()


def test_an_empty_report_is_laid_beside_the_others() -> None:
    assert compared([report("a", ""), report("b", " ".join(BARGE))]).claims == ()


def test_one_text_in_two_reports_is_one_origin_and_one_foot() -> None:
    a, b = report("a", " ".join(BARGE)), report("b", " ".join(BARGE) + " Sore harinya air pasang naik.")
    result = compared([a, b])
    (origin,) = result.origins
    assert origin.reports == ("a", "b")
    assert {r.name for r in origin.reasons} >= {"kinship", "reuse"}
    assert result.claims
    assert all(c.origins == (origin.id,) and c.independent.at_most == 1 for c in result.claims)


def test_no_tie_shown_is_not_independence_shown() -> None:
    result = compared([report("a", " ".join(BARGE)), report("b", " ".join(REWORDED))])
    assert result.claims
    assert all(c.independent.at_least <= c.independent.at_most for c in result.claims)
    assert all(c.independent.at_least == 0 for c in result.claims)


def test_two_reports_that_credit_one_agency_for_a_claim_are_tied_there() -> None:
    a = report("a", "Tujuh awak tongkang dievakuasi ke dermaga Ranai, seperti dilansir Reuters. " + FILLER)
    b = report("b", "Seperti dilansir Reuters, petugas mengevakuasi tujuh awak tongkang ke dermaga Ranai. " + BARGE[3])
    result = compared([a, b])
    assert "Reuters" in {o.name for o in result.origins}
    claim = claim_on(result, {"a": a.text, "b": b.text}, "Tujuh awak")
    assert claim.independent.at_most == 1


def test_a_later_higher_toll_is_no_conflict_and_an_earlier_one_is() -> None:
    first = "Banjir bandang menewaskan tiga warga Desa Lembang, Kabupaten Ranai, Selasa malam. " + FILLER
    second = "Banjir bandang menewaskan lima warga Desa Lembang, Kabupaten Ranai, Selasa malam. " + OTHER
    early, late = "2024-05-07T21:00", "2024-05-08T09:00"
    update = compared([report("a", first, early), report("b", second, late)])
    clash = compared([report("a", first, late), report("b", second, early)])
    assert [c.kind for c in update.conflicts] == []
    assert [c.kind for c in clash.conflicts] == ["number"]


def test_at_least_so_many_does_not_contradict_more() -> None:
    first = "Banjir bandang menewaskan sedikitnya tiga warga Desa Lembang, Kabupaten Ranai, Selasa malam. " + FILLER
    second = "Banjir bandang menewaskan lima warga Desa Lembang, Kabupaten Ranai, Selasa malam. " + OTHER
    assert compared([report("a", first), report("b", second)]).conflicts == ()


def test_a_name_spelt_in_two_ways_is_a_conflict_of_names() -> None:
    first = "Kepala Pelabuhan Ranai, Wiryawangsa, menutup muara Sungai Lembang bagi perahu nelayan. " + FILLER
    second = "Muara Sungai Lembang ditutup bagi perahu nelayan oleh Kepala Pelabuhan Ranai, Wirjawangsa. " + OTHER
    (conflict,) = compared([report("a", first), report("b", second)]).conflicts
    assert conflict.kind == "name"
    assert "Wiryawangsa" in conflict.detail
    assert conflict.claim == "c1"


def test_two_hours_of_one_event_are_a_conflict_of_date() -> None:
    first = "Tongkang Sinar Bahari kandas di muara Sungai Lembang, Selasa (7/5/2024) pukul 05.10 WIB."
    second = "Tongkang Sinar Bahari kandas di muara Sungai Lembang, Selasa (7/5/2024) pukul 05.20 WIB."
    assert [c.kind for c in compared([report("a", first), report("b", second)]).conflicts] == ["date"]


def test_ids_go_on_after_an_earlier_story() -> None:
    reports = [report("a", " ".join(BARGE)), report("b", " ".join(BARGE))]
    first = compared(reports)
    second = compared(reports, Numbering().after(first))
    assert {c.id for c in first.claims}.isdisjoint({c.id for c in second.claims})
    assert second.origins[0].id == "o2"


def test_the_timeline_runs_by_value_and_points_into_the_text() -> None:
    text = "Sidang digelar Rabu (8/5/2024). Tongkang itu kandas pada Selasa (7/5/2024)."
    moments = compared([report("a", text)]).timeline
    assert [m.value for m in moments] == ["2024-05-07", "2024-05-08"]
    assert "kandas" in text[moments[0].statements[0].start : moments[0].statements[0].end]


def test_the_same_reports_give_the_same_comparison() -> None:
    reports = [report("a", " ".join(BARGE)), report("b", " ".join(REWORDED)), report("c", FILLER)]
    assert compared(reports) == compared(reports)


def test_outlets_of_one_publisher_are_one_foot_unless_a_report_shows_its_own() -> None:
    first = replace(report("a", " ".join(BARGE)), outlet=Outlet("kabar-ranai", "Kabar Ranai", "ranai"))
    second = replace(report("b", " ".join(REWORDED)), outlet=Outlet("lembang-pos", "Lembang Pos", "ranai"))
    apart = replace(report("b", " ".join(APART)), outlet=Outlet("lembang-pos", "Lembang Pos", "lembang"))
    assert {c.independent.at_most for c in compared([first, second]).claims} == {1}
    assert 2 in {c.independent.at_most for c in compared([first, apart]).claims}
    seen = " Pantauan Lembang Pos di muara, tongkang itu masih miring ke kiri."
    own = replace(second, text=second.text + seen, segments=(Segment(0, len(second.text + seen), "body"),))
    assert 2 in {c.independent.at_most for c in compared([first, own]).claims}


def test_one_text_of_which_one_report_credits_an_agency_is_the_agencys() -> None:
    a = report("a", "Seperti dilansir Reuters, " + " ".join(BARGE).replace("Kapal", "kapal", 1))
    b, c = report("b", " ".join(BARGE)), report("c", " ".join(BARGE) + " Sore harinya air pasang naik.")
    (origin,) = compared([a, b, c]).origins
    assert (origin.name, origin.kind, origin.reports) == ("Reuters", "agency", ("a", "b", "c"))
    assert [r.report for r in origin.reasons if r.name == "credit"] == ["a"]


def test_two_agencies_credited_for_one_text_name_none() -> None:
    a = report("a", "Seperti dilansir Reuters, " + " ".join(BARGE).replace("Kapal", "kapal", 1))
    b = report("b", "Seperti dilansir AFP, " + " ".join(BARGE).replace("Kapal", "kapal", 1))
    names = {o.name for o in compared([a, b]).origins}
    assert names == {None}
