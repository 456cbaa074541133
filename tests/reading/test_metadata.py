"""What a text tells of its report: headline, dateline, outlet, time, bylines; and what fields add."""

from __future__ import annotations

import pytest

from silang.model import Byline
from silang.reading import Given, read_text
from silang.reading.times import iso_time

BODY = "Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari, kata camat setempat, dan warga mengungsi."


@pytest.mark.parametrize(
    ("opening", "place", "outlet"),
    [
        ("REPUBLIKA.CO.ID, MOSKOW – ", "Moskow", "Republika"),
        ("REPUBLIKA.CO.ID,\u00a0\u00a0MOSKOW – ", "Moskow", "Republika"),
        ("JAKARTA- ", "Jakarta", None),
        ("JAKARTA-", "Jakarta", None),
        ("BERN–", "Bern", None),
        ("LAMPUNG SELATAN - ", "Lampung Selatan", None),
        ("LOS ANGELES– ", "Los Angeles", None),
        ("Liputan6.com, Teheran -", "Teheran", "Liputan6"),
        ("Liputan6.com, Jakarta", "Jakarta", "Liputan6"),
        ("WASHINGTON DC, KOMPAS.com– ", "Washington DC", "Kompas.com"),
        ("JAKARTA, KOMPAS.com\n-\n", "Jakarta", "Kompas.com"),
        ("JAKARTA, KOMPAS.com ", "Jakarta", "Kompas.com"),
        ("KOMPAS.com —", None, "Kompas.com"),
        ("MALANG, KOMPAS — ", "Malang", "Harian Kompas"),
        ("Wina\n-\n", "Wina", None),
        ("Jakarta (ANTARA) - ", "Jakarta", "Antara"),
        ("Mataram, NTB (ANTARA News) - ", "Mataram", "Antara"),
        ("Bandar Lampung (\nLampost.co\n) – ", "Bandar Lampung", "Lampung Post"),
        ("TEMPO.CO,Jakarta- ", "Jakarta", "Tempo"),
        ("TEMPO.CO, Jakarta -&nbsp;", "Jakarta", "Tempo"),
        ("Jakarta, CNN Indonesia -- ", "Jakarta", "CNN Indonesia"),
        ("VIVA Dunia – ", None, "VIVA"),
        ("JABAR EKSPRES – ", None, "Jabar Ekspres"),
        ("POSMETRO MEDAN– ", None, "Posmetro Medan"),
        ("WahanaNews.co, Moskow - ", "Moskow", "WahanaNews"),
        ("TRIBUN-BALI.COM, DENPASAR – ", "Denpasar", "Tribun Bali"),
        ("SURYAMALANG.COM | MALANG - ", "Malang", "Surya Malang"),
        ("KONTAN.CO.ID - JAKARTA. ", "Jakarta", "Kontan"),
        ("Pesawaran, Lampung – ", "Pesawaran", None),
        ("HARIAN BAYANGAN, SORONG - ", "Sorong", "Harian Bayangan"),
        ("beritabayangan.com, Sorong - ", "Sorong", "beritabayangan"),
        ("Sorong, Koran Bayangan - ", "Sorong", "Koran Bayangan"),
        ("SORONG, Harian Bayangan — ", "Sorong", "Harian Bayangan"),
        ("", None, None),
        ("COVID-19: ", None, None),
        ("OPINI - ", None, None),
    ],
)
def test_dateline_and_outlet(opening: str, place: str | None, outlet: str | None) -> None:
    report = read_text(opening + BODY)
    assert (report.dateline, report.outlet and report.outlet.name) == (place, outlet)
    body = "".join(s.of(report.text) for s in report.body())
    assert body.endswith(BODY)
    if place or outlet:
        assert body == BODY
        assert [s.kind for s in report.segments if s.kind != "markup"] == ["dateline", "body"]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (BODY + "\nSimak Video: Air Surut di Tiga Desa\n[Gambas:Video 20detik]", "detikcom"),
        (BODY + " [Gambas:Video CNN]", "CNN Indonesia"),
        (BODY + " (Serambinews.com/Sarwono Adi)", "Serambinews"),
        (BODY + " Ikuti Whatsapp Channel Republika", "Republika"),
        (BODY + "\nCopyright © ANTARA 2031", "Antara"),
        (BODY + "\nSCROLL TO CONTINUE WITH CONTENT\n" + BODY, None),
        (BODY + "\nSumber: Antara", None),
        (BODY + " (Antara)", None),
        (BODY + " (abc/Antara)", None),
        (BODY + " Demikian dilansir Reuters.", None),
        (BODY + "\nBaca juga: Liputan6.com Buka Kantor Baru di Sorong", None),
    ],
)
def test_the_outlet_is_shown_by_marks_of_its_own_alone(text: str, outlet: str | None) -> None:
    found = read_text(text).outlet
    assert (found and found.name) == outlet


