"""Every string of the room is said in both languages, is asked for somewhere, and stands nowhere else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import silang.web
from silang.web.wording import LANGUAGES, wording

HERE = Path(silang.web.__file__).parent
TEMPLATES = sorted((HERE / "templates").glob("*.jinja"))
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in [*TEMPLATES, *sorted(HERE.glob("*.py"))])
OWN = tomllib.loads((HERE / "wording.toml").read_text(encoding="utf-8"))
# Keys that are put together where they are asked for.
MADE = re.compile(
    r"credit\.\w+|room\.(stories|search|people|outlets|rulings|desk)|ruling\.((claim|origin|story)_(true|false)|refused_\w+)"
    r"|search\.(outlet|person|place|day|origin|story|since|until|relevance|newest)|problem\.archive_\w+"
)
NAMES = {"Silang"}  # said alike in every language


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_says_a_word_of_its_own(template: Path) -> None:
    text = re.sub(r"\{#.*?#\}", "", template.read_text(encoding="utf-8"), flags=re.DOTALL)
    # What may be shown by an expression: its literal strings, but for keys and names of things.
    text = re.sub(r"\{[{%].*?[}%]\}", "", text, flags=re.DOTALL)
    spoken = re.findall(r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"', text)
    shown = [*spoken, *re.sub(r"<[^>]*>", "\n", text).split("\n")]
    words = {word for line in shown for word in re.findall(r"[^\W\d_]{2,}", re.sub(r"&\w+;", "", line))}
    assert words <= NAMES, f"{template.name}: {sorted(words - NAMES)}"


def test_every_key_is_known_and_every_own_key_asked_for() -> None:
    known = wording(LANGUAGES[0]).texts
    asked = set(re.findall(r"""(?:say|wording\(\w+\))\(\s*"([\w.]+)"\s*[,)]""", SOURCES))
    assert len(asked) > 80
    assert asked <= set(known)
    own = {f"{part}.{key}" for part, keys in OWN.items() for key in keys}
    unused = {key for key in own if f'"{key}"' not in SOURCES and not MADE.fullmatch(key)}
    assert not unused


def test_each_language_says_it_in_its_own_words() -> None:
    alike = {
        f"{part}.{key}"
        for part, keys in OWN.items()
        for key, words in keys.items()
        if words["id"] == words["en"] and re.search(r"[^\W\d_]{3,}", re.sub(r"\{\w+\}", "", words["id"]))
    }
    assert not alike
    foreign = re.compile(r"\b(yang|dan|tidak|dengan|berita|putusan|peristiwa|media yang)\b", re.IGNORECASE)
    english = re.compile(r"\b(the|and|not|with|report|reports|story|ruling)\b", re.IGNORECASE)
    for part, keys in OWN.items():
        for key, words in keys.items():
            assert set(words) == set(LANGUAGES), f"{part}.{key}"
            assert not foreign.search(words["en"]), f"{part}.{key}"
            assert not english.search(re.sub(r"\bsilang \w+", "", words["id"])), f"{part}.{key}"
