"""Holds the titles and employers in a message against the brief: the right one, of the right size."""

import itertools
import re
from collections.abc import Iterator

from coach.review.claim import Claim
from coach.review.claim_ledger import Ledger
from coach.review.claim_lexicon import akin
from coach.review.stems import plain
from coach.review.text import Span, word_spans, words

_SELF = re.compile(
    r"\b(?P<who>i'?m|i am|i was|i(?:'ve| have) been|i became|i've become|i have become|i have (?:\w+ )?become|i work as|i act as|i acted as|i now act as"
    r"|i serve as|i served as|i stood in as|i have stood in as|i cover as|i already cover as|i was made"
    r"|as|my (?:role|job|position|title) (?:as|is)|you are|you're|you were|you became|you work as"
    r"|your (?:role|job|position|work|time|years) as|being|becoming)"
    r"(?: (?:now|currently|still|also|already|just|only|both|even|your|recently|meanwhile))* "
    r"(?:(?P<article>an?|the|its|their|your|our) )?(?=(?P<role>[^.,;:!?()\n]{2,60}))",
    re.IGNORECASE,
)
_SO_MUCH = re.compile(r"\b(?:so|as) (?:much|many|little) $", re.IGNORECASE)
_ROLE_END = re.compile(
    r"\b(?:who|that|which|and|but|because|with|you|i|my|for|at|in|of|on|from|since|after|until|twice|by)\b",
    re.I,
)
_ORG_AFTER = re.compile(r"\b(?:at|for|with|join(?:ed)?|of|left|leave) (?:the )?$", re.IGNORECASE)
_I = re.compile(r"\b(?:i|i'm|i've|im|my|me|we|our)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|you're|you've|u|ur)\b", re.IGNORECASE)
_DIRECTION = re.compile(
    r"\bfrom (?P<a>[^.,;!?]{2,50}?) (?:in)?to (?P<b>[^.,;!?]{2,50})"
    r"|\b(?:left|leaving|swapped|traded|gave up|exchanged) (?P<c>[^.,;!?]{2,40}?) (?:for|to join) (?P<d>[^.,;!?]{2,40})",
    re.IGNORECASE,
)


