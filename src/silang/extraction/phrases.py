"""The phrase that names a source: what stands before a verb of saying, or after *kata*, *menurut*, *dilansir*.

All functions work on the tokens of one line (a sentence, or several that one quotation holds together) and give token
ranges `(first, last)`.
"""

from __future__ import annotations

from collections.abc import Sequence

from silang.extraction.cues import cue_at
from silang.extraction.vocabulary import forms, is_verb, particles, place_at, title_at
from silang.language import Token, lexicon

Range = tuple[int, int]
Words = Sequence[Token]

_QUOTES = frozenset('"“”„«»')
_LINKS = frozenset({"dan", "serta", "&", "maupun"})
_SUBORDINATE = frozenset({"setelah", "sebelum", "ketika", "saat", "karena", "bahwa", "hingga", "usai"})
_ASIDES = frozenset({"seperti", "sebagaimana", "dikutip", "dilansir", "melalui", "mengutip", "yang"})
_NO_SOURCE = frozenset({
    "demikian", "begitu", "hal", "selain", "lebih", "menurut", "antara", "akibatnya", "tidak", "kini", "itu",
    "ini", "ada", "pertama", "terakhir",
})  # fmt: skip
_BEHIND = frozenset({"setempat", "lokal", "lainnya", "lain", "pusat", "daerah"})  # may follow a name in a phrase
_SITES = frozenset({"website", "laman", "situs", "akun", "keterangan", "siaran", "pernyataan", "rilis"})
_DOMAINS = frozenset({"com", "co", "id", "net", "org", "tv", "news", "go", "ac", "sch", "or", "web"})
_NUMBERED = frozenset({"pasal", "perpres", "uu", "pp", "permen", "perda", "bab", "ayat"})
_DATELINE = 8  # tokens before the dash of a dateline that was left in the text
_OFFICE = 8  # tokens that the name after an office's comma may take


def is_time(token: Token) -> bool:
    """Whether a token can only belong to a date: a weekday, a month, a number."""
    return token.text[0].isdigit() or (token.lower in particles("time") and (token.is_capital or token.lower == "wib"))


def subject_before(words: Words, cue: int, floor: int) -> Range | None:
    """The phrase whose verb is at `cue`, not reaching back before token `floor`; None where none is found."""
    back = cue - 1
    while back > floor and words[back].lower in particles("adverb"):
        back -= 1
    apart = back >= floor and words[back].text == ","  # what a comma closes is an aside: the subject is further back
    pieces = _pieces(words, _clause_start(words, cue, floor, apart), cue)
    n = len(pieces) - 1
    while n >= 0 and (_is_aside(words, *pieces[n], last=n == len(pieces) - 1) or _is_wider_place(words, pieces, n)):
        n -= 1
    if n < 0:
        return None
    found = _phrase_in(words, *pieces[n])
    if found and (office := _office_after(words, found[1], cue)):
        return office
    if found and n == len(pieces) - 1 and found[1] < back and is_verb(words[found[1]].text):
        return _after_verb(words, found[1], back + 1)
    if found and n and found[0] == pieces[n][0]:
        return _with_apposition(words, pieces[n - 1], found, apart)
    return found


def _is_wider_place(words: Words, pieces: Sequence[Range], n: int) -> bool:
    """Whether a piece between commas only says where the place before it lies: *… di Klaten, [Jawa Tengah], …*."""
    first, last = pieces[n]
    if n == 0 or last == first or place_at(words, first, last) != last - first:
        return False
    return any(words[k].lower in ("di", "ke", "dari") for k in range(*pieces[n - 1]))


def _with_apposition(words: Words, piece: Range, found: Range, apart: bool) -> Range:
    """The phrase `found` after a comma, with what the piece before it adds: *juru bicara X, [Bayu]*; *otoritas X*
    alone where *, sekutu Y,* between two commas only describes it."""
    before = None if _is_aside(words, *piece, last=False) else _phrase_in(words, *piece)
    if before is None:
        return found
    if apart and before[1] < piece[1] and words[before[1]].lower in ("melalui", "lewat"):
        return before  # Bayu melalui pengacaranya, [Sari], mengaku …
    if _is_apposed(words, piece, found):
        if before[1] == piece[1]:
            return before[0], found[1]
        return before if apart and title_at(words, *before) is None else found
    plain = words[found[0]].text.islower() and title_at(words, *found) is None
    return before if apart and plain and before[1] == piece[1] else found


