"""Runs an item through the product's own use cases, and judges it before the floor and as delivered."""

from evals.model_answers import Answers
from evals.model_items import Item
from evals.model_kept import Row
from evals.model_scores import Score


class Pipeline:
    """The product with a language model."""

    def __init__(self, model: str) -> None:
        self._model = model
        self.tag = "none"

    def run(self, item: Item) -> Row | None:
        """Do one item."""
        return None


def before_score(item: Item, row: Row, answers: Answers) -> Score:
    """What the model had before the floor."""
    return Score(())


def delivered_score(item: Item, row: Row, answers: Answers) -> Score:
    """What the mentee is given."""
    return Score(())
