"""The one place that builds everything from settings. Heavy adapters are imported when first used."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from coach.domain.model import (
    Answered,
    Fault,
    Filled,
    Form,
    LocalServer,
    ModelError,
    Show,
    Talk,
    Task,
)
from coach.domain.results import OwnDocument, OwnHit, SearchAnswer, Tokens
from coach.errors import InputError
from coach.guidance.asked_as import load_asked_as, phrasings
from coach.guidance.early import begin
from coach.guidance.library import load_library
from coach.review import Alike, SecondReader
from coach.settings import BUILT_IN, ModelAccess, Settings
from coach.use_cases.ports import Model, OwnGuidance, Progress, Search, Services, Told
from coach.writing.builtin import BuiltInWriter

if TYPE_CHECKING:
    from coach.guidance.embedding import LoadingEmbedding
    from coach.guidance.message_reader import MessageReaders
    from coach.guidance.private_model import PrivateModel
    from coach.llm.client import LanguageModel

T = TypeVar("T")


class Lazily(Generic[T]):
    """Builds something slow when it is first needed, once, whichever thread asks first.

    Importing the vector store takes about a second, and a person who opens the app to type a
    message should not wait for it.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._lock = threading.Lock()
        self._made: T | None = None

    def __call__(self) -> T:
        """Return the thing, building it if need be."""
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made


class LazySearch:
    """Opens, or first builds, the index when the first question is asked."""

    def __init__(self, opened: Callable[[], Search]) -> None:
        self._opened = opened

    def search(self, query: str, k: int = 5) -> SearchAnswer:
        """Search, building the index first if need be; see ``GuidanceSearch.search``."""
        return self._opened().search(query, k)

    def closeness(self, query: str, texts: Sequence[str]) -> list[float]:
        """See ``GuidanceSearch.closeness``."""
        return self._opened().closeness(query, texts)


class LazyShelf:
    """The mentee's own documents; costs nothing while there are none."""

    def __init__(self, home: Path, opened: Callable[[], OwnGuidance]) -> None:
        self._list = home / "own" / "documents.json"
        self._opened = opened

    def documents(self) -> tuple[OwnDocument, ...]:
        """See ``OwnShelf.documents``."""
        return self._opened().documents() if self._list.exists() else ()

    def add(self, name: str, data: bytes, progress: Progress | None = None) -> OwnDocument:
        """See ``OwnShelf.add``."""
        return self._opened().add(name, data, progress)

    def remove(self, name: str) -> OwnDocument:
        """See ``OwnShelf.remove``."""
        return self._opened().remove(name)

    def search(self, query: str, k: int = 3) -> tuple[OwnHit, ...]:
        """See ``OwnShelf.search``."""
        return self._opened().search(query, k) if self._list.exists() else ()


class LazyAlike:
    """Loads what compares private notes with a text when the first brief has some."""

    def __init__(self, opened: Callable[[], "PrivateModel"]) -> None:
        self._opened = opened

    def __call__(self) -> Alike:
        """See ``PrivateModel.reader``."""
        return self._opened().reader()


class LazyReader:
    """Loads what reads messages a second time when the first one is reviewed."""

    def __init__(self, opened: Callable[[], "MessageReaders"]) -> None:
        self._opened = opened

    def __call__(self) -> SecondReader:
        """See ``MessageReaders.reader``."""
        return self._opened().reader()


class LazyTold:
    """Learns what must not be coached away when the first text is read."""

    def __init__(self, opened: Callable[[], Told]) -> None:
        self._opened = opened

    def told(self, text: str) -> tuple[str, str, bool] | None:
        """See ``CareModel.told``; where there is nothing to read, nothing is loaded."""
        return self._opened().told(text) if text.strip() else None


