"""A model over HTTP as the agent knows it: our prompts, and a token for four letters that costs nothing."""

from dataclasses import dataclass
from pathlib import Path

from coach.domain.model import Names
from coach.domain.results import Tokens
from coach.llm.fault_words import load_fault_words
from coach.llm.masking import Mask
from coach.llm.prompts import PromptBook
from coach.llm.providers import open_chat
from coach.llm.transport import Transport
from coach.settings import ModelAccess
from evals.scripted_server import Scripted

ROOT = Path(__file__).parents[2]
PROMPTS = PromptBook(ROOT / "prompts")


class Plain:
    """Hides nothing."""

    def mask(self, text: str) -> str:
        return text

    restore = feed = mask

    def unknown(self, text: str) -> tuple[str, ...]:
        return ()

    def stream(self) -> "Plain":
        return self


@dataclass(frozen=True)
class Behind:
    """A model over HTTP, with our prompts; a token is four letters and costs nothing."""

    transport: Transport
    masks: bool
    prompts: PromptBook = PROMPTS

    def count(self, text: str) -> int:
        return len(text) // 4

    def price(self, tokens: Tokens) -> float | None:
        return 0.0

    def mask_for(self, names: Names) -> Mask | Plain:
        return Mask(names) if self.masks else Plain()


def behind(server: Scripted, *, masked: bool) -> Behind:
    words = load_fault_words(ROOT / "knowledge")
    chat = open_chat("openai:scripted", ModelAccess(url=server.url), words)
    return Behind(Transport(chat, words), masked)
