"""Finds what a message says of somebody else's heart or mind: feelings, opinions, intentions.

A clause attributes a feeling when its holder ("you", "she", the reader's name) is followed by a
word of feeling in the place of a verb, a state or a thing held. Conditions, questions and what
merely could be are no attribution, unless the writer claims to have seen it ("I could tell").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from coach.review.claim import Claim
from coach.review.claim_ledger import Ledger
from coach.review.stems import plain
from coach.review.text import Span, trimmed, word_spans, words

_SEGMENT = re.compile(r"[^.,;:!?()–—\n…]+")
_HOLDERS = frozenset(("you", "u", "she", "he", "they"))
_OWNERS = frozenset(("your", "ur", "his", "her", "their"))
_BREAKS = frozenset(
    "i me my us we our myself and or but because so which who whom whose that if when while whether"
    " than though although since before after until unless how what why where you your yours".split()
)
_BE = frozenset(
    "am are is was were be been being seem seems seemed look looks looked sound sounds sounded feel"
    " feels felt get gets got become became grow grew remain remained stay stayed appear appeared".split()
)
_HAVE = frozenset("have has had share shared hold held harbour harboured keep kept put place".split())
_DEGREE = frozenset(
    "so very really quite too more most rather fairly a an bit little as not never always still also"
    " even just all both ever once genuinely long no nothing pretty that this less least only".split()
)
_SKIP = (
    _DEGREE
    | frozenset(
        "have has had are were was is been be do does did don't didn't doesn't seem seems seemed appear"
        " appeared to used come came grew grown began begin started happen happened must will would could"
        " might may should can cannot already often sometimes perhaps clearly yourself himself herself"
        " themselves now then surely probably likely of course who well first much".split()
    )
) - {"a", "an", "this", "that"}
_MODALS = frozenset("would could might may should can will'd cannot can't wouldn't couldn't".split())
_CONDITION = frozenset(
    "if whether unless should when whenever once until till case hope hoping hopes wish supposing provided"
    " whatever whichever whoever however anything anyone everything wherever than as make making let want"
    " letting have leave for so would could can will might may do did does are were is was".split()
)
_OPEN = frozenset(
    "thing things one something way ways advice book books part parts bit moment time times point people"
    " person mistake mistakes skill skills habit habits question questions".split()
)
_ASKED = frozenset("what how why which where who whom".split())
_THIRD = frozenset(("she", "he", "they", "his", "her", "their"))
_SEEMS = frozenset("seem seems seemed looked looks sounded sounds appeared".split())
_NO_STATE = frozenset(
    "like at for to through after up into over forward as that good great right perfect ideal the a an"
    " my our your it this out back around down on in me".split()
)
_RATHER = re.compile(r"(?:'d|'ll| would| will) (?:\w+ly )?(?:rather|sooner|prefer|much)\b", re.IGNORECASE)
_COURTEOUS = frozenset("free obliged pressured able like up obligated pressed forced bound".split())
_NEAR_VERB = frozenset("like care mind plan think".split())
_ARTICLES = frozenset("the a an my your his her their our this that of no any some".split())
_REACH = 8
_IF = 8
_BEFORE = 200


@dataclass(frozen=True)
class _Word:
    """A word of a segment: as a bare small word, its clitic ("'re"), and where it stands."""

    bare: str
    clitic: str
    at: Span


@lru_cache(maxsize=2_000)
def _bare(word: str) -> tuple[str, str]:
    lower = word.lower()
    head, mark, tail = lower.partition("'")
    if mark and (head in _HOLDERS or tail in ("s", "re", "ve", "d", "ll")):
        return head, tail
    return lower, ""


def mind_claims(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """Yield the feelings, opinions and intentions that a sentence gives to somebody else."""
    for found in ledger.pattern("feelings").finditer(sentence.text):
        before = words(sentence.text[max(0, found.start() - _BEFORE) : found.start()].lower())[-1:]
        if before and before[0] in _CONDITION and before[0] not in ("as", "so", "for"):
            continue
        end = _segment_end(sentence, found.end())
        if not _supported(ledger, found.group(), sentence.text[found.start() : end]):
            yield _claim(ledger, sentence, found.start(), end)
    for found in ledger.pattern("sensing").finditer(sentence.text):
        yield from _guessed(ledger, sentence, found)
    for segment in _SEGMENT.finditer(sentence.text):
        yield from _in_segment(ledger, sentence, segment)


def _guessed(ledger: Ledger, sentence: Span, found: re.Match[str]) -> Iterator[Claim]:
    """Yield what is guessed of somebody, unless it is given or true of everybody."""
    end = _segment_end(sentence, found.end())
    said = sentence.text[found.end() : end]
    head = _bare((words(said[:40]) or [""])[0])[0]
    if head not in _HOLDERS and head not in _names(ledger):
        return
    rest = said.lstrip()[len(head) :]
    if _RATHER.match(rest):
        yield _claim(ledger, sentence, found.start(), end)
        return
    new = ledger.unsupported(rest)
    if ledger.pattern("crowded").search(rest) and not new:
        return
    if new or not ledger.telling(rest):
        if not ledger.pattern("crowded").search(rest):
            yield _claim(ledger, sentence, found.start(), end)


def _segment_end(sentence: Span, at: int) -> int:
    found = _SEGMENT.match(sentence.text, at)
    return found.end() if found is not None else at


def _claim(ledger: Ledger, sentence: Span, start: int, end: int) -> Claim:
    span = trimmed(ledger.reading.letter.text, sentence.start + start, sentence.start + end)
    whole = Span(sentence.start + start, sentence.start + end, sentence.text[start:end])
    return Claim(span or whole, "feeling")


def _in_segment(ledger: Ledger, sentence: Span, segment: re.Match[str]) -> Iterator[Claim]:
    spans = word_spans(segment.group(), segment.start())
    listed = [_Word(*_bare(s.text), s) for s in spans]
    names = _names(ledger)
    asked = _is_question(sentence, segment)
    for number, word in enumerate(listed):
        owner = word.bare in _OWNERS or (word.bare in names and word.clitic == "s")
        holder = word.bare in _HOLDERS or word.bare in names
        if not (owner or holder):
            continue
        before = listed[max(0, number - 2) : number]
        seen = _seen(ledger, sentence.text[max(0, word.at.start - _BEFORE) : word.at.start])
        wished = ledger.introduces and word.bare in _THIRD and not seen
        if wished or _exempt(listed[max(0, number - _IF) : number], seen=seen, asked=asked):
            continue
        after = listed[number + 1 : number + 1 + _REACH]
        hit = _owned(ledger, after) if owner else None
        if hit is None and seen and len(before) == 2 and before[0].bare in ("how", "so"):
            states = ledger.lexicon.forms["mental-states"]
            hit = before[1] if before[1].bare in states else None
        hit = hit or (_attributed(ledger, word, after, seen=seen) if holder else None)
        if hit is not None:
            said = sentence.text[word.at.start : segment.end()]
            if not _supported(ledger, hit.at.text, said):
                yield _claim(ledger, sentence, word.at.start, segment.end())
                return


def _names(ledger: Ledger) -> frozenset[str]:
    brief = ledger.reading.brief
    if brief is None:
        return frozenset()
    known = (*words(brief.recipient.name), *words(brief.via))
    return frozenset(w.lower() for w in known if len(w) > 1)


def _is_question(sentence: Span, segment: re.Match[str]) -> bool:
    after = sentence.text[segment.end() : segment.end() + 1]
    if after == "?":
        return True
    first = words(segment.group()[:40])[:1]
    return "?" in sentence.text[segment.end() :][:_BEFORE] and bool(first) and first[0].lower() in (
        _ASKED | _CONDITION
    )


def _seen(ledger: Ledger, before: str) -> bool:
    """Whether the writer claims to know: "I could tell how much …"."""
    return ledger.pattern("evidence").search(before) is not None


def _exempt(before: list[_Word], *, seen: bool, asked: bool) -> bool:
    if asked and not seen:
        return True
    last = [w.bare for w in before if not w.bare.endswith("ly")]
    if not last:
        return False
    if last[-1] in _CONDITION and not (seen and last[-1] in ("as", "so", "when")):
        return True
    if last[-1] in _OPEN or (last[-1] in _ASKED and not seen):
        return True
    if not seen and len(last) > 1 and last[-2] in ("how", "whatever", "what", "which"):
        return True
    return any(w in ("if", "whether", "unless") for w in last[-_IF:])


def _owned(ledger: Ledger, after: list[_Word]) -> _Word | None:
    """The thing of the mind that is somebody's: "your long-standing belief"."""
    nouns = ledger.lexicon.forms["mental-nouns"]
    for word in after[:3]:
        if word.bare in _BREAKS or word.bare in _BE:
            return None
        if word.bare in nouns:
            return word
    return None