def test_a_given_outlet_stands_before_the_text_unless_the_text_is_closer() -> None:
    def outlet(text: str, given: Given) -> str | None:
        found = read_text(text, given=given).outlet
        return found.id if found else None

    assert outlet("KOMPAS.com - " + BODY, Given(outlet="Republika")) == "republika"
    assert outlet("SERAMBINEWS.COM, LANGSA - " + BODY, Given(outlet="tribunnews.com")) == "serambinews"
    assert outlet(BODY, Given(url="https://news.detik.com/berita/d-1/banjir")) == "detikcom"
    assert outlet(BODY, Given(outlet="koranbayangan.co.id")) == "koranbayangan"


def test_a_given_headline_serves_only_where_the_text_shows_none() -> None:
    headline = "Banjir Rendam Tiga Desa di Hilir Kali Bening"
    shown = f"{headline}\n\nJAKARTA - {BODY}"
    assert read_text(BODY, given=Given(headline="Banjir Lagi")).headline == "Banjir Lagi"
    assert read_text(shown).headline == headline
    assert read_text(shown, given=Given(headline="Tiga Desa di Hilir Kali Bening Banjir - Koran")).headline == headline
    assert read_text(BODY).headline is None


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Rabu 13 Sep 2023 14:50 WIB", "2023-09-13T14:50+07:00"),
        ("Rabu, 13 September 2023 | 14:50 WITA", "2023-09-13T14:50+08:00"),
        ("13/09/2023, 14.50 WIT", "2023-09-13T14:50+09:00"),
        ("Kompas.com - 13/09/2023, 14:50 WIB", "2023-09-13T14:50+07:00"),
        ("Sarwono Adi - detikNews\nRabu, 13 Sep 2023 14:50 WIB", "2023-09-13T14:50+07:00"),
        ("Diterbitkan Rabu, 13 September 2023", "2023-09-13"),
        ("Jum'at, 15 September 2023 09:05", "2023-09-15T09:05"),
    ],
)
def test_the_publishing_time_of_a_line_of_its_own(line: str, time: str) -> None:
    report = read_text(f"Banjir Rendam Tiga Desa di Hilir\n{line}\nJAKARTA - {BODY}")
    assert report.published == time
    assert "date" in [s.kind for s in report.segments]
    assert report.headline == "Banjir Rendam Tiga Desa di Hilir"


def test_a_time_in_the_body_is_no_publishing_time() -> None:
    assert read_text("JAKARTA - Banjir datang pada Rabu (13/9/2023), kata camat.").published is None
    assert read_text("Rabu, 13 September 2023, banjir datang lagi di tiga desa itu, kata camat.").published is None


