"""Language models in memory, for the pages: one that is found on this computer, one that is scripted."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from app_fakes import fake_services

from coach.domain.model import Fault, LocalServer, ModelError
from coach.domain.results import Call, Sent, Tokens
from coach.errors import InputError
from coach.llm.scripted import Reply, ScriptedModel
from coach.settings import ModelAccess
from coach.use_cases.ports import Model, Services

BODY = (
    "Dear Dr. Lee,\n\nI am a junior nurse. I am writing to you because you rebuilt the night rota at "
    "St. Mary's.\n\nHow did you win over the senior nurses?\n\nWould you have 20 minutes for a video "
    "call on Friday morning? If this is not a good time, I understand.\n\nThank you for reading "
    "this.\n\nBest wishes,\nAna Silva"
)
INVENTED = BODY.replace("Thank you", "I won the national prize for nursing in 2019. Thank you")
SENT = (Sent(role="system", text="Write."), Sent(role="user", text="Ask **Name1** <b>now</b>"))


def said(body: str = BODY) -> str:
    """A message as a model gives it."""
    return json.dumps({"subject": "The night rota at St. Mary's", "body": body})


def trouble(fault: Fault = Fault.BAD_KEY) -> ModelError:
    """A key that is not accepted; what was sent is with it."""
    call = Call(prompt="outreach@1:abc", sent=SENT, masked=True, fault=fault)
    return ModelError(fault, "OpenAI did not accept the key.", "Paste it again.", call)


@dataclass
class FakeModels:
    """Opens scripted models; keeps what was opened and with which access."""

    replies: Sequence[Reply] = ()
    servers: tuple[LocalServer, ...] = ()
    opened: list[tuple[str, ModelAccess]] = field(default_factory=list)

    def open(self, name: str, access: ModelAccess) -> Model | None:
        self.opened.append((name, access))
        return None if name == "built-in" else ScriptedModel(self.replies, name=name)

    def check(self, name: str, access: ModelAccess) -> None:
        if ":" not in name or " " in name:
            raise InputError(f"“{name}” does not say whose model it is", "Name the provider.")

    def price(self, name: str, access: ModelAccess, tokens: Tokens) -> float | None:
        return None

    def on_this_computer(self) -> tuple[LocalServer, ...]:
        return self.servers


def services_with(model: Model | None = None, models: FakeModels | None = None) -> Services:
    """The fake services with a model."""
    return replace(fake_services(), model=model, models=models or FakeModels())