class LazyModel:
    """A language model that is put together when it is first asked: its libraries take seconds."""

    def __init__(self, name: str, sees_notes: bool, opened: Callable[[], "LanguageModel"]) -> None:
        self.name = name
        self.sees_notes = sees_notes
        self._opened = opened

    def count(self, text: str) -> int:
        """See ``LanguageModel.count``."""
        return self._ready().count(text)

    def fill(self, task: Task[Form], show: Show | None = None) -> Filled[Form]:
        """See ``LanguageModel.fill``."""
        return self._ready().fill(task, show)

    def converse(self, talk: Talk, show: Show | None = None) -> Answered:
        """See :func:`coach.llm.agent.converse`; only a talk needs the agent's libraries."""
        from coach.llm.agent import converse

        return converse(self._ready(), talk, show)

    def _ready(self) -> "LanguageModel":
        """The model; a wrong name or a missing key is a fault of it, so that the floor is delivered."""
        try:
            return self._opened()
        except ModelError:
            raise
        except InputError as error:
            raise ModelError(Fault.NO_MODEL, error.message + ".", error.fix) from None


def model_of(settings: Settings) -> Model | None:
    """The language model that the settings name; None for the built-in writer."""
    if settings.model == BUILT_IN:
        return None

    def opened() -> "LanguageModel":
        from coach.llm.opening import open_model

        return open_model(settings)

    return LazyModel(settings.model, settings.access.sees_notes, Lazily(opened))


def check_model(settings: Settings) -> None:
    """Put the model together now, to see whether its name and key can be right; nothing is sent.

    Raises:
        InputError: the model's name, the server's address or the key is missing or wrong.
        ModelError: a provider's package is not installed.
    """
    if settings.model != BUILT_IN:
        from coach.llm.opening import open_model

        open_model(settings)


class WiredModels:
    """The language models within reach of these settings; nothing heavy is imported before it is used."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def open(self, name: str, access: ModelAccess) -> Model | None:
        """See ``Models.open``."""
        return model_of(replace(self._settings, model=name, access=access))

    def check(self, name: str, access: ModelAccess) -> None:
        """See ``check_model``."""
        check_model(replace(self._settings, model=name, access=access))

    def price(self, name: str, access: ModelAccess, tokens: Tokens) -> float | None:
        """See ``coach.llm.prices.cost``."""
        from coach.llm.prices import cost

        return cost(name, tokens, access.url)

    def on_this_computer(self) -> tuple[LocalServer, ...]:
        """See ``local_servers``."""
        from coach.llm.local import local_servers

        return local_servers()


def build(settings: Settings, progress: Progress | None = None) -> Services:
    """Build the services.

    Args:
        settings: where things are.
        progress: told how far the index is, when it has to be built.

    Raises:
        KnowledgeError: when the cards or sources cannot be read.
    """
    library = load_library(settings.knowledge)
    embedding = Lazily(_embedding)
    asked_as = Lazily(lambda: load_asked_as(settings.knowledge))
    shipped = settings.knowledge / "search" / "learnt"

    def search() -> Search:
        from coach.guidance.search import GuidanceSearch

        return GuidanceSearch(library, asked_as(), settings.home, embedding, progress, shipped)

    def shelf() -> OwnGuidance:
        from coach.guidance.own.shelf import OwnShelf

        return OwnShelf(settings.home, embedding)

    def told() -> Told:
        from coach.guidance.care_model import CareModel

        asked = phrasings(asked_as(), library.cards.values())
        return CareModel(settings.knowledge, settings.home, asked, embedding, shipped)

    def private() -> "PrivateModel":
        from coach.guidance.private_model import PrivateModel

        return PrivateModel(settings.knowledge, settings.home, embedding, shipped)

    def readers() -> "MessageReaders":
        from coach.guidance.message_reader import MessageReaders

        return MessageReaders(shipped)

    return Services(
        cards=library,
        search=LazySearch(Lazily(search)),
        own=LazyShelf(settings.home, Lazily(shelf)),
        writer=BuiltInWriter(settings.knowledge),
        told=LazyTold(Lazily(told)),
        alike=LazyAlike(Lazily(private)),
        second=LazyReader(Lazily(readers)),
        model=model_of(settings),
        models=WiredModels(settings),
    )


def _embedding() -> "LoadingEmbedding":
    loading = begin()
    from coach.guidance.embedding import LoadingEmbedding

    return LoadingEmbedding(loading)
