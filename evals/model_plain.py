"""The two ways without this product: the model asked plainly, and the model with plain retrieval.

Both are what a careful person would do without it. *Plainly*: one prompt with all the facts and what
is wanted, "invent nothing" included; private notes are left out, as they are in the product. *Plain
retrieval*: the same, with the four nearest cards in full before it, from LangChain's vector store over
whole cards, as its tutorial shows it.
"""

import hashlib
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import yaml
from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.vectorstores import InMemoryVectorStore

from coach.domain.brief import AnyBrief, OutreachBrief
from coach.domain.card import Card
from coach.domain.vocabulary import Channel, Purpose, Style
from coach.guidance.card_rules import prose
from coach.guidance.embedding import LocalEmbedding
from coach.llm.manner import first_manner
from evals.langchain_embedding import LangChainEmbedding
from evals.model_items import Item

CARDS = 4
LONGEST = 800
"""Most tokens of a reply; more than any of these texts needs."""
PATIENCE = 1_200.0
_COACH = (
    "Work as a coach: give no advice and no suggestions, only ask open questions, one at a time."
)
_MENTOR = "Work as a mentor: give advice, with reasons."
_CHANNELS = {
    Channel.EMAIL: "an e-mail of at most 180 words, with a first line 'Subject: …'",
    Channel.LINKEDIN_NOTE: "a LinkedIn connection note of at most 300 characters",
    Channel.LINKEDIN_MESSAGE: "a LinkedIn message of at most 150 words",
    Channel.CHAT: "a chat message of at most 120 words",
}
_PURPOSES = {
    Purpose.FIRST_CONTACT: "a first message to somebody I do not know yet",
    Purpose.INTRODUCTION_REQUEST: "a request to a mutual contact (via) to introduce me to the recipient,"
    " with a short paragraph to pass on",
    Purpose.FOLLOW_UP: "a follow-up, because they have not replied",
    Purpose.THANK_YOU: "a thank-you",
    Purpose.PROGRESS_UPDATE: "an update on what I did with their advice and what came of it",
    Purpose.SPONSOR_ASK: "a request to somebody senior to put my name forward",
    Purpose.PROGRAMME_APPLICATION: "an application to a mentoring programme",
    Purpose.RECONNECT: "a message to get back in touch",
    Purpose.REPLY_TO_NO: "a reply to somebody who said no",
    Purpose.CLOSING: "a message to end the mentoring well",
}
_AGENDA = (
    "Plan my meeting. Begin with a line 'Title: …' and a line 'Purpose: …'. Then a line for each part"
    " of the meeting, such as '10 min: News - what has changed', with my questions for it below as bullets. End with a line"
    " 'Prepare:' and bullets of what I do before."
)
_REFLECTION = (
    "Give me questions to reflect on my meeting, under the three headings 'What', 'So what' and 'Now"
    " what', two bullets each."
)
_ADVICE = " Where you have advice, put it as a bullet that begins with 'Advice:'."
_TRUE = "Use only these facts and invent nothing. Give only the text itself."


@dataclass(frozen=True)
class Said:
    """What a model replied, and what it took; ``fault`` is the error where nothing came."""

    texts: tuple[str, ...]
    taken: int
    given: int
    seconds: float
    fault: str = ""


def request(item: Item) -> str:
    """The one prompt with everything in it; for a question, how it is to be answered."""
    style = _COACH if item.style is Style.COACH else _MENTOR
    if item.task == "ask":
        return f"You help a mentee. {style} Answer in at most 120 words."
    assert item.brief is not None
    facts = f"Facts:\n{facts_of(item.brief)}"
    if item.task == "agenda":
        return f"{_AGENDA} {style} {_TRUE}\n\n{facts}"
    if item.task == "reflection":
        advice = "" if item.style is Style.COACH else _ADVICE
        return f"{_REFLECTION}{advice} {style} {_TRUE}\n\n{facts}"
    assert isinstance(item.brief, OutreachBrief)
    what = f"{_PURPOSES[item.brief.purpose]}: {_CHANNELS[item.brief.channel]}"
    if item.task == "improve":
        return (
            f"Improve my draft of {what}. Keep my own words wherever they are good. {_TRUE}\n\n"
            f"{facts}\n\nMy draft:\n{item.draft}"
        )
    return f"Write {what}. The tone is {item.brief.tone}. {_TRUE}\n\n{facts}"


