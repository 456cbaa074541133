"""Reported speech: a subject, a cue and what it reports (*X mengatakan bahwa …*), and its passive and nominal forms."""

from __future__ import annotations

from silang.extraction.beside import beside
from silang.extraction.content import content_end, has_clause, is_deed, opening, past_times
from silang.extraction.cues import Cue, cue_at
from silang.extraction.drafts import Draft, cue_span, trimmed
from silang.extraction.lines import Line
from silang.extraction.phrases import Range, is_time, named_before, opening_subject, phrase_after, subject_before
from silang.extraction.vocabulary import forms, particles, title_at
from silang.language import lexicon
from silang.model import Span

_SAME = frozenset({
    "seraya", "sambil", "sembari", "dan", "serta", "namun", "tetapi", "tapi", "meskipun", "meski", "lalu",
    "sekaligus", "dengan",
})  # fmt: skip
_NOMINAL = frozenset({
    "pernyataan", "klaim", "tudingan", "tuduhan", "keterangan", "pengakuan", "penegasan", "peringatan", "laporan",
    "janji",
})  # fmt: skip
_REPORTS = frozenset({
    "laporan", "studi", "survei", "penelitian", "riset", "data", "hasil", "kajian", "analisis", "dokumen",
    "penyelidikan",
})  # fmt: skip
_OBJECT = frozenset({
    "kepada", "pada", "ke", "di", "dalam", "lewat", "melalui", "via", "dari", "berdasarkan", "selama", "sejak",
})  # fmt: skip
_NO_CONTENT = frozenset({
    "oleh", "seperti", "sebagai", "dan", "atau", "itu", "ini", "tersebut", "hal", "sekaligus", "di", "ke", "pada",
    "kepada", "dalam", "dari",
})  # fmt: skip
_WHEN = frozenset({"saat", "ketika", "setelah", "usai", "seusai", "sebelum", "sejak", "karena", "menanggapi"})
_STOPS = frozenset({"yang", "untuk", "dan", "sambil", "seraya", "sembari"})  # no bahwa of this cue comes after
_AIMS = frozenset({"untuk", "agar", "supaya"})
_PLACED = frozenset({"di", "pada", "dalam", "dari", "berdasarkan", "selama", "sejak"})
_SPOKEN = frozenset({
    "disampaikan", "dikatakan", "dijelaskan", "diungkapkan", "ditambahkan", "diterangkan", "dituturkan", "dipaparkan",
    "diakui", "ditegaskan",
})  # fmt: skip
_WINDOW = 14  # tokens between a cue and its bahwa


def reported(line: Line, said: list[Draft]) -> list[Draft]:
    """Drafts of the reported speech of a line, in the order of their cues; `said` is its quoted speech."""
    used = {draft.cue.start for draft in said if draft.cue}
    found: list[Draft] = []
    for n, word in enumerate(line.words):
        if line.quoted(n) or word.start in used:
            continue
        found.extend(beside(line, n))
        if draft := _passive(line, n) or _nominal(line, n) or _active(line, n, [*said, *found]):
            found.append(draft)
    return found


def _active(line: Line, n: int, before: list[Draft]) -> Draft | None:
    cue = cue_at(line.words, n, len(line.words), "active")
    if cue is None:
        return None
    floor = line.after_speech(n)
    phrase, own = _subject(line, cue, floor, before)
    if phrase is None or _is_author(line, phrase) or _is_thing(line, phrase, cue):
        return None
    start, how = _content_start(line, cue, phrase)
    if start is None:
        return _closing(line, cue, phrase, floor)
    content = trimmed(line, start, _end(line, start, cue))
    if content is None or not _is_content(line, (start, content.end), cue, (how, phrase)):
        return _closing(line, cue, phrase, floor)
    return Draft(content, phrase, cue_span(line, cue), f"active-{how}", cue.polarity, own, n)


def _subject(line: Line, cue: Cue, floor: int, before: list[Draft]) -> tuple[Range | None, bool]:
    """Who says it, and whether that is a -nya: the subject, or that of the verb which *dan*, *seraya* joins to this."""
    words, back = line.words, cue.first - 1
    while back >= floor and words[back].lower in particles("adverb"):
        back -= 1
    if back > floor and words[back].lower == "yang" and _bahwa(line, cue.last) is not None:
        return named_before(words, back, floor), False
    if back >= floor and words[back].lower in ("yang", "untuk"):
        return None, False
    if back >= floor and words[back].lower in _SAME:
        shared = next((d for d in reversed(before) if d.at < cue.first and (d.source or d.own)), None)
        if shared and (words[back].lower != "dan" or _joined(line, floor, back)):
            return shared.source, shared.own
        if found := opening_subject(words, floor, back):
            return found, False
    return subject_before(words, cue.first, floor), False


