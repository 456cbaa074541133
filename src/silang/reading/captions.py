"""Lines that are a picture's text and credit."""

from __future__ import annotations

import re

_CREDIT = (
    r"(?:[Ff]oto|FOTO|[Dd]ok(?:umentasi)?\b\.?|[Cc]redits?|[Ii]mage|[Ii]lustrasi|[Ii]stimewa|ANTARA|Antara|AP|AFP|"
    r"REUTERS|Reuters|EPA|Getty|Instagram|Twitter|Shutterstock|Freepik|Unsplash|Pexels|[Ss]umber|[Ss]creenshot|[Tt]angkapan)"
)
_OPENS = re.compile(
    r"(?:Foto|FOTO|Photo|Ilustrasi foto|Gambar|Keterangan foto|Caption|Teks foto)\s*:|ILUSTRASI\.\s", re.IGNORECASE
)
_CLOSES = re.compile(rf"\((?:[^()\n]{{0,60}}\W)?{_CREDIT}\b[^()\n]{{0,90}}\)\.?$")
_LABEL = re.compile(r"(?<=[\w.)”\"’])\s?(?:Foto|FOTO|Photo)\s*:\s*\S.{1,80}$")
_HOUSE = re.compile(r"[–—-]\s*\((?:Republika|[A-Z]\w+)\)$")
_AGENCY = re.compile(
    r"(?:Antara|Republika|AP|AFP|Reuters|EPA|ANTARA FOTO|AP Photo|Kompas)\s?/\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4}$"
)
_POSTED = re.compile(r"A post shared by .{2,80}\(@[\w.]+\)$|View this post on Instagram$")


def is_caption(line: str) -> bool:
    """Whether `line` is a picture's text with its credit, or the credit alone."""
    if len(line) > 400:
        return False
    patterns = (_AGENCY, _CLOSES, _LABEL, _HOUSE, _POSTED)
    return bool(_OPENS.match(line)) or any(pattern.search(line) for pattern in patterns)