def named_before(words: Words, end: int, floor: int) -> Range | None:
    """The capitalised words that end at token `end`, with the office before them: *… ungkap [X] yang menjelaskan*."""
    first = end
    while first > floor and (
        (words[first - 1].is_capital and words[first - 1].is_word) or words[first - 1].text in "()"
    ):
        first -= 1
    return (first, end) if first < end else None


def _after_verb(words: Words, verb: int, end: int) -> Range | None:
    """The phrase between another verb and the cue: *membuat [banyak orang] percaya bahwa*; None where none is sure."""
    last = max(n for n in range(verb, end) if n == verb or is_verb(words[n].text))
    first = last + 1
    sure = first < end and (
        words[first].is_capital or words[first].lower in particles("article") | particles("pronoun")
    )
    return (first, end) if sure and _phrase_end(words, first, end) == end else None


def _office_after(words: Words, start: int, cue: int) -> Range | None:
    """An office with its holder just before the cue, where a subheading has run into the sentence before it."""
    end = cue
    while end > start and words[end - 1].lower in particles("adverb"):
        end -= 1
    first = end
    while first > start and words[first - 1].is_capital and words[first - 1].is_word:
        first -= 1
    if first > start and words[first - 1].text == ",":
        return None
    for n in range(first, end - 1):
        title = title_at(words, n, end)
        if title and title[0] == "role" and n > start:
            return None if any(t.lower == "yang" for t in words[start:n]) else (n, end)
    return None


def opening_subject(words: Words, floor: int, end: int) -> Range | None:
    """The phrase that opens the sentence at `floor`: whose second verb, after *dan* or *seraya*, has no subject."""
    for first, last in _pieces(words, floor, end):
        if not _is_aside(words, first, last, last=False) and (found := _phrase_in(words, first, last)):
            return found
    return None


def _clause_start(words: Words, cue: int, floor: int, apart: bool) -> int:
    """Where the clause of the verb at `cue` begins: after the last conjunction, semicolon or quotation before it."""
    depth = 0
    for n in range(cue - 1, floor - 1, -1):
        token = words[n]
        depth += (token.text == ")") - (token.text == "(")
        if depth > 0:
            continue
        if (
            token.text in ";:"
            or token.text in _QUOTES
            or token.lower in particles("conjunction")
            or _connects(words, n, floor)
        ):
            return n + 1
        if (own := cue_at(words, n, cue, "post")) and own.own:
            return n + 1
        if token.text in "-–—" and n + 1 < cue and n - floor < _DATELINE and _is_spaced(words, n):
            return n + 1
        if n > floor and not apart and token.lower in _SUBORDINATE and words[n - 1].lower != "yang":
            return n + 1
        if n > floor and token.lower in ("dan", "dengan") and words[n - 1].text == ",":
            return n + 1
    return floor


def _is_spaced(words: Words, n: int) -> bool:
    return n > 0 and words[n - 1].end < words[n].start and words[n].end < words[n + 1].start


def _connects(words: Words, n: int, floor: int) -> bool:
    """Whether a connective at `n` parts two clauses: *…, sementara X …*, *di mana X menyebut*."""
    lower = words[n].lower
    if lower == "mana":
        return n > floor and words[n - 1].lower == "di"
    return lower in particles("connective") - particles("adverb") - _LINKS and (n == floor or words[n - 1].text == ",")


def _pieces(words: Words, start: int, end: int) -> list[Range]:
    """tokens[start:end] parted at the commas outside brackets; the last piece may be empty."""
    found, first, depth = [], start, 0
    for n in range(start, end):
        mark = words[n].text
        depth += (mark == "(") - (mark == ")")
        if mark == "," and depth <= 0:
            found.append((first, n))
            first = n + 1
    found.append((first, end))
    return found


