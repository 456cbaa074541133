"""Tokens, sentences and stems of Indonesian news; the lexicon."""

from silang.language.parse import Parse, parse, parse_text
from silang.language.stems import stem
from silang.language.tokens import Token, tokenize

__all__ = ["Parse", "Token", "parse", "parse_text", "stem", "tokenize"]
