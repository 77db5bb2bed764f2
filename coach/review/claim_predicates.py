"""Finds the word by which a thought, a feeling or an intention is given to somebody."""

from dataclasses import dataclass
from functools import lru_cache

from coach.review.claim_ledger import Ledger
from coach.review.text import Span

HOLDERS = frozenset(("you", "u", "she", "he", "they"))
OWNERS = frozenset(("your", "ur", "his", "her", "their"))
_BREAKS = frozenset(
    "i me my us we our myself and or but because which who whom whose that if when while whether"
    " than though although since before after until unless how what why where you your yours".split()
)
_BE = frozenset(
    "am are is was were be been being seem seems seemed look looks looked sound sounds sounded feel"
    " feels felt get gets got become became grow grew remain remained stay stayed appear appeared".split()
)
_HAVE = frozenset(
    "have has had share shared hold held harbour harboured keep kept put place".split()
)
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
_MODALS = frozenset(
    "would could might may should can will'd cannot can't wouldn't couldn't".split()
)
_SEEMS = frozenset("seem seems seemed looked looks sounded sounds appeared".split())
_NO_STATE = frozenset(
    "like at for to through after up into over forward as that good great right perfect ideal the a an"
    " my our your it this out back around down on in me".split()
)
_COURTEOUS = frozenset("free obliged pressured able like up obligated pressed forced bound".split())
_ARTICLES = frozenset("the a an my your his her their our this that of no any some".split())


@dataclass(frozen=True)
class Word:
    """A word of a segment: as a bare small word, its clitic ("'re"), and where it stands."""

    bare: str
    clitic: str
    at: Span


@lru_cache(maxsize=2_000)
def small(word: str) -> tuple[str, str]:
    """Return a word in lower case without its clitic, and the clitic: "you're" is "you", "re"."""
    lower = word.lower()
    head, mark, tail = lower.partition("'")
    if mark and (head in HOLDERS or tail in ("s", "re", "ve", "d", "ll")):
        return head, tail
    return lower, ""


def owned(ledger: Ledger, after: list[Word]) -> Word | None:
    """The thing of the mind that is somebody's: "your long-standing belief"."""
    nouns = ledger.lexicon.forms["mental-nouns"]
    for word in after[:3]:
        if word.bare in _BREAKS or word.bare in _BE:
            return None
        if word.bare in nouns:
            return word
    return None


def attributed(ledger: Ledger, holder: Word, after: list[Word], *, seen: bool) -> Word | None:
    """Return the word by which a thought or feeling is given to ``holder``, if any is."""
    cut = next((n for n, w in enumerate(after) if w.bare in _BREAKS), len(after))
    reach = after[:cut]
    hit = _verb(ledger, reach) or _state(ledger, holder, reach) or _held(ledger, reach)
    if hit is None:
        return None
    until = [w.bare for w in reach if w.at.start < hit.at.start]
    modal = (
        (holder.clitic == "d" and not _had(reach))
        or holder.clitic == "ll"
        or any(w in _MODALS or w in ("will", "shall") for w in until)
    )
    if modal and not seen:
        return None
    nxt = next((w.bare for w in after if w.at.start > hit.at.start), "")
    if hit.bare in ("feel", "feels", "felt") and nxt in _COURTEOUS:
        return None
    return hit


def _had(reach: list[Word]) -> bool:
    """Whether "you'd" is "you had": a form of the past stands behind it."""
    after = [w.bare for w in reach if w.bare not in ("always", "never", "long", "already", "once")][
        :1
    ]
    return bool(after) and (
        after[0] in ("been", "had", "become", "grown") or after[0].endswith("ed")
    )


def _verb(ledger: Ledger, reach: list[Word]) -> Word | None:
    verbs = ledger.lexicon.words("mental-verbs")
    for number, word in enumerate(reach):
        stem = ledger.stems_of(word.bare)[:1]
        previous = reach[number - 1].bare if number else ""
        passive = previous in ("was", "were", "been", "are", "is", "be") and word.bare.endswith(
            "ed"
        )
        if stem and stem[0] in verbs and previous not in _ARTICLES and not passive:
            return word if _fits(word, reach[number + 1 :]) else None
        if word.bare not in _SKIP and not word.bare.endswith("ly"):
            return None
    return None


def _fits(word: Word, after: list[Word]) -> bool:
    """Some words of feeling are others too: only "care about", "plan to", "think that"."""
    nxt = after[0].bare if after else ""
    if word.bare.startswith("car"):
        return nxt in ("about", "deeply", "so", "a", "very", "passionately", "")
    if word.bare.startswith("plan"):
        return nxt == "to"
    return not word.bare.endswith("ing")


def _state(ledger: Ledger, holder: Word, reach: list[Word]) -> Word | None:
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


def _held(ledger: Ledger, reach: list[Word]) -> Word | None:
    nouns = ledger.lexicon.forms["mental-nouns"]
    has = False
    for word in reach[:6]:
        if has and word.bare in nouns:
            return word
        has = has or word.bare in _HAVE
    return None