def _is_aside(words: Words, first: int, end: int, *, last: bool) -> bool:
    """Whether a piece between commas cannot be a source: empty, adverbs, a date, *seperti dilansir X*, *yang …*.

    An adverbial counts only where a comma closes it; the `last` piece may have its subject behind it.
    """
    if all(t.lower in particles("adverb") or is_time(t) or t.text in "()./" for t in words[first:end]):
        return True
    head = words[first].lower
    if is_time(words[first]) or head in _ASIDES:
        return True
    return head in particles("preposition") and (not last or _phrase_in(words, first, end) is None)


def _is_apposed(words: Words, before: Range, found: Range) -> bool:
    """Whether the piece `before` and the phrase after its comma name one person: office, then name, or the reverse."""
    first, last = before
    if last <= first or any(is_verb(t.text) for t in words[first:last] if not t.is_capital):
        return False
    if words[first].lower in particles("preposition") or is_time(words[first]):
        return False
    named = all(t.is_capital or t.text == "." for t in words[slice(*found)])
    titled = title_at(words, *found) is not None
    before_titled = any(title_at(words, n, last) for n in range(first, last))
    if named and not titled:
        return before_titled
    return titled and (before_titled or all(t.is_capital for t in words[first:last]))


def _phrase_in(words: Words, first: int, last: int) -> Range | None:
    """The noun phrase that a piece opens with, adverbs and an adverbial of time or place before it left aside."""
    n = first
    while n < last:
        found = forms("particles", "kind", "connective").at(words, n, last)
        if found:
            n += found[1]
        elif words[n].lower not in particles("adverb") | particles("conjunction") | _QUOTES | {"baik"}:
            break
        else:
            n += 1
    if n >= last or words[n].lower in _NO_SOURCE:
        return None
    if words[n].lower in particles("preposition") and not (words[n].is_capital and n > first):
        return _trailing_name(words, n, last)
    end = _related(words, _phrase_end(words, n, last), last)
    return (n, end) if end > n else None


def _related(words: Words, end: int, last: int) -> int:
    """Past a relative clause that *itu* closes: *pria yang akrab disapa Bayu itu*."""
    while last > end and words[last - 1].lower in particles("adverb"):
        last -= 1
    closed = last > end + 1 and words[end].lower == "yang" and words[last - 1].lower in particles("determiner")
    return last if closed and not any(t.text == "," for t in words[end:last]) else end


def _trailing_name(words: Words, first: int, last: int) -> Range | None:
    """A name or pronoun that closes an adverbial without a comma: *Dalam unggahan itu Bayu juga mengatakan*."""
    end = last
    while end > first and words[end - 1].lower in particles("adverb"):
        end -= 1
    if end > first and words[end - 1].lower in particles("pronoun"):
        return end - 1, end
    start = end
    while start > first and words[start - 1].is_capital and words[start - 1].is_word:
        start -= 1
    if start == end or start - 1 <= first or words[start - 1].lower in particles("preposition"):
        return None
    return start, end


def phrase_after(words: Words, start: int, end: int) -> Range | None:
    """The noun phrase at token `start`: *kata [Bupati Sukaraya Ratna Permadi] dalam …*."""
    if start < end and words[start].lower in ("oleh", "sang"):
        start += 1
    if (
        start >= end
        or is_time(words[start])
        or words[start].lower in _NO_SOURCE
        or words[start].lower in particles("adverb")
        or words[start].lower in particles("determiner")
        or (words[start].lower in particles("preposition") and not words[start].is_capital)
    ):
        return None
    if words[start].lower in particles("pronoun"):
        return start, start + 1
    last = _phrase_end(words, start, end)
    if last <= start:
        return None
    while last < end - 1 and words[last].text == "," and _goes_on(words, start, last, end):
        last = _phrase_end(words, last + 1, end)
    return start, last


def _goes_on(words: Words, start: int, comma: int, end: int) -> bool:
    """Whether an office is followed by the name of who holds it: *kata Kapusdatin BPBD, M Yohan saat …*."""
    nxt = comma + 1
    if not words[nxt].is_capital or is_time(words[nxt]) or not words[nxt].is_word:
        return False
    if not any(title_at(words, n, comma) for n in range(start, comma)):
        return False
    return _phrase_end(words, nxt, end) - nxt <= _OFFICE