def facts_of(brief: AnyBrief) -> str:
    """What the mentee told, without private notes and what is not about the matter."""
    told = brief.model_dump(
        mode="json",
        exclude_defaults=True,
        exclude={"private_notes", "kind", "style", "tone", "language", "channel", "purpose"},
    )
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1_000)


def tag(way: str, item: Item) -> str:
    """Way and hash of what is sent first, so that a changed prompt is not taken for the old one."""
    text = "\n".join([request(item), *item.turns])
    return f"{way}:{hashlib.sha256(text.encode()).hexdigest()[:8]}"


class Plain:
    """Asks a model without anything of this product but, on demand, the text of its cards."""

    def __init__(self, model: str, cards: Sequence[Card]) -> None:
        self._chat = _opened(model)
        self._cards = cards
        self._store: InMemoryVectorStore | None = None
        self._lock = Lock()

    def plainly(self, item: Item) -> Said:
        """Way (a): the model and the facts."""
        return self._talk(item, retrieve=False)

    def with_retrieval(self, item: Item) -> Said:
        """Way (b): the same, with the nearest cards in full."""
        return self._talk(item, retrieve=True)

    def _talk(self, item: Item, *, retrieve: bool) -> Said:
        begun = time.perf_counter()
        said: list[BaseMessage] = []
        texts: list[str] = []
        taken = given = 0
        for turn in item.turns or (request(item),):
            said.append(HumanMessage(turn))
            sent = [*self._before(item, turn, retrieve=retrieve), *said]
            try:
                reply = self._chat.invoke(sent)
            except Exception as error:  # noqa: BLE001 - any provider's error is a measured failure
                spent = time.perf_counter() - begun
                return Said(tuple(texts), taken, given, spent, type(error).__name__)
            usage = reply.usage_metadata
            taken += usage["input_tokens"] if usage else 0
            given += usage["output_tokens"] if usage else 0
            texts.append(reply.text)
            said.append(AIMessage(reply.text))
        return Said(tuple(texts), taken, given, time.perf_counter() - begun)

    def _before(self, item: Item, turn: str, *, retrieve: bool) -> list[BaseMessage]:
        """The system message: how to answer a question, and the cards."""
        parts = [request(item)] if item.task == "ask" else []
        if retrieve:
            found = self._retriever().similarity_search(_query(item, turn), k=CARDS)
            context = "\n\n".join(f"[{f.metadata['card']}]\n{f.page_content}" for f in found)
            cite = " Name the id of each piece you use in square brackets, as it stands above it."
            silent = " If they do not answer the question, say that you do not know."
            told = cite + silent if item.task == "ask" else ""
            parts.append(f"Use these pieces of guidance.{told}\n\n{context}")
        return [SystemMessage("\n\n".join(parts))] if parts else []

    def _retriever(self) -> InMemoryVectorStore:
        with self._lock:
            if self._store is None:
                self._store = InMemoryVectorStore(LangChainEmbedding(LocalEmbedding()))
                texts = [f"{card.title}\n{prose(card)}" for card in self._cards]
                self._store.add_texts(texts, metadatas=[{"card": card.id} for card in self._cards])
            return self._store


def _opened(model: str) -> BaseChatModel:
    """LangChain's chat model, as calm and with as much room to think as the product gives it."""
    manner = first_manner(
        model.partition(":")[2], at_openai=not os.environ.get("OPENAI_BASE_URL", "")
    )
    own = model.startswith("openai:")
    return init_chat_model(
        model,
        max_tokens=LONGEST + (manner.room if own else 0),
        temperature=manner.temperature if own else None,
        timeout=PATIENCE,
        max_retries=1,
    )


def _query(item: Item, turn: str) -> str:
    """What is looked up: the question; for a brief, what is wanted and its topic."""
    if item.task == "ask" or item.brief is None:
        return turn
    about = item.brief.topic or " ".join(item.brief.questions[:1])
    return f"{turn.split('. ')[0]}. {about}"
