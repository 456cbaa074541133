"""Attribution that stands beside its content: *…, kata X*, *menurut X, …*, *…, seperti dilansir X*."""

from __future__ import annotations

from collections.abc import Iterator

from silang.extraction.content import content_end, has_clause, opening, past_times
from silang.extraction.cues import Cue, cue_at
from silang.extraction.drafts import Draft, cue_span, trimmed
from silang.extraction.lines import Line
from silang.extraction.phrases import Range, is_time, phrase_after
from silang.extraction.vocabulary import is_verb, particles
from silang.language import Token
from silang.model import Span

_LEADS = frozenset({"seperti", "sebagaimana", "demikian", "begitu"})
_PAST = frozenset({"dari", "oleh", "juga", "laman", "situs", "pernyataan", "pemberitaan", "laporan"})
_ASIDE = frozenset({
    "seraya", "sambil", "sembari", "saat", "ketika", "dalam", "usai", "seperti", "sebagaimana", "dikutip",
    "dilansir", "mengutip", "yang", "kepada", "di", "pada", "merujuk", "menanggapi", "setelah", "sementara",
    "sedangkan",
})  # fmt: skip
_SHORT = 4  # tokens before *kata X* that are no more than an opening
_REACH = 12  # tokens of a phrase and its relative clause before the comma that opens the content


def beside(line: Line, n: int) -> Iterator[Draft]:
    """Drafts whose cue stands at token `n` beside the content."""
    words, end = line.words, len(line.words)
    if words[n].lower == "menurut":
        if n + 1 < end and words[n + 1].lower in ("pantauan", "pengamatan"):
            return  # what the outlet saw itself
        if phrase := phrase_after(words, n + 1, end):
            yield from _placed(line, n, n, phrase, "menurut")
    elif words[n].lower == "menurutnya":
        yield from _menurutnya(line, n)
    elif words[n].is_word and (n == 0 or words[n].text.islower()):
        yield from _post(line, n)
        yield from _via(line, n)


def _post(line: Line, n: int) -> Iterator[Draft]:
    """*…, kata X.* closes its content; *Namun, kata X, …* and *Program itu, kata X, …* stand inside it."""
    words, end = line.words, len(line.words)
    cue = cue_at(words, n, end, "post")
    if cue is None or (cue.own and _is_noun(line, cue)):
        return
    floor = line.after_speech(n)
    if n == opening(line, floor) and cue.own:
        yield from _own_opens(line, cue)
        return
    if n <= floor or (words[n - 1].text != "," and words[n - 1].lower not in particles("connective")):
        return
    phrase = None if cue.own else phrase_after(words, cue.last, end)
    if not cue.own and (phrase is None or (cue.takes != "any" and not _is_speaker(line, phrase))):
        return
    start = opening(line, floor)
    nxt = phrase[1] if phrase else cue.last
    before = n - 1 - start
    after = past_times(line, nxt + 1) if nxt < end and words[nxt].text == "," else nxt if before < _SHORT else end
    if _is_inside(line, (start, n - 1), after) and (content := trimmed(line, after, content_end(line, after))):
        yield Draft(content, phrase, cue_span(line, cue), "post-inside", cue.polarity, cue.own, n)
    elif before > 2 and (content := trimmed(line, start, n - 1)):
        yield Draft(content, phrase, cue_span(line, cue), "post", cue.polarity, cue.own, n)


def _is_noun(line: Line, cue: Cue) -> bool:
    """Whether *nilainya*, *ceritanya* is what the clause speaks of: something is said of it."""
    words, after = line.words, cue.last
    if cue.takes == "any" or after >= len(words) or not words[after].is_word:
        return False
    return not any(words[after].lower in particles(kind) for kind in ("preposition", "adverb", "time"))


def _own_opens(line: Line, cue: Cue) -> Iterator[Draft]:
    """*Lanjutnya, …*, *Katanya, …*"""
    words, start = line.words, cue.last + 1
    if start >= len(words) or words[cue.last].text not in ",:" or line.quoted(start):
        return
    if (content := trimmed(line, start, content_end(line, start))) and has_clause(words[start:]):
        yield Draft(content, None, cue_span(line, cue), "own-opens", cue.polarity, own=True, at=cue.first)


def _is_inside(line: Line, before: Range, after: int) -> bool:
    """Whether what is said goes on after *kata X*: what stands before is no clause, or the shorter part."""
    words = line.words
    if after >= len(words) or words[after].lower in _ASIDE:
        return False
    left = before[1] - before[0]
    if line.words[after - 1].text == "," and len(words) - after > 2 * left:
        return True
    if not has_clause(words[after:]):
        return False
    return left < _SHORT or not has_clause(words[slice(*before)]) or len(words) - after > left


def _is_speaker(line: Line, phrase: Range) -> bool:
    first = line.words[phrase[0]]
    return first.is_capital or first.lower in particles("pronoun") or first.lower in particles("article")


def _menurutnya(line: Line, n: int) -> Iterator[Draft]:
    """*Menurutnya, …*"""
    words, end = line.words, len(line.words)
    nxt = n + 2 if n + 1 < end and words[n + 1].text == "," else n + 1
    if nxt >= end or (
        n and words[n - 1].is_word and words[n - 1].lower not in particles("connective") | particles("conjunction")
    ):
        return
    if (content := trimmed(line, nxt, content_end(line, nxt))) and len(words) - nxt > 3:
        yield Draft(content, None, Span(words[n].start, words[n].end), "menurut-opens", own=True, at=n)


