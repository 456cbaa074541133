"""Raw news as tokenised sentences, and which glued-looking words are true names."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from silang_id.sentences import sentence_starts
from spacy.language import Language

_FILES = ("articles", "click-id", "indosum")
_INNER = re.compile(r"([^\W\d_]*[a-z]{2})(?=[A-Z])")
_WORD = re.compile(r"[^\W_]+")
_MIN_COUNT = 4
_RATIO = 200  # a left part this many times commoner alone was glued on


def texts(news: Path) -> Iterator[str]:
    """The bodies of the news sets, in file order."""
    for name in _FILES:
        with gzip.open(news / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                yield _text(json.loads(line))


def _text(record: dict[str, object]) -> str:
    text = record.get("text")
    if isinstance(text, str):
        return text
    paragraphs = record.get("paragraphs")
    if isinstance(paragraphs, list):
        return "\n".join(" ".join(" ".join(sentence) for sentence in paragraph) for paragraph in paragraphs)
    return ""


def whole_names(bodies: Iterable[str]) -> list[str]:
    """Words with a capital inside that are names (WhatsApp) rather than two words glued (JakartaSaat), sorted."""
    counts: Counter[str] = Counter()
    for body in bodies:
        counts.update(_WORD.findall(body))
    return sorted(w for w, n in counts.items() if n >= _MIN_COUNT and len(w) < 20 and _is_name(w, counts))


def _is_name(word: str, counts: Counter[str]) -> bool:
    inner = _INNER.match(word)
    return inner is not None and counts[inner.group(1)] < _RATIO * counts[word]


def sentences(nlp: Language, bodies: Iterable[str], longest: int = 80) -> Iterator[list[str]]:
    """Tokens of the sentences of `bodies` by the pipeline's own tokenizer and boundaries; long ones are cut."""
    for body in bodies:
        doc = nlp.make_doc(body)
        current: list[str] = []
        for token, start in zip(doc, sentence_starts(doc), strict=True):
            if (start or len(current) >= longest) and current:
                yield current
                current = []
            if not token.is_space:
                current.append(token.text)
        if current:
            yield current
