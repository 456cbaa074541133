"""Attributions in one line: which stretch is said, by which phrase, by which cue (PARC 3.0)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from silang.extraction.cues import Cue, cue_at
from silang.extraction.lines import Line
from silang.extraction.phrases import Range, is_time, phrase_after, subject_before
from silang.extraction.vocabulary import forms, is_field, is_verb, particles
from silang.language import Token
from silang.model import Polarity, Span

_SAME = frozenset(
    {"seraya", "sambil", "sembari", "dan", "serta", "namun", "tetapi", "tapi", "meskipun", "meski", "lalu", "sekaligus"}
)
_NOMINAL = frozenset(
    {
        "pernyataan",
        "klaim",
        "tudingan",
        "tuduhan",
        "keterangan",
        "pengakuan",
        "penegasan",
        "peringatan",
        "laporan",
        "janji",
    }
)
_LEADS = frozenset({"seperti", "sebagaimana", "demikian", "yang", "sebagai", "begitu", "telah"})
_WINDOW = 14  # tokens between a cue and its bahwa


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before its source is resolved. `source` is a token range of the line; None where the line has none.

    `cue` is a span of text. `kin` says whose source it shares where it has none: "before" (the last statement),
    "after" (the next), "" (its own).
    """

    content: Span
    source: Range | None
    cue: Span | None
    rule: str
    polarity: Polarity = "affirmed"
    kin: str = ""
    own: bool = False
    at: int = 0  # the token of the cue, by which drafts of a line stand in order


def _span(line: Line, first: int, last: int) -> Span | None:
    """Tokens first:last as a span, commas and closing full stops at its edges left out."""
    words = line.words
    while first < last and words[first].text in ",:;–—-":
        first += 1
    while last > first and words[last - 1].text in ",.;:–—!-":
        last -= 1
    if last <= first:
        return None
    return Span(words[first].start, words[last - 1].end)


def _cue_span(line: Line, cue: Cue) -> Span:
    return Span(line.words[cue.first].start, line.words[cue.last - 1].end)


# ── quoted speech ────────────────────────────────────────────────────────────────────────────────────────────────


def spoken(line: Line) -> list[Draft]:
    """Drafts of the quoted speech of a line."""
    drafts: list[Draft | None] = []
    for n, quotation in enumerate(line.quotations):
        if line.speech[n]:
            content = Span(quotation.start, quotation.end)
            draft = _after_quotation(line, n, content) or _before_quotation(line, n, content)
            drafts.append(draft or Draft(content, None, None, "quote", at=line.ranges[n][0]))
    known = [draft for draft in drafts if draft and draft.rule != "quote"]
    found: list[Draft] = []
    for draft in drafts:
        if draft and draft.rule == "quote":
            near = next(
                (k for k in reversed(known) if k.content.end <= draft.content.start), known[0] if known else None
            )
            if near:
                draft = replace(draft, source=near.source, cue=near.cue, own=near.own, rule="quote-split")
            else:
                draft = replace(draft, kin="before", rule="quote-continues")
        if draft:
            found.append(draft)
    return found


def _after_quotation(line: Line, n: int, content: Span) -> Draft | None:
    words, end = line.words, len(line.words)
    at = line.ranges[n][1]
    limit = min(
        (first for (first, _), speech in zip(line.ranges, line.speech, strict=True) if speech and first >= at),
        default=end,
    )
    while at < limit and (words[at].text in ",.;–—-" or words[at].lower in ("demikian", "begitu", "lebih")):
        at += 1
    if at >= limit:
        return None
    if cue := cue_at(words, at, limit, "post"):
        if cue.own:
            return Draft(content, None, _cue_span(line, cue), "quote-nya", cue.polarity, own=True, at=at)
        nxt = cue.last
        while nxt < limit and words[nxt].lower in particles("adverb"):
            nxt += 1
        if phrase := phrase_after(words, nxt, limit):
            return Draft(content, phrase, _cue_span(line, cue), "quote-post", cue.polarity, at=at)
        return Draft(content, None, _cue_span(line, cue), "quote-post", cue.polarity, kin="before", at=at)
    if words[at].lower == "menurut" and (phrase := phrase_after(words, at + 1, limit)):
        return Draft(content, phrase, Span(words[at].start, words[at].end), "quote-menurut", at=at)
    for k in range(at, min(limit, at + 14)):
        cue = cue_at(words, k, limit, "active")
        if cue and (phrase := subject_before(words, k, at)) and phrase[0] <= at + 1:
            return Draft(content, phrase, _cue_span(line, cue), "quote-subject", cue.polarity, at=k)
    return None


