"""Learns once what everybody would otherwise learn at first use, and keeps it beside the examples.

    python -m coach.guidance.learnt

A file's name carries the hash of the examples it was learnt from: one that no longer fits them is
never read, and whoever runs the program then learns at first use, as with examples of their own.
"""

from pathlib import Path

from coach.guidance.asked_as import load_asked_as, phrasings
from coach.guidance.care_model import CareModel
from coach.guidance.embedding import LocalEmbedding
from coach.guidance.library import load_library
from coach.guidance.passages import card_passages
from coach.guidance.private_model import PrivateModel
from coach.guidance.shipped import ship

LEARNT = Path("search") / "learnt"


def learn_into(knowledge: Path, folder: Path) -> None:
    """Write what is learnt from the examples in ``knowledge`` into ``folder``; old files go.

    Raises:
        KnowledgeError: the examples are missing or wrong.
        StorageError: the embedding cannot be loaded.
    """
    embedding = LocalEmbedding()
    cards = load_library(knowledge).cards.values()
    asked = phrasings(load_asked_as(knowledge), cards)
    passages = [part for card in cards for part in card_passages(card)]
    ship(folder, passages, asked, embedding)
    CareModel(knowledge, folder, asked, lambda: embedding).prepare()
    PrivateModel(knowledge, folder, lambda: embedding).reader()


def main() -> None:
    """Learn from the repository's examples."""
    knowledge = Path(__file__).resolve().parents[2] / "knowledge"
    learn_into(knowledge, knowledge / LEARNT)


if __name__ == "__main__":
    main()
