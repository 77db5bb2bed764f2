"""The one place that builds everything from settings. Heavy adapters are imported when first used."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from coach.domain.results import OwnDocument, OwnHit, SearchAnswer
from coach.guidance.asked_as import load_asked_as, phrasings
from coach.guidance.library import load_library
from coach.review import Alike
from coach.settings import Settings
from coach.use_cases.ports import OwnGuidance, Progress, Search, Services, Told
from coach.writing.builtin import BuiltInWriter

if TYPE_CHECKING:
    from coach.guidance.embedding import LoadingEmbedding
    from coach.guidance.private_model import PrivateModel

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


class LazyTold:
    """Learns what must not be coached away when the first text is read."""

    def __init__(self, opened: Callable[[], Told]) -> None:
        self._opened = opened

    def told(self, text: str) -> tuple[str, str, bool] | None:
        """See ``CareModel.told``; where there is nothing to read, nothing is loaded."""
        return self._opened().told(text) if text.strip() else None


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

    return Services(
        cards=library,
        search=LazySearch(Lazily(search)),
        own=LazyShelf(settings.home, Lazily(shelf)),
        writer=BuiltInWriter(settings.knowledge),
        told=LazyTold(Lazily(told)),
        alike=LazyAlike(Lazily(private)),
    )


def _embedding() -> "LoadingEmbedding":
    from coach.guidance.embedding import LoadingEmbedding

    return LoadingEmbedding()
