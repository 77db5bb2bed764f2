"""What one turn of a conversation works with: the cards found, the records looked up, what was made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coach.domain.card import Card
from coach.domain.records import Made, MeetingRecord, PersonRecord, Proposal
from coach.domain.vocabulary import Style
from coach.use_cases.context import FOR_ANSWERS, choose, told
from coach.use_cases.ports import Records, Services

MOST_CARDS = 7
CARD_TOKENS = 360
"""Most tokens of cards that one search gives to the model: what to do, and reasons as far as they fit."""
MOST_LINES = 12
"""Records that one look gives to the model."""


@dataclass
class TurnDesk:
    """What one turn has gathered: cards by the name they are cited by, and what was made or proposed.

    In coach style a card is what it asks, and nothing that it advises, its title included.
    ``told`` is everything the mentee said or told that this turn may repeat; ``asked`` is what was
    asked of them in this talk before.
    """

    services: Services
    records: Records
    style: Style
    said: str
    asked: str = ""
    cards: dict[str, Card] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)
    made: list[Made] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)

    @property
    def told(self) -> str:
        """Everything the mentee said, and what was looked up for them."""
        return "\n".join((self.said, *self.looked_up))

    @property
    def marks(self) -> dict[str, str]:
        """The name of each card by what a model may call it: that name, or the card's id."""
        ids = {card.id: name for name, card in self.cards.items()}
        return {**ids, **{name: name for name in self.cards}}

    def take(self, cards: Iterable[Card]) -> str:
        """Give cards a name each, and return of them what the model is to read, the best first."""
        names = {card.id: name for name, card in self.cards.items()}
        shown: list[Card] = []
        for card in cards:
            if card.id not in names and len(self.cards) < MOST_CARDS:
                names[card.id] = f"c{len(self.cards) + 1}"
                self.cards[names[card.id]] = card
            if card.id in names:
                shown.append(card)
        if self.style is Style.COACH:
            return "\n\n".join(f"[{names[card.id]}] {' '.join(card.asks)}" for card in shown)
        ranked = [(card, 1 / place) for place, card in enumerate(shown, start=1)]

        def called(card: Card) -> str:
            return names[card.id]

        return told(choose(ranked, self._count, CARD_TOKENS, FOR_ANSWERS, called), called)

    def _count(self, text: str) -> int:
        model = self.services.model
        return model.count(text) if model is not None else len(text.split())

    def look(self, about: str) -> str:
        """Records of whoever is named, or of everybody; they may be repeated from now on."""
        lines = _matching(about, self.records)[:MOST_LINES]
        self.looked_up += [line for line in lines if line not in self.looked_up]
        return "\n".join(lines)


def _matching(about: str, records: Records) -> list[str]:
    """One line for each record of whoever is named; all of them when nobody is."""
    people, meetings = records.people(), records.meetings()
    named = {one.name for one in people if names_person(one.name, about)}
    named |= {one.person for one in meetings if names_person(one.person, about)}
    chosen = named or {one.name for one in people} | {one.person for one in meetings}
    return [
        *(_about(one) for one in people if one.name in chosen),
        *(_met(one) for one in meetings if one.person in chosen),
    ]


def names_person(name: str, text: str) -> bool:
    """Whether a text names somebody, by any part of their name that is long enough to tell."""
    said = {
        word.strip(".,;:!?’'\"()").casefold().removesuffix("'s").removesuffix("’s")
        for word in text.split()
    }
    return any(part.casefold() in said for part in name.split() if len(part.strip(".")) > 2)


def _about(person: PersonRecord) -> str:
    rest: Sequence[str] = (
        person.role,
        person.organisation,
        person.relationship and f"your {person.relationship}",
        *person.facts,
    )
    return f"{person.name}: {', '.join(filter(None, rest)) or 'nothing more is known'}."


def _met(met: MeetingRecord) -> str:
    parts = (
        met.what,
        met.advice and f"advice: {met.advice}",
        met.action and f"to do: {met.action}",
        met.result and f"result: {met.result}",
    )
    when = f"{met.date}, " if met.date else ""
    return f"{when}{met.person}: {'; '.join(filter(None, parts))}."
