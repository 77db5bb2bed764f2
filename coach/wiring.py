"""The one place that builds everything from settings. Heavy adapters are imported when first used."""

import threading

from coach.domain.results import SearchAnswer
from coach.guidance.library import Library, load_library
from coach.settings import Settings
from coach.use_cases.ports import Progress, Search, Services
from coach.writing.builtin import BuiltInWriter


class LazySearch:
    """Opens, or first builds, the index when the first question is asked.

    Importing the vector store takes about a second, and a person who opens the app to type a
    message should not wait for it.
    """

    def __init__(self, library: Library, settings: Settings, progress: Progress | None) -> None:
        self._library = library
        self._settings = settings
        self._progress = progress
        self._lock = threading.Lock()
        self._opened: Search | None = None

    def search(self, query: str, k: int = 5) -> SearchAnswer:
        """Search, building the index first if need be; see ``GuidanceSearch.search``."""
        return self._open().search(query, k)

    def _open(self) -> Search:
        with self._lock:
            if self._opened is None:
                from coach.guidance.search import GuidanceSearch

                self._opened = GuidanceSearch(self._library, self._settings.home, self._progress)
            return self._opened


def build(settings: Settings, progress: Progress | None = None) -> Services:
    """Build the services.

    Args:
        settings: where things are.
        progress: told how far the index is, when it has to be built.

    Raises:
        KnowledgeError: when the cards or sources cannot be read.
    """
    library = load_library(settings.knowledge)
    return Services(
        cards=library,
        search=LazySearch(library, settings, progress),
        writer=BuiltInWriter(settings.knowledge),
    )