def _before_quotation(line: Line, n: int, content: Span) -> Draft | None:
    words = line.words
    first = line.ranges[n][0]
    floor = max((last for (_, last), speech in zip(line.ranges[:n], line.speech, strict=False) if speech), default=0)
    for k in range(first - 1, max(floor, first - 16) - 1, -1):
        if line.quoted(k):
            return None
        cue = cue_at(words, k, first, "active")
        if cue:
            if words[k - 1].lower in _SAME and k > floor:
                phrase = None
            phrase = subject_before(words, k, floor)
            kin = "" if phrase else "before"
            return Draft(content, phrase, _cue_span(line, cue), "cue-quote", cue.polarity, kin, at=k)
        post = cue_at(words, k, first, "post")
        if post and (post.own or words[first - 1].text in ":,"):
            phrase = None if post.own else phrase_after(words, post.last, first)
            if post.own or phrase:
                return Draft(content, phrase, _cue_span(line, post), "cue-quote", post.polarity, own=post.own, at=k)
        if words[k].lower == "menurut" and (phrase := phrase_after(words, k + 1, first)):
            return Draft(content, phrase, Span(words[k].start, words[k].end), "menurut-quote", at=k)
    return None


# ── reported speech ──────────────────────────────────────────────────────────────────────────────────────────────