def role_claims(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """Yield titles that are not given, or are bigger than the one given."""
    yield from _titles(ledger, sentence)
    yield from _ranks(ledger, sentence)
    yield from _employers(ledger, sentence)
    yield from _directions(ledger, sentence)


def _titles(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    lesser = ledger.lexicon.words("lesser")
    brief = ledger.reading.brief
    for found in _SELF.finditer(sentence.text):
        role = _ROLE_END.split(found["role"], maxsplit=1)[0].strip()
        start, end = found.start(), found.start("role") + len(role)
        span = Span(sentence.start + start, sentence.start + end, sentence.text[start:end])
        given = _side(ledger, found, sentence)
        first = role.split(" ", 1)[0].lower()
        if found["who"].lower() == "as" and _SO_MUCH.search(
            sentence.text[max(0, start - 10) : start]
        ):
            continue
        if first.endswith("ing") and first not in ledger.lexicon.forms["ranks"]:
            continue
        stems = ledger.content(role, "title")
        sizes = {
            s
            for w in words(role)
            if plain(w) in ledger.lexicon.forms["ranks"]
            for s in ledger.stems_of(w)
        }
        wrong = ledger.unsupported(role)
        plainly = found["who"].lower() not in ("as", "being") and not _MOOD.search(role)
        held = len(wrong) * 2 < len(ledger.telling(role))
        held = held or not (plainly or _is_title(ledger, role, wrong))
        bare = (
            (found["who"].lower() == "as" and start == 0) or found["who"].lower().endswith(" as")
        ) and _is_title(ledger, role, wrong)
        if (found["article"] or bare) and wrong and not held:
            if not sentence.asks or found["who"].lower() != "as":
                yield Claim(span, "title")
        elif any(s in sizes and not _rank_given(ledger, given, s) for s in stems) or (
            brief is not None
            and found["who"].lower().startswith("i")
            and found["article"]
            and _dropped(_as_lesser(ledger, brief.sender.role), stems, lesser)
        ):
            yield Claim(span, "title")


_TRADE = re.compile(
    r"(?:[a-z]{3}(?:er|or|ist|ian|eer|ant|man|woman|person|wright|smith)|apprentice|nurse|chef|cook|student|coach|clerk|guide|judge"
    r"|spark|medic|vet|midwife|architect|pilot|monk|priest|physicist|chemist|boss|aide|au pair|bursar|registrar)s?$"
)
_MOOD = re.compile(
    r"\b(?:fan|bit|nuisance|mess|guest|visitor|regular|customer|neighbou?r|stranger|newcomer|admirer|believer|person|lot|little|way|few|kind|sort|type|pain|pest|novice|beginner|wreck|flirt"
    r"|mum|mother|dad|father|parent|child|kid|boy|girl|teenager|toddler|baby|genius|star|legend|hero|gem|lifesaver|saint"
    r"|wizard|godsend|treasure|brick|angel|example|reason|case|match|hurry|rush|loss|crossroads|stage|point|fork|position|lover|reader|listener|follower)\b",
    re.IGNORECASE,
)
_NO_TRADE = frozenset(
    "newcomer matter number member reader listener user letter answer outsider stranger beginner chapter".split()
)


def _is_title(ledger: Ledger, role: str, wrong: list[str]) -> bool:
    """Whether the words that are not given name a trade or a rank, not a mood or a comparison."""
    forms = ledger.lexicon.forms["ranks"] | ledger.lexicon.forms["people"]
    for word in map(plain, words(role)):
        if not set(ledger.stems_of(word)) & set(wrong) or word in _NO_TRADE:
            continue
        if word in forms or _TRADE.search(word):
            return True
    return False


def _side(ledger: Ledger, found: re.Match[str], sentence: Span) -> frozenset[str]:
    """What is given about the one whose title it is."""
    who = found["who"].lower()
    if who.startswith(("i", "my")):
        return ledger.sender
    if who.startswith("you"):
        return ledger.recipient
    rest = sentence.text[found.end() :]
    if _I.search(rest) and not _YOU.search(rest):
        return ledger.sender
    return ledger.stems


def _rank_given(ledger: Ledger, given: frozenset[str], stem: str) -> bool:
    if any(stem == g or akin(stem, g) or g.startswith(stem) for g in given):
        return True
    alike = {"head": {"direct", "head", "lead"}, "lead": {"head", "lead", "direct"}}
    return bool(alike.get(stem, set()) & given)


def _as_lesser(ledger: Ledger, role: str) -> list[str]:
    """The stems of a role; a train in it is no trainee."""
    forms = ledger.lexicon.forms["lesser"]
    lesser = ledger.lexicon.words("lesser")
    kept = [w for w in words(role) if plain(w) in forms or not set(ledger.stems_of(w)) & lesser]
    return ledger.content(" ".join(kept), "title")


def _dropped(given: list[str], told: list[str], lesser: frozenset[str]) -> bool:
    """Whether "assistant manager" has become "manager"."""
    for number, stem in enumerate(given[:-1]):
        if stem in lesser and given[number + 1] in told and stem not in told:
            return not set(told) & (lesser | {"year"})
    return False


def _ranks(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """A word of rank right before a title the brief gives without it."""
    ranks = ledger.lexicon.words("ranks")
    people = ledger.reading.brief
    if people is None or sentence.asks:
        return
    roles = {s for p in (people.sender, people.recipient) for s in ledger.content(p.role)}
    spans = word_spans(sentence.text, sentence.start)
    for one, two in itertools.pairwise(spans):
        first, second = ledger.stems_of(one.text)[:1], ledger.stems_of(two.text)[:1]
        if first and second and first[0] in ranks - {"fellow"} and second[0] in roles:
            verb = one.text.lower().endswith(("ing", "s", "ed")) and first[0] not in roles
            if not verb and not _rank_given(ledger, ledger.stems, first[0]):
                text = sentence.text[one.start - sentence.start : two.end - sentence.start]
                yield Claim(Span(one.start, two.end, text), "title")


def _employers(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """The one's employer given to the other."""
    brief = ledger.reading.brief
    if brief is None or ledger.reading.purpose.value == "introduction-request":
        return
    mine, theirs = brief.sender.organisation, brief.recipient.organisation
    for org, side, wrong, right in (
        (theirs, ledger.side("sender", "connection", "topic", "history"), _I, _YOU),
        (mine, ledger.side("recipient", "connection", "why_them", "history"), _YOU, _I),
    ):
        name = next((w for w in org.split() if len(w) > 3 and w[0].isupper()), "")
        other = mine if org == theirs else theirs
        if not name or name.lower() in other.lower() or name.lower() in side.lower():
            continue
        for clause in re.finditer(r"[^.,;:!?()]+", sentence.text):
            at = clause.group().find(name)
            before = clause.group()[: max(at, 0)]
            if at < 0 or not _ORG_AFTER.search(before):
                continue
            if wrong.search(before) and not right.search(before) and not sentence.asks:
                start = sentence.start + clause.start() + at
                yield Claim(Span(start, start + len(name), name), "employer")


def _directions(ledger: Ledger, sentence: Span) -> Iterator[Claim]:
    """A way told in the wrong direction: from B to A where the brief has from A to B."""
    given = [_ends(ledger, m) for t in ledger.texts for m in _DIRECTION.finditer(t)]
    brief = ledger.reading.brief
    for found in _DIRECTION.finditer(sentence.text):
        start, end = _ends(ledger, found)
        for a, b in given:
            forward = len(_alike(ledger, start, a)) + len(_alike(ledger, end, b))
            backward = len(_alike(ledger, start, b)) + len(_alike(ledger, end, a))
            if (backward >= 2 and forward == 0) or (backward > forward + 1):
                yield _claim(sentence, found)
                break
        else:
            if brief is not None and _left_for_past(ledger, found):
                yield _claim(sentence, found)


def _left_for_past(ledger: Ledger, found: re.Match[str]) -> bool:
    """Whether somebody is said to have left where they are for where they are not."""
    brief = ledger.reading.brief
    old, new = (found["a"] or found["c"]), (found["b"] or found["d"])
    if brief is None or not brief.recipient.organisation:
        return False
    org = " ".join(brief.recipient.organisation.removeprefix("The ").split()[:2])
    here = org in old and org not in new and len(org) > 3
    return here and any(w[0].isupper() for w in new.split() if w)


def _claim(sentence: Span, found: re.Match[str]) -> Claim:
    start = sentence.start + found.start()
    return Claim(Span(start, start + len(found.group()), found.group()), "other")


def _ends(ledger: Ledger, found: re.Match[str]) -> tuple[set[str], set[str]]:
    content = ledger.content
    return (
        set(content(" ".join((found["a"] or found["c"]).split()[-4:]))),
        set(content(" ".join((found["b"] or found["d"]).split()[:4]))),
    )


def _alike(ledger: Ledger, one: set[str], other: set[str]) -> set[str]:
    return one & other
