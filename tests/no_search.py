"""A search and a shelf that find nothing, or always the same card, for tests that are about something else."""

from coach.domain.results import SearchAnswer, SearchHit


class NoSearch:
    def search(self, query, k=5):
        return SearchAnswer(query=query, answered=False, results=())

    def closeness(self, query, texts):
        return [0.0] * len(texts)


class FoundSearch(NoSearch):
    def __init__(self, card):
        self.card = card

    def search(self, query, k=5):
        card = self.card
        hit = SearchHit(card=card.id, topic=card.topic, title=card.title, score=0.9, excerpt="")
        return SearchAnswer(query=query, answered=True, results=(hit,))
