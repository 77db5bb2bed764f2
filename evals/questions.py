"""The labelled questions that search is measured with.

Every question was written in a mentee's words by somebody who saw the list of topics but no card;
a second reader labelled all of them without seeing the first labels.
"""

import json
from dataclasses import dataclass
from pathlib import Path

DATASETS = Path(__file__).parent / "datasets"
DEVELOPMENT = DATASETS / "search-dev.jsonl"
TEST = DATASETS / "search-test.jsonl"


@dataclass(frozen=True)
class Question:
    """One row.

    Attributes:
        id: unique.
        query: as a mentee typed it.
        topics: the topics that answer it, the first one first; none when search should say so.
        card: the id of the best card; "" for a question without an answer, or one that no card of
            its topic answers better than another.
        form: what is most salient about it: fragment, short, long, misspelt, emotional, non-native;
            off-topic or near-topic for those without an answer.
    """

    id: str
    query: str
    topics: tuple[str, ...]
    card: str
    form: str

    @property
    def answerable(self) -> bool:
        """Whether the guidance has an answer."""
        return bool(self.topics)


def read_questions(path: Path) -> list[Question]:
    """Every question of a file, in order."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Question(row["id"], row["query"], tuple(row["topics"]), row["card"], row["form"])
        for row in rows
    ]