def _attributed(
    ledger: Ledger, holder: _Word, after: list[_Word], *, seen: bool
) -> _Word | None:
    cut = next((n for n, w in enumerate(after) if w.bare in _BREAKS), len(after))
    reach = after[:cut]
    hit = _verb(ledger, reach) or _state(ledger, holder, reach) or _held(ledger, reach)
    if hit is None:
        return None
    until = [w.bare for w in reach if w.at.start < hit.at.start]
    modal = holder.clitic in ("d", "ll") or any(w in _MODALS or w in ("will", "shall") for w in until)
    if modal and not seen:
        return None
    nxt = next((w.bare for w in after if w.at.start > hit.at.start), "")
    if hit.bare in ("feel", "feels", "felt") and nxt in _COURTEOUS:
        return None
    return hit


def _verb(ledger: Ledger, reach: list[_Word]) -> _Word | None:
    verbs = ledger.lexicon.words("mental-verbs")
    for number, word in enumerate(reach):
        stem = ledger.stems_of(word.bare)[:1]
        previous = reach[number - 1].bare if number else ""
        passive = previous in ("was", "were", "been", "are", "is", "be") and word.bare.endswith("ed")
        if stem and stem[0] in verbs and previous not in _ARTICLES and not passive:
            return word if _fits(word, reach[number + 1 :]) else None
        if word.bare not in _SKIP and not word.bare.endswith("ly"):
            return None
    return None