def reported(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Drafts of the reported speech of a line, in the order of their cues; `drafts` are its quoted speech."""
    used = {draft.cue.start for draft in drafts if draft.cue}
    found: list[Draft] = []
    for n in range(len(line.words)):
        if line.quoted(n) or line.words[n].start in used:
            continue
        found.extend(_trailing(line, n))
        if draft := _passive(line, n) or _nominal(line, n):
            found.append(draft)
        elif cue := cue_at(line.words, n, len(line.words), "active"):
            if draft := _active(line, cue, [*drafts, *found]):
                found.append(draft)
    return found


def _active(line: Line, cue: Cue, before: list[Draft]) -> Draft | None:
    words = line.words
    floor = _floor(line, cue.first)
    back = cue.first - 1
    while back >= floor and words[back].lower in particles("adverb"):
        back -= 1
    if back >= 0 and words[back].lower in ("yang", "untuk"):
        return None
    shared = next((d for d in reversed(before) if d.at < cue.first), None)
    linked = (
        back >= floor
        and words[back].lower in _SAME
        and shared is not None
        and (words[back].lower != "dan" or _no_subject(line, back, floor))
    )
    phrase = shared.source if linked and shared else subject_before(words, cue.first, floor)
    own = bool(linked and shared and shared.own)
    if phrase is None and not linked:
        return None
    start, how = _content_start(line, cue)
    if start is None:
        return None
    content = _span(line, start, content_end(line, start))
    if content is None or not _is_content(line, start, content, cue, how):
        return None
    kin = "before" if phrase is None else ""
    return Draft(content, phrase, _cue_span(line, cue), f"active-{how}", cue.polarity, kin, own, cue.first)


def _floor(line: Line, n: int) -> int:
    return max(
        (last for (_, last), speech in zip(line.ranges, line.speech, strict=True) if speech and last <= n), default=0
    )


def _no_subject(line: Line, back: int, floor: int) -> bool:
    """Whether *dan* joins two verbs of one subject: a verb of saying stands before it."""
    return any(cue_at(line.words, k, back, "active") for k in range(floor, back))


def _content_start(line: Line, cue: Cue) -> tuple[int | None, str]:
    """The token at which the content begins, and what opened it: bahwa, comma, clause, or the cue's own word."""
    words, n = line.words, cue.last
    end = len(words)
    for k in range(n, min(end, n + _WINDOW)):
        if words[k].lower == "bahwa" and not line.said(k):
            if all(not _breaks(line, j) for j in range(n, k)):
                return k + 1, "bahwa"
            break
        if words[k].text in ".;!?":
            break
    if cue.takes == "bahwa":
        return None, ""
    if cue.takes not in ("any", "clause"):
        limit = content_end(line, n)
        at = next((k for k in range(n, limit) if words[k].lower == cue.takes), None)
        if at is None:
            return None, ""
        return (n if cue.takes == "sebagai" else at + 1), cue.takes
    if n < end and words[n].lower in ("kepada", "pada", "ke", "di", "dalam", "lewat", "melalui", "via"):
        k = n
        while k < min(end, n + _WINDOW) and words[k].text not in ",:.":
            k += 1
        if k < end and words[k].text in ",:" and not any(_breaks(line, j) for j in range(n + 1, k)):
            return k + 1, "comma"
        return None, ""
    if n < end and words[n].lower in ("lagi", "pula", "juga"):
        n += 1
    if n < end and words[n].text in ",:":
        k = _past_times(line, n + 1)
        return (k + 1 if k < end and words[k].lower == "bahwa" else k), "comma"
    return (n, "clause") if n < end else (None, "")


def _breaks(line: Line, n: int) -> bool:
    token = line.words[n]
    return (
        token.text in ".;:!?"
        or (token.text == "," and not _date_near(line, n))
        or token.lower in ("yang", "untuk", "dan")
    )


def _date_near(line: Line, n: int) -> bool:
    return (n + 1 < len(line.words) and is_time(line.words[n + 1])) or (n > 0 and line.words[n - 1].text == ")")


def _past_times(line: Line, n: int) -> int:
    """Past dates between commas: *…, Selasa (3/2), …*."""
    words, k = line.words, n
    while k < len(words) and (
        is_time(words[k])
        or (words[k].text in "()/." and k > n)
        or words[k].lower in ("waktu", "setempat", "malam", "pagi")
    ):
        k += 1
    if k > n and k < len(words) and words[k].text == ",":
        return _past_times(line, k + 1)
    return n


def _is_content(line: Line, start: int, content: Span, cue: Cue, how: str) -> bool:
    inside = [t for t in line.words[start:] if t.start < content.end]
    size = sum(t.is_word or t.text[0].isdigit() for t in inside)
    if size < 2 and not any(line.quoted(k) for k in range(start, start + len(inside))):
        return False
    if how != "clause":
        return True
    if inside[0].lower in particles("conjunction") | {
        "oleh",
        "seperti",
        "sebagai",
        "dan",
        "atau",
        "itu",
        "tersebut",
        "hal",
    } and inside[0].lower not in ("apakah",):
        return False
    if any(q.start == content.start or q.outer.start == content.start for q in line.quotations):
        return True
    if cue.takes == "any":
        return size > 2
    return _has_clause(inside) or _is_deed(inside)


def _has_clause(inside: list[Token]) -> bool:
    """Whether words hold a verb of their own, not only one inside *yang …* or *untuk …*."""
    for n, token in enumerate(inside):
        verb = (is_verb(token.text) and not token.is_capital) or token.lower in particles("auxiliary")
        if (
            verb
            and n
            and not any(
                inside[k].lower in ("yang", "saat", "ketika", "setelah", "dengan", "dalam")
                for k in range(max(0, n - 2), n)
            )
        ):
            return True
    return any(t.lower in ("untuk", "agar", "supaya") for t in inside[1:])


def _is_deed(inside: list[Token]) -> bool:
    """Whether words name something done, at length: *peluncuran kedua rudal oleh …*, *rencana pertemuannya dengan …*."""
    return (is_field(inside[0].lower) or inside[0].lower == "rencana") and len(inside) > 3


def content_end(line: Line, start: int) -> int:
    """Where content that begins at token `start` ends: before what the outlet adds after it."""
    words, depth = line.words, 0
    for n in range(start, len(words)):
        token = words[n]
        if line.said(n) and n > start and not line.said(start):
            return n
        if line.quoted(n):
            continue
        depth += (token.text == "(") - (token.text == ")")
        if depth > 0:
            continue
        if token.text == "," and n > start and _adds(line, n + 1):
            return n
        if (
            n > start
            and token.lower in ("seraya", "sembari", "sambil")
            and n + 1 < len(words)
            and _cue_soon(line, n + 1, 3)
        ):
            return n
        if n > start and token.lower in ("dan", "serta", "namun", "meskipun") and _joins_cue(line, n + 1):
            return n
        if n > start and token.lower in ("seperti", "sebagaimana", "demikian") and _via_soon(line, n + 1):
            return n
        if (
            n > start
            and token.text in ".!?"
            and n + 1 < len(words)
            and words[n + 1].is_capital
            and n - start > 6
            and words[n + 1].start > token.end
        ):
            return n
    return len(words)


def _joins_cue(line: Line, n: int) -> bool:
    words = line.words
    while n < len(words) and words[n].lower in particles("adverb"):
        n += 1
    if n >= len(words):
        return False
    cue = cue_at(words, n, len(words), "active")
    return (
        cue is not None
        and cue.takes in ("any", "clause")
        and (
            any(words[k].lower == "bahwa" for k in range(cue.last, min(len(words), cue.last + 6))) or cue.takes == "any"
        )
    )


def _cue_soon(line: Line, n: int, reach: int) -> bool:
    return any(cue_at(line.words, k, len(line.words), "active") for k in range(n, min(len(line.words), n + reach)))


def _via_soon(line: Line, n: int) -> bool:
    return any(cue_at(line.words, k, len(line.words), "via") for k in range(n, min(len(line.words), n + 3)))


def _adds(line: Line, n: int) -> bool:
    """Whether what follows a comma at `n` is no more content: a credit, a date, another attribution, a remark."""
    words, end = line.words, len(line.words)
    if n >= end or line.said(n):
        return n < end
    lower = words[n].lower
    if cue_at(words, n, end, "via") or (lower in _LEADS and _via_soon(line, n + 1)):
        return True
    if (
        (post := cue_at(words, n, end, "post"))
        and (post.own or phrase_after(words, post.last, end))
        and post.takes == "any"
    ):
        return True
    if lower == "menurut" and phrase_after(words, n + 1, end):
        return True
    if lower in ("seraya", "sembari", "sambil", "sementara", "sedangkan"):
        return True
    if lower in ("merujuk", "mengacu", "menanggapi") or (
        lower == "yang" and any(t.lower in ("merujuk", "mengacu") for t in words[n : n + 4])
    ):
        return True
    if lower in ("saat", "ketika", "dalam", "kepada", "usai") and any(
        t.lower
        in (
            "ditanya",
            "ditemui",
            "dikonfirmasi",
            "dihubungi",
            "keterangan",
            "keterangannya",
            "konferensi",
            "jumpa",
            "wartawan",
            "siaran",
            "pernyataannya",
            "unggahan",
            "unggahannya",
        )
        for t in words[n + 1 : n + 5]
    ):
        return True
    if lower in ("namun", "tetapi", "tapi") and any(t.lower in ("tidak", "belum") for t in words[n + 1 : n + 2]):
        return True
    if lower in ("dan", "namun", "tetapi", "tapi", "dengan", "meskipun", "meski", "sehingga"):
        for k in range(n + 1, min(end, n + 9)):
            if words[k].text == ",":
                return False
            if (cue := cue_at(words, k, end, "active")) and cue.takes != "bahwa":
                return all(not is_verb(words[j].text) for j in range(n + 1, k))
        return False
    return (
        is_time(words[n])
        and words[n].is_capital
        and _past_times(line, n) == n
        and all(
            is_time(t)
            or t.text in "()/.,"
            or t.lower in ("waktu", "setempat", "malam", "pagi", "siang", "sore", "dini", "hari")
            for t in words[n:]
        )
    )


def _opening(line: Line, floor: int) -> int:
    """Past the connective that opens a sentence: *Namun*, *Sementara itu,*."""
    words, n = line.words, floor
    while n < len(words) and words[n].text in ",.":
        n += 1
    if found := forms("particles", "kind", "conjunction").at(words, n, len(words)):
        n += found[1]
        if n < len(words) and words[n].text == ",":
            n += 1
    return n


def _trailing(line: Line, n: int) -> Iterator[Draft]:
    """What stands before *, kata X* and beside *menurut X* and *dilansir X*."""
    words, end = line.words, len(line.words)
    floor = _floor(line, n)
    if n > floor and words[n - 1].text == "," and (cue := cue_at(words, n, end, "post")) and cue.takes == "any":
        phrase = None if cue.own else phrase_after(words, cue.last, end)
        content = _span(line, _opening(line, floor), n - 1)
        if content and (cue.own or phrase) and n - floor > 3:
            yield Draft(content, phrase, _cue_span(line, cue), "post", cue.polarity, own=cue.own, at=n)
    elif words[n].lower == "menurut" and (phrase := phrase_after(words, n + 1, end)):
        yield from _beside(line, n, n, phrase, "menurut")
    elif cue := cue_at(words, n, end, "via"):
        lead = n
        while lead > floor and words[lead - 1].lower in _LEADS | particles("adverb"):
            lead -= 1
        if lead > floor and words[lead - 1].text != "," and lead == n:
            return
        after = cue.last
        while after < end and words[after].lower in ("dari", "oleh", "juga", "laman", "pernyataan"):
            after += 1
        if phrase := phrase_after(words, after, end):
            yield from _beside(line, lead, n, phrase, "via")


def _beside(line: Line, lead: int, cue: int, phrase: Range, rule: str) -> Iterator[Draft]:
    """The content before `lead` where the attribution closes the clause, else what follows its phrase."""
    words, end = line.words, len(line.words)
    floor = _floor(line, lead)
    start = _opening(line, floor)
    span = Span(words[cue].start, words[cue].end)
    body = [k for k in range(start, lead) if words[k].is_word]
    closes = len(body) > 3 and (
        words[lead - 1].text in ",."
        or lead < cue
        or phrase[1] >= end - 1
        or (rule == "menurut" and words[phrase[1]].text in ".")
    )
    if closes and _clausal(line, start, lead):
        if content := _span(line, start, lead):
            yield Draft(content, phrase, span, f"{rule}-closes", at=cue)
        return
    nxt = phrase[1]
    while nxt < end and words[nxt].text != "," and nxt - phrase[1] < 12:
        nxt += 1
    if nxt >= end or words[nxt].text != ",":
        return
    nxt = _past_times(line, nxt + 1)
    if content := _span(line, nxt, content_end(line, nxt)):
        yield Draft(content, phrase, span, f"{rule}-opens", at=cue)


def _clausal(line: Line, start: int, end: int) -> bool:
    words = line.words[start:end]
    if words[0].lower in particles("preposition") and not any(t.text == "," for t in words[:-1]):
        return False
    return _has_clause(list(words))


def _passive(line: Line, n: int) -> Draft | None:
    """*Dikatakan (oleh X) bahwa …*"""
    words, end = line.words, len(line.words)
    cue = cue_at(words, n, end, "passive")
    if cue is None:
        return None
    at = next((k for k in range(cue.last, min(end, cue.last + _WINDOW)) if words[k].lower == "bahwa"), None)
    if at is None or any(words[k].text in ".;:" for k in range(cue.last, at)):
        return None
    by = next((k for k in range(cue.last, at) if words[k].lower == "oleh"), None)
    phrase = phrase_after(words, by + 1, at) if by is not None else phrase_after(words, cue.last, at)
    content = _span(line, at + 1, content_end(line, at + 1))
    if content is None or (phrase is None and n > 1):
        return None
    return Draft(content, phrase, _cue_span(line, cue), "passive", cue.polarity, "" if phrase else "before", at=n)


def _nominal(line: Line, n: int) -> Draft | None:
    """*pernyataan X bahwa …*"""
    words, end = line.words, len(line.words)
    if words[n].lower not in _NOMINAL or n + 2 >= end:
        return None
    phrase = phrase_after(words, n + 1, end)
    if phrase is None or phrase[1] >= end or words[phrase[1]].lower != "bahwa":
        return None
    content = _span(line, phrase[1] + 1, content_end(line, phrase[1] + 1))
    if content is None:
        return None
    return Draft(content, phrase, Span(words[n].start, words[n].end), "nominal", at=n)