@pytest.mark.parametrize(
    ("given", "time"),
    [
        ("2031-02-03", "2031-02-03"),
        ("2031-02-03T10:20", "2031-02-03T10:20"),
        ("2031-02-03 10:20:30", "2031-02-03T10:20:30"),
        ("2031-02-03T10:20:30Z", "2031-02-03T10:20:30+00:00"),
        ("2031-02-03T10:20:30+0700", "2031-02-03T10:20:30+07:00"),
        ("Mon, 03 Feb 2031 10:20:00 +0700", "2031-02-03T10:20+07:00"),
        ("Senin, 3 Februari 2031 10:20 WIB", "2031-02-03T10:20+07:00"),
        ("2031-13-45", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_times_of_fields_are_as_precise_as_given(given: str, time: str | None) -> None:
    assert iso_time(given) == time


@pytest.mark.parametrize(
    ("text", "bylines"),
    [
        (
            f"{BODY}\nPenulis: Sarwono Adi | Editor: Rukmini Sari",
            [("author", "Sarwono Adi"), ("editor", "Rukmini Sari")],
        ),
        (
            f"Banjir Rendam Tiga Desa di Hilir\nRep: Sarwono Adi/ Red: Rukmini Sari\nREPUBLIKA.CO.ID, SORONG – {BODY}",
            [("reporter", "Sarwono Adi"), ("editor", "Rukmini Sari")],
        ),
        (f"{BODY}\n[Redaktur: Rukmini Sari]", [("editor", "Rukmini Sari")]),
        (f"{BODY}\nKontributor: Joko Santoso", [("contributor", "Joko Santoso")]),
        (f"{BODY}\nEDITOR : Rukmini", [("editor", "Rukmini")]),
        (f"{BODY} (Serambinews.com/Sarwono Adi)", [("author", "Sarwono Adi")]),
        (f"{BODY}\n(Sarwono Adi )", [("author", "Sarwono Adi")]),
        (f"{BODY} (abc/xyz)", []),
        (f"{BODY} (m26)", []),
        (f"{BODY} Sarwono Adi/Sumber : Kantor Berita Bayangan", [("author", "Sarwono Adi")]),
        (f"{BODY} (Sarwono Adi. Sumber: Koran Senja, Harian Pagi)", [("author", "Sarwono Adi")]),
        (f"{BODY} Reporter: Sarwono Adi", [("reporter", "Sarwono Adi")]),
        (f"{BODY}\nArtikel ini ditulis oleh Sarwono Adi, peserta program magang.", [("author", "Sarwono Adi")]),
        (f"{BODY} (SIS)", []),
        (f"{BODY} (Anadolu/Reuters)", []),
        (f"{BODY} RUKMINI SARI", [("author", "Rukmini Sari")]),
        (f"{BODY}\n{BODY}\nSuasana balai desa Foto: AP Photo/Joko Santoso\n{BODY}", [("photographer", "Joko Santoso")]),
        (f"{BODY}\n{BODY}\nSuasana balai desa Foto: PT Bening Jaya\n{BODY}", []),
        (
            f"Laporan Wartawan Tribunnews.com, Sarwono Adi TRIBUNNEWS.COM, DEPOK – {BODY}",
            [("reporter", "Sarwono Adi")],
        ),
        (f"{BODY} Joko Santoso berkontribusi dalam penulisan artikel ini.", [("contributor", "Joko Santoso")]),
        (BODY, []),
    ],
)
def test_bylines(text: str, bylines: list[tuple[str, str]]) -> None:
    assert [(b.role, b.name) for b in read_text(text).bylines] == bylines


def test_given_authors_serve_where_the_text_names_none() -> None:
    authors = Given(authors=("Sarwono Adi", "redaksi@contoh.invalid", "Kompas.com"))
    assert read_text(BODY, given=authors).bylines == (Byline("author", "Sarwono Adi"),)
    signed = read_text(BODY + " (Rukmini Sari)", given=authors)
    assert signed.bylines == (Byline("author", "Rukmini Sari"),)


def test_the_text_stays_as_it_was_handed_over() -> None:
    text = "JAKARTA -  " + BODY + "\r\n\r\n\u00a0Kata\u00adnya.\t"
    assert read_text(text).text == text


def test_a_contributor_is_named_after_the_place_of_the_post() -> None:
    report = read_text(f"{BODY}\nPenulis: Kontributor Sukaraya, Sarwono Adi | Editor: Rukmini Sari")
    assert report.bylines == (Byline("contributor", "Sarwono Adi"), Byline("editor", "Rukmini Sari"))
