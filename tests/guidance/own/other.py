"""Another process at the same shelf: does what it is told, one order at a time.

Orders: {"add": name, "paragraphs": [...]}, {"remove": name}, {"search": paragraph}. After {"pause": place} it
says "paused" and sleeps when an add next comes to that place, until it is killed.
"""

import multiprocessing
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import chromadb

from coach.guidance.own import manifest, volumes
from coach.guidance.own.shelf import OwnShelf
from tests.guidance.own.conftest import FakeEmbedding, asked_for, text_of

# Importing Chroma takes two seconds; a server that has done so forks as many processes as needed.
FRESH = multiprocessing.get_context(
    "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
)
if FRESH.get_start_method() == "forkserver":
    FRESH.set_forkserver_preload([__name__])


class Other:
    """The other process, as a test sees it."""

    def __init__(self, home: Path) -> None:
        self._line, theirs = FRESH.Pipe()
        self._process = FRESH.Process(target=work, args=(home, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def tell(self, **order: Any) -> None:
        """Give an order and do not wait."""
        self._line.send(order)

    def answer(self) -> Any:
        """The next answer."""
        return self._line.recv()

    def ask(self, **order: Any) -> Any:
        """Give an order and wait for its answer."""
        self.tell(**order)
        return self.answer()

    def kill(self) -> None:
        """Kill it, as ``kill -9`` does."""
        self._process.kill()
        self.end()

    def end(self) -> None:
        """Let it end."""
        self._line.close()
        self._process.join()


def work(home: Path, line: Connection) -> None:
    """Do what is told, until nobody is there to tell."""
    shelf = OwnShelf(home, FakeEmbedding)
    while True:
        try:
            order = line.recv()
        except EOFError:
            return
        if "pause" in order:
            _pause_at(order["pause"], line)
            said: Any = "ready"
        elif "add" in order:
            said = shelf.add(order["add"], text_of(*order["paragraphs"])).passages
        elif "remove" in order:
            said = shelf.remove(order["remove"]).name
        else:
            said = [hit.document for hit in shelf.search(asked_for(order["search"]))]
        line.send(said)


def _pause_at(place: str, line: Connection) -> None:
    """Sleep where an add has written half a volume, or all but the manifest, or that as well."""

    def sleep() -> None:
        line.send("paused")
        time.sleep(600)

    add, replace = chromadb.Collection.add, Path.replace
    volumes._CHUNK = 2

    def half(self: Any, **rows: Any) -> None:
        add(self, **rows)
        sleep()

    def after(self: Path, target: Path) -> None:
        replace(self, target)
        sleep()

    if place == "volume":
        chromadb.Collection.add = half
    elif place == "before manifest":
        manifest.Path.replace = lambda *_: sleep()
    else:
        manifest.Path.replace = after
