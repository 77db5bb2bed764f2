"""What a result says of its making: the base of every result, the calls to a model, who wrote."""

from pydantic import BaseModel, ConfigDict, Field


class Result(BaseModel):
    """Base of every result: frozen, and dumped to JSON by field name."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class Tokens(Result):
    """Model tokens used: in and out."""

    taken: int = Field(default=0, alias="in")
    given: int = Field(default=0, alias="out")

    def __add__(self, other: "Tokens") -> "Tokens":
        return Tokens.model_validate(
            {"in": self.taken + other.taken, "out": self.given + other.given}
        )


class Sent(Result):
    """One message to a model as it left this computer: stand-ins for names included."""

    role: str
    text: str


class Call(Result):
    """One call to a model: exactly what was sent, exactly what came, and what it took.

    ``cost`` is in US dollars, 0 for a server on this computer, None where no price is known.
    ``prompt`` is ``name@version:hash``; ``why`` is ``write``, ``repair`` or ``answer``.
    """

    prompt: str
    why: str = "write"
    sent: tuple[Sent, ...] = ()
    received: str = ""
    masked: bool = False
    cached: bool = False
    tokens: Tokens = Field(default_factory=Tokens)
    cost: float | None = None
    seconds: float = 0.0
    fault: str = ""


class WriterInfo(Result):
    """Which writer made a text, and what it took.

    ``floor`` says that a model was asked and the built-in writer's text was taken instead, and
    ``trouble`` tells the mentee why. ``repaired`` names the checks that a model's first text failed
    and the text shown passes. ``cost`` is in US dollars, None where no price is known. ``calls``
    hold what was sent and what came; they are shown on demand, and are not in the JSON.
    """

    name: str = "built-in"
    prompt: str = ""
    repairs: int = 0
    floor: bool = False
    tokens: Tokens = Field(default_factory=Tokens)
    cost: float | None = Field(default=None, exclude_if=lambda value: value is None)
    trouble: str = Field(default="", exclude_if=lambda value: not value)
    repaired: tuple[str, ...] = Field(default=(), exclude_if=lambda value: not value)
    calls: tuple[Call, ...] = Field(default=(), exclude=True)
