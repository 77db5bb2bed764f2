"""Puts a language model together from settings: its client, prompts, words for faults, kept replies."""

from coach.llm.client import LanguageModel
from coach.llm.fault_words import load_fault_words
from coach.llm.prompts import PromptBook
from coach.llm.providers import open_chat
from coach.llm.replies import Replies
from coach.llm.transport import Transport
from coach.settings import Settings


def open_model(settings: Settings) -> LanguageModel:
    """Build the model that ``settings.model`` names; nothing is sent yet.

    Raises:
        InputError: the model's name, the server's address or the key is missing or wrong.
        ModelError: a provider's package is not installed.
    """
    words = load_fault_words(settings.knowledge)
    chat = open_chat(settings.model, settings.access, words)
    return LanguageModel(
        transport=Transport(chat, words),
        prompts=PromptBook(settings.prompts),
        replies=Replies(settings.home / "replies"),
        access=settings.access,
    )