def _joined(line: Line, floor: int, back: int) -> bool:
    """Whether a verb of saying stands before *dan*."""
    return any(cue_at(line.words, k, back, "active") for k in range(floor, back))


def _is_author(line: Line, phrase: Range) -> bool:
    return any(token.lower in particles("author") for token in line.words[slice(*phrase)])


def _is_thing(line: Line, phrase: Range, cue: Cue) -> bool:
    """Whether the subject is a matter, not anybody who speaks: *Keputusan itu menegaskan …*."""
    first, last = phrase
    head = line.words[first].lower
    if head in lexicon.forms("describing"):
        return False
    if head in _REPORTS or head in particles("article") or head in particles("pronoun"):
        return False
    if forms("groups").at(line.words, first, last) or title_at(line.words, first, last):
        return False
    if head in particles("thing"):
        return True
    pointed = last - first > 1 and line.words[last - 1].lower in particles("determiner")
    if pointed and cue.takes != "any":
        return not head.startswith("pe") or head.endswith("an")
    common = pointed or line.words[first].text.islower()
    return common and last - first > 1 and len(head) > 5 and head.endswith("an")


def _content_start(line: Line, cue: Cue, phrase: Range) -> tuple[int | None, str]:
    """The token at which the content begins, and what opened it: bahwa, a comma, a bare clause, the cue's own word."""
    words, n, end = line.words, cue.last, len(line.words)
    if (at := _bahwa(line, n)) is not None:
        return at + 1, "bahwa"
    if cue.takes == "bahwa" or (cue.takes == "report" and words[phrase[0]].lower not in _REPORTS):
        return None, ""
    if cue.takes in ("sebagai", "atas", "karena"):
        at = next((k for k in range(n, content_end(line, n)) if words[k].lower == cue.takes), None)
        return (None, "") if at is None else (n if cue.takes == "sebagai" else at + 1, "clause")
    if n < end and words[n].lower in _OBJECT:
        k = next((k for k in range(n, end) if words[k].text in ",:."), end)
        if (k == end or words[k].text == ".") and words[n].lower in _PLACED and has_clause(words[n:k]):
            return n, "place"
        near = k < min(end, n + _WINDOW) and words[k].text in ",:"
        told = near and not any(_breaks(line, j) for j in range(n + 1, k))
        return (k + 1, "comma") if told else (None, "")
    while n < end and words[n].lower in ("lagi", "pula", "juga"):
        n += 1
    if n < end and words[n].text in ",:":
        return past_times(line, n + 1), "comma"
    if n < end and words[n].lower in ("kalau", "jika"):
        return n + 1, "bahwa"
    if n < end and words[n].lower == "untuk":
        return n + 1, "request"
    return (n, "clause") if n < end else (None, "")


def _bahwa(line: Line, n: int) -> int | None:
    """Where the *bahwa* of a cue stands, past an object, a date: *mengatakan kepada X, Selasa (3/2), bahwa*."""
    addressed = n < len(line.words) and line.words[n].lower in _OBJECT
    for k in range(n, min(len(line.words), n + (2 * _WINDOW if addressed else _WINDOW))):
        if line.words[k].lower == "bahwa" and not line.quoted(k):
            return k
        if _breaks(line, k) and not (addressed and (line.words[k].lower == "yang" or _opens_bahwa(line, k + 1))):
            return None
    return None


def _opens_bahwa(line: Line, n: int) -> bool:
    return n < len(line.words) and line.words[n].lower == "bahwa"


def _breaks(line: Line, n: int) -> bool:
    word = line.words[n]
    if word.text == ",":
        return not (n + 1 < len(line.words) and is_time(line.words[n + 1])) and line.words[n - 1].text != ")"
    return word.text in ".;:!?" or word.lower in _STOPS or line.quoted(n)


def _end(line: Line, start: int, cue: Cue) -> int:
    """Where the content ends; a bare noun phrase ends with *tersebut*: *mengonfirmasi [kunjungan tersebut] pada …*."""
    end = content_end(line, start)
    if cue.takes == "fact":
        for n in range(start + 1, min(end - 1, start + 5)):
            if line.words[n].lower in particles("determiner") and line.words[n + 1].lower in particles("preposition"):
                return n + 1
    return end


def _is_content(line: Line, bounds: tuple[int, int], cue: Cue, found: tuple[str, Range]) -> bool:
    """Whether tokens from `bounds[0]` up to offset `bounds[1]` are something said, by the cue and how it opens."""
    start, how = bounds[0], found[0]
    inside = [token for token in line.words[start:] if token.start < bounds[1]]
    quoted = any(line.quoted(k) for k in range(start, start + len(inside)))
    if cue.takes == "agar" and how == "comma":
        return False
    if sum(token.text[0].isalnum() for token in inside) < 2 and not quoted:
        return False
    if how in ("bahwa", "comma", "place"):
        return how == "bahwa" or quoted or has_clause(inside) or len(inside) > 3
    if inside[0].lower in particles("conjunction") - {"apakah"} or inside[0].lower in _NO_CONTENT:
        return False
    if quoted and line.quoted(start):
        return True
    if cue.takes in ("any", "sebagai", "atas", "karena"):
        return len(inside) > 2 or has_clause(inside)
    asked = how == "request" or any(t.lower in _AIMS for t in inside)
    if cue.takes == "agar" or (cue.takes == "request" and asked):
        return asked
    return has_clause(inside) or is_deed(inside, bare=cue.takes == "fact")