def _phrase_end(words: Words, start: int, end: int) -> int:
    """Where the noun phrase that opens at `start` ends."""
    if words[start].lower in particles("pronoun"):
        return start + 1
    depth, named, n = 0, False, start
    while n < end:
        token = words[n]
        if token.text == "(":
            if n + 1 < end and is_time(words[n + 1]):
                break
            depth += 1
        elif token.text == ")":
            depth -= 1
        elif depth <= 0:
            if token.lower in particles("determiner"):
                return n + 1
            if not _belongs(words, n, (start, end), named):
                break
        named = named or (token.is_capital and (n > start or not _is_common(words, n, end)))
        n += 1
    while n > start and (words[n - 1].text in "(.-" or words[n - 1].lower in _LINKS):
        n -= 1
    return n


def _is_common(words: Words, n: int, end: int) -> bool:
    """Whether a capitalised word is none of a name: *Salah seorang pedagang*, *Polisi setempat*."""
    if words[n].lower in particles("article") or words[n].lower in lexicon.forms("describing"):
        return True
    return forms("groups").at(words, n, end) is not None or title_at(words, n, end) is not None


def _belongs(words: Words, n: int, bounds: Range, named: bool) -> bool:
    """Whether token `n` goes on the noun phrase that opened at `bounds[0]`."""
    token, lower, (start, end) = words[n], words[n].lower, bounds
    onward = n > start and n + 1 < end
    if token.text[0].isdigit() and n == start + 1 and words[start].lower in _NUMBERED:
        return True  # Pasal 2
    if token.text == "@":
        return n == start and n + 1 < end
    if words[start].text == "@":
        return token.start == words[n - 1].end and token.text not in ',."”'
    if token.text == "." and onward and words[n + 1].lower in _DOMAINS:
        return token.end == words[n + 1].start
    if not token.text[0].isalnum():
        return token.text in ".-/&" and onward and words[n + 1].is_capital and token.start == words[n - 1].end
    if is_time(token) and not token.text[0].isdigit():
        return False
    if token.is_capital and n > start:
        return lower not in particles("preposition") or (onward and words[n + 1].is_capital)
    if lower in _LINKS:
        return onward and _may_head(words, n + 1, end)
    if lower in ("untuk", "atas", "dari", "of", "for"):  # Komisi untuk Orang Hilang
        return onward and words[n + 1].is_capital and (words[n - 1].is_capital or lower == "dari")
    if lower == "di":  # *seorang dokter di RS Melur*, not *ujar Presiden di Melur*
        return onward and not named and words[n + 1].is_capital and not _names_its_holder(words, start, n)
    if named and lower not in _BEHIND and lower not in particles("determiner") and not _named_again(words, n, end):
        return False
    if lower == "resmi" and n > start and words[n - 1].lower in _SITES:
        return True
    if lower == "yang" or (n > start and (lower in particles("adverb") or lower in particles("auxiliary"))):
        return False
    if lower in particles("preposition") or lower in particles("conjunction"):
        return n == start and token.is_capital
    return not is_verb(token.text)


def _names_its_holder(words: Words, start: int, n: int) -> bool:
    """Whether tokens start:n are an office that one person holds: *Presiden*, *Gubernur*."""
    found = forms("titles").at(words, start, n)
    return found is not None and found[1] == n - start and bool(found[0].get("one"))


def _named_again(words: Words, n: int, end: int) -> bool:
    """Whether a capitalised word follows soon: *Presiden AS [terpilih] Bayu Sasmita*."""
    return any(token.is_capital for token in words[n + 1 : min(end, n + 3)]) and not is_verb(words[n].text)


def _may_head(words: Words, n: int, end: int) -> bool:
    """Whether the word after *dan* can open another source, not a verb of the same one."""
    token = words[n]
    if token.is_capital or token.lower in particles("article"):
        return True
    if forms("groups").at(words, n, end) or title_at(words, n, end):
        return True
    return (
        not is_verb(token.text) and token.lower not in particles("adverb") and token.lower not in particles("pronoun")
    )
