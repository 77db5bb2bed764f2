"""Makes an answer of what may be kept of a model's words: numbered sentences, or questions alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from coach.domain.card import Card
from coach.domain.results import Citation
from coach.domain.vocabulary import Style
from coach.review import default_knowledge
from coach.use_cases.asked_only import only_questions, open_question
from coach.use_cases.citing import Kept, Said, check
from coach.use_cases.ports import Closeness
from coach.use_cases.turn_desk import TurnDesk
from coach.writing.answer import citation
from coach.writing.wording import load_wording

LEAST_WORDS = 8
"""Words with the support of a card below which an answer says too little."""


@dataclass(frozen=True)
class Judged:
    """What may be shown of a model's answer."""

    answer: str = ""
    questions: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    left_out: int = 0
    turned: int = 0


def judge(
    desk: TurnDesk, said: Sequence[Said], near: Closeness, *, first: Card | None
) -> Judged | None:
    """Keep of a model's sentences what may be shown; None when that is too little.

    Args:
        desk: what the turn gathered.
        said: the model's sentences.
        near: how near each text is to the question.
        first: the card found first; a coach's questions are shown with it.
    """
    if desk.style is Style.COACH:
        return _questions(desk, said, near, first)
    return _advice(desk, said)


def _questions(
    desk: TurnDesk, said: Sequence[Said], near: Closeness, first: Card | None
) -> Judged | None:
    fresh = [one for one in said if not (asks := open_question(one.text)) or asks not in desk.asked]
    asked = only_questions(fresh, desk.cards, near, desk.told)
    if not asked.questions and not desk.made and not desk.proposals:
        return None
    named = [desk.cards[name] for one in said for name in one.cards if name in desk.cards]
    cited = {one.card: one for one in asked.citations}
    for card in (*named, *([first] if first is not None else [])):
        if card.id not in cited and (not cited or card in named):
            scores = near(card.asks)
            cited[card.id] = citation(card, card.asks[scores.index(max(scores))])
    return Judged(
        questions=asked.questions,
        citations=tuple(cited.values()),
        left_out=asked.left_out,
        turned=asked.turned,
    )


def _advice(desk: TurnDesk, said: Sequence[Said]) -> Judged | None:
    checked = check(said, desk.cards, desk.services.search.closeness, desk.told)
    supported = sum(len(one.text.split()) for one in checked.kept if one.citations)
    from_records = bool(desk.looked_up) and any(one.own for one in checked.kept)
    wording = load_wording(default_knowledge(), "ask")
    if supported >= LEAST_WORDS or from_records:
        text, citations = _numbered(checked.kept)
        return Judged(answer=text, citations=citations, left_out=checked.left_out)
    if desk.made:
        return Judged(answer=wording.say("made"), left_out=checked.left_out)
    if desk.proposals:
        return Judged(answer=wording.say("proposed"), left_out=checked.left_out)
    return None


def _numbered(kept: Sequence[Kept]) -> tuple[str, tuple[Citation, ...]]:
    """The sentences with the numbers of their citations; another card begins a new paragraph."""
    cited: dict[str, Citation] = {}
    paragraphs: list[list[str]] = []
    before: tuple[str, ...] | None = None
    for one in kept:
        for found in one.citations:
            cited.setdefault(found.card, found)
        numbers = [list(cited).index(found.card) + 1 for found in one.citations]
        marks = "".join(f" [{number}]" for number in numbers)
        cards = tuple(found.card for found in one.citations)
        if not paragraphs or (cards and before and cards != before):
            paragraphs.append([])
        paragraphs[-1].append(f"{one.text}{marks}")
        before = cards or before
    return "\n\n".join(" ".join(lines) for lines in paragraphs), tuple(cited.values())
