"""What is known of a configured model without asking it: where it runs, what it is sent, what that means."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from coach.llm.loopback import is_local
from coach.settings import BUILT_IN, ModelAccess

OPENAI = "openai"
OPENAI_HOST = "api.openai.com"
_HIDDEN = "names, organisations, e-mail addresses and phone numbers"


@dataclass(frozen=True)
class AboutModel:
    """A writer as a person is told of it.

    Attributes:
        name: as in ``COACH_MODEL``.
        model: the model's own name; empty for the built-in writer.
        where: whose server it runs at; empty for the built-in writer.
        local: whether that is on this computer.
        masks: whether names are masked before they are sent.
        sees_notes: whether private notes may be sent.
        wants_key: whether it cannot be asked without a key of OpenAI, and there is none.
    """

    name: str
    model: str = ""
    where: str = ""
    local: bool = True
    masks: bool = False
    sees_notes: bool = False
    wants_key: bool = False

    @property
    def is_built_in(self) -> bool:
        """Whether it is no model at all."""
        return self.name == BUILT_IN

    @property
    def stays_here(self) -> bool:
        """Whether nothing leaves this computer."""
        return self.is_built_in or self.local

    @property
    def title(self) -> str:
        """Who writes, in a few words."""
        if self.is_built_in:
            return "the built-in writer"
        return f"{self.model}, {'on this computer' if self.local else f'at {self.where}'}"

    @property
    def meaning(self) -> str:
        """What that means for the mentee, in one or two plain sentences."""
        if self.is_built_in:
            return "Nothing leaves this computer, and nothing costs money."
        masked = f"{_HIDDEN} are masked before that"
        if self.local:
            hidden = f" Even so, {masked}." if self.masks else ""
            return f"Nothing leaves this computer: the model runs on it.{hidden}"
        goes = f"What you tell for a text goes to {self.where}"
        if not self.masks:
            return f"{goes}, {_HIDDEN} included."
        return f"{goes}; {masked}, and put back here."

    @property
    def notes(self) -> str:
        """What becomes of private notes."""
        if self.is_built_in or not self.sees_notes:
            return "Private notes are not sent to a model."
        return "Private notes are sent too, as you allowed; they never appear in the text."


def about_model(name: str, access: ModelAccess) -> AboutModel:
    """What is known of the writer of that name with that access."""
    if name == BUILT_IN:
        return AboutModel(BUILT_IN)
    provider, colon, model = (part.strip() for part in name.partition(":"))
    if not colon:
        provider, model = "", name
    provider = provider.lower().replace("-", "_")
    host, local = _server(access.url) if provider == OPENAI else ("", False)
    official = provider == OPENAI and host in ("", OPENAI_HOST)
    if official:
        where = "OpenAI"
    else:
        where = f"the server at {host}" if host else provider.replace("_", " ").title()
    return AboutModel(
        name=name,
        model=model,
        where=where or "a provider that is not named",
        local=local,
        masks=access.mask == "always" or (access.mask == "auto" and not local),
        sees_notes=access.sees_notes,
        wants_key=official and not access.key,
    )


def short_name(name: str) -> str:
    """A model's own name, without its provider's."""
    return name.partition(":")[2] or name


def _server(url: str) -> tuple[str, bool]:
    """The host and port of an address, and whether it is on this computer."""
    full = url if "://" in url else f"http://{url}"
    try:
        host = urlsplit(full).netloc.rpartition("@")[2] if url else ""
    except ValueError:
        host = ""
    return host, bool(url) and is_local(full)
