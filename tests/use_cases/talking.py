"""What the tests of a conversation share: real cards, real meaning, a search that finds what it is told."""

from collections.abc import Callable, Sequence

from coach.domain.brief import AnyBrief
from coach.domain.card import Card
from coach.domain.model import Talk, Task
from coach.domain.results import OwnHit, SearchAnswer, SearchHit
from coach.guidance.embedding import LocalEmbedding
from coach.llm.scripted import ScriptedModel
from coach.use_cases.ports import Services
from coach.use_cases.told_records import ToldRecords

CARDS = ("keep-the-clock-yourself", "give-them-words-to-say-no")
ABOUT = "time short long clock meeting"
QUESTION = "How do I keep to the time?"
GOOD = (
    "Say at the start how long you asked for, and check that it still suits them [c1]. "
    "Five minutes before the end, say so and begin to close [c1]."
)


class FixedSearch:
    """Finds the same cards whenever a word of ``about`` is in the query; nearness is real."""

    def __init__(self, embedding: LocalEmbedding, cards: Sequence[Card], about: str) -> None:
        self.asked: list[str] = []
        self._embedding = embedding
        self._cards = cards
        self._about = set(about.split())

    def search(self, query: str, k: int = 5) -> SearchAnswer:
        self.asked.append(query)
        words = set(query.lower().replace("?", "").replace(".", "").split())
        cards = self._cards[:k] if words & self._about else ()
        hits = tuple(
            SearchHit(card=one.id, topic=one.topic, title=one.title, score=0.9, excerpt="")
            for one in cards
        )
        return SearchAnswer(
            query=query, answered=bool(hits), results=hits, topics=() if hits else ("agenda",)
        )

    def closeness(self, query: str, texts: Sequence[str]) -> list[float]:
        if not texts:
            return []
        near = self._embedding.embed(texts) @ self._embedding.embed_query(query)
        return [float(one) for one in near]


class NoShelf:
    """No documents of their own."""

    def documents(self) -> tuple[()]:
        return ()

    def search(self, query: str, k: int = 3) -> tuple[OwnHit, ...]:
        return ()


def using(tool: str, says: str, **arguments: object) -> Callable[[Task | Talk], str]:
    """A model that uses one tool, and then says something."""

    def play(asked: Task | Talk) -> str:
        assert isinstance(asked, Talk)
        found = next(one for one in asked.tools if one.name == tool)
        found.run(found.takes.model_validate(arguments))
        return says

    return play


def records(*briefs: AnyBrief) -> ToldRecords:
    """Records of what these briefs tell."""
    return ToldRecords(briefs)


def with_model(services: Services, *replies: object, player: object = None) -> tuple:
    """The services with a scripted model, and the model."""
    model = ScriptedModel(replies=replies, player=player)  # type: ignore[arg-type]
    return (
        Services(
            cards=services.cards,
            search=services.search,
            own=services.own,
            writer=services.writer,
            told=services.told,
            model=model,
        ),
        model,
    )
