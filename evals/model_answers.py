"""Judges an answer to a question: is it one, does a card stand behind each sentence, and which are cited."""

import re
from collections.abc import Iterable, Sequence

from coach.domain.card import Card
from coach.domain.vocabulary import Style
from coach.guidance.embedding import LocalEmbedding, cosines
from evals.advice_judge import advice_in, is_open, pieces
from evals.model_items import Item
from evals.model_scores import Score

NEAR = 0.6
"""Cosine from which a sentence of an answer counts as said by a sentence of some card. It is lenient:
of the sentences of a card's own *Do*, two in five are as near to a sentence of another card."""
_CITED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_BARE = re.compile(r"\[[^\]]*\]|\((?:source|card)[^)]*\)")
_SILENT = re.compile(
    r"\b(?:i (?:do not|don't|cannot|can't) (?:know|answer|find|say)|not (?:covered|mentioned|addressed)|"
    r"(?:no|not any|nothing in the) (?:guidance|information|cards?)|(?:does|do) not (?:cover|answer|mention|"
    r"address|contain|provide|say)|doesn't (?:cover|answer|mention|say)|don't (?:cover|answer|mention)|"
    r"guidance (?:has|says) nothing|nothing (?:on|about) (?:this|that))",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"^\W*(?:good luck|i hope|hope this|thank|feel free|let me know|great question|you're not alone|"
    r"it(?:'s| is) (?:understandable|normal|natural)|i understand|that sounds|remember,? you)",
    re.IGNORECASE,
)
_SHORT = 5
"""Fewer words state nothing that needs a card."""


class Answers:
    """Judges answers against all cards, read once."""

    def __init__(self, cards: Sequence[Card], embedding: LocalEmbedding | None = None) -> None:
        self._ids = frozenset(card.id for card in cards)
        self._embedding = embedding or LocalEmbedding()
        said = [
            sentence
            for card in cards
            for part in (card.title, card.do, card.why, *card.say, card.avoid)
            for sentence in pieces(part)
        ]
        self._vectors = self._embedding.embed(said)

    def judge(
        self,
        item: Item,
        text: str,
        *,
        silent: bool | None = None,
        cited: Iterable[str] | None = None,
    ) -> Score:
        """Judge a text.

        Args:
            item: the question, its style and the cards that answer it.
            text: what the mentee reads, citations included.
            silent: whether it says that there is no answer; read from the text where unknown.
            cited: the cards it cites; read from the text where unknown.
        """
        declined = bool(_SILENT.search(text)) if silent is None else silent
        named = frozenset(_CITED.findall(text) if cited is None else cited) & self._ids
        wanted = frozenset(item.cards)
        if not text.strip():
            return Score(("empty",), wanted=wanted)
        failed = []
        if declined and wanted:
            failed.append("answers")
        if not declined and not wanted:
            failed.append("says-so-when-silent")
        claims = 0 if declined else self.unsupported(text)
        if claims:
            failed.append("no-unsupported-claim")
        coach = 0
        if item.style is Style.COACH and not declined:
            coach = len(advice_in(_BARE.sub("", text)))
            if coach or not any(map(is_open, pieces(text))):
                failed.append("coach-asks-only")
        return Score(tuple(failed), claims=claims, coach=coach, cited=named, wanted=wanted)

    def unsupported(self, text: str) -> int:
        """Sentences that state something no card says."""
        stated = [
            sentence
            for sentence in pieces(_BARE.sub("", text))
            if "?" not in sentence
            and len(sentence.split()) >= _SHORT
            and not _COURTESY.match(sentence)
        ]
        if not stated:
            return 0
        return sum(
            float(cosines(self._vectors, vector).max()) < NEAR
            for vector in self._embedding.embed(stated)
        )
