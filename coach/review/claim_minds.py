"""Finds what a message says of somebody else's heart or mind: feelings, opinions, intentions.

A clause attributes a feeling when its holder ("you", "she", the reader's name) is followed by a
word of feeling in the place of a verb, a state or a thing held. Conditions, questions and what
merely could be are no attribution, unless the writer claims to have seen it ("I could tell").
"""

import re
from collections.abc import Iterator

from coach.review.claim import Claim
from coach.review.claim_ledger import Ledger
from coach.review.claim_predicates import HOLDERS, OWNERS, Word, attributed, owned, small
from coach.review.stems import plain
from coach.review.text import Span, trimmed, word_spans, words

_SEGMENT = re.compile(r"[^.,;:!?()–—\n…]+")
_CONDITION = frozenset(
    "if whether unless should when whenever once until till case hope hoping hopes wish supposing provided"
    " whatever whichever whoever however anything anyone everything wherever than make making let want"
    " letting leave would could can will might may do did does are were is was".split()
)
_OPEN = frozenset(
    "thing things one something way ways advice book books part parts bit moment time times point people"
    " person mistake mistakes skill skills habit habits question questions".split()
)
_ASKED = frozenset("what how why which where who whom".split())
_ASIDE = re.compile(r",(?: too| also| like me| of course| I know| I think| no doubt),")
_THIRD = frozenset(("she", "he", "they", "his", "her", "their"))
_WONDERS = re.compile(
    r"\b(?:ask|asking|wonder|wondering|know|curious|tell|hear|learn|understand|interested|see|share|describe|explain) (?:me |us |more |about |in )*how(?: \w+)? $",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r"(?:'d|'ll| would| will) (?:\w+ly )?(?:rather|sooner|prefer|much|like|love|be (?:happy|glad|pleased|relieved|sorry))\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(
    r"(?:^|[.;!?] |\b(?:and|but|so) )(?:if|should|in case|when)\b[^.;!?]{0,120}(?:,| and| or) (?:or |and |also )?$"
    r"|\b(?:what|which|who|when|where|how)ever (?:\w+ )?$",
    re.IGNORECASE,
)
"""A second condition after a first ("if it's full, or you think …"), or a choice left to them."""
_REACH = 8
_IF = 8
_BEFORE = 200


def mind_claims(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """Yield the feelings, opinions and intentions that a sentence gives to somebody else."""
    for found in ledger.pattern("feelings").finditer(sentence.text):
        before = words(sentence.text[max(0, found.start() - _BEFORE) : found.start()].lower())[-1:]
        if before and before[0] in _CONDITION and before[0] not in ("as", "so", "for"):
            continue
        third = small(found.group().split()[0])[0] in _THIRD
        if third and ledger.introduces:
            continue
        if sentence.asks and before and before[0] in _ASKED:
            continue
        end = _segment_end(sentence, found.end())
        if not _supported(ledger, found.group(), sentence.text[found.start() : end]):
            yield _claim(ledger, sentence, found.start(), end)
    for found in ledger.pattern("sensing").finditer(sentence.text):
        yield from _guessed(ledger, sentence, found)
    plain_text = _ASIDE.sub(lambda m: f" {m.group()[1:-1]} ", sentence.text)
    for segment in _SEGMENT.finditer(plain_text):
        yield from _in_segment(ledger, sentence, segment)


def _guessed(ledger: Ledger, sentence: Span, found: re.Match[str]) -> Iterator[Claim]:
    """Yield what is guessed of somebody, unless it is given or true of everybody."""
    end = _segment_end(sentence, found.end())
    said = sentence.text[found.end() : end]
    head = small((words(said[:40]) or [""])[0])[0]
    if head not in HOLDERS and head not in _names(ledger):
        return
    rest = said.lstrip()[len(head) :]
    if _RATHER.match(rest):
        yield _claim(ledger, sentence, found.start(), end)
        return
    new = ledger.unsupported(rest)
    if ledger.pattern("crowded").search(rest) and not new:
        return
    if (new or not ledger.telling(rest)) and not ledger.pattern("crowded").search(rest):
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
    listed = [Word(*small(s.text), s) for s in spans]
    names = _names(ledger)
    asked = _is_question(sentence, segment)
    for number, word in enumerate(listed):
        owner = word.bare in OWNERS or (word.bare in names and word.clitic == "s")
        holder = word.bare in HOLDERS or word.bare in names
        if not (owner or holder):
            continue
        before = listed[max(0, number - 2) : number]
        if _HYPOTHETICAL.search(sentence.text[: word.at.start][-_BEFORE:]):
            continue
        seen = _seen(ledger, sentence.text[max(0, word.at.start - _BEFORE) : word.at.start])
        ahead = sentence.text[max(0, word.at.start - _BEFORE) : word.at.start]
        if not seen and _WONDERS.search(ahead):
            continue
        wished = ledger.introduces and word.bare in _THIRD and not seen
        if wished or _exempt(listed[max(0, number - _IF) : number], seen=seen, asked=asked):
            continue
        after = listed[number + 1 : number + 1 + _REACH]
        hit = owned(ledger, after) if owner else None
        if hit is None and len(before) == 2 and before[0].bare in ("how", "so"):
            states = ledger.lexicon.forms["mental-states"]
            hit = before[1] if before[1].bare in states else None
        hit = hit or (attributed(ledger, word, after, seen=seen) if holder else None)
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
    return (
        "?" in sentence.text[segment.end() :][:_BEFORE]
        and bool(first)
        and first[0].lower() in (_ASKED | _CONDITION)
    )


def _seen(ledger: Ledger, before: str) -> bool:
    """Whether the writer claims to know: "I could tell how much …"."""
    return ledger.pattern("evidence").search(before) is not None


def _exempt(before: list[Word], *, seen: bool, asked: bool) -> bool:
    if asked and not seen:
        return True
    last = [w.bare for w in before if not w.bare.endswith("ly")]
    if not last:
        return False
    if last[-1] in _CONDITION and not (seen and last[-1] in ("as", "so", "when")):
        return True
    if last[-1] in _OPEN or (last[-1] in _ASKED and last[-1] != "how" and not seen):
        return True
    if not seen and len(last) > 1 and last[-2] in ("whatever", "what", "which"):
        return True
    return any(w in ("if", "whether", "unless") for w in last[-_IF:])


def _supported(ledger: Ledger, felt: str, said: str) -> bool:
    """Whether the brief tells of this feeling, and of most of what it is about."""
    stems = [s for s in ledger.content(felt) if s not in _KNOWING]
    if felt.lower().startswith(("think", "believ", "thought")):
        about = [s for s in ledger.content(said) if s not in ledger.stems_of(felt)]
        return bool(about) and all(s in ledger.told_minds for s in about)
    if not stems or felt.lower() in _TWOFOLD:
        return False
    if not all(any(ledger.lexicon.same(s, g) for g in ledger.told_minds) for s in stems):
        return False
    telling = ledger.telling(said)
    return len(ledger.unsupported(said)) * 2 <= len(telling)


_TWOFOLD = frozenset(("moved", "touched", "struck"))
_KNOWING = frozenset(plain(w) for w in "know see hear tell".split())
