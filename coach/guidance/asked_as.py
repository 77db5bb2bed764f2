"""What people type when they need a topic or a card, and what they type when they need neither.

Cards speak the language of guidance; a worried person does not. ``knowledge/search`` holds, in
people's words: for each topic and card, phrasings that should lead to it; subjects nearby that the
guidance does not cover; and everyday words with the guidance's word for them. All of it is data,
and none of it comes from the questions that search is measured with.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from coach.domain.card import Card
from coach.domain.strict_yaml import check_keys, parse_yaml, read_text
from coach.errors import KnowledgeError
from coach.guidance.cards import TOPIC_IDS

FOLDER = "search"
BEYOND = "beyond"
"""What a phrasing on any subject beyond the guidance teaches."""


@dataclass(frozen=True)
class Beyond:
    """A subject the guidance does not cover: what to call it, and what people type about it."""

    label: str
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class AskedAs:
    """People's words for topics, cards and subjects beyond the guidance.

    Attributes:
        topics: phrasings by topic.
        cards: phrasings by card id.
        beyond: subjects not covered, by id.
        synonyms: an everyday word or short phrase (lower case) -> the guidance's words.
    """

    topics: dict[str, tuple[str, ...]]
    cards: dict[str, tuple[str, ...]]
    beyond: dict[str, Beyond]
    synonyms: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Phrasing:
    """One thing people type.

    Attributes:
        text: in their words.
        teaches: the topic it is about, or ``BEYOND``.
        card: the card it should lead to, if to one in particular.
        subject: the subject it is about, when that is beyond the guidance.
    """

    text: str
    teaches: str
    card: str = ""
    subject: str = ""


def phrasings(asked_as: AskedAs, cards: Iterable[Card]) -> list[Phrasing]:
    """Every phrasing for these cards and their topics, and for subjects beyond, in a fixed order.

    A topic's name and a card's title count too: some people type just those.
    """
    listed = list(cards)
    topics = {card.id: card.topic for card in listed}
    covered = dict.fromkeys(topics.values())
    names = (Phrasing(topic.replace("-", " "), topic) for topic in covered)
    titles = (Phrasing(card.title, card.topic, card.id) for card in listed)
    by_card = (
        Phrasing(text, topics[card], card)
        for card, texts in asked_as.cards.items()
        if card in topics
        for text in texts
    )
    by_topic = (
        Phrasing(text, topic)
        for topic, texts in asked_as.topics.items()
        if topic in covered
        for text in texts
    )
    beyond = (
        Phrasing(text, BEYOND, subject=subject)
        for subject, entry in asked_as.beyond.items()
        for text in entry.phrases
    )
    return [*names, *titles, *by_card, *by_topic, *beyond]


def load_asked_as(knowledge: Path) -> AskedAs:
    """Read ``knowledge/search``.

    Raises:
        KnowledgeError: a file breaks the format, names a topic that does not exist, or is missing.
    """
    folder = knowledge / FOLDER
    if not asked_as_files(knowledge):
        raise KnowledgeError(
            f"{folder / 'asked-as'}: no phrasings found",
            "Restore the folder, or reinstall the program.",
        )
    topics: dict[str, tuple[str, ...]] = {}
    cards: dict[str, tuple[str, ...]] = {}
    for path in asked_as_files(knowledge):
        if path.stem not in TOPIC_IDS:
            raise KnowledgeError(f"{path}: '{path.stem}' is not a topic", "Rename the file.")
        fields = _mapping(path)
        check_keys(fields, ("phrases", "cards"), (), str(path))
        topics[path.stem] = _texts(fields["phrases"], f"{path}: 'phrases'")
        for card, phrases in _of(fields["cards"], f"{path}: 'cards'").items():
            cards[str(card)] = _texts(phrases, f"{path}: '{card}'")
    return AskedAs(
        topics=topics,
        cards=cards,
        beyond=_beyond(folder / "beyond.yaml"),
        synonyms=_synonyms(folder / "synonyms.yaml"),
    )


def asked_as_files(knowledge: Path) -> list[Path]:
    """The files of phrasings, one a topic, in order of name."""
    return sorted((knowledge / FOLDER / "asked-as").glob("*.yaml"))


def _beyond(path: Path) -> dict[str, Beyond]:
    found = {}
    for name, entry in _mapping(path).items():
        fields = _of(entry, f"{path}: '{name}'")
        check_keys(fields, ("label", "phrases"), (), f"{path}: '{name}'")
        phrases = _texts(fields["phrases"], f"{path}: '{name}'")
        found[name] = Beyond(str(fields["label"]), phrases)
    return found


def _synonyms(path: Path) -> dict[str, tuple[str, ...]]:
    return {
        word.lower(): _texts(meant, f"{path}: '{word}'") for word, meant in _mapping(path).items()
    }


def _mapping(path: Path) -> dict[str, object]:
    return _of(parse_yaml(read_text(path), str(path)), str(path))


def _of(value: object, place: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise KnowledgeError(f"{place}: not 'key: value'", "Write it as a mapping.")
    return {str(key): entry for key, entry in cast(dict[object, object], value).items()}


def _texts(value: object, place: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise KnowledgeError(f"{place}: not a list of texts", "Quote numbers, yes and no.")
    texts = tuple(" ".join(text.split()) for text in cast(Iterable[str], value))
    if not texts or not all(texts):
        raise KnowledgeError(f"{place}: empty", "Give at least one phrasing, and no empty one.")
    return texts
