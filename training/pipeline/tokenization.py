"""spaCy's tokenizer with rules for Indonesian news: as UD cuts written words, robust to words glued at lost links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab

_CURRENCY = r"US\$|S\$|A\$|HK\$|Rp(?=[\d.])|IDR(?=\d)|USD(?=\d)|[$€£¥₩]"
_PREFIXES = (
    r"``", r"\.\.+", r"""["'`“”‘’«»„…(\[{<,;:!?%&*#=~_@|•–—/\\)\]}>]""", r"-+(?!\d)", r"\+(?!\d)", _CURRENCY,
)  # fmt: skip
_SUFFIXES = (
    r"''", r"\.\.+", r"""["'`“”‘’«»„…)\]}>(\[{<,;:!?%&*#=~_|•–—/\\$€£¥]""", r"-+",
    # A full stop stays on an initial (R.) and inside an acronym (D.W.); it leaves a word, a number, a closing mark.
    r"(?<=[a-zß-ÿ0-9%²³°)\]}\"'”’])\.", r"(?<=[A-Z]{2})\.",
)  # fmt: skip
_INFIXES = (
    r"\.\.+", r"…", r"[–—]", r"--+", r"&(?=[^\W\d_]{3})",
    r"(?<=\w)[(\[{)\]};!?\"“”«»](?=\w)",
    r"(?<=[.,%])[(\[{)\]}\"“”](?=\w)", r"(?<=[)\]\"”])[.,](?=\w)",
    r"(?<=[^\W\d_])[,:](?=\w)", r"(?<=\d)[,:](?=[^\W\d_])",
    r"(?<=[^\W\d_]{3})/(?=[^\W\d_]{2})",
    r"(?<=\d)-(?=\d)",
    r"(?<=[a-z]{3})\.(?=[A-Z][a-z])",
    # Nothing but a lost link glues a lower-case ending to a capitalised word; true names of that form are exceptions.
    r"(?<=[a-z]{2})(?=[A-Z][a-z])", r"(?<=[a-z]{3})(?=[A-Z]{2})",
)  # fmt: skip
_URL = re.compile(
    r"(?i)(?:https?://|www\.)\S+[\w/]$|[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|(?:[a-z0-9-]+\.)+(?:com|co|net|org|id|go|tv|news)(?:\.id)?(?:/\S*\w)?/?$"
).match
_ABBREVIATIONS = Path(__file__).with_name("abbreviations.txt")  # one a line, its full stop part of the word


def tokenizer(vocab: Vocab, names: Iterable[str] = ()) -> Tokenizer:
    """A tokenizer; `names` are written as one word in spite of a capital inside (WhatsApp)."""
    rules = {word: [{ORTH: word}] for word in sorted({*_ABBREVIATIONS.read_text(encoding="utf-8").split(), *names})}
    return Tokenizer(
        vocab,
        rules=rules,
        prefix_search=compile_prefix_regex(_PREFIXES).search,
        suffix_search=compile_suffix_regex(_SUFFIXES).search,
        infix_finditer=compile_infix_regex(_INFIXES).finditer,
        url_match=_URL,
    )
