"""The words of the reading room: those of the dossier, and its own from `wording.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from silang.dossier.wording import LANGUAGES, Wording
from silang.dossier.wording import wording as of_dossier

__all__ = ["LANGUAGES", "Wording", "wording"]


@cache
def wording(lang: str) -> Wording:
    """All words of `lang`, one of `LANGUAGES`; ValueError where it is none, or a key stands in both tables."""
    base = of_dossier(lang)
    parts = tomllib.loads(files("silang.web").joinpath("wording.toml").read_text(encoding="utf-8"))
    own = {f"{part}.{key}": words[lang] for part, keys in parts.items() for key, words in keys.items()}
    if doubled := own.keys() & base.texts.keys():
        raise ValueError(f"in both tables of words: {', '.join(sorted(doubled))}")
    return Wording(lang, {**base.texts, **own})