def _via(line: Line, n: int) -> Iterator[Draft]:
    """*…, seperti dilansir X*; *Dilansir X, …*; *…, seperti disampaikan X*."""
    words, end = line.words, len(line.words)
    cue = cue_at(words, n, end, "via")
    if cue is None:
        return
    floor, lead = line.after_speech(n), n
    if lead - 1 > floor and words[lead - 1].lower in ("yang", "telah", "yg") and words[lead - 2].lower in _LEADS:
        lead -= 1
    while lead > floor and words[lead - 1].lower in _LEADS:
        lead -= 1
    led = lead < n
    if (cue.takes == "people" and not led) or (not led and lead > floor and words[lead - 1].text != ","):
        return
    after = cue.last
    while after < end and words[after].lower in _PAST:
        after += 1
    if phrase := phrase_after(words, after, end):
        taken = next((k + 1 for k in range(*phrase) if words[k].lower == "dari" and k + 1 < phrase[1]), phrase[0])
        yield from _placed(line, lead, n, (taken, phrase[1]), "via")  # dikutip KabarMelur dari X


def _placed(line: Line, lead: int, cue: int, phrase: Range, rule: str) -> Iterator[Draft]:
    """The content before `lead` where the attribution closes the clause, else what follows its phrase."""
    words, end = line.words, len(line.words)
    span = Span(words[cue].start, words[cue].end)
    start = opening(line, line.after_speech(lead))
    body = sum(words[k].is_word for k in range(start, lead))
    parted = lead > 0 and (words[lead - 1].text in ',."”' or lead < cue)
    if body > 0 and (after := _parenthesis_end(line, phrase[1])):
        if cue_at(words, after, end, "active") is None:
            content = trimmed(line, after, content_end(line, after))
            if content and rule == "via":
                yield Draft(content, phrase, span, "via-inside", at=cue)
        return
    if body > 3 and (parted or phrase[1] >= end - 1) and _stands_alone(line, start, lead):
        if content := trimmed(line, start, lead):
            yield Draft(content, phrase, span, f"{rule}-closes", at=cue)
        return
    nxt = _content_after(line, phrase, rule)
    content = trimmed(line, nxt, content_end(line, nxt)) if nxt < end else None
    if content and sum(token.is_word and not is_time(token) for token in words[nxt:]) > 3:
        yield Draft(content, phrase, span, f"{rule}-opens", at=cue)


def _parenthesis_end(line: Line, n: int) -> int | None:
    """Where the verb of what stands before comes after: *Laporan itu, seperti dilansir X, Selasa, [menyebut] …*."""
    words, end = line.words, len(line.words)
    if n >= end or words[n].text != ",":
        return None
    n = past_times(line, n + 1)
    while n < end and words[n].lower in particles("adverb") | particles("auxiliary"):
        n += 1
    if n >= end or not (is_verb(words[n].text) or cue_at(words, n, end, "active")) or words[n].lower in _ASIDE:
        return None
    return n


def _content_after(line: Line, phrase: Range, rule: str) -> int:
    """Where the content begins after *Menurut X,*; without a comma, right after a name; the line's end if nowhere."""
    words, end, nxt = line.words, len(line.words), phrase[1]
    pronoun = words[phrase[0]].lower in particles("pronoun")
    bare = rule == "menurut" and (pronoun or words[phrase[1] - 1].is_capital)
    if not (bare and pronoun and nxt < end and words[nxt].is_word and not _adds_to(words[nxt])):
        while nxt < end and words[nxt].text != "," and nxt - phrase[1] < _REACH:
            nxt += 1
        if nxt < end and words[nxt].text == ",":
            return _past_credit(line, past_times(line, _past_aside(line, nxt + 1)))
    return phrase[1] if bare and phrase[1] < end and words[phrase[1]].is_word else end


def _past_aside(line: Line, n: int) -> int:
    """Past who that is between commas: *Menurut Bayu, [seorang dokter di Melur,] …*."""
    words, end = line.words, len(line.words)
    if n >= end or words[n].lower not in ("seorang", "selaku", "yang"):
        return n
    return next((k + 1 for k in range(n, min(end, n + _REACH)) if words[k].text == ","), n)


def _adds_to(word: Token) -> bool:
    """Whether a word after *Menurut dia* goes on with the attribution: *yang juga …*, *saat ditemui*."""
    return word.lower == "yang" or word.lower in particles("preposition") or is_time(word)


def _past_credit(line: Line, n: int) -> int:
    """Past a second credit between commas: *Menurut jurnal itu, [seperti dilansir X, Sabtu (7/2),] …*."""
    words, end = line.words, len(line.words)
    places = (n + 1, n + 2) if n < end and words[n].lower in _LEADS else (n,)
    if not any(cue_at(words, k, end, "via") for k in places if k < end):
        return n
    comma = next((k for k in range(n, end) if words[k].text == ","), None)
    return n if comma is None else past_times(line, comma + 1)


def _stands_alone(line: Line, start: int, end: int) -> bool:
    """Whether tokens start:end can be all that is said, not an adverbial before it."""
    words = line.words[start:end]
    if words[0].lower == "menurut" or any(cue_at(line.words, start, end, place) for place in ("post", "via")):
        return False
    return words[0].lower not in particles("preposition") or any(token.text == "," for token in words[:-1])