def _fits(word: _Word, after: list[_Word]) -> bool:
    """Some words of feeling are others too: only "care about", "plan to", "think that"."""
    nxt = after[0].bare if after else ""
    if word.bare.startswith("car"):
        return nxt in ("about", "deeply", "so", "a", "very", "passionately", "")
    if word.bare.startswith("plan"):
        return nxt == "to"
    return not word.bare.endswith("ing")


def _state(ledger: Ledger, holder: _Word, reach: list[_Word]) -> _Word | None:
    states = ledger.lexicon.forms["mental-states"]
    being = holder.clitic in ("re", "s")
    seems = False
    for word in reach:
        if being and word.bare in states:
            return word
        if seems and word.bare not in _DEGREE:
            return word if word.bare not in _NO_STATE and not word.bare.endswith("ly") else None
        if word.bare in _BE:
            being, seems = True, word.bare in _SEEMS
        elif being and word.bare not in _DEGREE and not word.bare.endswith("ly"):
            being = False
    return None


def _held(ledger: Ledger, reach: list[_Word]) -> _Word | None:
    nouns = ledger.lexicon.forms["mental-nouns"]
    has = False
    for word in reach[:6]:
        if has and word.bare in nouns:
            return word
        has = has or word.bare in _HAVE
    return None


def _supported(ledger: Ledger, felt: str, said: str) -> bool:
    """Whether the brief tells of this feeling, and of most of what it is about."""
    stems = [s for s in ledger.content(felt) if s not in _KNOWING]
    if felt.lower().startswith(("think", "believ", "thought")):
        stems = []
    elif not stems:
        return False
    if not all(any(ledger.lexicon.same(s, g) for g in ledger.told_minds) for s in stems):
        return False
    telling = ledger.telling(said)
    if not stems and not telling:
        return True
    return len(ledger.unsupported(said)) * 2 <= len(telling)


_KNOWING = frozenset(plain(w) for w in "know see hear tell".split())
