"""Invented newsroom reports for benchmarks: events with names, places and figures of their own, told in the phrases of
one trade, some of them on forms (quakes, prices) that differ in what is filled in alone."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from silang.model import Report, Segment

_SYLLABLES = ["ba", "ku", "ti", "ro", "sem", "lan", "du", "gi", "ma", "pe", "wo", "ja", "nir", "su", "kal", "ten"]
_WHO = (
    "Kepala Polres {place}", "Bupati {place} {name}", "Juru bicara {name}", "Kuasa hukum {name}", "Camat {village}",
    "Warga {village}", "Ketua RT {village} {other}", "Saksi mata {other}", "Direktur rumah sakit {place}", "{name}",
    "Dosen Universitas {place} {other}", "Anggota DPRD {place} {other}", "Petugas pemadam {place}", "Keluarga {name}",
)  # fmt: skip
_DID = (
    "mengatakan bahwa", "menyebut", "menegaskan", "membenarkan kabar bahwa", "menduga", "berharap", "menyesalkan bahwa",
    "meminta agar", "memastikan", "menceritakan bagaimana", "mengaku tidak tahu bahwa", "menjelaskan bahwa",
)  # fmt: skip
_WHAT = (
    "{count} rumah di {village} rusak", "jalan ke {village} ditutup", "{count} warga mengungsi ke balai {village}",
    "jembatan {other} putus", "kerugian mencapai Rp{money} juta", "berkas {name} dilimpahkan ke kejaksaan",
    "sidang {name} ditunda", "gudang milik {other} terbakar", "panen di {village} gagal", "{count} siswa dirawat",
    "polisi memeriksa {count} saksi", "bantuan untuk {village} tertahan di {place}", "harga di pasar {village} naik",
    "truk {other} terguling di {village}", "listrik di {village} padam", "{name} dijemput di {place}",
    "laporan {other} sudah diterima", "tanggul {village} jebol", "kapal {other} kandas", "izin tambang {other} dicabut",
)  # fmt: skip
_HOW = (
    "sejak {clock}", "pada {day}", "setelah hujan dua hari", "tanpa menunggu perintah", "di depan wartawan",
    "sesuai prosedur", "menurut data sementara", "sampai pemberitahuan lebih lanjut", "dalam rapat tertutup",
    "lewat pesan singkat", "dengan pengawalan ketat", "seperti tahun lalu", "bersama tim gabungan", "kemarin sore",
)  # fmt: skip
_FORMS = (
    "Gempa bermagnitudo {count},{small} mengguncang {place}, {day} pukul {clock}. Pusat gempa berada di laut {money} "
    "kilometer tenggara {village} pada kedalaman {count} kilometer. Gempa tidak berpotensi tsunami. Masyarakat diimbau "
    "tetap tenang dan tidak terpengaruh isu yang tidak dapat dipertanggungjawabkan kebenarannya. {tail}",
    "Harga cabai di Pasar {village}, {place}, hari ini {day} tercatat Rp{money} ribu per kilogram. Pedagang {name} "
    "menyebut pasokan dari {other} berkurang {count} persen. Harga bawang Rp{small} ribu dan telur Rp{count} ribu. "
    "Dinas Perdagangan akan menggelar operasi pasar bila harga tidak turun dalam sepekan ke depan. {tail}",
)
_TELLING = 10  # sentences of a report
_OPENING = date(2024, 1, 1)


@dataclass(frozen=True, slots=True)
class Event:
    """What is filled into the phrases; `form` is the number of the form that it is told on, None for free text."""

    slots: dict[str, str]
    day: date
    form: int | None


def event(chance: random.Random, day: int, formed: float = 0.1) -> Event:
    """An event of the day so many days on; `formed` is the share of events that are told on a form."""
    when = _OPENING + timedelta(days=day)
    slots = {
        "name": f"{_word(chance)} {_word(chance)}",
        "other": f"{_word(chance)} {_word(chance)}",
        "place": _word(chance),
        "village": _word(chance),
        "count": str(chance.randrange(2, 90)),
        "small": str(chance.randrange(2, 90)),
        "money": str(chance.randrange(100, 990)),
        "clock": f"{chance.randrange(24):02}.{chance.randrange(60):02} WIB",
        "day": f"{when.day}/{when.month}/{when.year}",
    }
    form = chance.randrange(len(_FORMS)) if chance.random() < formed else None
    return Event(slots, when, form)


def told(event: Event, chance: random.Random) -> str:
    """One report of an event in its own choice of phrases."""
    if event.form is not None:
        return _FORMS[event.form].format(tail=_sentence(event, chance), **event.slots)
    return " ".join(_sentence(event, chance) for _ in range(_TELLING))


def copied(text: str, chance: random.Random) -> str:
    """The text with 2 % of its words changed and up to a tenth of its tail cut."""
    words = text.split()
    for at in chance.sample(range(len(words)), max(1, len(words) // 50)):
        words[at] = _word(chance).lower()
    return " ".join(words[: len(words) - chance.randrange(max(1, len(words) // 10))])


def report(id: str, text: str, day: date) -> Report:
    return Report(id, id, text, (Segment(0, len(text), "body"),), published=day.isoformat())


def _sentence(event: Event, chance: random.Random) -> str:
    parts: Sequence[str] = [chance.choice(pool) for pool in (_WHO, _DID, _WHAT, _HOW)]
    return " ".join(parts).format(**event.slots) + "."


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()
