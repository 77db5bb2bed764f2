"""Check all guidance, as ``python -m coach.guidance.lint [knowledge]``; part of ``make check``.

Prints one line per problem, ``path: problem. Fix.``, and exits 1; or a summary and exits 0.
"""

import datetime
import itertools
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coach.domain.card import Card, Source
from coach.domain.strict_yaml import read_text
from coach.errors import KnowledgeError
from coach.guidance.asked_as import FOLDER, load_asked_as
from coach.guidance.card_rules import card_problems, prose
from coach.guidance.cards import TOPIC_IDS, card_files, read_card
from coach.guidance.evidence_rules import number_problems
from coach.guidance.keep_out import KeptOut, claims_in, read_keep_out
from coach.guidance.lexical import words
from coach.guidance.phrasing_rules import phrasing_problems
from coach.guidance.reading import reading_grade
from coach.guidance.sources import parse_source, source_entries
from coach.settings import read_settings

LEAST_CARDS = 2
NEAR_DUPLICATE = 0.3
"""Share of the shorter card's word pairs that the other one holds too."""


@dataclass
class Inspection:
    """What was read, and what is wrong with it."""

    cards: dict[Path, Card] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def add(self, place: object, problem: str, fix: str) -> None:
        """Note one problem."""
        self.problems.append(f"{place}: {problem.rstrip('.')}. {fix.rstrip('.')}.")

    def add_error(self, error: KnowledgeError) -> None:
        """Note what a parser refused; its message opens with the place."""
        self.problems.append(f"{error.message.rstrip('.')}. {error.fix.rstrip('.')}.")


def inspect(knowledge: Path, today: datetime.date) -> Inspection:
    """Check cards, sources, and the texts that the keep-out list covers.

    Args:
        knowledge: the folder of cards and sources; prompts are looked for beside it.
        today: no review may be dated after it.
    """
    result = Inspection()
    _read_all(knowledge, result)
    _check_cards(result, today)
    _check_references(knowledge, result)
    _check_duplicates(result)
    _check_topics(knowledge, result)
    _check_phrasings(knowledge, result)
    try:
        claims = read_keep_out(knowledge / "keep-out.yaml")
    except KnowledgeError as error:
        result.add_error(error)
    else:
        _check_claims(knowledge, claims, result)
    return result


def main(arguments: list[str]) -> int:
    """Run the check; the exit code is 1 when there is a problem."""
    knowledge = Path(arguments[0]) if arguments else read_settings().knowledge
    result = inspect(knowledge, datetime.datetime.now(datetime.UTC).date())
    lines = result.problems or [_summary(result)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if result.problems else 0


def near_duplicates(cards: Iterable[Card]) -> Iterator[tuple[Card, Card, float]]:
    """Pairs of cards that share many pairs of neighbouring content words."""
    pairs = {card.id: (card, set(itertools.pairwise(words(prose(card))))) for card in cards}
    for (one, first), (other, second) in itertools.combinations(pairs.values(), 2):
        shorter = min(len(first), len(second))
        share = len(first & second) / shorter if shorter else 0.0
        if share >= NEAR_DUPLICATE:
            yield one, other, share


def _read_all(knowledge: Path, result: Inspection) -> None:
    path = knowledge / "sources.yaml"
    try:
        entries = source_entries(path)
    except KnowledgeError as error:
        result.add_error(error)
        entries = []
    for entry in entries:
        try:
            source = parse_source(entry, path)
        except KnowledgeError as error:
            result.add_error(error)
            continue
        if source.id in result.sources:
            result.add(path, f"two sources are called '{source.id}'", "Join or rename them")
        result.sources[source.id] = source
    files = card_files(knowledge)
    if not files:
        result.add(knowledge / "cards", "no cards found", "Restore the folder")
    for file in files:
        try:
            result.cards[file] = read_card(file)
        except KnowledgeError as error:
            result.add_error(error)
    known = {file for topic in TOPIC_IDS for file in (knowledge / "cards" / topic).glob("*.md")}
    for stray in sorted(set((knowledge / "cards").rglob("*.md")) - known - set(files)):
        result.add(stray, "not in a topic's folder", "Move it to cards/<topic>/")


def _check_cards(result: Inspection, today: datetime.date) -> None:
    for path, card in result.cards.items():
        problems = itertools.chain(
            card_problems(card, today), number_problems(card, result.sources)
        )
        for problem, fix in problems:
            result.add(path, problem, fix)


def _check_topics(knowledge: Path, result: Inspection) -> None:
    """A topic that has cards at all has at least two: one card is one opinion."""
    counts = Counter(card.topic for card in result.cards.values())
    for topic in TOPIC_IDS:
        if 0 < counts[topic] < LEAST_CARDS:
            place = knowledge / "cards" / topic
            result.add(place, f"{counts[topic]} cards", f"Write at least {LEAST_CARDS}")


def _check_phrasings(knowledge: Path, result: Inspection) -> None:
    try:
        asked_as = load_asked_as(knowledge)
    except KnowledgeError as error:
        result.add_error(error)
        return
    cards = {card.id: card for card in result.cards.values()}
    for problem, fix in phrasing_problems(asked_as, cards):
        result.add(knowledge / FOLDER, problem, fix)


def _check_references(knowledge: Path, result: Inspection) -> None:
    """Sources that cards name must exist, and those that exist must be named."""
    used: set[str] = set()
    for path, card in result.cards.items():
        used.update(card.sources)
        for source in card.sources:
            if source not in result.sources:
                result.add(path, f"unknown source '{source}'", "Add it to sources.yaml")
    for source in result.sources:
        if source not in used:
            place = knowledge / "sources.yaml"
            result.add(place, f"no card uses '{source}'", "Use it or remove it")


def _check_duplicates(result: Inspection) -> None:
    ids = Counter(card.id for card in result.cards.values())
    titles = Counter(card.title.casefold() for card in result.cards.values())
    for path, card in result.cards.items():
        if ids[card.id] > 1:
            result.add(path, f"another card has the id '{card.id}'", "Rename one")
        if titles[card.title.casefold()] > 1:
            result.add(path, f"another card has the title '{card.title}'", "Retitle one")
    paths = {card.id: path for path, card in result.cards.items()}
    for one, other, share in near_duplicates(result.cards.values()):
        problem = f"nearly the same as {other.id} ({share:.0%} of its word pairs)"
        result.add(paths[one.id], problem, "Join the two, or give each its own idea")


def _check_claims(knowledge: Path, claims: list[KeptOut], result: Inspection) -> None:
    texts = {path: prose(card) + " " + card.title for path, card in result.cards.items()}
    others = [
        knowledge / "sources.yaml",
        *(knowledge / "wording").rglob("*.yaml"),
        *knowledge.parent.glob("prompts/**/*.md"),
    ]
    for path in sorted(others):
        try:
            texts[path] = read_text(path)
        except KnowledgeError as error:
            result.add_error(error)
    for path, text in texts.items():
        for claim, quote in claims_in(text, claims):
            problem = f"a claim from the keep-out list, {claim.id}: '{quote}' ({claim.found})"
            result.add(path, problem, f"Say instead: {claim.say_instead}")


def _summary(result: Inspection) -> str:
    topics = {card.topic for card in result.cards.values()}
    grades = [reading_grade(prose(card)) for card in result.cards.values()]
    return (
        f"{len(result.cards)} cards in {len(topics)} of {len(TOPIC_IDS)} topics, "
        f"{len(result.sources)} sources, median reading grade {statistics.median(grades):.1f}."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
