"""Searches for a turn of a conversation, which may make sense only after the turns before it."""

from collections.abc import Iterable, Sequence

from coach.domain.card import Card
from coach.domain.model import Turn
from coach.domain.results import SearchAnswer, SearchHit
from coach.domain.vocabulary import Style
from coach.guidance.lexical import words
from coach.use_cases.ask import CARDS
from coach.use_cases.guidance import search_guidance
from coach.use_cases.ports import Services

SURE = 0.85
"""Score from which a turn is about what it finds alone, whatever the talk was about before."""
_PUSHING = frozenset(
    words(
        "advice advise tell answer please order beg instruct decide choose pick yes no nod word line "
        "sentence coach mentor question opinion honest honestly straight directly stop simply quick short "
        "okay sure fine go more"
    )
)
"""Words that press for an answer and do not say on what."""


def found_for(
    asked: str, turns: Sequence[Turn], services: Services, style: Style = Style.MENTOR
) -> SearchAnswer:
    """What the guidance has on a turn, read with the turns before it where it does not stand alone.

    A mentor answers what was asked last; a coach stays with what the talk is about, also when the
    mentee only presses for an answer.
    """
    before = [turn.text for turn in turns if turn.role == "user"]
    before = [text for text in before if not _is_bare(text)] or before
    if before and style is Style.COACH:
        return _on_the_talk(asked, before, services)
    if before and _is_bare(asked):
        return search_guidance(f"{before[-1]} {asked}", services, k=CARDS)
    found = search_guidance(asked, services, k=CARDS)
    if found.results or found.beyond or not before:
        return found
    together = search_guidance(f"{before[-1]} {asked}", services, k=CARDS)
    return together if together.results else found


def _on_the_talk(asked: str, before: Sequence[str], services: Services) -> SearchAnswer:
    """What the whole talk is about; a turn that speaks surely of something else is heard as well."""
    whole = search_guidance(" ".join([*before, asked]), services, k=2 * CARDS)
    alone = search_guidance(asked, services, k=CARDS)
    if not whole.results and not alone.results and not alone.beyond:
        return search_guidance(" ".join(before), services, k=2 * CARDS)
    if not whole.results or not alone.results:
        return whole if whole.results else alone
    new = alone.results[:1] if alone.results[0].score >= SURE else ()
    first = (*new, *whole.results[:2]) if _leads(alone, whole) else (*whole.results[:2], *new)
    ordered = _once((*first, *whole.results[2:]))
    return whole.model_copy(update={"results": ordered, "own": alone.own or whole.own})


def _leads(one: SearchAnswer, other: SearchAnswer) -> bool:
    return one.results[0].score > other.results[0].score


def _once(hits: Iterable[SearchHit]) -> tuple[SearchHit, ...]:
    return tuple({hit.card: hit for hit in hits}.values())


def not_yet_asked(cards: Iterable[Card], turns: Sequence[Turn]) -> tuple[Card, ...]:
    """The first cards that still have a question nobody put in this talk, with those alone."""
    said = "\n".join(turn.text for turn in turns if turn.role != "user")
    left = (
        card.model_copy(update={"asks": tuple(ask for ask in card.asks if ask not in said)})
        for card in cards
    )
    return tuple(card for card in left if card.asks)[:CARDS]


def _is_bare(text: str) -> bool:
    """Whether a turn does not say what it is about: "And then?", "Just tell me, in one word."."""
    return all(word in _PUSHING for word in words(text))