def _closing(line: Line, cue: Cue, phrase: Range, floor: int) -> Draft | None:
    """*…, agensi tersebut menambahkan dalam sebuah unggahan*: what is said stands before its subject."""
    words = line.words
    if cue.takes not in ("any", "clause") or phrase[0] - 1 <= floor or words[phrase[0] - 1].text != ",":
        return None
    if cue.last < len(words) and words[cue.last].lower not in particles("preposition") and words[cue.last].text != ".":
        return None
    start = opening(line, floor)
    if words[start].lower in particles("conjunction") or words[start].lower in _WHEN:
        return None
    content = trimmed(line, start, phrase[0] - 1)
    said = has_clause(words[start : phrase[0] - 1]) or any(line.quoted(k) for k in range(start, phrase[0]))
    if content is None or not said:
        return None
    return Draft(content, phrase, cue_span(line, cue), "active-closes", cue.polarity, at=cue.first)


def _passive(line: Line, n: int) -> Draft | None:
    """*Dikatakan (oleh X) bahwa …*; *Disampaikan X, …*, *Dijelaskannya, …* where it opens the sentence."""
    words, end = line.words, len(line.words)
    cue = cue_at(words, n, end, "passive")
    if cue is None or (n and words[n - 1].lower == "yang"):
        return None
    at = next((k for k in range(cue.last, min(end, cue.last + _WINDOW)) if words[k].lower == "bahwa"), None)
    opens = n == opening(line, line.after_speech(n))
    if at is None:
        return _passive_bare(line, cue) if opens else None
    if any(words[k].text in ".;:" for k in range(cue.last, at)):
        return None
    by = next((k + 1 for k in range(cue.last, at) if words[k].lower == "oleh"), cue.last)
    phrase = phrase_after(words, by, at) if by < at and not cue.own else None
    content = trimmed(line, at + 1, content_end(line, at + 1))
    if phrase is None and not opens and not cue.own:
        phrase = _document(line, n)
        if phrase is None:
            return None
    if content is None:
        return None
    rule = "passive" if phrase or cue.own or words[n].lower in _SPOKEN else "passive-open"
    return Draft(content, phrase, cue_span(line, cue), rule, cue.polarity, cue.own, n)


def _document(line: Line, n: int) -> Range | None:
    """The text in which it stands: *Dalam [surat itu], tertulis bahwa …*."""
    start = opening(line, line.after_speech(n))
    if line.words[start].lower not in ("dalam", "pada", "melalui", "lewat", "di"):
        return None
    phrase = phrase_after(line.words, start + 1, n)
    return phrase if phrase and line.words[phrase[0]].lower in particles("document") else None


def _passive_bare(line: Line, cue: Cue) -> Draft | None:
    """*Disampaikan Bayu, …*, *Dijelaskannya, …*, *Disampaikan, …*: whoever spoke before, where nobody is named."""
    words, end = line.words, len(line.words)
    phrase = None if cue.own else phrase_after(words, cue.last, end)
    known = phrase is not None and (words[phrase[0]].is_capital or words[phrase[0]].lower in particles("pronoun"))
    comma = phrase[1] if phrase else cue.last
    bare = cue.last < end and words[cue.last].text == "," and words[cue.first].lower in _SPOKEN
    if not (known or cue.own or bare):
        return None
    start = comma + (comma < end and words[comma].text == ",")
    content = trimmed(line, start, content_end(line, start)) if start < end else None
    if content is None or not has_clause(words[start:]):
        return None
    own = phrase is None
    span = cue_span(line, cue)
    return Draft(content, phrase, span, "passive", cue.polarity, own and cue.own, cue.first)


def _nominal(line: Line, n: int) -> Draft | None:
    """*pernyataan X bahwa …*"""
    words, end = line.words, len(line.words)
    if words[n].lower not in _NOMINAL or n + 2 >= end:
        return None
    phrase = phrase_after(words, n + 1, end)
    if phrase is None or phrase[1] >= end or words[phrase[1]].lower != "bahwa":
        return None
    content = trimmed(line, phrase[1] + 1, content_end(line, phrase[1] + 1))
    if content is None:
        return None
    return Draft(content, phrase, Span(words[n].start, words[n].end), "nominal", at=n)
