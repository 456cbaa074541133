"""ICON's tags to UPOS, and its phrases to UD relations."""

from __future__ import annotations

_UPOS = {
    "NNO": "NOUN", "NNP": "PROPN", "PUN": "PUNCT", "PPO": "ADP", "VBI": "VERB", "VBT": "VERB", "VBP": "VERB",
    "ADV": "ADV", "ADJ": "ADJ", "NUM": "NUM", "CCN": "CCONJ", "ART": "DET", "PRR": "PRON", "CSN": "SCONJ",
    "TAME": "AUX", "PRN": "PRON", "PRK": "PRON", "KUA": "DET", "NEG": "PART", "VBL": "VERB", "PAR": "PART",
    "SYM": "SYM", "PRI": "PRON", "INT": "INTJ",
}  # fmt: skip
_ADVERBS = {"sudah", "masih", "pernah", "belum", "sedang", "perlu", "ingin", "mau"}

MARKED = "CP+"  # a clause opened by a conjunction other than bahwa

Part = tuple[str, str, str]  # phrase tag, tag of its head word, the head word


def universal(tag: str, word: str) -> str:
    """The universal tag of a word with ICON's `tag`."""
    folded = word.casefold()
    if tag == "VBL":
        return "AUX" if folded in ("adalah", "ialah") else "VERB"
    if tag == "NUM" and folded in ("sebuah", "seorang", "seekor", "sebutir"):
        return "DET"
    if tag == "TAME" and folded in _ADVERBS:
        return "ADV"
    if tag == "SYM" and folded in ("rp", "us$", "$"):
        return "NOUN"
    return _UPOS.get(tag, "X")


def label(phrase: str, head: Part, part: Part, before: bool) -> str:
    """The relation of `part` to `head` inside a `phrase`; `before`: does it precede the head?"""
    if (simple := _function(phrase, part)) is not None:
        return simple
    kind, tag, _ = part
    nominal = head[1] in ("NNO", "NNP", "PRN", "PRI", "PRK", "NUM", "KUA", "ART", "SYM")
    if kind in ("NP", "WHNP", "NNO", "NNP", "PRN", "PRI", "PRK", "SYM", "QP", "NUM", "KUA"):
        return _nominal(phrase, head, part, (before, nominal))
    if kind in ("PP", "WHPP"):
        return "nmod" if phrase == "NP" and nominal else "obl"
    if kind == "RPN":
        return "acl:relcl" if phrase == "NP" or nominal else "csubj"
    if kind in ("ADJP", "ADJ"):
        return "amod" if nominal and phrase == "NP" else ("advmod" if phrase in ("ADJP", "ADVP") else "xcomp")
    if kind in ("ADVP", "WHADVP"):
        return "advmod"
    if kind in ("S", "SINV", "PRN", "FRAG"):
        return "parataxis"
    if kind == MARKED:
        return "acl" if phrase == "NP" else "advcl"
    if kind == "CP":
        return "acl" if phrase == "NP" else ("advcl" if before else "ccomp")
    if kind == "VP" or tag.startswith("VB"):
        if phrase == "NP":
            return "acl"
        return "parataxis" if phrase == "SINV" else ("advcl" if before or phrase in ("S", "ADJP") else "xcomp")
    return "dep"


def _function(phrase: str, part: Part) -> str | None:
    kind, _, word = part
    folded = word.casefold()
    match kind:
        case "PUN":
            return "punct"
        case "CCN" | "CONJP":
            return "cc"
        case "CSN":
            return "mark"
        case "PPO":
            return "mark" if phrase in ("VP", "CP", "S") else "case"
        case "NEG":
            return "advmod"
        case "TAME":
            return "advmod" if folded in _ADVERBS else "aux"
        case "VBL":
            return "cop"
        case "ADV" | "PAR":
            return "advmod"
        case "ART":
            return "det"
        case "PRR":
            return "nsubj"
        case "INT" | "INTJ":
            return "discourse"
        case _:
            return None


def _nominal(phrase: str, head: Part, part: Part, place: tuple[bool, bool]) -> str:
    kind, tag, word = part
    before, nominal = place
    if phrase in ("S", "SINV", "SBARQ", "SQ", "CP", "RPN", "SBAR", "FRAG", "PRN", "UCP"):
        if before or phrase == "SINV":
            return "nsubj:pass" if head[1] == "VBP" else "nsubj"
        return "obl" if head[1] != "VBT" else "obj"
    if phrase == "VP":
        if before:
            return "nsubj"
        return "obj" if head[1] == "VBT" or kind == "PRK" else "obl"
    if phrase in ("NP", "QP", "PP", "ADJP") and nominal:
        if tag in ("NUM", "KUA") and kind in ("NUM", "QP", "KUA"):
            if head[1] in ("NUM",):
                return "flat"
            return "det" if tag == "KUA" or word.casefold() in ("sebuah", "seorang") else "nummod"
        if kind == "NNP" and head[1] == "NNP":
            return "flat:name"
        if kind in ("PRN", "PRK"):
            return "nmod:poss"
        return "appos" if phrase == "NP" and kind == "NP" and head[0] == "NP" else "nmod"
    return "obl"
