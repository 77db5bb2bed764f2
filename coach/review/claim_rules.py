"""The kinds of clause that state a fact about people, and how each is held against the brief."""

import re
from collections.abc import Callable, Iterator

from coach.review.claim import Claim
from coach.review.claim_ledger import Ledger
from coach.review.claim_lexicon import root
from coach.review.claim_promises import promise_claims
from coach.review.claim_relations import turned_round
from coach.review.claim_roles import role_claims
from coach.review.claim_spans import matches, reach, until_break
from coach.review.stems import plain
from coach.review.text import Span


def _shared_history(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    for found, start, end in matches(ledger, "shared", sentence):
        rest = until_break(sentence, end)
        whole = found.group() + rest
        lower = found.group().lower()
        if _NO_HISTORY.match(lower + rest.lower()):
            continue
        if sentence.asks and _MAY_I.search(
            sentence.text[max(0, found.start() - 40) : found.start()]
        ):
            continue
        if lower.startswith(("thank", "grateful")) and ledger.in_contact:
            continue
        if not _told(ledger, found.group(), rest):
            yield Claim(reach(ledger, sentence, start, start + len(whole)), "shared-history")


def _told(ledger: Ledger, core: str, rest: str) -> bool:
    """Whether the brief tells of the same past: what was done, and what about it."""
    did = [s for s in ledger.content(core) if s not in _RECALLING]
    done = [s for s in did if ledger.in_past(s)]
    vague = all(s in _VAGUE for s in did)
    if not ledger.in_contact and _BOTH.search(core):
        return False
    if not done and not (vague and (ledger.in_contact or ledger.telling(rest))):
        about = [s for s in ledger.content(core + rest, "title") if s not in did or s in done]
        wrong = [s for s in about if s not in ledger.wording and not ledger.holds(s)]
        return len([s for s in about if ledger.in_past(s)]) >= max(2 if wrong else 1, len(wrong))
    telling = [s for s in ledger.telling(core + rest) if s not in did]
    wrong = [s for s in telling if not ledger.holds(s)]
    content = [s for s in ledger.content(core + rest, "title") if s not in did]
    spoken = _ADVISING.search(core) is not None
    if spoken and not ledger.advised and not any(s in ledger.past_stems for s in did):
        return len([s for s in telling if ledger.in_past(s)]) >= max(1, len(wrong))
    known = len([s for s in content if ledger.in_past(s)])
    if known >= max(len(wrong), 1) or (known and ledger.advised and spoken):
        return True
    if not telling:
        return all(s in _LOOSE for s in content) or any(s in ledger.past_stems for s in content)
    if len(wrong) == 1 and any(s in ledger.past_stems for s in ledger.content(rest)):
        return True
    return len(wrong) * 2 <= len(telling)


_NO_HISTORY = re.compile(r"(?:still )?rememb\w+ (?:how|to|what)\b|you (?:told|said)(?: me)? so\b")
"""What is remembered as a skill, or goes back to what was said before."""
_BOTH = re.compile(
    r"\b(?:we|our)\b.*\b(?:spoke|talked|chatted|discussed|conversation|chat|call|coffee|lunch|dinner|exchange|correspondence)"
    r"|\bi\b.*\b(?:spoke|talked|chatted|met|bumped|shook|talking|speaking|meeting)\b.*\b(?:you|u)\b",
    re.IGNORECASE | re.DOTALL,
)
_MAY_I = re.compile(r"\b(?:may|can|could|shall|should) (?:i|we) [^.;!?]*$", re.IGNORECASE)
_ADVISING = re.compile(
    r"\b(?:told|advised|suggested|recommended|said|urged|encouraged|asked|mentioned|warned|promised|offered|agreed|reminded|assured|invited|praised|complimented|showed|taught|gave|sent|helped|lent|walked|introduced|thanked)\b",
    re.IGNORECASE,
)
_SPEAKING = frozenset(map(root, "speak talk present lecture explain describe say tell".split()))
_RECALLING = frozenset(
    map(
        root,
        ("rememb", "recall", "forget", "laugh", "thank", "nic", "glad", "enjoy", "still", "alway"),
    )
)
_VAGUE = frozenset(map(root, "give take get have make let bring run put do go show".split()))
_LOOSE = frozenset(
    (
        "last",
        "time",
        "first",
        "then",
        "long",
        "ago",
        "brief",
        "short",
        "day",
        "week",
        "month",
        "year",
    )
)


def _works(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    for found, start, end in matches(ledger, "works", sentence):
        rest = until_break(sentence, end)
        first = " ".join(rest.split()[:4])
        if sentence.asks and _OF_TIME.search(found.group()):
            continue
        core = ledger.content(found.group(), "vague-object")
        wanted = [
            s
            for s in (*core, *ledger.content(first, "vague-object"))
            if s not in ledger.wording or s in _nouns(ledger)
        ]
        known = any(ledger.in_past(s) for s in (*core, *wanted))
        wrong = [s for s in wanted if not ledger.in_past(s) and not ledger.holds(s)]
        thing = next((s for s in ledger.content(first) if s not in _SPEAKING), "")
        wrong = [s for s in wrong if s not in _SPEAKING]
        named = [s for s in wrong if s in _nouns(ledger) or s in core or s == thing]
        if named or len(wrong) * 2 > len(wanted) or not known:
            yield Claim(reach(ledger, sentence, start, end + len(first)), "work")


_OF_TIME = re.compile(r"\byour time\b", re.IGNORECASE)


def _nouns(ledger: Ledger) -> frozenset[str]:
    return ledger.lexicon.words("fact-nouns") | ledger.reading.phrases.word_set("fact-noun")


def _told_by(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    people = ledger.lexicon.words("people")
    for found, start, end in matches(ledger, "told-by", sentence):
        who = next(g for g in found.groups() if g)
        first, last = who.split()[0], who.split()[-1]
        if plain(first) in _NOBODY or plain(last) in (
            "i",
            "you",
            "we",
            "he",
            "she",
            "they",
            "it",
            "that",
            "this",
            "what",
            "who",
            "u",
            "me",
        ):
            continue
        named = last[0].isupper() and first[0].isupper()
        person = set(ledger.stems_of(who)) & people
        if named and ledger.named(last) and _speaks(ledger):
            continue
        if plain(first) in _ANYBODY and _speaks(ledger):
            continue
        own = first.lower() in ("my", "our", "one") and ledger.unsupported(who)
        if (
            (named and not ledger.named(last))
            or ((person or own) and not _given_person(ledger, who))
            or (named and not _speaks(ledger) and not sentence.asks)
        ):
            yield Claim(reach(ledger, sentence, start, end), "referral")


_ANYBODY = frozenset({"somebody", "someone"})
_NOBODY = frozenset("please do just kindly never back only once then so still last always".split())
"""Words that open a sentence like a name and name nobody."""


def _speaks(ledger: Ledger) -> bool:
    speech = (
        "tell",
        "say",
        "suggest",
        "recommend",
        "advise",
        "mention",
        "ask",
        "send",
        "introduce",
        "put",
    )
    return any(ledger.holds(s) for word in speech for s in ledger.stems_of(word))


def _given_person(ledger: Ledger, who: str) -> bool:
    return all(ledger.holds(s) for s in ledger.content(who, "title"))


_DOES = re.compile(
    r"\W{0,2}(?:[\w-]+ ){0,2}?(?:has|had|have|is|was|are|were|will|seems?|thinks?|wants?|says?|sees?|knows?|keeps?|\w+ed)\b",
    re.I,
)
_OWN_PERSON = re.compile(r"\b(?:my|our) ([\w-]+)(?: (?=([\w-]+)))?", re.IGNORECASE)


def _is_known(ledger: Ledger, person: str) -> bool:
    """Whether the brief has this person, by the same or a like word for people."""
    people = ledger.lexicon.forms["people"]
    given = (s for name in ledger.names if name in people for s in ledger.stems_of(name))
    return person in ledger.stems or any(ledger.lexicon.same(person, g) for g in given)


def _other_people(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """Somebody of the sender's who does or is something, and whom the brief does not know."""
    if sentence.asks:
        return
    people = ledger.lexicon.words("people")
    for found in _OWN_PERSON.finditer(sentence.text):
        if not _DOES.match(sentence.text, found.end()):
            continue
        for number in (1, 2):
            stem = ledger.stems_of(found[number] or "")[:1]
            if stem and stem[0] in people and not _is_known(ledger, stem[0]):
                start = sentence.start + found.start()
                end = sentence.start + found.end(number)
                rest = until_break(sentence, end)
                yield Claim(reach(ledger, sentence, start, end + len(rest)), "other")
                break


def _biography(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """Where somebody was born, lives or studied, when the brief does not say that they did."""
    for found, start, end in matches(ledger, "biography", sentence):
        verb = ledger.content(found["did"])
        given = ledger.sender | ledger.recipient
        if not any(ledger.lexicon.same(v, g) for v in verb for g in given):
            rest = until_break(sentence, end)
            yield Claim(reach(ledger, sentence, start, end + len(rest)), "place")


CLAIM_RULES: tuple[Callable[[Ledger, Span], Iterator[Claim]], ...] = (
    promise_claims,
    _shared_history,
    _works,
    _told_by,
    role_claims,
    turned_round,
    _other_people,
    _biography,
)
"""Each rule reads one sentence and yields what it states without the brief."""
